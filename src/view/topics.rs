//! Chips: buttons that mark a topic's mentions in the article, or links to more on it.

use crate::options::Options;
use crate::share::percent_encoded;
use crate::topics::slug;

use super::{Element, Node, Shown, ShownTopic, Words, icons};

/// `None` where there are no topics.
pub(super) fn part(shown: &Shown, options: &Options, words: &dyn Words) -> Option<Element> {
    if shown.topics.is_empty() {
        return None;
    }
    let list = Element::new("ul").with("part", "topics").with("class", "row").with("role", "list").with("aria-label", words.label("topics"));
    Some(shown.topics.iter().enumerate().fold(list, |list, (index, topic)| {
        list.containing(Element::new("li").with("class", "topic").containing_all(chip(index, topic, shown, options, words)))
    }))
}

fn chip(index: usize, topic: &ShownTopic, shown: &Shown, options: &Options, words: &dyn Words) -> Vec<Node> {
    if let Some(href) = address(topic, shown, options) {
        let link = Element::new("a").with("part", "topic").with("class", "chip").with("href", href).with("data-topic", index.to_string());
        return vec![link.saying(topic.label.clone()).into()];
    }
    if topic.mentions == 0 {
        // Nothing to mark: a word, not a button that does nothing.
        return vec![Element::new("span").with("part", "topic").with("class", "chip plain").saying(topic.label.clone()).into()];
    }
    let button = Element::new("button")
        .with("type", "button")
        .with("part", "topic")
        .with("class", "chip")
        .with("aria-pressed", "false")
        .with("aria-label", words.mentions(&topic.label, topic.mentions))
        .with("data-topic", index.to_string())
        .saying(topic.label.clone());
    let step = |name: &'static str, by: &'static str, icon: &'static str| {
        Element::new("button").with("type", "button").with("class", "step").with("aria-label", words.label(name)).with("data-step", by).containing(Node::Icon(icon))
    };
    let steps = Element::new("span")
        .with("class", "steps")
        .with("hidden", "")
        .containing(step("previous", "-1", icons::PREVIOUS))
        .containing(Element::new("span").with("class", "position"))
        .containing(step("next", "1", icons::NEXT));
    vec![button.into(), steps.into()]
}

/// Where the chip leads: the publisher's template; else nowhere, it marks.
fn address(topic: &ShownTopic, shown: &Shown, options: &Options) -> Option<String> {
    let template = options.topic_href.as_deref()?;
    if let Some(own) = &topic.href {
        return Some(own.clone());
    }
    let language = shown.language.split('-').next().unwrap_or("");
    Some(template.replace("{topic}", &percent_encoded(&topic.label)).replace("{slug}", &percent_encoded(&slug(&topic.label, language))))
}
