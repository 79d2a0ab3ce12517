//! What is measured of a block for the scorer: of itself, of what it stands in, beside and behind.
//! No feature knows a language; of words there are only those of class names.

use crate::page::{Attribute, NodeId, Page, Tag};
use crate::text::fold::lower;

use super::super::Metadata;
use super::super::blocks::{Block, Kind};
use super::super::furniture::{self, Furniture};
use super::tally::Tally;

/// How many features a block has.
pub(crate) const COUNT: usize = 129;

/// One block's features, in the order of [`NAMES`].
pub(crate) type Row = [f32; COUNT];

/// Where in a row those are that the page is judged by too.
pub(super) const ARTICLE_AT: usize = 27;
pub(super) const SIBLINGS_AT: usize = 86;
pub(super) const POSTED_AT: usize = 122;

/// What the features are, for the script that trains.
#[cfg(feature = "training")]
pub(crate) const NAMES: &str = "words ld commas sents nsents ends colon digits bars wordlen mark \
    p item h1 h2 h3 row code quote caption div \
    form aside nav header footer main article figure list table pre section role body comment details \
    u_section u_article u_role \
    n_ad n_share n_author n_nav n_about n_comments n_notice n_embed n_related n_footer n_newsletter n_hidden n_sidebar \
    n_teaser n_tags n_credit n_all \
    depth up in_best d_best \
    a1_ld a1_share a1_pd a1_nb a1_avg a2_ld a2_share a2_pd a2_nb a2_avg a3_ld a3_share a3_pd a3_nb a3_avg \
    br_ld br_share br_pd br_cs br_nb br_pos sig sig_len sig_ld sib sib_ld l_ld l_n l_avg \
    pos cump dcom dlong after dtitle tsim dsim dsh ab_in ab_out \
    w3_ld w3_pd w8_ld w8_pd next prev \
    p2_words p2_ld p1_words p1_ld p1_ends p1_colon p1_head n1_words n1_ld n1_ends n1_colon n1_head n2_words n2_ld \
    page_pd posted ogart \
    way label furnished sig_prose leads";

/// Bits behind those of the names (see [`furniture::names`]).
const FORM: u32 = 1 << 16;
const ASIDE: u32 = 1 << 17;
const NAV: u32 = 1 << 18;
const HEADER: u32 = 1 << 19;
const FOOTER: u32 = 1 << 20;
const MAIN: u32 = 1 << 21;
const ARTICLE: u32 = 1 << 22;
const FIGURE: u32 = 1 << 23;
const LIST: u32 = 1 << 24;
const TABLE: u32 = 1 << 25;
const PRE: u32 = 1 << 26;
const SECTION: u32 = 1 << 27;
const ROLE: u32 = 1 << 28;
const BODY: u32 = 1 << 29;
const COMMENT: u32 = 1 << 30;
const DETAILS: u32 = 1 << 31;
const PARTS: u32 = SECTION | ASIDE | FOOTER | NAV | FORM;

/// What its text shows without its words being understood.
struct Marks {
    words: f32,
    commas: f32,
    sentences: f32,
    digits: f32,
    bars: f32,
    ends: bool,
    colon: bool,
    mark: bool,
}

impl Marks {
    fn of(text: &str) -> Self {
        let mut marks = Self {
            words: 0.0,
            commas: 0.0,
            sentences: 0.0,
            digits: 0.0,
            bars: 0.0,
            ends: false,
            colon: false,
            mark: false,
        };
        let (mut within, mut after_stop) = (false, false);
        for letter in text.chars() {
            if letter.is_whitespace() {
                marks.sentences += f32::from(u8::from(after_stop));
                (within, after_stop) = (false, false);
                continue;
            }
            let is_word = letter.is_alphanumeric();
            marks.words += f32::from(u8::from(is_word && !within));
            // Scripts without spaces: two letters are about a word.
            if matches!(letter, '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}') {
                marks.words += 0.5;
            }
            within = is_word;
            marks.digits += f32::from(u8::from(letter.is_ascii_digit()));
            match letter {
                ',' | ';' | '،' | '、' | '，' | '·' => marks.commas += 1.0,
                '。' | '！' | '？' => marks.sentences += 1.0,
                '|' | '•' | '/' | '›' | '→' | '©' => marks.bars += 1.0,
                _ => {}
            }
            let closes = matches!(letter, '"' | '“' | '”' | '»' | '«' | ')' | '’');
            let ends_here = matches!(letter, '.' | '!' | '?' | '…' | '。' | '।' | '؟' | '۔');
            after_stop = ends_here || (closes && after_stop);
            marks.ends = ends_here || closes;
            marks.colon = matches!(letter, ':' | '：');
            marks.mark |= letter == '©';
        }
        marks.sentences += f32::from(u8::from(after_stop));
        marks.words = marks.words.max(1.0);
        marks
    }
}

