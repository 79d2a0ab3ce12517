//! Words as reading studies count them: what stands between white space (or an unspaced em dash) and
//! holds a letter or a digit. Unicode's UAX #29 is another unit: it makes three of `E-Mail-Adresse`
//! and ten of a URL, and the rates of the studies don't fit it.

use super::script::{self, Joining, Script};

/// How much there is to read: units of each script, words where it has spaces, else letters or
/// graphemes.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(crate) struct Amount(pub(crate) [u32; Script::COUNT]);

impl Amount {
    pub(crate) fn add(&mut self, other: Self) {
        for (sum, units) in self.0.iter_mut().zip(other.0) {
            *sum += units;
        }
    }

    /// Words of scripts that put spaces between words.
    pub(crate) fn words(self) -> u32 {
        self.0[Script::Spaced as usize]
    }

    /// Letters and graphemes of the scripts without spaces.
    pub(crate) fn characters(self) -> u32 {
        self.0.iter().sum::<u32>() - self.words()
    }
}

/// Counts a text in one pass.
pub(crate) fn count(text: &str) -> Amount {
    let mut amount = Amount::default();
    let mut words = 0;
    let mut in_word = false;
    let mut before = false;
    // How the last consonant of a script without spaces joins the next.
    let mut joint = Joint::None;
    let mut last = ' ';
    let mut letters = text.chars();
    loop {
        // Runs of ASCII are most of most texts: byte by byte, without a branch for each.
        let run = letters.as_str().as_bytes();
        let mut length = 0;
        for byte in run.iter().take_while(|byte| byte.is_ascii()) {
            let class = ASCII[*byte as usize];
            let ends = class == Class::Space || (class == Class::Hyphen && last == '-');
            words += u32::from(class == Class::Letter && !in_word);
            before = in_word;
            in_word = class == Class::Letter || (in_word && !ends);
            last = *byte as char;
            length += 1;
        }
        if length > 0 && last.is_ascii_digit() && !before && is_picture(letters.as_str()[length..].chars()) {
            words -= 1;
            in_word = false;
        }
        letters = letters.as_str()[length..].chars();
        let Some(letter) = letters.next() else { break };
        if parts_words(letter) {
            let next = letters.clone().next();
            in_word = in_word && groups_digits(letter) && last.is_numeric() && next.is_some_and(char::is_numeric);
        } else {
            match script::of(letter) {
                Script::Spaced => {
                    if !in_word && begins_word(letter) && !is_picture(letters.clone()) {
                        in_word = true;
                        words += 1;
                    }
                }
                unspaced => {
                    in_word = false;
                    let joining = script::joining(letter);
                    let stands_alone = match joining {
                        Joining::No => letter.is_alphanumeric(),
                        Joining::Consonant => joint != Joint::Linked,
                        Joining::Linker | Joining::Extend | Joining::SpacingMark => false,
                    };
                    amount.0[unspaced as usize] += u32::from(stands_alone);
                    joint = joint.after(joining);
                }
            }
        }
        last = letter;
    }
    amount.0[Script::Spaced as usize] = words;
    amount
}

/// What an ASCII character does to the word it stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Other,
    Letter,
    Space,
    /// Two of them are a typewriter's dash.
    Hyphen,
}

const ASCII: [Class; 128] = {
    let mut classes = [Class::Other; 128];
    let mut code = 0;
    while code < 128 {
        let byte = code as u8;
        classes[code] = match byte {
            b'\t'..=b'\r' | b' ' => Class::Space,
            b'-' => Class::Hyphen,
            _ if byte.is_ascii_alphanumeric() => Class::Letter,
            _ => Class::Other,
        };
        code += 1;
    }
    classes
};

/// Where a consonant stands after another (UAX #29, rule GB9c).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    None,
    Consonant,
    Linked,
}

impl Joint {
    fn after(self, joining: Joining) -> Self {
        match joining {
            Joining::Consonant => Self::Consonant,
            Joining::Linker if self != Self::None => Self::Linked,
            Joining::Linker | Joining::Extend => self,
            Joining::No | Joining::SpacingMark => Self::None,
        }
    }
}

/// What stands between words: white space of any kind, no-break spaces among it; the dashes that are
/// written unspaced (em dash, horizontal bar; `10–20` with its en dash stays one); the marks of
/// scripts that write no space after them (danda, Ethiopic, Chinese and Japanese); and emoji.
fn parts_words(letter: char) -> bool {
    matches!(letter,
        '\u{2014}' | '\u{2015}'
        | '\u{0964}'..='\u{0965}'
        | '\u{1361}'..='\u{1368}'
        | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{301b}' | '\u{30fb}'
        | '\u{ff01}' | '\u{ff08}' | '\u{ff09}' | '\u{ff0c}' | '\u{ff1a}' | '\u{ff1b}' | '\u{ff1f}' | '\u{ff61}'..='\u{ff65}'
        | '\u{1f300}'..='\u{1faff}')
        || letter.is_whitespace()
}

