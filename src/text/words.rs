//! Words as reading studies count them: what stands between white space (or an unspaced em dash) and
//! holds a letter or a digit. Unicode's UAX #29 is another unit: it makes three of `E-Mail-Adresse`
//! and ten of a URL, and the rates of the studies don't fit it.

use super::script::{self, Script};

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
    let mut in_word = false;
    for letter in text.chars() {
        if letter.is_ascii() {
            if letter.is_ascii_whitespace() || letter == '\u{b}' {
                in_word = false;
            } else if !in_word && letter.is_ascii_alphanumeric() {
                in_word = true;
                amount.0[Script::Spaced as usize] += 1;
            }
        } else if parts_words(letter) {
            in_word = false;
        } else {
            match script::of(letter) {
                Script::Spaced => {
                    if !in_word && letter.is_alphanumeric() {
                        in_word = true;
                        amount.0[Script::Spaced as usize] += 1;
                    }
                }
                unspaced => {
                    in_word = false;
                    if !script::is_mark(letter) && letter.is_alphanumeric() {
                        amount.0[unspaced as usize] += 1;
                    }
                }
            }
        }
    }
    amount
}

/// White space of any kind, no-break spaces among it, and the dashes that are written unspaced
/// between words (em dash, horizontal bar); `10–20` with its en dash stays one.
fn parts_words(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{2014}' | '\u{2015}')
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn words_and_letters() {
        let cases = [
            ("", 0, 0),
            ("E-Mail-Adresse", 1, 0),
            ("A.-P.-Møller-Konzern", 1, 0),
            ("1.234,56\u{a0}€", 1, 0),
            ("don't l’homme AC/DC", 3, 0),
            ("https://www.example.org/a/b-c?d=1&e=2#f", 1, 0),
            ("Ver\u{ad}kehrs\u{ad}kon\u{ad}zept", 1, 0),
            ("Donau\u{200b}dampf\u{200b}schiff", 1, 0),
            ("Dr.\u{a0}Anna\u{a0}Muster", 3, 0),
            ("👨\u{200d}👩\u{200d}👧\u{200d}👦 🇩🇪 ❤️", 0, 0),
            ("Hallo 👋 Welt", 2, 0),
            ("Ja – nein — doch", 3, 0),
            ("wait—what", 2, 0),
            ("• eins\n• zwei", 2, 0),
            ("10–20\u{a0}%", 1, 0),
            ("كِتَابٌ جَدِيدٌ", 2, 0),
            ("हिन्दी में समाचार", 3, 0),
            ("iPhone在中国", 1, 3),
            ("コンピューター", 0, 7),
            ("จะถูกเปิดตัว", 0, 9),
            ("한국어 문장입니다", 2, 0),
            ("\u{0}\u{fffd}", 0, 0),
        ];
        for (text, words, characters) in cases {
            let amount = count(text);
            assert_eq!((amount.words(), amount.characters()), (words, characters), "{text:?}");
        }
    }
}
