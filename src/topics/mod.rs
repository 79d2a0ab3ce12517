//! What an article is about.
//!
//! The publisher's own topics win, then the editor's bullet list ([`list`]), then the page's tags
//! ([`metadata`]); where these are fewer than three, the text's fill up ([`tokens`], [`candidates`],
//! [`rank`]). [`mentions`] finds where each is spoken of.

mod candidates;
mod list;
mod mentions;
mod metadata;
mod rank;
mod slug;
mod tokens;

pub(crate) use mentions::Mention;
pub(crate) use slug::slug;

use crate::analysis::{Source, Topic};
use crate::article::{Article, Block, Metadata};
use crate::language::FunctionWords;
use crate::page::Page;
use crate::text::fold::folded;

/// A page with fewer topics of its own than this gets the text's too.
const FEW: usize = 3;

/// Labels longer than this are sentences, not topics; in characters.
const LONGEST_LABEL: usize = 60;

/// A topic before its mentions are known.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) label: String,
    pub(crate) source: Source,
    pub(crate) relevance: f64,
    pub(crate) href: Option<String>,
}

impl Named {
    fn by_hand(label: String, source: Source, href: Option<String>) -> Self {
        Self { label, source, relevance: 1.0, href }
    }
}

/// The topics of an article with the places where each is mentioned: block numbers of the body and
/// byte ranges in them.
pub(crate) fn of_article(
    page: &Page,
    article: &Article,
    metadata: &Metadata<'_>,
    language: &str,
    words: &FunctionWords,
    own: &[String],
    most: usize,
) -> Vec<(Topic, Vec<Mention>)> {
    let body: Vec<&Block> = article.body().collect();
    let list = list::find(page, article, language);
    let mut named: Vec<Named> = own.iter().map(|label| Named::by_hand(label.clone(), Source::Option, None)).collect();
    if named.is_empty() {
        named = list
            .iter()
            .flat_map(|list| &list.labels)
            .map(|label| Named::by_hand(label.clone(), Source::List, None))
            .collect();
    }
    if named.is_empty() {
        named = metadata::find(page, article, metadata);
    }
    let mut topics = distinct(named, language, most);
    if topics.len() < FEW.min(most) && own.is_empty() {
        let title = article.title.as_deref();
        let texts = body.iter().map(|block| block.text.as_str());
        fill_up(&mut topics, title, texts, language, words, article.byline.as_deref(), most);
    }
    let texts: Vec<&str> = body.iter().map(|block| block.text.as_str()).collect();
    let skipped = list.map(|list| list.blocks).unwrap_or(0..0);
    with_mentions(topics, &texts, skipped, language)
}

/// The topics of a plain text. A first block of at most 25 words, with more after it, is its title.
pub(crate) fn of_text(
    blocks: &[&str],
    language: &str,
    words: &FunctionWords,
    own: &[String],
    most: usize,
) -> Vec<(Topic, Vec<Mention>)> {
    const LONGEST_TITLE: u32 = 25;
    let has_title = blocks.len() > 1 && crate::text::words::count(blocks[0]).words() <= LONGEST_TITLE;
    let (title, rest) = if has_title { (Some(blocks[0]), &blocks[1..]) } else { (None, blocks) };
    let mut topics =
        distinct(own.iter().map(|label| Named::by_hand(label.clone(), Source::Option, None)).collect(), language, most);
    if own.is_empty() {
        fill_up(&mut topics, title, rest.iter().copied(), language, words, None, most);
    }
    with_mentions(topics, blocks, 0..0, language)
}

fn fill_up<'a>(
    topics: &mut Vec<Named>,
    title: Option<&'a str>,
    texts: impl Iterator<Item = &'a str>,
    language: &str,
    words: &FunctionWords,
    byline: Option<&str>,
    most: usize,
) {
    let text = tokens::Text::read(title, texts, language, words);
    let candidates = candidates::find(&text);
    let authors = byline.map(folded).unwrap_or_default();
    let found = rank::best(&text, candidates, language, most)
        .into_iter()
        .filter(|topic| !authors.split(',').any(|author| author.trim() == folded(&topic.label)));
    let all = topics.drain(..).chain(found).collect();
    *topics = distinct(all, language, most);
}

/// Without empty and overlong labels and without a second form of the same words, `most` at the most.
fn distinct(named: Vec<Named>, language: &str, most: usize) -> Vec<Named> {
    let strip = tokens::strips_endings(language);
    let mut seen: Vec<String> = Vec::new();
    let mut distinct = Vec::new();
    for mut topic in named {
        if distinct.len() == most {
            break;
        }
        topic.label = crate::page::fold_white_space(&topic.label);
        let key: String =
            tokens::words(&topic.label).iter().flat_map(|word| [tokens::stem(&word.folded, strip), " "]).collect();
        let fits = !key.is_empty() && topic.label.chars().count() <= LONGEST_LABEL;
        if fits && !seen.contains(&key) {
            seen.push(key);
            distinct.push(topic);
        }
    }
    distinct
}

fn with_mentions(
    topics: Vec<Named>,
    texts: &[&str],
    skipped: std::ops::Range<usize>,
    language: &str,
) -> Vec<(Topic, Vec<Mention>)> {
    let labels: Vec<&str> = topics.iter().map(|topic| topic.label.as_str()).collect();
    let found = mentions::find(&labels, texts, skipped, language);
    topics
        .into_iter()
        .zip(found)
        .map(|(named, mentions)| {
            let topic = Topic {
                label: named.label,
                source: named.source,
                relevance: named.relevance,
                mentions: mentions.len() as u32,
                href: named.href,
            };
            (topic, mentions)
        })
        .collect()
}
