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
    Named(Name),
}

impl Furniture {
    /// Whether the page's own structure says so, not just a name.
    pub(crate) fn is_certain(self) -> bool {
        !matches!(self, Self::Named(_))
    }

    /// Whether the element is no part of a line of text that it stands in.
    pub(crate) fn stands_apart(self) -> bool {
        self.is_certain() || self == Self::Named(Name::Credit)
    }

    /// Whether it is what readers wrote.
    pub(crate) fn is_comments(self) -> bool {
        matches!(self, Self::Comments | Self::Named(Name::Comments))
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
            Self::Named(name) => Name::REASONS[name as usize],
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

pub(super) fn by_role(page: &Page, element: NodeId) -> Option<Furniture> {
    match page.attribute(element, Attribute::Role)?.trim() {
        "navigation" | "search" | "menu" | "menubar" | "toolbar" | "tablist" | "banner" => Some(Furniture::Navigation),
        "complementary" => Some(Furniture::Aside),
        "contentinfo" => Some(Furniture::Footer),
        "form" | "dialog" | "alertdialog" | "alert" | "status" | "button" => Some(Furniture::Form),
        _ => None,
    }
}

fn by_item(page: &Page, element: NodeId) -> Option<Furniture> {
    if is_comment(page, element) {
        return Some(Furniture::Comments);
    }
    page.has_word(element, Attribute::ItemProp, "author").then_some(Furniture::Named(Name::Author))
}

/// Whether microdata says that it is a reader's comment.
pub(super) fn is_comment(page: &Page, element: NodeId) -> bool {
    page.has_word(element, Attribute::ItemProp, "comment")
        || page
            .attribute(element, Attribute::ItemType)
            .is_some_and(|kind| kind.trim_end().ends_with("schema.org/Comment"))
}

/// What a word in an element's class or id announces.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Name {
    Ad,
    Author,
    Comments,
    Notice,
    Embed,
    Related,
    Footer,
    Newsletter,
    Hidden,
    Sidebar,
    /// Some templates call the lead so.
    Teaser,
    Credit,
}

impl Name {
    const REASONS: [&str; 12] = [
        "an advertisement by its name",
        "about the author by its name",
        "readers' comments by its name",
        "a notice by its name",
        "an embedded post by its name",
        "related articles by its name",
        "a footer by its name",
        "a newsletter box by its name",
        "hidden by its name",
        "a sidebar by its name",
        "a teaser by its name",
        "a credit by its name",
    ];
}

/// Words of class and id names, parted at `-` and `_`, with what they announce. A name counts only
/// where one of its parts is the word, so `comments-area` does and `commentator` doesn't.
const NAMES: &[(&str, Name)] = &[
    ("ad", Name::Ad),
    ("ads", Name::Ad),
    ("advert", Name::Ad),
    ("advertisement", Name::Ad),
    ("affiliate", Name::Ad),
    ("author", Name::Author),
    ("autor", Name::Author),
    ("banner", Name::Ad),
    ("bio", Name::Author),
    ("byline", Name::Author),
    ("comentario", Name::Comments),
    ("comentarios", Name::Comments),
    ("comentários", Name::Comments),
    ("comment", Name::Comments),
    ("commentaire", Name::Comments),
    ("commentaires", Name::Comments),
    ("commenti", Name::Comments),
    ("comments", Name::Comments),
    ("consent", Name::Notice),
    ("cookie", Name::Notice),
    ("copyright", Name::Credit),
    ("credit", Name::Credit),
    ("credits", Name::Credit),
    ("cta", Name::Ad),
    ("disclaimer", Name::Ad),
    ("disclosure", Name::Ad),
    ("donation", Name::Ad),
    ("embed", Name::Embed),
    ("facebook", Name::Embed),
    ("fb", Name::Embed),
    ("footer", Name::Footer),
    ("instagram", Name::Embed),
    ("komentarze", Name::Comments),
    ("kommentar", Name::Comments),
    ("kommentare", Name::Comments),
    ("kommentarer", Name::Comments),
    ("login", Name::Newsletter),
    ("modal", Name::Notice),
    ("newsletter", Name::Newsletter),
    ("popup", Name::Notice),
    ("privacy", Name::Notice),
    ("profile", Name::Author),
    ("promo", Name::Ad),
    ("pub", Name::Ad),
    ("reacties", Name::Comments),
    ("readmore", Name::Related),
    ("recirc", Name::Related),
    ("recirculation", Name::Related),
    ("recommended", Name::Related),
    ("registration", Name::Newsletter),
    ("related", Name::Related),
    ("relatedposts", Name::Related),
    ("reply", Name::Comments),
    ("respond", Name::Comments),
    ("sidebar", Name::Sidebar),
    ("signup", Name::Newsletter),
    ("similar", Name::Related),
    ("spenden", Name::Ad),
    ("sponsor", Name::Ad),
    ("sr", Name::Hidden),
    ("subscribe", Name::Newsletter),
    ("subscription", Name::Newsletter),
    ("teaser", Name::Teaser),
    ("teasers", Name::Related),
    ("trending", Name::Related),
    ("twitter", Name::Embed),
    ("visually", Name::Hidden),
    ("visuallyhidden", Name::Hidden),
    ("yorumlar", Name::Comments),
];

/// Templates hang words on these that speak of the page, not of the element.
fn is_named_for_page(tag: Tag) -> bool {
    matches!(tag, Tag::Html | Tag::Body | Tag::Main | Tag::Article | Tag::H1 | Tag::Header | Tag::Text)
}

fn by_name(page: &Page, element: NodeId, tag: Tag) -> Option<Furniture> {
    if is_named_for_page(tag) {
        return None;
    }
    // WordPress has it of three words, none of which says so.
    if page.words(element, Attribute::Class).any(|word| word.starts_with("screen-reader")) {
        return Some(Furniture::Named(Name::Hidden));
    }
    let found = [Attribute::Class, Attribute::Id]
        .into_iter()
        .find_map(|attribute| page.find_name(element, attribute, &search))?;
    Some(Furniture::Named(NAMES[found].1))
}

fn search(part: &str) -> Option<usize> {
    let lower = || part.bytes().map(|byte| byte.to_ascii_lowercase());
    NAMES.binary_search_by(|(name, _)| name.bytes().cmp(lower())).ok()
}

/// A bit for each [`Name`] in the element's class and id.
pub(super) fn names(page: &Page, element: NodeId, tag: Tag) -> u32 {
    let names = std::cell::Cell::new(0);
    if !is_named_for_page(tag) {
        for attribute in [Attribute::Class, Attribute::Id] {
            page.find_name(element, attribute, &|part| {
                if let Some(found) = search(part) {
                    names.set(names.get() | 1 << NAMES[found].1 as u32);
                }
                None
            });
        }
    }
    names.get()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_names_are_sorted() {
        assert!(super::NAMES.is_sorted_by_key(|(name, _)| name));
    }
}
