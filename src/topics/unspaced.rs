//! Words of Chinese and Japanese, found by how a text uses its characters: without a dictionary and
//! without `Intl.Segmenter`, so that every environment agrees.
//!
//! A run of characters that a text repeats is a word where different characters stand before and
//! behind it: 登山鉄道 in 登山鉄道は, 霧ヶ沢登山鉄道, while 登山鉄 is always followed by 道.

use crate::text::find::is_in;
use crate::text::order::order;
use crate::text::script::{self, Script};

use super::grammar::Grammar;

/// The longest word, in characters.
const LONGEST: usize = 8;

/// Characters that part words wherever they stand.
const PARTS: &str = "的了是在这那着们也都就被把与及而但這與們還";

/// The repeated words of a text.
#[derive(Default, Debug)]
pub(super) struct Lexicon {
    /// Those of each length, sorted.
    words: Vec<Vec<Vec<char>>>,
}

impl Lexicon {
    pub(super) fn of(texts: &[&str], grammar: &Grammar<'_>) -> Self {
        if !grammar.is_unspaced() {
            return Self::default();
        }
        // All texts in a row, every character that is none of a word as an edge.
        let mut letters = Vec::new();
        for text in texts {
            letters.extend(text.chars().map(|letter| if is_part(letter) { letter } else { '\n' }));
            letters.push('\n');
        }
        let places: Vec<usize> = (0..letters.len()).filter(|place| letters[*place] != '\n').collect();
        let behind = |place: usize| &letters[place..(place + LONGEST + 1).min(letters.len())];
        let order = order(places.len(), &|one, other| behind(places[one]).cmp(behind(places[other])));
        let sorted: Vec<usize> = order.into_iter().map(|number| places[number as usize]).collect();

        let count = |word: &[char]| -> usize {
            let start = sorted.partition_point(|place| behind(*place) < word);
            sorted[start..].partition_point(|place| behind(*place).starts_with(word))
        };
        let mut words = vec![Vec::new(); LONGEST + 1];
        for (length, words) in words.iter_mut().enumerate().skip(2) {
            let word = |place: usize| -> &[char] {
                let word = &behind(place)[..length.min(behind(place).len())];
                if word.contains(&'\n') { &[] } else { word }
            };
            for equals in sorted.chunk_by(|one, other| word(*one) == word(*other)) {
                let word = word(equals[0]);
                if word.len() == length
                    && equals.len() > 1
                    && word.iter().any(|letter| *letter != word[0])
                    && varies(equals.iter().map(|place| place.checked_sub(1).map_or('\n', |before| letters[before])))
                    && varies(equals.iter().map(|place| letters.get(place + length).copied().unwrap_or('\n')))
                    && is_whole(word, equals.len(), &count, grammar)
                {
                    words.push(word.to_vec());
                }
            }
        }
        Self { words }
    }

    /// How many of the characters, which are Han, make the first word; `None` if they begin with none.
    pub(super) fn word(&self, letters: &[char]) -> Option<usize> {
        (2..=LONGEST.min(letters.len())).rev().find(|length| {
            let words = self.words.get(*length).map_or(&[][..], Vec::as_slice);
            words.binary_search_by(|word| word.as_slice().cmp(&letters[..*length])).is_ok()
        })
    }
}

fn is_part(letter: char) -> bool {
    (script::of(letter) == Script::Han || matches!(letter, 'ヶ' | 'ヵ')) && !is_in(letter, PARTS)
}

/// Whether the neighbours differ, edges being different from each other.
fn varies(neighbours: impl Iterator<Item = char>) -> bool {
    let mut first = None;
    for neighbour in neighbours {
        if neighbour == '\n' || first.is_some_and(|first| first != neighbour) {
            return true;
        }
        first = Some(neighbour);
    }
    false
}

/// Whether the run doesn't only hold a word: 和北京 where 北京 is said without 和 too, but 以色列 where 色列
/// never stands alone.
fn is_whole(word: &[char], count: usize, count_of: &dyn Fn(&[char]) -> usize, grammar: &Grammar<'_>) -> bool {
    let is_stop = |part: &[char]| grammar.is_stop(&part.iter().collect::<String>());
    (1..=2.min(word.len() - 1)).all(|length| {
        let (start, rest) = word.split_at(length);
        let (front, end) = word.split_at(word.len() - length);
        let is_bound = |part: &[char], other: &[char]| !is_stop(part) || (length == 1 && count_of(other) == count);
        is_bound(start, rest) && is_bound(end, front)
    })
}

#[cfg(test)]
mod tests {
    use super::Lexicon;
    use crate::language::embedded;
    use crate::topics::grammar::Grammar;

    #[test]
    fn repeated_words_with_changing_neighbours() {
        let cases: [(&str, &str, &[&str]); 5] = [
            ("zh", "市政府修复图书馆。图书馆下月开放，市政府表示", &["图书馆", "市政府"]),
            // 和 goes with what is said without it; 色列 is nothing without 以.
            ("zh", "和北京、和北京，在北京。以色列总理，以色列外长", &["北京", "以色列"]),
            ("zh", "说了一次", &[]),
            ("ja", "霧ヶ沢登山鉄道は走る。登山鉄道の駅、霧ヶ沢の峠", &["霧ヶ沢", "登山鉄道"]),
            ("de", "图书馆和图书馆", &[]),
        ];
        for (language, text, expected) in cases {
            let words = embedded(language).unwrap_or_default();
            let lexicon = Lexicon::of(&[text], &Grammar::of(language, &words));
            let found: Vec<String> =
                lexicon.words.concat().into_iter().map(|word| word.into_iter().collect()).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
