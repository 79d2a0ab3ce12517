//! What the analysis gives: the only types that leave the crate as data.

use std::fmt;

use serde::Serialize;

/// Everything found out about an article.
#[derive(Clone, PartialEq, Default, Serialize, Debug)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Analysis {
    /// BCP 47, such as "de"; "und" if unknown.
    pub language: String,
    /// Words read, as reading studies count them, in scripts that put spaces between words.
    pub words: u32,
    /// Letters read in scripts that don't (Han, kana), graphemes in Thai, Lao, Khmer, Burmese and
    /// Tibetan.
    pub characters: u32,
    /// Pictures that are looked at.
    pub images: u32,
    /// Audio and video within the article; not in the estimate, and missing where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media: Option<Vec<Media>>,
    /// The estimate, unrounded.
    pub seconds: f64,
    /// Whole minutes, the nearest, at least 1.
    pub minutes: u32,
    /// Whole minutes of a quick and of a slow reader.
    pub range: [u32; 2],
    /// The parts of the article below its headings.
    pub sections: Vec<Section>,
    /// What the article is about, the best first.
    pub topics: Vec<Topic>,
    /// 0 to 1: how sure it is that this is the page's article, calibrated on pages with known articles; 1
    /// for a plain text and for an element that was named as the article.
    pub confidence: f64,
    /// The title as the reader sees it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The authors' names, joined by ", ".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
    /// The section of the paper.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The canonical URL.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Address of the picture that stands for the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// When it was published, ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// What the page's text is; missing for a plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<ArticleKind>,
    /// Only the beginning is on the page. Where that says how long the whole is, [`seconds`](Self::seconds),
    /// [`minutes`](Self::minutes) and [`range`](Self::range) are those of the whole; all else is of what is there.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub partial: bool,
    /// When it was last changed, where the page says so and it isn't when it was published; ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<String>,
    /// How many comments the page says there are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comments: Option<u32>,
    /// The counted text, one block a line, if asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// All blocks of the article's element with what was done with them, if asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blocks: Option<Vec<ExplainedBlock>>,
}

/// What is read differently.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Debug)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum ArticleKind {
    /// A text that is read from its beginning to its end.
    Article,
    /// One that grows while something happens: how long it takes, no reader needs to know.
    Liveblog,
}

/// Something to hear or see within the article.
#[derive(Clone, PartialEq, Serialize, Debug)]
#[non_exhaustive]
pub struct Media {
    /// What it is.
    pub kind: MediaKind,
    /// How long it lasts, where the page says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<f64>,
}

/// What an embedded medium is.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Debug)]
#[serde(rename_all = "lowercase")]
pub enum MediaKind {
    /// Only to be heard.
    Audio,
    /// To be seen.
    Video,
}

/// A part of an article below a heading.
#[derive(Clone, PartialEq, Serialize, Debug)]
#[non_exhaustive]
pub struct Section {
    /// The heading's text.
    pub heading: String,
    /// The heading's `id`, for a link to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// 1 to 6.
    pub level: u8,
    /// Words up to the next heading, the heading's own among them.
    pub words: u32,
    /// Seconds that the text up to the next heading takes.
    pub seconds: f64,
}

/// Something that an article is about.
#[derive(Clone, PartialEq, Serialize, Debug)]
#[non_exhaustive]
pub struct Topic {
    /// The topic's name as the article or the page writes it.
    pub label: String,
    /// Where it was taken from.
    pub source: Source,
    /// 0 to 1; 1 where a person named the topic.
    pub relevance: f64,
    /// How often the article's text mentions it, in any of its forms; compounds and parts of a name
    /// count only where it never stands itself.
    pub mentions: u32,
    /// The page's own link to more on the topic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// What speaks for it, in words for an editor, if asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// Who named a topic.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Debug)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// The publisher, by an option.
    Option,
    /// The editor, by a bullet list in the article.
    List,
    /// The page, by its tags or metadata.
    Metadata,
    /// Nobody: it was found in the text.
    Text,
}

/// A block of the article's element.
#[derive(Clone, PartialEq, Eq, Serialize, Debug)]
#[non_exhaustive]
pub struct ExplainedBlock {
    /// Its text, white space folded.
    pub text: String,
    /// Whether it was counted.
    pub kept: bool,
    /// Why, in words.
    pub why: String,
}

/// Why a page has no article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum NoArticle {
    /// There is no running text on the page.
    Missing,
    /// There are several articles and nothing that chooses one.
    Several,
    /// There is an article element without text.
    Empty,
    /// There is text, but the page looks like a list, a form or a shop more than like an article.
    Unlike,
}

impl fmt::Display for NoArticle {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Missing => "no article on this page: it has too little running text",
            Self::Several => {
                "several articles on this page: put <reading-widget> into one of them, or name it with the attribute \"article\""
            }
            Self::Empty => "the article on this page has no text",
            Self::Unlike => {
                "no article on this page: it looks like a list or a form; put <reading-widget> into the article, or name it with the attribute \"article\""
            }
        })
    }
}

impl std::error::Error for NoArticle {}
