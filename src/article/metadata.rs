//! What a page says about itself for machines: `<meta>`, `<link>` and JSON-LD.

use crate::page::{Attribute, NodeId, Page, Tag, Value};

/// The metadata of one page, found once.
#[derive(Debug)]
pub(crate) struct Metadata<'a> {
    /// Names (or properties) and contents of `<meta>`, in document order.
    entries: Vec<(&'a str, &'a str)>,
    links: Vec<NodeId>,
    /// What the page's JSON-LD describes, and the first of it that is an article of some kind.
    things: Vec<&'a Value>,
    article: Option<&'a Value>,
    page: &'a Page,
}

impl<'a> Metadata<'a> {
    pub(crate) fn read(page: &'a Page) -> Self {
        let mut entries = Vec::new();
        let mut links = Vec::new();
        for &node in page.about() {
            match page.tag(node) {
                Tag::Meta => {
                    let content = page.attribute(node, Attribute::Content).unwrap_or("").trim();
                    let names = [Attribute::Property, Attribute::Name, Attribute::ItemProp];
                    for name in names.into_iter().filter_map(|attribute| page.attribute(node, attribute)) {
                        if !content.is_empty() {
                            entries.push((name.trim(), content));
                        }
                    }
                }
                _ => links.push(node),
            }
        }
        let things = page.things();
        let article = things.iter().find(|thing| is_article(thing)).copied();
        Self { entries, links, things, article, page }
    }

    /// Names and contents of all, in document order.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.entries.iter().copied()
    }

    /// The first content under one of the names, in the names' order.
    pub(crate) fn first(&self, names: &[&str]) -> Option<&'a str> {
        names.iter().find_map(|name| self.all(name).next())
    }

    /// Every content under the name (ASCII case aside), in document order.
    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = &'a str> {
        self.entries.iter().filter(move |(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, content)| *content)
    }

    /// The address of the first `<link>` of this relation, as it is written.
    pub(crate) fn link(&self, relation: &str) -> Option<&'a str> {
        let page = self.page;
        self.links
            .iter()
            .find(|link| page.has_word(**link, Attribute::Rel, relation))
            .and_then(|link| page.attribute(*link, Attribute::Href))
    }

    /// Whether the page says of itself that it is an article.
    pub(crate) fn says_article(&self) -> bool {
        self.is_posted() || self.first(&["og:type"]).is_some_and(|kind| kind.eq_ignore_ascii_case("article"))
    }

    /// The same by what lists of articles don't say: some systems call these articles too.
    pub(crate) fn is_posted(&self) -> bool {
        self.article.is_some() || self.first(&["article:published_time"]).is_some()
    }

    /// A member of the article in the page's JSON-LD.
    pub(crate) fn linked_data(&self, name: &str) -> Option<&'a Value> {
        self.article?.get(name)
    }

    /// The same, else that of the page which holds the article; not that of a comment or of goods.
    pub(crate) fn linked_data_around(&self, name: &str) -> Option<&'a Value> {
        let of = |thing: &&'a Value| if is_beside_articles(thing) { None } else { thing.get(name) };
        self.linked_data(name).or_else(|| self.things.iter().find_map(of))
    }

    /// All things that the page's JSON-LD describes.
    pub(crate) fn things(&self) -> &[&'a Value] {
        &self.things
    }
}

/// By schema.org's types.
fn is_article(thing: &Value) -> bool {
    thing.is_a(&|kind| {
        kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report" || kind.ends_with("NewsReport")
    })
}

/// Whether it is a thing of which pages have many, each with an author and a date of its own.
fn is_beside_articles(thing: &Value) -> bool {
    thing.is_a(&|kind| matches!(kind, "Comment" | "Review" | "Answer" | "Product"))
}
