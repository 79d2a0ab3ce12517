//! What a page says about an article: section, address, picture, language, count of comments.

use crate::page::{Attribute, NodeId, Page, Tag, Value, fold_white_space, without_tracking};
use crate::text::find::is_one_of;
use crate::text::fold::folded;

use super::Metadata;

/// The section of the paper, such as "Politik".
pub(super) fn section(page: &Page, article: NodeId, metadata: &Metadata<'_>) -> Option<String> {
    let marked = |root: NodeId| {
        page.descendants(root)
            .find(|node| {
                page.has_word(*node, Attribute::ItemProp, "articleSection")
                    || (page.tag(*node) == Tag::A && page.has_word(*node, Attribute::Rel, "category"))
            })
            .map(|node| page.text_content(node))
            .filter(|text| !text.is_empty())
    };
    let linked = || {
        let sections = metadata.linked_data("articleSection")?.items();
        sections.iter().find_map(Value::name).map(fold_white_space)
    };
    let declared = || metadata.first(&["article:section"]).map(fold_white_space);
    let sources: [&dyn Fn() -> Option<String>; 4] = [&declared, &linked, &|| marked(article), &|| marked(Page::ROOT)];
    sources.iter().find_map(|source| only_section(&source()?))
}

/// The first of the sections that a page names; nothing where it writes its tags or its lead there, or
/// what systems put where nobody chose one.
fn only_section(named: &str) -> Option<String> {
    const FILLERS: &str =
        "uncategorized uncategorised unkategorisiert allgemein general sonstiges startseite home blog";
    const LONGEST: usize = 40;
    let first = named.split(',').next().unwrap_or("").trim();
    let fits = !first.is_empty() && first.chars().nth(LONGEST).is_none() && !is_one_of(FILLERS, &folded(first));
    fits.then(|| first.to_owned())
}

/// The canonical URL, else what Open Graph says, else the address without what follows its readers;
/// without its fragment.
pub(crate) fn url(page: &Page, metadata: &Metadata<'_>) -> Option<String> {
    let declared = [metadata.link("canonical"), metadata.first(&["og:url"])];
    let address = declared.into_iter().flatten().find_map(|address| page.web_address(address));
    let mut address = address.or_else(|| page.web_address(page.address()).map(|own| without_tracking(&own)))?;
    if let Some(fragment) = address.find('#') {
        address.truncate(fragment);
    }
    Some(address)
}

/// The address of the picture that stands for the article.
pub(super) fn image(page: &Page, article: NodeId, metadata: &Metadata<'_>) -> Option<String> {
    let linked = || {
        let image = metadata.linked_data("image")?.items().first()?;
        page.web_address(image.text().or_else(|| image.get("url")?.text())?)
    };
    let shown = || {
        let image = page.descendants(article).find(|node| super::images::is_content(page, *node))?;
        page.web_address(page.attribute(image, Attribute::Src)?)
    };
    metadata
        .first(&["og:image", "og:image:url", "twitter:image"])
        .and_then(|address| page.web_address(address))
        .or_else(linked)
        .or_else(shown)
}

/// How many comments there are, where the page says so.
pub(super) fn comments(page: &Page, metadata: &Metadata<'_>) -> Option<u32> {
    let marked = || {
        let node =
            page.descendants(Page::ROOT).find(|node| page.has_word(*node, Attribute::ItemProp, "commentCount"))?;
        let content = page.attribute(node, Attribute::Content).map(str::to_owned);
        content.unwrap_or_else(|| page.text_content(node)).trim().parse().ok()
    };
    metadata.linked_data("commentCount").and_then(Value::text).and_then(|count| count.parse().ok()).or_else(marked)
}

/// The language that the page declares for the article, unchecked.
pub(super) fn language(page: &Page, article: NodeId, metadata: &Metadata<'_>) -> Option<String> {
    let nearest = page.lineage(article).find_map(|node| page.attribute(node, Attribute::Lang));
    let linked = || {
        let language = metadata.linked_data("inLanguage")?;
        language.name().or_else(|| language.get("alternateName")?.text())
    };
    nearest
        .filter(|tag| !tag.trim().is_empty())
        .or_else(|| metadata.first(&["content-language", "language", "dc.language"]))
        .or_else(linked)
        .or_else(|| metadata.first(&["og:locale"]))
        .map(|tag| tag.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::only_section;

    #[test]
    fn sections() {
        for (named, expected) in [
            ("Politik", Some("Politik")),
            ("Cake Recipes,Cupcake Recipe", Some("Cake Recipes")),
            ("Uncategorized", None),
            ("Startseite", None),
            (" ", None),
            ("Der Olympiasieger und sein Teamkollege sind positiv getestet worden.", None),
        ] {
            assert_eq!(only_section(named).as_deref(), expected, "{named}");
        }
    }
}
