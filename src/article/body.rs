//! Which blocks of the article's element a reader of the article reads.

use crate::page::{Attribute, NodeId, Page, Tag};

use super::blocks::{self, Block, Kind};
use super::furniture::Furniture;
use super::title::Title;
use super::{JudgedBlock, credit};

/// What is done with a block, and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Verdict {
    Kept,
    Furniture(Furniture),
    Title,
    BeforeTitle,
    Byline,
    Credit,
    Links,
    HeadingWithoutText,
}

impl Verdict {
    pub(crate) fn is_kept(self) -> bool {
        self == Self::Kept
    }

    /// In words, for a publisher who looks why a text isn't counted.
    pub(crate) fn reason(self) -> &'static str {
        match self {
            Self::Kept => "part of the article",
            Self::Furniture(furniture) => furniture.reason(),
            Self::Title => "the title",
            Self::BeforeTitle => "before the title",
            Self::Byline => "byline or date",
            Self::Credit => "a picture's credit",
            Self::Links => "mostly links",
            Self::HeadingWithoutText => "a heading without text",
        }
    }
}

/// Judges every block of the article's element.
pub(super) fn judge(page: &Page, article: NodeId, title: &Title, blocks: Vec<Block>) -> Vec<JudgedBlock> {
    let own: Vec<Block> = blocks.into_iter().filter(|block| page.holds(article, block.start())).collect();
    let trusted = trusted_names(&own);
    let title_end = title.element.filter(|element| page.holds(article, *element)).map(|element| page.end(element));
    let first_prose = own
        .iter()
        .position(|block| block.is_prose() && title_end.is_none_or(|end| block.start() >= end))
        .unwrap_or(own.len());
    let prose_start = own.get(first_prose).map(Block::start);
    let mut judged: Vec<JudgedBlock> = own
        .into_iter()
        .enumerate()
        .map(|(index, mut block)| {
            credit::cut_off(page, &mut block);
            let verdict = match block.furniture {
                Some((element, furniture)) if element > article && !trusted.contains(&element) => {
                    Verdict::Furniture(furniture)
                }
                _ if block.length == 0 => Verdict::Credit,
                _ if title.element == Some(block.element) => Verdict::Title,
                _ if title_end.is_some_and(|end| block.start() < end) && !block.is_prose() => Verdict::BeforeTitle,
                _ if index < first_prose && is_byline(page, article, &block, prose_start) => Verdict::Byline,
                _ => Verdict::Kept,
            };
            JudgedBlock { block, verdict }
        })
        .collect();
    drop_links(page, &mut judged);
    drop_headings_without_text(&mut judged);
    judged
}

/// Elements that are furniture by their name alone but hold so much of the article that the name
/// must mean something else.
fn trusted_names(blocks: &[Block]) -> Vec<NodeId> {
    let mut all = 0;
    let mut named: Vec<(NodeId, usize)> = Vec::new();
    for block in blocks.iter().filter(|block| block.is_prose()) {
        match block.furniture {
            Some((_, furniture)) if furniture.is_certain() => {}
            Some((element, _)) => {
                all += block.length;
                match named.last_mut() {
                    Some((last, prose)) if *last == element => *prose += block.length,
                    _ => named.push((element, block.length)),
                }
            }
            None => all += block.length,
        }
    }
    named.into_iter().filter(|(_, prose)| prose * 2 > all).map(|(element, _)| element).collect()
}

/// Between title and text: names, places of the paper, dates.
fn is_byline(page: &Page, article: NodeId, block: &Block, first_prose: Option<NodeId>) -> bool {
    const LONGEST: usize = 160;
    if block.length > LONGEST || !matches!(block.kind, Kind::Paragraph | Kind::ListItem) {
        return false;
    }
    let around = page
        .lineage(block.start())
        .take_while(|outer| *outer != article && first_prose.is_none_or(|prose| !page.holds(*outer, prose)));
    let last = block.sources.last().map_or(block.start(), |(_, node)| *node);
    let within = (block.start().0..=last.0).map(NodeId);
    around.chain(within).any(|node| says_who_or_when(page, node))
}

fn says_who_or_when(page: &Page, node: NodeId) -> bool {
    const PROPERTIES: [&str; 3] = ["author", "datePublished", "dateModified"];
    const NAMES: [&str; 10] =
        ["author", "autor", "byline", "date", "datum", "kicker", "meta", "published", "timestamp", "topline"];
    matches!(page.tag(node), Tag::Time | Tag::Address)
        || page.has_word(node, Attribute::Rel, "author")
        || PROPERTIES.iter().any(|property| page.has_word(node, Attribute::ItemProp, property))
        || page.is_named(node, Attribute::Class, &NAMES)
}

/// Lists of links (related articles, a table of contents) and short paragraphs that are one link.
fn drop_links(page: &Page, judged: &mut [JudgedBlock]) {
    const SHORT: usize = 120;
    // Length and linked length of each list, sorted by its element.
    let mut lists: Vec<(NodeId, usize, usize)> = Vec::new();
    for entry in judged.iter().filter(|entry| entry.verdict.is_kept()) {
        if let Some(list) = blocks::list_of(page, &entry.block) {
            let place = lists.binary_search_by_key(&list, |(known, ..)| *known).unwrap_or_else(|place| {
                lists.insert(place, (list, 0, 0));
                place
            });
            lists[place].1 += entry.block.length;
            lists[place].2 += entry.block.linked;
        }
    }
    lists.retain(|(_, length, linked)| linked * 10 > length * 6);
    for entry in judged.iter_mut().filter(|entry| entry.verdict.is_kept()) {
        let in_link_list = blocks::list_of(page, &entry.block)
            .is_some_and(|list| lists.binary_search_by_key(&list, |(known, ..)| *known).is_ok());
        let is_link = entry.block.link_density() > 0.8
            && entry.block.length < SHORT
            && matches!(entry.block.kind, Kind::Paragraph | Kind::Heading(_));
        if in_link_list || is_link {
            entry.verdict = Verdict::Links;
        }
    }
}

/// A heading announces what follows: where nothing does ("Comments (0)", "Share this article"), it
/// belongs to a part that isn't the article's.
fn drop_headings_without_text(judged: &mut [JudgedBlock]) {
    // For each level: whether text stands between here and the next heading of that rank or above.
    let mut text_follows = [false; 7];
    for entry in judged.iter_mut().rev().filter(|entry| entry.verdict.is_kept()) {
        let Kind::Heading(level) = entry.block.kind else {
            text_follows = [true; 7];
            continue;
        };
        if !text_follows[usize::from(level)] {
            entry.verdict = Verdict::HeadingWithoutText;
        }
        text_follows[usize::from(level)..].fill(false);
    }
}
