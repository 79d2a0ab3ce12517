//! The pages of `tests/pages/` with what a person who has read them says: the same files that
//! `tests/browser/readers.test.js` holds against a browser.

use std::fs;
use std::path::Path;

use reading_widget::{AnalyzeOptions, analyze_html};
use serde_json::Value;

#[test]
fn pages_are_read_as_a_person_reads_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut read = 0;
    for entry in fs::read_dir(folder).expect("the folder of pages") {
        let file = entry.expect("an entry").path();
        if file.extension().is_some_and(|extension| extension == "json") {
            check(&file);
            read += 1;
        }
    }
    assert!(read > 15, "only {read} pages were found");
}

fn check(expectation: &Path) {
    let name = expectation.file_stem().expect("a name").to_string_lossy();
    let expected: Value = serde_json::from_slice(&fs::read(expectation).expect("the expectation")).expect("JSON");
    let page = fs::read_to_string(expectation.with_extension("html")).expect("the page");
    let options = AnalyzeOptions { include_text: true, ..AnalyzeOptions::default() };
    let address = format!("https://pages.example/tests/pages/{name}.html");
    let analysis = analyze_html(&page, Some(&address), &options);
    if expected["article"] == false {
        assert!(analysis.is_err(), "{name} has no article");
        return;
    }
    let analysis = serde_json::to_value(analysis.unwrap_or_else(|error| panic!("{name}: {error}"))).expect("JSON");
    let text = analysis["text"].as_str().expect("the text");
    for (field, value) in expected.as_object().expect("an object") {
        let strings = || value.as_array().expect("a list").iter().map(|item| item.as_str().expect("a string"));
        match field.as_str() {
            "article" => {}
            "contains" => strings().for_each(|words| assert!(text.contains(words), "{name} holds “{words}”:\n{text}")),
            "lacks" => strings().for_each(|words| assert!(!text.contains(words), "{name} lacks “{words}”:\n{text}")),
            "topics" => assert_eq!(labels(&analysis, None), strings().collect::<Vec<_>>(), "{name}"),
            "noTopicFrom" => assert_eq!(labels(&analysis, value.as_str()), Vec::<String>::new(), "{name}"),
            "sections" => {
                let sections = analysis["sections"].as_array().expect("sections");
                let headings: Vec<_> = sections.iter().filter_map(|section| section["heading"].as_str()).collect();
                assert_eq!(headings, strings().collect::<Vec<_>>(), "{name}");
            }
            _ => assert_eq!(analysis.get(field).unwrap_or(&Value::Null), value, "{name}: {field}"),
        }
    }
}

/// "label (source)" of the topics, of all or of one source.
fn labels(analysis: &Value, source: Option<&str>) -> Vec<String> {
    let topics = analysis["topics"].as_array().expect("topics").iter();
    topics
        .filter(|topic| source.is_none_or(|source| topic["source"] == source))
        .map(|topic| format!("{} ({})", topic["label"].as_str().unwrap_or(""), topic["source"].as_str().unwrap_or("")))
        .collect()
}
