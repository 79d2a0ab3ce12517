//! Cuts a page into blocks of text: what stands on lines of its own.

use crate::page::{Attribute, NodeId, Page, Tag};

use super::furniture::{self, Furniture};

/// What a block of text is to its reader.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Paragraph,
    /// With its level, 1 to 6.
    Heading(u8),
    ListItem,
    Quotation,
    Caption,
    /// One row, its cells parted by tabs.
    TableRow,
    Code,
}

/// A run of text between two block edges.
#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) kind: Kind,
    /// The innermost block element that it stands in.
    pub(crate) element: NodeId,
    /// The innermost block element around it that declares a language.
    pub(crate) language: Option<NodeId>,
    /// The characters as the page has them, white space unfolded.
    pub(crate) text: String,
    /// Where each text node begins in `text`, in bytes. Between two nodes a separator may stand
    /// that no node holds.
    pub(crate) sources: Vec<(usize, NodeId)>,
    /// Bytes of `text` without white space, and how many of them are in links.
    pub(crate) length: usize,
    pub(crate) linked: usize,
    /// What it stands in that isn't part of an article.
    pub(crate) furniture: Option<(NodeId, Furniture)>,
    /// Words as the scorer counts them, and how it judges the block: the logarithm of the odds that it
    /// is text of the article. Both 0 before [`super::scorer::score`].
    pub(crate) words: f32,
    pub(crate) score: f32,
}

impl Block {
    /// Share of the text that is links, 0 to 1.
    pub(crate) fn link_density(&self) -> f64 {
        self.linked as f64 / self.length.max(1) as f64
    }

    /// The first text node.
    pub(crate) fn start(&self) -> NodeId {
        self.sources.first().map_or(self.element, |(_, node)| *node)
    }

    /// The text with "; " where nothing but markup parts two words.
    pub(super) fn parted(&self, page: &Page) -> String {
        super::lines::parted(page, &mut self.sources.iter().map(|(_, node)| *node))
    }

    /// Whether it is a heading that is a link to another page: one for sharing its section stays on the page.
    pub(super) fn leads_elsewhere(&self, page: &Page) -> bool {
        matches!(self.kind, Kind::Heading(_))
            && self.link_density() > 0.8
            && !page
                .parent(self.start())
                .and_then(|outer| page.attribute(outer, Attribute::Href))
                .is_some_and(|href| href.starts_with('#'))
    }

    /// Whether it reads like a paragraph of an article: long, and not a row of links. Letters of
    /// scripts without spaces count by their bytes, three each, as they say about as much.
    pub(crate) fn is_prose(&self) -> bool {
        const PROSE_BYTES: usize = 70;
        self.length >= PROSE_BYTES
            && self.link_density() < 0.4
            && matches!(self.kind, Kind::Paragraph | Kind::Quotation | Kind::ListItem | Kind::TableRow)
    }
}

/// All blocks of the page in document order, none of them blank.
pub(crate) fn cut(page: &Page) -> Vec<Block> {
    let mut cutter = Cutter { page, blocks: Vec::new(), current: None, insets: Vec::new(), after_break: false };
    // What is open: elements with a meaning for the blocks in them, innermost last.
    let mut open: Vec<Open> = vec![Open::root()];
    for node in page.descendants(Page::ROOT) {
        while open.len() > 1 && node >= page.end(open[open.len() - 1].element) {
            cutter.leave(&open);
            open.pop();
        }
        let outer = open[open.len() - 1];
        match page.tag(node) {
            Tag::Text => cutter.text(node, page.text(node).unwrap_or(""), &outer),
            Tag::Br => cutter.line_break(),
            Tag::Td | Tag::Th => cutter.part("\t"),
            tag => cutter.enter(node, tag, &outer, &mut open),
        }
    }
    cutter.end_block();
    cutter.blocks
}

#[derive(Clone, Copy)]
struct Open {
    element: NodeId,
    block: NodeId,
    language: Option<NodeId>,
    kind: Kind,
    in_link: bool,
    is_block: bool,
    /// A short bold or plain run at the head of a block may be a dateline.
    may_be_dateline: bool,
    furniture: Option<(NodeId, Furniture)>,
}

impl Open {
    fn root() -> Self {
        Self {
            element: Page::ROOT,
            block: Page::ROOT,
            language: None,
            kind: Kind::Paragraph,
            in_link: false,
            is_block: true,
            may_be_dateline: false,
            furniture: None,
        }
    }
}

struct Cutter<'a> {
    page: &'a Page,
    blocks: Vec<Block>,
    current: Option<Block>,
    /// What stands within the current block without being part of it, such as a picture's credit.
    insets: Vec<Block>,
    after_break: bool,
}

