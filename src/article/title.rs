//! The title as the reader sees it: the article's heading without what stands above it in smaller
//! letters, with the metadata to fall back on.
//!
//! Measured on 309 pages: the `<h1>` inside the article is right on 89 % of the pages that have one,
//! the only `<h1>` on 82 %, JSON-LD on 70 %, `og:title` on 57 %, `<title>` on 15 %.

use crate::page::{Attribute, NodeId, Page, Tag, Value, fold_white_space};
use crate::text::find::{contains, find as find_text, split_once};
use crate::text::fold::folded;

use super::Metadata;
use super::blocks::{Block, Kind};

#[derive(Debug)]
pub(super) struct Title {
    /// The heading, where the page shows one.
    pub(super) element: Option<NodeId>,
    pub(super) text: Option<String>,
}

pub(super) fn find(page: &Page, article: NodeId, blocks: &[Block], metadata: &Metadata<'_>) -> Title {
    /// Longer headings aren't closed or hold the text, in bytes.
    const LONGEST: usize = 600;
    let titles = announced_titles(page, metadata);
    let heading = heading(page, article, blocks, metadata, &titles);
    let text = heading
        .map(|element| shown(page, element, &titles))
        .filter(|title| title.len() <= LONGEST)
        .or_else(|| from_metadata(page, metadata));
    Title { element: heading, text }
}

/// The lines around the title where names and dates stand: those between title and text and the
/// text's first, then those above the title, then the article's last.
pub(super) fn lines_around<'a>(page: &Page, article: NodeId, title: &Title, blocks: &'a [Block]) -> Vec<&'a Block> {
    const BELOW: usize = 12;
    const ABOVE: usize = 8;
    const LAST: usize = 6;
    let start = title.element.unwrap_or(article);
    let place = blocks.partition_point(|block| block.start() < start);
    let end = blocks.partition_point(|block| block.start() < page.end(article)).max(place);
    let mut lines: Vec<&Block> = blocks[place..].iter().take(BELOW).collect();
    lines.extend(blocks[..place].iter().rev().take(ABOVE));
    lines.extend(blocks[place..end].iter().rev().take(LAST));
    lines
}

fn heading(
    page: &Page,
    article: NodeId,
    blocks: &[Block],
    metadata: &Metadata<'_>,
    titles: &[String],
) -> Option<NodeId> {
    let headings: Vec<(NodeId, u8)> = page
        .descendants(Page::ROOT)
        .filter_map(|node| Some((node, page.tag(node).heading_level().filter(|level| *level < 5)?)))
        .filter(|(node, _)| !is_site_name(page, *node, metadata) && !is_furniture(page, *node, blocks))
        .collect();
    let is_announced = |heading: NodeId| titles.contains(&folded(&page.text_content(heading)));
    let first = || headings.iter().filter(|(_, level)| *level == 1).map(|(heading, _)| *heading);
    let prose = blocks.iter().find(|block| page.holds(article, block.start()) && block.is_prose());
    // The first below the text is that of the comments or of another article.
    let is_above = |heading: NodeId| prose.is_none_or(|prose| heading < prose.start());
    let mut inside = first().filter(|heading| page.holds(article, *heading) && is_above(*heading));
    if let Some(found) = first().find(|heading| page.holds(article, *heading) && is_announced(*heading)) {
        return Some(found);
    }
    let only = inside.next().filter(|_| inside.next().is_none());
    let named = || {
        let named = || headings.iter().map(|(heading, _)| *heading).filter(|heading| is_announced(*heading));
        named().find(|heading| page.holds(article, *heading)).or_else(|| named().next())
    };
    let inside = |is_wanted: &dyn Fn(NodeId) -> bool| {
        first().find(|heading| page.holds(article, *heading) && is_wanted(*heading))
    };
    let last = blocks.iter().rfind(|block| page.holds(article, block.start()) && block.is_prose());
    let has_text = |heading: NodeId| last.is_some_and(|last| heading < last.start());
    let found = only
        .or_else(named)
        .or_else(|| inside(&is_above))
        .or_else(|| inside(&has_text))
        .or_else(|| first().rfind(|heading| is_above(*heading)));
    if found.is_some() {
        return found;
    }
    let prose = prose?;
    // A heading of the article's own, of any level, before its text: pages of several articles.
    let own = blocks.iter().take_while(|block| block.start() < prose.start()).find(|block| {
        matches!(block.kind, Kind::Heading(level) if level <= 3)
            && page.holds(article, block.start())
            && block.furniture.is_none()
            && !is_site_name(page, block.element, metadata)
    });
    first().rfind(|heading| *heading < prose.start()).or(own.map(|block| block.element))
}

/// Whether the heading stands in what isn't part of an article, such as the list of comments.
fn is_furniture(page: &Page, heading: NodeId, blocks: &[Block]) -> bool {
    let place = blocks.partition_point(|block| block.start() < heading);
    blocks.get(place).is_none_or(|block| {
        !page.holds(heading, block.start())
            || block.furniture.is_some_and(|(element, _)| element < heading && !page.holds_landmark(element))
    })
}

