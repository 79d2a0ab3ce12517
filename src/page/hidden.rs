//! What markup itself hides from the reader. Style sheets may hide more, which only a browser knows.

use super::Tag;

/// Whether an attribute of this name and value hides an element of this tag.
pub(crate) fn attribute_hides(tag: Tag, name: &str, value: &str) -> bool {
    match name {
        "hidden" => true,
        // Readers see it all the same: dialogs set it on what is behind them, and scripts on paragraphs.
        "aria-hidden" => {
            !matches!(tag, Tag::Article | Tag::Body | Tag::Main | Tag::P) && value.trim().eq_ignore_ascii_case("true")
        }
        // Scripts hide a whole page so until they have dressed it up.
        "style" => !matches!(tag, Tag::Html | Tag::Body) && style_hides(value),
        _ => false,
    }
}

/// Whether declarations hold `display: none` or `visibility: hidden`.
fn style_hides(declarations: &str) -> bool {
    declarations.split(';').any(|declaration| {
        let Some((property, value)) = declaration.split_once(':') else { return false };
        let hides = |name: &str, hidden: &str| {
            property.trim().eq_ignore_ascii_case(name)
                && value.trim().get(..hidden.len()).is_some_and(|start| start.eq_ignore_ascii_case(hidden))
        };
        hides("display", "none") || hides("visibility", "hidden")
    })
}

/// Whether a child of this tag (a text where it is [`Tag::Text`]) is folded away in a `<details>` or
/// `<dialog>` that isn't open: only the summary of a `<details>` shows.
pub(crate) fn is_folded_away(parent: Tag, parent_is_open: bool, child: Tag) -> bool {
    match parent {
        Tag::Details => !parent_is_open && child != Tag::Summary,
        Tag::Dialog => !parent_is_open,
        _ => false,
    }
}
