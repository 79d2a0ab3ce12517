//! Topics of many documents, ours or a peer's, with the time of each: the rows that the score reads.
//!
//! `topics-bench SUBJECT INPUT OUTPUT` reads JSON lines of `id`, `lang` and `text`, and writes JSON
//! lines of `id`, `topics` (the best first) and `ms`.

use std::fs;
use std::time::Instant;

use keyword_extraction::text_rank::{TextRank, TextRankParams};
use reading_widget::{AnalyzeOptions, analyze};
use serde_json::{Value, json};

/// How many topics are scored.
const MOST: usize = 10;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [subject, input, output] = &arguments[..] else {
        panic!("usage: topics-bench ours|yake-rust|text-rank INPUT OUTPUT");
    };
    let topics: fn(&str, &str) -> Vec<String> = match subject.as_str() {
        "ours" => ours,
        "yake-rust" => yake,
        "text-rank" => text_rank,
        unknown => panic!("no subject is named {unknown}"),
    };
    let mut lines = String::new();
    for line in fs::read_to_string(input).expect("the documents").lines() {
        let document: Value = serde_json::from_str(line).expect("a row of JSON");
        let text = document["text"].as_str().unwrap_or("");
        let language = document["lang"].as_str().unwrap_or("");
        let started = Instant::now();
        let topics = topics(text, language);
        let milliseconds = started.elapsed().as_secs_f64() * 1e3;
        lines += &json!({ "id": document["id"], "topics": topics, "ms": milliseconds }).to_string();
        lines.push('\n');
    }
    fs::write(output, lines).expect("a place for the results");
}

/// The whole analysis, reading time and all.
fn ours(text: &str, language: &str) -> Vec<String> {
    let mut options = AnalyzeOptions::default();
    options.language = Some(language.to_owned());
    options.max_topics = Some(MOST);
    analyze(text, &options).topics.into_iter().map(|topic| topic.label).collect()
}

fn yake(text: &str, language: &str) -> Vec<String> {
    let stop_words = yake_rust::StopWords::predefined(language).unwrap_or_default();
    let config = yake_rust::Config { ngrams: 2, ..yake_rust::Config::default() };
    yake_rust::get_n_best(MOST, text, &stop_words, &config).into_iter().map(|found| found.raw).collect()
}

fn text_rank(text: &str, language: &str) -> Vec<String> {
    let stop_words = stop_words::get(language);
    let stop_words: Vec<String> = stop_words.iter().map(ToString::to_string).collect();
    TextRank::new(TextRankParams::WithDefaults(text, &stop_words)).get_ranked_phrases(MOST)
}
