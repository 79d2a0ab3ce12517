//! Who wrote the article.
//!
//! Measured on 204 pages, share right where the source is there: `rel=author` 90 %, `itemprop=author`
//! 88 %, a class of author or byline 85 %, JSON-LD 81 %, `<meta name=author>` 68 %.

use crate::page::{Attribute, NodeId, Page, Tag, Value, unescaped};
use crate::text::find::{contains, contains_one_of, find as find_text, is_one_of, split_once};
use crate::text::fold::{folded, is_capital, lower};

use super::Metadata;
use super::blocks::Block;
use super::lines::{OF_ANY, OF_LINE, OF_NAME, is_of_readers, parted, parts};
use super::title::Title;
use super::written_date;

/// Words that stand before a name in a byline.
const BY: &str = "von durch by par por de di da door av af od przez autor autorin autoren author auteur autore \
    text interview protokoll yazan skrevet skriven автор текст بقلم كتب نویسنده מאת 文 文・ 著者 記者 作者";

/// What stands before such a word: "Posted by", "Ein Interview von".
const WRITTEN: &str = "posted written published submitted story article report words a an ein eine interview beitrag \
    blog blogbeitrag gastbeitrag artikel bericht kommentar text texte gespeichert geschrieben \
    verfasst veröffentlicht erstellt publié écrit rédigé escrito publicado scritto pubblicato \
    inserito geschreven geplaatst napisane opublikowane";

/// Particles that names hold in small letters.
const PARTICLES: &str = "von van de der den del di da dos la le al el bin zu ten y";

/// News agencies, which stand beside the names of persons.
const AGENCIES: &str =
    "dpa afp ap reuters apa sda ats epd kna sid ansa efe lusa belga anp pap čtk tass ntb ritzau tt pti ani";

/// More are no byline.
const MOST: usize = 100;

/// Where the article stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    page: &'a Page,
    article: NodeId,
    title: &'a Title,
    /// Those around the title.
    lines: &'a [&'a Block],
    blocks: &'a [Block],
    /// Where its text begins.
    text: NodeId,
}

/// The names of the authors, joined by ", ".
pub(super) fn find(
    page: &Page,
    article: NodeId,
    title: &Title,
    lines: &[&Block],
    blocks: &[Block],
    metadata: &Metadata<'_>,
) -> Option<String> {
    let prose = blocks.iter().find(|block| block.is_prose() && page.holds(article, block.start()));
    let place = Place { page, article, title, lines, blocks, text: prose.map_or(page.end(article), Block::start) };
    let site = Site::of(page, metadata);
    // An agency, a name of the site or a login is given alone only where nobody else is named.
    let mut fallback = None;
    for source in SOURCES {
        let mut found = Vec::new();
        match source {
            Source::LinkedData | Source::Organization => {
                for author in metadata.linked_data_around("author").map(Value::items).unwrap_or_default() {
                    let author = referred(metadata, author);
                    if is_organization(author) == (source == Source::Organization) {
                        linked(author, &mut found);
                    }
                }
            }
            Source::Line => written(place, &mut found),
            Source::Beside => beside(place, fallback.is_some(), &mut found),
            Source::Meta => {
                for (entry, name) in metadata.entries() {
                    let entry = folded(entry);
                    if ["author", ".creator", "written by", "twitter:data1"].iter().any(|end| entry.ends_with(end))
                        && !contains(name, "://")
                    {
                        match split_once(name, ", ") {
                            // "Muster, Anna"
                            Some((family, given)) if !contains(family, " ") && !given.contains([' ', ',']) => {
                                found.push([given, " ", family].concat());
                            }
                            _ => names(name, &mut found),
                        }
                    }
                }
            }
            marked_by => marked(place, marked_by, &mut found),
        }
        let (mut persons, mut all) = (String::new(), String::new());
        let mut has_person = false;
        for (place, name) in found.iter().enumerate().take(MOST) {
            if !found[..place].contains(name) {
                append(&mut all, name);
                let is_agency = is_agency(name);
                if is_agency || site.is_person(name) {
                    append(&mut persons, name);
                    has_person |= !is_agency;
                }
            }
        }
        if has_person {
            return Some(persons);
        }
        if fallback.is_none() && !all.is_empty() {
            fallback = Some(all);
        }
    }
    fallback
}

