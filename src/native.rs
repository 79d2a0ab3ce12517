//! The analysis for Rust programs.

use crate::analysis::Analysis;
#[cfg(feature = "html")]
use crate::analysis::NoArticle;
use crate::language::embedded;
use crate::options::Options;
use crate::reading;

/// What a caller can say about a text.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct AnalyzeOptions {
    /// The language (BCP 47), if it is known; else it is what the page declares or the text shows.
    pub language: Option<String>,
    /// The reader's speed, 50 to 1000 in the unit of the language: words, or letters where it has no
    /// spaces. By default that of the language; values outside are brought to the nearest.
    pub words_per_minute: Option<u32>,
    /// Most topics, 1 to 20; 5 by default.
    pub max_topics: Option<usize>,
    /// Topics that win over those found.
    pub topics: Vec<String>,
    /// Whether [`Analysis::text`] is wanted.
    pub include_text: bool,
    /// Whether [`Analysis::blocks`] is wanted.
    pub explain: bool,
}

impl From<&AnalyzeOptions> for Options {
    fn from(options: &AnalyzeOptions) -> Self {
        let default = Self::default();
        Self {
            language: options.language.clone(),
            words_per_minute: options.words_per_minute.map(|rate| rate.clamp(50, 1000)),
            max_topics: options.max_topics.map_or(default.max_topics, |most| most.clamp(1, 20)),
            topics: options.topics.clone(),
            include_text: options.include_text,
            explain: options.explain,
            ..default
        }
    }
}

/// Analyses a plain text: line breaks separate blocks, all of them are counted; a first block of at
/// most 25 words, with more after it, is taken for the title by the topics. Linear in the text.
pub fn analyze(text: &str, options: &AnalyzeOptions) -> Analysis {
    reading::of_text(text, &options.into(), &embedded)
}

/// Finds the article of an HTML page and analyses it. `url` is the page's address, which relative
/// links start from.
///
/// # Errors
/// [`NoArticle`] says why there is nothing to analyse.
///
/// ```
/// let page = "<html lang=de><article><h1>Brücke offen</h1><p>Nach drei Jahren rollt der Verkehr.</p></article>";
/// let analysis = reading_widget::analyze_html(page, None, &Default::default())?;
/// assert_eq!(analysis.title.as_deref(), Some("Brücke offen"));
/// assert_eq!(analysis.words, 6);
/// # Ok::<(), reading_widget::NoArticle>(())
/// ```
#[cfg(feature = "html")]
pub fn analyze_html(html: &str, url: Option<&str>, options: &AnalyzeOptions) -> Result<Analysis, NoArticle> {
    let page = crate::page::html::read(html, url.unwrap_or(""));
    reading::of_page(&page, crate::article::Scope::Page, &options.into(), &embedded).map(|reading| reading.analysis)
}
