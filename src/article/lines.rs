//! The lines around a title, where names, dates and the section stand.

use crate::page::{Attribute, NodeId, Page, Tag, fold_white_space};
use crate::text::find::split_once;

use super::blocks::Block;
use super::title::Title;

/// The lines around the title where names and dates stand: those between title and text and the
/// text's first, then those above the title, then the article's last.
pub(super) fn around<'a>(page: &Page, article: NodeId, title: &Title, blocks: &'a [Block]) -> Vec<&'a Block> {
    const BELOW: usize = 12;
    const ABOVE: usize = 8;
    const LAST: usize = 6;
    let start = title.element.unwrap_or(article);
    let place = blocks.partition_point(|block| block.start() < start);
    let end = blocks.partition_point(|block| block.start() < page.end(article)).max(place);
    let below = &blocks[place..end.min(place + BELOW)];
    let above = &blocks[place.saturating_sub(ABOVE)..place];
    let last = &blocks[end.saturating_sub(LAST).max(place)..end];
    let mut lines: Vec<&Block> = below.iter().collect();
    for part in [above, last] {
        for number in (0..part.len()).rev() {
            lines.push(&part[number]);
        }
    }
    lines
}

/// The text of these nodes with "; " where nothing but markup parts two: a name and what is glued to
/// it, such as "By", an office or the name of a network.
pub(super) fn parted(page: &Page, nodes: &mut dyn Iterator<Item = NodeId>) -> String {
    let mut parted = String::new();
    let mut last = Page::ROOT;
    let mut is_spaced = false;
    for node in nodes {
        let text = page.text(node).unwrap_or("");
        let ends_block = |one: NodeId, other: NodeId| {
            page.lineage(one).take_while(|outer| !page.holds(*outer, other)).any(|outer| page.tag(outer).is_block())
        };
        let begins = text.trim_start();
        is_spaced |= begins.len() < text.len();
        if begins.is_empty() {
            continue;
        }
        let is_glued = !is_spaced
            && parted.ends_with(char::is_alphanumeric)
            && begins.starts_with(|letter: char| letter.is_alphanumeric() && !letter.is_lowercase());
        if last == Page::ROOT {
        } else if (last.0..node.0).any(|between| page.tag(NodeId(between)) == Tag::Br) {
            parted.push('\n');
        } else if is_glued || ends_block(last, node) || ends_block(node, last) {
            parted.push_str("; ");
        } else if is_spaced {
            parted.push(' ');
        }
        parted.push_str(&fold_white_space(text));
        is_spaced = text.trim_end().len() < text.len();
        last = node;
    }
    parted
}

/// What parts a byline from other things on its line; dates from each other; names and dates.
const SEPARATORS: [&str; 13] = [" - ", " – ", " — ", " | ", " · ", " • ", "\n", " @", "|", " (", "; ", " / ", ", "];
pub(super) const OF_LINE: &[&str] = SEPARATORS.split_at(9).0;
pub(super) const OF_NAME: &[&str] = SEPARATORS.split_at(10).0;
pub(super) const OF_DATE: &[&str] = SEPARATORS.split_at(11).0;
pub(super) const OF_ANY: &[&str] = &SEPARATORS;

pub(super) fn parts<'a>(text: &'a str, separators: &[&str]) -> Vec<&'a str> {
    let mut parts = vec![text];
    for separator in separators {
        let mut place = 0;
        while let Some((before, behind)) = parts.get(place).and_then(|part| split_once(part, separator)) {
            parts[place] = before;
            place += 1;
            parts.insert(place, behind);
        }
    }
    parts.iter().map(|part| part.trim()).collect()
}

/// Whether what the element holds is of readers or of other articles, by its name.
pub(super) fn is_of_readers(page: &Page, node: NodeId) -> bool {
    const NAMES: [&str; 10] = [
        "comment",
        "comments",
        "commentlist",
        "comentarios",
        "commentaires",
        "kommentare",
        "respond",
        "reply",
        "related",
        "teaser",
    ];
    page.has_word(node, Attribute::ItemProp, "comment")
        || page.is_named(node, Attribute::Class, &NAMES)
        || page.is_named(node, Attribute::Id, &NAMES)
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn parts_of_a_line() {
        assert_eq!(parts("yas! | By Anna Muster | 3. Mai", &[" | "]), ["yas!", "By Anna Muster", "3. Mai"]);
        assert_eq!(parts("11.12.2019 - Anna Muster", &[" | ", " - "]), ["11.12.2019", "Anna Muster"]);
    }
}
