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
    /// How far above the title its tags may stand, in nodes.
    const ABOVE: u32 = 60;
    const SOURCES: u32 = 7;
    let all: Vec<NodeId> = page.descendants(Page::ROOT).filter(|node| page.tag(*node) == page::Tag::A).collect();
    let links = |among: &[NodeId], wanted: &dyn Fn(NodeId) -> bool| tag_links(page, among, wanted);
    let above = NodeId(article.title_element.unwrap_or(article.element).0.saturating_sub(ABOVE));
    let below = &all[all.partition_point(|link| *link <= above)..];
    let leads_to_tag = |link| is_tag_page(href(page, link)) && !stands_in_widget(page, article, link);
    for source in 0..SOURCES {
        let (found, why) = match source {
            0 => {
                let is_tag = |link| {
                    page.has_word(link, Attribute::Rel, "tag") && !page.has_word(link, Attribute::Rel, "category")
                };
                (links(&all, &is_tag), "a link of the page with rel=tag")
            }
            1 => (in_head(metadata, "article:tag"), "article:tag in the page's head"),
            2 => (linked_keywords(metadata), "keywords in the page's JSON-LD"),
            3 => (in_head(metadata, "news_keywords"), "news_keywords in the page's head"),
            4 => {
                let is_apart = |link| leads_to_tag(link) && !stands_in_sentence(page, article, link);
                (links(below, &is_apart), "a link of the page to its tag")
            }
            5 => (in_head(metadata, "keywords"), "keywords in the page's head"),
            _ => (links(below, &leads_to_tag), "a link in the text to a tag of the page"),
        };
        let mut topics = Vec::new();
        for tag in fit(&found, matches!(source, 3 | 5)) {
            let address = page.web_address(href(page, tag.link));
            topics.push(Named::by_hand(&tag.label, Source::Metadata, address, why));
        }
        if !topics.is_empty() {
            return topics;
        }
    }
    Vec::new()
}

/// Links to the page's own tags.
fn tag_links(page: &Page, all: &[NodeId], is_wanted: &dyn Fn(NodeId) -> bool) -> Vec<Tag> {
    let mut links = Vec::new();
    for &link in all {
        if is_wanted(link) && !SECTIONS.iter().any(|part| contains(href(page, link), part)) {
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
