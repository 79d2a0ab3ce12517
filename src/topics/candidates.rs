//! Words and phrases that a topic may be: one to four neighbouring words, none of them a stop word,
//! no mark between them.

use crate::text::order::order;

use super::tokens::{Text, Token};

/// The most words of a topic, and of one in a text of some length, where four are a sentence's part.
const LONGEST: usize = 4;
const LONGEST_IN_PROSE: usize = 3;

/// A phrase with all that its rank depends on.
#[derive(Debug)]
pub(super) struct Candidate {
    /// The stems of its words; the rest is `u32::MAX`.
    pub(super) stems: [u32; LONGEST],
    /// The form that the text uses most.
    pub(super) label: String,
    pub(super) mentions: u32,
    pub(super) first_sentence: u32,
    /// Mentions with a stop word, a mark or an edge on both sides.
    pub(super) alone: u32,
    pub(super) after_determiner: u32,
    /// Mentions that don't begin a sentence, and how many of these begin with a capital.
    pub(super) within_sentence: u32,
    pub(super) capitals: u32,
    pub(super) in_title: bool,
    /// Different words that follow it, block edges not counted.
    pub(super) followers: u32,
    /// Mentions in capitals throughout.
    pub(super) shouted: u32,
    /// The first and the last word of the label begin with a capital.
    pub(super) capital_ends: [bool; 2],
    /// A word between them doesn't.
    pub(super) small_within: bool,
}

impl Candidate {
    pub(super) fn words(&self) -> &[u32] {
        let length = self.stems.iter().position(|stem| *stem == u32::MAX).unwrap_or(LONGEST);
        &self.stems[..length]
    }

    /// Whether its words stand in a row in the other, or are the same.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        let words = self.words();
        other.words().windows(words.len()).any(|window| window == words)
    }
}

/// All candidates of the text, in the order of their stems.
pub(super) fn find(text: &Text<'_>) -> Vec<Candidate> {
    let tokens = &text.tokens;
    let longest = if text.is_brief() { LONGEST } else { LONGEST_IN_PROSE };
    // Each occurrence: its stems and the place of its first word. Sorting brings equals together.
    let mut occurrences: Vec<([u32; LONGEST], u32)> = Vec::new();
    for start in 0..tokens.len() {
        let mut stems = [u32::MAX; LONGEST];
        for length in 1..=longest {
            let place = start + length - 1;
            let Some(token) = tokens.get(place) else { break };
            // A word said twice in a row is a chant, no phrase.
            let goes_on = length == 1 || !(parted(tokens, place) || tokens[place - 1].stem == token.stem);
            if token.is_stop || !goes_on {
                break;
            }
            stems[length - 1] = token.stem;
            occurrences.push((stems, start as u32));
        }
    }
    order(occurrences.len(), &|one, other| occurrences[one].cmp(&occurrences[other]))
        .chunk_by(|one, other| occurrences[*one as usize].0 == occurrences[*other as usize].0)
        // What a longer text says once, and not in its title, it isn't about.
        .filter(|equals| {
            let is_titled = || tokens[occurrences[equals[0] as usize].1 as usize].in_title;
            text.is_brief() || equals.len() > 1 || is_titled()
        })
        .map(|equals| {
            gather(text, occurrences[equals[0] as usize].0, equals.iter().map(|number| occurrences[*number as usize].1))
        })
        .collect()
}

/// Whether a mark or an edge stands before the token.
fn parted(tokens: &[Token], place: usize) -> bool {
    tokens[place].after_mark || tokens[place].text != tokens[place - 1].text
}

/// `starts` are the places of the phrase's first word.
fn gather(text: &Text<'_>, stems: [u32; LONGEST], starts: impl ExactSizeIterator<Item = u32>) -> Candidate {
    let tokens = &text.tokens;
    let mut candidate = Candidate {
        stems,
        label: String::new(),
        mentions: starts.len() as u32,
        first_sentence: u32::MAX,
        alone: 0,
        after_determiner: 0,
        within_sentence: 0,
        capitals: 0,
        in_title: false,
        followers: 0,
        shouted: 0,
        capital_ends: [false; 2],
        small_within: false,
    };
    let length = candidate.words().len();
    let mut forms: Vec<(&str, u32)> = Vec::new();
    let mut followers: Vec<u32> = Vec::new();
    let mut genitives = 0;
    for start in starts {
        let start = start as usize;
        let words = &tokens[start..start + length];
        let first = &words[0];
        let open_before = start == 0 || parted(tokens, start) || tokens[start - 1].is_stop;
        let behind = start + length;
        let open_behind = behind == tokens.len() || parted(tokens, behind) || tokens[behind].is_stop;
        candidate.alone += u32::from(open_before && open_behind);
        candidate.after_determiner += u32::from(start > 0 && !parted(tokens, start) && tokens[start - 1].is_determiner);
        candidate.first_sentence = candidate.first_sentence.min(first.sentence);
        candidate.in_title |= first.in_title;
        genitives += u32::from(start > 0 && matches!(text.written(&tokens[start - 1..start]), "des" | "eines"));
        candidate.shouted += u32::from(words.iter().all(|word| word.shouts));
        followers.extend(tokens.get(behind).map(|follower| follower.stem));
        if !first.starts_sentence {
            candidate.within_sentence += 1;
            candidate.capitals += u32::from(first.capital);
        }
        let written = text.written(words);
        let form = match forms.iter().position(|(form, _)| *form == written) {
            Some(form) => form,
            // A word has few forms; a text that is made to have many shall not slow this down.
            None if forms.len() < 16 => {
                forms.push((written, 0));
                forms.len() - 1
            }
            None => continue,
        };
        forms[form].1 += 1;
    }
    let order = order(followers.len(), &|one, other| followers[one].cmp(&followers[other]));
    let equals = |one: &u32, other: &u32| followers[*one as usize] == followers[*other as usize];
    candidate.followers = order.chunk_by(equals).count() as u32;
    // The commonest form; among equals the shortest, which is least inflected, then the first.
    let mut best = forms[0];
    for form in &forms[1..] {
        if (form.1, best.0.len()) > (best.1, form.0.len()) {
            best = *form;
        }
    }
    best.0.clone_into(&mut candidate.label);
    if genitives == candidate.mentions {
        without_genitive(&mut candidate.label);
    }
    let mut capitals =
        best.0.split_whitespace().map(|word| word.chars().next().is_some_and(crate::text::fold::is_capital));
    let first = capitals.next().unwrap_or(false);
    candidate.capital_ends = [first; 2];
    for capital in capitals {
        candidate.small_within |= !candidate.capital_ends[1];
        candidate.capital_ends[1] = capital;
    }
    candidate.small_within &= first;
    candidate
}

/// "Instituts" as "Institut" where a German text has only "des Instituts".
fn without_genitive(label: &mut String) {
    let is_genitive = label.ends_with('s') && !["ss", "us", "is", "os", "as"].iter().any(|end| label.ends_with(*end));
    if is_genitive && label.chars().nth(5).is_some() {
        let is_long = label.ends_with("es") && !["ees", "ies"].iter().any(|end| label.ends_with(*end));
        label.truncate(label.len() - if is_long { 2 } else { 1 });
    }
}
