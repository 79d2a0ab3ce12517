//! A text as the topic finder reads it: words with what stands around them.

use std::ops::Range;

use crate::language::FunctionWords;
use crate::text::fold::{is_capital, lower};
use crate::text::order::order;
use crate::text::script::{self, Script};
use crate::text::sentences::ends_sentence;

/// What a word is in its sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// The word without its ending, as a number; the same for all forms that are taken as one.
    pub(super) stem: u32,
    /// Which text it stands in, and where.
    pub(super) text: u32,
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) sentence: u32,
    pub(super) capital: bool,
    pub(super) starts_sentence: bool,
    /// Part of no topic: a stop word, or led by a digit.
    pub(super) is_stop: bool,
    pub(super) is_determiner: bool,
    /// A mark or the block's edge stands between it and the word before.
    pub(super) after_mark: bool,
    pub(super) in_title: bool,
}

/// A stem with what is known of it.
#[derive(Clone, Debug)]
pub(super) struct Stem {
    /// The stem's letters.
    pub(super) letters: String,
    /// How often it occurs.
    pub(super) count: u32,
}

#[derive(Debug)]
pub(super) struct Text<'a> {
    pub(super) texts: Vec<&'a str>,
    pub(super) tokens: Vec<Token>,
    pub(super) stems: Vec<Stem>,
}

impl<'a> Text<'a> {
    pub(super) fn read(
        title: Option<&'a str>,
        texts: impl Iterator<Item = &'a str>,
        language: &str,
        words: &FunctionWords,
    ) -> Self {
        // The language files hold their words sorted.
        let mut reader = Reader {
            text: Text { texts: Vec::new(), tokens: Vec::new(), stems: Vec::new() },
            letters: Vec::new(),
            stop: words.stop.split_ascii_whitespace().collect(),
            determiners: words.determiners.split_ascii_whitespace().collect(),
            strip: strips_endings(language),
            sentence: 0,
        };
        for (text, in_title) in title.map(|title| (title, true)).into_iter().chain(texts.map(|text| (text, false))) {
            reader.block(text, in_title);
        }
        reader.number_stems();
        reader.text
    }

    /// The letters of a token as they are written.
    pub(super) fn written(&self, tokens: &[Token]) -> &'a str {
        match tokens {
            [] => "",
            [first, ..] => {
                &self.texts[first.text as usize][first.start as usize..tokens[tokens.len() - 1].end as usize]
            }
        }
    }
}

/// A word's place in a text, its letters folded, and the marks around it.
pub(super) struct Word {
    pub(super) range: Range<usize>,
    pub(super) folded: String,
    pub(super) after_mark: bool,
    pub(super) after_sentence: bool,
}

/// The words of a text. A word is a run of letters, digits and what stands within words (hyphen,
/// apostrophe, full stop or slash between letters); a run of one script where scripts meet. Kana
/// other than katakana, which join words in Japanese, are marks.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open: Option<(usize, usize, Run)> = None;
    let (mut after_mark, mut after_sentence) = (true, true);
    let mut letters = text.char_indices().peekable();
    while let Some((index, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let run = Run::of(letter);
        let joins = open.as_ref().is_some_and(|(.., kind)| *kind == Run::Spaced)
            && matches!(letter, '-' | '‑' | '\'' | '’' | '.' | '/' | '&' | '_' | '@' | '׳' | '״')
            && next.is_some_and(|next| Run::of(next) == Some(Run::Spaced));
        let invisible = script::is_invisible(letter) || is_combining(letter);
        match (&mut open, run) {
            (Some((_, end, kind)), Some(run)) if *kind == run => *end = index + letter.len_utf8(),
            (Some((_, end, _)), _) if joins || invisible => *end = index + letter.len_utf8(),
            (_, run) => {
                if let Some((start, end, _)) = open.take() {
                    words.push(word(text, start..end, after_mark, after_sentence));
                    (after_mark, after_sentence) = (false, false);
                }
                if let Some(run) = run {
                    open = Some((index, index + letter.len_utf8(), run));
                } else if !letter.is_whitespace() {
                    after_mark = true;
                    after_sentence |= ends_sentence(letter, next);
                }
            }
        }
    }
    if let Some((start, end, _)) = open {
        words.push(word(text, start..end, after_mark, after_sentence));
    }
    words
}

fn word(text: &str, range: Range<usize>, after_mark: bool, after_sentence: bool) -> Word {
    let folded = text[range.clone()]
        .chars()
        .filter(|letter| !script::is_invisible(*letter))
        .map(|letter| if letter == '’' { '\'' } else { lower(letter) })
        .collect();
    Word { range, folded, after_mark, after_sentence }
}

/// Letters that make a word together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Run {
    Spaced,
    Han,
    Katakana,
}

