//! What is measured of a block for the scorer: of itself, of what it stands in and of what stands beside it.
//! No feature knows a language; of words there are only those of class names.

use crate::page::{Attribute, NodeId, Page, Tag};
use crate::text::fold::lower;

use super::super::Metadata;
use super::super::blocks::{Block, Kind};
use super::super::furniture::{self, Furniture, Name};
use super::tally::Tally;

/// How many features a block has.
pub(crate) const COUNT: usize = 29;

/// One block's features, in the order of [`NAMES`].
pub(crate) type Row = [f32; COUNT];

/// What the features are, for the script that trains. Of the block itself: words, link density, kind. Named below
/// what holds half of the page's prose (`n_`). Share of the prose in what it stands in (`in_`); link density and prose of the
/// blocks that stand alike (`like_`), of the three and eight around it (`near_`, `far_`). How much of the
/// prose stands before it, how much of it the page's description says too.
#[cfg(feature = "training")]
pub(crate) const NAMES: &str = "words linked p div item h1 h2 h3 row code quote caption \
    n_ad n_author n_comments n_related n_newsletter n_sidebar n_all \
    in_share like_blocks like_words like_linked \
    near_linked near_prose far_linked far_prose behind described";

/// Elements further up are not asked: hostile pages are nested 100,000 deep.
const DEEPEST: usize = 60;

/// A run of blocks summed up, in bytes without white space.
#[derive(Clone, Copy, Default)]
struct Sum {
    length: f32,
    linked: f32,
    prose: f32,
}

impl Sum {
    fn linked(self) -> f32 {
        self.linked / self.length.max(1.0)
    }

    fn prose(self) -> f32 {
        self.prose / self.length.max(1.0)
    }
}

/// The page's blocks with what is asked again and again about them.
struct Outline<'a> {
    page: &'a Page,
    blocks: &'a [Block],
    /// Up to each block, and to the end.
    sums: Vec<Sum>,
    /// For each node, how many blocks begin before it.
    before: Vec<u32>,
}

impl<'a> Outline<'a> {
    fn of(page: &'a Page, blocks: &'a [Block]) -> Self {
        let mut sum = Sum::default();
        let mut sums = vec![sum];
        for block in blocks {
            sum.length += block.length as f32;
            sum.linked += block.linked as f32;
            if is_prose(block) {
                sum.prose += block.length as f32;
            }
            sums.push(sum);
        }
        let mut before = Vec::new();
        let mut next = 0;
        for number in 0..=page.end(Page::ROOT).0 {
            while blocks.get(next).is_some_and(|block| block.start().0 < number) {
                next += 1;
            }
            before.push(next as u32);
        }
        Self { page, blocks, sums, before }
    }

    /// Blocks `from` to before `to`, as far as there are any.
    fn between(&self, from: usize, to: usize) -> Sum {
        let (first, last) = (self.sums[from], self.sums[to.min(self.blocks.len())]);
        Sum { length: last.length - first.length, linked: last.linked - first.linked, prose: last.prose - first.prose }
    }

    fn within(&self, node: NodeId) -> Sum {
        self.between(self.before[node.0 as usize] as usize, self.before[self.page.end(node).0 as usize] as usize)
    }

    /// Elements around a block, innermost first.
    fn around(&self, block: &Block) -> impl Iterator<Item = NodeId> {
        self.page.lineage(block.element).take_while(|outer| *outer != Page::ROOT).take(DEEPEST)
    }
}

/// Whether it is running text.
pub(super) fn is_prose(block: &Block) -> bool {
    block.words >= 12.0 && block.link_density() < 0.4 && !matches!(block.kind, Kind::Heading(_))
}

/// Calls `each` with a hash of each word, case aside; gives how many words there are. In scripts without spaces two
/// letters are about a word.
fn words(text: &str, each: &mut dyn FnMut(u32)) -> f32 {
    let (mut count, mut hash) = (0.0, 0);
    for letter in text.chars().chain([' ']) {
        if letter.is_alphanumeric() {
            hash = mixed(hash | 1, lower(letter) as u32);
            if matches!(letter, '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}') {
                count += 0.5;
            }
        } else if hash != 0 {
            count += 1.0;
            each(hash);
            hash = 0;
        }
    }
    count
}