fn is_agency(name: &str) -> bool {
    is_one_of(AGENCIES, &folded(name))
}

fn append(list: &mut String, name: &str) {
    if !list.is_empty() {
        list.push_str(", ");
    }
    list.push_str(name);
}

/// Where a page names its authors.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Source {
    Rel,
    Item,
    LinkedData,
    Class,
    Link,
    Line,
    Organization,
    Meta,
    Beside,
}

/// The best first.
const SOURCES: [Source; 9] = [
    Source::Rel,
    Source::Item,
    Source::LinkedData,
    Source::Class,
    Source::Link,
    Source::Line,
    Source::Organization,
    Source::Meta,
    Source::Beside,
];

fn says_author(page: &Page, node: NodeId, source: Source) -> bool {
    match source {
        Source::Rel => page.has_word(node, Attribute::Rel, "author"),
        Source::Item => page.has_word(node, Attribute::ItemProp, "author"),
        Source::Class => has_author_class(page, node),
        _ => links_to_author(page, node),
    }
}

/// What tells an author from the paper.
struct Site<'a> {
    name: Option<String>,
    /// The host of the page's address, as it is and without its marks.
    host: &'a str,
    letters: String,
}

impl<'a> Site<'a> {
    fn of(page: &'a Page, metadata: &Metadata<'_>) -> Self {
        let host = page.host();
        Self {
            name: metadata.first(&["og:site_name"]).map(folded),
            host,
            letters: host.chars().filter(char::is_ascii_alphanumeric).collect(),
        }
    }

    fn is_person(&self, text: &str) -> bool {
        let name = folded(text);
        let letters: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
        let is_site = self.name.as_deref() == Some(name.as_str())
            || (letters.len() > 2 && contains(&self.letters, &letters))
            || self.host.split(['.', '-']).any(|part| part == letters);
        // "Anna Muster, Staff Writer" is one: names of offices are short.
        let is_office = contains_one_of(&name, "redaktion admin redacci rédaction")
            || contains_one_of(&name, "editor staff team") && name.split(' ').count() <= 3;
        // Agencies, which have short names, are named so: "dpa", "afp".
        let is_login =
            letters.len() > 5 && !contains(&name, " ") && (!text.contains(is_capital) || contains(text, "."));
        !is_site && !is_office && !is_login
    }
}

fn has_author_class(page: &Page, node: NodeId) -> bool {
    const NAMES: &str = "author authors byline autor autoren autorenzeile auteur auteurs autore contributor \
        contributors writer verfasser";
    const ABOUT: &str = "bio box image avatar thumbnail info comment date position";
    let is_in = |part: &str, names: &str| names.split(' ').any(|name| part.eq_ignore_ascii_case(name));
    page.words(node, Attribute::Class).any(|word| {
        // "header-info__author" and "author-box__name" are one, "author-info" is about one.
        let mut parts = word.split(['-', '_']);
        parts.any(|part| is_in(part, NAMES)) && (!parts.any(|part| is_in(part, ABOUT)) || word.ends_with("name"))
    })
}

/// Whether it is a link to an author's own page.
fn links_to_author(page: &Page, node: NodeId) -> bool {
    const PATHS: &str = "/author/ /authors/ /autor/ /autoren/ /autores/ /auteur/";
    page.tag(node) == Tag::A
        && page.attribute(node, Attribute::Href).is_some_and(|href| {
            // What all of them begin with: most links are looked at once.
            contains(href, "/aut") && contains_one_of(href, PATHS)
        })
}

