//! Ranks candidates by a formula whose weights were set on seven sets of articles with known topics
//! (news, broadcasts and abstracts in five languages), where it beats YAKE, RAKE and TextRank and
//! needs no table of word frequencies. `npm run bench` measures it beside them.

use crate::analysis::Source;
use crate::text::find::contains;
use crate::text::order::order;

use super::Named;
use super::candidates::Candidate;
use super::grammar::Grammar;
use super::kin::Kin;
use super::tokens::Text;

/// The first two chips of a text are right more often than what follows, which needs this score to be
/// shown. Lower in Chinese, whose words are shorter; in Japanese none: the kana between its words leave
/// out what is none.
const SURE: usize = 2;
const FURTHER_FLOOR: f64 = 4.4;
const FURTHER_FLOOR_CHINESE: f64 = 3.2;

/// What the topics are for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Purpose {
    /// As many as are asked for, with their relevance. What a brief text says in parts and as a whole
    /// may both be wanted: "sea", "sea level".
    List,
    /// A few that a reader sees: rather none than a weak one, and none twice in other words.
    Chips,
}

/// The best topics, the best first. None lies within another.
pub(super) fn best(
    text: &Text,
    candidates: &[Candidate],
    grammar: &Grammar<'_>,
    purpose: Purpose,
    most: usize,
) -> Vec<Named> {
    let judge = Judge {
        text,
        grammar,
        kin: Kin::of(text, grammar),
        has_capitals: text.uses_capitals(),
        is_known: grammar.is_known() && text.is_in(grammar),
    };
    let scores: Vec<f64> = candidates.iter().map(|candidate| judge.score(candidate)).collect();
    // Equal scores in the order of the text's stems, so that every environment agrees.
    let order = order(candidates.len(), &|one, other| scores[other].total_cmp(&scores[one]).then(one.cmp(&other)));
    let mut chosen: Vec<(usize, &Candidate)> = Vec::new();
    for place in order.into_iter().map(|place| place as usize) {
        let candidate = &candidates[place];
        if chosen.len() == most {
            break;
        }
        let further = match chosen.len() {
            0..SURE => f64::MIN,
            _ if grammar.language == "ja" => f64::MIN,
            _ if grammar.language == "zh" => FURTHER_FLOOR_CHINESE,
            _ => FURTHER_FLOOR,
        };
        let is_weak = purpose == Purpose::Chips
            && !(judge.is_fit(candidate) && scores[place] >= judge.floor(candidate).max(further));
        if candidate.label.chars().count() < 2 || is_weak {
            continue;
        }
        let may_nest = purpose == Purpose::List && text.is_brief();
        let is_known = |other: &Candidate| {
            candidate.is_within(other)
                || !may_nest && other.is_within(candidate)
                || purpose == Purpose::Chips && candidate.overlaps(other)
        };
        if chosen.iter().any(|(_, other)| is_known(other)) {
            continue;
        }
        // Looked for at most once for each that is chosen: it goes through all candidates.
        let whole = judge.whole_name(candidate, candidates).unwrap_or(candidate);
        // A part of the name that came before: the whole takes its place.
        match chosen.iter_mut().find(|(_, other)| other.words().len() == 1 && other.is_within(whole)) {
            Some(part) if whole.words().len() > candidate.words().len() => part.1 = whole,
            _ => chosen.push((place, whole)),
        }
    }
    chosen
        .into_iter()
        .map(|(place, whole)| Named {
            label: whole.label.clone(),
            source: Source::Text,
            relevance: relevance(scores[place]),
            href: None,
            part: (whole.words() != candidates[place].words()).then(|| candidates[place].label.clone()),
            why: super::why::found(&candidates[place], judge.compounds(&candidates[place])),
        })
        .collect()
}

/// Brings a score, which has no bounds, between 0 and 1.
fn relevance(score: f64) -> f64 {
    0.5 + 0.5 * score / (1.0 + score.abs())
}

struct Judge<'a> {
    text: &'a Text,
    grammar: &'a Grammar<'a>,
    kin: Kin,
    has_capitals: bool,
    /// The words of the text's language are known.
    is_known: bool,
}

