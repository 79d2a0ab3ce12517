//! A live page to [`Page`].

use js_sys::{Array, Date, JSON, JsString, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlSlotElement, Node, Url};

use crate::article;
use crate::page::{Attribute, NodeId, Page, PageBuilder, Tag, Value, attribute_hides, is_folded_away, mended};

/// The model of a live page, with the way back to its nodes.
pub(crate) struct LivePage {
    pub(crate) page: Page,
    /// The page's node of each number in the model.
    pub(crate) nodes: Vec<Node>,
    /// Where the element that asks stands.
    pub(crate) host: Option<NodeId>,
    /// The element that the publisher names as the article.
    pub(crate) chosen: Option<NodeId>,
}

#[wasm_bindgen]
extern "C" {
    /// Not in web-sys yet.
    #[wasm_bindgen(extends = Element)]
    type Rendered;

    #[wasm_bindgen(method, catch, js_name = checkVisibility)]
    fn check_visibility(this: &Rendered) -> Result<bool, JsValue>;
}

/// Reads the document's head alone: what the page says of itself.
pub(crate) fn read_head(document: &Document) -> LivePage {
    let mut reader = Reader::new(document, document.query_selector("head").ok().flatten(), None, None);
    reader.advance(f64::INFINITY);
    reader.finish()
}

/// Whether the element's own markup announces an article.
pub(crate) fn is_announced(element: &Element) -> bool {
    let tag = Tag::from_name(&element.local_name());
    let mut builder = PageBuilder::new(String::new(), String::new(), resolve);
    let node = builder.open(tag, attributes(element, tag).unwrap_or_default());
    article::is_announced(&builder.finish(), node)
}

/// Nodes that follow each other on the screen: those of a shadow root stand in place of its host's
/// own children, and what a slot is given in place of the slot's.
enum Rest {
    /// This one and its siblings.
    Siblings(Option<Node>),
    /// From this number on.
    Assigned(Array, u32),
}

impl Rest {
    fn of(element: &Element, tag: Tag) -> Self {
        if let Some(root) = element.shadow_root() {
            // A widget of ours by another name than its own.
            let is_ours = Reflect::has(element, &"articleElement".into()).unwrap_or(false);
            return Self::Siblings(root.first_child().filter(|_| !is_ours));
        }
        if tag == Tag::Slot
            && let Some(slot) = element.dyn_ref::<HtmlSlotElement>()
        {
            let assigned = slot.assigned_nodes();
            if assigned.length() > 0 {
                return Self::Assigned(assigned, 0);
            }
        }
        Self::Siblings(element.first_child())
    }

    fn next(&mut self) -> Option<Node> {
        match self {
            Self::Siblings(next) => {
                let node = next.take()?;
                *next = node.next_sibling();
                Some(node)
            }
            Self::Assigned(nodes, number) => {
                *number += 1;
                // Past the end there is `undefined`.
                nodes.get(*number - 1).dyn_into().ok()
            }
        }
    }
}

/// Reads a document without recursion, so that no depth of nesting matters, and in slices, so that no
/// size does.
pub(crate) struct Reader {
    builder: PageBuilder,
    live: LivePage,
    host: Option<Element>,
    chosen: Option<Element>,
    /// What is open, with whether it is an open `<details>` or `<dialog>`.
    open: Vec<(Tag, bool)>,
    /// What is still to be read of each open element.
    rest: Vec<Rest>,
}

impl Reader {
    /// Of what is below `root`. `host` is the element that asks, `chosen` what the publisher names.
    pub(crate) fn new(
        document: &Document,
        root: Option<Element>,
        host: Option<Element>,
        chosen: Option<Element>,
    ) -> Self {
        let address = document.location().and_then(|location| location.href().ok()).unwrap_or_default();
        let base = document.base_uri().ok().flatten().unwrap_or_else(|| address.clone());
        let mut reader = Self {
            builder: PageBuilder::new(address, base, resolve),
            live: LivePage {
                page: PageBuilder::new(String::new(), String::new(), resolve).finish(),
                nodes: vec![document.clone().into()],
                host: None,
                chosen: None,
            },
            host,
            chosen,
            open: Vec::new(),
            rest: Vec::new(),
        };
        let children = root.and_then(|root| reader.node(&root));
        reader.rest.extend(children);
        reader
    }

    /// Goes on until everything is read, or the clock (`Date.now()`) has this time; whether everything is.
    pub(crate) fn advance(&mut self, until: f64) -> bool {
        /// The clock is looked at after so many nodes: a twentieth of a millisecond's work.
        const NODES: usize = 32;
        for number in 1.. {
            let Some(innermost) = self.rest.last_mut() else { break };
            if let Some(node) = innermost.next() {
                let children = self.node(&node);
                self.rest.extend(children);
            } else {
                self.rest.pop();
                self.leave();
            }
            if number % NODES == 0 && Date::now() >= until {
                return false;
            }
        }
        true
    }

