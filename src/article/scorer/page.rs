//! Whether a page is one article: what is measured of the whole page for the scorer's second layer.

use crate::page::{Page, Tag};

use super::super::blocks::{Block, Kind};
use super::super::candidate::is_announced;
use super::features::{ARTICLE_AT, BODY_AT, POSTED_AT, Row, SIBLINGS_AT, TITLE_AT, flag, log};

/// How many features a page has.
pub(crate) const COUNT: usize = 31;

/// What they are, for the script that trains.
#[cfg(feature = "training")]
pub(crate) const NAMES: &str = "kept kept_share sure unsure certain \
    prose longest mean count head_ld heads head_links sib sib_ld ld posted ogart body titled prose_share \
    in_article articles segments last hyphens digits root linked code h1 equals";

/// The page's features, given how its blocks scored.
pub(crate) fn facts(page: &Page, blocks: &[Block], rows: &[Row]) -> [f32; COUNT] {
    let (mut words, mut kept, mut sure, mut unsure, mut certain) = (0.0, 0.0, 0.0, 0.0, 0.0);
    let (mut prose, mut prose_words, mut longest, mut count): (f32, f32, f32, f32) = (0.0, 0.0, 0.0, 0.0);
    let (mut heads, mut head_density, mut head_links, mut first_heads) = (0.0, 0.0, 0.0, 0.0);
    let (mut siblings, mut siblings_density, mut in_article): (f32, f32, f32) = (0.0, 0.0, 0.0);
    let (mut linked, mut length, mut code) = (0.0, 0.0, 0.0);
    for (block, row) in blocks.iter().zip(rows) {
        let own = block.words;
        let density = block.link_density() as f32;
        words += own;
        linked += density * own;
        length += block.length as f32;
        if block.score >= 0.0 {
            kept += own;
            sure += own * block.score / (1.0 + block.score);
        }
        if block.score.abs() < 1.0 {
            unsure += own;
        }
        if block.score > 2.0 {
            certain += own;
        }
        if block.kind == Kind::Code {
            code += own;
        }
        if let Kind::Heading(level) = block.kind {
            heads += 1.0;
            head_density += density;
            head_links += flag(density > 0.8);
            first_heads += flag(level == 1);
        } else if own >= 12.0 && density < 0.4 {
            count += 1.0;
            prose += block.length as f32;
            prose_words += own;
            longest = longest.max(own);
            siblings += own * row[SIBLINGS_AT];
            siblings_density += own * row[SIBLINGS_AT + 1];
            in_article += own * row[ARTICLE_AT];
        }
    }
    let first = |place: usize| rows.first().map_or(0.0, |row| row[place]);
    let (articles, equals) = articles(page, blocks);
    // Of the address: a news article's last part is long, and its words stand between hyphens.
    // Where it isn't known nothing is said: no number is no step in either direction.
    let known = |value: f32| if page.address().is_empty() { f32::NAN } else { value };
    let path = page.address().splitn(4, '/').nth(3).unwrap_or("");
    let path = path.split(['?', '#']).next().unwrap_or("");
    let segments = path.split('/').filter(|segment| !segment.is_empty());
    let last = segments.clone().last().unwrap_or("");
    let count_of = |text: &str, is: fn(u8) -> bool| text.bytes().filter(|byte| is(*byte)).count() as f32;
    let share = |part: f32, all: f32| part / all.max(1.0);
    [
        log(kept),
        share(kept, words),
        share(sure, kept),
        share(unsure, words),
        log(certain),
        log(prose_words),
        log(longest),
        log(share(prose_words, count)),
        log(count),
        share(head_density, heads),
        log(heads),
        share(head_links, count),
        share(siblings, prose_words),
        share(siblings_density, prose_words),
        share(linked, words),
        first(POSTED_AT),
        first(POSTED_AT + 1),
        flag(rows.iter().any(|row| row[BODY_AT] > 0.0)),
        flag(first(TITLE_AT) >= 0.0),
        share(prose, length),
        share(in_article, prose_words),
        log(articles),
        known(segments.count() as f32),
        known(last.len() as f32),
        known(count_of(last, |byte| byte == b'-')),
        known(count_of(path, |byte| byte.is_ascii_digit()).min(8.0)),
        known(flag(path.is_empty())),
        log(linked),
        share(code, words),
        first_heads,
        log(equals),
    ]
}

/// How many elements are announced as articles and hold prose, the outermost alone, and how many of
/// these hold nearly as much as the one that holds most.
fn articles(page: &Page, blocks: &[Block]) -> (f32, f32) {
    const NEARLY: usize = 3;
    let mut found: Vec<usize> = Vec::new();
    let mut next = Page::ROOT;
    let mut place = 0;
    for node in page.descendants(Page::ROOT) {
        let whole_page = matches!(page.tag(node), Tag::Html | Tag::Body | Tag::Text);
        if node < next || whole_page || !is_announced(page, node) {
            continue;
        }
        next = page.end(node);
        while blocks.get(place).is_some_and(|block| block.start() < node) {
            place += 1;
        }
        let own = blocks[place..].iter().take_while(|block| block.start() < next);
        let prose: usize = own.filter(|block| block.is_prose()).map(|block| block.length).sum();
        if prose > 0 {
            found.push(prose);
        }
    }
    let most = found.iter().copied().max().unwrap_or(0);
    let equals = found.iter().filter(|prose| **prose * NEARLY >= most).count();
    (found.len() as f32, equals as f32)
}
