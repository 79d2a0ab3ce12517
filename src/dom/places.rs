//! From places in the model back to places on the page.

use std::ops::Range;

use js_sys::{Array, Uint32Array};
use wasm_bindgen::JsValue;

use crate::article::{self, Article, Block};
use crate::language::{self, Tag};
use crate::page::{NodeId, Page, fold_white_space};
use crate::text::sentences::{breaths, sentences};
use crate::topics::Mention;

use super::read::LivePage;

/// Numbers the text nodes in which places are.
struct Places<'a> {
    live: &'a LivePage,
    texts: Array,
    last: Option<(NodeId, u32)>,
    /// The last place: bytes and UTF-16 units before it in its text node. Places follow each other, and
    /// counting each from the node's start would take the square of a long text's time.
    reached: (NodeId, usize, u32),
}

impl<'a> Places<'a> {
    fn new(live: &'a LivePage) -> Self {
        Self { live, texts: Array::new(), last: None, reached: (Page::ROOT, 0, 0) }
    }

    /// Adds four numbers: node and offset (in UTF-16 units) of the start and of the end of bytes of a block.
    fn add(&mut self, block: &Block, range: &Range<usize>, places: &mut Vec<u32>) {
        for (byte, is_end) in [(range.start, false), (range.end, true)] {
            let (node, offset) = self.position(block, byte, is_end);
            places.extend([self.number(node), offset]);
        }
    }

    /// The text node and the offset in it of a byte of the block. An end belongs to the node before it.
    fn position(&mut self, block: &Block, byte: usize, is_end: bool) -> (NodeId, u32) {
        let index = block.sources.partition_point(|(start, _)| if is_end { *start < byte } else { *start <= byte });
        let (start, node) = block.sources[index.saturating_sub(1)];
        let text = self.live.page.text(node).unwrap_or("");
        let byte = (byte - start).min(text.len());
        let (known, before, units) = self.reached;
        let (from, units) = if known == node && before <= byte { (before, units) } else { (0, 0) };
        let offset = units + text.get(from..byte).unwrap_or("").encode_utf16().count() as u32;
        self.reached = (node, byte, offset);
        (node, offset)
    }

    fn number(&mut self, node: NodeId) -> u32 {
        if let Some((_, number)) = self.last.filter(|(known, _)| *known == node) {
            return number;
        }
        let number = self.texts.push(&self.live.nodes[node.0 as usize]) - 1;
        self.last = Some((node, number));
        number
    }
}

/// The text nodes that hold mentions, and for each topic four numbers a mention. First those that are
/// counted, then the related ones of a topic that has both.
pub(crate) fn mentions(live: &LivePage, article: &Article, mentions: &[Vec<Mention>]) -> (Array, Array, Array) {
    let body: Vec<&Block> = article.body().collect();
    let mut all = Places::new(live);
    let (counted, related) = (Array::new(), Array::new());
    for mentions in mentions {
        // Four numbers a mention: those counted, those related.
        let mut places: [Vec<u32>; 2] = [Vec::new(), Vec::new()];
        let are_all_related = mentions.iter().all(|mention| mention.is_related);
        for mention in mentions {
            all.add(
                body[mention.text],
                &mention.range,
                &mut places[usize::from(mention.is_related && !are_all_related)],
            );
        }
        for (ranges, places) in [&counted, &related].into_iter().zip(&places) {
            ranges.push(&Uint32Array::from(places.as_slice()));
        }
    }
    (all.texts, counted, related)
}

/// The article's sentences: the text nodes that hold them, four numbers for each, what a voice is to
/// speak of each (a line a breath), and the language where it isn't the article's, else "".
pub(crate) fn spoken(live: &LivePage, article: &Article, locale: &Tag) -> [JsValue; 4] {
    let mut all = Places::new(live);
    let mut places = Vec::new();
    let (speech, languages) = (Array::new(), Array::new());
    for block in article.body() {
        let own = match article::language_of(&live.page, article, block) {
            Some(declared) => Some(language::resolve(Some(declared), &[block.text.as_str()])),
            None => language::of_block(&block.text, locale),
        };
        let own: JsValue = own.map(|own| own.to_string()).unwrap_or_default().into();
        for range in sentences(&block.text) {
            all.add(block, &range, &mut places);
            let sentence = &block.text[range];
            let mut lines = String::new();
            for breath in breaths(sentence) {
                if !lines.is_empty() {
                    lines.push('\n');
                }
                // Some voices read a soft hyphen out.
                lines.extend(fold_white_space(&sentence[breath]).chars().filter(|letter| *letter != '\u{ad}'));
            }
            speech.push(&lines.into());
            languages.push(&own);
        }
    }
    [all.texts.into(), Uint32Array::from(places.as_slice()).into(), speech.into(), languages.into()]
}

/// The element behind which the article's text ends: the outermost one that ends there without
/// ending the element that holds all of the text.
pub(crate) fn last_element(page: &Page, article: &Article) -> Option<NodeId> {
    let first = article.body().next()?.start();
    let last = article.body().next_back()?;
    page.lineage(last.start())
        .take_while(|outer| *outer > article.element && !page.holds(*outer, first))
        .last()
        .or(Some(last.element))
}
