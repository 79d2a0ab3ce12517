//! Topics that the page names itself, from the first source that has any, in the order of what each
//! is worth.
//!
//! Measured on 70 pages, precision and recall: `rel=tag` .99/.75, `article:tag` .89/.95, JSON-LD
//! `keywords` .96/.98, `news_keywords` .31/.67, `itemprop` too rare to judge, links in elements classed
//! as tags .40/.63, links to tags' pages outside of navigation .92/.63, `keywords` .44/.82. Sections
//! are no topics (.14/.04).

use crate::analysis::Source;
use crate::article::{Article, Metadata};
use crate::page::{Attribute, NodeId, Page, Tag, Value, fold_white_space};
use crate::text::find::{contains, is_one_of};
use crate::text::fold::folded;

use super::Named;

/// More labels than this are written for search engines.
const MOST_KEYWORDS: usize = 20;

/// So many, and the editor may have chosen each: all are believed if most stand in the text.
const FEW_KEYWORDS: usize = 8;

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

pub(super) fn find(page: &Page, article: &Article, metadata: &Metadata<'_>) -> Vec<Named> {
    /// How far above the title its tags may stand, in nodes.
    const ABOVE: u32 = 60;
    let all: Vec<NodeId> = page.descendants(Page::ROOT).filter(|node| page.tag(*node) == Tag::A).collect();
    let plain = |why: &'static str, labels: Vec<String>| super::by_hand(&labels, Source::Metadata, why);
    let links = |why, among: &[NodeId], wanted: &dyn Fn(NodeId) -> bool| tag_links(page, among, why, wanted);
    let is_tag = |link| page.has_word(link, Attribute::Rel, "tag") && !page.has_word(link, Attribute::Rel, "category");
    let is_classed = |link| stands_in_tags(page, article, link);
    let is_apart = |link| !stands_in_sentence(page, article, link);
    let above = NodeId(article.title_element.unwrap_or(article.element).0.saturating_sub(ABOVE));
    let below = all.partition_point(|link| *link <= above);
    let leads_to_tag = |link: &NodeId| is_tag_page(href(page, *link)) && !stands_in_widget(page, article, *link);
    let leading = || {
        let mut links = all[below..].to_vec();
        links.retain(leads_to_tag);
        links
    };
    let sources: [&dyn Fn() -> Vec<Named>; 9] = [
        &|| links("a link of the page with rel=tag", &all, &is_tag),
        &|| plain("article:tag in the page's head", metadata.all("article:tag").flat_map(split).collect()),
        &|| plain("keywords in the page's JSON-LD", linked_keywords(metadata)),
        &|| {
            let labels = metadata.first(&["news_keywords"]).map(split).unwrap_or_default();
            plain("news_keywords in the page's head", believed(labels, article))
        },
        &|| plain("itemprop=keywords on the page", marked_keywords(page)),
        &|| links("a link among the article's tags", &all, &is_classed),
        &|| links("a link of the page to its tag", &leading(), &is_apart),
        &|| {
            let labels = metadata.first(&["keywords"]).map(split).unwrap_or_default();
            plain("keywords in the page's head", believed(labels, article))
        },
        &|| links("a link in the text to a tag of the page", &leading(), &|_| true),
    ];
    sources.iter().map(|source| source()).find(|topics| !topics.is_empty()).unwrap_or_default()
}

/// Links to the page's own tags, with their addresses.
fn tag_links(page: &Page, all: &[NodeId], why: &'static str, is_wanted: &dyn Fn(NodeId) -> bool) -> Vec<Named> {
    let mut links = Vec::new();
    for &link in all {
        let address = href(page, link);
        if is_wanted(link) && !SECTIONS.iter().any(|part| contains(address, part)) {
            let text = page.text_content(link);
            let label = bare(&text);
            if !label.is_empty() && !label.contains(['!', '?']) {
                links.push(Named::by_hand(label, Source::Metadata, page.web_address(address), why));
            }
        }
    }
    links
}

fn href(page: &Page, link: NodeId) -> &str {
    page.attribute(link, Attribute::Href).unwrap_or("")
}

/// Whether the link stands in an element of the article whose class says "tags".
fn stands_in_tags(page: &Page, article: &Article, link: NodeId) -> bool {
    let is_near = |outer: &NodeId| *outer > Page::ROOT && !matches!(page.tag(*outer), Tag::Body | Tag::Html);
    let says_tags = |outer: NodeId| {
        page.words(outer, Attribute::Class).any(|class| {
            class
                .split(['-', '_'])
                .any(|part| matches!(part, "tags" | "taglist" | "keywords" | "schlagworte" | "themen"))
        })
    };
    page.holds(article.element, link)
        && page.lineage(link).skip(1).take(4).take_while(is_near).any(says_tags)
        && !stands_in_widget(page, article, link)
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
        matches!(page.tag(outer), Tag::Nav | Tag::Aside | Tag::Footer)
            || page.words(outer, Attribute::Class).any(|class| {
                ["widget", "sidebar", "cloud", "menu", "nav", "footer", "teaser", "related"]
                    .iter()
                    .any(|part| contains(class, part))
            })
    })
}

fn linked_keywords(metadata: &Metadata<'_>) -> Vec<String> {
    let Some(keywords) = metadata.linked_data_around("keywords") else { return Vec::new() };
    keywords.items().iter().filter_map(Value::name).flat_map(split).collect()
}

fn marked_keywords(page: &Page) -> Vec<String> {
    page.descendants(Page::ROOT)
        .filter(|node| page.tag(*node) != Tag::Meta && page.has_word(*node, Attribute::ItemProp, "keywords"))
        .flat_map(|node| split(&page.text_content(node)))
        .collect()
}

/// Those of the labels that are meant for readers. What is written for search engines stands on every
/// page of a site: a short list is believed where most of it occurs in the article, of a longer one
/// only what does.
fn believed(mut labels: Vec<String>, article: &Article) -> Vec<String> {
    if labels.is_empty() || labels.len() > MOST_KEYWORDS {
        return Vec::new();
    }
    let mut text = folded(article.title.as_deref().unwrap_or(""));
    for block in article.body() {
        text.push(' ');
        text.push_str(&folded(&block.text));
    }
    let stands = |label: &String| contains(&text, &folded(label));
    let (found, all) = (labels.iter().filter(|label| stands(label)).count(), labels.len());
    let are_all = all <= FEW_KEYWORDS && found * 3 >= all * 2;
    if found * 2 < all {
        labels.clear();
    }
    labels.retain(|label| are_all || stands(label));
    labels
}

fn split(list: &str) -> Vec<String> {
    list.split([',', ';', '،', '、', '，'])
        .map(|label| fold_white_space(bare(label)))
        .filter(|label| !label.is_empty())
        .collect()
}

/// A label without the marks around it.
fn bare(label: &str) -> &str {
    label.trim_matches(|mark: char| mark.is_whitespace() || "#,\"„“”»«‚‘’'".contains(mark))
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
