//! "Diesen Artikel teilen": two buttons and a list of targets.

use crate::options::Options;
use crate::share::{Action, Shared, Target, address, with_parameters};

use super::{Shown, Tree, Words, icons};

pub(super) fn part(tree: &mut Tree, shown: &Shown, options: &Options, words: &dyn Words) {
    let listed = || options.targets.iter().filter(|target| target.action != Action::Copy);
    let has_list = listed().next().is_some();
    tree.open("section", "part=share class=share aria-labelledby=heading");
    tree.open("h2", "id=heading").text(&words.label("shareArticle")).close();
    tree.open("div", "class=row");
    if has_list {
        tree.open(
            "button",
            "type=button part=share-button class=button+primary data-open= aria-expanded=false aria-controls=panel",
        )
        .icon(icons::SHARE)
        .text(&words.label("share"))
        .close();
    }
    if options.targets.iter().any(|target| target.action == Action::Copy) {
        tree.open("button", "type=button part=share-button+target class=button data-target=copy");
        tree.icon(icons::LINK).text(&words.label("copy")).close();
    }
    tree.close();
    if has_list {
        let title = options.share_title.as_deref().unwrap_or(&shown.title);
        let url = options.share_url.as_deref().unwrap_or(&shown.url);
        tree.open("div", "class=panel id=panel hidden=");
        preview(tree, title, url);
        tree.open("ul", "class=targets role=list");
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
    tree.open("div", "class=preview");
    tree.open("b", "class=title").text(title).close();
    tree.open("span", "class=address dir=ltr").text(without_scheme).close();
    tree.close();
}

fn row(tree: &mut Tree, target: &Target, shared: &Shared<'_>, words: &dyn Words) {
    tree.open("li", "");
    if target.action == Action::System {
        // Shown once the browser says that it can.
        tree.set("hidden", "");
    }
    match address(target, shared) {
        Some(href) => {
            tree.open("a", "").set("href", &href);
            if !href.starts_with("mailto:") {
                tree.set("target", "_blank").set("rel", "noopener noreferrer");
            }
        }
        None => {
            tree.open("button", "type=button");
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
    tree.open("li", "class=wide");
    tree.open("form", "class=instance id=instance hidden= novalidate=");
    tree.open("label", "for=server").text(&words.label("instance")).close();
    tree.open("input", "type=text name=instance id=server placeholder=mastodon.example inputmode=url autocapitalize=none autocomplete=off spellcheck=false dir=ltr aria-describedby=problem").close();
    tree.open("button", "class=button").text(&words.label("continue")).close();
    tree.open("p", "class=problem id=problem role=alert").close();
    tree.close().close();
}
