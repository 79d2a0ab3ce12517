//! The whole way from a page or a text to its [`Analysis`].

use crate::analysis::{Analysis, ArticleKind, ExplainedBlock, NoArticle, Topic};
use crate::article::{self, Article, Block, Kind, Metadata, Scope};
use crate::language::{self, Dictionary, FunctionWords, Tag};
use crate::meter::Meter;
use crate::options::Options;
use crate::page::{NodeId, Page, fold_white_space};
use crate::topics::{self, Draft, Mention, Wanted};

/// An article read, with what a view needs to point into the page.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) analysis: Analysis,
    pub(crate) article: Article,
    /// The headings of the analysis' sections.
    pub(crate) headings: Vec<NodeId>,
    /// For each topic, where the blocks of the body mention it.
    pub(crate) mentions: Vec<Vec<Mention>>,
    /// The language as the page declares it, region and all, for numbers and words.
    pub(crate) locale: Tag,
    /// Whether the analysis' time says how long a reader takes: not that of a live blog, nor that of a beginning
    /// whose end may be anywhere.
    pub(crate) is_timed: bool,
    /// How long a voice takes for the text.
    pub(crate) spoken_seconds: f64,
}

/// An article found, and the language that it is in.
pub(crate) struct Found {
    article: Article,
    pub(crate) locale: Tag,
}

/// Finds and reads the article of a page.
///
/// # Errors
/// [`NoArticle`] with the reason.
#[cfg_attr(not(feature = "html"), allow(dead_code))]
pub(crate) fn of_page(
    page: &Page,
    scope: Scope,
    options: &Options,
    dictionary: Dictionary<'_>,
) -> Result<Reading, NoArticle> {
    let found = known(article::find(page, article::cut(page), scope, &Metadata::read(page))?, options);
    let words = dictionary(&found.locale.to_string()).unwrap_or_default();
    let mut draft = draft(page, &found, options, &words);
    fill_up(&mut draft, &found, options, &words);
    let topics = mentioned(draft, &found, options, &words);
    Ok(of_found(page, found, topics, options))
}

/// An article with the language that it is in.
pub(crate) fn known(article: Article, options: &Options) -> Found {
    let texts = article.texts();
    let declared = options.language.as_deref().or(article.declared_language.as_deref());
    let locale = language::resolve(declared, &texts);
    Found { article, locale }
}

/// What an article is about, and where its body mentions that.
pub(crate) type Topics = Vec<(Topic, Vec<Mention>)>;

/// What the page says an article is about, with the words of its language.
pub(crate) fn draft(page: &Page, found: &Found, options: &Options, words: &FunctionWords) -> Draft {
    let metadata = Metadata::read(page);
    topics::of_article(page, &found.article, &metadata, found.locale.primary(), words, wanted(options))
}

/// Adds what its text shows where the page says too little.
pub(crate) fn fill_up(draft: &mut Draft, found: &Found, options: &Options, words: &FunctionWords) {
    draft.fill_up(found.locale.primary(), words, wanted(options));
}

/// The topics with their mentions.
pub(crate) fn mentioned(draft: Draft, found: &Found, options: &Options, words: &FunctionWords) -> Topics {
    draft.mentioned(&found.article, found.locale.primary(), words, wanted(options))
}

/// Reads an article whose topics are known.
pub(crate) fn of_found(page: &Page, found: Found, topics: Topics, options: &Options) -> Reading {
    let Found { mut article, locale } = found;
    let body: Vec<&Block> = article.body().collect();
    let texts: Vec<&str> = body.iter().map(|block| block.text.as_str()).collect();
    let (topics, mentions): (Vec<Topic>, Vec<_>) = topics.into_iter().unzip();

    let mut meter = Meter::new(&locale, options.words_per_minute);
    let mut headings = Vec::new();
    for block in &body {
        if let Kind::Heading(level) = block.kind {
            let heading = fold_white_space(&block.text);
            meter.begin_section(heading, article::anchor(page, block).map(str::to_owned), level);
            headings.push(block.element);
        }
        meter.add(&block.text, article::language_of(page, &article, block));
    }
    let spoken_seconds = meter.spoken_seconds();
    let (is_partial, is_known) = article.whole.as_ref().map_or((false, true), |whole| meter.take_whole(whole));
    let is_timed = is_known && !article.is_live;
    let mut analysis = meter.analysis(article.images);
    analysis.partial = is_partial;
    analysis.kind = Some(if article.is_live { ArticleKind::Liveblog } else { ArticleKind::Article });
    analysis.topics = topics;
    if options.include_text {
        analysis.text = Some(lines(&texts));
    }
    if options.explain {
        analysis.blocks = Some(explain(&article));
    }
    analysis.media = Some(std::mem::take(&mut article.media)).filter(|media| !media.is_empty());
    analysis.title = article.title.take();
    analysis.byline = article.byline.take();
    analysis.section = article.section.take();
    analysis.url = article.url.take();
    analysis.image = article.image.take();
    analysis.published = article.published.take();
    analysis.modified = article.modified.take();
    analysis.comments = article.comments;
    analysis.confidence = article.confidence;
    Reading { analysis, article, headings, mentions, locale, is_timed, spoken_seconds }
}

/// Reads a plain text: line breaks separate blocks, all of them are counted.
pub(crate) fn of_text(text: &str, options: &Options, dictionary: Dictionary<'_>) -> Analysis {
    let texts: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let locale = language::resolve(options.language.as_deref(), &texts);
    let words = dictionary(&locale.to_string()).unwrap_or_default();
    let topics = topics::of_text(&texts, locale.primary(), &words, wanted(options));
    let mut meter = Meter::new(&locale, options.words_per_minute);
    for text in &texts {
        meter.add(text, None);
    }
    let mut analysis = meter.analysis(0);
    if options.include_text {
        analysis.text = Some(lines(&texts));
    }
    analysis.topics = topics.into_iter().map(|(topic, _)| topic).collect();
    analysis.confidence = 1.0;
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

fn wanted(options: &Options) -> Wanted<'_> {
    Wanted { own: &options.topics, most: options.max_topics, explain: options.explain }
}

/// The text that was counted, one block a line.
pub(crate) fn lines(texts: &[&str]) -> String {
    let mut lines = String::new();
    for (number, text) in texts.iter().enumerate() {
        if number > 0 {
            lines.push('\n');
        }
        lines.push_str(&fold_white_space(text));
    }
    lines
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
