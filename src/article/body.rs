//! Which blocks of the article's element a reader of the article reads.

use crate::page::{Attribute, NodeId, Page, Tag};

use super::blocks::{self, Block, Kind};
use super::furniture::{Furniture, Name};
use super::title::Title;
use super::{JudgedBlock, credit, notice};

/// What is done with a block, and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Verdict {
    Kept,
    Furniture(Furniture),
    Title,
    BeforeTitle,
    Byline,
    Credit,
    BeforeText,
    AfterText,
    Links,
    Notice,
    HeadingWithoutText,
    Unlike,
}

impl Verdict {
    pub(crate) fn is_kept(self) -> bool {
        self == Self::Kept
    }

    /// In words, for a publisher who looks why a text isn't counted.
    pub(crate) fn reason(self) -> &'static str {
        match self {
            Self::Kept => "part of the article",
            Self::Furniture(furniture) => furniture.reason(),
            Self::Title => "the title",
            Self::BeforeTitle => "before the title",
            Self::Byline => "byline or date",
            Self::Credit => "a picture's credit",
            Self::BeforeText => "between title and text",
            Self::AfterText => "behind the text",
            Self::Notice => "the paper's note to its readers",
            Self::Links => "mostly links",
            Self::HeadingWithoutText => "a heading without text",
            Self::Unlike => "looks like what stands around an article",
        }
    }

    /// Whether scores say anything of it: what a line is by what it says, rules know better.
    fn is_scored(self) -> bool {
        !matches!(
            self,
            Self::Title
                | Self::BeforeTitle
                | Self::Byline
                | Self::Credit
                | Self::Furniture(Furniture::Named(Name::Credit))
        )
    }

    /// Whether it reads like a text and is often longer than it: what readers wrote, and teasers of other pages.
    fn is_another_text(self) -> bool {
        self == Self::Links || matches!(self, Self::Furniture(furniture) if furniture.is_comments())
    }
}

/// Judges every block of the article's element, and a lead that stands between title and element: by rules, between
/// which and the scores an arbiter decides.
pub(super) fn judge(
    page: &Page,
    article: NodeId,
    title: &Title,
    blocks: Vec<Block>,
    site: &[String],
) -> Vec<JudgedBlock> {
    let mut judged = by_rules(page, article, title, blocks, site);
    arbitrate(page, &mut judged);
    drop_headings_without_text(&mut judged);
    judged
}

/// Whether the block scores as text of the article: from odds of .4 on, as a logarithm.
pub(super) fn is_text(block: &Block) -> bool {
    block.score >= -0.4
}

/// Odds of .85 as a logarithm: from here on a block is text whatever rules say.
const SURE: f32 = 1.75;

/// Rules and scores must agree, but for what scores very highly. Where that leaves less than half of what the scores
/// alone would keep, the rules have lost the text, and the scores decide.
fn arbitrate(page: &Page, judged: &mut [JudgedBlock]) {
    /// Fewer words are no article.
    const FEW: f32 = 25.0;
    let words = |judged: &[JudgedBlock], is_kept: &dyn Fn(&JudgedBlock) -> bool| -> f32 {
        let counts = |entry: &&JudgedBlock| {
            entry.verdict.is_scored() && !matches!(entry.block.kind, Kind::Heading(_)) && is_kept(entry)
        };
        judged.iter().filter(counts).map(|entry| entry.block.words).sum()
    };
    let agreed = |entry: &JudgedBlock| is_agreed(page, entry);
    let scored = |entry: &JudgedBlock| is_text(&entry.block) && !entry.verdict.is_another_text();
    let both = words(judged, &agreed);
    let alone = words(judged, &scored);
    if both.max(alone) < FEW {
        return;
    }
    let is_lost = both < 0.5 * alone;
    for entry in judged.iter_mut().filter(|entry| entry.verdict.is_scored()) {
        let is_kept = if is_lost { scored(entry) } else { agreed(entry) };
        if is_kept != entry.verdict.is_kept() {
            entry.verdict = if is_kept { Verdict::Kept } else { Verdict::Unlike };
        }
    }
}

fn is_teaser(block: &Block) -> bool {
    block.furniture.is_some_and(|(_, furniture)| furniture == Furniture::Named(Name::Teaser))
}

/// Whether rules and scores agree that a block is kept, or the score is very high.
fn is_agreed(page: &Page, entry: &JudgedBlock) -> bool {
    let block = &entry.block;
    if !entry.verdict.is_kept() {
        return block.score >= SURE;
    }
    let least = match block.kind {
        // Rules know which are of the article's pictures and tables.
        Kind::Caption => f32::MIN,
        // Odds of .3.
        Kind::Paragraph | Kind::Heading(_) => -0.85,
        // Short lines that score low by themselves. Odds of .15.
        _ => -1.75,
    };
    block.score >= least
        // Some templates call the lead a teaser: the rules know better, and which notes are the article's.
        || (block.kind == Kind::Paragraph && (is_teaser(block) || is_called_lead(page, block)))
        || is_note(page, block)
}

