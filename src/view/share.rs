//! "Diesen Artikel teilen": two buttons and a list of targets.

use crate::options::Options;
use crate::share::{Action, Shared, Target, address, with_parameters};

use super::{Element, Node, Shown, Words, icons};

pub(super) fn part(shown: &Shown, options: &Options, words: &dyn Words) -> Element {
    let heading = Element::new("h2").with("id", "heading").saying(words.label("shareArticle"));
    let open = Element::new("button")
        .with("type", "button")
        .with("part", "share-button")
        .with("class", "button primary")
        .with("aria-expanded", "false")
        .with("aria-controls", "panel")
        .with("data-open", "")
        .containing(Node::Icon(icons::SHARE))
        .saying(words.label("share"));
    let mut row = Element::new("div").with("class", "row");
    let listed: Vec<&Target> = options.targets.iter().copied().filter(|target| target.action != Action::Copy).collect();
    if !listed.is_empty() {
        row = row.containing(open);
    }
    if options.targets.iter().any(|target| target.action == Action::Copy) {
        row = row.containing(
            Element::new("button")
                .with("type", "button")
                .with("part", "share-button target")
                .with("class", "button")
                .with("data-target", "copy")
                .containing(Node::Icon(icons::LINK))
                .saying(words.label("copy")),
        );
    }
    let mut section = Element::new("section").with("part", "share").with("class", "share").with("aria-labelledby", "heading").containing(heading).containing(row);
    if !listed.is_empty() {
        section = section.containing(panel(shown, &listed, options, words));
    }
    section
}

fn panel(shown: &Shown, targets: &[&'static Target], options: &Options, words: &dyn Words) -> Element {
    let title = options.share_title.as_deref().unwrap_or(&shown.title);
    let url = options.share_url.as_deref().unwrap_or(&shown.url);
    let preview = Element::new("div")
        .with("class", "preview")
        .containing(Element::new("b").with("class", "title").saying(title))
        .containing(Element::new("span").with("class", "address").with("dir", "ltr").saying(without_scheme(url)));
    let list = targets.iter().fold(Element::new("ul").with("class", "targets").with("role", "list"), |list, target| {
        let url = with_parameters(url, options.share_parameters.as_deref(), target.name);
        let row = row(target, &Shared { url: &url, title, instance: None }, words);
        let item = Element::new("li").containing(row);
        match target.action {
            // Shown once the browser says that it can.
            Action::System => list.containing(item.with("hidden", "")),
            Action::Instance(_) => list.containing(item).containing(instance(words)),
            _ => list.containing(item),
        }
    });
    Element::new("div").with("class", "panel").with("id", "panel").with("hidden", "").containing(preview).containing(list)
}

fn row(target: &Target, shared: &Shared<'_>, words: &dyn Words) -> Element {
    let element = match address(target, shared) {
        Some(href) if href.starts_with("mailto:") => Element::new("a").with("href", href),
        Some(href) => Element::new("a").with("href", href).with("target", "_blank").with("rel", "noopener noreferrer"),
        None => Element::new("button").with("type", "button"),
    };
    let element = match target.action {
        Action::Instance(_) => element.with("aria-expanded", "false").with("aria-controls", "instance"),
        _ => element,
    };
    let name = target.brand.map_or_else(|| words.label(target.name), str::to_owned);
    element.with("part", "target").with("class", "target").with("data-target", target.name).containing(Node::Icon(target.icon)).saying(name)
}

/// Where the reader names a server: the way to it opens in place.
fn instance(words: &dyn Words) -> Element {
    let field = Element::new("input")
        .with("type", "text")
        .with("name", "instance")
        .with("id", "server")
        .with("placeholder", "mastodon.example")
        .with("inputmode", "url")
        .with("autocapitalize", "none")
        .with("autocomplete", "off")
        .with("spellcheck", "false")
        .with("dir", "ltr")
        .with("aria-describedby", "problem");
    let form = Element::new("form")
        .with("class", "instance")
        .with("id", "instance")
        .with("hidden", "")
        .with("novalidate", "")
        .containing(Element::new("label").with("for", "server").saying(words.label("instance")))
        .containing(field)
        .containing(Element::new("button").with("class", "button").saying(words.label("continue")))
        .containing(Element::new("p").with("class", "problem").with("id", "problem").with("role", "alert"));
    Element::new("li").with("class", "wide").containing(form)
}

fn without_scheme(url: &str) -> String {
    url.split_once("://").map_or(url, |(_, rest)| rest).to_owned()
}