/// Many templates mark the site's name or logo as `<h1>` too, and link it to the front page.
fn is_site_name(page: &Page, heading: NodeId, metadata: &Metadata<'_>) -> bool {
    let text = page.text_content(heading);
    text.is_empty()
        || metadata.first(&["og:site_name"]).is_some_and(|name| folded(name) == folded(&text))
        || page.descendants(heading).filter(|node| page.tag(*node) == Tag::A).any(|link| {
            page.attribute(link, Attribute::Href).is_some_and(|href| {
                let path = split_once(href.trim(), "://")
                    .map_or(href.trim(), |(_, rest)| rest.find('/').map_or("/", |path| &rest[path..]));
                path == "/"
            })
        })
}

/// The title that the head names.
pub(super) fn announced<'a>(metadata: &Metadata<'a>) -> Option<&'a str> {
    metadata.linked_data("headline").and_then(Value::text).or_else(|| metadata.first(&["og:title"]))
}

/// Every form of the title that the head names, for comparing; the best first.
fn announced_titles(page: &Page, metadata: &Metadata<'_>) -> Vec<String> {
    let named = [
        metadata.linked_data("headline").and_then(Value::text).map(str::to_owned),
        metadata.first(&["og:title"]).map(str::to_owned),
        metadata.first(&["twitter:title"]).map(str::to_owned),
        document_title(page),
    ];
    let mut titles = Vec::new();
    for title in named.into_iter().flatten() {
        titles.push(folded(&title));
        titles.push(folded(without_site_name(&fold_white_space(&title), page, metadata)));
    }
    titles.retain(|title| !title.is_empty());
    titles
}

fn document_title(page: &Page) -> Option<String> {
    page.descendants(Page::ROOT).find(|node| page.tag(*node) == Tag::Title).map(|node| page.text_content(node))
}

/// The heading's text without a kicker before it, a subtitle behind it and the site's name.
fn shown(page: &Page, heading: NodeId, titles: &[String]) -> String {
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
    const SUBTITLES: [&str; 4] = ["subtitle", "subline", "subheading", "subheadline"];
    const MOST_NODES: usize = 60;
    let whole = page.text_content(heading);
    if page.descendants(heading).count() > MOST_NODES {
        return whole;
    }
    let parts: Vec<(NodeId, String)> = page
        .descendants(heading)
        .filter(|node| page.tag(*node) != Tag::Text)
        .map(|node| (node, page.text_content(node)))
        .filter(|(_, text)| !text.is_empty() && text.len() < whole.len())
        .collect();
    let names = |rest: &str| titles.contains(&folded(rest));
    if let Some((kicker, text)) = parts.first()
        && let Some(rest) = whole.strip_prefix(text.as_str())
    {
        let rest = rest.trim_start_matches([' ', ':', '|', '/', '–', '-', '·']);
        // A title of several lines goes on without a sign of parting; a kicker's is set with one.
        let is_parted = || {
            let (text, rest) = (folded(text), folded(rest));
            let text = text.trim_end_matches([':', ' ']);
            titles.iter().any(|title| {
                find_text(title, text).is_some_and(|place| {
                    let behind = &title[place + text.len()..];
                    behind.starts_with([':', '|'])
                        || behind.starts_with(" -")
                        || behind.starts_with(" –")
                        || behind.starts_with(" |")
                }) && contains(title, &rest)
            })
        };
        let is_kicker = page.is_named(*kicker, Attribute::Class, &KICKERS)
            || page.tag(*kicker) == Tag::Small
            || names(rest)
            || (page.tag(*kicker) != Tag::A && is_parted())
            || titles.iter().any(|title| title.starts_with(&folded(rest)) && !contains(title, &folded(text)));
        if !rest.is_empty() && is_kicker {
            return rest.to_owned();
        }
    }
    if let Some((_, title)) = parts.iter().find(|(_, text)| whole.starts_with(text.as_str()))
        && names(title)
        && parts.iter().any(|(node, text)| {
            whole.ends_with(text.as_str())
                && (page.tag(*node) == Tag::Small || page.is_named(*node, Attribute::Class, &SUBTITLES))
        })
    {
        return title.clone();
    }
    // A heading that is made for the head too holds the site's name.
    match last_part(&whole, " | ") {
        Some((start, _)) if names(start) => start.to_owned(),
        _ => whole,
    }
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
    const SEPARATORS: [&str; 8] = [" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " • "];
    let site = metadata.first(&["og:site_name", "application-name"]).map(folded);
    let host = page.address().split('/').nth(2).unwrap_or("");
    let names_site = |part: &str| {
        let part = folded(part);
        let letters: String = part.chars().filter(char::is_ascii_alphanumeric).collect();
        let plain_host: String = host.chars().filter(char::is_ascii_alphanumeric).collect();
        site.as_deref() == Some(part.as_str()) || (letters.len() > 2 && contains(&plain_host, &letters))
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
