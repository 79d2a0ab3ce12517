//! A table of contents with the time that each part takes.

use crate::share::percent_encoded;
use crate::text::digits::digits;
use crate::text::find::replaced;

use super::{Shown, Tree, Words};

/// Nothing where the article has no headings.
pub(super) fn part(tree: &mut Tree, shown: &Shown, words: &dyn Words) {
    let Some(highest) = shown.sections.iter().map(|section| section.level).min() else { return };
    tree.open("nav", "part=sections class=sections aria-labelledby=contents");
    tree.open("h2", "id=contents").say(words, "sections").close();
    tree.open("ol", "role=list");
    for (index, section) in shown.sections.iter().enumerate() {
        tree.open("li", "").set("class", if section.level > highest { "deeper" } else { "" });
        tree.open("a", "").set("href", &address(&section.heading, section.id.as_deref()));
        tree.set("data-section", &digits(index as u32)).text(&section.heading);
        if !shown.is_live {
            tree.open("span", "class=length").text(&words.length(section.seconds)).close();
        }
        tree.close().close();
    }
    tree.close().close();
}

/// The heading's own fragment, else one that finds its text (URL Fragment Text Directives).
fn address(heading: &str, id: Option<&str>) -> String {
    match id {
        Some(id) => ["#", &percent_encoded(id)].concat(),
        // A hyphen parts the directive's terms.
        None => ["#:~:text=", &replaced(&percent_encoded(heading), "-", "%2D")].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn addresses() {
        assert_eq!(address("Der Weg", Some("weg-2")), "#weg-2");
        assert_eq!(address("E-Mail, kurz", None), "#:~:text=E%2DMail%2C%20kurz");
    }
}
