//! Which blocks of the article's element a reader of the article reads.

use crate::page::{Attribute, NodeId, Page, Tag};

use super::blocks::{Block, Kind};
use super::furniture::{Furniture, Name};
use super::title::Title;
use super::{JudgedBlock, credit};

/// What is done with a block, and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Verdict {
    Kept,
    Furniture(Furniture),
    Title,
    Byline,
    Credit,
    Surroundings,
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
            Self::Byline => "byline or date",
            Self::Credit => "a picture's credit",
            Self::Surroundings => "looks like what stands around an article",
        }
    }
}

/// Whether the block scores as text of the article: more likely than not.
pub(super) fn is_text(block: &Block) -> bool {
    block.score >= 0.0
}

/// Judges every block of the article's element, and a lead that stands between title and element.
pub(super) fn judge(page: &Page, article: NodeId, title: &Title, blocks: Vec<Block>) -> Vec<JudgedBlock> {
    let title_end = title.element.map(|element| page.end(element)).filter(|end| *end <= page.end(article));
    let own: Vec<Block> = blocks
        .into_iter()
        .filter(|block| page.holds(article, block.start()) || is_outer_lead(article, title_end, block))
        .collect();
    let first_prose = own
        .iter()
        .position(|block| {
            block.is_prose() && is_text(block) && title_end.is_none_or(|end| block.start() >= end)
        })
        .unwrap_or(own.len());
    let prose_start = own.get(first_prose).map(Block::start);
    let last_text = own.iter().rposition(is_text).unwrap_or(0);
    let least = least(&own);
    let column = column(page, &own);
    own.into_iter()
        .enumerate()
        .map(|(index, mut block)| {
            credit::cut_off(page, &mut block);
            let is_inside = index > first_prose && index < last_text;
            let is_lead = index < first_prose && title_end.is_some_and(|end| block.start() >= end);
            let verdict = match block.furniture {
                Some((element, furniture)) if element > article && stands_apart(furniture, &block) => {
                    Verdict::Furniture(furniture)
                }
                _ if block.length == 0 => Verdict::Credit,
                _ if title.element == Some(block.element) => Verdict::Title,
                _ if index < first_prose && is_byline(page, article, &block, prose_start) => Verdict::Byline,
                _ if block.score >= least
                    || (is_inside && is_part(&block))
                    || (is_lead && is_deck(&block))
                    || (column.is_some() && page.parent(block.element) == column && is_plain(&block))
                    || is_note(page, &block) =>
                {
                    Verdict::Kept
                }
                Some((element, furniture)) if element > article => Verdict::Furniture(furniture),
                _ => Verdict::Surroundings,
            };
            JudgedBlock { block, verdict }
        })
        .collect()
}

/// Whether the furniture is none of the text whatever its score.
fn stands_apart(furniture: Furniture, block: &Block) -> bool {
    furniture == Furniture::Named(Name::Credit) || (furniture == Furniture::Named(Name::Hidden) && !block.is_prose())
}

/// Whether it is part of the text by standing in the midst of it: captions, and rows, items and quotations
/// that are nearly as likely as not.
fn is_part(block: &Block) -> bool {
    const NEARLY: f32 = -1.0;
    match block.kind {
        Kind::Caption => true,
        Kind::TableRow | Kind::ListItem | Kind::Quotation | Kind::Code => {
            block.score >= NEARLY && block.furniture.is_none() && block.link_density() < 0.5
        }
        _ => false,
    }
}

/// Whether it may be the lead where it stands between title and text, which templates write as a heading
/// or as a short paragraph.
fn is_deck(block: &Block) -> bool {
    const SHORTEST: usize = 30;
    block.furniture.is_none()
        && block.linked == 0
        && block.length >= SHORTEST
        && (is_sentence(block) || matches!(block.kind, Kind::Heading(_)))
}

fn is_plain(block: &Block) -> bool {
    block.is_prose() && block.furniture.is_none()
}

/// The element that holds the text paragraph by paragraph, where most of these would be lost by their
/// scores: whatever a page is like, its running text is read.
fn column(page: &Page, blocks: &[Block]) -> Option<NodeId> {
    let heaviest = blocks.iter().filter(|block| is_plain(block)).max_by(|one, other| one.score.total_cmp(&other.score))?;
    let column = page.parent(heaviest.element)?;
    let beside = blocks.iter().filter(|block| is_plain(block) && page.parent(block.element) == Some(column));
    let (mut all, mut kept) = (0.0, 0.0);
    for block in beside {
        all += block.words;
        kept += if is_text(block) { block.words } else { 0.0 };
    }
    (kept * 2.0 < all).then_some(column)
}

/// The score from which a block is text: 0, and where that would leave nothing to read, less.
pub(super) fn least(blocks: &[Block]) -> f32 {
    const LEAST_WORDS: f32 = 25.0;
    const LESS: f32 = 1.0;
    let words: f32 = blocks.iter().filter(|block| is_text(block)).map(|block| block.words).sum();
    if words >= LEAST_WORDS {
        return 0.0;
    }
    let most = blocks.iter().map(|block| block.score).fold(f32::MIN, f32::max);
    (most - LESS).min(0.0)
}

/// Footnotes stand behind the text and belong to it.
fn is_note(page: &Page, block: &Block) -> bool {
    page.lineage(block.element).any(|outer| {
        page.is_named(outer, Attribute::Class, &["footnotes", "footnote", "endnotes", "notes"])
            || page.attribute(outer, Attribute::Role).is_some_and(|role| role.trim() == "doc-endnotes")
    })
}

/// A paragraph between the title and an element that holds only the text.
fn is_outer_lead(article: NodeId, title_end: Option<NodeId>, block: &Block) -> bool {
    block.start() < article && title_end.is_some_and(|end| block.start() >= end) && says_much(block)
}

/// Whether it is as long as a lead: a paragraph, or what a template writes as a heading.
fn says_much(block: &Block) -> bool {
    const LEAD: usize = 70;
    block.is_prose() || (matches!(block.kind, Kind::Heading(_)) && block.length >= LEAD && block.linked == 0)
}

/// Whether it is a line that says nothing by itself: neither a sentence nor part of a list or table.
pub(super) fn is_label(block: &Block) -> bool {
    matches!(block.kind, Kind::Paragraph | Kind::Heading(_)) && !block.is_prose() && !is_sentence(block)
}

/// Whether it ends as sentences do.
fn is_sentence(block: &Block) -> bool {
    block.text.trim_end().ends_with(['.', '!', '?', '…', '"', '“', '”', '»', '«', ')', '。', '।', '؟', '۔'])
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

/// A paragraph that is a link to somewhere else, perhaps with a label: "Lesen Sie auch: …".
pub(super) fn is_way_on(block: &Block) -> bool {
    const SHORT: usize = 200;
    const LABEL: usize = 45;
    let plain = block.length - block.linked.min(block.length);
    let is_labelled = plain <= LABEL
        && block.link_density() > 0.4
        && block.text.trim_start().chars().take(LABEL).any(|letter| matches!(letter, ':' | '：'));
    (block.link_density() > 0.8 || is_labelled)
        && block.length < SHORT
        && matches!(block.kind, Kind::Paragraph | Kind::Heading(_))
}
