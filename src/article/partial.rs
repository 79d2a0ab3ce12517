//! Texts of which a page has only the beginning, and how long it says the whole is.
//!
//! `isAccessibleForFree: false` alone says nothing of that: of 28 pages that say it all but two hold the whole text, as search
//! engines ask them to. So the text decides: it stops in the middle, or is far shorter than the page says.

use crate::page::{Attribute, Page, Value};

use super::media::seconds;
use super::{JudgedBlock, Metadata};

/// What a page says of a text that may not be there in full.
#[derive(Debug)]
pub(crate) struct Whole {
    /// Words of the whole as the publisher counts them, letters where there are no spaces; 0 where it doesn't say.
    words: u32,
    /// The same of seconds.
    seconds: f64,
    is_cut: bool,
}

impl Whole {
    /// Whether only a part is there, of so many words (letters) and seconds of text; with the seconds of all text, 0 if the
    /// page doesn't say how long that is.
    pub(crate) fn beyond(&self, words: u32, seconds: f64) -> (bool, f64) {
        /// Publishers count headings and captions too, and some round up to minutes.
        const FAR: f64 = 1.5;
        const LEAST_WORDS: u32 = 50;
        const LEAST_SECONDS: f64 = 60.0;
        let times = f64::from(self.words) / f64::from(words.max(1));
        let said = if times > FAR && self.words > words + LEAST_WORDS {
            seconds * times
        } else if self.seconds > seconds * FAR && self.seconds > seconds + LEAST_SECONDS {
            self.seconds
        } else {
            0.0
        };
        (self.is_cut || said > 0.0, said)
    }
}

/// What the page says; nothing where it gives no reason to think that something is missing.
pub(super) fn find(page: &Page, blocks: &[JudgedBlock], metadata: &Metadata<'_>) -> Option<Whole> {
    /// More than a beginning: in bytes without white space, about 300 words.
    const LONG: usize = 1800;
    const FREE: &str = "isAccessibleForFree";
    let (mut length, mut last) = (0, None);
    for judged in blocks.iter().filter(|judged| judged.verdict.is_kept()) {
        length += judged.block.length;
        if judged.block.is_prose() {
            last = Some(judged.block.text.trim_end());
        }
    }
    let last = last.unwrap_or("");
    let trails_off = trails_off(last);
    let parts = metadata.linked_data("hasPart").map(Value::items).unwrap_or_default();
    let mut is_paid = metadata.linked_data(FREE).is_some_and(is_no) || metadata.first(&[FREE]) == Some("false");
    let mut is_gated = false;
    for part in parts {
        is_paid |= part.get(FREE).is_some_and(is_no);
        is_gated |= part.get("cssSelector").and_then(Value::text).is_some_and(|name| is_missing(page, name));
    }
    if !is_paid && !trails_off {
        return None;
    }
    let stops = last.chars().next_back().is_some_and(|end| end.is_alphanumeric() || end == ',');
    let said = |name: &str| metadata.linked_data(name).and_then(Value::text);
    Some(Whole {
        words: said("wordCount").and_then(|count| count.parse().ok()).unwrap_or(0),
        seconds: said("timeRequired").and_then(seconds).unwrap_or(0.0),
        is_cut: is_paid && (trails_off || length < LONG && (stops || is_gated)),
    })
}

fn is_no(value: &Value) -> bool {
    match value {
        Value::Text(text) => text.eq_ignore_ascii_case("false"),
        value => *value == Value::False,
    }
}

/// Whether what a class or an id names isn't on the page, or says next to nothing.
fn is_missing(page: &Page, selector: &str) -> bool {
    /// What an offer says in its place is shorter, in bytes.
    const EMPTY: usize = 400;
    let Some((mark, name)) = selector.split_at_checked(1) else { return false };
    let attribute = match mark {
        "." => Attribute::Class,
        "#" => Attribute::Id,
        _ => return false,
    };
    name.bytes().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, b'-' | b'_'))
        && !page
            .descendants(Page::ROOT)
            .any(|node| page.has_word(node, attribute, name) && page.text_content(node).len() > EMPTY)
}

/// Whether a text ends in an ellipsis, as it is or in brackets.
fn trails_off(text: &str) -> bool {
    let end = text.strip_suffix([']', ')']).unwrap_or(text);
    end.ends_with('…') || end.ends_with("...")
}
