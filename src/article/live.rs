//! Texts that grow while something happens: live blogs and tickers. How long they take says nothing to
//! a reader who comes for the newest entries.

use crate::page::{Attribute, NodeId, Page, Tag, Value};

use super::JudgedBlock;
use super::images::up_to_last_line;

/// Dozens of entries: with fewer a text is read as a whole.
const MANY: usize = 24;

/// Whether the page says so, or the article consists of entries of which each has its time.
pub(super) fn is_live(page: &Page, article: NodeId, blocks: &[JudgedBlock]) -> bool {
    says_live(page, article) || entries(page, article, blocks) >= MANY
}

fn says_live(page: &Page, article: NodeId) -> bool {
    let is_live = |thing: &Value| {
        let kinds = thing.get("@type").map(Value::items).unwrap_or_default();
        kinds.iter().filter_map(Value::text).any(|kind| kind.ends_with("LiveBlogPosting"))
    };
    let things = || page.linked_data().iter().flat_map(Value::items);
    let marked = |node: NodeId| {
        page.attribute(node, Attribute::ItemType).is_some_and(|kind| kind.trim_end().ends_with("LiveBlogPosting"))
    };
    things()
        .any(|thing| is_live(thing) || thing.get("@graph").map(Value::items).unwrap_or_default().iter().any(is_live))
        || page.lineage(article).any(marked)
        || page.descendants(article).any(marked)
}

/// How many times of the day there are with text behind each.
fn entries(page: &Page, article: NodeId, blocks: &[JudgedBlock]) -> usize {
    let mut kept = blocks
        .iter()
        .filter(|judged| judged.verdict.is_kept() && judged.block.is_prose())
        .map(|judged| judged.block.start());
    let mut next = kept.next();
    let (mut count, mut is_open) = (0, false);
    for node in up_to_last_line(page, article, blocks) {
        if page.tag(node) == Tag::Time && is_of_day(page, node) {
            is_open = true;
        } else if next == Some(node) {
            count += usize::from(std::mem::take(&mut is_open));
            next = kept.next();
        }
    }
    count
}

/// Whether it is a time of a day: "14:32", "2024-06-17T14:32".
fn is_of_day(page: &Page, time: NodeId) -> bool {
    page.attribute(time, Attribute::DateTime).unwrap_or("").contains([':', 'T'])
        || page.text_content(time).contains(':')
}
