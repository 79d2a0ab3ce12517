//! Where an article can be shared: one row a target, so that a dead network is one row to remove and
//! a new one one row to add.

use crate::view::icons;

/// What pressing a target does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Action {
    /// Opens the system's own sheet.
    System,
    /// Puts the address on the clipboard.
    Copy,
    /// Prints the page.
    Print,
    /// Draws the address for another device's camera.
    Qr,
    /// Follows a link made from the template.
    Link,
    /// Asks for the reader's server first, then follows the link.
    Server,
}

/// Where an article can be shared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Target<'a> {
    /// The name in options, events and `data-target`.
    pub(crate) name: &'a str,
    /// What readers call it; empty where that is a word to be translated, by the target's name.
    pub(crate) brand: &'a str,
    pub(crate) action: Action,
    /// The link, with names of facts in braces; see [`super::address`].
    pub(crate) template: &'a str,
    pub(crate) limit: Limit,
    pub(crate) icon: &'a str,
    /// Needs an app, which only devices with a touch screen are likely to have.
    pub(crate) touch_only: bool,
}

/// How long a post may be, in graphemes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Limit {
    pub(crate) most: u16,
    /// What an address counts for, whatever its length; 0 where it counts as it is.
    pub(crate) address: u16,
}

/// Where no limit is known: longer texts make addresses that servers refuse.
const SENSIBLE: Limit = Limit { most: 1000, address: 0 };

const fn device<'a>(name: &'a str, action: Action, icon: &'a str) -> Target<'a> {
    Target { name, brand: "", action, template: "", limit: SENSIBLE, icon, touch_only: false }
}

const fn link<'a>(name: &'a str, brand: &'a str, template: &'a str, icon: &'a str) -> Target<'a> {
    Target { name, brand, action: Action::Link, template, limit: SENSIBLE, icon, touch_only: false }
}

const fn server<'a>(name: &'a str, brand: &'a str, template: &'a str, icon: &'a str) -> Target<'a> {
    Target { action: Action::Server, ..link(name, brand, template, icon) }
}

const fn limited(most: u16, address: u16, target: Target<'_>) -> Target<'_> {
    Target { limit: Limit { most, address }, ..target }
}

const fn touch(target: Target<'_>) -> Target<'_> {
    Target { touch_only: true, ..target }
}

/// In the order of `targets="all"`. Templates that aren't said to be official stand by convention:
/// several maintained libraries agree, the vendor is silent.
///
/// Gone, not to come back: Pocket (2025-07), AddThis, `StumbleUpon`, Flattr, Tencent Weibo; XING is
/// reported broken since 2026-05. Signal never had a share address.
#[rustfmt::skip]
const TARGETS: &[Target<'static>] = &[
    device("system", Action::System, icons::SHARE),
    device("copy", Action::Copy, icons::LINK),
    // RFC 6068.
    link("email", "", "mailto:?subject={title}&body={quotation}{url}", icons::EMAIL),
    link("whatsapp", "WhatsApp", "https://wa.me/?text={text}", icons::WHATSAPP),
    // Mastodon's config/routes.rb; a server's own limit is 500 unless it says otherwise.
    limited(500, 23, server("mastodon", "Mastodon", "https://{server}/share?text={text}", icons::MASTODON)),
    // Official: docs.bsky.app, intent links.
    limited(300, 0, link("bluesky", "Bluesky", "https://bsky.app/intent/compose?text={text}", icons::BLUESKY)),
    // The title comes from the page's Open Graph data.
    link("facebook", "Facebook", "https://www.facebook.com/sharer/sharer.php?u={url}", icons::FACEBOOK),
    // Official: docs.x.com, web intent; `intent/post` is on ad-block lists, this isn't.
    limited(280, 23, link("x", "X", "https://x.com/intent/tweet?text={words}&url={url}&via={via}", icons::X)),
    // Title and summary are ignored there.
    link("linkedin", "LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={url}", icons::LINKEDIN),
    // Official: threads web intents.
    limited(500, 0, link("threads", "Threads", "https://www.threads.com/intent/post?text={words}&url={url}", icons::THREADS)),
    // Official: core.telegram.org/widgets/share.
    link("telegram", "Telegram", "https://t.me/share/url?url={url}&text={words}", icons::TELEGRAM),
    touch(link("threema", "Threema", "threema://compose?text={text}", icons::THREEMA)),
    touch(link("messenger", "Messenger", "fb-messenger://share/?link={url}", icons::MESSENGER)),
    // `?&` is what both iOS and Android understand.
    touch(link("sms", "SMS", "sms:?&body={text}", icons::SMS)),
    link("teams", "Microsoft Teams", "https://teams.microsoft.com/share?href={url}&msgText={words}", icons::TEAMS),
    link("reddit", "Reddit", "https://www.reddit.com/submit?url={url}&title={title}", icons::REDDIT),
    link("pinterest", "Pinterest", "https://www.pinterest.com/pin/create/button/?url={url}&media={image}&description={words}", icons::PINTEREST),
    link("tumblr", "Tumblr", "https://www.tumblr.com/widgets/share/tool?posttype=link&canonicalUrl={url}&title={title}", icons::TUMBLR),
    link("hackernews", "Hacker News", "https://news.ycombinator.com/submitlink?u={url}&t={title}", icons::HACKER_NEWS),
    link("flipboard", "Flipboard", "https://share.flipboard.com/bookmarklet/popout?v=2&title={title}&url={url}", icons::FLIPBOARD),
    link("diaspora", "diaspora*", "https://share.diasporafoundation.org/?url={url}&title={title}", icons::DIASPORA),
    link("nextdoor", "Nextdoor", "https://nextdoor.com/sharekit/?source={host}&body={text}", icons::NEXTDOOR),
    link("instapaper", "Instapaper", "https://www.instapaper.com/edit?url={url}&title={title}", icons::INSTAPAPER),
    // Unverified.
    server("wallabag", "wallabag", "https://{server}/bookmarklet?url={url}", icons::WALLABAG),
    device("print", Action::Print, icons::PRINT),
    device("qr", Action::Qr, icons::QR),
];

/// What servers of the fediverse run, and how each is shared to (share2fedi's table).
pub(crate) const FEDIVERSE: &[(&str, &str)] = &[
    ("Mastodon", "https://{server}/share?text={text}"),
    ("Misskey", "https://{server}/share?text={text}"),
    ("Sharkey", "https://{server}/share?text={text}"),
    ("Firefish", "https://{server}/share?text={text}"),
    ("Hometown", "https://{server}/share?text={text}"),
    ("Friendica", "https://{server}/compose?body={text}"),
    ("Hubzilla", "https://{server}/rpost?body={text}"),
    ("GNU social", "https://{server}/notice/new?status_textarea={text}"),
];

/// How many of them are shown unless a publisher chooses.
const DEFAULTS: usize = 9;

impl<'a> Target<'a> {
    /// A publisher's own.
    pub(super) fn own(name: &'a str, brand: &'a str, template: &'a str, icon: &'a str) -> Self {
        link(name, brand, template, icon)
    }

    /// Whether it lists the software that servers run.
    pub(crate) fn asks_for_software(&self) -> bool {
        self.name == "mastodon"
    }
}

pub(super) fn all() -> &'static [Target<'static>] {
    TARGETS
}

pub(super) fn defaults() -> &'static [Target<'static>] {
    &TARGETS[..DEFAULTS]
}