/// What the rules say.
pub(super) fn by_rules(
    page: &Page,
    article: NodeId,
    title: &Title,
    blocks: Vec<Block>,
    site: &[String],
) -> Vec<JudgedBlock> {
    let title_end = title.element.map(|element| page.end(element)).filter(|end| *end <= page.end(article));
    let own: Vec<Block> = blocks
        .into_iter()
        .filter(|block| page.holds(article, block.start()) || is_outer_lead(article, title_end, block))
        .collect();
    let trusted = trusted_names(&own);
    // What it stands in within the article that isn't part of it.
    let furniture_of =
        |block: &Block| block.furniture.filter(|(element, _)| *element > article && !trusted.contains(element));
    let is_own_prose = |block: &Block| block.is_prose() && furniture_of(block).is_none();
    let first_prose = own
        .iter()
        .position(|block| is_own_prose(block) && title_end.is_none_or(|end| block.start() >= end))
        .unwrap_or(own.len());
    let prose_start = own.get(first_prose).map(Block::start);
    let core = core(page, article, &own.iter().filter(|block| is_own_prose(block)).collect::<Vec<_>>());
    let mut judged: Vec<JudgedBlock> = own
        .into_iter()
        .enumerate()
        .map(|(index, mut block)| {
            credit::cut_off(page, &mut block);
            let is_lead = (block.start() < core || index < first_prose)
                && title_end.is_some_and(|end| block.start() >= end)
                && says_much(&block);
            let is_called_lead = index < first_prose && is_called_lead(page, &block);
            let verdict = match furniture_of(&block) {
                Some((_, furniture)) if !(is_called_lead || is_lead && is_teaser(&block)) => {
                    Verdict::Furniture(furniture)
                }
                _ if block.length == 0 => Verdict::Credit,
                _ if title.element == Some(block.element) => Verdict::Title,
                _ if title_end.is_some_and(|end| block.start() < end) && !block.is_prose() => Verdict::BeforeTitle,
                _ if is_called_lead => Verdict::Kept,
                _ if index < first_prose && is_byline(page, article, &block, prose_start) => Verdict::Byline,
                _ if block.start() >= page.end(core) && !is_note(page, &block) => Verdict::AfterText,
                _ if !is_lead && index < first_prose && prose_start.is_some() && is_remark(&block) => {
                    Verdict::BeforeText
                }
                _ => Verdict::Kept,
            };
            JudgedBlock { block, verdict }
        })
        .collect();
    drop_links(page, &mut judged);
    drop_teasers(page, article, &mut judged);
    drop_notices(&mut judged, site);
    drop_tail(&mut judged);
    judged
}

/// Whether a template says that it is the lead, wherever above the text that stands.
fn is_called_lead(page: &Page, block: &Block) -> bool {
    const NAMES: [&str; 11] = [
        "chapeau",
        "deck",
        "dek",
        "entradilla",
        "ingress",
        "lead",
        "lede",
        "standfirst",
        "strapline",
        "subtitle",
        "vorspann",
    ];
    block.linked == 0 && page.is_named(block.element, Attribute::Class, &NAMES)
}

/// A paragraph between the title and an element that holds only the text.
fn is_outer_lead(article: NodeId, title_end: Option<NodeId>, block: &Block) -> bool {
    block.start() < article && title_end.is_some_and(|end| block.start() >= end) && says_much(block)
}

/// Whether it is as long as a lead: a paragraph, or what a template writes as a heading.
fn says_much(block: &Block) -> bool {
    const LEAD: usize = 70;
    block.is_prose() || (matches!(block.kind, Kind::Heading(_)) && block.length >= LEAD && block.linked == 0)
}

/// The innermost element that holds nearly all prose of the article: what stands in the article
/// around it is its head and what follows the text.
fn core(page: &Page, article: NodeId, prose: &[&Block]) -> NodeId {
    const SHARE: f64 = 0.8;
    let mut all = 0;
    // Bytes of prose up to and with each paragraph.
    let sums: Vec<usize> = prose
        .iter()
        .map(|block| {
            all += block.length;
            all
        })
        .collect();
    let before = |node: NodeId| {
        let place = prose.partition_point(|block| block.start() < node);
        place.checked_sub(1).map_or(0, |last| sums[last])
    };
    let Some(longest) = prose.iter().max_by_key(|block| block.length) else { return article };
    page.lineage(longest.element)
        .skip(1)
        .take_while(|outer| *outer > article)
        .find(|outer| (before(page.end(*outer)) - before(*outer)) as f64 >= all as f64 * SHARE)
        .unwrap_or(article)
}