/// The names in the elements that `says_author` finds: the first within the article and those beside
/// it, else on the page; those of comments and forms aside.
fn marked(place: Place<'_>, source: Source, found: &mut Vec<String>) {
    /// How far above a title its byline may stand, in nodes.
    const ABOVE: u32 = 60;
    let Place { page, article, .. } = place;
    // Around the title, then anywhere.
    let around = place.title.element.and_then(|title| {
        page.lineage(title).skip(1).find(|outer| page.end(*outer).0 - title.0 > ABOVE || page.holds(*outer, article))
    });
    for root in [article, around.unwrap_or(article), Page::ROOT] {
        marked_within(place, root, source, found);
        if !found.is_empty() {
            return;
        }
    }
}

fn marked_within(place: Place<'_>, root: NodeId, source: Source, found: &mut Vec<String>) {
    /// More nodes lie between two authors of different things.
    const NEAR: u32 = 40;
    /// More are those of a list.
    const MOST: u32 = 200;
    let page = place.page;
    let mut next = root;
    let mut last: Option<NodeId> = None;
    let mut looked_at = 0;
    for node in page.descendants(root) {
        if looked_at < MOST && node >= next && page.tag(node) != Tag::Link && says_author(page, node, source) {
            // The outermost one speaks; what it holds says the same again.
            next = page.end(node);
            looked_at += 1;
            if page.lineage(node).take_while(|outer| *outer > root).any(|outer| is_of_others(place, outer)) {
                continue;
            }
            if last.is_some_and(|last| node.0 > last.0 + NEAR) {
                return;
            }
            let count = found.len();
            named(page, node, found);
            found.retain(|name| !is_label(name));
            if found.len() > count {
                last = Some(next);
            }
        }
    }
}

/// "Publiziert am", "Archiv anzeigen", "View Full Profile"; not "danah boyd".
fn is_label(text: &str) -> bool {
    const LABELS: &str = "profile posts articles author profil artikel beiträge person autor autorin";
    let mut last = "";
    for word in text.split_whitespace().skip(1) {
        last = word;
    }
    last.starts_with(char::is_lowercase) && text.contains(is_capital) || is_one_of(LABELS, &folded(last))
}

/// Whether what the element holds is of readers, of other articles or of a picture.
fn is_of_others(place: Place<'_>, node: NodeId) -> bool {
    let page = place.page;
    let is_apart = match page.tag(node) {
        Tag::Figure | Tag::Figcaption => true,
        Tag::Article => !page.holds(node, place.text),
        Tag::Form | Tag::Nav => !page.holds_landmark(node),
        // One above the text may hold the byline.
        Tag::Aside => !(page.holds_landmark(node) || node < place.text && page.holds(place.article, node)),
        _ => false,
    };
    is_apart || is_of_readers(page, node)
}

/// Adds the names in the element, or in the parts of it that are marked as names.
fn named(page: &Page, node: NodeId, found: &mut Vec<String>) {
    let count = found.len();
    let mut next = node;
    for inner in page.descendants(node) {
        let is_marked =
            page.has_word(inner, Attribute::ItemProp, "name") || page.has_word(inner, Attribute::Rel, "author");
        if inner >= next && is_marked {
            next = page.end(inner);
            names_of(page, inner, found);
        }
    }
    if found.len() == count {
        names_of(page, node, found);
    }
}

fn names_of(page: &Page, node: NodeId, found: &mut Vec<String>) {
    let text = parted(page, &mut page.descendants(node));
    names(if text.is_empty() { page.attribute(node, Attribute::Content).unwrap_or("") } else { &text }, found);
}

/// The thing that a value of JSON-LD refers to by its `@id`, else the value itself.
fn referred<'a>(metadata: &Metadata<'a>, author: &'a Value) -> &'a Value {
    let id = author.get("@id").filter(|_| author.get("name").is_none());
    let is_it = |thing: &&&'a Value| id.is_some() && thing.get("@id") == id && thing.get("name").is_some();
    metadata.things().iter().find(is_it).copied().unwrap_or(author)
}

fn is_organization(author: &Value) -> bool {
    author.is_a(&|kind| kind.ends_with("Organization"))
}

