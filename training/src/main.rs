//! Pages to features or to results.
//!
//! usage: `training features FILE < pages.jsonl > blocks.jsonl`, or `training read < pages.jsonl > results.jsonl`.
//! A page is a line `{"file", "url", "html"}`. FILE gets the features as 32-bit floats, a row a block, in
//! the order of the blocks; the first line of standard output names them.

use std::fs::File;
use std::io::{BufRead, BufWriter, Error, Write, stdin, stdout};
use std::process::ExitCode;
use std::time::Instant;

use reading_widget::training::{described, names, page_names};
use reading_widget::{AnalyzeOptions, analyze_html};
use serde_json::{Value, json};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["features", file] => features(file),
        ["read"] => read(),
        _ => {
            eprintln!("usage: training features FILE < pages.jsonl, or training read < pages.jsonl");
            return ExitCode::FAILURE;
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn pages() -> impl Iterator<Item = Result<Value, Error>> {
    stdin().lock().lines().map(|line| Ok(serde_json::from_str(&line?)?))
}

fn text<'a>(page: &'a Value, name: &str) -> &'a str {
    page[name].as_str().unwrap_or("")
}

fn list(names: &str) -> Vec<&str> {
    names.split_whitespace().collect()
}

fn features(file: &str) -> Result<(), Error> {
    let mut numbers = BufWriter::new(File::create(file)?);
    let mut out = BufWriter::new(stdout().lock());
    writeln!(out, "{}", json!({ "features": list(names()), "page": list(page_names()) }))?;
    for page in pages() {
        let page = page?;
        let described = described(text(&page, "html"), text(&page, "url"));
        let mut rows = Vec::new();
        for block in described.blocks {
            for feature in &block.features {
                numbers.write_all(&feature.to_le_bytes())?;
            }
            rows.push(json!([block.text, block.verdict, block.words, block.list, block.score]));
        }
        let line = json!({
            "file": page["file"], "refused": described.refused, "page": described.page, "sure": described.sure,
            "blocks": rows,
        });
        writeln!(out, "{line}")?;
    }
    numbers.flush()?;
    out.flush()
}

fn read() -> Result<(), Error> {
    let options = AnalyzeOptions { include_text: true, ..AnalyzeOptions::default() };
    let mut out = BufWriter::new(stdout().lock());
    for page in pages() {
        let page = page?;
        let start = Instant::now();
        let found = analyze_html(text(&page, "html"), Some(text(&page, "url")), &options);
        let ms = start.elapsed().as_secs_f64() * 1000.0;
        let mut result = match found {
            Ok(analysis) => serde_json::to_value(analysis)?,
            Err(reason) => json!({ "error": reason.to_string() }),
        };
        if let Some(topics) = result["topics"].as_array() {
            result["topics"] = topics.iter().map(|topic| topic["label"].clone()).collect();
        }
        result["file"] = page["file"].clone();
        result["ms"] = json!(ms);
        writeln!(out, "{result}")?;
    }
    out.flush()
}
