//! The words of a text as topics are made of them.

use std::ops::Range;

use crate::text::fold::{begins_with_capital, is_capital, lower};
use crate::text::script::{self, Script};
use crate::text::sentences::ends_sentence;

use super::grammar::Grammar;
use super::unspaced::Lexicon;
use super::vocabulary::Vocabulary;

/// A word's place in a text, and the marks around it.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Bytes of the text.
    pub(super) range: Range<usize>,
    /// Which of the vocabulary it is.
    pub(super) number: u32,
    pub(super) after_mark: bool,
    pub(super) after_sentence: bool,
    pub(super) capital: bool,
    /// All its letters are capitals, and there are several.
    pub(super) shouts: bool,
    /// It is a word of the lexicon.
    pub(super) is_repeated: bool,
}

/// Words in order, of one text or of several.
#[derive(Default)]
pub(super) struct Words {
    pub(super) vocabulary: Vocabulary,
    pub(super) list: Vec<Word>,
    /// How many words there are with each text.
    ends: Vec<usize>,
    /// What parts runs of Han; nothing leaves them whole.
    lexicon: Option<Lexicon>,
    /// The letters of the word that is being read.
    folded: String,
}

impl Words {
    /// None yet.
    pub(super) fn parted_by(lexicon: Option<Lexicon>) -> Self {
        Self { lexicon, ..Self::default() }
    }

    pub(super) fn of(text: &str, grammar: &Grammar<'_>) -> Self {
        Self::of_texts(&[text], grammar)
    }

    pub(super) fn of_texts(texts: &[&str], grammar: &Grammar<'_>) -> Self {
        let mut words = Self::default();
        for text in texts {
            words.read(text, grammar);
        }
        words
    }

    /// The words of one of the texts.
    pub(super) fn of_text(&self, number: usize) -> &[Word] {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.list[start..self.ends[number]]
    }

    pub(super) fn stem(&self, word: &Word) -> &str {
        self.vocabulary.stem(word.number)
    }

    pub(super) fn folded(&self, word: &Word) -> &str {
        self.vocabulary.folded(word.number)
    }

    /// Adds the words of a text. A word is a run of letters, digits and what stands within words
    /// (hyphen, apostrophe, full stop or slash between letters); a run of one script where scripts
    /// meet. Kana other than katakana, which join words in Japanese, are marks.
    pub(super) fn read(&mut self, text: &str, grammar: &Grammar<'_>) {
        let mut open: Option<(usize, usize, Run)> = None;
        let (mut after_mark, mut after_sentence) = (true, true);
        let mut letters = text.char_indices().peekable();
        while let Some((index, letter)) = letters.next() {
            let next = letters.peek().map(|(_, next)| *next);
            // An address has no words.
            if letter == ':' && text[index..].starts_with("://") {
                while letters.next_if(|(_, next)| next.is_ascii_graphic()).is_some() {}
                open = None;
                after_mark = true;
                continue;
            }
            let run = Run::of(letter);
            let joins = open.as_ref().is_some_and(|(.., kind)| *kind == Run::Spaced)
                && matches!(letter, '-' | '‑' | '\'' | '’' | '.' | '/' | '&' | '_' | '@' | '׳' | '״')
                && next.is_some_and(|next| Run::of(next) == Some(Run::Spaced));
            let invisible = script::is_invisible(letter) || is_combining(letter);
            match (&mut open, run) {
                (Some((_, end, kind)), Some(run)) if *kind == run => *end = index + letter.len_utf8(),
                (Some((start, end, _)), _) if joins && is_apostrophe(letter) => {
                    if Grammar::elides(self.fold(&text[*start..*end])) {
                        self.push(text, *start..*end, grammar, (after_mark, after_sentence));
                        (after_mark, after_sentence) = (false, false);
                        open = None;
                    } else {
                        *end = index + letter.len_utf8();
                    }
                }
                (Some((_, end, _)), _) if joins || invisible => *end = index + letter.len_utf8(),
                (_, run) => {
                    if let Some((start, end, run)) = open.take() {
                        self.close(text, start..end, run, grammar, (after_mark, after_sentence));
                        (after_mark, after_sentence) = (false, false);
                    }
                    if let Some(run) = run {
                        open = Some((index, index + letter.len_utf8(), run));
                    } else if !letter.is_whitespace() || grammar.is_unspaced() {
                        after_mark = true;
                        after_sentence |= ends_sentence(letter, next);
                    }
                }
            }
        }
        if let Some((start, end, run)) = open {
            self.close(text, start..end, run, grammar, (after_mark, after_sentence));
        }
        self.ends.push(self.list.len());
    }

