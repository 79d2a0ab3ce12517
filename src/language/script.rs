//! Which script a text is in, as far as that tells languages apart.

/// A script, or what is written in one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Writing {
    Latin,
    Cyrillic,
    Arabic,
    Devanagari,
    Han,
    Kana,
    /// A script that one language, or one above all, is written in.
    Of(&'static str),
}

use Writing::{Arabic, Cyrillic, Devanagari, Han, Kana, Latin, Of};

/// First and last letter of each block (Unicode, Blocks.txt), in order.
const BLOCKS: &[(char, char, Writing)] = &[
    ('A', '\u{24f}', Latin),
    ('\u{2b0}', '\u{2bf}', Latin),
    ('\u{370}', '\u{3ff}', Of("el")),
    ('\u{400}', '\u{52f}', Cyrillic),
    ('\u{531}', '\u{58f}', Of("hy")),
    ('\u{5d0}', '\u{5f4}', Of("he")),
    ('\u{620}', '\u{77f}', Arabic),
    ('\u{900}', '\u{97f}', Devanagari),
    ('\u{980}', '\u{9ff}', Of("bn")),
    ('\u{a00}', '\u{a7f}', Of("pa")),
    ('\u{a80}', '\u{aff}', Of("gu")),
    ('\u{b80}', '\u{bff}', Of("ta")),
    ('\u{c00}', '\u{c7f}', Of("te")),
    ('\u{c80}', '\u{cff}', Of("kn")),
    ('\u{d00}', '\u{d7f}', Of("ml")),
    ('\u{d80}', '\u{dff}', Of("si")),
    ('\u{e01}', '\u{e5b}', Of("th")),
    ('\u{e81}', '\u{edf}', Of("lo")),
    ('\u{f00}', '\u{fff}', Of("bo")),
    ('\u{1000}', '\u{109f}', Of("my")),
    ('\u{10a0}', '\u{10ff}', Of("ka")),
    ('\u{1100}', '\u{11ff}', Of("ko")),
    ('\u{1200}', '\u{139f}', Of("am")),
    ('\u{1780}', '\u{17ff}', Of("km")),
    ('\u{1e00}', '\u{1eff}', Latin),
    ('\u{1f00}', '\u{1fff}', Of("el")),
    ('\u{3041}', '\u{30ff}', Kana),
    ('\u{3400}', '\u{9fff}', Han),
    ('\u{ac00}', '\u{d7a3}', Of("ko")),
    ('\u{f900}', '\u{faff}', Han),
    ('\u{20000}', '\u{3ffff}', Han),
];

impl Writing {
    /// The script of a letter, if it is one that is told apart.
    pub(super) fn of(letter: char) -> Option<Self> {
        if letter.is_ascii() {
            return letter.is_ascii_alphabetic().then_some(Latin);
        }
        let place = BLOCKS.partition_point(|(_, last, _)| *last < letter);
        let (first, _, writing) = BLOCKS.get(place)?;
        (*first <= letter && letter.is_alphabetic()).then_some(*writing)
    }

    /// Whether a script is the language's own.
    pub(super) fn has(language: &str) -> bool {
        language == "ja" || BLOCKS.iter().any(|(.., writing)| matches!(writing, Of(own) if *own == language))
    }

    /// The script that most letters of a text are in, and how many letters that was found out of.
    /// Japanese mixes its kana with the characters that it shares with Chinese: a tenth is enough.
    pub(super) fn of_text(blocks: &[&str]) -> Option<(Self, u32)> {
        /// Letters that are looked at, of a block and of all; more don't make the answer surer.
        const OF_BLOCK: usize = 200;
        const OF_ALL: usize = 2000;
        let mut counts: Vec<(Self, u32)> = Vec::new();
        let mut all = 0;
        for writing in blocks.iter().flat_map(|block| block.chars().filter_map(Self::of).take(OF_BLOCK)).take(OF_ALL) {
            all += 1;
            match counts.iter_mut().find(|(known, _)| *known == writing) {
                Some((_, count)) => *count += 1,
                None => counts.push((writing, 1)),
            }
        }
        let count = |wanted| counts.iter().find(|(writing, _)| *writing == wanted).map_or(0, |(_, count)| *count);
        if count(Kana) * 10 > all {
            return Some((Kana, all));
        }
        counts.iter().find(|(_, count)| count * 2 > all).map(|(writing, _)| (*writing, all))
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCKS, Writing};

    #[test]
    fn blocks_are_in_order_and_apart() {
        assert!(BLOCKS.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }

    #[test]
    fn scripts_of_texts() {
        let cases = [
            ("Straße nach Москва", Some(Writing::Latin)),
            ("Москва, Berlin и Минск", Some(Writing::Cyrillic)),
            ("山の鉄道が三年", Some(Writing::Kana)),
            ("在中国", Some(Writing::Han)),
            ("한국어 뉴스", Some(Writing::Of("ko"))),
            ("12 – 34", None),
        ];
        for (text, expected) in cases {
            assert_eq!(Writing::of_text(&[text]).map(|(writing, _)| writing), expected, "{text}");
        }
    }
}