/// Footnotes stand behind the text and belong to it.
fn is_note(page: &Page, block: &Block) -> bool {
    page.lineage(block.element).any(|outer| {
        page.is_named(outer, Attribute::Class, &["footnotes", "footnote", "endnotes", "notes"])
            || page.attribute(outer, Attribute::Role).is_some_and(|role| role.trim() == "doc-endnotes")
    })
}

/// A line of its own above the text that announces nothing: "4 Min Read".
fn is_remark(block: &Block) -> bool {
    block.kind == Kind::Paragraph && is_label(block) && !block.text.trim_end().ends_with([':', '：'])
}

/// Whether it is a line that says nothing by itself: neither a sentence nor part of a list or table.
fn is_label(block: &Block) -> bool {
    matches!(block.kind, Kind::Paragraph | Kind::Heading(_)) && !block.is_prose() && !is_sentence(block)
}

/// Whether it ends as sentences do.
fn is_sentence(block: &Block) -> bool {
    block.text.trim_end().ends_with(['.', '!', '?', '…', '"', '“', '”', '»', '«', ')', '。', '।', '؟', '۔'])
}

/// Behind most of the text: single paragraphs below headings that lead to other pages, and articles of their own.
fn drop_teasers(page: &Page, article: NodeId, judged: &mut [JudgedBlock]) {
    /// What scores better is text: odds of .75.
    const WELL: f32 = 1.1;
    // Paragraphs below the heading: a teaser is one.
    let mut below_link = None;
    let mut within = NodeId(0);
    let mut nodes = page.descendants(article).filter(|node| page.tag(*node) == Tag::Article).peekable();
    let is_apart: Vec<bool> = judged
        .iter()
        .map(|entry| {
            if matches!(entry.block.kind, Kind::Heading(_)) {
                below_link = entry.block.leads_elsewhere(page).then_some(0);
            }
            while let Some(inner) = nodes.next_if(|inner| *inner < entry.block.start()) {
                within = within.max(page.end(inner));
            }
            below_link = below_link.map(|count| count + u8::from(entry.block.is_prose())).filter(|count| *count < 2);
            below_link.is_some() || entry.block.start() < within
        })
        .collect();
    let counts = |entry: &JudgedBlock| entry.verdict.is_kept() && entry.block.is_prose();
    let (mut start, mut all, mut behind) = (0, 0, 0);
    for (place, entry) in judged.iter().enumerate().filter(|(_, entry)| counts(entry)) {
        all += entry.block.length;
        behind += entry.block.length;
        if !is_apart[place] {
            (start, behind) = (place + 1, 0);
        }
    }
    if behind * 5 < all * 3 {
        for (entry, _) in judged.iter_mut().zip(is_apart).skip(start).filter(|(_, is_apart)| *is_apart) {
            if entry.verdict.is_kept() && entry.block.score < WELL {
                entry.verdict = Verdict::Links;
            }
        }
    }
}

/// What the paper says about itself, among the last paragraphs above all.
fn drop_notices(judged: &mut [JudgedBlock], site: &[String]) {
    const EDGE: usize = 3;
    let count = judged.iter().filter(|entry| entry.verdict.is_kept()).count();
    for (place, entry) in judged.iter_mut().filter(|entry| entry.verdict.is_kept()).enumerate() {
        if notice::is_notice(&entry.block, place + EDGE >= count, site) {
            entry.verdict = Verdict::Notice;
        }
    }
}

/// Short lines behind the last paragraph that are no sentences: labels, names, ways on.
fn drop_tail(judged: &mut [JudgedBlock]) {
    let Some(last) = judged.iter().rposition(|entry| entry.verdict.is_kept() && entry.block.is_prose()) else { return };
    let judged = &mut judged[last..];
    for entry in judged.iter_mut().rev() {
        if !entry.verdict.is_kept() {
            continue;
        }
        let block = &entry.block;
        if !is_label(block) {
            break;
        }
        entry.verdict = Verdict::AfterText;
    }
}

/// Elements that are furniture by their name alone but hold so much of the article that the name
/// must mean something else.
fn trusted_names(blocks: &[Block]) -> Vec<NodeId> {
    let mut all = 0;
    let mut named: Vec<(NodeId, usize)> = Vec::new();
    for block in blocks.iter().filter(|block| block.is_prose()) {
        match block.furniture {
            Some((_, furniture)) if furniture.is_certain() && furniture != Furniture::Form => {}
            Some((element, _)) => {
                all += block.length;
                match named.last_mut() {
                    Some((last, prose)) if *last == element => *prose += block.length,
                    _ => named.push((element, block.length)),
                }
            }
            None => all += block.length,
        }
    }
    named.into_iter().filter(|(_, prose)| prose * 2 > all).map(|(element, _)| element).collect()
}

