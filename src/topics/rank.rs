//! Ranks candidates by a formula whose weights were set on seven sets of articles with known topics
//! (news, broadcasts and abstracts in five languages), where it beats YAKE, RAKE and TextRank and
//! needs no table of word frequencies.

use crate::analysis::Source;
use crate::text::order::order;

use super::Named;
use super::candidates::Candidate;
use super::tokens::{Stem, Text};

/// The best topics, none of which lies within or holds another, the best first.
pub(super) fn best(text: &Text<'_>, candidates: Vec<Candidate>, language: &str, most: usize) -> Vec<Named> {
    // In a text of some length what is said once isn't what it is about.
    const SHORT: usize = 100;
    let kin = Kin::of(&text.stems);
    let length = text.tokens.len();
    let ranked: Vec<(f64, Candidate)> = candidates
        .into_iter()
        .filter(|candidate| candidate.mentions > 1 || candidate.in_title || length < SHORT)
        .filter(|candidate| candidate.label.chars().nth(1).is_some())
        .map(|candidate| (score(&candidate, text, &kin, language), candidate))
        .collect();
    // Equal scores in the order of the text's stems, so that every environment agrees.
    let order = order(ranked.len(), &|one, other| ranked[other].0.total_cmp(&ranked[one].0).then(one.cmp(&other)));
    let mut chosen: Vec<&(f64, Candidate)> = Vec::new();
    for place in order {
        let entry = &ranked[place as usize];
        let overlaps =
            |other: &Candidate| within(entry.1.words(), other.words()) || within(other.words(), entry.1.words());
        if chosen.len() < most && !chosen.iter().any(|(_, other)| overlaps(other)) {
            chosen.push(entry);
        }
    }
    chosen
        .into_iter()
        .map(|(score, candidate)| Named {
            label: candidate.label.clone(),
            source: Source::Text,
            relevance: relevance(*score),
            href: None,
        })
        .collect()
}

/// Whether all words of one stand in a row in the other.
fn within(short: &[u32], long: &[u32]) -> bool {
    long.windows(short.len()).any(|window| window == short)
}

/// Brings a score, which has no bounds, between 0 and 1.
fn relevance(score: f64) -> f64 {
    0.5 + 0.5 * score / (1.0 + score.abs())
}

fn score(candidate: &Candidate, text: &Text<'_>, kin: &Kin, language: &str) -> f64 {
    let words = candidate.words();
    let stems = || words.iter().map(|stem| &text.stems[*stem as usize]);
    let mean = |sum: f64| sum / words.len() as f64;
    let mentions = f64::from(candidate.mentions);
    let share = |part: u32| f64::from(part) / mentions;

    let words_count = mean(stems().map(|stem| (1.0 + f64::from(stem.count)).log2()).sum());
    let length = mean(stems().map(|stem| (0.4 + 0.05 * stem.letters.chars().count() as f64).min(1.05)).sum());
    let alone = share(candidate.alone);
    let compounds = mean(words.iter().map(|stem| (1.0 + f64::from(kin.count(*stem))).log2()).sum());
    let letters: usize = candidate.label.chars().filter(|letter| letter.is_alphabetic()).count();

    1.3 * (1.0 + mentions).log2().ln() + 0.75 * (0.5 + words_count).ln() + 0.7 * (0.15 + length).ln()
        - 0.6 * (1.0 + 0.5 * (1.0 + f64::from(candidate.first_sentence)).log2()).ln()
        + 0.6 * (0.3 + alone).ln()
        + when(candidate.in_title, 0.4)
        + when(candidate.first_sentence < 2, 0.1)
        + 0.35 * share(candidate.after_determiner)
        + 0.25 * compounds
        + when(candidate.label.contains('-'), 0.35)
        + when(words.len() == 2, 0.1)
        - when(letters < 4 && !unspaced(language), 0.6)
        - 0.1 * (alone - 0.5) * ((text.tokens.len() as f64).log2() - 8.5)
        + capitals(candidate, language)
}

fn when(holds: bool, weight: f64) -> f64 {
    if holds { weight } else { 0.0 }
}

fn unspaced(language: &str) -> bool {
    matches!(language, "ja" | "zh")
}

/// Nouns have capitals in German, names everywhere.
fn capitals(candidate: &Candidate, language: &str) -> f64 {
    if language != "de" {
        return 0.4 * f64::from(candidate.capitals) / f64::from(candidate.within_sentence.max(1));
    }
    match (candidate.words().len(), candidate.capital_ends) {
        (1, [false, _]) => -1.0,
        (1, _) | (_, [true, true]) => 0.0,
        (_, [_, false]) => -1.5,
        (_, [false, true]) => -0.5,
    }
}

/// How many other words of the text begin or end with a word: its compounds.
struct Kin {
    counts: Vec<u32>,
}

impl Kin {
    fn of(stems: &[Stem]) -> Self {
        let mut counts = vec![0; stems.len()];
        let forwards: Vec<Vec<u8>> = stems.iter().map(|stem| stem.letters.clone().into_bytes()).collect();
        Self::add_longer(&forwards, stems, &mut counts);
        let backwards: Vec<Vec<u8>> = forwards.into_iter().map(|letters| letters.into_iter().rev().collect()).collect();
        Self::add_longer(&backwards, stems, &mut counts);
        Self { counts }
    }

    /// Adds to each word the count of those that begin with it: in sorted order they follow it.
    fn add_longer(words: &[Vec<u8>], stems: &[Stem], counts: &mut [u32]) {
        let order = order(words.len(), &|one, other| words[one].cmp(&words[other]));
        let mut sums = vec![0_u32];
        for number in &order {
            sums.push(sums[sums.len() - 1] + stems[*number as usize].count);
        }
        for (place, number) in order.iter().enumerate() {
            let letters = &words[*number as usize];
            let longer = order[place + 1..].partition_point(|other| words[*other as usize].starts_with(letters));
            counts[*number as usize] += sums[place + 1 + longer] - sums[place + 1];
        }
    }

    fn count(&self, stem: u32) -> u32 {
        self.counts[stem as usize]
    }
}
