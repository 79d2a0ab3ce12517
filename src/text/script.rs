//! The scripts that reading time and topics tell apart.

/// How a script is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Script {
    /// Words between spaces.
    Spaced,
    /// Letters: Chinese characters.
    Han,
    /// Letters: the Japanese syllabaries.
    Kana,
    Thai,
    Lao,
    Khmer,
    Burmese,
    Tibetan,
}

impl Script {
    /// How many there are.
    pub(crate) const COUNT: usize = 8;
}

/// The script of a letter or mark, by its Unicode block.
pub(crate) fn of(letter: char) -> Script {
    match letter {
        '\u{0e00}'..='\u{0e7f}' => Script::Thai,
        '\u{0e80}'..='\u{0eff}' => Script::Lao,
        '\u{0f00}'..='\u{0fff}' => Script::Tibetan,
        '\u{1000}'..='\u{109f}' | '\u{a9e0}'..='\u{a9ff}' | '\u{aa60}'..='\u{aa7f}' => Script::Burmese,
        '\u{1780}'..='\u{17ff}' => Script::Khmer,
        // 々 〆 〇 and the ideographs; the compatibility and extension blocks too.
        '\u{3005}'..='\u{3007}'
        | '\u{3021}'..='\u{3029}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => Script::Han,
        '\u{3041}'..='\u{309f}'
        | '\u{30a1}'..='\u{30fa}'
        | '\u{30fc}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}'
        | '\u{ff66}'..='\u{ff9f}' => Script::Kana,
        _ => Script::Spaced,
    }
}

/// Whether the character continues the grapheme before it, in the scripts counted by graphemes
/// (vowel signs, tone marks, subscript letters; Unicode UAX #29, `Extend` and `SpacingMark`).
pub(crate) fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{0e31}' | '\u{0e33}'..='\u{0e3a}' | '\u{0e47}'..='\u{0e4e}'
        | '\u{0eb1}' | '\u{0eb3}'..='\u{0ebc}' | '\u{0ec8}'..='\u{0ece}'
        | '\u{0f18}'..='\u{0f19}' | '\u{0f35}' | '\u{0f37}' | '\u{0f39}' | '\u{0f3e}'..='\u{0f3f}'
        | '\u{0f71}'..='\u{0f84}' | '\u{0f86}'..='\u{0f87}' | '\u{0f8d}'..='\u{0fbc}'
        | '\u{102b}'..='\u{103e}' | '\u{1056}'..='\u{1059}' | '\u{105e}'..='\u{1060}'
        | '\u{1071}'..='\u{1074}' | '\u{1082}'..='\u{108d}'
        | '\u{17b4}'..='\u{17d3}' | '\u{17dd}')
}

/// Characters that are in a text without being seen: soft hyphen, zero-width space and joiners,
/// directional marks, byte order mark. They neither make nor part words.
pub(crate) fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{00ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
