//! "Diesen Artikel teilen": two buttons and a list of targets.

use crate::options::Options;
use crate::share::{Action, Shared, Target, address, with_parameters};

use super::{Shown, Tree, Words, icons};

pub(super) fn part(tree: &mut Tree, shown: &Shown, options: &Options, words: &dyn Words) {
    let listed = || options.targets.iter().filter(|target| target.action != Action::Copy);
    let has_list = listed().next().is_some();
    tree.open("section").set("part", "share").set("class", "share").set("aria-labelledby", "heading");
    tree.open("h2").set("id", "heading").text(&words.label("shareArticle")).close();
    tree.open("div").set("class", "row");
    if has_list {
        tree.open("button")
            .set("type", "button")
            .set("part", "share-button")
            .set("class", "button primary")
            .set("data-open", "");
        tree.set("aria-expanded", "false")
            .set("aria-controls", "panel")
            .icon(icons::SHARE)
            .text(&words.label("share"))
            .close();
    }
    if options.targets.iter().any(|target| target.action == Action::Copy) {
        tree.open("button")
            .set("type", "button")
            .set("part", "share-button target")
            .set("class", "button")
            .set("data-target", "copy");
        tree.icon(icons::LINK).text(&words.label("copy")).close();
    }
    tree.close();
    if has_list {
        let title = options.share_title.as_deref().unwrap_or(&shown.title);
        let url = options.share_url.as_deref().unwrap_or(&shown.url);
        tree.open("div").set("class", "panel").set("id", "panel").set("hidden", "");
        preview(tree, title, url);
        tree.open("ul").set("class", "targets").set("role", "list");
        for target in listed() {
            let url = with_parameters(url, options.share_parameters.as_deref(), target.name);
            row(tree, target, &Shared { url: &url, title, instance: None }, words);
        }
        tree.close().close();
    }
    tree.close();
}

/// What will be sent.
fn preview(tree: &mut Tree, title: &str, url: &str) {
    let without_scheme = url.strip_prefix("https://").or(url.strip_prefix("http://")).unwrap_or(url);
    tree.open("div").set("class", "preview");
    tree.open("b").set("class", "title").text(title).close();
    tree.open("span").set("class", "address").set("dir", "ltr").text(without_scheme).close();
    tree.close();
}

fn row(tree: &mut Tree, target: &Target, shared: &Shared<'_>, words: &dyn Words) {
    tree.open("li");
    if target.action == Action::System {
        // Shown once the browser says that it can.
        tree.set("hidden", "");
    }
    match address(target, shared) {
        Some(href) => {
            tree.open("a").set("href", &href);
            if !href.starts_with("mailto:") {
                tree.set("target", "_blank").set("rel", "noopener noreferrer");
            }
        }
        None => {
            tree.open("button").set("type", "button");
        }
    }
    let asks = matches!(target.action, Action::Instance(_));
    if asks {
        tree.set("aria-expanded", "false").set("aria-controls", "instance");
    }
    tree.set("part", "target").set("class", "target").set("data-target", target.name).icon(target.icon);
    match target.brand {
        Some(brand) => tree.text(brand),
        None => tree.text(&words.label(target.name)),
    };
    tree.close().close();
    if asks {
        instance(tree, words);
    }
}

/// Where the reader names a server: the way to it opens in place.
fn instance(tree: &mut Tree, words: &dyn Words) {
    tree.open("li").set("class", "wide");
    tree.open("form").set("class", "instance").set("id", "instance").set("hidden", "").set("novalidate", "");
    tree.open("label").set("for", "server").text(&words.label("instance")).close();
    tree.open("input")
        .set("type", "text")
        .set("name", "instance")
        .set("id", "server")
        .set("placeholder", "mastodon.example");
    tree.set("inputmode", "url").set("autocapitalize", "none").set("autocomplete", "off").set("spellcheck", "false");
    tree.set("dir", "ltr").set("aria-describedby", "problem").close();
    tree.open("button").set("class", "button").text(&words.label("continue")).close();
    tree.open("p").set("class", "problem").set("id", "problem").set("role", "alert").close();
    tree.close().close();
}
