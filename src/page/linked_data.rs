//! JSON-LD as a page carries it, read by whatever JSON parser the environment has.

use crate::text::find::split_once;

/// A value of JSON, as far as the analysis needs it.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Value {
    /// A string or a number as it is written.
    Text(String),
    /// Nothing asks for what is true.
    False,
    List(Vec<Value>),
    /// Names and values in their order.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// Levels of nesting that are read; real pages use up to about eight.
    pub(crate) const MAX_DEPTH: u8 = 16;

    /// A string as the page means it: many systems leave HTML's character references in it.
    pub(crate) fn of_text(text: &str) -> Self {
        Self::Text(unescaped(text))
    }

    /// The value of a name; `None` where this is no object or has none.
    pub(crate) fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The items of a list, or the value itself as the only one: JSON-LD allows both everywhere.
    pub(crate) fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            single => std::slice::from_ref(single),
        }
    }

    /// The characters of a text that isn't empty.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) if !text.trim().is_empty() => Some(text.trim()),
            _ => None,
        }
    }

    /// Whether one of the types that an object has is such a one.
    pub(crate) fn is_a(&self, is_kind: &dyn Fn(&str) -> bool) -> bool {
        let kinds = self.get("@type").map(Self::items).unwrap_or_default();
        kinds.iter().filter_map(Self::text).any(is_kind)
    }

    /// The text itself, or an object's `name`.
    pub(crate) fn name(&self) -> Option<&str> {
        self.text().or_else(|| self.get("name")?.text())
    }
}

/// `text` with the commonest of HTML's character references resolved.
pub(crate) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = split_once(rest, "&") {
        plain.push_str(before);
        let (letter, length) = referred(behind).unwrap_or(('&', 0));
        plain.push(letter);
        rest = &behind[length..];
    }
    plain.push_str(rest);
    plain
}

/// The character that a reference names, without its `&`, and the bytes of the reference.
fn referred(text: &str) -> Option<(char, usize)> {
    const LONGEST: usize = 8;
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let letter = match &text[..end] {
        "amp" => '&',
        "quot" => '"',
        "nbsp" => ' ',
        name => {
            let digits = name.strip_prefix('#')?;
            let (digits, radix) = digits.strip_prefix('x').map_or((digits, 10), |digits| (digits, 16));
            let mut code = 0;
            for digit in digits.chars() {
                code = code * radix + digit.to_digit(radix)?;
            }
            char::from_u32(code)?
        }
    };
    Some((letter, end + 1))
}

/// A list of all objects of a script, for a parser that takes nothing but JSON: pages put several into
/// one script, set comments of HTML around them, and leave line breaks in strings and commas before
/// brackets.
pub(crate) fn mended(source: &str) -> String {
    let mut mended = String::from("[");
    let mut depth = 0_usize;
    let (mut in_string, mut is_escaped) = (false, false);
    for letter in source.chars() {
        if in_string {
            in_string = is_escaped || letter != '"';
            is_escaped = !is_escaped && letter == '\\';
            mended.push(if letter < ' ' { ' ' } else { letter });
            continue;
        }
        match letter {
            '{' if depth == 0 && mended.len() > 1 => mended.push(','),
            '}' | ']' if depth > 0 => {
                depth -= 1;
                mended.truncate(mended.trim_end_matches([',', ' ', '\n', '\r', '\t']).len());
                mended.push(letter);
                continue;
            }
            _ => {}
        }
        if letter == '{' || letter == '[' && depth > 0 {
            depth += 1;
        }
        in_string = letter == '"' && depth > 0;
        if depth > 0 {
            mended.push(letter);
        }
    }
    mended + "]"
}

#[cfg(test)]
mod tests {
    use super::{mended, unescaped};

    #[test]
    fn references_of_html() {
        for (text, expected) in [
            ("Recht &amp; Steuern", "Recht & Steuern"),
            ("It&#8217;s &quot;here&quot;", "It’s \"here\""),
            ("It&#039;s &#x27;here&#x27;", "It's 'here'"),
            ("A & B; C", "A & B; C"),
            ("&#99999999; &; &", "&#99999999; &; &"),
        ] {
            assert_eq!(unescaped(text), expected, "{text}");
        }
    }

    #[test]
    fn scripts_that_are_no_json() {
        for (source, expected) in [
            (r#"{"a":1} {"b":[2]}"#, r#"[{"a":1},{"b":[2]}]"#),
            ("{\"a\":\"1\n2\"}", r#"[{"a":"1 2"}]"#),
            (
                r#"//<![CDATA[
{"a":["1",],} //]]>"#,
                r#"[{"a":["1"]}]"#,
            ),
            (r#"<!-- {"a":"}\"]"} -->"#, r#"[{"a":"}\"]"}]"#),
            (r#"[{"a":1},{"b":2}];"#, r#"[{"a":1},{"b":2}]"#),
            ("}{", "[{]"),
        ] {
            assert_eq!(mended(source), expected, "{source}");
        }
    }
}