/// Hashes of the words of a text, case aside.
fn words(text: &str) -> Vec<u32> {
    const START: u32 = 0x811c_9dc5;
    let mut found = Vec::new();
    let mut hash = START;
    for letter in text.chars().chain([' ']) {
        if letter.is_alphanumeric() {
            hash = mixed(hash, lower(letter) as u32);
        } else if hash != START {
            found.push(hash);
            hash = START;
        }
    }
    found
}

fn mixed(hash: u32, value: u32) -> u32 {
    (hash ^ value).wrapping_mul(0x0100_0193).rotate_left(5)
}

/// A set of the runs of `length` words of a text.
struct Runs {
    tally: Tally,
    length: usize,
    is_empty: bool,
}

impl Runs {
    fn of(text: &str, length: usize) -> Self {
        let words = words(text);
        let mut tally = Tally::with_room(words.len());
        for run in words.windows(length) {
            tally.add(hash_of(run), [1.0, 0.0, 0.0, 0.0]);
        }
        Self { tally, length, is_empty: words.len() < length }
    }

    /// Share of the runs of `words` that are in the set, of `least` at least.
    fn share(&self, words: &[u32], least: usize) -> f32 {
        if self.is_empty {
            return 0.0;
        }
        let mut found = 0;
        let mut all = 0;
        for run in words.windows(self.length) {
            all += 1;
            found += usize::from(self.tally.get(hash_of(run))[0] > 0.0);
        }
        found as f32 / all.max(least) as f32
    }
}

fn hash_of(run: &[u32]) -> u32 {
    run.iter().fold(7, |hash, word| mixed(hash, *word))
}

/// A run of blocks summed up.
#[derive(Clone, Copy, Default)]
struct Sum {
    length: f32,
    linked: f32,
    prose: f32,
    blocks: f32,
}

impl Sum {
    fn link_density(self) -> f32 {
        self.linked / self.length.max(1.0)
    }

    fn prose_density(self) -> f32 {
        self.prose / self.length.max(1.0)
    }
}

/// The blocks with what is asked again and again about them.
struct Outline<'a> {
    page: &'a Page,
    blocks: &'a [Block],
    marks: Vec<Marks>,
    /// Up to each block, and to the end.
    sums: Vec<Sum>,
    /// For each node, how many blocks begin before it.
    before: Vec<u32>,
    /// For each node what it is itself, and what it stands in.
    own: Vec<u32>,
    above: Vec<u32>,
    /// For each element its tag and class as one number.
    keys: Vec<u32>,
}

impl<'a> Outline<'a> {
    fn of(page: &'a Page, blocks: &'a [Block]) -> Self {
        let marks: Vec<Marks> = blocks.iter().map(|block| Marks::of(&block.text)).collect();
        let mut sum = Sum::default();
        let mut sums = vec![sum];
        for (block, marks) in blocks.iter().zip(&marks) {
            sum.length += block.length as f32;
            sum.linked += block.linked as f32;
            sum.blocks += 1.0;
            if is_prose(block, marks) {
                sum.prose += block.length as f32;
            }
            sums.push(sum);
        }
        let nodes = page.end(Page::ROOT).0 as usize;
        let (mut before, mut own) = (Vec::with_capacity(nodes + 1), Vec::with_capacity(nodes));
        let (mut above, mut keys) = (Vec::with_capacity(nodes), Vec::with_capacity(nodes));
        let mut next = 0;
        for number in 0..nodes as u32 {
            let node = NodeId(number);
            while blocks.get(next).is_some_and(|block| block.start() < node) {
                next += 1;
            }
            before.push(next as u32);
            let tag = page.tag(node);
            let flags = if tag == Tag::Text { 0 } else { flags(page, node, tag) };
            own.push(flags);
            above.push(flags | page.parent(node).map_or(0, |outer| above[outer.0 as usize]));
            keys.push(if tag.is_block() { key(page, node, tag) } else { 0 });
        }
        before.push(blocks.len() as u32);
        Self { page, blocks, marks, sums, before, own, above, keys }
    }

    fn within(&self, node: NodeId) -> Sum {
        let first = self.sums[self.before[node.0 as usize] as usize];
        let last = self.sums[self.before[self.page.end(node).0 as usize] as usize];
        Sum {
            length: last.length - first.length,
            linked: last.linked - first.linked,
            prose: last.prose - first.prose,
            blocks: last.blocks - first.blocks,
        }
    }

