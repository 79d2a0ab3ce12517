//! Which language a text is in, and what the analysis needs to know of a language.

mod detect;
#[cfg(not(target_arch = "wasm32"))]
mod embedded;
mod tag;

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use embedded::embedded;
pub(crate) use tag::Tag;

use crate::count;

/// The words of a language that carry no topic. They lie in one file a language, `languages/*.json`,
/// so that a reader loads only that of the article.
#[derive(Clone, Default, Debug)]
pub(crate) struct FunctionWords {
    /// Words that are part of no topic, in lower case between spaces.
    pub(crate) stop: String,
    /// Determiners and prepositions: what follows one is likely a noun.
    pub(crate) determiners: String,
    /// Endings that inflection adds, the longest first.
    pub(crate) endings: String,
}

/// Where the analysis gets a language's words from: JavaScript's loaded files, or the crate's own.
/// `None` where there are none for the language.
pub(crate) type Dictionary<'a> = &'a dyn Fn(&str) -> Option<FunctionWords>;

/// The language of a text: the declared one unless it can't be, else the one found in the text.
pub(crate) fn resolve<'a>(declared: Option<&str>, blocks: impl Iterator<Item = &'a str> + Clone) -> Tag {
    let declared = declared.and_then(Tag::parse);
    if let Some(tag) = declared {
        // A language nobody has measured may still be a real one; only a clear find replaces it.
        if count::is_known(tag.primary()) {
            return tag;
        }
        return detect::detect(blocks).unwrap_or(tag);
    }
    detect::detect(blocks).unwrap_or_else(Tag::unknown)
}

/// The language of a block in a script that the article's language isn't written in.
pub(crate) fn of_block(_text: &str, _article: &Tag) -> Option<Tag> {
    None
}
