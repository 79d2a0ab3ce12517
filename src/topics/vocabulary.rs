//! The different words of a text, each once: what is to be known of a word is found out once, however
//! often it is said.

use std::hash::Hasher;
use std::ops::Range;

use crate::text::fnv::Fnv;

use super::grammar::Grammar;

/// Words by number, in the order in which they are said first. A hash table of our own: the standard
/// library's weighs 3 kB (brotli) in wasm.
#[derive(Default)]
pub(super) struct Vocabulary {
    /// The folded letters of all.
    letters: String,
    entries: Vec<Entry>,
    /// The number of an entry and one, at the first free place from its hash on; zero where none is. Its
    /// length is a power of two, at least twice the number of entries.
    places: Vec<u32>,
}

/// Bytes of the letters.
struct Entry {
    folded: Range<usize>,
    /// The part of the word that its forms share.
    stem: Range<usize>,
}

impl Vocabulary {
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn folded(&self, word: u32) -> &str {
        &self.letters[self.entries[word as usize].folded.clone()]
    }

    pub(super) fn stem(&self, word: u32) -> &str {
        &self.letters[self.entries[word as usize].stem.clone()]
    }

    /// The number of a folded word, which is added if it is new.
    pub(super) fn number(&mut self, folded: &str, grammar: &Grammar<'_>) -> u32 {
        if self.places.len() <= self.entries.len() * 2 {
            self.grow();
        }
        let place = self.place(folded);
        if self.places[place] == 0 {
            let start = self.letters.len();
            self.letters.push_str(folded);
            let stem = grammar.stem(folded);
            self.entries.push(Entry { folded: start..self.letters.len(), stem: start + stem.start..start + stem.end });
            self.places[place] = self.entries.len() as u32;
        }
        self.places[place] - 1
    }

    fn grow(&mut self) {
        self.places = vec![0; (self.places.len() * 2).max(256)];
        for number in 0..self.entries.len() as u32 {
            let place = self.place(self.folded(number));
            self.places[place] = number + 1;
        }
    }

    /// Where the word is, or is to be put.
    fn place(&self, folded: &str) -> usize {
        let mut hasher = Fnv::default();
        hasher.write(folded.as_bytes());
        let mut place = hasher.finish() as usize;
        loop {
            place &= self.places.len() - 1;
            match self.places[place].checked_sub(1) {
                Some(other) if self.folded(other) != folded => place += 1,
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
