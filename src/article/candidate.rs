//! Decides which element of a page is the article.

use crate::analysis::NoArticle;
use crate::page::{Attribute, NodeId, Page, Tag};
use crate::text::find::contains;
use crate::text::fold::folded;

use super::blocks::{Block, Kind};
use super::{Metadata, Scope, body};

/// An article beside another needs this share of its prose to be its equal: two such on one page
/// are a list of articles (infinite scrolling, a front page), one and its teasers are not.
const EQUAL_SHARE: f64 = 0.4;

/// The element without which a page is no article at all: bytes of prose where nothing in the
/// markup announces one. About 30 words.
const LEAST_PROSE: usize = 180;

/// Under it a page is taken for none with an article: of pages that are one, one in a hundred is under it, of lists of
/// articles more than half (`docs/reading.md`).
const LEAST_CONFIDENCE: f64 = 0.3;

/// The same where several elements are equal, of a page that says that it is an article.
const LEAST_BESIDE_EQUALS: f64 = 0.5;

/// Fewer words that score as text are no article.
const FEW: f32 = 25.0;

/// The element that is chosen by scores holds this share of the words that score as text.
const SHARE: f32 = 0.9;

/// The element that the scope names: the publisher's choice, or the announced article around a node.
pub(super) fn given(page: &Page, blocks: &[Block], scope: Scope) -> Option<NodeId> {
    match scope {
        Scope::Chosen(element) => Some(element),
        Scope::Around(node) => around(page, &Prose::of(blocks), node),
        Scope::Page => None,
    }
}

/// The page's article: what the rules have `found`, or where they see none or lose most of what scores as text, the
/// element that holds nearly all of that.
///
/// # Errors
/// [`NoArticle`] where the page doesn't look like an article (`sure`, 0 to 1), unless the widget `is_placed` in it.
pub(super) fn choose(
    page: &Page,
    blocks: &[Block],
    found: Result<NodeId, NoArticle>,
    sure: f64,
    is_placed: bool,
    metadata: &Metadata<'_>,
) -> Result<NodeId, NoArticle> {
    let is_refused = match found {
        // An element that is announced as the article and holds most of the prose is the article, and who puts the
        // widget into a page by hand says that it has one.
        Ok(element) => !is_placed && !is_announced(page, element) && sure < LEAST_CONFIDENCE,
        Err(NoArticle::Several) => !metadata.says_article() || sure < LEAST_BESIDE_EQUALS,
        Err(_) => sure < LEAST_CONFIDENCE,
    };
    if is_refused {
        return Err(found.err().unwrap_or(NoArticle::Unlike));
    }
    let text = || blocks.iter().filter(|block| body::is_text(block));
    let words_within = |element: NodeId| -> f32 {
        text().filter(|block| page.holds(element, block.start())).map(|block| block.words).sum()
    };
    let all = words_within(Page::ROOT);
    if all < FEW {
        return found;
    }
    if let Ok(element) = found
        && words_within(element) >= 0.5 * all
    {
        return Ok(element);
    }
    let longest = text().max_by(|one, other| one.words.total_cmp(&other.words));
    let Some(longest) = longest else { return found };
    let holds_found = |outer: NodeId| found.is_ok_and(|element| page.holds(outer, element)) || found.is_err();
    let mut around = page.lineage(longest.element);
    Ok(around.find(|outer| words_within(*outer) >= SHARE * all && holds_found(*outer)).unwrap_or(Page::ROOT))
}

/// What the rules take for the page's article.
///
/// # Errors
/// [`NoArticle`] with the reason.
pub(super) fn by_rules(page: &Page, blocks: &[Block], metadata: &Metadata<'_>) -> Result<NodeId, NoArticle> {
    only_one(page, &Prose::of(blocks), blocks, metadata)
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

fn only_one(page: &Page, prose: &Prose, blocks: &[Block], metadata: &Metadata<'_>) -> Result<NodeId, NoArticle> {
    let announced = announced(page, prose);
    let largest = announced.iter().copied().max_by_key(|(_, amount)| *amount);
    let all = prose.within(page, Page::ROOT);
    if let Some((element, amount)) = largest {
        let equals = announced.iter().filter(|(_, other)| *other as f64 >= amount as f64 * EQUAL_SHARE).count();
        let most = announced.iter().map(|(_, other)| *other).sum::<usize>() as f64 >= all as f64 * 0.3;
        if most {
            return if equals > 1 && amount > 0 {
                titled(page, &announced, metadata)
                    .or_else(|| under_one_title(page, &announced, metadata).then(|| densest(page, prose, blocks)))
                    .ok_or(NoArticle::Several)
            } else {
                Ok(element)
            };
        }
    }
    if all >= LEAST_PROSE || (all > 0 && metadata.says_article()) {
        if !metadata.says_article() && is_list_of_teasers(page, blocks) {
            return Err(NoArticle::Several);
        }
        return Ok(densest(page, prose, blocks));
    }
    // No prose to speak of: an announced article may still be a very short one.
    let mut with_text = page
        .descendants(Page::ROOT)
        .filter(|element| is_announced(page, *element) && prose.text_within(page, *element) > 0);
    match (with_text.next(), announced.len()) {
        (Some(element), 0 | 1) if with_text.all(|other| page.holds(element, other)) => Ok(element),
        (Some(_), _) => Err(NoArticle::Several),
        (None, _) if page.descendants(Page::ROOT).any(|element| is_announced(page, element)) => Err(NoArticle::Empty),
        (None, _) => Err(NoArticle::Missing),
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

/// Whether it is a heading that is a link to another page.
pub(super) fn leads_elsewhere(page: &Page, heading: &Block) -> bool {
    // A section's own link for sharing it stays on the page.
    let stays = || {
        let around = page.parent(heading.start()).into_iter();
        around.filter_map(|outer| page.attribute(outer, Attribute::Href)).any(|href| href.starts_with('#'))
    };
    matches!(heading.kind, Kind::Heading(_)) && heading.link_density() > 0.8 && !stays()
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

/// The innermost element that holds nearly all prose of the page.
fn densest(page: &Page, prose: &Prose, blocks: &[Block]) -> NodeId {
    let all = prose.within(page, Page::ROOT);
    let longest =
        blocks.iter().filter(|block| block.is_prose() && block.furniture.is_none()).max_by_key(|block| block.length);
    let Some(longest) = longest else { return Page::ROOT };
    page.lineage(longest.element)
        .find(|outer| prose.within(page, *outer) as f64 >= all as f64 * 0.75)
        .unwrap_or(Page::ROOT)
}
