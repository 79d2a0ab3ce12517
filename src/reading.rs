//! The whole way from a page or a text to its [`Analysis`].

use crate::analysis::{Analysis, ExplainedBlock, NoArticle, Section, Topic};
use crate::article::{self, Article, Block, Kind, Metadata, Scope};
use crate::count;
use crate::language::{self, Dictionary, Tag};
use crate::options::Options;
use crate::page::{Page, fold_white_space};
use crate::text::words::{self, Amount};
use crate::topics::{self, Mention};

/// An article read, with what a view needs to point into the page.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) analysis: Analysis,
    pub(crate) article: Article,
    /// For each topic, where the blocks of the body mention it.
    pub(crate) mentions: Vec<Vec<Mention>>,
    /// The language as the page declares it, region and all, for numbers and words.
    pub(crate) locale: Tag,
}

/// Finds and reads the article of a page.
///
/// # Errors
/// [`NoArticle`] with the reason.
pub(crate) fn of_page(
    page: &Page,
    scope: Scope,
    options: &Options,
    dictionary: Dictionary<'_>,
) -> Result<Reading, NoArticle> {
    let metadata = Metadata::read(page);
    let mut article = article::find(page, scope, &metadata)?;
    let body: Vec<&Block> = article.body().collect();
    let texts: Vec<&str> = body.iter().map(|block| block.text.as_str()).collect();

    let declared = options.language.as_deref().or(article.declared_language.as_deref());
    let locale = language::resolve(declared, texts.iter().copied());
    let words = dictionary(locale.primary()).unwrap_or_default();
    let (topics, mentions): (Vec<Topic>, Vec<_>) =
        topics::of_article(page, &article, &metadata, locale.primary(), &words, &options.topics, options.max_topics)
            .into_iter()
            .unzip();

    let mut analysis = count_texts(&texts, article.images, &locale, options);
    analysis.topics = topics;
    analysis.sections = sections(page, &body, &locale, options);
    if options.explain {
        analysis.blocks = Some(explain(&article));
    }
    analysis.title = article.title.take();
    analysis.byline = article.byline.take();
    analysis.section = article.section.take();
    analysis.url = article.url.take();
    analysis.image = article.image.take();
    analysis.published = article.published.take();
    analysis.comments = article.comments;
    Ok(Reading { analysis, article, mentions, locale })
}

/// Reads a plain text: line breaks separate blocks, all of them are counted.
pub(crate) fn of_text(text: &str, options: &Options, dictionary: Dictionary<'_>) -> Analysis {
    let texts: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let locale = language::resolve(options.language.as_deref(), texts.iter().copied());
    let words = dictionary(locale.primary()).unwrap_or_default();
    let topics = topics::of_text(&texts, locale.primary(), &words, &options.topics, options.max_topics);
    let mut analysis = count_texts(&texts, 0, &locale, options);
    analysis.topics = topics.into_iter().map(|(topic, _)| topic).collect();
    if options.explain {
        let explained = |text: &&str| ExplainedBlock {
            text: fold_white_space(text),
            kept: true,
            why: "a line of the text".to_owned(),
        };
        analysis.blocks = Some(texts.iter().map(explained).collect());
    }
    analysis
}

/// The text that was counted, one block a line.
pub(crate) fn lines<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.map(fold_white_space).collect::<Vec<_>>().join("\n")
}

fn count_texts(texts: &[&str], images: u32, locale: &Tag, options: &Options) -> Analysis {
    let mut amount = Amount::default();
    for text in texts {
        amount.add(words::count(text));
    }
    let text_seconds = count::text_seconds(amount, &count::rates(locale.primary(), options.words_per_minute));
    let image_seconds = count::image_seconds(images);
    let seconds = text_seconds + image_seconds;
    Analysis {
        language: locale.written(),
        words: amount.words(),
        characters: amount.characters(),
        images,
        seconds,
        minutes: count::minutes(seconds),
        range: count::range(text_seconds, image_seconds),
        sections: Vec::new(),
        topics: Vec::new(),
        title: None,
        byline: None,
        section: None,
        url: None,
        image: None,
        published: None,
        comments: None,
        text: options.include_text.then(|| lines(texts.iter().copied())),
        blocks: None,
    }
}

fn sections(page: &Page, body: &[&Block], locale: &Tag, options: &Options) -> Vec<Section> {
    let rates = count::rates(locale.primary(), options.words_per_minute);
    let mut sections: Vec<Section> = Vec::new();
    for block in body {
        if let Kind::Heading(level) = block.kind {
            sections.push(Section {
                heading: fold_white_space(&block.text),
                id: article::anchor(page, block).map(str::to_owned),
                level,
                words: 0,
                seconds: 0.0,
            });
        }
        if let Some(section) = sections.last_mut() {
            let amount = words::count(&block.text);
            section.words += amount.words();
            section.seconds += count::text_seconds(amount, &rates);
        }
    }
    sections
}

fn explain(article: &Article) -> Vec<ExplainedBlock> {
    article
        .blocks
        .iter()
        .map(|judged| ExplainedBlock {
            text: fold_white_space(&judged.block.text),
            kept: judged.verdict.is_kept(),
            why: judged.verdict.reason().to_owned(),
        })
        .collect()
}
