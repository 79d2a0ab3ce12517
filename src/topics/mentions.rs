//! Where a text mentions a topic, in any of the forms that are taken as one.

use std::ops::Range;

use crate::text::fold::lower;
use crate::text::script::{self, Script};

use super::tokens::{stem, strips_endings, words};

/// A place in a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Mention {
    /// The number of the text.
    pub(crate) text: usize,
    /// Bytes in it.
    pub(crate) range: Range<usize>,
}

/// The places of each label in the texts, in order. Those in `skipped`, the editor's own list of
/// topics, count only where there is no other.
pub(super) fn find(labels: &[&str], texts: &[&str], skipped: Range<usize>, language: &str) -> Vec<Vec<Mention>> {
    let strip = strips_endings(language);
    let wanted: Vec<Wanted> = labels.iter().map(|label| Wanted::of(label, strip)).collect();
    let mut found: Vec<Vec<Mention>> = vec![Vec::new(); labels.len()];
    let mut in_list = found.clone();
    for (number, text) in texts.iter().enumerate() {
        let words: Vec<(Range<usize>, String, bool)> = words(text)
            .into_iter()
            .map(|word| (word.range, stem(&word.folded, strip).to_owned(), word.after_mark))
            .collect();
        let into = if skipped.contains(&number) { &mut in_list } else { &mut found };
        for (wanted, mentions) in wanted.iter().zip(into) {
            match wanted {
                Wanted::Words(stems) => {
                    mentions.extend(phrases(&words, stems).map(|range| Mention { text: number, range }));
                }
                Wanted::Letters(letters) => {
                    mentions.extend(runs(text, letters).map(|range| Mention { text: number, range }));
                }
            }
        }
    }
    for (mentions, listed) in found.iter_mut().zip(in_list) {
        if mentions.is_empty() {
            *mentions = listed;
        }
    }
    found
}

/// What to look for.
enum Wanted {
    /// These stems in a row.
    Words(Vec<String>),
    /// These letters, in scripts without spaces between words.
    Letters(Vec<char>),
}

impl Wanted {
    fn of(label: &str, strip: bool) -> Self {
        if label.chars().any(|letter| script::of(letter) != Script::Spaced) {
            return Self::Letters(label.chars().filter(|letter| !letter.is_whitespace()).map(lower).collect());
        }
        Self::Words(words(label).iter().map(|word| stem(&word.folded, strip).to_owned()).collect())
    }
}

fn phrases<'a>(
    words: &'a [(Range<usize>, String, bool)],
    stems: &'a [String],
) -> impl Iterator<Item = Range<usize>> + 'a {
    let length = stems.len().max(1);
    words
        .windows(length)
        .filter(move |window| {
            !stems.is_empty()
                && window.iter().zip(stems).all(|((_, found, _), stem)| found == stem)
                && window[1..].iter().all(|(.., after_mark)| !after_mark)
        })
        .map(move |window| window[0].0.start..window[length - 1].0.end)
}

/// Runs of equal letters, none overlapping another.
fn runs<'a>(text: &'a str, letters: &'a [char]) -> impl Iterator<Item = Range<usize>> + 'a {
    let mut next = 0;
    text.char_indices().filter_map(move |(start, _)| {
        if start < next || letters.is_empty() {
            return None;
        }
        let mut rest = text[start..].char_indices();
        let mut end = start;
        for wanted in letters {
            let (offset, found) = rest.next()?;
            if lower(found) != *wanted {
                return None;
            }
            end = start + offset + found.len_utf8();
        }
        next = end;
        Some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn finds_inflected_forms_and_phrases() {
        let texts = [
            "Die Kultur der Städte. Kulturen leben, Kultur",
            "Annalena Muster kam. Muster ging; Annalena, Muster",
            "Tourismus",
        ];
        let labels = ["Kultur", "Annalena Muster", "Tourismus", "Bildung", ""];
        let counts: Vec<usize> = find(&labels, &texts, 2..3, "de").iter().map(Vec::len).collect();
        assert_eq!(counts, [3, 1, 1, 0, 0]);
    }

    #[test]
    fn finds_letters_in_scripts_without_spaces() {
        let found = find(&["登山鉄道"], &["新しい登山鉄道は、登山鉄道の駅から"], 0..0, "ja");
        assert_eq!(found[0].len(), 2);
    }
}
