//! Reads every page of a folder and prints what was found, one JSON line a page.
//!
//! usage: `reading-widget-articles DIR (reading-widget | dom_smoothie | rs-trafilatura) [--explain]`; DIR holds
//! `gold.jsonl` or the list `gold.json`, objects with `file` and `url`, and the pages in `pages/`.

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use reading_widget::{AnalyzeOptions, analyze_html};
use serde_json::{Value, json};

/// What an engine makes of a page, with the shortest time that it took.
type Engine = fn(&str, &str, bool) -> (Value, Duration);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let engines: [(&str, Engine); 3] = [("reading-widget", ours), ("dom_smoothie", dom_smoothie), ("rs-trafilatura", rs_trafilatura)];
    let named = |name: &String| engines.iter().find(|(engine, _)| engine == name);
    let (Some(folder), Some((_, engine))) = (arguments.first().map(Path::new), arguments.get(1).and_then(named)) else {
        eprintln!("usage: reading-widget-articles DIR (reading-widget | dom_smoothie | rs-trafilatura) [--explain]");
        return ExitCode::FAILURE;
    };
    let explain = arguments.iter().any(|argument| argument == "--explain");
    let Some(pages) = gold(folder) else {
        eprintln!("{} holds no gold.jsonl and no gold.json that is a list of pages", folder.display());
        return ExitCode::FAILURE;
    };
    for page in pages {
        let (Some(file), Some(url)) = (page["file"].as_str(), page["url"].as_str()) else { continue };
        let Ok(bytes) = fs::read(folder.join("pages").join(file)) else {
            eprintln!("{file} could not be read");
            continue;
        };
        let (mut result, time) = engine(&decode(&bytes), url, explain);
        result["file"] = json!(file);
        result["ms"] = json!(time.as_secs_f64() * 1000.0);
        println!("{result}");
    }
    ExitCode::SUCCESS
}

fn gold(folder: &Path) -> Option<Vec<Value>> {
    match fs::read_to_string(folder.join("gold.jsonl")) {
        Ok(lines) => lines.lines().map(|line| serde_json::from_str(line).ok()).collect(),
        Err(_) => serde_json::from_slice(&fs::read(folder.join("gold.json")).ok()?).ok(),
    }
}

/// By the byte order mark, else by the charset that the page declares, else UTF-8 if it is, else
/// Windows-1252: what `js/decode.ts` does.
fn decode(bytes: &[u8]) -> String {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(65_536)]).to_ascii_lowercase();
    let declared = start.split("<meta").skip(1).find_map(|tag| {
        let tag = &tag[..tag.find('>')?];
        let value = tag[tag.find("charset")? + "charset".len()..].trim_start().strip_prefix('=')?.trim_start();
        let name = value.trim_start_matches(['"', '\'']);
        let end = name.find(|letter: char| !(letter.is_ascii_alphanumeric() || "-_:".contains(letter)));
        Encoding::for_label(name[..end.unwrap_or(name.len())].as_bytes())
    });
    let guessed = || if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 };
    declared.unwrap_or_else(guessed).decode(bytes).0.into_owned()
}

fn fastest<T>(work: impl Fn() -> T) -> (T, Duration) {
    const SAMPLES: usize = 3;
    let timed = || {
        let start = Instant::now();
        let result = work();
        (result, start.elapsed())
    };
    let (result, mut least) = timed();
    for _ in 1..SAMPLES {
        least = least.min(timed().1);
    }
    (result, least)
}

fn ours(html: &str, url: &str, explain: bool) -> (Value, Duration) {
    let options = AnalyzeOptions { include_text: true, explain, ..AnalyzeOptions::default() };
    let (analysis, time) = fastest(|| analyze_html(html, Some(url), &options));
    let result = match analysis {
        Ok(analysis) => {
            let mut result = serde_json::to_value(&analysis).unwrap_or_default();
            result["topics"] = analysis.topics.iter().map(|topic| topic.label.as_str()).collect();
            result
        }
        Err(error) => json!({ "error": error.to_string() }),
    };
    (result, time)
}

fn dom_smoothie(html: &str, _url: &str, _explain: bool) -> (Value, Duration) {
    let read = || {
        let mut reader = dom_smoothie::Readability::new(html, None, None)?;
        reader.parse()
    };
    let (article, time) = fastest(read);
    let result = match article {
        Ok(article) => json!({
            "text": article.text_content.to_string(),
            "title": article.title,
            "byline": article.byline,
            "published": article.published_time,
        }),
        Err(error) => json!({ "error": error.to_string() }),
    };
    (result, time)
}

fn rs_trafilatura(html: &str, url: &str, _explain: bool) -> (Value, Duration) {
    let options = rs_trafilatura::Options { url: Some(url.to_owned()), ..rs_trafilatura::Options::default() };
    let (article, time) = fastest(|| rs_trafilatura::extract_with_options(html, &options));
    let result = match article {
        Ok(article) => json!({
            "text": article.content_text,
            "title": article.metadata.title,
            "byline": article.metadata.author,
            "published": article.metadata.date.map(|date| date.to_rfc3339()),
            "confidence": article.extraction_quality,
        }),
        Err(error) => json!({ "error": error.to_string() }),
    };
    (result, time)
}
