//! When the article was published: by what is written for machines, by the address, by the words
//! near the title.
//!
//! Measured on 268 pages, share right where the source is there: `article:published_time` 89 %,
//! JSON-LD 85 %, the first `<time>` 79 %, `itemprop` 72 %. The rest stands in the address or in the
//! text.

use crate::page::{Attribute, NodeId, Page, Tag, Value};
use crate::text::find::{contains, split_once};
use crate::text::fold::folded;

use super::Metadata;
use super::blocks::Block;
use super::title::{self, Title};
use super::written_date::{self, Written};

/// ISO 8601, as exact as the page says it.
pub(super) fn published(
    page: &Page,
    article: NodeId,
    title: &Title,
    blocks: &[Block],
    metadata: &Metadata<'_>,
    month_first: bool,
) -> Option<String> {
    let read = |text: &str| iso(text).or_else(|| Some(written_date::find(text, month_first)?.1.iso()));
    metadata
        .first(&["article:published_time", "og:article:published_time"])
        .and_then(read)
        .or_else(|| linked(page, metadata).and_then(read))
        .or_else(|| marked(page, article, &read))
        .or_else(|| metadata.entries().find(|(name, _)| says_published(name)).and_then(|(_, content)| read(content)))
        .or_else(|| in_address(page, metadata))
        .or_else(|| timed(page, article, &read))
        .or_else(|| near_title(page, article, title, blocks, month_first))
        .or_else(|| classed(page, article, month_first))
        .or_else(|| timed(page, Page::ROOT, &read))
}

/// JSON-LD: the article's, else that of the page that holds it.
fn linked<'a>(page: &'a Page, metadata: &Metadata<'a>) -> Option<&'a str> {
    let dated = |thing: &'a Value| thing.get("datePublished").and_then(Value::text);
    metadata.linked_data("datePublished").and_then(Value::text).or_else(|| {
        page.linked_data()
            .iter()
            .flat_map(Value::items)
            .find_map(|thing| dated(thing).or_else(|| thing.get("@graph")?.items().iter().find_map(dated)))
    })
}

/// Microdata and RDFa, in the article before anywhere else.
fn marked(page: &Page, article: NodeId, read: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    for root in [article, Page::ROOT] {
        for node in page.descendants(root) {
            let says = [Attribute::ItemProp, Attribute::Property]
                .into_iter()
                .any(|attribute| page.attribute(node, attribute).is_some_and(|name| name.ends_with("datePublished")));
            if says && let Some(date) = value(page, node, read) {
                return Some(date);
            }
        }
    }
    None
}

/// What an element says for machines, else what it shows.
fn value(page: &Page, node: NodeId, read: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    [Attribute::DateTime, Attribute::Content]
        .into_iter()
        .find_map(|attribute| page.attribute(node, attribute).and_then(read))
        .or_else(|| read(&page.text_content(node)))
}

/// Names of `<meta>` that many systems use, such as `dc.date`, `sailthru.date`, `parsely-pub-date`,
/// `publication_date`; not those of changes and of ends.
fn says_published(name: &str) -> bool {
    let name = folded(name);
    let says = |words: &[&str]| words.iter().any(|word| contains(&name, word));
    says(&["date", "publishtime", "published", "created", "issued"])
        && !says(&["modif", "updat", "expir", "last", "event", "valid", "dateformat", "revis", "birth"])
}

fn in_address(page: &Page, metadata: &Metadata<'_>) -> Option<String> {
    let addresses =
        [page.address(), metadata.link("canonical").unwrap_or(""), metadata.first(&["og:url"]).unwrap_or("")];
    for address in addresses {
        // An archive's address holds that of the page; a query says nothing of the article.
        let mut rest = address;
        while let Some((_, behind)) = split_once(rest, "://") {
            rest = behind;
        }
        let path = &rest[..rest.find(['?', '#']).unwrap_or(rest.len())];
        if let Some(date) = path.find('/').and_then(|start| written_date::in_address(&path[start..])) {
            return Some(date.iso());
        }
    }
    None
}

/// The first `<time>` that isn't that of a change or of a comment.
fn timed(page: &Page, root: NodeId, read: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let mut after = root;
    page.descendants(root).find_map(|node| {
        if node < after {
            return None;
        }
        if page.is_named(
            node,
            Attribute::Class,
            &["comment", "comments", "comentarios", "kommentare", "related", "teaser"],
        ) {
            after = page.end(node);
            return None;
        }
        let is_change = || {
            page.words(node, Attribute::Class).any(|word| contains(word, "updated") || contains(word, "modified"))
                || page.has_word(node, Attribute::ItemProp, "dateModified")
        };
        if page.tag(node) == Tag::Time && !is_change() { value(page, node, read) } else { None }
    })
}

/// The first date in the lines around the title.
fn near_title(page: &Page, article: NodeId, title: &Title, blocks: &[Block], month_first: bool) -> Option<String> {
    for block in title::lines_around(page, article, title, blocks) {
        if let Some(date) = of_line(block, month_first) {
            return Some(date.iso());
        }
    }
    None
}

/// What the article's markup calls a date.
fn classed(page: &Page, article: NodeId, month_first: bool) -> Option<String> {
    const NAMES: [&str; 5] = ["date", "datum", "fecha", "published", "dateline"];
    page.descendants(article)
        .filter(|node| page.is_named(*node, Attribute::Class, &NAMES))
        .find_map(|node| written_date::find(&page.text_content(node), month_first))
        .map(|(_, date)| date.iso())
}

/// The date of a line that is one, or at the beginning of a paragraph.
fn of_line(block: &Block, month_first: bool) -> Option<Written> {
    /// Lines of names and dates are shorter, in bytes.
    const LINE: usize = 140;
    /// "Lübeck, 17. Juni 2024": where a paragraph's date begins, in bytes.
    const DATELINE: usize = 24;
    let text = block.text.trim();
    let (start, date) = written_date::find(text, month_first)?;
    (start <= DATELINE || text.len() <= LINE).then_some(date)
}

/// The date and time of a machine-readable form, with `T` between them; `None` if it is none.
fn iso(text: &str) -> Option<String> {
    let text = text.trim();
    let (date, rest) = (text.get(..10)?, &text[10..]);
    let number = |range: std::ops::Range<usize>| date.get(range)?.parse::<u32>().ok();
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    let parted = date.as_bytes()[4] == b'-' && date.as_bytes()[7] == b'-';
    if !parted || year < 1600 || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let time = rest.trim_start_matches(['T', 't', ' ']);
    let looks_like_time = time.len() >= 5
        && time.as_bytes()[2] == b':'
        && time.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b'+' | b'-' | b'Z' | b'z'));
    Some(if looks_like_time { [date, "T", time].concat() } else { date.to_owned() })
}
