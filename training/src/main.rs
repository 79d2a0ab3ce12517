//! Pages to features.
//!
//! usage: `training FILE < pages.jsonl > blocks.jsonl`
//! A page is a line `{"file", "url", "html"}`. FILE gets the features as 32-bit floats, a row a block, in
//! the order of the blocks; the first line of standard output names them.

use std::fs::File;
use std::io::{BufRead, BufWriter, Error, Write, stdin, stdout};
use std::process::ExitCode;

use reading_widget::training::{described, names, page_names};
use serde_json::{Value, json};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file] = arguments.as_slice() else {
        eprintln!("usage: training FILE < pages.jsonl > blocks.jsonl");
        return ExitCode::FAILURE;
    };
    match features(file) {
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
            rows.push(json!([block.text, block.verdict, block.words, block.list]));
        }
        let line = json!({
            "file": page["file"], "refused": described.refused, "page": described.page, "blocks": rows,
        });
        writeln!(out, "{line}")?;
    }
    numbers.flush()?;
    out.flush()
}
