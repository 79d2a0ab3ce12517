//! Decides which element of a page is the article.

use crate::analysis::NoArticle;
use crate::page::{Attribute, NodeId, Page, Tag};
use crate::text::find::contains;
use crate::text::fold::folded;

use super::blocks::{Block, Kind};
use super::{Metadata, Scope};

/// An article beside another needs this share of its prose to be its equal: two such on one page
/// are a list of articles (infinite scrolling, a front page), one and its teasers are not.
const EQUAL_SHARE: f64 = 0.4;

/// The text without which a page is no article at all: bytes of prose where nothing in the markup
/// announces one. About 30 words.
const LEAST_PROSE: usize = 180;

/// Under it a page is taken for none with an article. Of pages that are one, one in a hundred is under
/// it, of lists of articles more than half (`docs/reading.md`).
const LEAST_CONFIDENCE: f64 = 0.35;

/// The same where one element is announced as the article and holds most of the prose.
const LEAST_ANNOUNCED: f64 = 0.2;

/// The same where several elements that are equal are announced as articles.
const LEAST_BESIDE_EQUALS: f64 = 0.6;

/// The element that the scope names: the publisher's choice, or the announced article around a node.
pub(super) fn given(page: &Page, blocks: &[Block], scope: Scope) -> Option<NodeId> {
    match scope {
        Scope::Chosen(element) => Some(element),
        Scope::Around(node) => around(page, &Prose::of(blocks), node),
        Scope::Page => None,
    }
}

/// The element that holds nearly all that scores as text.
///
/// # Errors
/// [`NoArticle`] where there is no text, where the page doesn't look like an article (`sure`, 0 to 1), or
/// where several articles are equal.
pub(super) fn find(page: &Page, blocks: &[Block], sure: f64, metadata: &Metadata<'_>) -> Result<NodeId, NoArticle> {
    const SHARE: f32 = 0.9;
    let prose = Prose::of(blocks);
    let announced = announced(page, &prose);
    let most = announced.iter().map(|(_, amount)| *amount).max().unwrap_or(0);
    let equals = announced.iter().filter(|(_, other)| *other as f64 >= most as f64 * EQUAL_SHARE).count();
    let all: usize = announced.iter().map(|(_, amount)| *amount).sum();
    let is_said = metadata.says_article();
    if equals > 1 && all as f64 >= prose.within(page, Page::ROOT) as f64 * 0.3 {
        if let Some(element) = titled(page, &announced, metadata) {
            return Ok(element);
        }
        let is_one = (is_said && sure >= LEAST_BESIDE_EQUALS) || under_one_title(page, &announced, metadata);
        if !is_one {
            return Err(NoArticle::Several);
        }
    }
    if !is_said && is_list_of_teasers(page, blocks) {
        return Err(NoArticle::Several);
    }
    let least = super::body::least(blocks);
    let text = || blocks.iter().filter(|block| block.score >= least && block.words > 0.0);
    let length: usize = text().filter(|block| block.is_prose()).map(|block| block.length).sum();
    if length < if is_said { 1 } else { LEAST_PROSE } {
        return short(page, &prose);
    }
    let is_announced = announced.len() == 1 && most * 2 > prose.within(page, Page::ROOT);
    if sure < if is_announced { LEAST_ANNOUNCED } else { LEAST_CONFIDENCE } {
        return Err(NoArticle::Unlike);
    }
    let words_within = |element: NodeId| -> f32 {
        text().filter(|block| page.holds(element, block.start())).map(|block| block.words).sum()
    };
    let enough = words_within(Page::ROOT) * SHARE;
    let heaviest =
        text().max_by(|one, other| one.words.total_cmp(&other.words)).map_or(Page::ROOT, |block| block.element);
    let found = page.lineage(heaviest).find(|outer| words_within(*outer) >= enough);
    Ok(widened(page, &prose, found.unwrap_or(Page::ROOT)))
}

/// No prose to speak of: an announced article may still be a very short one.
fn short(page: &Page, prose: &Prose) -> Result<NodeId, NoArticle> {
    let announced = || page.descendants(Page::ROOT).filter(|element| is_announced(page, *element));
    let mut with_text = announced().filter(|element| prose.text_within(page, *element) > 0);
    match with_text.next() {
        Some(element) if with_text.all(|other| page.holds(element, other)) => Ok(element),
        Some(_) => Err(NoArticle::Several),
        None if announced().next().is_some() => Err(NoArticle::Empty),
        None => Err(NoArticle::Missing),
    }
}

/// Whether most paragraphs stand under headings that lead elsewhere: a front page, a section, search
/// results.
fn is_list_of_teasers(page: &Page, blocks: &[Block]) -> bool {
    const LEAST: usize = 3;
    let (mut prose, mut under_links) = (0, 0);
    let mut previous: Option<&Block> = None;
    for block in blocks.iter().filter(|block| block.furniture.is_none()) {
        if block.is_prose() {
            prose += 1;
            under_links += usize::from(previous.is_some_and(|heading| leads_elsewhere(page, heading)));
        }
        previous = Some(block);
    }
    under_links >= LEAST && under_links * 5 >= prose * 3
}

