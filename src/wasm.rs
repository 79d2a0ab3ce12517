//! What JavaScript calls: conversion only.
// Nothing in Rust calls it: wasm-bindgen asks for `pub`, and for optional arguments by value.
#![allow(unreachable_pub, clippy::missing_errors_doc, clippy::needless_pass_by_value)]

use js_sys::{Function, Object, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::analysis::Analysis;
use crate::language::FunctionWords;
use crate::options::{self, Options};
use crate::reading;

/// The analysis of a plain text. `options` holds strings by their names in camelCase; `dictionary`
/// gives the `topics` of a language's file, or nothing.
#[wasm_bindgen]
pub fn analyze(text: &str, options: &Object, dictionary: &Function) -> Result<JsValue, JsError> {
    let options = understood(options)?;
    to_js(&reading::of_text(text, &options, &|language| look_up(dictionary, language)))
}

/// The analysis of a page's article.
#[cfg(feature = "html")]
#[wasm_bindgen(js_name = analyzeHtml)]
pub fn analyze_html(html: &str, url: &str, options: &Object, dictionary: &Function) -> Result<JsValue, JsError> {
    let options = understood(options)?;
    let page = crate::page::html::read(html, url);
    let reading =
        reading::of_page(&page, crate::article::Scope::Page, &options, &|language| look_up(dictionary, language))?;
    to_js(&reading.analysis)
}

/// The options, or an error that names every value that isn't understood.
fn understood(raw: &Object) -> Result<Options, JsError> {
    let (options, warnings) = parse(raw);
    if warnings.is_empty() { Ok(options) } else { Err(JsError::new(&warnings)) }
}

pub(crate) fn parse(raw: &Object) -> (Options, String) {
    options::parse(&|name| Reflect::get(raw, &name.into()).ok()?.as_string())
}

pub(crate) fn look_up(dictionary: &Function, language: &str) -> Option<FunctionWords> {
    let topics = dictionary.call1(&JsValue::NULL, &language.into()).ok()?;
    let words = |name: &str| Reflect::get(&topics, &name.into()).ok()?.as_string();
    Some(FunctionWords {
        stop: words("stop")?,
        determiners: words("determiners")?,
        endings: words("endings").unwrap_or_default(),
    })
}

pub(crate) fn to_js(analysis: &Analysis) -> Result<JsValue, JsError> {
    Ok(analysis.serialize(&serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(false))?)
}

/// The live page.
#[cfg(not(feature = "html"))]
mod page {
    use web_sys::{Document, Element};

    use super::{JsValue, Object, Reflect, parse, wasm_bindgen};
    use crate::article::{self, Metadata};
    use crate::dom::{draw, read, shown};
    use crate::share;
    use crate::view;

    /// Draws the parts into `root`; gives their fingerprints, to be handed in again next time.
    #[wasm_bindgen]
    pub fn draw(root: &Element, analysis: &JsValue, options: &Object, words: &Words, last: &[u32]) -> Vec<u32> {
        draw::draw(root, &view::parts(&shown::shown(analysis), &parse(options).0, words), last)
    }

    /// What is wrong with the options, in words; empty if nothing is.
    #[wasm_bindgen]
    pub fn warnings(options: &Object) -> String {
        parse(options).1
    }

    /// The address that is shared: the publisher's, else the page's own as its head gives it now.
    #[wasm_bindgen(js_name = pageAddress)]
    pub fn page_address(document: &Document, options: &Object) -> Option<String> {
        let page = read::read_head(document).page;
        parse(options).0.share_url.or_else(|| article::url(&page, &Metadata::read(&page)))
    }

    /// The address to share for a target, with the publisher's parameters.
    #[wasm_bindgen(js_name = sharedAddress)]
    pub fn shared_address(target: &str, url: &str, options: &Object) -> String {
        share::with_parameters(url, parse(options).0.share_parameters.as_deref(), target)
    }

    /// The address of a target's link; nothing if it has none. `facts` holds strings by the names of
    /// [`share::address`].
    #[wasm_bindgen(js_name = targetAddress)]
    pub fn target_address(target: &str, facts: &Object, options: &Object) -> Option<String> {
        let fact = |name: &str| Reflect::get(facts, &name.into()).ok()?.as_string().filter(|value| !value.is_empty());
        share::address(&parse(options).0.targets.named(target)?, &fact)
    }

    #[wasm_bindgen]
    extern "C" {
        /// The widget's words in the reader's language, from `js/words.ts`.
        pub type Words;

        #[wasm_bindgen(method)]
        fn label(this: &Words, name: &str) -> String;
        #[wasm_bindgen(method)]
        fn named(this: &Words, label: &str, name: &str) -> String;
        #[wasm_bindgen(method)]
        fn time(this: &Words, from: u32, to: u32) -> String;
        #[wasm_bindgen(method, js_name = timeUnder)]
        fn time_under(this: &Words) -> String;
        #[wasm_bindgen(method)]
        fn length(this: &Words, seconds: f64) -> String;
        #[wasm_bindgen(method)]
        fn mentions(this: &Words, label: &str, count: u32) -> String;
    }

    impl view::Words for Words {
        fn label(&self, name: &str) -> String {
            self.label(name)
        }

        fn named(&self, label: &str, name: &str) -> String {
            self.named(label, name)
        }

        fn time(&self, from: u32, to: u32) -> String {
            self.time(from, to)
        }

        fn time_under(&self) -> String {
            self.time_under()
        }

        fn length(&self, seconds: f64) -> String {
            self.length(seconds)
        }

        fn mentions(&self, label: &str, count: u32) -> String {
            self.mentions(label, count)
        }
    }
}
