//! What the topics know of a language: its words without a topic in them, and its endings.

use std::ops::Range;

use crate::language::FunctionWords;

/// Endings where the language has none of its own, the longest first. As good as Snowball's stemmers
/// on seven sets of keyphrases, without their bytes.
const ENDINGS: &str = "innen ern en er es em n e s x";

/// What stands before an apostrophe as a word of its own: `l’Europe`, `dell’arte`.
const ELIDED: &str = "all c d dall dell j jusqu l lorsqu m n nell puisqu qu quell quest quoiqu s sull t un";

/// What stands behind one as an ending: `Obama’s`, `don’t`.
const CLITICS: &str = "d ll m re s t ve";

pub(super) struct Grammar<'a> {
    pub(super) language: &'a str,
    /// Sorted, as the language files hold them.
    stop: Vec<&'a str>,
    determiners: Vec<&'a str>,
    endings: Vec<&'a str>,
    /// Bytes of the longest of each: most nouns are longer.
    longest_stop: usize,
    longest_determiner: usize,
}

impl<'a> Grammar<'a> {
    /// `words` is nothing where the language has no file.
    pub(super) fn of(language: &'a str, words: &'a FunctionWords) -> Self {
        let list = |words: &'a str| words.split_ascii_whitespace().collect::<Vec<_>>();
        let endings = if words.stop.is_empty() { ENDINGS } else { &words.endings };
        let (stop, determiners) = (list(&words.stop), list(&words.determiners));
        let longest = |words: &[&str]| words.iter().map(|word| word.len()).max().unwrap_or(0);
        let (longest_stop, longest_determiner) = (longest(&stop), longest(&determiners));
        Self { language, stop, determiners, endings: list(endings), longest_stop, longest_determiner }
    }

    /// Whether the words of the language are known.
    pub(super) fn is_known(&self) -> bool {
        !self.stop.is_empty()
    }

    /// Whether the folded word is part of no topic; English titles stand in texts of every language.
    pub(super) fn is_stop(&self, word: &str) -> bool {
        word.len() <= self.longest_stop && self.stop.binary_search(&word).is_ok()
            || matches!(word, "the" | "of" | "and" | "for")
    }

    /// Whether a noun is likely to follow the folded word.
    pub(super) fn is_determiner(&self, word: &str) -> bool {
        word.len() <= self.longest_determiner && self.determiners.binary_search(&word).is_ok()
    }

    /// Whether the folded word may stand within a name.
    pub(super) fn is_joint(&self, word: &str) -> bool {
        let joints = match self.language {
            "en" => "of",
            "fr" => "d de des du",
            "es" => "de del",
            "it" => "d dei del dell della di",
            "pt" => "da das de do dos",
            _ => return false,
        };
        joints.split(' ').any(|joint| joint == word)
    }

    /// Whether the language writes no spaces between words that are found nevertheless.
    pub(super) fn is_unspaced(&self) -> bool {
        matches!(self.language, "ja" | "zh")
    }

    /// Whether the language writes its compounds as one word.
    pub(super) fn builds_compounds(&self) -> bool {
        matches!(self.language, "da" | "de" | "et" | "fi" | "hu" | "is" | "nb" | "nl" | "nn" | "sv")
    }

    /// The part of a folded word that its forms share.
    pub(super) fn stem(&self, word: &str) -> Range<usize> {
        let start = if self.language == "ar" { article(word) } else { 0 };
        // A syllable of Hangul is two or three letters.
        let hangul = word.chars().next().is_some_and(|letter| matches!(letter, '\u{ac00}'..='\u{d7a3}'));
        let shortest = if hangul { 2 } else { 4 };
        let last = word.bytes().next_back();
        let stem = self
            .endings
            .iter()
            // Most words end in no ending's last letter.
            .filter(|ending| ending.bytes().next_back() == last)
            .filter_map(|ending| word.strip_suffix(*ending))
            .find(|stem| stem.chars().count() >= shortest);
        start..stem.map_or(word.len(), str::len).max(start)
    }

    /// Where an apostrophe parts two words, the letters before it being these.
    pub(super) fn elides(before: &str) -> bool {
        ELIDED.split(' ').any(|elided| elided == before)
    }

    /// Whether what follows an apostrophe is an ending: in Turkish all that a name is given.
    pub(super) fn is_clitic(&self, behind: &str) -> bool {
        self.language == "tr" || CLITICS.split(' ').any(|clitic| clitic == behind)
    }
}

/// The bytes of the Arabic article before the word, with the letter for "and", "with" or "for" that
/// is written before it.
fn article(word: &str) -> usize {
    const SHORTEST: usize = 3;
    ["ال", "وال", "بال", "فال", "كال", "لل", "ولل"]
        .iter()
        .find(|article| word.strip_prefix(**article).is_some_and(|rest| rest.chars().count() >= SHORTEST))
        .map_or(0, |article| article.len())
}

#[cfg(test)]
mod tests {
    use super::Grammar;
    use crate::language::FunctionWords;

    #[test]
    fn takes_endings_off() {
        let words = FunctionWords::default();
        let grammar = Grammar::of("de", &words);
        for (word, expected) in [
            ("lehrerinnen", "lehrer"),
            ("städten", "städt"),
            ("stadt", "stadt"),
            ("haus", "haus"),
            ("hauses", "haus"),
            ("hamburgs", "hamburg"),
        ] {
            assert_eq!(&word[grammar.stem(word)], expected);
        }
        let words = FunctionWords { stop: "و".to_owned(), ..FunctionWords::default() };
        let grammar = Grammar::of("ar", &words);
        for (word, expected) in [("المكتبة", "مكتبة"), ("والمكتبة", "مكتبة"), ("الآن", "الآن"), ("ميناء", "ميناء")]
        {
            assert_eq!(&word[grammar.stem(word)], expected);
        }
    }
}
