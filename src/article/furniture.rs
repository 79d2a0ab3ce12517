//! The elements that stand around articles on news pages, and within them, without being part of
//! what is read: told by their element and role, and with less certainty by their class and id.

use crate::page::{Attribute, NodeId, Page, Tag};

/// Why an element is no part of an article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Furniture {
    Head,
    Navigation,
    Aside,
    Footer,
    Form,
    Comments,
    /// Only the words in class or id say so; a template may use them otherwise.
    Named(&'static str),
}

impl Furniture {
    /// Whether the page's own structure says so, not just a name.
    pub(crate) fn is_certain(self) -> bool {
        !matches!(self, Self::Named(_))
    }

    /// Whether the element is no part of a line of text that it stands in.
    pub(crate) fn stands_apart(self) -> bool {
        self.is_certain() || self == Self::Named(CREDIT)
    }

    /// In words, for a publisher who looks why a text isn't counted.
    pub(crate) fn reason(self) -> &'static str {
        match self {
            Self::Head => "in the document's head",
            Self::Navigation => "navigation",
            Self::Aside => "an aside",
            Self::Footer => "a footer",
            Self::Form => "a form or control",
            Self::Comments => "readers' comments",
            Self::Named(name) => name,
        }
    }
}

/// What the element is by itself; `None` if it may be part of an article.
pub(crate) fn judge(page: &Page, element: NodeId, tag: Tag) -> Option<Furniture> {
    by_tag(page, element, tag)
        .or_else(|| by_role(page, element))
        .or_else(|| by_item(page, element))
        .or_else(|| by_name(page, element, tag))
}

fn by_tag(page: &Page, element: NodeId, tag: Tag) -> Option<Furniture> {
    let in_article = || page.lineage(element).skip(1).any(|outer| page.tag(outer) == Tag::Article);
    match tag {
        Tag::Head => Some(Furniture::Head),
        Tag::Nav | Tag::Search => Some(Furniture::Navigation),
        Tag::Aside if !page.holds_landmark(element) => Some(Furniture::Aside),
        Tag::Footer => Some(Furniture::Footer),
        // Old servers wrap the whole page into one form.
        Tag::Form if page.holds_landmark(element) => None,
        Tag::Form | Tag::Button | Tag::Fieldset | Tag::Dialog => Some(Furniture::Form),
        // A page's header holds its name and menu, an article's its title and lead.
        Tag::Header if !in_article() && !page.holds_landmark(element) => Some(Furniture::Navigation),
        _ => None,
    }
}

fn by_role(page: &Page, element: NodeId) -> Option<Furniture> {
    match page.attribute(element, Attribute::Role)?.trim() {
        "navigation" | "search" | "menu" | "menubar" | "toolbar" | "tablist" | "banner" => Some(Furniture::Navigation),
        "complementary" => Some(Furniture::Aside),
        "contentinfo" => Some(Furniture::Footer),
        "form" | "dialog" | "alertdialog" | "alert" | "status" | "button" => Some(Furniture::Form),
        _ => None,
    }
}

fn by_item(page: &Page, element: NodeId) -> Option<Furniture> {
    let is_comment = page.has_word(element, Attribute::ItemProp, "comment")
        || page
            .attribute(element, Attribute::ItemType)
            .is_some_and(|kind| kind.trim_end().ends_with("schema.org/Comment"));
    if is_comment {
        return Some(Furniture::Comments);
    }
    page.has_word(element, Attribute::ItemProp, "author").then_some(Furniture::Named("about the author by its name"))
}

/// Some templates call the lead so.
pub(super) const TEASER: &str = "a teaser by its name";
const CREDIT: &str = "a credit by its name";

