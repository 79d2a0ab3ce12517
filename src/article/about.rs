//! What a page says about an article: section, address, picture, language, count of comments.

use crate::page::{Attribute, NodeId, Page, Tag, Value, fold_white_space, without_tracking};
use crate::text::find::{contains, contains_one_of, is_one_of};
use crate::text::fold::{begins_with_capital, folded};

use super::Metadata;
use super::blocks::{Block, Kind};
use super::lines::{OF_LINE, parts};
use super::title::Title;
use super::written_date::digit;

/// The section of the paper, such as "Politik".
pub(super) fn section(
    page: &Page,
    article: NodeId,
    title: &Title,
    lines: &[&Block],
    metadata: &Metadata<'_>,
) -> Option<String> {
    let marked = |root: NodeId| {
        let is_marked = |node: &NodeId| {
            page.has_word(*node, Attribute::ItemProp, "articleSection")
                || (page.tag(*node) == Tag::A && page.has_word(*node, Attribute::Rel, "category"))
        };
        page.descendants(root).find(is_marked).and_then(|node| only_section(&page.text_content(node)))
    };
    metadata
        .first(&["article:section"])
        .and_then(only_section)
        .or_else(|| only_section(metadata.linked_data("articleSection")?.items().iter().find_map(Value::name)?))
        .or_else(|| marked(article))
        .or_else(|| marked(Page::ROOT))
        .or_else(|| in_path(page, title, metadata))
        .or_else(|| beside_title(page, lines))
}

/// The first step of the path that leads to the article, behind the front page.
fn in_path(page: &Page, title: &Title, metadata: &Metadata<'_>) -> Option<String> {
    /// More nodes make a page with such a path.
    const MOST: u32 = 80;
    let path = page.descendants(Page::ROOT).find(|node| {
        let says_path = page.words(*node, Attribute::Class).any(|word| contains(word, "crumb"))
            || page.attribute(*node, Attribute::ItemType).is_some_and(|kind| kind.ends_with("/BreadcrumbList"));
        says_path && page.end(*node).0 - node.0 < MOST
    })?;
    let site = metadata.first(&["og:site_name"]);
    page.descendants(path).filter(|node| page.tag(*node) == Tag::A).find_map(|link| {
        let text = page.text_content(link);
        let is_other = [site, title.text.as_deref()].into_iter().flatten().any(|other| folded(other) == folded(&text));
        let is_below = page.attribute(link, Attribute::Href).is_some_and(|href| !href.starts_with('#'));
        if is_other || !is_below || super::title::links_home(page, link) { None } else { only_section(&text) }
    })
}

/// "in Politik" on a line with the byline, or a line near the title that its markup calls a section.
fn beside_title(page: &Page, lines: &[&Block]) -> Option<String> {
    const IN: &str = "in dans en em i w v";
    const NAMES: [&str; 5] = ["category", "ressort", "rubrik", "rubrique", "seccion"];
    let section = lines.iter().find_map(|block| {
        let named = parts(&block.text, OF_LINE).into_iter().skip(1).find_map(|part| {
            let (word, name) = part.split_once(' ')?;
            if is_one_of(IN, word) && begins_with_capital(name) { only_section(name) } else { None }
        });
        let is_called = |element: &NodeId| page.is_named(*element, Attribute::Class, &NAMES);
        let called = || if is_called(&block.element) { only_section(&block.text) } else { None };
        named.or_else(called)
    });
    section.filter(|section| !section.contains(|letter: char| letter.is_ascii_digit()))
}

/// The first of the sections that a page names; nothing where it writes its tags or its lead there, or
/// what systems put where nobody chose one.
fn only_section(named: &str) -> Option<String> {
    const FILLERS: &str = "uncategorized uncategorised unkategorisiert allgemein general sonstiges startseite start home blog accueil inicio all";
    const LONGEST: usize = 40;
    let named = fold_white_space(named);
    let first = named.split(',').next().unwrap_or("").trim();
    let fits = !first.is_empty() && first.chars().count() <= LONGEST && !is_one_of(FILLERS, &folded(first));
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

/// How many comments there are, where the page says so: for machines, in a heading, near the title.
pub(super) fn comments(page: &Page, lines: &[&Block], blocks: &[Block], metadata: &Metadata<'_>) -> Option<u32> {
    let marked = || {
        let node =
            page.descendants(Page::ROOT).find(|node| page.has_word(*node, Attribute::ItemProp, "commentCount"))?;
        let content = page.attribute(node, Attribute::Content).map(str::to_owned);
        content.unwrap_or_else(|| page.text_content(node)).trim().parse().ok()
    };
    let headed = || blocks.iter().filter(|block| matches!(block.kind, Kind::Heading(_))).find_map(counted);
    let declared = metadata.linked_data("commentCount").and_then(Value::text).and_then(|count| count.parse().ok());
    declared.or_else(marked).or_else(headed).or_else(|| lines.iter().find_map(|block| counted(block)))
}

/// "Kommentare (12)", "1.234 comments": the number on a short line beside the word.
fn counted(block: &Block) -> Option<u32> {
    /// In bytes without white space.
    const LONGEST: usize = 80;
    const MOST: u32 = 999_999;
    if block.length > LONGEST {
        return None;
    }
    let text = block.text.as_str();
    let start = text.find(|letter| digit(letter).is_some())?;
    let (mut count, mut end) = (0_u32, start);
    for (place, letter) in text[start..].char_indices() {
        match digit(letter) {
            Some(value) => {
                count = count * 10 + value;
                end = start + place + letter.len_utf8();
            }
            // Some signs part thousands.
            None if matches!(letter, '.' | ',' | '\'' | '’' | '\u{a0}' | '\u{202f}') => {}
            None => break,
        }
        if count > MOST {
            return None;
        }
    }
    let (before, behind) = (&text[..start], &text[end..]);
    // The last word before the number or the first one behind it.
    let (mut last, mut first) = ("", "");
    for word in before.split_whitespace() {
        if word.contains(char::is_alphabetic) {
            last = word;
        }
    }
    for word in behind.split_whitespace() {
        if first.is_empty() && word.contains(char::is_alphabetic) {
            first = word;
        }
    }
    let says_comments = [last, first].iter().any(|word| contains_one_of(&folded(word), COMMENTS));
    (says_comments && !behind.contains(|letter| digit(letter).is_some())).then_some(count)
}

/// Parts of the words for comments in the languages that the widget speaks, in lower case.
const COMMENTS: &str = "comment komment koment coment kumment reacti trácht sylw iruzkin ummæli athugasemd yorum \
    şərh teswir izoh şîrove maoni komen luận коммент комент камент пікір сэтгэгдэл σχόλι σχολι մեկնաբան კომენტ תגוב \
    تعليق دیدگاه نظر تبصر टिप्पण कमेंट प्रतिक्रिया মন্তব্য ટિપ્પણ ਟਿੱਪਣ கருத்து వ్యాఖ్య ಕಾಮೆಂಟ್ അഭിപ്രായ අදහස් မှတ်ချက် មតិ \
    ຄຳເຫັນ ความคิดเห็น 댓글 コメント 评论 評論 留言";

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
