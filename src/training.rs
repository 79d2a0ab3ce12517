//! What the scorer is trained from: its features of a page's blocks with what the rules say of them.

use crate::article::{self, Metadata};
use crate::page::html;

/// A block of a page.
#[derive(Debug)]
pub struct Block {
    /// Its text, white space folded.
    pub text: String,
    /// Words as the scorer weighs them.
    pub words: f32,
    /// What the rules say, in words; empty outside of what they take for the article.
    pub verdict: String,
    /// The list that it stands in, 0 if in none.
    pub list: u32,
    /// In the order of [`names`].
    pub features: Vec<f32>,
}

/// A page.
#[derive(Debug, Default)]
pub struct Described {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Why it is refused, if it is.
    pub refused: String,
    /// Features of the page.
    pub page: Vec<f32>,
}

/// What the features are, parted by spaces.
pub fn names() -> &'static str {
    article::scorer::NAMES
}

/// What the features of a page are, parted by spaces.
pub fn page_names() -> &'static str {
    article::scorer::PAGE_NAMES
}

/// The blocks of a page, how it is judged by the present weights, and why it is refused if it is.
pub fn described(markup: &str, url: &str) -> Described {
    let page = html::read(markup, url);
    let metadata = Metadata::read(&page);
    let mut outline = article::cut(&page);
    let judged = article::by_rules(&page, article::cut(&page), &metadata);
    let (rows, about) = article::scorer::described(&page, &mut outline, &metadata);
    let head = outline.len() - rows.len();
    let mut blocks: Vec<(u32, Block)> = outline[head..]
        .iter()
        .zip(rows)
        .map(|(block, row)| {
            let described = Block {
                text: crate::page::fold_white_space(&block.text),
                words: block.words,
                verdict: String::new(),
                list: article::list_of(&page, block).map_or(0, |list| list.0),
                features: row.to_vec(),
            };
            (block.start().0, described)
        })
        .collect();
    let refused = match judged {
        Err(reason) => reason.to_string(),
        Ok(judged) => {
            for judged in &judged {
                let start = judged.block.start().0;
                for (_, block) in blocks.iter_mut().filter(|(other, _)| *other == start) {
                    judged.verdict.reason().clone_into(&mut block.verdict);
                    block.text = crate::page::fold_white_space(&judged.block.text);
                }
            }
            String::new()
        }
    };
    Described { blocks: blocks.into_iter().map(|(_, block)| block).collect(), refused, page: about }
}
