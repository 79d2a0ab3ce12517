//! Writes the view's trees into the page. Text goes in as text, never as markup.

use std::hash::{Hash, Hasher};

use web_sys::{Document, Element};

use crate::text::fnv::Fnv;
use crate::view::{Step, Tree};

const SVG: Option<&str> = Some("http://www.w3.org/2000/svg");

/// Makes the children of `root` the parts, and gives a fingerprint of each. A part that has the
/// fingerprint of last time is left alone, with its focus and what is open in it.
pub(crate) fn draw(root: &Element, parts: &[Tree], last: &[u32]) -> Vec<u32> {
    let document = gloo::utils::document();
    let fingerprints: Vec<u32> = parts.iter().map(fingerprint).collect();
    for (index, part) in parts.iter().enumerate() {
        let old = root.children().item(index as u32);
        if old.is_some() && last.get(index) == Some(&fingerprints[index]) {
            continue;
        }
        let Some(new) = build(&document, part) else { continue };
        // Insertion into an element of our own can't fail.
        let _ = match old {
            Some(old) => root.replace_child(&new, &old),
            None => root.append_child(&new),
        };
    }
    while let Some(surplus) = root.children().item(parts.len() as u32) {
        surplus.remove();
    }
    fingerprints
}

/// The element that the steps build; `None` only if the page has broken the DOM's own functions.
fn build(document: &Document, tree: &Tree) -> Option<Element> {
    let mut open: Vec<Element> = Vec::new();
    for step in &tree.steps {
        let innermost = open.last();
        match step {
            Step::Open(tag) => {
                let element = document.create_element(tag).ok()?;
                if let Some(parent) = innermost {
                    parent.append_child(&element).ok()?;
                }
                open.push(element);
            }
            Step::Set(name, value) => innermost?.set_attribute(name, value).ok()?,
            Step::Text(text) => {
                innermost?.append_child(&document.create_text_node(text)).ok()?;
            }
            Step::Icon(path) => {
                let icon = icon(document, path)?;
                innermost?.append_child(&icon).ok()?;
            }
            Step::Close => {
                let closed = open.pop();
                if open.is_empty() {
                    return closed;
                }
            }
        }
    }
    None
}

fn icon(document: &Document, path: &str) -> Option<Element> {
    let icon = document.create_element_ns(SVG, "svg").ok()?;
    icon.set_attribute("viewBox", "0 0 24 24").ok()?;
    icon.set_attribute("aria-hidden", "true").ok()?;
    let drawing = document.create_element_ns(SVG, "path").ok()?;
    drawing.set_attribute("d", path).ok()?;
    icon.append_child(&drawing).ok()?;
    Some(icon)
}

/// Only ever compared with that of the same part of the same element a moment before.
fn fingerprint(part: &Tree) -> u32 {
    let mut hasher = Fnv::default();
    part.hash(&mut hasher);
    hasher.finish() as u32
}
