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
        // Most letters, which need not go through the rest.
        '\0'..'\u{0e00}' => Script::Spaced,
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
        // Bopomofo, mixed with them letter by letter.
        | '\u{3105}'..='\u{312f}'
        | '\u{31a0}'..='\u{31bf}'
        | '\u{20000}'..='\u{3ffff}' => Script::Han,
        '\u{3041}'..='\u{309f}'
        | '\u{30a1}'..='\u{30fa}'
        | '\u{30fc}'..='\u{30ff}'
        | '\u{3031}'..='\u{3035}'
        | '\u{31f0}'..='\u{31ff}'
        | '\u{ff66}'..='\u{ff9d}'
        | '\u{1aff0}'..='\u{1b16f}' => Script::Kana,
        _ => Script::Spaced,
    }
}

/// What a character does to the grapheme before it, in the scripts counted by graphemes (Unicode 17,
/// UAX #29).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Joining {
    /// Begins a grapheme.
    No,
    /// Begins one too, unless a linker joins it to the consonant before (rule GB9c).
    Consonant,
    /// Continues it and joins the next consonant to it: the Khmer coeng, the Burmese virama.
    Linker,
    /// Continues it (`Extend`): vowel signs, tone marks, subscript letters.
    Extend,
    /// Continues it, but no consonant joins across it (`SpacingMark`).
    SpacingMark,
}

/// How a letter or mark of Thai, Lao, Khmer, Burmese or Tibetan joins.
pub(crate) fn joining(letter: char) -> Joining {
    match letter {
        '\u{1039}' | '\u{17d2}' => Joining::Linker,
        '\u{1000}'..='\u{102a}'
        | '\u{103f}'
        | '\u{1050}'..='\u{1055}'
        | '\u{105a}'..='\u{105d}'
        | '\u{1061}'
        | '\u{1065}'..='\u{1066}'
        | '\u{106e}'..='\u{1070}'
        | '\u{1075}'..='\u{1081}'
        | '\u{108e}'
        | '\u{1780}'..='\u{17b3}'
        | '\u{a9e0}'..='\u{a9e4}'
        | '\u{a9e7}'..='\u{a9ef}'
        | '\u{a9fa}'..='\u{a9fe}'
        | '\u{aa60}'..='\u{aa6f}'
        | '\u{aa71}'..='\u{aa73}'
        | '\u{aa7a}'
        | '\u{aa7e}'..='\u{aa7f}' => Joining::Consonant,
        '\u{0e33}'
        | '\u{0eb3}'
        | '\u{0f3e}'..='\u{0f3f}'
        | '\u{0f7f}'
        | '\u{1031}'
        | '\u{103b}'..='\u{103c}'
        | '\u{1056}'..='\u{1057}'
        | '\u{1084}'
        | '\u{17b6}'
        | '\u{17be}'..='\u{17c5}'
        | '\u{17c7}'..='\u{17c8}' => Joining::SpacingMark,
        '\u{0e31}'
        | '\u{0e34}'..='\u{0e3a}'
        | '\u{0e47}'..='\u{0e4e}'
        | '\u{0eb1}'
        | '\u{0eb4}'..='\u{0ebc}'
        | '\u{0ec8}'..='\u{0ece}'
        | '\u{0f18}'..='\u{0f19}'
        | '\u{0f35}'
        | '\u{0f37}'
        | '\u{0f39}'
        | '\u{0f71}'..='\u{0f84}'
        | '\u{0f86}'..='\u{0f87}'
        | '\u{0f8d}'..='\u{0f97}'
        | '\u{0f99}'..='\u{0fbc}'
        | '\u{0fc6}'
        | '\u{102d}'..='\u{1037}'
        | '\u{103a}'..='\u{103e}'
        | '\u{1058}'..='\u{1059}'
        | '\u{105e}'..='\u{1060}'
        | '\u{1071}'..='\u{1074}'
        | '\u{1082}'
        | '\u{1085}'..='\u{1086}'
        | '\u{108d}'
        | '\u{109d}'
        | '\u{17b4}'..='\u{17d3}'
        | '\u{17dd}'
        | '\u{a9e5}'
        | '\u{aa7c}' => Joining::Extend,
        _ => Joining::No,
    }
}

/// Characters that are in a text without being seen: soft hyphen, zero-width space and joiners,
/// directional marks, byte order mark. They neither make nor part words.
pub(crate) fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{00ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