/// Between title and text: names, places of the paper, dates.
fn is_byline(page: &Page, article: NodeId, block: &Block, first_prose: Option<NodeId>) -> bool {
    const LONGEST: usize = 160;
    if block.length > LONGEST || !matches!(block.kind, Kind::Paragraph | Kind::ListItem) {
        return false;
    }
    let around = page
        .lineage(block.start())
        .take_while(|outer| *outer != article && first_prose.is_none_or(|prose| !page.holds(*outer, prose)));
    let last = block.sources.last().map_or(block.start(), |(_, node)| *node);
    let within = (block.start().0..=last.0).map(NodeId);
    around.chain(within).any(|node| says_who_or_when(page, node))
}

fn says_who_or_when(page: &Page, node: NodeId) -> bool {
    const PROPERTIES: [&str; 3] = ["author", "datePublished", "dateModified"];
    const NAMES: [&str; 10] =
        ["author", "autor", "byline", "date", "datum", "kicker", "meta", "published", "timestamp", "topline"];
    matches!(page.tag(node), Tag::Time | Tag::Address)
        || page.has_word(node, Attribute::Rel, "author")
        || PROPERTIES.iter().any(|property| page.has_word(node, Attribute::ItemProp, property))
        || page.is_named(node, Attribute::Class, &NAMES)
}

/// Lists of links (related articles, a table of contents) and short paragraphs that are one link.
fn drop_links(page: &Page, judged: &mut [JudgedBlock]) {
    const SHORT: usize = 120;
    // Length and linked length of each list, sorted by its element.
    let mut lists: Vec<(NodeId, usize, usize)> = Vec::new();
    for entry in judged.iter().filter(|entry| entry.verdict.is_kept()) {
        if let Some(list) = blocks::list_of(page, &entry.block) {
            let place = lists.binary_search_by_key(&list, |(known, ..)| *known).unwrap_or_else(|place| {
                lists.insert(place, (list, 0, 0));
                place
            });
            lists[place].1 += entry.block.length;
            lists[place].2 += entry.block.linked;
        }
    }
    lists.retain(|(_, length, linked)| linked * 10 > length * 6);
    for entry in judged.iter_mut().filter(|entry| entry.verdict.is_kept()) {
        let in_link_list = blocks::list_of(page, &entry.block)
            .is_some_and(|list| lists.binary_search_by_key(&list, |(known, ..)| *known).is_ok());
        // A section's heading is often a link to itself.
        let leads_away = !matches!(entry.block.kind, Kind::Heading(_)) || entry.block.leads_elsewhere(page);
        if in_link_list || (leads_away && is_way_on(&entry.block)) {
            entry.verdict = Verdict::Links;
        }
    }
    // What introduces such a list ("Mehr zum Thema", "Lesen Sie auch:") goes with it.
    for place in (1..judged.len()).rev() {
        let introduces = judged[place].verdict == Verdict::Links && is_label(&judged[place - 1].block);
        if introduces && judged[place - 1].verdict.is_kept() && judged[place - 1].block.length < SHORT {
            judged[place - 1].verdict = Verdict::Links;
        }
    }
}

/// A paragraph that is a link to somewhere else, perhaps with a label: "Lesen Sie auch: …".
fn is_way_on(block: &Block) -> bool {
    const SHORT: usize = 200;
    const LABEL: usize = 45;
    let plain = block.length - block.linked.min(block.length);
    let is_labelled = plain <= LABEL
        && block.link_density() > 0.4
        && block.text.trim_start().chars().take(LABEL).any(|letter| matches!(letter, ':' | '：'));
    (block.link_density() > 0.8 || is_labelled)
        && block.length < SHORT
        && matches!(block.kind, Kind::Paragraph | Kind::Heading(_))
}

/// A heading announces what follows: where nothing does ("Comments (0)", "Share this article"), it
/// belongs to a part that isn't the article's.
fn drop_headings_without_text(judged: &mut [JudgedBlock]) {
    // For each level: whether text stands between here and the next heading of that rank or above.
    let mut text_follows = [false; 7];
    for entry in judged.iter_mut().rev().filter(|entry| entry.verdict.is_kept()) {
        let Kind::Heading(level) = entry.block.kind else {
            text_follows = [true; 7];
            continue;
        };
        if !text_follows[usize::from(level)] && !says_much(&entry.block) {
            entry.verdict = Verdict::HeadingWithoutText;
        }
        text_follows[usize::from(level)..].fill(false);
    }
}
