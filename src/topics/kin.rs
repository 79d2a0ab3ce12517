//! Words that begin or end with another: its compounds.

use crate::text::order::order;

use super::tokens::Stem;

/// How many other words of the text begin or end with a word: its compounds.
pub(super) struct Kin {
    counts: Vec<u32>,
}

impl Kin {
    pub(super) fn of(stems: &[Stem]) -> Self {
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

    pub(super) fn count(&self, stem: u32) -> u32 {
        self.counts[stem as usize]
    }
}
