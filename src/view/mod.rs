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
    /// A live blog, of which no time is told.
    pub(crate) is_live: bool,
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
    let is_untimed = shown.is_live && options.minutes.is_none();
    for part in &options.show {
        let mut tree = Tree::default();
        match part {
            Part::Time if is_untimed => {}
            Part::Time => time::part(&mut tree, shown, options, words),
            Part::Topics => topics::part(&mut tree, shown, options, words),
            Part::Share => share::part(&mut tree, shown, options, words),
            Part::Progress => {
                let mut line = Tree::default();
                progress::line(&mut line);
                parts.push(line);
                if !is_untimed {
                    progress::remaining(&mut tree, shown, options);
                }
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

#[cfg(test)]
mod tests {
    use super::{Shown, Tree, Words, parts};
    use crate::options::{Options, Part};
    use crate::view::tree::Step;

    /// Says everything by its name.
    struct Names;

    impl Words for Names {
        fn label(&self, name: &str) -> String {
            name.to_owned()
        }
        fn named(&self, label: &str, _: &str) -> String {
            label.to_owned()
        }
        fn time(&self, _: u32, _: u32) -> String {
            "time".to_owned()
        }
        fn time_under(&self) -> String {
            "time".to_owned()
        }
        fn length(&self, _: f64) -> String {
            "time".to_owned()
        }
        fn mentions(&self, label: &str, _: u32) -> String {
            label.to_owned()
        }
    }

    #[test]
    fn a_live_blog_has_no_time_but_the_publishers() {
        let section = super::ShownSection { heading: "Fähre".to_owned(), id: None, level: 2, seconds: 40.0 };
        let mut shown = Shown {
            language: "de".to_owned(),
            seconds: 300.0,
            minutes: 5,
            range: [4, 6],
            sections: vec![section],
            topics: Vec::new(),
            title: "Sturm".to_owned(),
            url: String::new(),
            is_live: false,
        };
        let mut options =
            Options { show: vec![Part::Time, Part::Progress, Part::Sections, Part::Share], ..Options::default() };
        let tells = |shown: &Shown, options: &Options| {
            let says_time = |step: &Step| match step {
                Step::Text(text) => text == "time",
                Step::Set(name, value) => *name == "part" && value == "remaining",
                _ => false,
            };
            parts(shown, options, &Names)
                .iter()
                .flat_map(|tree: &Tree| &tree.steps)
                .filter(|step| says_time(step))
                .count()
        };
        assert_eq!(tells(&shown, &options), 3);
        shown.is_live = true;
        assert_eq!(tells(&shown, &options), 0);
        options.minutes = Some(7);
        assert_eq!(tells(&shown, &options), 2);
    }
}
