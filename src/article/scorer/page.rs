//! Whether a page is one article: what is measured of the whole page for the scorer's second layer.

use crate::page::Page;

use super::super::blocks::{Block, Kind};
use super::features::{ARTICLE_AT, POSTED_AT, Row, SIBLINGS_AT, flag, log};

/// How many features a page has.
pub(crate) const COUNT: usize = 19;

/// What they are, for the script that trains.
#[cfg(feature = "training")]
pub(crate) const NAMES: &str = "kept kept_share sure unsure longest count head_links sib_ld posted ogart prose_share \
    in_article segments last hyphens digits linked code h1";

/// The page's features, given how its blocks scored.
pub(crate) fn facts(page: &Page, blocks: &[Block], rows: &[Row]) -> [f32; COUNT] {
    let (mut words, mut kept, mut sure, mut unsure) = (0.0, 0.0, 0.0, 0.0);
    let (mut prose, mut prose_words, mut longest, mut count): (f32, f32, f32, f32) = (0.0, 0.0, 0.0, 0.0);
    let (mut head_links, mut first_heads, mut siblings, mut in_article) = (0.0, 0.0, 0.0, 0.0);
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
        if block.kind == Kind::Code {
            code += own;
        }
        if let Kind::Heading(level) = block.kind {
            head_links += flag(density > 0.8);
            first_heads += flag(level == 1);
        } else if own >= 12.0 && density < 0.4 {
            count += 1.0;
            prose += block.length as f32;
            prose_words += own;
            longest = longest.max(own);
            siblings += own * row[SIBLINGS_AT];
            in_article += own * row[ARTICLE_AT];
        }
    }
    let first = |place: usize| rows.first().map_or(0.0, |row| row[place]);
    // Of the address: a news article's last part is long, and its words stand between hyphens. Where it
    // isn't known nothing is said: no number is no step in either direction.
    let known = |value: f32| if page.address().is_empty() { f32::NAN } else { value };
    let path = page.address().splitn(4, '/').nth(3).unwrap_or("");
    let path = path.split(['?', '#']).next().unwrap_or("");
    let (mut segments, mut last) = (0.0, "");
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        segments += 1.0;
        last = segment;
    }
    let count_of = |text: &str, is: fn(&u8) -> bool| text.as_bytes().iter().filter(|byte| is(byte)).count() as f32;
    let share = |part: f32, all: f32| part / all.max(1.0);
    [
        log(kept),
        share(kept, words),
        share(sure, kept),
        share(unsure, words),
        log(longest),
        log(count),
        share(head_links, count),
        share(siblings, prose_words),
        first(POSTED_AT),
        first(POSTED_AT + 1),
        share(prose, length),
        share(in_article, prose_words),
        known(segments),
        known(last.len() as f32),
        known(count_of(last, |byte| *byte == b'-')),
        known(count_of(path, u8::is_ascii_digit).min(8.0)),
        log(linked),
        share(code, words),
        first_heads,
    ]
}
