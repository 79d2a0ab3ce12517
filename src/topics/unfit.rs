//! Labels that are no topics: who publishes and who wrote, and what fills an empty field.

use crate::article::{Article, Metadata};
use crate::page::{Page, Value};
use crate::text::find::{contains, split_once};
use crate::text::fold::{folded, lower};

/// What content management systems put where nobody chose a tag, sections of papers and forms of articles.
const FILLERS: &str = "uncategorized unkategorisiert allgemein general misc featured news aktuelles blog artikel article post frontpage \
    review informacje inland ausland politics politik política politica politique wirtschaft kultur sport sports video videos \
    podcast";

/// Names by their letters and digits alone.
#[derive(Default, Debug)]
pub(super) struct Unfit {
    names: Vec<String>,
    /// The page's own, canonical if it says one.
    address: String,
    section: String,
}

impl Unfit {
    pub(super) fn of_page(page: &Page, article: &Article, metadata: &Metadata<'_>) -> Self {
        let title = article.title.as_deref();
        let address = article.url.as_deref().unwrap_or(page.address());
        let mut unfit = Self {
            names: FILLERS.split_ascii_whitespace().map(str::to_owned).collect(),
            address: address.to_owned(),
            section: plain(article.section.as_deref().unwrap_or("")),
        };
        let publisher = metadata.linked_data("publisher").and_then(Value::name);
        let site = metadata.first(&["og:site_name", "application-name", "publisher", "twitter:site"]);
        for name in [publisher, site].into_iter().flatten() {
            unfit.add(name);
        }
        // A tag that repeats the title says nothing new.
        if let Some(title) = title.filter(|title| title.split_whitespace().count() > 3) {
            unfit.names.push(plain(title));
        }
        for author in article.byline.as_deref().unwrap_or("").split(',') {
            unfit.add(author.trim());
            // Who is quoted by the last name may be its subject: that is for the title to say.
            let mut last = "";
            for word in author.split_whitespace() {
                last = word;
            }
            if !title.is_some_and(|title| contains(title, last)) {
                unfit.add(last);
            }
        }
        unfit
    }

    /// Adds a name and what stands before a dash in it: "taz – die tageszeitung", "MDR.DE".
    fn add(&mut self, name: &str) {
        let mut names = vec![plain(name)];
        for mark in [" – ", " - ", " | ", "."] {
            names.extend(split_once(name, mark).map(|(first, _)| plain(first)));
        }
        names.retain(|name| name.len() > 2);
        self.names.append(&mut names);
    }

    /// Whether it is a section of the paper, by its name or as a folder of the address; that says little where the article
    /// doesn't say it.
    pub(super) fn is_section(&self, label: &str) -> bool {
        plain(label) == self.section || self.is_in_address(&["/", &folded(label), "/"].concat())
    }

    /// Whether this stands in the page's address.
    pub(super) fn is_in_address(&self, words: &str) -> bool {
        contains(&self.address, words)
    }

    /// Whether the label is one of them.
    pub(super) fn names(&self, label: &str) -> bool {
        !self.names.is_empty() && self.names.contains(&plain(label))
    }
}

/// The letters and digits alone.
fn plain(name: &str) -> String {
    let mut plain = String::new();
    for letter in name.chars() {
        if letter.is_alphanumeric() {
            plain.push(lower(letter));
        }
    }
    plain
}
