//! Which part of a page is the article, what of it is read, and what the page says about it.
//!
//! [`blocks`] cuts the page into blocks of text; [`furniture`] names the elements around an article;
//! [`scorer`] says how much each block looks like text; [`candidate`] decides which element is the article,
//! [`body`] which of its blocks are read.
//! [`title`], [`byline`], [`date`] and [`about`] read what the page says about it.

mod about;
mod blocks;
mod body;
mod byline;
mod candidate;
mod credit;
mod date;
mod furniture;
mod images;
mod lines;
mod live;
mod media;
mod metadata;
mod months;
mod notice;
mod partial;
pub(crate) mod scorer;
mod title;
mod written_date;

pub(crate) use about::url;
#[cfg(feature = "training")]
pub(crate) use blocks::list_of;
pub(crate) use blocks::{Block, Kind, anchor, cut};
#[cfg(all(target_arch = "wasm32", not(feature = "html")))]
pub(crate) use candidate::is_announced;
pub(crate) use metadata::Metadata;
pub(crate) use partial::Whole;

use crate::analysis::{Media, NoArticle};
use crate::page::{Attribute, NodeId, Page};

/// Where to look for the article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Scope {
    /// On the whole page, which must have one that stands out.
    Page,
    /// Around this node, else on the whole page.
    Around(NodeId),
    /// The publisher says that this element is the article.
    Chosen(NodeId),
}

/// An article of a page.
#[derive(Debug)]
pub(crate) struct Article {
    /// The element that holds it, or most of it.
    pub(crate) element: NodeId,
    /// How sure it is that this is the page's article, 0 to 1.
    pub(crate) confidence: f64,
    /// All blocks of text of the element, in order, with what is to be read of them.
    pub(crate) blocks: Vec<JudgedBlock>,
    /// Pictures that a reader looks at.
    pub(crate) images: u32,
    /// What plays within it.
    pub(crate) media: Vec<Media>,
    /// The heading that is its title.
    pub(crate) title_element: Option<NodeId>,
    pub(crate) title: Option<String>,
    pub(crate) byline: Option<String>,
    pub(crate) section: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) modified: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) image: Option<String>,
    pub(crate) comments: Option<u32>,
    /// It grows while something happens.
    pub(crate) is_live: bool,
    /// Where not all of it may be there.
    pub(crate) whole: Option<Whole>,
    /// The language that the page declares, as it is written there.
    pub(crate) declared_language: Option<String>,
}

impl Article {
    /// The blocks that a reader of the article reads.
    pub(crate) fn body(&self) -> impl DoubleEndedIterator<Item = &Block> {
        self.blocks.iter().filter(|judged| judged.verdict.is_kept()).map(|judged| &judged.block)
    }

    /// What these say.
    pub(crate) fn texts(&self) -> Vec<&str> {
        self.body().map(|block| block.text.as_str()).collect()
    }
}

/// The language that a block's own markup declares, where that isn't what the article declares.
pub(crate) fn language_of<'a>(page: &'a Page, article: &Article, block: &Block) -> Option<&'a str> {
    let declared = page.attribute(block.language.filter(|element| *element > article.element)?, Attribute::Lang)?;
    let is_same = article.declared_language.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(declared.trim()));
    (!is_same && !declared.trim().is_empty()).then_some(declared)
}

/// A block with the reason why it is read or not.
#[derive(Debug)]
pub(crate) struct JudgedBlock {
    pub(crate) block: Block,
    pub(crate) verdict: body::Verdict,
}

/// Which element of a page is the article, and its title.
#[derive(Debug)]
pub(crate) struct Chosen {
    element: NodeId,
    confidence: f64,
    title: title::Title,
    outline: Vec<Block>,
}

