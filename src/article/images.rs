//! Pictures that a reader looks at, told from spacers, icons and portraits of authors.

use crate::page::{Attribute, NodeId, Page, Tag};

use super::JudgedBlock;
use super::furniture;

/// Smaller pictures are icons, avatars or pixels that count visits, in CSS pixels.
const SMALLEST: u32 = 64;

/// How many pictures are looked at in the article, up to the last line that is read: what comes
/// behind that belongs to what follows the article.
pub(super) fn count(page: &Page, article: NodeId, blocks: &[JudgedBlock]) -> u32 {
    up_to_last_line(page, article, blocks).filter(|node| is_content(page, *node)).count() as u32
}

/// The nodes of the article up to the last line that is read, without what isn't part of it.
pub(super) fn up_to_last_line(page: &Page, article: NodeId, blocks: &[JudgedBlock]) -> impl Iterator<Item = NodeId> {
    let last = blocks.iter().rfind(|judged| judged.verdict.is_kept());
    let end = last.map_or(article, |judged| page.end(judged.block.element));
    let mut furniture_end = article;
    page.descendants(article).take_while(move |node| *node < end).filter(move |node| {
        if *node >= furniture_end && furniture::judge(page, *node, page.tag(*node)).is_some() {
            furniture_end = page.end(*node);
        }
        *node >= furniture_end
    })
}

/// Whether the node is a picture with something to see.
pub(super) fn is_content(page: &Page, node: NodeId) -> bool {
    if page.tag(node) != Tag::Img {
        return false;
    }
    let small = |attribute| {
        page.attribute(node, attribute)
            .and_then(|size| size.trim().trim_end_matches(['p', 'x']).parse::<u32>().ok())
            .is_some_and(|size| size < SMALLEST)
    };
    let decorative =
        page.attribute(node, Attribute::Role).is_some_and(|role| matches!(role.trim(), "presentation" | "none"));
    let named = page.is_named(
        node,
        Attribute::Class,
        &["avatar", "emoji", "gravatar", "icon", "logo", "pixel", "spacer", "smiley"],
    );
    !small(Attribute::Width) && !small(Attribute::Height) && !decorative && !named
}
