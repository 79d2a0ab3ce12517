//! Which blocks of the article's element a reader of the article reads.

use crate::page::{Attribute, NodeId, Page, Tag};

use super::blocks::{Block, Kind};
use super::furniture::{Furniture, Name};
use super::title::Title;
use super::{JudgedBlock, credit, notice};

/// What is done with a block, and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Verdict {
    Kept,
    Furniture(Furniture),
    Title,
    Byline,
    Credit,
    Surroundings,
    Links,
    Notice,
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
            Self::Byline => "byline or date",
            Self::Credit => "a picture's credit",
            Self::Surroundings => "looks like what stands around an article",
            Self::Links => "mostly links",
            Self::Notice => "the paper's note to its readers",
            Self::HeadingWithoutText => "a heading without text",
        }
    }
}

/// Whether the block scores as text of the article: more likely than not.
pub(super) fn is_text(block: &Block) -> bool {
    block.score >= 0.0
}

/// Judges every block of the article's element, and a lead that stands between title and element.
pub(super) fn judge(
    page: &Page,
    article: NodeId,
    title: &Title,
    blocks: Vec<Block>,
    site: &[String],
) -> Vec<JudgedBlock> {
    let title_end = title.element.map(|element| page.end(element)).filter(|end| *end <= page.end(article));
    let own: Vec<Block> = blocks
        .into_iter()
        .filter(|block| page.holds(article, block.start()) || is_outer_lead(article, title_end, block))
        .collect();
    let first_prose = own
        .iter()
        .position(|block| block.is_prose() && is_text(block) && title_end.is_none_or(|end| block.start() >= end))
        .unwrap_or(own.len());
    let prose_start = own.get(first_prose).map(Block::start);
    let last_text = own.iter().rposition(is_text).unwrap_or(0);
    let least = least(&own);
    let column = column(page, &own);
    let trusted = trusted(&own);
    let mut judged: Vec<JudgedBlock> = own
        .into_iter()
        .enumerate()
        .map(|(index, mut block)| {
            credit::cut_off(page, &mut block);
            let is_lead = index < first_prose && title_end.is_some_and(|end| block.start() >= end);
            let is_inside = index < last_text
                && (index > first_prose || (is_lead && block.kind == Kind::Caption && block.furniture.is_none()));
            let verdict = match block.furniture {
                Some((element, furniture))
                    if element > article && Some(element) != trusted && stands_apart(furniture, &block) =>
                {
                    Verdict::Furniture(furniture)
                }
                _ if block.length == 0 => Verdict::Credit,
                _ if title.element == Some(block.element) => Verdict::Title,
                _ if index < first_prose && is_byline(page, article, &block, prose_start) => Verdict::Byline,
                _ if block.kind == Kind::Paragraph && is_way_on(&block) => Verdict::Links,
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
        .collect();
    drop_notices(&mut judged, site);
    drop_introductions(&mut judged);
    drop_headings_without_text(&mut judged);
    if !judged.iter().any(|entry| entry.verdict.is_kept()) {
        // Better all there is than nothing.
        for entry in judged.iter_mut().filter(|entry| entry.verdict == Verdict::Surroundings) {
            if !matches!(entry.block.kind, Kind::Heading(_)) {
                entry.verdict = Verdict::Kept;
            }
        }
    }
    judged
}

/// What the paper says about itself, among the last paragraphs above all: not where the text itself is
/// about such things, and so scores highly.
fn drop_notices(judged: &mut [JudgedBlock], site: &[String]) {
    const EDGE: usize = 3;
    const HIGH: f32 = 3.0;
    let count = judged.iter().filter(|entry| entry.verdict.is_kept()).count();
    for (place, entry) in judged.iter_mut().filter(|entry| entry.verdict.is_kept()).enumerate() {
        if entry.block.score < HIGH && notice::is_notice(&entry.block, place + EDGE >= count, site) {
            entry.verdict = Verdict::Notice;
        }
    }
}

/// What introduces links that aren't read ("Mehr zum Thema", "Lesen Sie auch:") isn't either.
fn drop_introductions(judged: &mut [JudgedBlock]) {
    const SHORT: usize = 120;
    for place in 1..judged.len() {
        let next = &judged[place];
        let leads_away = !next.verdict.is_kept() && next.block.link_density() > 0.6;
        let label = &mut judged[place - 1];
        if leads_away && label.verdict.is_kept() && is_label(&label.block) && label.block.length < SHORT {
            label.verdict = Verdict::Links;
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
        if !text_follows[usize::from(level)] && !says_much(&entry.block) {
            entry.verdict = Verdict::HeadingWithoutText;
        }
        text_follows[usize::from(level)..].fill(false);
    }
}

/// Whether what is furniture by its markup is none of the text: unless it scores well as text, and credits
/// and what is hidden from sight whatever they score.
fn stands_apart(furniture: Furniture, block: &Block) -> bool {
    /// Odds of five to one.
    const WELL: f32 = 1.7;
    block.score < WELL
        || furniture == Furniture::Named(Name::Credit)
        || (furniture == Furniture::Named(Name::Hidden) && !block.is_prose())
}

/// The element that is furniture by its markup but holds so much of the text that the markup must mean
/// something else.
fn trusted(blocks: &[Block]) -> Option<NodeId> {
    let mut all = 0.0;
    let mut run: (Option<NodeId>, f32) = (None, 0.0);
    let mut most: (Option<NodeId>, f32) = (None, 0.0);
    for block in blocks.iter().filter(|block| is_text(block)) {
        all += block.words;
        let element = block.furniture.map(|(element, _)| element);
        if element != run.0 {
            run = (element, 0.0);
        }
        run.1 += block.words;
        if element.is_some() && run.1 > most.1 {
            most = run;
        }
    }
    if most.1 * 2.0 > all { most.0 } else { None }
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
    // Some templates call the lead a teaser.
    block.furniture.is_none_or(|(_, furniture)| furniture == Furniture::Named(Name::Teaser))
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
    let heaviest =
        blocks.iter().filter(|block| is_plain(block)).max_by(|one, other| one.score.total_cmp(&other.score))?;
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
