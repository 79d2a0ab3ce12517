//! What the widget shows: a tree without a browser in it, the same for a live page and for markup
//! made on a server. Numbers become words in [`Words`], which JavaScript's `Intl` stands behind.

pub(crate) mod icons;
mod share;
mod time;
mod topics;

use std::borrow::Cow;

use serde::Deserialize;

use crate::options::{Options, Part};

/// An element or text of the widget.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
    /// A drawing in a square of 24 units: the data of one path.
    Icon(&'static str),
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Element {
    pub(crate) tag: &'static str,
    pub(crate) attributes: Vec<(&'static str, Cow<'static, str>)>,
    pub(crate) children: Vec<Node>,
}

impl Element {
    fn new(tag: &'static str) -> Self {
        Self { tag, attributes: Vec::new(), children: Vec::new() }
    }

    fn with(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    fn containing(mut self, child: impl Into<Node>) -> Self {
        self.children.push(child.into());
        self
    }

    fn containing_all(mut self, children: Vec<Node>) -> Self {
        self.children.extend(children);
        self
    }

    fn saying(self, text: impl Into<String>) -> Self {
        self.containing(Node::Text(text.into()))
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

/// The widget's words in the reader's language.
pub(crate) trait Words {
    /// A word or sentence of the language file.
    fn label(&self, name: &str) -> String;
    /// "Lesezeit: 2 Minuten", or "2–3 Minuten" for a range.
    fn time(&self, from: u32, to: u32) -> String;
    /// What is said instead where the time is below half a minute.
    fn time_under(&self) -> String;
    /// A topic with the count of its mentions, beginning with its label.
    fn mentions(&self, label: &str, count: u32) -> String;
}

/// What is known of the article, as far as it is shown.
#[derive(Clone, Deserialize, Debug)]
pub(crate) struct Shown {
    pub(crate) language: String,
    pub(crate) seconds: f64,
    pub(crate) minutes: u32,
    pub(crate) range: [u32; 2],
    pub(crate) topics: Vec<ShownTopic>,
    #[serde(default)]
    pub(crate) title: String,
    #[serde(default)]
    pub(crate) url: String,
}

#[derive(Clone, Deserialize, Debug)]
pub(crate) struct ShownTopic {
    pub(crate) label: String,
    pub(crate) mentions: u32,
    #[serde(default)]
    pub(crate) href: Option<String>,
}

/// One child of the widget's root for each part that has something to show, in the order asked for,
/// and the place for messages.
pub(crate) fn parts(shown: &Shown, options: &Options, words: &dyn Words) -> Vec<Element> {
    let mut parts: Vec<Element> = Vec::new();
    for part in &options.show {
        match part {
            Part::Time => parts.push(time::part(shown, options, words)),
            Part::Topics => parts.extend(topics::part(shown, options, words)),
            Part::Share => parts.push(share::part(shown, options, words)),
            Part::Progress | Part::Sections | Part::Listen => {}
        }
    }
    let seen = if options.show.contains(&Part::Share) { "status" } else { "status unseen" };
    parts.push(Element::new("p").with("part", "status").with("class", seen).with("role", "status"));
    parts
}
