//! Why a topic is one, in words for the editor who asks (`explain`). A reader's browser never asks:
//! there they aren't compiled in.

use std::borrow::Cow;

use super::candidates::Candidate;

/// What speaks for a candidate of the text.
#[cfg(any(feature = "html", not(target_arch = "wasm32")))]
pub(super) fn found(candidate: &Candidate, compounds: u32) -> Cow<'static, str> {
    let times = |count: u32| if count == 1 { "once".to_owned() } else { format!("{count} times") };
    let mut why =
        format!("in the text {}, first in sentence {}", times(candidate.mentions), candidate.first_sentence + 1);
    if candidate.in_title {
        why += ", in the title";
    }
    if compounds > 0 {
        why += ", in compounds ";
        why += &times(compounds);
    }
    if candidate.after_determiner * 2 > candidate.mentions {
        why += ", mostly after an article or preposition";
    }
    if candidate.alone * 2 > candidate.mentions {
        why += ", mostly a phrase of its own";
    }
    Cow::Owned(why)
}

#[cfg(not(any(feature = "html", not(target_arch = "wasm32"))))]
pub(super) fn found(_candidate: &Candidate, _compounds: u32) -> Cow<'static, str> {
    Cow::Borrowed("")
}
