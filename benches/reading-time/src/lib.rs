//! The widget's own sources of reading time as a wasm of their own. As a dependency the crate would
//! bring all of the widget's exports along.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(not(feature = "bare"))]
#[allow(dead_code)]
#[path = "../../../src/count/mod.rs"]
mod count;
#[cfg(not(feature = "bare"))]
#[allow(dead_code)]
#[path = "../../../src/language/mod.rs"]
mod language;
#[cfg(not(feature = "bare"))]
#[allow(dead_code)]
#[path = "../../../src/text/mod.rs"]
mod text;

/// A page that hands a text over and gets a figure back.
#[cfg(feature = "bare")]
#[wasm_bindgen]
pub fn length(text: &str) -> usize {
    text.len()
}

/// The language of a text.
#[cfg(not(feature = "bare"))]
#[wasm_bindgen]
pub fn language(text: &str, declared: Option<String>) -> String {
    let blocks: Vec<&str> = text.lines().collect();
    language::resolve(declared.as_deref(), &blocks).to_string()
}

/// Words, letters, seconds, minutes, and the minutes of a quick and of a slow reader.
#[cfg(not(feature = "bare"))]
#[wasm_bindgen(js_name = readingTime)]
pub fn reading_time(text: &str, language: &str) -> Vec<f64> {
    let amount = text::words::count(text);
    let seconds = count::text_seconds(amount, &count::rates(language, None));
    let [quick, slow] = count::range(seconds, 0.0);
    let minutes = f64::from(count::minutes(seconds));
    vec![f64::from(amount.words()), f64::from(amount.characters()), seconds, minutes, f64::from(quick), f64::from(slow)]
}