/// What stands between the digits of one number too: `1 234 567` with no-break or thin spaces, and
/// the full-width comma and colon.
fn groups_digits(letter: char) -> bool {
    matches!(letter, '\u{00a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' | '\u{ff0c}' | '\u{ff1a}')
}

/// Letters and digits but those that nobody sees or reads by themselves: the Arabic tatweel, modifier
/// letters such as Bopomofo's tones, Hangul fillers, half-width voicing marks.
fn begins_word(letter: char) -> bool {
    letter.is_alphanumeric()
        && !matches!(
            letter,
            '\u{0640}' | '\u{02b0}'
                ..='\u{02ff}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{ff9e}' | '\u{ff9f}'
        )
}

/// Whether what follows makes an emoji of a letter or digit, as of the 1 in a keycap.
fn is_picture(mut rest: std::str::Chars<'_>) -> bool {
    matches!(rest.next(), Some('\u{fe0f}' | '\u{20e3}'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::{count, script};
    use crate::text::script::{Joining, Script};

    /// What readers of 60 languages count: `words` in scripts with spaces, `characters` in those
    /// without. `ours` is filled where we knowingly count otherwise; `why` says the reason.
    const TABLE: &str = include_str!("../../tests/cases/counts.tsv");

    /// `\uXXXX` as JavaScript reads it; half a pair becomes U+FFFD as on its way into wasm.
    fn unescaped(text: &str) -> String {
        let mut units = Vec::new();
        let mut parts = text.split("\\u");
        units.extend(parts.next().unwrap_or_default().encode_utf16());
        for part in parts {
            units.push(u16::from_str_radix(&part[..4], 16).expect("four hexadecimal digits"));
            units.extend(part[4..].encode_utf16());
        }
        String::from_utf16_lossy(&units)
    }

    #[test]
    fn as_readers_count() {
        let mut wrong = Vec::new();
        let mut rows = 0;
        for line in TABLE.lines().skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [_, what, language, words, characters, ours, text, _] = cells[..] else {
                panic!("eight cells: {line}")
            };
            let reader = [words, "+", characters].concat();
            let expected = if ours.is_empty() { reader.as_str() } else { ours };
            let amount = count(&unescaped(text));
            let counted = [amount.words().to_string(), "+".to_owned(), amount.characters().to_string()].concat();
            if counted != expected {
                wrong.push(format!("{what} ({language}): {text} is {expected}, counted {counted}"));
            }
            rows += 1;
        }
        assert!(rows >= 226, "{rows} rows");
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }

    fn blocks() -> impl Iterator<Item = char> {
        [
            '\u{0e01}'..='\u{0e7f}',
            '\u{0e80}'..='\u{0fff}',
            '\u{1000}'..='\u{109f}',
            '\u{1780}'..='\u{17ff}',
            '\u{a9e0}'..='\u{a9ff}',
            '\u{aa60}'..='\u{aa7f}',
        ]
        .into_iter()
        .flatten()
    }

    #[test]
    fn marks_join_as_unicode_says() {
        for letter in blocks() {
            let joined = ["\u{0e01}", letter.encode_utf8(&mut [0; 4])].concat().graphemes(true).count() == 1;
            let continues = matches!(script::joining(letter), Joining::Linker | Joining::Extend | Joining::SpacingMark);
            assert_eq!(continues, joined, "{letter:?}");
        }
    }

    proptest! {
        #[test]
        fn graphemes_as_unicode_says(text in "[\u{0e00}-\u{109f}\u{1780}-\u{17ff}\u{a9e0}-\u{a9ff}\u{aa60}-\u{aa7f}]{0,40}", joined in "[\u{1000}-\u{1021}\u{1039}\u{103b}\u{102d}\u{102c}\u{1780}-\u{17a2}\u{17d2}\u{17b6}\u{17b7}]{0,40}") {
            for text in [text, joined] {
                // A mark without a letter is no letter.
                let expected = text.graphemes(true).filter(|cluster| cluster.chars().next().is_some_and(|first| {
                    script::of(first) != Script::Spaced && first.is_alphanumeric()
                        && !matches!(script::joining(first), Joining::Linker | Joining::Extend | Joining::SpacingMark)
                })).count();
                prop_assert_eq!(count(&text).characters() as usize, expected, "{:?}", text);
            }
        }
    }
}
