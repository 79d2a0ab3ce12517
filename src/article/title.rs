//! The title as the reader sees it: the article's heading without what stands above it in smaller
//! letters, with the metadata to fall back on.
//!
//! Measured on 309 pages: the `<h1>` inside the article is right on 89 % of the pages that have one,
//! the only `<h1>` on 82 %, JSON-LD on 70 %, `og:title` on 57 %, `<title>` on 15 %.

use crate::page::{Attribute, NodeId, Page, Tag, Value, fold_white_space};
use crate::text::find::{contains, split_once};
use crate::text::fold::folded;

use super::Metadata;
use super::blocks::Block;

#[derive(Debug)]
pub(super) struct Title {
    /// The heading, where the page shows one.
    pub(super) element: Option<NodeId>,
    pub(super) text: Option<String>,
}

pub(super) fn find(page: &Page, article: NodeId, blocks: &[Block], metadata: &Metadata<'_>) -> Title {
    /// Longer headings aren't closed or hold the text, in bytes.
    const LONGEST: usize = 600;
    let named = named(page, metadata);
    let heading = heading(page, article, blocks, metadata, &named);
    let mut text = heading
        .map(|element| shown(page, element, &named))
        .filter(|title| title.len() <= LONGEST)
        .or_else(|| from_metadata(page, metadata));
    if let Some(text) = &mut text {
        // Where a word may be parted; joiners of other scripts stay.
        text.retain(|letter| !matches!(letter, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}'));
    }
    Title { element: heading, text }
}

/// The heading that is the title. Search engines are given one of their own in the path to the
/// article, which nobody takes for the title.
fn heading(page: &Page, article: NodeId, blocks: &[Block], metadata: &Metadata<'_>, named: &[Named]) -> Option<NodeId> {
    /// What is no longer is a label, in bytes, such as "By".
    const LABEL: usize = 3;
    // Where the first and the last paragraph of the article begin.
    let (mut first, mut last) = (None, None);
    for block in blocks {
        if page.holds(article, block.start()) && block.is_prose() {
            last = Some(block.start());
            first = first.or(last);
        }
    }
    let mut best = (0, None);
    // The first-order headings of the article above its text: an only one is the title whatever the
    // head says.
    let mut own = (0, None);
    for node in page.descendants(Page::ROOT) {
        let Some(level @ 1..5) = page.tag(node).heading_level() else { continue };
        let text = page.text_content(node);
        if is_site_name(page, node, &text, metadata) || is_furniture(page, node, article, blocks) {
            continue;
        }
        let is_within = page.holds(article, node);
        // What the head names may be another article of the page; one without text is a frame of the title.
        let has_prose = |outer: NodeId| {
            let start = blocks.partition_point(|block| block.start() < outer);
            blocks[start..].iter().take_while(|block| page.holds(outer, block.start())).any(Block::is_prose)
        };
        let of_another =
            |outer: NodeId| page.tag(outer) == Tag::Article && !page.holds(outer, article) && has_prose(outer);
        if !is_within && page.lineage(node).any(of_another) {
            continue;
        }
        // The first below the text is that of the comments or of another article.
        let is_above = first.is_none_or(|first| node < first);
        let has_text = last.is_some_and(|last| node < last);
        let is_named = find_named(&text, named).is_some()
            || (is_above || level < 3) && find_named(&shown(page, node, named), named).is_some();
        // The more, the surer.
        let worth = match (level, is_named) {
            (_, false) if text.len() <= LABEL => 0,
            (1, true) if is_above || is_within => 9,
            (_, true) if is_within => 7,
            (_, true) => 6,
            (1, _) if is_within && is_above => 5,
            (1, _) if is_within && has_text => 1,
            (1, _) if is_above => 3,
            (2..4, _) if is_within && is_above && first.is_some() => 2,
            _ => 0,
        };
        if worth == 5 {
            own = (own.0 + 1, own.1.or(Some(node)));
        }
        // Outside of the article the nearest.
        if worth > best.0 || worth == best.0 && worth == 3 {
            best = (worth, Some(node));
        }
    }
    if own.0 == 1 && best.0 < 7 { own.1 } else { best.1 }
}

/// Whether the heading stands in what isn't part of an article, such as the list of comments or the
/// path of sections that leads to it.
fn is_furniture(page: &Page, heading: NodeId, article: NodeId, blocks: &[Block]) -> bool {
    let is_path = |outer: NodeId| {
        (page.tag(outer) == Tag::Nav || page.words(outer, Attribute::Class).any(|word| contains(word, "crumb")))
            && !page.holds(outer, article)
    };
    let place = blocks.partition_point(|block| block.start() < heading);
    page.lineage(heading).any(is_path)
        || blocks.get(place).is_none_or(|block| {
            !page.holds(heading, block.start())
                || block.furniture.is_some_and(|(element, _)| element < heading && !page.holds_landmark(element))
        })
}

/// Many templates mark the site's name or logo as `<h1>` too, and link it to the front page.
fn is_site_name(page: &Page, heading: NodeId, text: &str, metadata: &Metadata<'_>) -> bool {
    text.is_empty()
        || metadata.first(&["og:site_name"]).is_some_and(|name| folded(name) == folded(text))
        || page.descendants(heading).filter(|node| page.tag(*node) == Tag::A).any(|link| links_home(page, link))
}

/// Whether the link leads to the front page.
pub(super) fn links_home(page: &Page, link: NodeId) -> bool {
    page.has_word(link, Attribute::Rel, "home")
        || page.attribute(link, Attribute::Href).is_some_and(|href| {
            let path = split_once(href.trim(), "://")
                .map_or(href.trim(), |(_, rest)| rest.find('/').map_or("/", |path| &rest[path..]));
            path == "/"
        })
}

/// The title that the head names.
pub(super) fn announced<'a>(metadata: &Metadata<'a>) -> Option<&'a str> {
    metadata.linked_data("headline").and_then(Value::text).or_else(|| metadata.first(&["og:title"]))
}

