//! How much each block of a page looks like the text of an article, and the page like one: a small
//! model, trained on pages whose text people have marked (`training/`).
//!
//! Both layers are linear over standardised features in steps of a byte. [`super::candidate`] follows them, the rules of
//! [`super::body`] judge beside them.

mod features;
mod page;
mod tally;
mod weights;

#[cfg(feature = "training")]
pub(crate) use {features::NAMES, page::NAMES as PAGE_NAMES};

use features::{head_length, rows};
use tally::Tally;

use crate::page::Page;

use super::Metadata;
use super::blocks::{Block, list_of};

/// A feature's mean and how many steps of a byte a unit of it is (each the upper half of a 32-bit
/// float), and its weight.
type Weight = (u16, u16, i8);

fn float(upper: u16) -> f32 {
    f32::from_bits(u32::from(upper) << 16)
}

/// The sum of the features in steps of a byte, each by its weight.
fn weighed(row: &[f32], weights: &[Weight]) -> f32 {
    let mut sum = 0;
    for (value, (mean, scale, weight)) in row.iter().zip(weights) {
        let step = (((value - float(*mean)) * float(*scale)) as i8).max(-127);
        sum += i32::from(step) * i32::from(*weight);
    }
    sum as f32
}

/// How sure it is that a page is one article.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sure {
    /// 0 to 1.
    pub(crate) confidence: f64,
    /// Several `<article>` hold about as much of its text and no single heading stands for all, or most paragraphs
    /// stand under headings that lead elsewhere.
    pub(crate) are_several: bool,
}

/// Gives each block its words and its score, the logarithm of the odds that it is text of the article, and says how
/// sure it is that the page is one. Linear in the page.
pub(crate) fn score(page: &Page, blocks: &mut [Block], metadata: &Metadata<'_>) -> Sure {
    let head = head_length(blocks);
    let blocks = &mut blocks[head..];
    let rows = rows(page, blocks, metadata);
    for (block, row) in blocks.iter_mut().zip(&rows) {
        block.score = weights::BLOCK_BIAS + weights::BLOCK_STEP * weighed(row, &weights::BLOCK);
    }
    pool(page, blocks);
    let (facts, are_several) = page::facts(page, blocks, metadata);
    Sure {
        confidence: probability(weights::PAGE_BIAS + weights::PAGE_STEP * weighed(&facts, &weights::PAGE)),
        are_several,
    }
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
    let lists: Vec<Option<u32>> = blocks.iter().map(|block| Some(list_of(page, block)?.0 << 1)).collect();
    // Words of each list, and their scores.
    let mut tally = Tally::with_room(blocks.len());
    for (block, list) in blocks.iter().zip(&lists) {
        if let Some(list) = *list {
            tally.add(list, [block.words, block.words * block.score, 0.0]);
        }
    }
    for (block, list) in blocks.iter_mut().zip(&lists) {
        if let Some(list) = *list {
            let [words, scores, _] = tally.get(list);
            block.score = 0.7 * scores / words + 0.3 * block.score;
        }
    }
}

/// The features of the page's blocks and of the page, for the script that trains.
#[cfg(feature = "training")]
pub(crate) fn described(page: &Page, blocks: &mut [Block], metadata: &Metadata<'_>) -> (Vec<features::Row>, Vec<f32>) {
    score(page, blocks, metadata);
    let head = head_length(blocks);
    let blocks = &mut blocks[head..];
    (rows(page, blocks, metadata), page::facts(page, blocks, metadata).0.to_vec())
}
