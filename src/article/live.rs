//! Texts that grow while something happens: live blogs and tickers. How long they take says nothing to
//! a reader who comes for the newest entries.

use crate::page::{Attribute, NodeId, Page, Tag};
use crate::text::find::contains;

use super::{JudgedBlock, Metadata};

/// Dozens of entries: with fewer a text is read as a whole.
const MANY: u32 = 24;

/// It begins with its entries, where readers' comments stand behind a text: so many of them among so many paragraphs. The
/// first may be the text's own time.
const FIRST: u32 = 3;
const EARLY: u32 = 10;

/// Whether the page says so, or the article consists of entries of which each has its time of the day.
pub(super) fn is_live(page: &Page, article: NodeId, blocks: &[JudgedBlock], metadata: &Metadata<'_>) -> bool {
    if metadata.things().iter().any(|thing| thing.is_a(&is_live_blog)) {
        return true;
    }
    let mut rest = blocks;
    let (mut entries, mut prose, mut is_open) = (0, 0, false);
    for node in page.descendants(Page::ROOT) {
        if page.attribute(node, Attribute::ItemType).is_some_and(is_live_blog) {
            return true;
        }
        is_open |= page.tag(node) == Tag::Time
            && page.holds(article, node)
            && page.attribute(node, Attribute::DateTime).is_some_and(|time| contains(time, ":"));
        while let [judged, behind @ ..] = rest
            && judged.block.start() <= node
        {
            if judged.verdict.is_kept() && judged.block.is_prose() {
                entries += u32::from(is_open);
                prose += 1;
                is_open = false;
                if entries == FIRST && prose > EARLY {
                    return false;
                }
            }
            rest = behind;
        }
    }
    entries >= MANY
}

fn is_live_blog(kind: &str) -> bool {
    kind.trim_end().ends_with("LiveBlogPosting")
}
