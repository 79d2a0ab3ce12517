//! Decides which element of a page is the article.

use crate::analysis::NoArticle;
use crate::page::{Attribute, NodeId, Page, Tag};
use crate::text::find::contains;
use crate::text::fold::folded;

use super::blocks::Block;
use super::scorer::Sure;
use super::{Metadata, Scope, body};

/// Under it a page is taken for none with an article: of pages that are one, one in a hundred is under it, of lists of
/// articles more than half (`docs/reading.md`).
const LEAST_CONFIDENCE: f64 = 0.3;

/// Words without which a page is no article where nothing in the markup announces one.
const LEAST_WORDS: f32 = 25.0;

/// The article's element holds this share of the words that score as text.
const SHARE: f32 = 0.9;

/// Words before each block, for asking how many an element holds.
struct Words<'a> {
    blocks: &'a [Block],
    /// Up to and with each block.
    sums: Vec<f32>,
    longest: Option<&'a Block>,
}

impl<'a> Words<'a> {
    /// Of the blocks that count.
    fn of(blocks: &'a [Block], counts: &mut dyn FnMut(&Block) -> bool) -> Self {
        let (mut sum, mut longest, mut most) = (0.0, None, 0.0);
        let sums = blocks.iter().map(|block| {
            if counts(block) {
                sum += block.words;
                if block.words > most {
                    (longest, most) = (Some(block), block.words);
                }
            }
            sum
        });
        Self { sums: sums.collect(), blocks, longest }
    }

    fn before(&self, node: NodeId) -> f32 {
        let place = self.blocks.partition_point(|block| block.start() < node);
        place.checked_sub(1).map_or(0.0, |last| self.sums[last])
    }

    fn within(&self, page: &Page, element: NodeId) -> f32 {
        self.before(page.end(element)) - self.before(element)
    }
}

