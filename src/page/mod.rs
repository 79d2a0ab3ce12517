//! The tree that every later stage reads: a document as its reader gets it, without what is hidden.
//!
//! It is filled in one of two ways, by [`html`] from markup or by `dom` from a live page, both in
//! document order through [`PageBuilder`]. Nodes lie in one vector in that order, so a subtree is a
//! range of it and no walk needs recursion, however deep the markup is nested.

mod attribute;
mod hidden;
#[cfg(feature = "html")]
pub(crate) mod html;
mod linked_data;
#[cfg(feature = "html")]
mod streamed;
mod tag;
mod tracking;

pub(crate) use attribute::Attribute;
#[cfg(any(feature = "html", target_arch = "wasm32"))]
pub(crate) use hidden::{attribute_hides, is_folded_away};
#[cfg(any(feature = "html", target_arch = "wasm32"))]
pub(crate) use linked_data::mended;
pub(crate) use linked_data::{Value, unescaped};
pub(crate) use tag::Tag;
pub(crate) use tracking::without_tracking;

/// The place of a node in its [`Page`]; nodes are numbered in document order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct NodeId(pub(crate) u32);

#[derive(Debug)]
enum Content {
    Element { tag: Tag, attributes: Vec<(Attribute, String)> },
    Text(String),
}

#[derive(Debug)]
struct Node {
    content: Content,
    parent: u32,
    /// The first number behind the last descendant.
    end: u32,
}

/// Gives the absolute form of an address; `None` if the two make none.
pub(crate) type Resolve = fn(base: &str, reference: &str) -> Option<String>;

/// One document.
#[derive(Debug)]
pub(crate) struct Page {
    nodes: Vec<Node>,
    linked_data: Vec<Value>,
    /// Every `<h1>` and `<main>`, in document order.
    landmarks: Vec<NodeId>,
    /// Every `<meta>` and `<link>`, in document order.
    about: Vec<NodeId>,
    address: String,
    base: String,
    resolve: Resolve,
}

impl Page {
    /// The root: the parent of all, with no tag of its own.
    pub(crate) const ROOT: NodeId = NodeId(0);

    /// The address of the document, empty if unknown.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// The host in it, with its port; empty if there is none.
    pub(crate) fn host(&self) -> &str {
        let mut parts = self.address.split('/');
        // Behind the scheme and nothing.
        parts.next();
        parts.next();
        parts.next().unwrap_or("")
    }

    /// What the page's JSON-LD describes, in document order: the things themselves, those of their
    /// graphs, and what they are about.
    pub(crate) fn things(&self) -> Vec<&Value> {
        let mut things = Vec::new();
        for thing in self.linked_data.iter().flat_map(Value::items) {
            things.push(thing);
            for name in ["@graph", "mainEntity"] {
                for part in thing.get(name).map(Value::items).unwrap_or_default() {
                    things.push(part);
                }
            }
        }
        things
    }

    /// Every `<meta>` and `<link>`, in document order.
    pub(crate) fn about(&self) -> &[NodeId] {
        &self.about
    }

    /// The absolute form of `reference`, if that is http or https: pages are hostile input.
    #[inline(never)]
    pub(crate) fn web_address(&self, reference: &str) -> Option<String> {
        let reference = reference.trim();
        if reference.is_empty() {
            return None;
        }
        let address = (self.resolve)(&self.base, reference)?;
        is_web_address(&address).then_some(address)
    }

    /// The element's tag; [`Tag::Text`] for a text.
    pub(crate) fn tag(&self, node: NodeId) -> Tag {
        match &self.node(node).content {
            Content::Element { tag, .. } => *tag,
            Content::Text(_) => Tag::Text,
        }
    }

    /// The characters of a text node; `None` for an element.
    pub(crate) fn text(&self, node: NodeId) -> Option<&str> {
        match &self.node(node).content {
            Content::Text(text) => Some(text),
            Content::Element { .. } => None,
        }
    }

    #[inline(never)]
    pub(crate) fn attribute(&self, node: NodeId, attribute: Attribute) -> Option<&str> {
        match &self.node(node).content {
            Content::Element { attributes, .. } => {
                attributes.iter().find(|(name, _)| *name == attribute).map(|(_, value)| value.as_str())
            }
            Content::Text(_) => None,
        }
    }

    /// Whether the attribute, a list of words between white space, has this word (ASCII case aside).
    #[inline(never)]
    pub(crate) fn has_word(&self, node: NodeId, attribute: Attribute, word: &str) -> bool {
        self.words(node, attribute).any(|found| found.eq_ignore_ascii_case(word))
    }

    /// The words of an attribute that is a list, such as `class` or `rel`.
    pub(crate) fn words(&self, node: NodeId, attribute: Attribute) -> impl Iterator<Item = &str> {
        self.attribute(node, attribute).unwrap_or("").split_ascii_whitespace()
    }

    /// The first answer that `search` has for a word of an attribute (`class`, `id`), whose parts
    /// between `-` and `_` are names: it gets one part at a time. Long words describe layouts, such
    /// as `entry-content-with-sidebar`, and say nothing of what a thing is.
    #[inline(never)]
    pub(crate) fn find_name(
        &self,
        node: NodeId,
        attribute: Attribute,
        search: &dyn Fn(&str) -> Option<usize>,
    ) -> Option<usize> {
        const MOST_PARTS: usize = 3;
        const LAYOUT: [&str; 4] = ["with", "has", "no", "is"];
        self.words(node, attribute).find_map(|word| {
            let parts = || word.split(['-', '_']);
            let is_layout = parts().count() > MOST_PARTS || parts().any(|part| LAYOUT.contains(&part));
            if is_layout { None } else { parts().find_map(|part| search(part).or_else(|| search_humps(part, search))) }
        })
    }