/// Finds the article in a page that has been [`cut`] into blocks.
///
/// # Errors
/// [`NoArticle`] where the page has none, or several that are equal.
pub(crate) fn choose(
    page: &Page,
    mut outline: Vec<Block>,
    scope: Scope,
    metadata: &Metadata<'_>,
) -> Result<Chosen, NoArticle> {
    let sure = scorer::score(page, &mut outline, metadata);
    let element = candidate::choose(page, &outline, scope, &sure, metadata)?;
    let confidence = if matches!(scope, Scope::Chosen(_)) { 1.0 } else { sure.confidence };
    let title = title::find(page, element, &outline, metadata);
    Ok(Chosen { element, confidence, title, outline })
}

impl Chosen {
    /// With who wrote it, when, and in which section.
    pub(crate) fn sign(self, page: &Page, metadata: &Metadata<'_>) -> Signed {
        let Self { element, confidence, title, outline } = self;
        let declared_language = about::language(page, element, metadata);
        let lines = lines::around(page, element, &title, &outline);
        let month_first = writes_month_first(declared_language.as_deref());
        Signed {
            dates: date::find(page, element, &lines, &outline, metadata, month_first),
            byline: byline::find(page, element, &title, &lines, &outline, metadata),
            section: about::section(page, element, &title, &lines, metadata),
            comments: about::comments(page, &lines, &outline, metadata),
            element,
            confidence,
            title,
            declared_language,
            outline,
        }
    }
}

/// Where the article of a page is, with what its page says around the text.
#[derive(Debug)]
pub(crate) struct Signed {
    element: NodeId,
    confidence: f64,
    title: title::Title,
    dates: date::Dates,
    byline: Option<String>,
    section: Option<String>,
    comments: Option<u32>,
    declared_language: Option<String>,
    outline: Vec<Block>,
}

impl Signed {
    /// The article with its text.
    ///
    /// # Errors
    /// [`NoArticle`] where it has none.
    pub(crate) fn read(self, page: &Page, metadata: &Metadata<'_>) -> Result<Article, NoArticle> {
        let Self { element, confidence, title, dates, byline, section, comments, declared_language, outline } = self;
        let blocks = body::judge(page, element, &title, outline, &notice::site_name(page, metadata));
        if !blocks.iter().any(|judged| judged.verdict.is_kept()) {
            return Err(NoArticle::Empty);
        }
        Ok(Article {
            is_live: live::is_live(page, element, &blocks, metadata),
            whole: partial::find(page, &blocks, metadata),
            images: images::count(page, element, &blocks),
            media: media::find(page, element, &blocks, metadata),
            byline,
            section,
            published: dates.published,
            modified: dates.modified,
            url: url(page, metadata),
            image: about::image(page, element, metadata),
            comments,
            declared_language,
            title_element: title.element,
            title: title.text,
            element,
            confidence,
            blocks,
        })
    }
}

/// [`choose`]s the article, [signs](Chosen::sign) and [reads](Signed::read) it.
///
/// # Errors
/// [`NoArticle`] where the page has none, several that are equal, or one without text.
pub(crate) fn find(
    page: &Page,
    outline: Vec<Block>,
    scope: Scope,
    metadata: &Metadata<'_>,
) -> Result<Article, NoArticle> {
    choose(page, outline, scope, metadata)?.sign(page, metadata).read(page, metadata)
}

/// Whether "06/07/2024" is of June where this language is declared: in American English.
fn writes_month_first(language: Option<&str>) -> bool {
    language.is_some_and(|tag| {
        tag.eq_ignore_ascii_case("en") || tag.eq_ignore_ascii_case("en-us") || tag.eq_ignore_ascii_case("en_us")
    })
}

/// The blocks of a page's article as the rules of [`body`] alone judge them.
///
/// # Errors
/// [`NoArticle`] where the page has none.
#[cfg(feature = "training")]
pub(crate) fn by_rules(
    page: &Page,
    outline: Vec<Block>,
    metadata: &Metadata<'_>,
) -> Result<Vec<JudgedBlock>, NoArticle> {
    let Chosen { element, title, outline, .. } = choose(page, outline, Scope::Page, metadata)?;
    Ok(body::by_rules(page, element, &title, outline, &notice::site_name(page, metadata)))
}
