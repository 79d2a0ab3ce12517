//! Words that begin or end with another: its compounds.

use crate::text::order::order;

use super::grammar::Grammar;
use super::tokens::{Stem, Text};

/// How many other words of the text begin or end with a word: its compounds.
pub(super) struct Kin {
    counts: Vec<u32>,
}

impl Kin {
    /// None in a language that writes its compounds apart.
    pub(super) fn of(text: &Text, grammar: &Grammar<'_>) -> Self {
        let mut counts = vec![0; text.stems.len()];
        if grammar.builds_compounds() {
            let letters: Vec<&[u8]> = text.words.vocabulary.stems().map(str::as_bytes).collect();
            let forwards = order(letters.len(), &|one, other| letters[one].cmp(letters[other]));
            add_longer(&forwards, &text.stems, &mut counts, &|one, other| letters[other].starts_with(letters[one]));
            let backwards =
                order(letters.len(), &|one, other| letters[one].iter().rev().cmp(letters[other].iter().rev()));
            add_longer(&backwards, &text.stems, &mut counts, &|one, other| letters[other].ends_with(letters[one]));
        }
        Self { counts }
    }

    pub(super) fn count(&self, stem: u32) -> u32 {
        self.counts[stem as usize]
    }
}

/// Adds to each word the count of those that begin (or end) with it: in sorted order they follow it.
fn add_longer(order: &[u32], stems: &[Stem], counts: &mut [u32], is_part: &dyn Fn(usize, usize) -> bool) {
    let mut sums = vec![0_u32];
    for number in order {
        sums.push(sums[sums.len() - 1] + stems[*number as usize].count);
    }
    for (place, number) in order.iter().enumerate() {
        let rest = &order[place + 1..];
        // Most words have none: that is seen at once.
        if !rest.first().is_some_and(|next| is_part(*number as usize, *next as usize)) {
            continue;
        }
        let longer = rest.partition_point(|other| is_part(*number as usize, *other as usize));
        counts[*number as usize] += sums[place + 1 + longer] - sums[place + 1];
    }
}
