//! A topic as a part of an address, transliterated as WordPress does it.

use crate::text::find::is_in;
use crate::text::fold::lower;

/// "Außenpolitik" becomes `aussenpolitik`, "Früh & spät" `frueh-spaet`. Letters of other scripts stay,
/// to be percent-encoded, as WordPress keeps them.
pub(crate) fn slug(label: &str, language: &str) -> String {
    let mut slug = String::new();
    for letter in label.chars().map(lower) {
        let plain = umlaut(letter, language).or_else(|| without_accent(letter));
        match plain {
            Some(plain) => slug.push_str(plain),
            None if letter.is_alphanumeric() => slug.push(letter),
            None if matches!(letter, '\'' | '’' | '.') => {}
            None if !slug.ends_with('-') && !slug.is_empty() => slug.push('-'),
            None => {}
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

fn umlaut(letter: char, language: &str) -> Option<&'static str> {
    match (language, letter) {
        ("de", 'ä') => Some("ae"),
        ("de", 'ö') => Some("oe"),
        ("de", 'ü') => Some("ue"),
        ("da" | "nb" | "nn", 'å') => Some("aa"),
        (_, 'ß') => Some("ss"),
        (_, 'æ') => Some("ae"),
        (_, 'ø') if matches!(language, "da" | "nb" | "nn") => Some("oe"),
        (_, 'œ') => Some("oe"),
        (_, 'þ') => Some("th"),
        _ => None,
    }
}

fn without_accent(letter: char) -> Option<&'static str> {
    const LETTERS: [(&str, &str); 20] = [
        ("a", "àáâãäåāăą"),
        ("c", "çćĉċč"),
        ("d", "ďđð"),
        ("e", "èéêëēĕėęě"),
        ("g", "ĝğġģ"),
        ("h", "ĥħ"),
        ("i", "ìíîïĩīĭįı"),
        ("j", "ĵ"),
        ("k", "ķ"),
        ("l", "ĺļľłŀ"),
        ("n", "ñńņňŉ"),
        ("o", "òóôõöøōŏő"),
        ("r", "ŕŗř"),
        ("s", "śŝşšș"),
        ("t", "ţťŧț"),
        ("u", "ùúûüũūŭůűų"),
        ("w", "ŵ"),
        ("y", "ýÿŷ"),
        ("z", "źżž"),
        ("", "ʼʻ"),
    ];
    LETTERS.iter().find(|(_, accented)| is_in(letter, accented)).map(|(plain, _)| *plain)
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn as_wordpress_writes_them() {
        let cases = [
            ("Außenpolitik", "de", "aussenpolitik"),
            ("Früh & spät", "de", "frueh-spaet"),
            ("São Paulo", "pt", "sao-paulo"),
            ("L’Été", "fr", "lete"),
            ("  --  ", "de", ""),
            ("観光", "ja", "観光"),
            ("G7/G20", "en", "g7-g20"),
        ];
        for (label, language, expected) in cases {
            assert_eq!(slug(label, language), expected);
        }
    }
}
