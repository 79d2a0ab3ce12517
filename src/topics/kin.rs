//! Words that begin or end with another: its compounds.

use crate::text::order::order;

use super::tokens::Stem;

/// How many other words of the text begin or end with a word: its compounds.
pub(super) struct Kin {
    counts: Vec<u32>,
}

impl Kin {
    /// `stems` are in the order of their letters.
    pub(super) fn of(stems: &[Stem]) -> Self {
        let mut counts = vec![0; stems.len()];
        let letters = |stem: u32| stems[stem as usize].letters.as_bytes();
        let forwards: Vec<u32> = (0..stems.len() as u32).collect();
        add_longer(&forwards, stems, &mut counts, &|one, other| letters(other).starts_with(letters(one)));
        let backwards =
            order(stems.len(), &|one, other| letters(one as u32).iter().rev().cmp(letters(other as u32).iter().rev()));
        add_longer(&backwards, stems, &mut counts, &|one, other| letters(other).ends_with(letters(one)));
        Self { counts }
    }

    pub(super) fn count(&self, stem: u32) -> u32 {
        self.counts[stem as usize]
    }
}

/// Adds to each word the count of those that begin (or end) with it: in sorted order they follow it.
fn add_longer(order: &[u32], stems: &[Stem], counts: &mut [u32], is_part: &dyn Fn(u32, u32) -> bool) {
    let mut sums = vec![0_u32];
    for number in order {
        sums.push(sums[sums.len() - 1] + stems[*number as usize].count);
    }
    for (place, number) in order.iter().enumerate() {
        let rest = &order[place + 1..];
        // Most words have none: that is seen at once.
        if !rest.first().is_some_and(|next| is_part(*number, *next)) {
            continue;
        }
        let longer = rest.partition_point(|other| is_part(*number, *other));
        counts[*number as usize] += sums[place + 1 + longer] - sums[place + 1];
    }
}