    fn close(&mut self, text: &str, range: Range<usize>, run: Run, grammar: &Grammar<'_>, after: (bool, bool)) {
        if run == Run::Han && self.lexicon.is_some() {
            return self.part(text, range, grammar, after);
        }
        self.fold(&text[range.clone()]);
        let mut end = range.end;
        // An ending behind an apostrophe is no part of the word.
        let apostrophe = self.folded.bytes().rposition(|letter| letter == b'\'');
        if let Some(apostrophe) = apostrophe
            && grammar.is_clitic(&self.folded[apostrophe + 1..])
        {
            self.folded.truncate(apostrophe);
            let written = text[range.clone()].char_indices().rfind(|(_, letter)| is_apostrophe(*letter));
            end = range.start + written.map_or(0, |(place, _)| place);
        }
        self.push(text, range.start..end, grammar, after);
    }

    /// Adds the words of a run of Han, and what stands between them.
    fn part(&mut self, text: &str, range: Range<usize>, grammar: &Grammar<'_>, mut after: (bool, bool)) {
        let letters: Vec<char> = text[range.clone()].chars().collect();
        let (mut place, mut start, mut byte) = (0, 0, range.start);
        let mut from = byte;
        while place <= letters.len() {
            let word = self.lexicon.as_ref().and_then(|lexicon| lexicon.word(&letters[place..]));
            if word.is_some() || place == letters.len() {
                if start < place {
                    self.fold(&text[from..byte]);
                    self.push(text, from..byte, grammar, after);
                    after = (false, false);
                }
                let Some(length) = word else { break };
                let end = byte + letters[place..place + length].iter().map(|letter| letter.len_utf8()).sum::<usize>();
                self.fold(&text[byte..end]);
                self.push(text, byte..end, grammar, after);
                if let Some(word) = self.list.last_mut() {
                    word.is_repeated = true;
                }
                after = (false, false);
                (place, byte) = (place + length, end);
                (start, from) = (place, byte);
            } else {
                byte += letters[place].len_utf8();
                place += 1;
            }
        }
    }

    /// Adds the word that has been folded.
    fn push(
        &mut self,
        text: &str,
        range: Range<usize>,
        grammar: &Grammar<'_>,
        (after_mark, after_sentence): (bool, bool),
    ) {
        let number = self.vocabulary.number(&self.folded, grammar);
        let written = &text[range.clone()];
        let capital = begins_with_capital(written);
        let mut behind = written.chars();
        behind.next();
        let shouts = capital && behind.next().is_some_and(is_capital) && !written.chars().any(is_small);
        self.list.push(Word { range, number, after_mark, after_sentence, capital, shouts, is_repeated: false });
    }

    fn fold(&mut self, written: &str) -> &str {
        self.folded.clear();
        self.folded.extend(
            written
                .chars()
                .filter(|letter| !script::is_invisible(*letter))
                .map(|letter| if letter == '’' { '\'' } else { lower(letter) }),
        );
        &self.folded
    }
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’')
}

/// A letter of a script with capitals that is none.
fn is_small(letter: char) -> bool {
    letter.is_alphabetic() && !is_capital(letter)
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
            // "Each", which joins no word: 各競技団体.
            _ if letter == '各' => None,
            Script::Han => Some(Self::Han),
            Script::Kana if matches!(letter, 'ヶ' | 'ヵ') => Some(Self::Han),
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

#[cfg(test)]
mod tests {
    use super::Words;
    use crate::language::FunctionWords;
    use crate::topics::grammar::Grammar;

    fn words(text: &str, language: &str) -> Words {
        Words::of(text, &Grammar::of(language, &FunctionWords::default()))
    }

    #[test]
    fn parts_words() {
        let cases = [
            ("de", "E-Mail-Adresse, bitte", vec!["e-mail-adresse", "bitte"]),
            ("de", "Er kam. Sie ging", vec!["er", "kam", "sie", "ging"]),
            ("ja", "山の鉄道、カメラとJRの駅", vec!["山", "鉄道", "カメラ", "jr", "駅"]),
            ("ja", "各競技団体", vec!["競技団体"]),
            ("ar", "كِتَابٌ جديد", vec!["كِتَابٌ", "جديد"]),
            ("de", "Ver\u{ad}kehr", vec!["verkehr"]),
            ("de", "— … !", vec![]),
            ("fr", "l’Europe d'aujourd'hui, O'Brien", vec!["l", "europe", "d", "aujourd'hui", "o'brien"]),
            ("it", "dell'arte", vec!["dell", "arte"]),
            ("en", "Obama’s aides don't", vec!["obama", "aides", "don"]),
            ("tr", "Ankara'daki İstanbul'dan", vec!["ankara", "istanbul"]),
        ];
        for (language, text, expected) in cases {
            let found = words(text, language);
            assert_eq!(found.list.iter().map(|word| found.folded(word)).collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn marks_and_sentences_part_phrases() {
        let marks: Vec<_> = words("Rat, der. (Bund) heute", "de")
            .list
            .iter()
            .map(|word| (word.after_mark, word.after_sentence))
            .collect();
        assert_eq!(marks, [(true, true), (true, false), (true, true), (true, false)]);
    }
}