    /// Blocks `from` to before `to`, as far as there are any.
    fn between(&self, from: usize, to: usize) -> Sum {
        let (first, last) = (self.sums[from], self.sums[to.min(self.blocks.len())]);
        Sum {
            length: last.length - first.length,
            linked: last.linked - first.linked,
            prose: last.prose - first.prose,
            blocks: last.blocks - first.blocks,
        }
    }

    fn is_prose(&self, place: usize) -> bool {
        is_prose(&self.blocks[place], &self.marks[place])
    }

    /// Elements around a block, innermost first.
    fn around(&self, place: usize) -> impl Iterator<Item = NodeId> {
        self.page.lineage(self.blocks[place].element).take_while(|outer| *outer != Page::ROOT)
    }
}

fn is_prose(block: &Block, marks: &Marks) -> bool {
    marks.words >= 12.0 && block.link_density() < 0.4 && !matches!(block.kind, Kind::Heading(_))
}

fn key(page: &Page, node: NodeId, tag: Tag) -> u32 {
    let class = page.attribute(node, Attribute::Class).unwrap_or("");
    class.bytes().fold(tag as u32 + 1, |hash, byte| mixed(hash, u32::from(byte)))
}

fn flags(page: &Page, node: NodeId, tag: Tag) -> u32 {
    let mut flags = furniture::names(page, node, tag);
    flags |= match tag {
        Tag::Form => FORM,
        Tag::Aside => ASIDE,
        Tag::Nav => NAV,
        Tag::Header => HEADER,
        Tag::Footer => FOOTER,
        Tag::Main => MAIN,
        Tag::Article => ARTICLE,
        Tag::Figure => FIGURE,
        Tag::Ul | Tag::Ol | Tag::Dl => LIST,
        Tag::Table => TABLE,
        Tag::Pre => PRE,
        Tag::Section => SECTION,
        Tag::Details => DETAILS,
        _ => 0,
    };
    if furniture::by_role(page, node).is_some() {
        flags |= ROLE;
    }
    if page.has_word(node, Attribute::ItemProp, "articleBody") {
        flags |= BODY;
    }
    if furniture::is_comment(page, node) {
        flags |= COMMENT;
    }
    flags
}

/// The natural logarithm of one more.
pub(super) fn log(value: f32) -> f32 {
    (1.0 + f64::from(value)).ln() as f32
}

pub(super) fn flag(is: bool) -> f32 {
    f32::from(u8::from(is))
}

/// The element that Readability's sum of its paragraphs, each half as much a level further up, makes
/// the article.
fn best(outline: &Outline<'_>) -> NodeId {
    let mut points = vec![0_f32; outline.own.len()];
    let mut best = (Page::ROOT, 0.0);
    for (place, block) in outline.blocks.iter().enumerate().filter(|(place, _)| outline.is_prose(*place)) {
        let own = 1.0 + outline.marks[place].commas + (block.length as f32 / 100.0).min(3.0);
        for (outer, share) in outline.around(place).skip(1).zip([1.0, 0.5, 0.33, 0.25]) {
            points[outer.0 as usize] += own * share;
        }
    }
    for (number, points) in points.iter().enumerate().filter(|(_, points)| **points > 0.0) {
        let node = NodeId(number as u32);
        let points = points * (1.0 - outline.within(node).link_density());
        if points > best.1 {
            best = (node, points);
        }
    }
    best.0
}

/// How many of the blocks stand in the document's head.
pub(crate) fn head_length(blocks: &[Block]) -> usize {
    blocks
        .iter()
        .position(|block| block.furniture.is_none_or(|(_, furniture)| furniture != Furniture::Head))
        .unwrap_or(blocks.len())
}

/// The list or table that a block stands in.
pub(crate) fn list_of(page: &Page, block: &Block) -> Option<NodeId> {
    page.lineage(block.element).find(|outer| is_list(page.tag(*outer)))
}

fn is_list(tag: Tag) -> bool {
    matches!(tag, Tag::Ul | Tag::Ol | Tag::Dl | Tag::Table)
}

/// The heading that says what the page's head says.
fn title(outline: &Outline<'_>, likeness: &[f32]) -> Option<usize> {
    let mut found: Option<(usize, u8)> = None;
    for (place, block) in outline.blocks.iter().enumerate() {
        let Kind::Heading(level) = block.kind else { continue };
        let is_alike = likeness[place] > 0.6 && outline.marks[place].words >= 3.0;
        let rank = match level {
            1 if is_alike => 0,
            2 | 3 if is_alike => 1,
            1 => 2,
            _ => continue,
        };
        if found.is_none_or(|(_, known)| rank < known) {
            found = Some((place, rank));
        }
    }
    found.map(|(place, _)| place)
}

