//! Markup to [`Page`], by an HTML parser of the WHATWG kind.

use ego_tree::iter::Edge;
use scraper::{Html, Node as Parsed, node::Element};
use url::Url;

use super::{Attribute, Page, PageBuilder, Tag, Value, attribute_hides, is_folded_away, mended, streamed};

/// Reads a document. `address` is where it was found, empty if unknown: without it relative links
/// have no meaning and are dropped. Any input is a document, as it is in a browser.
pub(crate) fn read(markup: &str, address: &str) -> Page {
    let mut document = Html::parse_document(markup);
    streamed::put_in_place(&mut document.tree);
    let mut builder = PageBuilder::new(address.to_owned(), address.to_owned(), resolve);
    // How many open elements hide what stands in them.
    let mut hidden = 0_u32;
    for edge in document.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Parsed::Element(_) if hidden > 0 => hidden += 1,
                Parsed::Element(element) => {
                    let tag = Tag::from_name(element.name());
                    let is_hidden = is_hidden(node, element, tag);
                    if is_hidden || tag.is_never_read() {
                        if tag == Tag::Script {
                            read_linked_data(node, element, &mut builder);
                        }
                        if tag.is_player() && !is_hidden {
                            builder.open(tag, attributes(element));
                            builder.close();
                        }
                        hidden += 1;
                        continue;
                    }
                    if tag == Tag::Base
                        && let Some(base) = element.attr("href").and_then(|href| resolve(address, href))
                    {
                        builder.set_base(base);
                    }
                    builder.open(tag, attributes(element));
                }
                Parsed::Text(text) if hidden == 0 && !is_in_fold(node, Tag::Text) => {
                    builder.text(text.to_string());
                }
                _ => {}
            },
            Edge::Close(node) if node.value().is_element() => {
                if hidden > 0 {
                    hidden -= 1;
                } else {
                    builder.close();
                }
            }
            Edge::Close(_) => {}
        }
    }
    builder.finish()
}

/// Whether a reader sees nothing of the element: what a parser can know of it without style sheets.
fn is_hidden(node: ego_tree::NodeRef<'_, Parsed>, element: &Element, tag: Tag) -> bool {
    element.attrs().any(|(name, value)| attribute_hides(tag, name, value)) || is_in_fold(node, tag)
}

/// Whether the node stands directly in a `<details>` or `<dialog>` that is closed.
fn is_in_fold(node: ego_tree::NodeRef<'_, Parsed>, tag: Tag) -> bool {
    node.parent()
        .and_then(|parent| parent.value().as_element())
        .filter(|parent| matches!(parent.name(), "details" | "dialog"))
        .is_some_and(|parent| is_folded_away(Tag::from_name(parent.name()), parent.attr("open").is_some(), tag))
}

fn attributes(element: &Element) -> Vec<(Attribute, String)> {
    element.attrs().filter_map(|(name, value)| Some((Attribute::from_name(name)?, value.to_owned()))).collect()
}

fn read_linked_data(node: ego_tree::NodeRef<'_, Parsed>, element: &Element, builder: &mut PageBuilder) {
    if element.attr("type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json")) {
        let source: String = node.children().filter_map(|child| Some(child.value().as_text()?.to_string())).collect();
        if let Ok(parsed) = serde_json::from_str(&source).or_else(|_| serde_json::from_str(&mended(&source)))
            && let Some(value) = convert(parsed, Value::MAX_DEPTH)
        {
            builder.linked_data(value);
        }
    }
}

fn convert(value: serde_json::Value, depth: u8) -> Option<Value> {
    use serde_json::Value as Json;
    let depth = depth.checked_sub(1)?;
    match value {
        Json::String(text) => Some(Value::of_text(&text)),
        Json::Number(number) => Some(Value::Text(number.to_string())),
        Json::Array(items) => Some(Value::List(items.into_iter().filter_map(|item| convert(item, depth)).collect())),
        Json::Object(members) => Some(Value::Object(
            members.into_iter().filter_map(|(name, member)| Some((name, convert(member, depth)?))).collect(),
        )),
        Json::Bool(false) => Some(Value::False),
        Json::Null | Json::Bool(true) => None,
    }
}

fn resolve(base: &str, reference: &str) -> Option<String> {
    let address = match Url::parse(base) {
        Ok(base) => base.join(reference),
        Err(_) => Url::parse(reference),
    };
    address.ok().map(String::from)
}