/// Adds the names of an author in JSON-LD.
fn linked(author: &Value, found: &mut Vec<String>) {
    let count = found.len();
    for name in author.get("name").unwrap_or(author).items() {
        names(name.text().unwrap_or(""), found);
    }
    let part = |name: &str| author.get(name).and_then(Value::text).unwrap_or("");
    if found.len() == count {
        names(&[part("givenName"), " ", part("familyName")].concat(), found);
    }
}

/// "Von Anna Muster und Ben Beispiel" on a line of its own, near the title or at the text's end, and
/// the name below a line that says "Text:".
fn written(place: Place<'_>, found: &mut Vec<String>) {
    for block in short_lines(place) {
        let text = block.parted(place.page);
        for part in parts(&text, OF_LINE) {
            let Some(named) = behind_by(part).or_else(|| behind_date(part)) else { continue };
            let next = place.blocks.partition_point(|other| other.start() <= block.start());
            let below = place.blocks.get(next).map_or("", |block| block.text.trim());
            let name = up_to_small_letters(named);
            let is_taken = if named.is_empty() {
                contains(below, " ") && take(below, found)
            } else {
                (name.len() == named.len() || contains(name.trim(), " ") || name.ends_with(", ")) && take(name, found)
            };
            if is_taken {
                return;
            }
        }
    }
}

/// What follows "by" on a line that begins with a date: "3 May 2024 by Anna Muster in Politics".
fn behind_date(line: &str) -> Option<&str> {
    written_date::find(line, false)?;
    let mut rest = line;
    while let Some((_, behind)) = rest.split_once(' ') {
        if let Some(named) = behind_by(behind) {
            return Some(named);
        }
        rest = behind;
    }
    None
}

/// A name on the line of the date, or set off at the text's end; where the page names somebody who
/// is no author, above its beginning too.
fn beside(place: Place<'_>, has_other: bool, found: &mut Vec<String>) {
    let Place { page, blocks, .. } = place;
    for block in short_lines(place).take(NEAR_TITLE) {
        let is_dated = |part: &str| written_date::find(part, false).is_some_and(|(start, _)| start == 0);
        let parts = parts(&block.text, OF_ANY);
        let is_linked_elsewhere =
            block.linked > 0 && !page.descendants(block.element).any(|node| links_to_author(page, node));
        if !is_linked_elsewhere && parts.iter().any(|part| is_dated(part)) {
            for part in parts {
                if contains(part, " ") && !is_dated(part) && take(part, found) {
                    return;
                }
            }
        }
    }
    let first = blocks.partition_point(|block| block.start() < place.text).checked_sub(1).filter(|_| has_other);
    let last = blocks.iter().rposition(|block| page.holds(place.article, block.start()) && block.furniture.is_none());
    for block in first.into_iter().chain(last).map(|place| &blocks[place]) {
        let text = block.text.trim();
        let is_set_off = page
            .descendants(block.element)
            .take(SET_OFF_WITHIN)
            .any(|node| matches!(page.tag(node), Tag::Em | Tag::Strong) && page.text_content(node).trim() == text);
        if is_set_off && (2..=3).contains(&text.split_whitespace().count()) && block.linked == 0 && take(text, found) {
            return;
        }
    }
}

/// The lines around the title but for the title and those that are text.
fn short_lines(place: Place<'_>) -> impl Iterator<Item = &Block> {
    /// In bytes.
    const LONGEST: usize = 110;
    let is_title = move |block: &Block| place.title.element.is_some_and(|title| place.page.holds(title, block.start()));
    place.lines.iter().copied().filter(move |block| block.length <= LONGEST && !is_title(block))
}

/// Adds the names of a text that is nothing else.
fn take(text: &str, found: &mut Vec<String>) -> bool {
    names(text, found);
    let are_names = !found.is_empty() && found.iter().all(|name| is_full_name(name));
    if !are_names {
        found.clear();
    }
    are_names
}

/// How many nodes into its line the element lies that sets a name off.
const SET_OFF_WITHIN: usize = 6;

/// How many lines below the title hold its date.
const NEAR_TITLE: usize = 6;