fn leads_elsewhere(page: &Page, heading: &Block) -> bool {
    // A section's own link for sharing it stays on the page.
    let stays = || {
        let around = page.parent(heading.start()).into_iter();
        around.filter_map(|outer| page.attribute(outer, Attribute::Href)).any(|href| href.starts_with('#'))
    };
    matches!(heading.kind, Kind::Heading(_)) && heading.link_density() > 0.8 && !stays()
}

/// Bytes of prose before each node, for asking how much an element holds.
struct Prose {
    /// First node of each block, bytes of prose and of any text up to and with it.
    sums: Vec<(NodeId, usize, usize)>,
}

impl Prose {
    fn of(blocks: &[Block]) -> Self {
        let (mut prose, mut any) = (0, 0);
        let sums = blocks
            .iter()
            .filter(|block| !block.furniture.is_some_and(|(_, furniture)| furniture.is_certain()))
            .map(|block| {
                any += block.length;
                // What a name alone calls furniture still counts a little: it decides only
                // where there is nothing else.
                if block.is_prose() {
                    prose += if block.furniture.is_some() { block.length / 4 } else { block.length };
                }
                (block.start(), prose, any)
            })
            .collect();
        Self { sums }
    }

    fn before(&self, node: NodeId) -> (usize, usize) {
        let index = self.sums.partition_point(|(start, ..)| *start < node);
        index.checked_sub(1).map_or((0, 0), |last| (self.sums[last].1, self.sums[last].2))
    }

    /// Bytes of prose in the element.
    fn within(&self, page: &Page, element: NodeId) -> usize {
        self.before(page.end(element)).0 - self.before(element).0
    }

    /// Bytes of any text in the element that isn't certainly furniture.
    fn text_within(&self, page: &Page, element: NodeId) -> usize {
        self.before(page.end(element)).1 - self.before(element).1
    }
}

/// Whether the markup announces the element as an article.
pub(crate) fn is_announced(page: &Page, element: NodeId) -> bool {
    page.tag(element) == Tag::Article
        || page.has_word(element, Attribute::Role, "article")
        || page.has_word(element, Attribute::ItemProp, "articleBody")
        || page
            .words(element, Attribute::ItemType)
            .any(|kind| contains(kind, "schema.org/") && kind.ends_with("Article"))
}

/// The innermost announced article around the node that holds prose, or any text at all.
fn around(page: &Page, prose: &Prose, node: NodeId) -> Option<NodeId> {
    let announced: Vec<_> = page.lineage(node).filter(|outer| is_announced(page, *outer)).collect();
    let holding = |measure: fn(&Prose, &Page, NodeId) -> usize| {
        announced.iter().copied().find(|outer| measure(prose, page, *outer) > 0)
    };
    let innermost = holding(Prose::within).or_else(|| holding(Prose::text_within))?;
    Some(widened(page, prose, innermost))
}

/// `articleBody` leaves the title outside; the article around it has both.
fn widened(page: &Page, prose: &Prose, element: NodeId) -> NodeId {
    let own = prose.within(page, element);
    page.lineage(element)
        .filter(|outer| is_announced(page, *outer) && prose.within(page, *outer) as f64 * 0.7 <= own as f64)
        .last()
        .unwrap_or(element)
}

/// Of several articles the only one under the title that the page's head names.
fn titled(page: &Page, announced: &[(NodeId, usize)], metadata: &Metadata<'_>) -> Option<NodeId> {
    let title = folded(super::title::announced(metadata)?);
    let mut holders = announced.iter().map(|(element, _)| *element).filter(|element| {
        page.descendants(*element)
            .any(|node| page.tag(node).heading_level().is_some() && folded(&page.text_content(node)) == title)
    });
    let only = holders.next()?;
    holders.next().is_none().then_some(only)
}

/// Whether the page says that it is an article and has one title above all that it announces: some
/// templates mark each part of a text as an article.
fn under_one_title(page: &Page, announced: &[(NodeId, usize)], metadata: &Metadata<'_>) -> bool {
    metadata.is_posted()
        && page
            .descendants(Page::ROOT)
            .take_while(|node| announced.first().is_some_and(|(first, _)| node < first))
            .filter(|node| page.tag(*node) == Tag::H1 && !page.text_content(*node).is_empty())
            .count()
            == 1
}

/// The outermost announced articles with their bytes of prose.
fn announced(page: &Page, prose: &Prose) -> Vec<(NodeId, usize)> {
    let mut found: Vec<(NodeId, usize)> = Vec::new();
    let mut next = Page::ROOT;
    for element in page.descendants(Page::ROOT) {
        // A template that puts the type on the whole page has said nothing about where it is.
        let whole_page = matches!(page.tag(element), Tag::Html | Tag::Body);
        if element >= next && !whole_page && is_announced(page, element) {
            let amount = prose.within(page, element);
            if amount > 0 {
                found.push((element, amount));
            }
            next = page.end(element);
        }
    }
    found
}
