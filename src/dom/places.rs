//! From places in the model back to places on the page.

use js_sys::{Array, Uint32Array};

use crate::article::{Article, Block};
use crate::page::{NodeId, Page};
use crate::topics::Mention;

use super::read::LivePage;

/// The text nodes that hold mentions, and for each topic four numbers a mention: node and offset
/// (in UTF-16 units) of its start and of its end. First those that are counted, then the related ones
/// of a topic that has both.
pub(crate) fn mentions(live: &LivePage, article: &Article, mentions: &[Vec<Mention>]) -> (Array, Array, Array) {
    let body: Vec<&Block> = article.body().collect();
    let texts = Array::new();
    let mut last: Option<(NodeId, u32)> = None;
    let mut number = |node: NodeId| {
        if let Some((_, number)) = last.filter(|(known, _)| *known == node) {
            return number;
        }
        let number = texts.push(&live.nodes[node.0 as usize]) - 1;
        last = Some((node, number));
        number
    };
    let (counted, related) = (Array::new(), Array::new());
    for mentions in mentions {
        // Four numbers a mention: those counted, those related.
        let mut places: [Vec<u32>; 2] = [Vec::new(), Vec::new()];
        let are_all_related = mentions.iter().all(|mention| mention.is_related);
        for mention in mentions {
            let places = &mut places[usize::from(mention.is_related && !are_all_related)];
            let block = body[mention.text];
            for place in [
                position(&live.page, block, mention.range.start, false),
                position(&live.page, block, mention.range.end, true),
            ] {
                let (node, offset) = place;
                places.extend([number(node), offset]);
            }
        }
        for (ranges, places) in [&counted, &related].into_iter().zip(&places) {
            ranges.push(&Uint32Array::from(places.as_slice()));
        }
    }
    (texts, counted, related)
}

/// The text node and the offset in it of a byte of the block. An end belongs to the node before it.
fn position(page: &Page, block: &Block, byte: usize, is_end: bool) -> (NodeId, u32) {
    let index = block.sources.partition_point(|(start, _)| if is_end { *start < byte } else { *start <= byte });
    let (start, node) = block.sources[index.saturating_sub(1)];
    let text = page.text(node).unwrap_or("");
    let within = text.get(..(byte - start).min(text.len())).unwrap_or(text);
    (node, within.encode_utf16().count() as u32)
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