/// What follows "von", or "Posted by".
pub(super) fn behind_by(line: &str) -> Option<&str> {
    let mut rest = line;
    loop {
        let (first, behind) = rest.split_once([' ', ':', '：', '\u{a0}', '\n']).unwrap_or((rest, ""));
        // "DE" is a language or a country.
        if is_by(first) && !matches!(first, "DE" | "DA" | "DI") {
            return Some(behind.trim_start_matches([' ', ':', '：', '\u{a0}']));
        }
        let first: String = first.chars().map(lower).collect();
        if behind.is_empty() || !is_one_of(WRITTEN, &first) {
            return None;
        }
        rest = behind;
    }
}

/// "Anna Muster mit Ben Beispiel": the name up to the first word in small letters that no name holds.
fn up_to_small_letters(text: &str) -> &str {
    let mut start = 0;
    for word in text.split(' ') {
        let is_joint = matches!(word, "und" | "and" | "et" | "e" | "i" | "og" | "och" | "en");
        if start > 0 && !is_joint && !is_one_of(PARTICLES, word) && word.chars().next().is_some_and(char::is_lowercase)
        {
            return &text[..start];
        }
        start += word.len() + 1;
    }
    text
}

fn is_by(word: &str) -> bool {
    let word: String = word.chars().map(lower).collect();
    is_one_of(BY, &word)
}

/// Whether all words are written as those of a name are.
fn is_full_name(name: &str) -> bool {
    name.starts_with(|first: char| !first.is_lowercase())
        && name.split_whitespace().all(|word| {
            is_one_of(PARTICLES, word)
                || word
                    .chars()
                    .next()
                    .is_some_and(|first| is_capital(first) || !first.is_ascii() && !first.is_lowercase())
        })
        && name.split_whitespace().count() <= 5
}

/// The text behind "Von", "By", "Text von", "Geschrieben von".
fn without_by(mut text: &str) -> &str {
    while let Some(behind) = behind_by(text).filter(|behind| !behind.is_empty()) {
        text = behind;
    }
    text
}

/// What is longer is a sentence.
const MOST_WORDS: usize = 8;

/// Adds the names of a byline, in their order, without what stands around them.
fn names(text: &str, found: &mut Vec<String>) {
    const LONGEST: usize = 160;
    const JOINTS: [&str; 14] =
        [", ", " und ", " and ", " & ", " et ", " y ", " e ", " i ", " og ", " och ", " en ", "; ", " / ", "、"];
    let text = unescaped(text);
    let mut text = text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    for separator in OF_NAME {
        text = split_once(text, separator).map_or(text, |(start, _)| start);
    }
    text = without_by(text);
    if text.len() > LONGEST {
        return;
    }
    let mut rest = text;
    let mut is_first = true;
    loop {
        // The nearest joint.
        let (mut end, mut behind) = (rest.len(), rest.len());
        for joint in JOINTS {
            if let Some(place) = find_text(rest, joint)
                && place < end
            {
                (end, behind) = (place, place + joint.len());
            }
        }
        let mut part = rest[..end].trim().trim_end_matches([',', ':', ';', '|', '-', '.']).trim_end();
        // "and by Ben Beispiel"; "von der Leyen" is a name.
        let named = without_by(part);
        if is_full_name(named) && contains(named, " ") {
            part = named;
        }
        // "Anna Muster im Gespräch"
        let short = up_to_small_letters(part).trim_end();
        if !is_name(part) && contains(short, " ") && is_full_name(short) && part.split(' ').count() <= MOST_WORDS {
            part = short;
        }
        // What follows a name is another, or a place, an office: those are one word, as agencies are.
        let is_other = || is_full_name(part) && contains(part, " ") || is_agency(part);
        if is_name(part) && (is_first || is_other()) {
            found.push(part.to_owned());
            is_first = false;
        }
        if end == rest.len() {
            return;
        }
        rest = &rest[behind..];
    }
}