    /// Whether a part of a word of the attribute is one of the names (ASCII case aside).
    #[inline(never)]
    pub(crate) fn is_named(&self, node: NodeId, attribute: Attribute, names: &[&str]) -> bool {
        self.find_name(node, attribute, &|part| names.iter().position(|name| part.eq_ignore_ascii_case(name))).is_some()
    }

    /// Everything below `node`, in document order.
    pub(crate) fn descendants(&self, node: NodeId) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (node.0 + 1..self.node(node).end).map(NodeId)
    }

    /// The first node behind `node` and all it holds.
    pub(crate) fn end(&self, node: NodeId) -> NodeId {
        NodeId(self.node(node).end)
    }

    /// The characters directly behind an element, up to the next tag.
    pub(crate) fn text_behind(&self, node: NodeId) -> Option<&str> {
        let next = self.end(node);
        ((next.0 as usize) < self.nodes.len()).then(|| self.text(next))?
    }

    /// Whether `node` is `ancestor` or lies below it.
    pub(crate) fn holds(&self, ancestor: NodeId, node: NodeId) -> bool {
        ancestor.0 <= node.0 && node.0 < self.node(ancestor).end
    }

    pub(crate) fn parent(&self, node: NodeId) -> Option<NodeId> {
        (node != Self::ROOT).then(|| NodeId(self.node(node).parent))
    }

    /// `node` and what it stands in, innermost first.
    pub(crate) fn lineage(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(Some(node), |inner| self.parent(*inner))
    }

    /// Whether an `<h1>` or `<main>` lies below the element: what holds the heart of a page is no
    /// furniture of it.
    pub(crate) fn holds_landmark(&self, element: NodeId) -> bool {
        let next = self.landmarks.partition_point(|landmark| *landmark <= element);
        self.landmarks.get(next).is_some_and(|landmark| self.holds(element, *landmark))
    }

    /// The text below `node` with white space folded to single spaces.
    #[inline(never)]
    pub(crate) fn text_content(&self, node: NodeId) -> String {
        let mut content = String::new();
        let own = self.text(node).into_iter();
        for text in own.chain(self.descendants(node).filter_map(|below| self.text(below))) {
            content.push_str(text);
        }
        fold_white_space(&content)
    }

    fn node(&self, node: NodeId) -> &Node {
        &self.nodes[node.0 as usize]
    }
}

/// The first answer for a part of a name in camel case: `relatedPost` is `related` and `Post`.
fn search_humps(name: &str, search: &dyn Fn(&str) -> Option<usize>) -> Option<usize> {
    let bytes = name.as_bytes();
    let mut start = 0;
    for end in 1..bytes.len() {
        if bytes[end - 1].is_ascii_lowercase() && bytes[end].is_ascii_uppercase() {
            if let Some(found) = search(&name[start..end]) {
                return Some(found);
            }
            start = end;
        }
    }
    if start == 0 { None } else { search(&name[start..]) }
}

/// Whether an absolute address is of the web's two schemes.
pub(crate) fn is_web_address(address: &str) -> bool {
    let starts = |scheme: &str| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    starts("https://") || starts("http://")
}

/// `text` without white space at its ends and with single spaces inside.
pub(crate) fn fold_white_space(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// Fills a [`Page`] in document order.
#[derive(Debug)]
pub(crate) struct PageBuilder {
    page: Page,
    open: Vec<u32>,
}

impl PageBuilder {
    /// `address` is the document's own, `base` the one that its relative links start from.
    pub(crate) fn new(address: String, base: String, resolve: Resolve) -> Self {
        let root = Node { content: Content::Element { tag: Tag::Other, attributes: Vec::new() }, parent: 0, end: 1 };
        let page = Page {
            nodes: vec![root],
            linked_data: Vec::new(),
            landmarks: Vec::new(),
            about: Vec::new(),
            address,
            base,
            resolve,
        };
        Self { page, open: vec![0] }
    }

    /// Begins an element; what follows lies in it until [`close`](Self::close).
    pub(crate) fn open(&mut self, tag: Tag, attributes: Vec<(Attribute, String)>) -> NodeId {
        let node = self.push(Content::Element { tag, attributes });
        if matches!(tag, Tag::H1 | Tag::Main) {
            self.page.landmarks.push(node);
        }
        if matches!(tag, Tag::Meta | Tag::Link) {
            self.page.about.push(node);
        }
        self.open.push(node.0);
        node
    }

    /// Adds a text to the element that is open.
    pub(crate) fn text(&mut self, text: String) -> NodeId {
        self.push(Content::Text(text))
    }

    /// Ends the innermost element that is open.
    pub(crate) fn close(&mut self) {
        if self.open.len() > 1
            && let Some(node) = self.open.pop()
        {
            self.page.nodes[node as usize].end = self.page.nodes.len() as u32;
        }
    }

    /// The innermost element that is open.
    pub(crate) fn innermost(&self) -> NodeId {
        NodeId(self.open[self.open.len() - 1])
    }

    /// Adds a block of JSON-LD.
    pub(crate) fn linked_data(&mut self, value: Value) {
        self.page.linked_data.push(value);
    }

    /// Relative links start from here from now on.
    #[cfg(feature = "html")]
    pub(crate) fn set_base(&mut self, base: String) {
        self.page.base = base;
    }

    /// Ends all elements that are open.
    pub(crate) fn finish(mut self) -> Page {
        let end = self.page.nodes.len() as u32;
        for node in self.open {
            self.page.nodes[node as usize].end = end;
        }
        self.page
    }

    fn push(&mut self, content: Content) -> NodeId {
        let number = self.page.nodes.len() as u32;
        let parent = self.innermost().0;
        self.page.nodes.push(Node { content, parent, end: number + 1 });
        NodeId(number)
    }
}
