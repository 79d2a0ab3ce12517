//! The different words of a text, each once: what is to be known of a word is found out once, however
//! often it is said.

use std::hash::Hasher;
use std::ops::Range;

use crate::text::fnv::Fnv;

use super::grammar::Grammar;

/// Words and the parts that their forms share, by numbers of their own.
#[derive(Default)]
pub(super) struct Vocabulary {
    folded: Strings,
    stems: Strings,
    /// Of each word the number of its stem.
    stem_of: Vec<u32>,
}

impl Vocabulary {
    pub(super) fn len(&self) -> usize {
        self.stem_of.len()
    }

    pub(super) fn folded(&self, word: u32) -> &str {
        self.folded.get(word)
    }

    /// The letters of a word's stem.
    pub(super) fn stem(&self, word: u32) -> &str {
        self.stems.get(self.stem_of(word))
    }

    pub(super) fn stem_of(&self, word: u32) -> u32 {
        self.stem_of[word as usize]
    }

    /// The number of a stem with these letters, if a word has it.
    pub(super) fn find_stem(&self, letters: &str) -> Option<u32> {
        self.stems.find(letters)
    }

    /// The letters of all stems, by number.
    pub(super) fn stems(&self) -> impl ExactSizeIterator<Item = &str> {
        (0..self.stems.ranges.len() as u32).map(|stem| self.stems.get(stem))
    }

    /// The number of a folded word, which is added if it is new.
    pub(super) fn number(&mut self, folded: &str, grammar: &Grammar<'_>) -> u32 {
        let number = self.folded.number(folded);
        if number as usize == self.stem_of.len() {
            self.stem_of.push(self.stems.number(&folded[grammar.stem(folded)]));
        }
        number
    }
}

/// Strings by number, in the order in which they come first. A hash table of our own: the standard
/// library's weighs 3 kB (brotli) in wasm.
#[derive(Default)]
struct Strings {
    /// The letters of all.
    letters: String,
    /// Bytes of the letters.
    ranges: Vec<Range<usize>>,
    /// The number of a string and one, at the first free place from its hash on; zero where none is. Its
    /// length is a power of two, at least twice the number of strings.
    places: Vec<u32>,
}

impl Strings {
    fn get(&self, number: u32) -> &str {
        &self.letters[self.ranges[number as usize].clone()]
    }

    fn find(&self, string: &str) -> Option<u32> {
        if self.places.is_empty() { None } else { self.places[self.place(string)].checked_sub(1) }
    }

    /// The number of a string, which is added if it is new.
    fn number(&mut self, string: &str) -> u32 {
        if self.places.len() <= self.ranges.len() * 2 {
            self.grow();
        }
        let place = self.place(string);
        if self.places[place] == 0 {
            let start = self.letters.len();
            self.letters.push_str(string);
            self.ranges.push(start..self.letters.len());
            self.places[place] = self.ranges.len() as u32;
        }
        self.places[place] - 1
    }

    fn grow(&mut self) {
        self.places = vec![0; (self.places.len() * 2).max(256)];
        for number in 0..self.ranges.len() as u32 {
            let place = self.place(self.get(number));
            self.places[place] = number + 1;
        }
    }

    /// Where the string is, or is to be put.
    fn place(&self, string: &str) -> usize {
        let mut hasher = Fnv::default();
        hasher.write(string.as_bytes());
        let mut place = hasher.finish() as usize;
        loop {
            place &= self.places.len() - 1;
            match self.places[place].checked_sub(1) {
                Some(other) if self.get(other) != string => place += 1,
                _ => return place,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Vocabulary;
    use crate::language::FunctionWords;
    use crate::topics::grammar::Grammar;

    #[test]
    fn numbers_each_word_once() {
        let words = FunctionWords::default();
        let grammar = Grammar::of("de", &words);
        let mut vocabulary = Vocabulary::default();
        for _ in 0..2 {
            for number in 0..1000 {
                assert_eq!(vocabulary.number(&format!("wort{number}en"), &grammar), number);
            }
        }
        assert_eq!((vocabulary.len(), vocabulary.folded(7), vocabulary.stem(7)), (1000, "wort7en", "wort7"));
    }
}