/// The article's element: that of the scope, else the innermost that holds nearly all that scores as text.
///
/// # Errors
/// [`NoArticle`] where the page doesn't look like an article.
pub(super) fn choose(
    page: &Page,
    blocks: &[Block],
    scope: Scope,
    sure: &Sure,
    metadata: &Metadata<'_>,
) -> Result<NodeId, NoArticle> {
    if let Scope::Chosen(element) = scope {
        return Ok(element);
    }
    let is_of_body = |block: &Block| block.furniture.is_none_or(|(_, furniture)| !furniture.is_certain());
    let mut words = Words::of(blocks, &mut body::is_text);
    if words.longest.is_none() {
        // Too little to score: what is announced may still be a very short article.
        let (mut next, mut end) = (Page::ROOT, Page::ROOT);
        words = Words::of(blocks, &mut |block| {
            while next <= block.start() {
                if is_announced(page, next) {
                    end = end.max(page.end(next));
                }
                next = NodeId(next.0 + 1);
            }
            let is_said = block.start() < end || metadata.says_article();
            is_said && is_of_body(block)
        });
    }
    if let Scope::Around(node) = scope {
        // Its own article, be its text ever so unlike one.
        let any = || around(page, &Words::of(blocks, &mut |block| is_of_body(block)), node);
        if let Some(element) = around(page, &words, node).or_else(any) {
            return Ok(element);
        }
    }
    let Some(longest) = words.longest else {
        let is_empty = page.descendants(Page::ROOT).any(|element| is_announced(page, element));
        return Err(if is_empty { NoArticle::Empty } else { NoArticle::Missing });
    };
    let all = words.within(page, Page::ROOT);
    let holds_all = |outer: &NodeId| words.within(page, *outer) >= SHARE * all;
    let innermost = page.lineage(longest.element).find(holds_all).unwrap_or(Page::ROOT);
    let titled = || titled(page, metadata).filter(|article| words.within(page, *article) >= 0.3 * all);
    let announced = around(page, &words, innermost).or_else(titled);
    if announced.is_none() && !metadata.says_article() && all < LEAST_WORDS {
        return Err(NoArticle::Missing);
    }
    if sure.are_several && !metadata.says_article() {
        return Err(NoArticle::Several);
    }
    // An announced article that holds most of the text is the article, and who puts the widget into a page by hand says
    // that it has one.
    let is_unlike = sure.confidence < LEAST_CONFIDENCE && scope == Scope::Page;
    announced.map_or(if is_unlike { Err(NoArticle::Unlike) } else { Ok(innermost) }, Ok)
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

/// The innermost announced article around the node that holds text, or the one around that which holds little more:
/// `articleBody` leaves the title outside.
fn around(page: &Page, words: &Words<'_>, node: NodeId) -> Option<NodeId> {
    let mut found: Option<(NodeId, f32)> = None;
    // A template that puts the type on the whole page has said nothing about where it is.
    let is_whole = |outer: NodeId| matches!(page.tag(outer), Tag::Html | Tag::Body);
    for outer in page.lineage(node).filter(|outer| !is_whole(*outer) && is_announced(page, *outer)) {
        let own = words.within(page, outer);
        match found {
            None if own > 0.0 => found = Some((outer, own)),
            Some((_, inner)) if own * 0.7 <= inner => found = Some((outer, inner)),
            _ => {}
        }
    }
    found.map(|(element, _)| element)
}

/// The only announced article with the title that the page's head names, of several on the page.
fn titled(page: &Page, metadata: &Metadata<'_>) -> Option<NodeId> {
    let title = folded(super::title::announced(metadata)?);
    let mut only = None;
    for node in page.descendants(Page::ROOT).filter(|node| page.tag(*node).heading_level().is_some()) {
        if folded(&page.text_content(node)) == title {
            let article = page.lineage(node).find(|outer| is_announced(page, *outer));
            if only.is_some() && article.is_some() && article != only {
                return None;
            }
            only = article.or(only);
        }
    }
    only
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::super::{Metadata, Scope, choose, cut};
    use super::{NoArticle, NodeId, Page, Tag};
    use crate::page::html;

    const LONG: &str = "Nach drei Jahren Bauzeit rollt wieder Verkehr über die Lahn, und die Stadt hofft auf kürzere Wege, auf mehr Gäste in den Läden am Markt und auf pünktliche Busse für die Schulen.";

    fn first(page: &Page, tag: Tag) -> NodeId {
        page.descendants(Page::ROOT).find(|node| page.tag(*node) == tag).expect("such an element")
    }

    /// The id of the article's element.
    fn chosen(markup: &str, scope: impl Fn(&Page) -> Scope) -> Result<Option<String>, NoArticle> {
        let page = html::read(markup, "https://zeitung.example/stadt/die-bruecke-ist-offen");
        let found = choose(&page, cut(&page), scope(&page), &Metadata::read(&page))?;
        Ok(page.attribute(found.element, crate::page::Attribute::Id).map(str::to_owned))
    }

    #[test]
    fn the_article_of_a_scope() {
        let text = format!("<p>{LONG}</p>").repeat(3);
        // A widget stands where the <ul> is.
        let around = |page: &Page| Scope::Around(first(page, Tag::Ul));
        let whole = |_: &Page| Scope::Page;
        let id = |id: &str| Ok(Some(id.to_owned()));
        for (what, markup, placed, alone) in [
            (
                "a short article beside a long one",
                format!(
                    "<article id=a><h2>Lang</h2>{text}</article><article id=b><h2>Kurz</h2><ul></ul><p>Ja.</p></article>"
                ),
                id("b"),
                id("a"),
            ),
            (
                "the text's element within the article",
                format!("<article id=a><h1>Lang</h1><ul></ul><div itemprop=articleBody id=b>{text}</div></article>"),
                id("a"),
                id("a"),
            ),
            (
                "no element that is announced",
                format!("<nav><a href=/>Start</a></nav><main id=a><h1>Lang</h1><ul></ul>{text}</main>"),
                id("a"),
                id("a"),
            ),
            (
                "two that are equal",
                format!(
                    "<article id=a><h2>Eins</h2>{text}</article><article id=b><h2>Zwei</h2><ul></ul>{text}</article>"
                ),
                id("b"),
                Err(NoArticle::Several),
            ),
        ] {
            assert_eq!(chosen(&markup, around), placed, "{what}, placed");
            assert_eq!(chosen(&markup, whole), alone, "{what}");
        }
    }
}
