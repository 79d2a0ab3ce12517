//! What is counted and compared in a text: letters, words, sentences. No page is known here.

pub(crate) mod digits;
pub(crate) mod find;
pub(crate) mod fnv;
pub(crate) mod fold;
pub(crate) mod order;
pub(crate) mod script;
pub(crate) mod sentences;
pub(crate) mod words;
