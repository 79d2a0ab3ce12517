//! The editor's own choice of topics: a bullet list of short labels in the article's body.
//!
//! Lists that only look alike are common (of 149 German pages 15 have one, none a list of topics),
//! so the rule is strict: directly after a paragraph, 2 to 8 items of one or two words, without
//! links, digits, colons or the punctuation of sentences, capitalised in German.

use std::ops::Range;

use crate::article::{Article, Block, Kind};
use crate::page::{NodeId, Page, Tag, fold_white_space};
use crate::text::find::is_in;

const ITEMS: std::ops::RangeInclusive<usize> = 2..=8;

/// Longest item of a script without spaces, in characters.
const LONGEST_UNSPACED: usize = 12;

pub(super) struct TopicList {
    pub(super) labels: Vec<String>,
    /// Which blocks of the body it is.
    pub(super) blocks: Range<usize>,
}

/// The first list of topics in the body.
pub(super) fn find(page: &Page, article: &Article, language: &str) -> Option<TopicList> {
    let body: Vec<&Block> = article.body().collect();
    let mut index = 0;
    while index < body.len() {
        let list = bullet_list(page, body[index]);
        let end = body[index..]
            .iter()
            .position(|block| list.is_none() || bullet_list(page, block) != list)
            .map_or(body.len(), |items| index + items);
        if list.is_some() && index > 0 && introduces_nothing(body[index - 1]) {
            let items = &body[index..end];
            if ITEMS.contains(&items.len()) && items.iter().all(|item| is_label(item, language)) {
                let labels = items.iter().map(|item| fold_white_space(&item.text)).collect();
                return Some(TopicList { labels, blocks: index..end });
            }
        }
        index = end.max(index + 1);
    }
    None
}

/// The `<ul>` that the block is an item of, if that is no part of another list or table.
fn bullet_list(page: &Page, block: &Block) -> Option<NodeId> {
    if block.kind != Kind::ListItem {
        return None;
    }
    let list = page
        .lineage(block.element)
        .find(|outer| matches!(page.tag(*outer), Tag::Ul | Tag::Ol | Tag::Dl | Tag::Menu))?;
    let nested = page.lineage(list).skip(1).any(|outer| matches!(page.tag(outer), Tag::Li | Tag::Td));
    (page.tag(list) == Tag::Ul && !nested).then_some(list)
}

/// Whether the block before the list is a paragraph that has come to its end: one that ends in a
/// colon or a comma goes on in the list, which then is part of the prose.
fn introduces_nothing(before: &Block) -> bool {
    before.kind == Kind::Paragraph && !before.text.trim_end().ends_with([':', ',', ';', '：', '、', '،', '–', '—'])
}

fn is_label(item: &Block, language: &str) -> bool {
    let text = fold_white_space(&item.text);
    let words = text.split(' ').count();
    let unspaced = matches!(language, "ja" | "zh" | "th" | "lo" | "km" | "my");
    let short = if unspaced { text.chars().count() <= LONGEST_UNSPACED } else { words <= 2 };
    let bare = item.linked == 0
        && text.chars().any(char::is_alphabetic)
        && !text.chars().any(|letter| letter.is_numeric() || is_in(letter, ":;,.!?。、？！؟،؛：/@"));
    let capitalised = language != "de" || crate::text::fold::begins_with_capital(&text);
    short && bare && capitalised
}