/// What parts a title from the site's name.
const SEPARATORS: [&str; 8] = [" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " • "];

/// A form of the title that the head names.
struct Named {
    letters: String,
    text: String,
}

/// Lower case letters and digits, for comparing.
fn letters(text: &str) -> String {
    let mut letters = folded(text);
    letters.retain(char::is_alphanumeric);
    letters
}

/// Every form of the title that the head names, the best first: each whole, and what stands before
/// and behind a separator where it is no small part, as the rest may be the site's name.
fn named(page: &Page, metadata: &Metadata<'_>) -> Vec<Named> {
    const LEAST_SHARE: usize = 3;
    let titles = [
        metadata.linked_data("headline").and_then(Value::text).map(fold_white_space),
        metadata.first(&["og:title"]).map(fold_white_space),
        metadata.first(&["twitter:title"]).map(fold_white_space),
        document_title(page),
    ];
    let mut named: Vec<Named> = Vec::new();
    for (place, title) in titles.into_iter().enumerate() {
        let Some(title) = title else { continue };
        let mut add = |text: &str| {
            if text.len() * LEAST_SHARE >= title.len() {
                named.push(Named { letters: letters(text), text: text.to_owned() });
            }
        };
        // Only a bar is never part of a title, and parts the site's name off in `<title>`.
        if place < 3 || !contains(&title, " | ") {
            add(&title);
        }
        for separator in SEPARATORS {
            let mut rest = title.as_str();
            while let Some((_, behind)) = split_once(rest, separator) {
                add(&title[..title.len() - behind.len() - separator.len()]);
                add(behind);
                rest = behind;
            }
        }
    }
    named.retain(|title| !title.letters.is_empty());
    named
}

/// The form of the title that says the same.
fn find_named<'a>(text: &str, named: &'a [Named]) -> Option<&'a str> {
    let letters = letters(text);
    named.iter().find(|title| title.letters == letters).map(|title| title.text.as_str())
}

fn document_title(page: &Page) -> Option<String> {
    page.descendants(Page::ROOT).find(|node| page.tag(*node) == Tag::Title).map(|node| page.text_content(node))
}

