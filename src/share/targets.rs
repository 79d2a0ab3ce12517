//! Where an article can be shared: one row a target, so that a dead network is one row to remove.

use crate::view::icons;

/// What pressing a target does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Action {
    /// Opens the system's own sheet.
    System,
    /// Puts the address on the clipboard.
    Copy,
    /// Follows a link made from the template.
    Link(&'static str),
    /// Asks for the reader's server first.
    Instance(&'static str),
}

/// Where an article can be shared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Target {
    /// The name in options, events and `data-target`.
    pub(crate) name: &'static str,
    /// What readers call it; `None` where that is a word to be translated, by the target's name.
    pub(crate) brand: Option<&'static str>,
    pub(crate) action: Action,
    /// Longest post that is taken, in characters.
    pub(crate) most_characters: Option<usize>,
    pub(crate) icon: &'static str,
}

const fn link(name: &'static str, brand: &'static str, template: &'static str, icon: &'static str) -> Target {
    Target { name, brand: Some(brand), action: Action::Link(template), most_characters: None, icon }
}

/// In the order in which they are shown by default.
const TARGETS: &[Target] = &[
    Target { name: "system", brand: None, action: Action::System, most_characters: None, icon: icons::SHARE },
    Target { name: "copy", brand: None, action: Action::Copy, most_characters: None, icon: icons::LINK },
    // RFC 6068.
    Target {
        name: "email",
        brand: None,
        action: Action::Link("mailto:?subject={title}&body={url}"),
        most_characters: None,
        icon: icons::EMAIL,
    },
    // By convention: several maintained libraries agree, the vendor is silent.
    link("whatsapp", "WhatsApp", "https://wa.me/?text={text}", icons::WHATSAPP),
    // Mastodon's config/routes.rb.
    Target {
        name: "mastodon",
        brand: Some("Mastodon"),
        action: Action::Instance("https://{instance}/share?text={text}"),
        most_characters: None,
        icon: icons::MASTODON,
    },
    // docs.bsky.app, intent links: 300 graphemes, which are never more than the characters.
    Target {
        name: "bluesky",
        brand: Some("Bluesky"),
        action: Action::Link("https://bsky.app/intent/compose?text={text}"),
        most_characters: Some(300),
        icon: icons::BLUESKY,
    },
    // By convention; the title comes from the page's Open Graph data.
    link("facebook", "Facebook", "https://www.facebook.com/sharer/sharer.php?u={url}", icons::FACEBOOK),
    // docs.x.com, web intent; `intent/post` is on ad-block lists, this isn't.
    link("x", "X", "https://x.com/intent/tweet?text={title}&url={url}", icons::X),
    // By convention; title and summary are ignored there.
    link("linkedin", "LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={url}", icons::LINKEDIN),
];

impl Target {
    pub(crate) fn all() -> &'static [Self] {
        TARGETS
    }

    pub(crate) fn defaults() -> Vec<&'static Self> {
        TARGETS.iter().collect()
    }

    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        TARGETS.iter().find(|target| target.name == name)
    }
}
