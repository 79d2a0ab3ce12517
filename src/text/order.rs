//! Sorting, once for all: each type that is sorted by itself would bring 4 kB of wasm with it.

use std::cmp::Ordering;

/// The numbers below `count` in the order that `compare` gives the things they stand for.
pub(crate) fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut numbers: Vec<u32> = (0..count as u32).collect();
    numbers.sort_unstable_by(|one, other| compare(*one as usize, *other as usize));
    numbers
}
