//! What the widget shows: a tree without a browser in it, the same for a live page and for markup
//! made on a server. Numbers become words in [`Words`], which JavaScript's `Intl` stands behind.

pub(crate) mod icons;
mod listen;
mod progress;
mod sections;
mod share;
mod time;
mod topics;
mod tree;

#[cfg(all(target_arch = "wasm32", not(feature = "html")))]
pub(crate) use tree::Step;
pub(crate) use tree::Tree;

use crate::options::{Options, Part};

/// The widget's words in the reader's language.
pub(crate) trait Words {
    /// A word or sentence of the language file.
    fn label(&self, name: &str) -> String;
    /// A label about something with a name of its own: "Your Mastodon server".
    fn named(&self, label: &str, name: &str) -> String;
    /// "Lesezeit: 2 Minuten", or "2–3 Minuten" for a range.
    fn time(&self, from: u32, to: u32) -> String;
    /// What is said instead where the time is below half a minute.
    fn time_under(&self) -> String;
    /// How long a part of the article takes, in few letters: "2 Min.".
    fn length(&self, seconds: f64) -> String;
    /// A topic with the count of its mentions, beginning with its label.
    fn mentions(&self, label: &str, count: u32) -> String;
}

/// What is known of the article, as far as it is shown.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    pub(crate) language: String,
    pub(crate) seconds: f64,
    pub(crate) minutes: u32,
    pub(crate) range: [u32; 2],
    pub(crate) sections: Vec<ShownSection>,
    pub(crate) topics: Vec<ShownTopic>,
    pub(crate) title: String,
    pub(crate) url: String,
}

#[derive(Clone, Debug)]
pub(crate) struct ShownSection {
    pub(crate) heading: String,
    pub(crate) id: Option<String>,
    pub(crate) level: u32,
    pub(crate) seconds: f64,
}

#[derive(Clone, Debug)]
pub(crate) struct ShownTopic {
    pub(crate) label: String,
    pub(crate) mentions: u32,
    pub(crate) href: Option<String>,
}

/// One tree for each part that has something to show, in the order asked for, and the place for
/// messages.
pub(crate) fn parts(shown: &Shown, options: &Options, words: &dyn Words) -> Vec<Tree> {
    let mut parts: Vec<Tree> = Vec::new();
    for part in &options.show {
        let mut tree = Tree::default();
        match part {
            Part::Time => time::part(&mut tree, shown, options, words),
            Part::Topics => topics::part(&mut tree, shown, options, words),
            Part::Share => share::part(&mut tree, shown, options, words),
            Part::Progress => {
                let mut line = Tree::default();
                progress::line(&mut line);
                parts.push(line);
                progress::remaining(&mut tree, shown, options);
            }
            Part::Sections => sections::part(&mut tree, shown, words),
            Part::Listen => listen::part(&mut tree, words),
        }
        if !tree.is_empty() {
            parts.push(tree);
        }
    }
    let mut status = Tree::default();
    let class = if options.show.contains(&Part::Share) { "status" } else { "status unseen" };
    status.open("p", "part=status").set("class", class).set("role", "status").close();
    parts.push(status);
    parts
}
