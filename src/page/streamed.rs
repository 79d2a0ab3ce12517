//! Pages that React streams: what wasn't ready at first stands hidden behind the page, and a script moves it to its
//! place. Here no script runs, so it is moved before the page is read.
//!
//! `<template id="B:1">` (`P:1` within a part that came late itself) marks the place of what `<div hidden id="S:1">`
//! holds: react-dom's `$RC` and `$RS`, since version 18.

use std::collections::HashMap;

use ego_tree::{NodeId, NodeRef, Tree};
use scraper::Node;

/// Moves each late part to its place, and takes away what stood there meanwhile.
pub(super) fn put_in_place(tree: &mut Tree<Node>) {
    let mut parts: HashMap<String, NodeId> = HashMap::new();
    let mut places: Vec<(String, NodeId)> = Vec::new();
    for node in tree.nodes() {
        let Some(element) = node.value().as_element() else { continue };
        let Some((kind, number)) = element.id().and_then(|id| id.split_once(':')) else { continue };
        match (kind, element.name()) {
            ("S", "div") if element.attr("hidden").is_some() => {
                parts.entry(number.to_owned()).or_insert(node.id());
            }
            ("B" | "P", "template") => places.push((number.to_owned(), node.id())),
            _ => {}
        }
    }
    for (number, place) in places {
        let Some(part) = parts.remove(&number) else { continue };
        let (Some(part), Some(marker)) = (tree.get(part), tree.get(place)) else { continue };
        // A part can't be moved into itself, and a place may have gone with what stood around it.
        if marker.parent().is_none() || marker.ancestors().any(|outer| outer == part) {
            continue;
        }
        let moved: Vec<NodeId> = part.children().map(|child| child.id()).collect();
        let stopgap: Vec<NodeId> = stopgap(marker).map(|node| node.id()).collect();
        for node in stopgap {
            if let Some(mut node) = tree.get_mut(node) {
                node.detach();
            }
        }
        if let Some(mut place) = tree.get_mut(place) {
            for node in moved {
                place.insert_id_before(node);
            }
        }
    }
}

/// What is shown until the part is there: from the place to the comment that ends it; nothing where there is none.
fn stopgap(marker: NodeRef<'_, Node>) -> impl Iterator<Item = NodeRef<'_, Node>> {
    let ends = |node: &NodeRef<'_, Node>| node.value().as_comment().is_some_and(|comment| comment.trim() == "/$");
    let has_end = marker.next_siblings().any(|node| ends(&node));
    marker.next_siblings().take_while(move |node| has_end && !ends(node))
}

#[cfg(test)]
mod tests {
    use super::super::html;

    fn text(markup: &str) -> String {
        let page = html::read(markup, "");
        page.text_content(super::super::Page::ROOT)
    }

    #[test]
    fn late_parts_come_to_their_place() {
        for (markup, expected) in [
            (
                "<main>a <!--$?--><template id=B:0></template><i>…</i><!--/$--> c</main><div hidden id=S:0>b</div>",
                "a b c",
            ),
            // One within another, in either order.
            (
                "<main><template id=B:1></template></main><div hidden id=S:2>d</div><div hidden id=S:1>c <template id=P:2></template> e</div>",
                "c d e",
            ),
            // No place, no part, a part in itself, two of a number.
            ("a<div hidden id=S:0>b</div>", "a"),
            ("a<template id=B:0></template>", "a"),
            ("a<div hidden id=S:0>b<template id=B:0></template></div>", "a"),
            // A place within a stopgap.
            (
                "<!--$?--><template id=B:0></template><template id=B:1></template><!--/$--><div hidden id=S:0>b</div><div hidden id=S:1>c</div>",
                "b",
            ),
            ("a <template id=B:0></template> <template id=B:0></template><div hidden id=S:0>b</div>", "a b"),
        ] {
            assert_eq!(text(markup), expected, "{markup}");
        }
    }
}