fn is_name(text: &str) -> bool {
    const LONGEST: usize = 80;
    let (mut words, mut small) = (0, 0);
    for word in text.split(' ') {
        words += 1;
        small += usize::from(word.starts_with(char::is_lowercase) && !is_one_of(PARTICLES, word));
    }
    text.starts_with(char::is_alphabetic)
        && text.len() <= LONGEST
        && !text.contains(['@', '*', '©', '?', '!', '…', ':', '['])
        && !contains(text, "://")
        && !is_by(text)
        && (!contains(text, " ") || text.chars().filter(char::is_ascii_digit).count() < 2)
        // A lead is none; "danah boyd" is one.
        && (words <= 2 || words <= MOST_WORDS && small <= 1)
}

#[cfg(test)]
mod tests {
    use super::{behind_by, is_label, names, take, up_to_small_letters};

    #[test]
    fn names_of_a_line() {
        for (line, expected) in [
            ("Von Anna Muster und Ben Beispiel", "Anna Muster, Ben Beispiel"),
            ("Posted by Anna Muster", "Anna Muster"),
            ("Ein Interview von Anna Muster mit Ben Beispiel", "Anna Muster"),
            ("Blog Beitrag von Anna Muster", "Anna Muster"),
            ("Geschrieben von: Anna Muster am 3. Mai 2024", "Anna Muster"),
            ("By ANNA MUSTER", "ANNA MUSTER"),
            ("Par Maëlle Exemple", "Maëlle Exemple"),
            ("Von Maske über Zug bis Amt", ""),
            ("Von der Leyen spricht", ""),
            ("DE Nachrichten", ""),
            ("Die Geschichte von Anna Muster", ""),
        ] {
            let mut found = Vec::new();
            if let Some(named) = behind_by(line) {
                let name = up_to_small_letters(named);
                let _ = (name.len() == named.len() || name.trim().contains(' ')) && take(name, &mut found);
            }
            assert_eq!(found.join(", "), expected, "{line}");
        }
    }

    #[test]
    fn by_stands_before_any_name() {
        for (line, expected) in [
            ("Von Anna Muster und Von Ben Beispiel", "Anna Muster, Ben Beispiel"),
            ("Von Anna Muster, von Ben Beispiel", "Anna Muster, Ben Beispiel"),
            ("Von Anna Muster, Ben Beispiel und von Cem Exempel", "Anna Muster, Ben Beispiel, Cem Exempel"),
            ("By Anna Muster and by Ben Beispiel", "Anna Muster, Ben Beispiel"),
            ("By Anna Muster & By Ben Beispiel", "Anna Muster, Ben Beispiel"),
            ("Par Maëlle Exemple et par Luc Modèle", "Maëlle Exemple, Luc Modèle"),
            ("Por Ana Muestra y por Luis Ejemplo", "Ana Muestra, Luis Ejemplo"),
            ("Di Anna Esempio e di Luca Modello", "Anna Esempio, Luca Modello"),
            ("Door Anna Voorbeeld en door Ben Model", "Anna Voorbeeld, Ben Model"),
            ("Av Anna Exempel och av Bo Modell", "Anna Exempel, Bo Modell"),
            ("Af Anna Eksempel og af Bo Model", "Anna Eksempel, Bo Model"),
            ("Przez Annę Wzór i przez Jana Przykład", "Annę Wzór, Jana Przykład"),
            ("Anna Muster; von Ben Beispiel", "Anna Muster, Ben Beispiel"),
            // "De" may begin a name.
            ("By Anna Muster and Robert De Niro", "Anna Muster, Robert De Niro"),
            ("By Robert Muster and De Niro", "Robert Muster, De Niro"),
            ("By Anna Muster and De la Cruz", "Anna Muster, De la Cruz"),
        ] {
            let mut found = Vec::new();
            names(line, &mut found);
            assert_eq!(found.join(", "), expected, "{line}");
        }
    }

    #[test]
    fn labels_are_no_names() {
        for (text, expected) in [
            ("Archiv anzeigen", true),
            ("Publiziert am", true),
            ("danah boyd", false),
            ("Anna Muster", false),
            ("dpa", false),
        ] {
            assert_eq!(is_label(text), expected, "{text}");
        }
    }
}
