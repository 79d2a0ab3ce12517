//! What of a page is read: small pages, each of a kind seen on many, with what the counted text must hold and what not.

use reading_widget::{AnalyzeOptions, analyze_html};

/// A page of `tests/cases/reported/`, what its text holds and what it doesn't.
type Row = (&'static str, &'static [&'static str], &'static [&'static str]);

const ROWS: &[Row] = &[
    ("aria-hidden-main-behind-dialog", &["harbour town", "Volunteers had"], &["34 partners"]),
    ("aria-hidden-paragraphs", &["Engineers replaced", "Volunteers had"], &[]),
    ("heading-with-edit-link", &["The roof and the rails"], &["¶"]),
    ("inline-placeholder-class", &["harbour town", "Volunteers had"], &[]),
    ("ja-paywall-notice", &[], &["会員限定", "読み放題"]),
    ("jetpack-relatedposts", &[], &["ferry has a new captain", "In \"News\""]),
    ("lead-h2-deck", &["half the money"], &[]),
    ("lead-h2-excerpt", &["half the money"], &[]),
    ("lead-strapline-in-byline", &["half the money"], &[]),
    ("notice-mitglieder", &["über fünfzig Mitglieder"], &[]),
    ("notice-request-for-comment", &["declined to comment"], &[]),
    ("notice-unterstuetzung", &["lange um Unterstützung"], &[]),
    ("notice-us-country", &["built for the US"], &[]),
    ("short-post-long-comments", &["open thread for September"], &["Will the number 3 line"]),
    ("teasers-in-post-picker", &[], &["Captain number 4", "5 hours ago"]),
    ("unclosed-article-related", &[], &["ferry has a new captain", "bakery by the bridge"]),
    ("visually-hidden-bootstrap", &[], &["Article content", "Advertisement 3"]),
];

#[test]
fn small_pages_are_read_as_readers_read_them() {
    let mut wrong = Vec::new();
    for (name, holds, leaves_out) in ROWS {
        let path = format!("{}/tests/cases/reported/{name}.html", env!("CARGO_MANIFEST_DIR"));
        let html = std::fs::read_to_string(&path).expect("a page of the tests");
        let options = AnalyzeOptions { include_text: true, ..AnalyzeOptions::default() };
        let text = match analyze_html(&html, Some("https://zeitung.example/a"), &options) {
            Ok(analysis) => analysis.text.unwrap_or_default(),
            Err(reason) => {
                wrong.push(format!("{name}: {reason}"));
                continue;
            }
        };
        wrong.extend(holds.iter().filter(|part| !text.contains(*part)).map(|part| format!("{name} lacks {part}")));
        wrong.extend(leaves_out.iter().filter(|part| text.contains(*part)).map(|part| format!("{name} has {part}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