/// By the other logarithm: two of them are a kilobyte of wasm.
fn log2(value: f64) -> f64 {
    value.ln() * std::f64::consts::LOG2_E
}

impl Judge<'_> {
    fn score(&self, candidate: &Candidate) -> f64 {
        let (mut count, mut words_count, mut length, mut compounds) = (0, 0.0, 0.0, 0.0);
        let last = candidate.words().len() - 1;
        for (place, word) in candidate.words().iter().enumerate() {
            let stem = &self.text.stems[*word as usize];
            if place == 0 || place == last || !stem.is_joint {
                count += 1;
                words_count += log2(1.0 + f64::from(stem.count));
                length += (0.4 + 0.05 * f64::from(stem.letters)).min(1.05);
                compounds += log2(1.0 + f64::from(self.kin.count(*word)));
            }
        }
        let mentions = f64::from(candidate.mentions);
        let share = |part: u32| f64::from(part) / mentions;
        let is_brief = self.text.is_brief();

        let counted = log2(1.0 + mentions).ln();
        let mean = |sum: f64| sum / f64::from(count);
        let alone = share(candidate.alone);
        let letters = candidate.label.chars().filter(|letter| letter.is_alphabetic()).count();

        1.3 * counted + 0.75 * (0.5 + mean(words_count)).ln() + 0.7 * (0.15 + mean(length)).ln()
            - 0.6 * (1.0 + 0.5 * log2(1.0 + f64::from(candidate.first_sentence))).ln()
            + 0.6 * (0.3 + alone).ln()
            + when(candidate.in_title, 0.4)
            + when(candidate.first_sentence < 2, 0.1)
            + 0.35 * share(candidate.after_determiner)
            + 0.25 * mean(compounds)
            + 1.0 * share(candidate.followers)
            + when(self.has_capitals, 0.9 * share(candidate.shouted))
            + when(contains(&candidate.label, "-"), 0.35)
            + when(count == 2, 0.1)
            + when(is_brief && matches!(count, 2 | 3), 0.3)
            + when(candidate.words().len() > 1, 0.3 * counted)
            - when(letters < 4 && !self.grammar.is_unspaced(), 0.6)
            - 0.1 * (alone - 0.5) * (log2(self.text.tokens.len() as f64) - 8.5)
            + self.capitals(candidate)
    }

    /// Nouns have capitals in German, names everywhere.
    fn capitals(&self, candidate: &Candidate) -> f64 {
        if !self.has_capitals {
            return 0.0;
        }
        if self.grammar.language != "de" {
            return 0.4 * f64::from(candidate.capitals) / f64::from(candidate.within_sentence.max(1));
        }
        match (candidate.words().len(), candidate.capital_ends) {
            (1, [false, _]) => -1.0,
            (1, _) => 0.0,
            (_, [_, false]) => -1.5,
            // A verb between two nouns.
            (_, [true, true]) if candidate.small_within => -1.5,
            (_, [true, true]) => 0.0,
            (_, [false, true]) => -0.5,
        }
    }

    /// Whether a reader would take it for a topic, whatever its rank: in a text of some length what is
    /// said once isn't what it is about; in German it is a noun; where the language's words aren't
    /// known only names and what the title says are sure enough.
    fn is_fit(&self, candidate: &Candidate) -> bool {
        const SHORT: usize = 100;
        // A title's words stand beside each other that don't belong together ("Cocaine Intercepted").
        let is_titled = candidate.in_title && candidate.words().len() == 1;
        let is_said_twice = candidate.mentions > 1 || is_titled || self.text.tokens.len() < SHORT;
        let is_noun = self.grammar.language != "de" || !self.has_capitals || candidate.capital_ends == [true; 2];
        let is_sure = self.is_known
            || candidate.in_title
            || (self.has_capitals && candidate.capitals * 2 > candidate.within_sentence);
        // "St", "Nr"; not "EU".
        let is_word = candidate.label.chars().count() > 2
            || candidate.shouted == candidate.mentions
            || self.grammar.is_unspaced();
        // "Gutes Heu" at the beginning of a sentence is no name.
        let is_titled_phrase = candidate.within_sentence == 0 && candidate.in_title;
        let is_name = self.grammar.language != "de"
            || candidate.words().len() == 1
            || is_titled_phrase
            || (candidate.capitals > 0 && candidate.capitals * 2 >= candidate.within_sentence);
        is_said_twice && is_noun && is_name && is_sure && is_word && !candidate.is_half && !candidate.is_owned()
    }

    /// The lowest score of a chip: of single words that the title doesn't say four in ten are too general
    /// to be a topic ("Kunden", "speed"), of phrases, names and what the title says one. Set on judged
    /// articles (`benches/topics/judged.tsv`, which says on which) so that nine in ten chips are accepted,
    /// on articles that set nothing too; that leaves four in ten without a chip from their text.
    fn floor(&self, candidate: &Candidate) -> f64 {
        let is_phrase = candidate.words().len() > 1 || contains(&candidate.label, "-");
        let is_german = self.grammar.language == "de";
        let is_name = !is_german && self.has_capitals && candidate.capitals * 2 > candidate.within_sentence;
        match (is_phrase, candidate.in_title) {
            // Shorter in letters, so lower in score.
            _ if self.grammar.is_unspaced() => 2.2,
            (true, true) if is_german => 3.7,
            (true, true) => 3.55,
            (true, false) if is_german => 3.5,
            (true, false) => 4.85,
            (false, true) if is_german => 3.85,
            (false, true) if is_name => 3.55,
            (false, true) => 4.85,
            (false, false) if is_name => 4.15,
            // A long word is a compound, which says more.
            (false, false) if is_german && candidate.label.chars().count() > 9 => 4.0,
            (false, false) if is_german => 5.6,
            (false, false) => 5.65,
        }
    }

    /// "Annalena Baerbock" for "Baerbock": the longest phrase of capitalised words that ends in the
    /// word, whose other words hardly stand without it.
    fn whole_name<'c>(&self, part: &Candidate, candidates: &'c [Candidate]) -> Option<&'c Candidate> {
        /// A longer word before a name is an office: "Bundeswirtschaftsminister". In letters.
        const LONGEST_NAME: usize = 10;
        /// Sentences in which a person is introduced.
        const INTRODUCED: u32 = 8;
        let [last] = part.words() else { return None };
        let is_name = part.capitals * 5 >= part.within_sentence * 4
            && part.capital_ends[0]
            && part.after_determiner * 3 <= part.mentions;
        if !is_name || !self.has_capitals {
            return None;
        }
        let count = |stem: &u32| self.text.stems[*stem as usize].count;
        candidates
            .iter()
            .filter(|whole| {
                let Some((end, others)) = whole.words().split_last() else { return false };
                // The first name alone, as papers call children and celebrities.
                if others == [*last] && whole.in_title && whole.capital_ends == [true; 2] {
                    return count(end) <= whole.mentions + 1 && !matches!(self.grammar.language, "de" | "en");
                }
                end == last
                    && !others.is_empty()
                    && whole.capital_ends == [true; 2]
                    && !whole.small_within
                    && !whole.is_owned()
                    && whole.after_determiner * 2 <= whole.mentions
                    && whole
                        .label
                        .split(' ')
                        .all(|word| word.split('-').all(|part| part.chars().count() <= LONGEST_NAME))
                    && (whole.mentions > 1 || whole.first_sentence < INTRODUCED)
                    && others.iter().all(|other| count(other) <= whole.mentions + 1)
            })
            .max_by_key(|whole| whole.mentions * 4 + whole.words().len() as u32)
    }

    /// How many of the text's words are compounds of it.
    fn compounds(&self, candidate: &Candidate) -> u32 {
        candidate.words().iter().map(|stem| self.kin.count(*stem)).sum()
    }
}

fn when(holds: bool, weight: f64) -> f64 {
    if holds { weight } else { 0.0 }
}
