//! Finds the language of a text where nothing is declared: by script, then by the commonest short
//! words.

use crate::text::fold::folded;

use super::Tag;

/// Letters and words that are looked at; more don't make the answer surer.
const LETTERS: usize = 1000;
const WORDS: usize = 300;

/// Longer words, in bytes with their punctuation, are on no list.
const LONGEST_COMMON: usize = 10;

/// Common words of languages that share a script, none of them common in another of the list.
const COMMON: &[(&str, &str)] = &[
    ("de", "der die und das nicht ist von mit sich auf für dem ein eine auch wird bei nach wurde"),
    ("en", "the of and to that is was with for it as his her be by on at from this are have has"),
    ("fr", "le les des et est une dans que pour qui sur pas avec plus ce sont au aux du"),
    ("es", "el los las y que del una por con para su se es como más pero sus fue"),
    ("it", "il di che della è per un non sono gli nel alla più con anche dei delle si"),
    ("pt", "o os uma não que do da em para com se mais como dos das foi ao à"),
    ("nl", "de het een van en dat niet zijn op voor met te is aan ook door bij er"),
    ("pl", "w i na z się nie do że jest to o jak przez po od był za oraz"),
    ("tr", "ve bir bu için ile da de olarak çok daha olan gibi sonra kadar en ne var"),
    ("sv", "och att det som en på är av för med den till inte har ett om var"),
];

/// The language, or `None` where there is too little to go by.
pub(super) fn detect<'a>(blocks: impl Iterator<Item = &'a str> + Clone) -> Option<Tag> {
    by_script(blocks.clone()).or_else(|| by_words(blocks)).and_then(Tag::parse)
}

/// Letters of each script that one language, or one above all, is written in.
fn by_script<'a>(blocks: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    const SCRIPTS: [(&str, std::ops::RangeInclusive<char>); 11] = [
        ("ja", '\u{3041}'..='\u{30ff}'),
        ("zh", '\u{4e00}'..='\u{9fff}'),
        ("ko", '\u{ac00}'..='\u{d7a3}'),
        ("ar", '\u{0621}'..='\u{06ff}'),
        ("he", '\u{05d0}'..='\u{05ea}'),
        ("th", '\u{0e01}'..='\u{0e4f}'),
        ("el", '\u{0370}'..='\u{03ff}'),
        ("hi", '\u{0900}'..='\u{097f}'),
        ("ka", '\u{10d0}'..='\u{10ff}'),
        ("hy", '\u{0531}'..='\u{058f}'),
        ("ru", '\u{0400}'..='\u{04ff}'),
    ];
    let mut counts = [0_u32; SCRIPTS.len()];
    let mut letters = 0_u32;
    for letter in blocks.flat_map(str::chars).filter(|letter| letter.is_alphabetic()).take(LETTERS) {
        letters += 1;
        if let Some(script) = SCRIPTS.iter().position(|(_, range)| range.contains(&letter)) {
            counts[script] += 1;
        }
    }
    // Japanese mixes its kana with the characters that it shares with Chinese.
    if counts[0] * 10 > letters && counts[0] > 0 {
        return Some("ja");
    }
    let (script, count) = counts.iter().enumerate().max_by_key(|(_, count)| **count)?;
    (count * 2 > letters).then(|| SCRIPTS[script].0)
}

fn by_words<'a>(blocks: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    let lists: Vec<Vec<&str>> = COMMON.iter().map(|(_, common)| common.split(' ').collect()).collect();
    let mut scores = [0_u32; COMMON.len()];
    let mut words = 0_u32;
    for word in blocks.flat_map(str::split_whitespace).take(WORDS) {
        words += 1;
        if word.len() <= LONGEST_COMMON {
            let word = folded(word.trim_matches(|letter: char| !letter.is_alphabetic()));
            for (score, list) in scores.iter_mut().zip(&lists) {
                *score += u32::from(list.contains(&word.as_str()));
            }
        }
    }
    let (best, score) = scores.iter().enumerate().max_by_key(|(_, score)| **score)?;
    let second = scores.iter().enumerate().filter(|(index, _)| *index != best).map(|(_, score)| *score).max()?;
    // A twelfth of the words of running text are on a language's list, and clearly more than on any other.
    (*score >= 3 && score * 12 >= words && score * 2 >= second * 3).then(|| COMMON[best].0)
}

#[cfg(test)]
mod tests {
    use super::detect;

    #[test]
    fn finds_the_language() {
        let cases = [
            (
                "Die Stadt hofft auf kürzere Wege, und das Land auf mehr Gäste, die mit der Bahn nach Hessen kommen.",
                Some("de"),
            ),
            (
                "The harbour was opened to the public on Monday, and the first ferry left with forty people on board.",
                Some("en"),
            ),
            (
                "La ville espère que les trajets dans la vallée seront plus courts et que les visiteurs sont au rendez-vous.",
                Some("fr"),
            ),
            ("山の鉄道が三年ぶりに運転を再開した。", Some("ja")),
            ("افتتحت المكتبة الجديدة أبوابها أمام الزوار", Some("ar")),
            ("这座城市希望缩短路程。", Some("zh")),
            ("Berlin", None),
            ("12 34", None),
            ("", None),
        ];
        for (text, expected) in cases {
            let found = detect(std::iter::once(text)).map(|tag| tag.to_string());
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }
}