fn mixed(hash: u32, value: u32) -> u32 {
    (hash ^ value).wrapping_mul(0x0100_0193).rotate_left(5)
}

/// The natural logarithm of one more.
pub(super) fn log(value: f32) -> f32 {
    (1.0 + f64::from(value)).ln() as f32
}

pub(super) fn flag(is: bool) -> f32 {
    f32::from(u8::from(is))
}

/// How many of the blocks stand in the document's head.
pub(crate) fn head_length(blocks: &[Block]) -> usize {
    blocks
        .iter()
        .position(|block| block.furniture.is_none_or(|(_, furniture)| furniture != Furniture::Head))
        .unwrap_or(blocks.len())
}

/// The features of each of the body's blocks, whose words it counts. Linear in the page.
pub(crate) fn rows(page: &Page, blocks: &mut [Block], metadata: &Metadata<'_>) -> Vec<Row> {
    let description = metadata.first(&["description", "og:description"]).unwrap_or("");
    let mut known = Tally::with_room(description.len() / 2);
    words(description, &mut |word| known.add(word, [1.0, 0.0, 0.0]));
    let mut described = Vec::new();
    for block in &mut *blocks {
        let (mut found, mut all) = (0.0, 0.0);
        block.words = words(&block.text, &mut |word| {
            found += flag(known.get(word)[0] > 0.0);
            all += 1.0;
        })
        .max(1.0);
        described.push(found / f32::max(all, 4.0));
    }

    let outline = Outline::of(page, blocks);
    let blocks = outline.blocks;
    let count = blocks.len();
    let prose = outline.sums[count].prose.max(1.0);

    // Blocks stand alike where the tags and classes of three elements around them are the same.
    let mut signatures = Vec::new();
    let mut alike = Tally::with_room(count);
    for block in blocks {
        let signature = outline.around(block).take(3).fold(1, |hash, outer| {
            let class = page.attribute(outer, Attribute::Class).unwrap_or("");
            class.bytes().fold(mixed(hash, page.tag(outer) as u32 + 1), |hash, byte| mixed(hash, u32::from(byte)))
        });
        alike.add(signature, [1.0, block.words, block.link_density() as f32]);
        signatures.push(signature);
    }

    // Which names an element has is asked by each block in it.
    let mut known_names: Vec<Option<u32>> = vec![None; outline.before.len()];
    let mut names_of = |node: NodeId| {
        *known_names[node.0 as usize].get_or_insert_with(|| furniture::names(page, node, page.tag(node)))
    };
    let mut rows = Vec::with_capacity(count);
    for (place, block) in blocks.iter().enumerate() {
        let mut names = 0;
        for outer in outline.around(block).take_while(|outer| outline.within(*outer).prose < 0.5 * prose) {
            names |= names_of(outer);
        }
        let is_named = |name: Name| flag(names >> name as u32 & 1 != 0);
        let outer = outline.within(outline.around(block).take(3).last().unwrap_or(block.element));
        let [like_blocks, like_words, like_linked] = alike.get(signatures[place]);
        let [near, far] = [3, 8].map(|reach| outline.between(place.saturating_sub(reach), place + reach + 1));
        let tag = page.tag(block.element);
        rows.push([
            log(block.words),
            block.link_density() as f32,
            flag(tag == Tag::P),
            flag(tag == Tag::Div),
            flag(block.kind == Kind::ListItem),
            flag(block.kind == Kind::Heading(1)),
            flag(block.kind == Kind::Heading(2)),
            flag(matches!(block.kind, Kind::Heading(3..))),
            flag(block.kind == Kind::TableRow),
            flag(block.kind == Kind::Code),
            flag(block.kind == Kind::Quotation),
            flag(block.kind == Kind::Caption),
            is_named(Name::Ad),
            is_named(Name::Author),
            is_named(Name::Comments),
            is_named(Name::Related),
            is_named(Name::Newsletter),
            is_named(Name::Sidebar),
            names.count_ones() as f32,
            outer.prose / prose,
            log(like_blocks),
            log(like_words / like_blocks),
            like_linked / like_blocks,
            near.linked(),
            near.prose(),
            far.linked(),
            far.prose(),
            outline.sums[place].prose / prose,
            described[place],
        ]);
    }
    rows
}