/// The features of each block of the body, and its words. Linear in the page but for how deep blocks stand.
// One table, read from top to bottom: [`NAMES`] is in its order.
#[allow(clippy::too_many_lines)]
pub(crate) fn rows(page: &Page, blocks: &[Block], metadata: &Metadata<'_>) -> (Vec<Row>, Vec<f32>) {
    let (head, blocks) = blocks.split_at(head_length(blocks));
    let head = head.first().map_or("", |block| block.text.as_str());
    let outline = Outline::of(page, blocks);
    let count = blocks.len();
    let all = outline.sums[count];
    let prose = all.prose.max(1.0);
    let longest = (0..count).filter(|place| outline.is_prose(*place)).max_by_key(|place| blocks[*place].length);
    let longest = longest.unwrap_or(0);
    let holds_half = |node: NodeId| outline.within(node).prose >= 0.5 * prose;
    let best = best(&outline);
    let mut middle = 0.0;
    for (place, block) in blocks.iter().enumerate().filter(|(place, _)| outline.is_prose(*place)) {
        middle += place as f32 * block.length as f32 / prose;
    }

    // How many stand alike, and how long and linked these are.
    let mut signatures = Tally::with_room(count);
    let signature =
        |place: usize| outline.around(place).take(3).fold(1, |hash, outer| mixed(hash, outline.keys[outer.0 as usize]));
    for (place, block) in blocks.iter().enumerate() {
        let own = if outline.is_prose(place) { block.length as f32 } else { 0.0 };
        signatures.add(signature(place), [1.0, outline.marks[place].words, block.link_density() as f32, own]);
    }
    let elements: Vec<u32> = (1..outline.own.len() as u32).filter(|node| outline.keys[*node as usize] != 0).collect();
    let mut siblings = Tally::with_room(elements.len());
    let sibling = |node: NodeId| mixed(outline.keys[node.0 as usize], page.parent(node).map_or(0, |outer| outer.0));
    for node in elements.into_iter().map(NodeId) {
        let sum = outline.within(node);
        siblings.add(sibling(node), [1.0, sum.linked, sum.length, 0.0]);
    }

    let said = |names: &[&str]| metadata.first(names).unwrap_or("");
    let title_words = Runs::of(&[head, " ", said(&["og:title"])].concat(), 1);
    let description = said(&["description", "og:description"]);
    let (description_words, description_runs) = (Runs::of(description, 1), Runs::of(description, 3));
    let body = metadata.linked_data("articleBody").and_then(|body| body.text()).unwrap_or("");
    let body = Runs::of(body, 4);
    let texts: Vec<Vec<u32>> = blocks.iter().map(|block| words(&block.text)).collect();
    let likeness: Vec<f32> = texts.iter().map(|words| title_words.share(words, 3)).collect();
    let title = title(&outline, &likeness);
    let og_article = said(&["og:type"]).eq_ignore_ascii_case("article");

    let span = (count.max(2) - 1) as f32;
    let mut rows = Vec::with_capacity(count);
    for (place, block) in blocks.iter().enumerate() {
        let mut row: Row = [0.0; COUNT];
        let mut next = 0;
        let mut put = |values: &[f32]| {
            row[next..next + values.len()].copy_from_slice(values);
            next += values.len();
        };
        let marks = &outline.marks[place];
        let here = place as f32;
        let length = block.length as f32;
        let tag = page.tag(block.element);
        put(&[
            log(marks.words),
            block.link_density() as f32,
            marks.commas / marks.words,
            marks.sentences / marks.words,
            marks.sentences.min(8.0),
            flag(marks.ends),
            flag(marks.colon),
            marks.digits / length,
            marks.bars / marks.words,
            length / marks.words,
            flag(marks.mark),
            flag(tag == Tag::P),
            flag(block.kind == Kind::ListItem),
            flag(block.kind == Kind::Heading(1)),
            flag(block.kind == Kind::Heading(2)),
            flag(matches!(block.kind, Kind::Heading(3..))),
            flag(block.kind == Kind::TableRow),
            flag(block.kind == Kind::Code),
            flag(block.kind == Kind::Quotation),
            flag(block.kind == Kind::Caption),
            flag(tag == Tag::Div),
        ]);
        let above = outline.above[block.element.0 as usize];
        for bit in 16..32 {
            put(&[flag(above >> bit & 1 != 0)]);
        }
        // Below what holds half of the prose.
        let (mut below, mut branch, mut up, mut depth) = (0, block.element, 0, 0);
        let (mut is_below, mut best_at) = (true, None);
        let (mut like, mut like_density) = (0.0, 0.0);
        let mut list = None;
        let mut outers = [block.element; 3];
        for outer in outline.around(place) {
            is_below &= !holds_half(outer);
            if is_below {
                up += 1;
                branch = outer;
                below |= outline.own[outer.0 as usize];
                let tag = page.tag(outer);
                if depth < 6 && tag.is_block() && !matches!(tag, Tag::P | Tag::Li | Tag::Tr) {
                    let [count, linked, length, _] = siblings.get(sibling(outer));
                    if count > like {
                        (like, like_density) = (count, linked / length.max(1.0));
                    }
                }
            }
            if outer == best {
                best_at = Some(depth);
            }
            if list.is_none() && is_list(page.tag(outer)) {
                list = Some(outer);
            }
            if depth > 0 {
                outers[(depth - 1).min(2)..].fill(outer);
            }
            depth += 1;
        }
        put(&[flag(below & PARTS != 0), flag(below & ARTICLE != 0), flag(below & ROLE != 0)]);
        for bit in 0..16 {
            put(&[flag(below >> bit & 1 != 0)]);
        }
        put(&[
            (below & 0xffff).count_ones() as f32,
            depth as f32,
            up as f32,
            flag(best_at.is_some()),
            best_at.unwrap_or(30) as f32,
        ]);
        for outer in outers {
            let sum = outline.within(outer);
            put(&[
                sum.link_density(),
                sum.prose / prose,
                sum.prose_density(),
                log(sum.blocks),
                log(sum.length / sum.blocks.max(1.0)),
            ]);
        }
        let sum = outline.within(branch);
        put(&[
            sum.link_density(),
            sum.prose / prose,
            sum.prose_density(),
            sum.length / all.length.max(1.0),
            log(sum.blocks),
            (outline.before[branch.0 as usize] as f32 - middle) / count as f32,
        ]);
        let [alike, long, linked, alike_prose] = signatures.get(signature(place));
        put(&[log(alike), log(long / alike), linked / alike, log(like), like_density]);
        let sum = list.map(|list| outline.within(list)).unwrap_or_default();
        put(&[sum.link_density(), log(sum.blocks), log(sum.length / sum.blocks.max(1.0))]);
        let words = &texts[place];
        let in_body = body.share(words, 1);
        put(&[
            here / span,
            outline.sums[place].prose / prose,
            (here - middle) / count as f32,
            (here - longest as f32) / count as f32,
            title.map_or(-1.0, |title| flag(place > title)),
            title.map_or(0.0, |title| (here - title as f32).clamp(-20.0, 20.0)),
            likeness[place],
            description_words.share(words, 4),
            description_runs.share(words, 1),
            in_body,
            if body.is_empty || words.len() < 4 { 0.0 } else { 1.0 - in_body },
        ]);
        for reach in [3, 8] {
            let sum = outline.between(place.saturating_sub(reach), place + reach + 1);
            put(&[sum.link_density(), sum.prose_density()]);
        }
        let distance = |found: &dyn Fn(usize) -> bool| (1..10).find(|steps| found(*steps)).unwrap_or(10) as f32;
        put(&[
            distance(&|steps| place + steps < count && outline.is_prose(place + steps)),
            distance(&|steps| place >= steps && outline.is_prose(place - steps)),
        ]);
        for (steps, is_near) in [(-2, false), (-1, true), (1, true), (2, false)] {
            let other = place.wrapping_add_signed(steps);
            let Some(block) = blocks.get(other) else {
                put(if is_near { &[-1.0, 1.0, 0.0, 0.0, 0.0] } else { &[-1.0, 1.0] });
                continue;
            };
            let marks = &outline.marks[other];
            put(&[log(marks.words), block.link_density() as f32]);
            if is_near {
                put(&[flag(marks.ends), flag(marks.colon), flag(matches!(block.kind, Kind::Heading(_)))]);
            }
        }
        put(&[all.prose_density(), flag(metadata.is_posted()), flag(og_article)]);
        let furnished =
            block.furniture.is_some_and(|(element, furniture)| furniture.is_certain() && !holds_half(element));
        put(&[
            flag(super::super::body::is_way_on(block)),
            flag(super::super::body::is_label(block)),
            flag(furnished),
            alike_prose / prose,
            flag(
                super::super::body::is_label(block)
                    && blocks.get(place + 1).is_some_and(|next| next.link_density() > 0.6),
            ),
        ]);
        rows.push(row);
    }
    (rows, outline.marks.iter().map(|marks| marks.words).collect())
}
