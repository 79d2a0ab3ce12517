//! Whether a page is one article: what is measured of the whole page for the scorer's second layer.

use crate::page::{Page, Tag};

use super::super::Metadata;
use super::super::blocks::{Block, Kind};
use super::features::{flag, is_prose, log};

/// How many features a page has.
pub(crate) const COUNT: usize = 14;

/// An article beside another needs this share of its prose to be its equal: two such on one page
/// are a list of articles (infinite scrolling, a front page), one and its teasers are not.
const EQUAL_SHARE: f32 = 0.4;

/// What they are, for the script that trains: how surely what scores as text does, and how much text is in doubt;
/// headings that are links for each paragraph, paragraphs, first headings; whether the page's metadata says that it is
/// an article, whether several `<article>` are equal; how many `<article>` there are and the share of the prose within; length of
/// the address' last part, hyphens in it, digits in the path; words in links, share of code.
#[cfg(feature = "training")]
pub(crate) const NAMES: &str =
    "sure unsure linked_headings count h1 posted equals articles in_article last hyphens digits linked code";

/// The page's features, given how its blocks scored, and whether they say that it holds several articles.
pub(crate) fn facts(page: &Page, blocks: &[Block], metadata: &Metadata<'_>) -> ([f32; COUNT], bool) {
    let (mut words, mut kept, mut sure, mut unsure): (f32, f32, f32, f32) = (0.0, 0.0, 0.0, 0.0);
    let (mut prose, mut count, mut in_article): (f32, f32, f32) = (0.0, 0.0, 0.0);
    let (mut linked_headings, mut linked, mut code) = (0.0, 0.0, 0.0);
    let mut first_headings = 0_u8;
    let (mut leads_on, mut teasers) = (false, 0.0);
    for block in blocks {
        let own = block.words;
        let density = block.link_density() as f32;
        words += own;
        linked += density * own;
        if block.score >= 0.0 {
            kept += own;
            sure += own * block.score / (1.0 + block.score);
        }
        if block.score.abs() < 1.0 {
            unsure += own;
        }
        if block.kind == Kind::Code {
            code += own;
        }
        if let Kind::Heading(level) = block.kind {
            linked_headings += flag(density > 0.8);
            leads_on = block.leads_elsewhere(page);
            first_headings = first_headings.saturating_add(u8::from(level == 1));
            continue;
        }
        if is_prose(block) {
            teasers += flag(leads_on);
            count += 1.0;
            prose += block.length as f32;
        }
        leads_on = false;
    }
    // The outermost only, so that none is counted twice.
    let (mut articles, mut next) = (0.0, Page::ROOT);
    let (mut largest, mut second): (f32, f32) = (0.0, 0.0);
    for element in page.descendants(Page::ROOT).filter(|node| page.tag(*node) == Tag::Article) {
        if element >= next {
            articles += 1.0;
            next = page.end(element);
            let mut own: f32 = 0.0;
            let from = blocks.partition_point(|block| block.start() < element);
            for block in blocks[from..].iter().take_while(|block| block.start() < next).filter(|block| is_prose(block))
            {
                own += block.length as f32;
            }
            in_article += own;
            second = second.max(own.min(largest));
            largest = largest.max(own);
        }
    }
    // Of the address: a news article's last part is long, and its words stand between hyphens. Where it
    // isn't known nothing is said: no number is no step in either direction.
    let known = |value: usize| if page.address().is_empty() { f32::NAN } else { value as f32 };
    let path = page.address().splitn(4, '/').nth(3).unwrap_or("").split(['?', '#']).next().unwrap_or("");
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or("");
    let count_of = |text: &str, is: fn(&u8) -> bool| text.as_bytes().iter().filter(|byte| is(byte)).count();
    let share = |part: f32, all: f32| part / all.max(1.0);
    let are_equal = second > 0.0 && second >= EQUAL_SHARE * largest && in_article >= 0.3 * prose;
    let are_teasers = teasers >= 3.0 && teasers >= 0.6 * count;
    let facts = [
        share(sure, kept),
        share(unsure, words),
        share(linked_headings, count),
        log(count),
        f32::from(first_headings),
        flag(metadata.is_posted()),
        flag(are_equal || are_teasers),
        log(articles),
        share(in_article, prose),
        known(last.len()),
        known(count_of(last, |byte| *byte == b'-')),
        known(count_of(path, u8::is_ascii_digit).min(8)),
        log(linked),
        share(code, words),
    ];
    (facts, are_teasers || are_equal && first_headings != 1)
}
