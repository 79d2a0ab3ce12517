//! Topics that the page names itself, from the first source that has any, in the order of what each
//! is worth.
//!
//! Measured on 70 pages, precision and recall: `rel=tag` .99/.75, `article:tag` .89/.95, JSON-LD
//! `keywords` .96/.98, `news_keywords` .31/.67, `itemprop` too rare to judge, `keywords` .44/.82.
//! Sections are no topics (.14/.04).

use crate::analysis::Source;
use crate::article::{Article, Metadata};
use crate::page::{Attribute, NodeId, Page, Tag, Value, fold_white_space};
use crate::text::find::contains;
use crate::text::fold::folded;

use super::Named;

/// More labels than this are written for search engines.
const MOST_KEYWORDS: usize = 20;

pub(super) fn find(page: &Page, article: &Article, metadata: &Metadata<'_>) -> Vec<Named> {
    let plain = |labels: Vec<String>| {
        labels.into_iter().map(|label| Named::by_hand(label, Source::Metadata, None)).collect::<Vec<_>>()
    };
    let sources: [&dyn Fn() -> Vec<Named>; 6] = [
        &|| tag_links(page),
        &|| plain(metadata.all("article:tag").flat_map(split).collect()),
        &|| plain(linked_keywords(metadata)),
        &|| plain(metadata.first(&["news_keywords"]).map(split).unwrap_or_default()),
        &|| plain(marked_keywords(page)),
        &|| plain(keywords(article, metadata)),
    ];
    sources.iter().map(|source| source()).find(|topics| !topics.is_empty()).unwrap_or_default()
}

/// Links to the page's own tags, with their addresses.
fn tag_links(page: &Page) -> Vec<Named> {
    let is_section = |address: &str| {
        ["/category/", "/kategorie/", "/rubrik/", "/section/", "/ressort/"].iter().any(|part| contains(address, part))
    };
    page.descendants(Page::ROOT)
        .filter(|node| {
            page.tag(*node) == Tag::A
                && page.has_word(*node, Attribute::Rel, "tag")
                && !page.has_word(*node, Attribute::Rel, "category")
        })
        .filter_map(|link: NodeId| {
            let address = page.attribute(link, Attribute::Href).unwrap_or("");
            let label = page.text_content(link).trim_start_matches('#').to_owned();
            (!is_section(address)).then(|| Named::by_hand(label, Source::Metadata, page.web_address(address)))
        })
        .collect()
}

fn linked_keywords(metadata: &Metadata<'_>) -> Vec<String> {
    let Some(keywords) = metadata.linked_data("keywords") else { return Vec::new() };
    keywords.items().iter().filter_map(Value::name).flat_map(split).collect()
}

fn marked_keywords(page: &Page) -> Vec<String> {
    page.descendants(Page::ROOT)
        .filter(|node| page.tag(*node) != Tag::Meta && page.has_word(*node, Attribute::ItemProp, "keywords"))
        .flat_map(|node| split(&page.text_content(node)))
        .collect()
}

/// `<meta name=keywords>`: believed only where most of its words occur in the article, since many
/// sites put the same list on every page.
fn keywords(article: &Article, metadata: &Metadata<'_>) -> Vec<String> {
    let labels = metadata.first(&["keywords"]).map(split).unwrap_or_default();
    if labels.is_empty() || labels.len() > MOST_KEYWORDS {
        return Vec::new();
    }
    let mut text = folded(article.title.as_deref().unwrap_or(""));
    for block in article.body() {
        text.push(' ');
        text.push_str(&folded(&block.text));
    }
    let all = labels.len();
    let found: Vec<String> = labels.into_iter().filter(|label| contains(&text, &folded(label))).collect();
    if found.len() * 2 >= all { found } else { Vec::new() }
}

fn split(list: &str) -> Vec<String> {
    list.split([',', ';', '،', '、', '，']).map(fold_white_space).filter(|label| !label.is_empty()).collect()
}
