//! Labels that are no topics: who publishes and who wrote, and what fills an empty field.

use crate::article::{Article, Metadata};
use crate::page::{Page, Value};
use crate::text::find::split_once;

use super::grammar::Grammar;
use super::words::Words;

/// What content management systems put where nobody chose a tag.
const FILLERS: &str = "uncategorized uncategorised unkategorisiert allgemein allgemeines general misc sonstiges standard default \
    featured news aktuelles nachrichten startseite home blog article artikel post page slider topnews top-news newsletter";

/// Names as their stems.
#[derive(Default, Debug)]
pub(super) struct Unfit {
    names: Vec<String>,
    /// The site's own name in its address: "taz" of `www.taz.de`.
    host: Option<String>,
}

impl Unfit {
    pub(super) fn of_page(page: &Page, article: &Article, metadata: &Metadata<'_>, grammar: &Grammar<'_>) -> Self {
        let mut unfit = Self {
            names: FILLERS.split_ascii_whitespace().map(str::to_owned).collect(),
            host: host(article.url.as_deref().unwrap_or(page.address())),
        };
        let publisher = metadata.linked_data("publisher").and_then(Value::name);
        let site = metadata.first(&["og:site_name", "application-name", "publisher", "twitter:site"]);
        for name in [publisher, site].into_iter().flatten() {
            unfit.add(name, grammar);
        }
        // A tag that repeats the title says nothing new.
        let title = article.title.as_deref().map(|title| Words::of(title, grammar));
        if let Some(title) = title.filter(|title| title.list.len() > 3) {
            unfit.names.push(title.list.iter().map(|word| title.folded(word)).collect());
        }
        for author in article.byline.as_deref().unwrap_or("").split(',') {
            unfit.add(author, grammar);
            // Who is quoted by the last name may be its subject: that is for the title to say.
            let last = author.split_whitespace().last().unwrap_or("");
            if !article.title.as_deref().is_some_and(|title| crate::text::find::contains(title, last)) {
                unfit.add(last, grammar);
            }
        }
        unfit
    }

    fn add(&mut self, name: &str, grammar: &Grammar<'_>) {
        let words = Words::of(name, grammar);
        // "taz – die tageszeitung", "Beispiel Online": the part before a dash too.
        let parts = words.list.iter().skip(1).position(|word| word.after_mark).map(|place| place + 1);
        for end in [Some(words.list.len()), parts].into_iter().flatten() {
            let name: String = words.list[..end].iter().map(|word| words.folded(word)).collect();
            if name.len() > 2 {
                self.names.push(name);
            }
        }
    }

    /// Whether a phrase of the text that the title doesn't say has the site's own name in it.
    pub(super) fn is_the_sites(&self, label: &str) -> bool {
        let label = crate::text::fold::folded(label);
        let is_host =
            |host: &str| label.split(' ').any(|word| word == host) || label.split(' ').collect::<String>() == host;
        self.host.as_deref().is_some_and(is_host)
    }

    /// Whether the label is one of them.
    pub(super) fn names(&self, label: &str) -> bool {
        !self.names.is_empty() && {
            let label: String =
                crate::text::fold::folded(label).chars().filter(|letter| !letter.is_whitespace()).collect();
            self.names.contains(&label)
        }
    }
}

/// The name that was registered, if it can be told: the part before the last, of three letters or more.
fn host(address: &str) -> Option<String> {
    let (_, rest) = split_once(address, "://")?;
    let mut name = None;
    let mut parts = rest.split('/').next()?.split('.').peekable();
    while let Some(part) = parts.next() {
        if part.len() > 2 && parts.peek().is_some() {
            name = Some(part.to_owned());
        }
    }
    name
}
