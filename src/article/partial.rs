//! Texts of which a page has only the beginning, and how long it says the whole is.
//!
//! `isAccessibleForFree: false` alone says nothing of that: of 33 pages that say it all but one hold the whole text, as search
//! engines ask them to. So the text decides: it stops in the middle, or is far shorter than the page says.

use crate::page::{Attribute, NodeId, Page, Value};

use super::media::seconds;
use super::{Block, JudgedBlock, Metadata};

/// What a page says of a text that may not be there in full.
#[derive(Debug)]
pub(crate) struct Whole {
    /// Words of the whole as the publisher counts them, letters where there are no spaces.
    words: Option<u32>,
    seconds: Option<f64>,
    is_cut: bool,
}

impl Whole {
    /// Whether only a part is there, of so many words (letters) and seconds of text, and the seconds of all text if the
    /// page says how long that is.
    pub(crate) fn beyond(&self, words: u32, seconds: f64) -> (bool, Option<f64>) {
        /// Publishers count headings and captions too, and some round up to minutes.
        const FAR: f64 = 1.5;
        const LEAST_WORDS: f64 = 50.0;
        const LEAST_SECONDS: f64 = 60.0;
        let (read, all) = (f64::from(words), f64::from(self.words.unwrap_or(0)));
        let of_words = (all > read * FAR && all > read + LEAST_WORDS).then(|| seconds * all / read.max(1.0));
        let said = of_words.or(self.seconds.filter(|said| *said > seconds * FAR && *said > seconds + LEAST_SECONDS));
        (self.is_cut || said.is_some(), said)
    }
}

/// What the page says; nothing where it gives no reason to think that something is missing.
pub(super) fn find(page: &Page, blocks: &[JudgedBlock], metadata: &Metadata<'_>) -> Option<Whole> {
    /// More than a beginning: in bytes without white space, about 300 words.
    const LONG: usize = 1800;
    let mut kept = blocks.iter().filter(|judged| judged.verdict.is_kept()).map(|judged| &judged.block);
    let length = kept.clone().map(|block| block.length).sum::<usize>();
    let last = kept.rfind(|block| block.is_prose());
    let trails_off = last.is_some_and(trails_off);
    let is_paid = is_paid(metadata);
    if !is_paid && !trails_off {
        return None;
    }
    let is_cut =
        is_paid && (trails_off || (length < LONG && (last.is_none_or(stops_within) || is_gated(page, metadata))));
    let said = |name: &str| metadata.linked_data(name).and_then(Value::text);
    let words = said("wordCount").and_then(|count| count.parse().ok());
    Some(Whole { words, seconds: said("timeRequired").and_then(seconds), is_cut })
}

fn is_paid(metadata: &Metadata<'_>) -> bool {
    const NAME: &str = "isAccessibleForFree";
    let says_no = |value: &Value| *value == Value::False || value.text().is_some_and(is_no);
    metadata.linked_data(NAME).is_some_and(says_no)
        || parts(metadata).iter().any(|part| part.get(NAME).is_some_and(says_no))
        || metadata.first(&[NAME]).is_some_and(is_no)
}

fn is_no(text: &str) -> bool {
    text.eq_ignore_ascii_case("false") || text.ends_with("/False")
}

fn parts<'a>(metadata: &Metadata<'a>) -> &'a [Value] {
    metadata.linked_data("hasPart").map(Value::items).unwrap_or_default()
}

/// Whether the page names the part that is paid for by its class or id, and that isn't there or says next to nothing.
fn is_gated(page: &Page, metadata: &Metadata<'_>) -> bool {
    /// What an offer says in its place is shorter, in bytes.
    const EMPTY: usize = 400;
    let named: Vec<&str> = parts(metadata).iter().filter_map(|part| part.get("cssSelector")?.text()).collect();
    let is_simple =
        |name: &&str| name.starts_with(['.', '#']) && !name[1..].contains([' ', ',', '.', '>', ':', '[', '#']);
    let is_of = |node: NodeId, name: &str| {
        let attribute = if name.starts_with('.') { Attribute::Class } else { Attribute::Id };
        page.words(node, attribute).any(|word| word == &name[1..])
    };
    !named.is_empty()
        && named.iter().all(is_simple)
        && !page
            .descendants(Page::ROOT)
            .any(|node| named.iter().any(|name| is_of(node, name)) && page.text_content(node).len() > EMPTY)
}

/// Whether a paragraph ends in an ellipsis, as it is or in brackets.
fn trails_off(block: &Block) -> bool {
    let end = block.text.trim_end().trim_end_matches([']', ')', ' ']);
    end.ends_with('…') || end.ends_with("...")
}

/// Whether it ends within a sentence.
fn stops_within(block: &Block) -> bool {
    block.text.trim_end().ends_with(|last: char| last.is_alphanumeric() || last == ',')
}
