//! Topics that the page names itself, from the first source that has any, in the order of what each
//! is worth.
//!
//! Measured on 70 pages, precision and recall: `rel=tag` .99/.75, `article:tag` .89/.95, JSON-LD
//! `keywords` .96/.98, `news_keywords` .31/.67, links to tags' pages outside of navigation .92/.63,
//! `keywords` .44/.82. Links in elements classed as tags (.40/.63) and sections (.14/.04) are no topics.

use crate::analysis::Source;
use crate::article::{Article, Metadata};
use crate::page::{self, Attribute, NodeId, Page, Value};
use crate::text::find::{contains, is_one_of};

use super::Named;
use super::labels::Tag;

/// Addresses of sections, which name no topic.
const SECTIONS: [&str; 6] = ["/category/", "/kategorie/", "/categorie/", "/rubrik/", "/section/", "/ressort/"];

/// Parts of addresses at which all stands that is written on a topic.
const TAG_PAGES: &str = "tag tags topic topics thema themen schlagwort schlagworte stichwort thematique mot-cle mots-cles \
    tema temas temat tematy tagi etiqueta etiquetas argomento argomenti onderwerp onderwerpen emne \
    emner amne aihe aiheet etiket konu konular cimke cimkek stitek teg tegi eticheta";

/// Whether it is the address of such a page: `/tag/energy`, `/tag/35075/energy`; not that of an
/// article under a topic.
fn is_tag_page(address: &str) -> bool {
    let path = &address[..address.find(['?', '#']).unwrap_or(address.len())];
    let mut parts = path.trim_end_matches('/').rsplit('/');
    parts.next().is_some_and(|topic| !topic.is_empty())
        && parts
            .find(|part| !part.bytes().all(|letter| letter.is_ascii_digit()))
            .is_some_and(|part| is_one_of(TAG_PAGES, part))
}

/// `fit` leaves of a source's labels what a reader may see; it is told whether they are written for search engines.
pub(super) fn find(
    page: &Page,
    article: &Article,
    metadata: &Metadata<'_>,
    fit: &dyn Fn(&[Tag], bool) -> Vec<Tag>,
) -> Vec<Named> {
    const SOURCES: u32 = 8;
    for source in 0..SOURCES {
        let (found, why) = match source {
            0 => (links(page, article, Link::Marked), "a link of the page with rel=tag"),
            1 => (in_head(metadata, "article:tag"), "article:tag in the page's head"),
            2 => (linked_keywords(metadata), "keywords in the page's JSON-LD"),
            3 => (in_head(metadata, "news_keywords"), "news_keywords in the page's head"),
            4 => (marked_keywords(page), "itemprop=keywords on the page"),
            5 => (links(page, article, Link::Apart), "a link of the page to its tag"),
            6 => (in_head(metadata, "keywords"), "keywords in the page's head"),
            _ => (links(page, article, Link::InText), "a link in the text to a tag of the page"),
        };
        let mut topics = Vec::new();
        for tag in fit(&found, matches!(source, 3 | 6)) {
            let address = page.web_address(href(page, tag.link));
            topics.push(Named::by_hand(&tag.label, Source::Metadata, address, why));
        }
        if !topics.is_empty() {
            return topics;
        }
    }
    Vec::new()
}

/// How a link says that it leads to a tag.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// By `rel=tag`.
    Marked,
    /// By its address, set apart from the text.
    Apart,
    /// By its address alone.
    InText,
}

/// Links to the page's own tags.
fn links(page: &Page, article: &Article, kind: Link) -> Vec<Tag> {
    /// How far above the title its tags may stand, in nodes.
    const ABOVE: u32 = 60;
    let above = NodeId(article.title_element.unwrap_or(article.element).0.saturating_sub(ABOVE));
    let mut links = Vec::new();
    for link in page.descendants(Page::ROOT) {
        if page.tag(link) != page::Tag::A {
            continue;
        }
        let href = href(page, link);
        let is_wanted = if kind == Link::Marked {
            page.has_word(link, Attribute::Rel, "tag") && !page.has_word(link, Attribute::Rel, "category")
        } else {
            link > above
                && is_tag_page(href)
                && !stands_in_widget(page, article, link)
                && !(kind == Link::Apart && stands_in_sentence(page, article, link))
        };
        if is_wanted && !SECTIONS.iter().any(|part| contains(href, part)) {
            links.push(Tag { label: page.text_content(link), link });
        }
    }
    links
}

fn href(page: &Page, link: NodeId) -> &str {
    page.attribute(link, Attribute::Href).unwrap_or("")
}

/// Whether the link is a word of a paragraph.
fn stands_in_sentence(page: &Page, article: &Article, link: NodeId) -> bool {
    let place = article.blocks.partition_point(|judged| judged.block.start() <= link);
    let around = &article.blocks[place.saturating_sub(1)..(place + 1).min(article.blocks.len())];
    around.iter().map(|judged| &judged.block).any(|block| {
        block.is_prose() && block.link_density() < 0.3 && block.sources.iter().any(|(_, node)| page.holds(link, *node))
    })
}

/// Whether the link belongs to the site rather than to the article.
fn stands_in_widget(page: &Page, article: &Article, link: NodeId) -> bool {
    page.lineage(link).skip(1).take_while(|outer| !page.holds(*outer, article.element)).any(|outer| {
        matches!(page.tag(outer), page::Tag::Nav | page::Tag::Aside | page::Tag::Footer)
            || page.words(outer, Attribute::Class).any(|class| {
                ["widget", "sidebar", "cloud", "menu", "nav", "footer", "teaser", "related"]
                    .iter()
                    .any(|part| contains(class, part))
            })
    })
}

fn linked_keywords(metadata: &Metadata<'_>) -> Vec<Tag> {
    let keywords = metadata.linked_data_around("keywords").map(Value::items).unwrap_or_default();
    keywords.iter().filter_map(Value::name).map(Tag::without_link).collect()
}

fn in_head(metadata: &Metadata<'_>, name: &str) -> Vec<Tag> {
    metadata.all(name).map(Tag::without_link).collect()
}

/// What TYPO3's news show below a text.
fn marked_keywords(page: &Page) -> Vec<Tag> {
    let mut tags = Vec::new();
    for node in page.descendants(Page::ROOT) {
        if page.tag(node) != page::Tag::Meta && page.has_word(node, Attribute::ItemProp, "keywords") {
            tags.push(Tag::without_link(&page.text_content(node)));
        }
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::is_tag_page;

    #[test]
    fn addresses_of_topics() {
        for (address, expected) in [
            ("https://zeitung.example/tag/energie", true),
            ("/thema/energie/", true),
            ("/tag/35075/energie?src=top", true),
            ("/aiheet/politiikka", true),
            ("/themen/energie/2024-06-17/ein-artikel", false),
            ("/tag/", false),
            ("/kalorien-pro-tag", false),
            ("", false),
        ] {
            assert_eq!(is_tag_page(address), expected, "{address}");
        }
    }
}