/// The heading's text without a kicker before it, and a subtitle, a link to edit it and the site's
/// name behind it.
fn shown(page: &Page, heading: NodeId, named: &[Named]) -> String {
    const KICKERS: [&str; 14] = [
        "kicker",
        "overline",
        "topline",
        "dachzeile",
        "roofline",
        "toptitle",
        "eyebrow",
        "spitzmarke",
        "preheadline",
        "pretitle",
        "supertitle",
        "antetitulo",
        "topic",
        "h1small",
    ];
    /// What has more isn't closed.
    const MOST_NODES: u32 = 60;
    let whole = page.text_content(heading);
    if page.end(heading).0 - heading.0 > MOST_NODES {
        return whole;
    }
    let is_named = |text: &str| find_named(text, named).is_some();
    let mut has_parts = false;
    for node in page.descendants(heading).filter(|node| page.tag(*node) != Tag::Text) {
        let text = page.text_content(node);
        if text.is_empty() || text.len() >= whole.len() {
            continue;
        }
        let before = whole.strip_suffix(text.as_str()).map_or("", str::trim_end);
        // "¶", "[edit]"
        if !before.is_empty() && (letters(&text).is_empty() || text.starts_with('[') || is_named(before)) {
            return before.to_owned();
        }
        let Some(behind) = whole.strip_prefix(text.as_str()) else { continue };
        let behind = behind.trim_start_matches([' ', ':', '|', '/', '–', '-', '·']);
        let (short, title) = (letters(&text), letters(behind));
        let is_kicker = !has_parts
            && (page.is_named(node, Attribute::Class, &KICKERS)
                || page.tag(node) == Tag::Small
                || text.ends_with(':') && page.text_content(page.end(node)) == behind
                || named.iter().any(|named| {
                    named.letters == title
                        || named.letters.starts_with(&title) && !contains(&named.letters, &short)
                        || page.tag(node) != Tag::A && is_parted(&named.text, &short)
                }));
        if !behind.is_empty() && is_kicker {
            return behind.to_owned();
        }
        if is_named(&text) {
            return text;
        }
        has_parts = true;
    }
    match (find_named(&whole, named), split_once(&whole, " | ")) {
        // Nothing parts the lines of a heading in its text.
        (Some(title), _) if has_parts => title.to_owned(),
        // A heading that is made for the head too holds the site's name.
        (None, Some((start, _))) if is_named(start) => start.to_owned(),
        _ => whole,
    }
}

/// Whether the title begins with these letters and a sign that parts them from the rest: a title of
/// several lines goes on without, a kicker's is set with one.
fn is_parted(title: &str, start: &str) -> bool {
    [": ", " | ", " - ", " – "]
        .iter()
        .any(|sign| split_once(title, sign).is_some_and(|(kicker, _)| letters(kicker) == start))
}

fn from_metadata(page: &Page, metadata: &Metadata<'_>) -> Option<String> {
    if let Some(headline) = metadata.linked_data("headline").and_then(Value::text) {
        return Some(fold_white_space(headline));
    }
    let title =
        metadata.first(&["og:title", "twitter:title"]).map(fold_white_space).or_else(|| document_title(page))?;
    let title = without_site_name(&title, page, metadata);
    (!title.is_empty()).then(|| title.to_owned())
}

fn last_part<'a>(title: &'a str, separator: &str) -> Option<(&'a str, &'a str)> {
    let (start, mut end) = split_once(title, separator)?;
    let mut start = start.len();
    while let Some((before, behind)) = split_once(end, separator) {
        start += separator.len() + before.len();
        end = behind;
    }
    Some((&title[..start], end))
}

/// Cuts ` | Name of the paper` off, and `Name of the paper » `.
fn without_site_name<'a>(title: &'a str, page: &Page, metadata: &Metadata<'_>) -> &'a str {
    let site = metadata.first(&["og:site_name", "application-name"]).map(folded);
    let host = page.host();
    let names_site = |part: &str| {
        let part = folded(part);
        // "West Elm Features" at `features.westelm.example`.
        let plain = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
        let plain_host = plain(host);
        site.as_deref() == Some(part.as_str())
            || plain(&part).len() > 2 && part.split(' ').all(|word| contains(&plain_host, &plain(word)))
    };
    let cut = SEPARATORS.iter().filter_map(|separator| last_part(title, separator)).min_by_key(|(_, end)| end.len());
    match cut {
        Some((start, end)) if names_site(end) => return start,
        // Without a name to compare, only the bar is never part of a title.
        Some((start, _)) if site.is_none() && contains(title, " | ") => return start,
        _ => {}
    }
    SEPARATORS
        .iter()
        .filter_map(|separator| split_once(title, separator))
        .find(|(start, _)| names_site(start))
        .map_or(title, |(_, rest)| rest)
}