impl Cutter<'_> {
    fn enter(&mut self, node: NodeId, tag: Tag, outer: &Open, open: &mut Vec<Open>) {
        let furniture = outer.furniture.or_else(|| Some((node, furniture::judge(self.page, node, tag)?)));
        let is_block = tag.is_block();
        let may_be_dateline = !is_block && self.starts_block_with(tag);
        let matters = is_block || tag == Tag::A || may_be_dateline || furniture.is_some() != outer.furniture.is_some();
        if !matters {
            return;
        }
        if is_block {
            self.end_block();
        }
        open.push(Open {
            element: node,
            block: if is_block { node } else { outer.block },
            language: if is_block && self.page.attribute(node, Attribute::Lang).is_some() {
                Some(node)
            } else {
                outer.language
            },
            kind: kind(tag, outer.kind),
            in_link: outer.in_link || tag == Tag::A,
            is_block,
            may_be_dateline,
            furniture,
        });
    }

    fn leave(&mut self, open: &[Open]) {
        let inner = open[open.len() - 1];
        if inner.is_block {
            self.end_block();
        } else if inner.may_be_dateline {
            self.part_dateline(inner.element);
        }
    }

    /// Whether an inline element of this kind, at the head of a block, may hold its dateline.
    fn starts_block_with(&self, tag: Tag) -> bool {
        self.current.as_ref().is_none_or(|block| block.length == 0)
            && matches!(tag, Tag::B | Tag::Strong | Tag::Em | Tag::I | Tag::Span | Tag::Cite | Tag::Small)
    }

    /// Parts a dateline from a first word that is glued to it: `<b>Berlin</b>Die …` is two words.
    /// A single letter is no dateline but an initial: `<span>D</span>ie …` stays one word.
    fn part_dateline(&mut self, element: NodeId) {
        const LONGEST_DATELINE: usize = 60;
        let letters = self.page.text_content(element);
        let next = self.page.text_behind(element).and_then(|text| text.chars().next());
        if letters.chars().count() > 1
            && letters.len() <= LONGEST_DATELINE
            && letters.chars().next_back().is_some_and(char::is_alphanumeric)
            && next.is_some_and(|letter| letter.is_alphabetic() && !letter.is_lowercase())
        {
            self.part(" ");
        }
    }

    fn text(&mut self, node: NodeId, text: &str, outer: &Open) {
        let length: usize = text.chars().filter(|letter| !letter.is_whitespace()).map(char::len_utf8).sum();
        if length == 0 && self.current.is_none() {
            return;
        }
        // A heading's own link to itself: "¶", "#".
        let is_sign = outer.in_link && matches!(outer.kind, Kind::Heading(_)) && !text.contains(char::is_alphanumeric);
        if is_sign && length > 0 {
            return;
        }
        self.after_break &= length == 0;
        let empty = || Block {
            kind: outer.kind,
            element: outer.block,
            language: outer.language,
            text: String::new(),
            sources: Vec::new(),
            length: 0,
            linked: 0,
            furniture: outer.furniture,
            words: 0.0,
            score: 0.0,
        };
        let differs = self.current.as_ref().is_some_and(|block| block.furniture != outer.furniture);
        if differs && outer.furniture.is_none() {
            self.end_block();
        }
        let is_inset = differs && outer.furniture.is_some_and(|(_, furniture)| furniture.stands_apart());
        let block = if is_inset {
            self.part(" ");
            if self.insets.last().is_none_or(|inset| inset.furniture != outer.furniture) {
                self.insets.push(empty());
            }
            self.insets.last_mut().unwrap_or_else(|| unreachable!("pushed above"))
        } else {
            self.current.get_or_insert_with(empty)
        };
        block.sources.push((block.text.len(), node));
        block.text.push_str(text);
        block.length += length;
        if outer.in_link {
            block.linked += length;
        }
    }

    /// One `<br>` ends a line, two in a row end a block: old templates write paragraphs so.
    fn line_break(&mut self) {
        if self.after_break {
            self.end_block();
        } else {
            self.part("\n");
            self.after_break = self.current.is_some();
        }
    }

    fn part(&mut self, separator: &str) {
        if let Some(block) = &mut self.current {
            block.text.push_str(separator);
        }
    }

    fn end_block(&mut self) {
        self.after_break = false;
        self.blocks
            .extend(self.current.take().into_iter().chain(self.insets.drain(..)).filter(|block| block.length > 0));
    }
}

fn kind(tag: Tag, outer: Kind) -> Kind {
    match tag {
        Tag::Li | Tag::Dd | Tag::Dt => Kind::ListItem,
        Tag::Blockquote => Kind::Quotation,
        Tag::Figcaption | Tag::Caption => Kind::Caption,
        Tag::Tr => Kind::TableRow,
        Tag::Pre => Kind::Code,
        // What a list item, a caption … holds in turn is still that.
        _ => tag.heading_level().map_or(outer, Kind::Heading),
    }
}

/// The list that an item stands in.
pub(crate) fn list_of(page: &Page, block: &Block) -> Option<NodeId> {
    page.lineage(block.element).find(|element| matches!(page.tag(*element), Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dl))
}

/// The nearest `id` that a link can point to, if the block's element has one.
pub(crate) fn anchor<'a>(page: &'a Page, block: &Block) -> Option<&'a str> {
    page.attribute(block.element, Attribute::Id).filter(|id| !id.is_empty())
}
