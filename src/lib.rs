//! Reading time, key topics and share actions for news articles.
//!
//! The analysis is pure Rust: natively it is [`analyze`] and, with the feature `html`,
//! [`analyze_html`]. In a browser the same code reads the live page and draws the
//! `<reading-widget>` element, whose class is in `js/`.
//!
//! Data flows one way:
//!
//! page → article → text → counts, topics → view → actions
//!
//! ```
//! let analysis = reading_widget::analyze("Die Stadt hofft auf mehr Gäste.", &Default::default());
//! assert_eq!((analysis.words, analysis.minutes), (6, 1));
//! ```

// The view and the actions serve the browser alone; they are compiled everywhere for their tests.
#![cfg_attr(not(all(target_arch = "wasm32", not(feature = "html"))), allow(dead_code))]

mod analysis;
mod article;
mod count;
#[cfg(all(target_arch = "wasm32", not(feature = "html")))]
mod dom;
mod language;
mod meter;
mod options;
mod page;
mod reading;
mod share;
mod text;
mod topics;
mod view;
#[cfg(target_arch = "wasm32")]
mod wasm;

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training;

pub use analysis::{Analysis, ArticleKind, ExplainedBlock, Media, MediaKind, NoArticle, Section, Source, Topic};
#[cfg(all(not(target_arch = "wasm32"), feature = "html"))]
pub use native::analyze_html;
#[cfg(not(target_arch = "wasm32"))]
pub use native::{AnalyzeOptions, analyze};