/// Words of class and id names, parted at `-` and `_`, with what they announce. A name counts only
/// where one of its parts is the word, so `comments-area` does and `commentator` doesn't.
const NAMES: &[(&str, &str)] = &[
    ("abo", "a newsletter box by its name"),
    ("actions", "share buttons by its name"),
    ("ad", "an advertisement by its name"),
    ("ads", "an advertisement by its name"),
    ("advert", "an advertisement by its name"),
    ("advertisement", "an advertisement by its name"),
    ("affiliate", "an advertisement by its name"),
    ("annonce", "an advertisement by its name"),
    ("annons", "an advertisement by its name"),
    ("anuncio", "an advertisement by its name"),
    ("anzeige", "an advertisement by its name"),
    ("auteur", "about the author by its name"),
    ("author", "about the author by its name"),
    ("autor", "about the author by its name"),
    ("autora", "about the author by its name"),
    ("autore", "about the author by its name"),
    ("autorin", "about the author by its name"),
    ("banner", "an advertisement by its name"),
    ("bio", "about the author by its name"),
    ("biography", "about the author by its name"),
    ("breadcrumb", "navigation by its name"),
    ("breadcrumbs", "navigation by its name"),
    ("byline", "about the author by its name"),
    ("citate", "about the article by its name"),
    ("citation", "about the article by its name"),
    ("comentario", "readers' comments by its name"),
    ("comentarios", "readers' comments by its name"),
    ("comentários", "readers' comments by its name"),
    ("comment", "readers' comments by its name"),
    ("commentaire", "readers' comments by its name"),
    ("commentaires", "readers' comments by its name"),
    ("commenti", "readers' comments by its name"),
    ("comments", "readers' comments by its name"),
    ("consent", "a notice by its name"),
    ("cookie", "a notice by its name"),
    ("copyright", CREDIT),
    ("credit", CREDIT),
    ("credits", CREDIT),
    ("cta", "an advertisement by its name"),
    ("disclaimer", "an advertisement by its name"),
    ("disclosure", "an advertisement by its name"),
    ("disqus", "readers' comments by its name"),
    ("donate", "an advertisement by its name"),
    ("donation", "an advertisement by its name"),
    ("donations", "an advertisement by its name"),
    ("embed", "an embedded post by its name"),
    ("empfehlungen", "related articles by its name"),
    ("facebook", "an embedded post by its name"),
    ("fb", "an embedded post by its name"),
    ("footer", "a footer by its name"),
    ("gdpr", "a notice by its name"),
    ("instagram", "an embedded post by its name"),
    ("komentarze", "readers' comments by its name"),
    ("kommentar", "readers' comments by its name"),
    ("kommentare", "readers' comments by its name"),
    ("kommentarer", "readers' comments by its name"),
    ("login", "a newsletter box by its name"),
    ("menu", "navigation by its name"),
    ("metadata", "about the article by its name"),
    ("modal", "a notice by its name"),
    ("mostread", "related articles by its name"),
    ("nav", "navigation by its name"),
    ("navigation", "navigation by its name"),
    ("newsletter", "a newsletter box by its name"),
    ("outbrain", "an advertisement by its name"),
    ("pagination", "navigation by its name"),
    ("poll", "share buttons by its name"),
    ("popular", "related articles by its name"),
    ("popup", "a notice by its name"),
    ("postmeta", "about the article by its name"),
    ("privacy", "a notice by its name"),
    ("profile", "about the author by its name"),
    ("promo", "an advertisement by its name"),
    ("pub", "an advertisement by its name"),
    ("publicidad", "an advertisement by its name"),
    ("publicite", "an advertisement by its name"),
    ("publicité", "an advertisement by its name"),
    ("quiz", "share buttons by its name"),
    ("rating", "share buttons by its name"),
    ("reacties", "readers' comments by its name"),
    ("readmore", "related articles by its name"),
    ("recirc", "related articles by its name"),
    ("recirculation", "related articles by its name"),
    ("recommendations", "related articles by its name"),
    ("recommended", "related articles by its name"),
    ("registration", "a newsletter box by its name"),
    ("reklam", "an advertisement by its name"),
    ("reklama", "an advertisement by its name"),
    ("reklame", "an advertisement by its name"),
    ("relacionadas", "related articles by its name"),
    ("relacionado", "related articles by its name"),
    ("relacionados", "related articles by its name"),
    ("related", "related articles by its name"),
    ("reply", "readers' comments by its name"),
    ("respond", "readers' comments by its name"),
    ("share", "share buttons by its name"),
    ("sharedaddy", "share buttons by its name"),
    ("sharing", "share buttons by its name"),
    ("sidebar", "a sidebar by its name"),
    ("signup", "a newsletter box by its name"),
    ("similar", "related articles by its name"),
    ("social", "share buttons by its name"),
    ("spenden", "an advertisement by its name"),
    ("sponsor", "an advertisement by its name"),
    ("sponsored", "an advertisement by its name"),
    ("sponsoring", "an advertisement by its name"),
    ("sr", "hidden by its name"),
    ("subscribe", "a newsletter box by its name"),
    ("subscription", "a newsletter box by its name"),
    ("taboola", "an advertisement by its name"),
    ("tags", "topics by its name"),
    ("teaser", TEASER),
    ("teasers", "related articles by its name"),
    ("tiktok", "an embedded post by its name"),
    ("toolbar", "navigation by its name"),
    ("toolbox", "share buttons by its name"),
    ("tools", "share buttons by its name"),
    ("trending", "related articles by its name"),
    ("tweet", "an embedded post by its name"),
    ("twitter", "an embedded post by its name"),
    ("utility", "share buttons by its name"),
    ("verwandt", "related articles by its name"),
    ("visuallyhidden", "hidden by its name"),
    ("vote", "share buttons by its name"),
    ("voting", "share buttons by its name"),
    ("werbung", "an advertisement by its name"),
    ("yorumlar", "readers' comments by its name"),
];

fn by_name(page: &Page, element: NodeId, tag: Tag) -> Option<Furniture> {
    // Templates hang words on these that speak of the page, not of the element.
    if matches!(tag, Tag::Html | Tag::Body | Tag::Main | Tag::Article | Tag::H1 | Tag::Header)
        || page.tag(element) == Tag::Text
    {
        return None;
    }
    let search = |part: &str| {
        let lower = || part.bytes().map(|byte| byte.to_ascii_lowercase());
        NAMES.binary_search_by(|(name, _)| name.bytes().cmp(lower())).ok()
    };
    let found = [Attribute::Class, Attribute::Id]
        .into_iter()
        .find_map(|attribute| page.find_name(element, attribute, &search))?;
    Some(Furniture::Named(NAMES[found].1))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_names_are_sorted() {
        assert!(super::NAMES.is_sorted_by_key(|(name, _)| name));
    }
}
