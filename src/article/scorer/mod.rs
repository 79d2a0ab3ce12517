//! How much each block of a page looks like the text of an article, and the page like one: a small
//! model, trained on pages whose text people have marked (`training/`).
//!
//! Both layers are linear over standardised features in steps of a byte; small trees on the same
//! steps add what a sum can't say of a block.

mod features;
mod page;
mod tally;
mod weights;

#[cfg(feature = "training")]
pub(crate) use features::NAMES;
pub(crate) use features::{list_of, rows};
#[cfg(feature = "training")]
pub(crate) use page::NAMES as PAGE_NAMES;

use crate::page::{NodeId, Page};

use super::Metadata;
use super::blocks::Block;

/// A feature's mean and how many steps of a byte a unit of it is (each the upper half of a 32-bit
/// float), and its weight.
type Weight = (u16, u16, i8);

/// A tree: three levels of splits (a feature, and the most that goes left), and eight leaves.
type Tree = ([(u8, i8); 7], [i8; 8]);

fn float(upper: u16) -> f32 {
    f32::from_bits(u32::from(upper) << 16)
}

/// The steps of a row's features.
fn steps(row: &[f32], weights: &[Weight]) -> Vec<i8> {
    row.iter()
        .zip(weights)
        .map(|(value, (mean, scale, _))| (((value - float(*mean)) * float(*scale)) as i8).max(-127))
        .collect()
}

fn weighed(steps: &[i8], weights: &[Weight]) -> f32 {
    steps.iter().zip(weights).map(|(step, (_, _, weight))| i32::from(*step) * i32::from(*weight)).sum::<i32>() as f32
}

fn grown(steps: &[i8]) -> f32 {
    let mut sum = 0;
    for (splits, leaves) in weights::TREES {
        let mut place = 0;
        while let Some((feature, most)) = splits.get(place) {
            place = 2 * place + 1 + usize::from(steps[*feature as usize] > *most);
        }
        sum += i32::from(leaves[place - splits.len()]);
    }
    sum as f32
}

/// Gives each block its score, the logarithm of the odds that it is text of the article, and says how
/// sure it is, 0 to 1, that there is one. Linear in the page but for how deep its blocks stand.
pub(crate) fn score(page: &Page, blocks: &mut [Block], metadata: &Metadata<'_>) -> f64 {
    let (rows, words) = rows(page, blocks, metadata);
    let head = blocks.len() - rows.len();
    let blocks = &mut blocks[head..];
    for ((block, row), words) in blocks.iter_mut().zip(&rows).zip(words) {
        let steps = steps(row, &weights::BLOCK);
        block.score = weights::BLOCK_BIAS
            + weights::BLOCK_STEP * weighed(&steps, &weights::BLOCK)
            + weights::LEAF_STEP * grown(&steps);
        block.words = words;
    }
    pool(page, blocks);
    let facts = page::facts(page, blocks, &rows);
    probability(weights::PAGE_BIAS + weights::PAGE_STEP * weighed(&steps(&facts, &weights::PAGE), &weights::PAGE))
}

/// Of the logarithm of odds; the exponential by squaring, which no other code here needs.
fn probability(odds: f32) -> f64 {
    let mut power = 1.0 + f64::from(odds.abs()) / 32.0;
    for _ in 0..5 {
        power *= power;
    }
    let smaller = 1.0 / (1.0 + power);
    if odds < 0.0 { smaller } else { 1.0 - smaller }
}

/// In lists and tables each item is judged with the others.
fn pool(page: &Page, blocks: &mut [Block]) {
    // Words and their scores of each list, sorted by its element.
    let mut lists: Vec<(NodeId, f32, f32)> = Vec::new();
    let places: Vec<Option<NodeId>> = blocks.iter().map(|block| list_of(page, block)).collect();
    for (block, list) in blocks.iter().zip(&places) {
        let Some(list) = *list else { continue };
        let place = lists.binary_search_by_key(&list, |(known, ..)| *known).unwrap_or_else(|place| {
            lists.insert(place, (list, 0.0, 0.0));
            place
        });
        lists[place].1 += block.words;
        lists[place].2 += block.words * block.score;
    }
    for (block, list) in blocks.iter_mut().zip(&places) {
        let Some(list) = *list else { continue };
        if let Ok(place) = lists.binary_search_by_key(&list, |(known, ..)| *known) {
            block.score = 0.7 * lists[place].2 / lists[place].1 + 0.3 * block.score;
        }
    }
}

/// What the page scores and its features, for the script that trains.
#[cfg(feature = "training")]
pub(crate) fn facts(page: &Page, blocks: &[Block], rows: &[features::Row]) -> Vec<f32> {
    page::facts(page, blocks, rows).to_vec()
}