impl Run {
    fn of(letter: char) -> Option<Self> {
        match script::of(letter) {
            _ if letter.is_ascii() => letter.is_ascii_alphanumeric().then_some(Self::Spaced),
            Script::Han => Some(Self::Han),
            Script::Kana => {
                matches!(letter, '\u{30a1}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9f}').then_some(Self::Katakana)
            }
            Script::Spaced => letter.is_alphanumeric().then_some(Self::Spaced),
            // Not parted into words without a dictionary.
            _ => None,
        }
    }
}

/// Marks above and below letters that aren't alphabetic themselves (Unicode `Mn` in the common
/// blocks): Arabic vowel signs, Hebrew points, combining accents.
fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{93c}' | '\u{94d}')
}

/// Endings that are taken off, the longest first, down to four letters. As good as Snowball's
/// stemmers on seven sets of keyphrases, without their bytes.
const ENDINGS: [&str; 10] = ["innen", "ern", "en", "er", "es", "em", "n", "e", "s", "x"];

/// Whether the language's inflections are such endings.
pub(super) fn strips_endings(language: &str) -> bool {
    !matches!(language, "ar" | "fa" | "he" | "hi" | "ja" | "ko" | "ru" | "ur" | "zh")
}

/// The word without its ending.
pub(super) fn stem(word: &str, strip: bool) -> &str {
    const SHORTEST: usize = 4;
    if !strip {
        return word;
    }
    ENDINGS
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.chars().count() >= SHORTEST))
        .unwrap_or(word)
}

/// Whether the word is a number or led by one: `2.400`, `3G`, 四年 (four years), 三人 (three people);
/// not 一番列車 (the first train), which is a name.
fn is_number(word: &str) -> bool {
    const LONGEST_COUNT: usize = 3;
    let mut letters = word.chars();
    letters.next().is_some_and(|first| {
        first.is_numeric() || ("〇一二三四五六七八九十百千万数何".contains(first) && letters.count() < LONGEST_COUNT)
    })
}

struct Reader<'a, 'w> {
    text: Text<'a>,
    /// The stem of each token.
    letters: Vec<String>,
    stop: Vec<&'w str>,
    determiners: Vec<&'w str>,
    strip: bool,
    sentence: u32,
}

impl<'a> Reader<'a, '_> {
    fn block(&mut self, text: &'a str, in_title: bool) {
        let number = self.text.texts.len() as u32;
        self.text.texts.push(text);
        for word in words(text) {
            if word.after_sentence && !self.text.tokens.is_empty() {
                self.sentence += 1;
            }
            self.letters.push(stem(&word.folded, self.strip).to_owned());
            let token = Token {
                stem: 0,
                text: number,
                start: word.range.start as u32,
                end: word.range.end as u32,
                sentence: self.sentence,
                capital: text[word.range.clone()].chars().next().is_some_and(is_capital),
                starts_sentence: word.after_sentence,
                is_stop: self.stop.binary_search(&word.folded.as_str()).is_ok() || is_number(&word.folded),
                is_determiner: self.determiners.binary_search(&word.folded.as_str()).is_ok(),
                after_mark: word.after_mark,
                in_title,
            };
            self.text.tokens.push(token);
        }
    }

    /// Gives equal stems one number, in the order of their letters.
    fn number_stems(&mut self) {
        let letters = &self.letters;
        for token in order(letters.len(), &|one, other| letters[one].cmp(&letters[other])) {
            let stem = &letters[token as usize];
            match self.text.stems.last_mut() {
                Some(last) if last.letters == *stem => last.count += 1,
                _ => self.text.stems.push(Stem { letters: stem.clone(), count: 1 }),
            }
            self.text.tokens[token as usize].stem = self.text.stems.len() as u32 - 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{stem, words};

    #[test]
    fn parts_words() {
        let cases = [
            ("E-Mail-Adresse, bitte", vec!["e-mail-adresse", "bitte"]),
            ("Er kam. Sie ging", vec!["er", "kam", "sie", "ging"]),
            ("山の鉄道、カメラとJRの駅", vec!["山", "鉄道", "カメラ", "jr", "駅"]),
            ("كِتَابٌ جديد", vec!["كِتَابٌ", "جديد"]),
            ("Ver\u{ad}kehr", vec!["verkehr"]),
            ("— … !", vec![]),
        ];
        for (text, expected) in cases {
            assert_eq!(words(text).iter().map(|word| word.folded.as_str()).collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn marks_and_sentences_part_phrases() {
        let marks: Vec<_> =
            words("Rat, der. (Bund) heute").iter().map(|word| (word.after_mark, word.after_sentence)).collect();
        assert_eq!(marks, [(true, true), (true, false), (true, true), (true, false)]);
    }

    #[test]
    fn takes_endings_off() {
        for (word, expected) in [
            ("lehrerinnen", "lehrer"),
            ("städten", "städt"),
            ("stadt", "stadt"),
            ("haus", "haus"),
            ("hauses", "haus"),
            ("hamburgs", "hamburg"),
        ] {
            assert_eq!(stem(word, true), expected);
        }
        assert_eq!(stem("städten", false), "städten");
    }
}
