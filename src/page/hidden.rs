//! What markup itself hides from the reader. Style sheets may hide more, which only a browser knows.

use super::Tag;

/// Whether an attribute of this name and value hides its element.
pub(crate) fn attribute_hides(name: &str, value: &str) -> bool {
    name == "hidden" || (name == "aria-hidden" && value.trim().eq_ignore_ascii_case("true"))
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