    pub(crate) fn finish(mut self) -> LivePage {
        self.live.page = self.builder.finish();
        self.live
    }

    /// Takes a node in; gives the children that are to follow.
    fn node(&mut self, node: &Node) -> Option<Rest> {
        match node.node_type() {
            Node::ELEMENT_NODE => self.element(node.unchecked_ref()),
            Node::TEXT_NODE => {
                let (parent, is_open) = self.parent();
                if !is_folded_away(parent, is_open, Tag::Text) {
                    self.builder.text(node.node_value().unwrap_or_default());
                    self.live.nodes.push(node.clone());
                }
                None
            }
            _ => None,
        }
    }

    fn leave(&mut self) {
        self.open.pop();
        self.builder.close();
    }

    fn parent(&self) -> (Tag, bool) {
        self.open.last().copied().unwrap_or((Tag::Other, true))
    }

    fn element(&mut self, element: &Element) -> Option<Rest> {
        let tag = Tag::from_name(&element.local_name());
        if self.host.as_ref() == Some(element) {
            self.live.host = Some(self.builder.innermost());
            return None;
        }
        if tag == Tag::Script {
            self.linked_data(element);
        }
        let (parent, is_open) = self.parent();
        if (tag.is_never_read() && !tag.is_player()) || is_folded_away(parent, is_open, tag) {
            return None;
        }
        let attributes = attributes(element, tag)?;
        // What a page says of itself is never displayed, and is read all the same.
        let is_metadata = parent == Tag::Head || matches!(tag, Tag::Head | Tag::Meta | Tag::Link | Tag::Base);
        if !is_metadata && is_undisplayed(element) {
            return None;
        }
        let node = self.builder.open(tag, attributes);
        self.live.nodes.push(element.clone().into());
        if tag.is_player() {
            self.builder.close();
            return None;
        }
        self.open.push((tag, matches!(tag, Tag::Details | Tag::Dialog) && element.has_attribute("open")));
        if self.chosen.as_ref() == Some(element) {
            self.live.chosen = Some(node);
        }
        Some(Rest::of(element, tag))
    }

    fn linked_data(&mut self, script: &Element) {
        let is_linked_data =
            script.get_attribute("type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json"));
        if is_linked_data
            && let Some(source) = script.text_content()
            && let Ok(parsed) = JSON::parse(&source).or_else(|_| JSON::parse(&mended(&source)))
            && let Some(value) = convert(&parsed, Value::MAX_DEPTH)
        {
            self.builder.linked_data(value);
        }
    }
}

/// The attributes that the model keeps; `None` if one of them hides the element.
fn attributes(element: &Element, tag: Tag) -> Option<Vec<(Attribute, String)>> {
    let mut kept = Vec::new();
    if element.has_attributes() {
        for name in element.get_attribute_names().iter() {
            let name: String = name.unchecked_into::<JsString>().into();
            let known = Attribute::from_name(&name);
            if known.is_some() || matches!(name.as_str(), "hidden" | "aria-hidden" | "style") {
                let value = element.get_attribute(&name).unwrap_or_default();
                if attribute_hides(tag, &name, &value) {
                    return None;
                }
                kept.extend(known.map(|known| (known, value)));
            }
        }
    }
    Some(kept)
}

/// Whether style sheets say `display: none`. The quick question answers `false` for
/// `display: contents` too, so a "no" is looked at twice.
fn is_undisplayed(element: &Element) -> bool {
    if element.unchecked_ref::<Rendered>().check_visibility().unwrap_or(false) {
        return false;
    }
    let style = gloo::utils::window().get_computed_style(element).ok().flatten();
    style.is_some_and(|style| style.get_property_value("display").is_ok_and(|display| display == "none"))
}

fn convert(value: &JsValue, depth: u8) -> Option<Value> {
    let depth = depth.checked_sub(1)?;
    if let Some(text) = value.as_string() {
        return Some(Value::of_text(&text));
    }
    if value.as_f64().is_some() {
        let number: JsString = Object::from(value.clone()).to_string();
        return Some(Value::Text(number.into()));
    }
    if value.as_bool() == Some(false) {
        return Some(Value::False);
    }
    if Array::is_array(value) {
        return Some(Value::List(Array::from(value).iter().filter_map(|item| convert(&item, depth)).collect()));
    }
    let object = value.dyn_ref::<Object>()?;
    let member = |name: JsValue| Some((name.as_string()?, convert(&Reflect::get(object, &name).ok()?, depth)?));
    Some(Value::Object(Object::keys(object).iter().filter_map(member).collect()))
}

fn resolve(base: &str, reference: &str) -> Option<String> {
    Url::new_with_base(reference, base).ok().map(|url| url.href())
}
