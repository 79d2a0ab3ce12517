//! Chips: buttons that mark a topic's mentions in the article, or links to more on it.

use crate::options::Options;
use crate::share::percent_encoded;
use crate::text::digits::digits;
use crate::text::find::replaced;
use crate::topics::slug;

use super::{Shown, ShownTopic, Tree, Words, icons};

/// Nothing where there are no topics.
pub(super) fn part(tree: &mut Tree, shown: &Shown, options: &Options, words: &dyn Words) {
    if shown.topics.is_empty() {
        return;
    }
    tree.open("ul", "part=topics class=row role=list").name(words, "topics");
    for (index, topic) in shown.topics.iter().enumerate() {
        tree.open("li", "class=topic");
        chip(tree, &digits(index as u32), topic, address(topic, shown, options).as_deref(), words);
        tree.close();
    }
    tree.close();
}

fn chip(tree: &mut Tree, index: &str, topic: &ShownTopic, href: Option<&str>, words: &dyn Words) {
    if let Some(href) = href {
        tree.open("a", "part=topic class=chip").set("href", href).set("data-topic", index).text(&topic.label).close();
        return;
    }
    if topic.mentions == 0 {
        // Nothing to mark: a word, not a button that does nothing.
        tree.open("span", "part=topic class=chip+plain").text(&topic.label).close();
        return;
    }
    tree.open("button", "type=button part=topic class=chip aria-pressed=false");
    tree.set("aria-label", &words.mentions(&topic.label, topic.mentions))
        .set("data-topic", index)
        .text(&topic.label)
        .close();
    tree.open("span", "class=steps hidden=");
    step(tree, words, "previous", "-1", icons::PREVIOUS);
    tree.open("span", "class=position").close();
    step(tree, words, "next", "1", icons::NEXT);
    tree.close();
}

fn step(tree: &mut Tree, words: &dyn Words, name: &str, by: &str, icon: &'static str) {
    tree.open("button", "type=button class=step").name(words, name).set("data-step", by).icon(icon).close();
}

/// Where the chip leads: the page's own link where it has one, else the publisher's template. Without
/// a template the chip marks, and leads somewhere only if there is nothing to mark.
fn address(topic: &ShownTopic, shown: &Shown, options: &Options) -> Option<String> {
    let template = options.topic_href.as_deref();
    if topic.href.is_some() && (template.is_some() || topic.mentions == 0) {
        return topic.href.clone();
    }
    let template = template?;
    let language = shown.language.split('-').next().unwrap_or("");
    let address = replaced(template, "{topic}", &percent_encoded(&topic.label));
    Some(replaced(&address, "{slug}", &percent_encoded(&slug(&topic.label, language))))
}
