//! Writes the view's tree into the page. Text goes in as text, never as markup.

use std::hash::{Hash, Hasher};

use wasm_bindgen::JsCast;
use web_sys::{Document, Element as Live, Node as LiveNode};

use crate::view::{Element, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Makes the children of `root` the parts, and gives a fingerprint of each. A part that has the
/// fingerprint of last time is left alone, with its focus and what is open in it.
pub(crate) fn draw(root: &Live, parts: &[Element], last: &[u32]) -> Vec<u32> {
    let document = gloo::utils::document();
    let fingerprints: Vec<u32> = parts.iter().map(fingerprint).collect();
    for (index, part) in parts.iter().enumerate() {
        let old = root.children().item(index as u32);
        if old.is_some() && last.get(index) == Some(&fingerprints[index]) {
            continue;
        }
        let Some(new) = element(&document, part) else { continue };
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

fn element(document: &Document, part: &Element) -> Option<LiveNode> {
    let element = document.create_element(part.tag).ok()?;
    for (name, value) in &part.attributes {
        element.set_attribute(name, value).ok()?;
    }
    for child in &part.children {
        let child = match child {
            Node::Element(inner) => self::element(document, inner)?,
            Node::Text(text) => document.create_text_node(text).unchecked_into(),
            Node::Icon(path) => icon(document, path)?,
        };
        element.append_child(&child).ok()?;
    }
    Some(element.unchecked_into())
}

fn icon(document: &Document, path: &str) -> Option<LiveNode> {
    let icon = document.create_element_ns(Some(SVG), "svg").ok()?;
    icon.set_attribute("viewBox", "0 0 24 24").ok()?;
    icon.set_attribute("aria-hidden", "true").ok()?;
    let drawing = document.create_element_ns(Some(SVG), "path").ok()?;
    drawing.set_attribute("d", path).ok()?;
    icon.append_child(&drawing).ok()?;
    Some(icon.unchecked_into())
}

/// FNV-1a, 32 bits: only ever compared with the same part of the same element a moment before.
struct Fingerprint(u32);

impl Hasher for Fingerprint {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        }
    }

    fn finish(&self) -> u64 {
        u64::from(self.0)
    }
}

fn fingerprint(part: &Element) -> u32 {
    let mut hasher = Fingerprint(0x811c_9dc5);
    part.hash(&mut hasher);
    hasher.0
}
