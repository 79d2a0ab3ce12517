//! Where a text mentions a topic: in any of the forms that are taken as one, or as a part of
//! something longer, which then is related.

use std::ops::Range;

use crate::text::find::contains;
use crate::text::fold::{begins_with_capital, lower};
use crate::text::script::{self, Script};

use super::Named;
use super::grammar::Grammar;
use super::words::{Word, Words};

/// A place in a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Mention {
    /// The number of the text.
    pub(crate) text: usize,
    /// Bytes in it.
    pub(crate) range: Range<usize>,
    /// The topic is only a part of what stands there ("Kulturabkommen" for "Kultur"), or what stands
    /// there a part of it ("Baerbock" for the tag "Annalena Baerbock").
    pub(crate) is_related: bool,
}

/// How many are counted: the related ones only where there is no other.
pub(super) fn counted(mentions: &[Mention]) -> u32 {
    let related = mentions.iter().filter(|mention| mention.is_related).count();
    (if related < mentions.len() { mentions.len() - related } else { related }) as u32
}

/// The places of each topic in the texts, in order. Those in `skipped`, the editor's own list of
/// topics, count only where there is no other. Of the texts that `words` are of, these begin at `offset`.
pub(super) fn find(
    topics: &[Named],
    texts: &[&str],
    (words, offset): (&Words, usize),
    skipped: Range<usize>,
    grammar: &Grammar<'_>,
) -> Vec<Vec<Mention>> {
    let wanted: Vec<Wanted> = topics.iter().map(|topic| Wanted::of(topic, words, grammar)).collect();
    let mut found: Vec<Vec<Mention>> = vec![Vec::new(); topics.len()];
    let mut in_list = found.clone();
    for (number, text) in texts.iter().enumerate() {
        let into = if skipped.contains(&number) { &mut in_list } else { &mut found };
        for (wanted, mentions) in wanted.iter().zip(into) {
            let mut add = |range: Range<usize>, is_related| mentions.push(Mention { text: number, range, is_related });
            match wanted {
                Wanted::Words(phrase) => phrase.find(words, words.of_text(number + offset), &mut add),
                Wanted::Letters(letters) => runs(text, letters, &mut add),
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
    Words(Phrase),
    /// These letters, in scripts without spaces between words.
    Letters(Vec<char>),
}

impl Wanted {
    fn of(topic: &Named, words: &Words, grammar: &Grammar<'_>) -> Self {
        let label = &topic.label;
        if label.chars().any(|letter| script::of(letter) != Script::Spaced) {
            return Self::Letters(label.chars().filter(|letter| !letter.is_whitespace()).map(lower).collect());
        }
        let stems_of = |text: &str| -> Vec<String> {
            let words = Words::of(text, grammar);
            words.list.iter().map(|word| words.stem(word).to_owned()).collect()
        };
        let is_part_the_same = topic.part.is_some();
        let part = topic.part.as_deref().or_else(|| last_name(label)).filter(|part| !grammar.is_stop(part));
        let vocabulary = &words.vocabulary;
        let part = part.and_then(|part| vocabulary.find_stem(stems_of(part).last()?));
        let letters = stems_of(label);
        // Where a word of it isn't said, the whole isn't.
        let stems: Vec<u32> = letters.iter().map_while(|stem| vocabulary.find_stem(stem)).collect();
        let is_said = stems.len() == letters.len();
        let role = |word: u32| {
            let stem = vocabulary.stem_of(word);
            Role {
                is_first: is_said && stems.first() == Some(&stem),
                is_part: part == Some(stem),
                holds: letters.len() == 1
                    && holds(vocabulary.folded(word), vocabulary.stem(word), &letters[0], grammar),
            }
        };
        let roles = (0..vocabulary.len() as u32).map(role).collect();
        Self::Words(Phrase { stems, is_part_the_same, roles })
    }
}

/// The last word of a label whose words are all capitalised, if it is long enough to say something.
fn last_name(label: &str) -> Option<&str> {
    const SHORTEST: usize = 5;
    let (mut last, mut count) = ("", 0);
    for word in label.split_whitespace() {
        if !begins_with_capital(word) {
            return None;
        }
        (last, count) = (word, count + 1);
    }
    (count > 1 && last.chars().count() >= SHORTEST).then_some(last)
}

/// Stems in a row.
struct Phrase {
    stems: Vec<u32>,
    /// The word that stands for the whole is no less than that.
    is_part_the_same: bool,
    /// What the words of the text's vocabulary are of it.
    roles: Vec<Role>,
}

/// What a word is of a phrase.
#[derive(Clone, Copy)]
struct Role {
    is_first: bool,
    /// It stands for the whole.
    is_part: bool,
    /// A compound of it.
    holds: bool,
}

impl Phrase {
    fn find(&self, words: &Words, all: &[Word], add: &mut dyn FnMut(Range<usize>, bool)) {
        let length = self.stems.len();
        let mut place = 0;
        while place < all.len() {
            let window = &all[place..(place + length).min(all.len())];
            let word = &all[place];
            let role = self.roles[word.number as usize];
            let is_whole = role.is_first
                && window.len() == length
                && window.iter().zip(&self.stems).all(|(found, stem)| words.vocabulary.stem_of(found.number) == *stem)
                && window[1..].iter().all(|word| !word.after_mark);
            if is_whole {
                add(word.range.start..window[length - 1].range.end, false);
                place += length;
                continue;
            }
            if role.is_part || role.holds {
                add(word.range.clone(), !(role.is_part && self.is_part_the_same));
            }
            place += 1;
        }
    }
}

/// Whether the word is a compound of the topic's one word.
fn holds(folded: &str, stem: &str, topic: &str, grammar: &Grammar<'_>) -> bool {
    const SHORTEST: usize = 5;
    const SHORTEST_REST: usize = 3;
    if folded.len() <= topic.len() {
        return false;
    }
    if contains(folded, "-") && folded.split('-').any(|part| part == topic || &part[grammar.stem(part)] == topic) {
        return true;
    }
    let rest = folded.strip_prefix(topic).or_else(|| stem.strip_suffix(topic));
    rest.is_some_and(|rest| rest.chars().count() >= SHORTEST_REST)
        && topic.chars().count() >= SHORTEST
        && grammar.builds_compounds()
}

/// Runs of equal letters, none overlapping another.
fn runs(text: &str, letters: &[char], add: &mut dyn FnMut(Range<usize>, bool)) {
    let mut next = 0;
    for (start, letter) in text.char_indices() {
        if start < next || letters.first() != Some(&lower(letter)) {
            continue;
        }
        let mut end = start;
        let mut rest = text[start..].chars();
        let is_run = letters.iter().all(|wanted| {
            rest.next().is_some_and(|found| {
                end += found.len_utf8();
                lower(found) == *wanted
            })
        });
        if is_run {
            next = end;
            add(start..end, false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Grammar, Named, Words, find};
    use crate::analysis::Source;
    use crate::language::FunctionWords;

    /// What of the text each label marks; related places in brackets.
    fn marked(language: &str, labels: &[&str], texts: &[&str]) -> Vec<Vec<String>> {
        let words = FunctionWords::default();
        let topics: Vec<Named> = labels.iter().map(|label| Named::by_hand(label, Source::Option, None, "")).collect();
        let grammar = Grammar::of(language, &words);
        let found = find(&topics, texts, (&Words::of_texts(texts, &grammar), 0), 0..0, &grammar);
        let written = |mention: &super::Mention| {
            let text = &texts[mention.text][mention.range.clone()];
            if mention.is_related { format!("({text})") } else { text.to_owned() }
        };
        found.iter().map(|mentions| mentions.iter().map(written).collect()).collect()
    }

    #[test]
    fn finds_inflected_forms_phrases_and_compounds() {
        let cases: [(&str, &str, &str, &[&str]); 11] = [
            ("de", "Kultur", "Die Kultur der Städte. Kulturen leben, Kultur", &["Kultur", "Kulturen", "Kultur"]),
            ("de", "Kultur", "Kulturabkommen und Subkultur, Agrikult", &["(Kulturabkommen)", "(Subkultur)"]),
            ("de", "Kultur", "Das Kultur-Amt, die Ess- und Trink-Kultur", &["(Kultur-Amt)", "(Trink-Kultur)"]),
            ("de", "Rat", "Der Rathaus-Streit, Rat, Verrat", &["Rat"]),
            ("de", "Annalena Muster", "Annalena Muster kam. Muster ging", &["Annalena Muster", "(Muster)"]),
            ("de", "Annalena Muster", "Annalena, Muster", &["(Muster)"]),
            ("de", "Bildung", "Tourismus", &[]),
            ("de", "", "Tourismus", &[]),
            ("en", "harbour", "Harbour, harbours, harbourmaster", &["Harbour", "harbours"]),
            ("en", "Obama", "Obama’s speech", &["Obama"]),
            ("ja", "登山鉄道", "新しい登山鉄道は、登山鉄道の駅から", &["登山鉄道", "登山鉄道"]),
        ];
        for (language, label, text, expected) in cases {
            assert_eq!(marked(language, &[label], &[text]), [expected], "{label}: {text}");
        }
    }

    #[test]
    fn no_mention_reaches_over_a_block() {
        assert_eq!(
            marked("de", &["Neue Brücke"], &["Die neue", "Brücke", "neue Brücke"]),
            [["(Brücke)", "neue Brücke"]]
        );
    }

    #[test]
    fn the_editors_list_counts_only_alone() {
        let words = FunctionWords::default();
        let topics = ["Kultur", "Bildung"].map(|label| Named::by_hand(label, Source::List, None, ""));
        let texts = ["Kultur", "Bildung", "Die Kultur"];
        let grammar = Grammar::of("de", &words);
        let found = find(&topics, &texts, (&Words::of_texts(&texts, &grammar), 0), 0..2, &grammar);
        assert_eq!(found.iter().map(|mentions| mentions[0].text).collect::<Vec<_>>(), [2, 1]);
    }
}
