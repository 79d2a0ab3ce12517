//! "Diesen Artikel teilen": two buttons and a list of targets.

use crate::options::Options;
use crate::share::{Action, FEDIVERSE, Target, address, with_parameters};

use super::{Shown, Tree, Words, icons};

pub(super) fn part(tree: &mut Tree, shown: &Shown, options: &Options, words: &dyn Words) {
    let targets = options.targets.shown();
    let has_list = targets.iter().any(|target| target.action != Action::Copy);
    tree.open("section", "part=share class=share aria-labelledby=heading");
    tree.open("h2", "id=heading").say(words, "shareArticle").close();
    tree.open("div", "class=row");
    if has_list {
        tree.open(
            "button",
            "type=button part=share-button class=button+primary data-open= popovertarget=panel aria-expanded=false aria-controls=panel",
        )
        .icon(icons::SHARE)
        .say(words, "share")
        .close();
    }
    if targets.iter().any(|target| target.action == Action::Copy) {
        tree.open("button", "type=button part=share-button+target class=button data-target=copy");
        tree.icon(icons::LINK).say(words, "copy").close();
    }
    tree.close();
    if has_list {
        let title = options.share_title.as_deref().unwrap_or(&shown.title);
        let url = options.share_url.as_deref().unwrap_or(&shown.url);
        tree.open("div", "class=panel id=panel popover=auto hidden= role=group aria-labelledby=heading");
        preview(tree, title, url, words);
        tree.open("ul", "class=targets role=list");
        for target in targets.iter().filter(|target| target.action != Action::Copy) {
            let url = with_parameters(url, options.share_parameters.as_deref(), target.name);
            // Made anew when the reader reaches for it.
            let href = address(target, &|name| match name {
                "url" => Some(url.clone()),
                "title" | "words" => Some(title.to_owned()),
                _ => None,
            });
            row(tree, target, href.as_deref(), words);
        }
        // What has just been said, where the list hides the place for messages.
        tree.close().open("p", "class=said aria-hidden=true").close().close();
    }
    if options.offers_passages {
        tree.open("button", "type=button class=button+passage id=passage popover=manual hidden= data-passage=");
        tree.icon(icons::SHARE).say(words, "share").close();
    }
    tree.close();
}

/// What will be sent.
fn preview(tree: &mut Tree, title: &str, url: &str, words: &dyn Words) {
    let without_scheme = url.strip_prefix("https://").or(url.strip_prefix("http://")).unwrap_or(url);
    tree.open("div", "class=preview");
    tree.open("b", "class=title dir=auto").text(title).close();
    tree.open("button", "type=button class=step+close data-close=").name(words, "close");
    tree.icon(icons::CLOSE).close();
    tree.open("span", "class=address dir=ltr").text(without_scheme).close();
    tree.open("p", "class=quote dir=auto hidden=").close();
    tree.close();
}

fn row(tree: &mut Tree, target: &Target<'_>, href: Option<&str>, words: &dyn Words) {
    tree.open("li", "");
    // Shown once the browser says that it can.
    if target.action == Action::System {
        tree.set("hidden", "");
    }
    if target.touch_only {
        tree.set("hidden", "").set("data-touch", "");
    }
    match href {
        Some(href) => {
            // Blockers' lists hide links by how their addresses begin, and a reader's own sheet, which
            // they use, reaches into shadow roots. A link may begin with a space.
            tree.open("a", "").set("href", &[" ", href].concat());
            // Apps need no tab.
            if href.starts_with("https:") {
                tree.set("target", "_blank").set("rel", "noopener noreferrer");
            }
        }
        None => {
            tree.open("button", "type=button");
        }
    }
    let unfolds = matches!(target.action, Action::Server | Action::Qr);
    let place = ["place-", target.name].concat();
    if unfolds {
        tree.set("aria-expanded", "false").set("aria-controls", &place);
    }
    tree.set("part", "target").set("class", "target").set("data-target", target.name).icon(target.icon);
    let label = if target.brand.is_empty() { &words.label(target.name) } else { target.brand };
    tree.text(label).close().close();
    if unfolds {
        tree.open("li", "class=wide hidden=").set("id", &place);
        if target.action == Action::Server {
            server(tree, target, words);
        }
        tree.close();
    }
}

/// Where the reader names a server: the way to it opens in place.
fn server(tree: &mut Tree, target: &Target<'_>, words: &dyn Words) {
    let id = |of: &str| [of, target.name].concat();
    let (field, problem) = (id("server-"), id("problem-"));
    tree.open("form", "class=instance novalidate=").set("data-asks", target.name);
    tree.open("label", "").set("for", &field).text(&words.named("instance", target.brand)).close();
    tree.open("input", "type=text name=server placeholder=mastodon.example inputmode=url autocapitalize=none autocomplete=off spellcheck=false dir=ltr");
    tree.set("id", &field).set("aria-describedby", &problem).close();
    tree.open("button", "class=button").say(words, "continue").close();
    if target.asks_for_software() {
        tree.open("label", "class=software").say(words, "software");
        tree.open("select", "name=software");
        for (name, _) in FEDIVERSE {
            tree.open("option", "").text(name).close();
        }
        tree.close().close();
    }
    tree.open("label", "class=remember").open("input", "type=checkbox name=remember").close();
    tree.say(words, "remember").close();
    tree.open("p", "class=problem role=alert").set("id", &problem).close();
    tree.close();
}
