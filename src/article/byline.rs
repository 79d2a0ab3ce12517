//! Who wrote the article.
//!
//! Measured on 204 pages, share right where the source is there: `rel=author` 90 %, `itemprop=author`
//! 88 %, a class of author or byline 85 %, JSON-LD 81 %, `<meta name=author>` 68 %.

use crate::page::{Attribute, NodeId, Page, Tag, Value};
use crate::text::find::{contains, find as find_text, is_one_of, split_once};
use crate::text::fold::{folded, is_capital, lower};

use super::Metadata;
use super::blocks::Block;
use super::title::{self, Title};
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

/// More are no byline.
const MOST: usize = 100;

/// The names of the authors, joined by ", ".
pub(super) fn find(
    page: &Page,
    article: NodeId,
    title: &Title,
    blocks: &[Block],
    metadata: &Metadata<'_>,
) -> Option<String> {
    let site = Site::of(page, metadata);
    // A name of the site or a login is given only where nobody else is named.
    let mut fallback = None;
    for source in SOURCES {
        let mut found = Vec::new();
        match source {
            Source::LinkedData => {
                for author in metadata.linked_data_around("author").map(Value::items).unwrap_or_default() {
                    names(linked(page, author).unwrap_or(""), &mut found);
                }
            }
            Source::Card => names(metadata.first(&["twitter:data1"]).unwrap_or(""), &mut found),
            Source::Line => written(page, article, title, blocks, &mut found),
            Source::Beside => beside(page, article, title, blocks, &mut found),
            Source::Meta => {
                for (_, name) in metadata.entries().filter(|(name, _)| name.eq_ignore_ascii_case("author")) {
                    if !contains(name, "://") {
                        names(name, &mut found);
                    }
                }
            }
            marked_by => marked(page, article, title, marked_by, &mut found),
        }
        let (mut persons, mut all) = (String::new(), String::new());
        for (place, name) in found.iter().enumerate().take(MOST) {
            if !found[..place].contains(name) {
                append(&mut all, name);
                if site.is_person(name) {
                    append(&mut persons, name);
                }
            }
        }
        if !persons.is_empty() {
            return Some(persons);
        }
        if fallback.is_none() && !all.is_empty() {
            fallback = Some(all);
        }
    }
    fallback
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
    Card,
    Line,
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
    Source::Card,
    Source::Line,
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
        let host = page.address().split('/').nth(2).unwrap_or("");
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
        let says = |words: &[&str]| words.iter().any(|word| contains(&name, word));
        // "Anna Muster, Staff Writer" is one: names of offices are short.
        let is_office = says(&["redaktion", "admin", "redacci", "rédaction"])
            || says(&["editor", "staff", "team"]) && name.split(' ').count() <= 3;
        // Agencies, which have short names, are named so: "dpa", "afp".
        let is_login = letters.len() > 5 && name.len() == letters.len() && !text.contains(is_capital);
        !is_site && !is_office && !is_login
    }
}

fn has_author_class(page: &Page, node: NodeId) -> bool {
    const NAMES: [&str; 13] = [
        "author",
        "authors",
        "byline",
        "autor",
        "autoren",
        "autorenzeile",
        "auteur",
        "auteurs",
        "autore",
        "contributor",
        "contributors",
        "writer",
        "verfasser",
    ];
    const ABOUT: [&str; 8] = ["bio", "box", "image", "avatar", "thumbnail", "info", "comment", "date"];
    let is_in = |part: &str, names: &[&str]| names.iter().any(|name| part.eq_ignore_ascii_case(name));
    page.words(node, Attribute::Class).any(|word| {
        // "header-info__author" is one, "author-info" is about one.
        let mut parts = word.split(['-', '_']);
        parts.any(|part| is_in(part, &NAMES)) && !parts.any(|part| is_in(part, &ABOUT))
    })
}

/// Whether it is a link to an author's own page.
fn links_to_author(page: &Page, node: NodeId) -> bool {
    const PATHS: [&str; 6] = ["/author/", "/authors/", "/autor/", "/autoren/", "/autores/", "/auteur/"];
    page.tag(node) == Tag::A
        && page.attribute(node, Attribute::Href).is_some_and(|href| {
            // What all of them begin with: most links are looked at once.
            contains(href, "/aut") && PATHS.iter().any(|path| contains(href, path))
        })
}

/// The names in the elements that `says_author` finds: the first within the article and those beside
/// it, else on the page; those of comments and forms aside.
fn marked(page: &Page, article: NodeId, title: &Title, source: Source, found: &mut Vec<String>) {
    /// How far above a title its byline may stand, in nodes.
    const ABOVE: u32 = 60;
    // Around the title, then anywhere.
    let around = title.element.and_then(|title| {
        page.lineage(title).skip(1).find(|outer| page.end(*outer).0 - title.0 > ABOVE || page.holds(*outer, article))
    });
    for root in [article, around.unwrap_or(article), Page::ROOT] {
        marked_within(page, root, source, found);
        if !found.is_empty() {
            return;
        }
    }
}

fn marked_within(page: &Page, root: NodeId, source: Source, found: &mut Vec<String>) {
    /// More nodes lie between two authors of different things.
    const NEAR: u32 = 40;
    /// More are those of a list.
    const MOST: u32 = 200;
    let mut next = root;
    let mut last: Option<NodeId> = None;
    let mut looked_at = 0;
    for node in page.descendants(root) {
        if looked_at < MOST && node >= next && page.tag(node) != Tag::Link && says_author(page, node, source) {
            // The outermost one speaks; what it holds says the same again.
            next = page.end(node);
            looked_at += 1;
            if page.lineage(node).take_while(|outer| *outer > root).any(|outer| is_of_readers(page, outer)) {
                continue;
            }
            if last.is_some_and(|last| node.0 > last.0 + NEAR) {
                return;
            }
            let count = found.len();
            names(&named(page, node), found);
            found.retain(|name| !is_label(name));
            if found.len() > count {
                last = Some(next);
            }
        }
    }
}

/// "Publiziert am", "Archiv anzeigen"; not "danah boyd".
fn is_label(text: &str) -> bool {
    let last = text.split_whitespace().skip(1).last();
    last.is_some_and(|word| word.chars().next().is_some_and(char::is_lowercase)) && text.contains(is_capital)
}

fn is_of_readers(page: &Page, node: NodeId) -> bool {
    const NAMES: [&str; 10] = [
        "comment",
        "comments",
        "commentlist",
        "comentarios",
        "commentaires",
        "kommentare",
        "respond",
        "reply",
        "related",
        "teaser",
    ];
    matches!(page.tag(node), Tag::Form | Tag::Nav | Tag::Aside) && !page.holds_landmark(node)
        || page.has_word(node, Attribute::ItemProp, "comment")
        || page.is_named(node, Attribute::Class, &NAMES)
        || page.is_named(node, Attribute::Id, &NAMES)
}

/// The text of the element, or of the part of it that is marked as the name.
fn named(page: &Page, node: NodeId) -> String {
    let marked = page.descendants(node).find(|inner| {
        page.has_word(*inner, Attribute::ItemProp, "name") || page.has_word(*inner, Attribute::Rel, "author")
    });
    let chosen = marked.unwrap_or(node);
    let text = page.text_content(chosen);
    if text.is_empty() { page.attribute(chosen, Attribute::Content).unwrap_or("").to_owned() } else { text }
}

/// The name of an author in JSON-LD; an `@id` refers to another thing of the page.
fn linked<'a>(page: &'a Page, author: &'a Value) -> Option<&'a str> {
    if let Some(name) = author.name() {
        return Some(name);
    }
    let id = author.get("@id")?.text()?;
    for block in page.linked_data() {
        for thing in block.items() {
            for part in thing.get("@graph").map(Value::items).unwrap_or_default() {
                if part.get("@id").and_then(Value::text) == Some(id) {
                    return part.name();
                }
            }
        }
    }
    None
}

/// "Von Anna Muster und Ben Beispiel" on a line of its own, near the title or at the text's end, and
/// the name below a line that says "Text:".
fn written(page: &Page, article: NodeId, title: &Title, blocks: &[Block], found: &mut Vec<String>) {
    for block in short_lines(page, article, title, blocks) {
        for part in parts(&block.text, &SEPARATORS) {
            let Some(named) = behind_by(part) else { continue };
            let place = blocks.partition_point(|other| other.start() <= block.start());
            let below = blocks.get(place).map_or("", |block| block.text.trim());
            let name = up_to_small_letters(named);
            let is_taken = if named.is_empty() {
                below.contains(' ') && take(below, found)
            } else {
                (name.len() == named.len() || name.trim().contains(' ')) && take(name, found)
            };
            if is_taken {
                return;
            }
        }
    }
}

/// A name on the line of the date, or set off at the end.
fn beside(page: &Page, article: NodeId, title: &Title, blocks: &[Block], found: &mut Vec<String>) {
    for block in short_lines(page, article, title, blocks).into_iter().take(NEAR_TITLE) {
        let is_dated = |part: &str| written_date::find(part, false).is_some_and(|(start, _)| start == 0);
        let both = || parts(&block.text, &SEPARATORS).into_iter().flat_map(|part| parts(part, &[" / ", ", "]));
        let is_linked_elsewhere =
            block.linked > 0 && !page.descendants(block.element).any(|node| links_to_author(page, node));
        if !is_linked_elsewhere && both().any(is_dated) {
            for part in both().filter(|part| part.contains(' ') && !is_dated(part)) {
                if take(part, found) {
                    return;
                }
            }
        }
    }
    if let Some(last) = blocks.iter().rfind(|block| page.holds(article, block.start()) && block.furniture.is_none()) {
        let text = last.text.trim();
        let is_set_off = page
            .descendants(last.element)
            .take(SET_OFF_WITHIN)
            .any(|node| matches!(page.tag(node), Tag::Em | Tag::Strong) && page.text_content(node).trim() == text);
        if is_set_off && (2..=3).contains(&text.split_whitespace().count()) && last.linked == 0 {
            take(text, found);
        }
    }
}

/// The lines around the title but for the title and those that are text.
fn short_lines<'a>(page: &Page, article: NodeId, title: &Title, blocks: &'a [Block]) -> Vec<&'a Block> {
    /// In bytes.
    const LONGEST: usize = 110;
    let mut lines = title::lines_around(page, article, title, blocks);
    lines
        .retain(|block| block.length <= LONGEST && title.element.is_none_or(|title| !page.holds(title, block.start())));
    lines
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

/// What parts a byline from other things on its line.
const SEPARATORS: [&str; 9] = [" - ", " – ", " — ", " | ", " · ", " • ", "\n", " @", "|"];

fn parts<'a>(text: &'a str, separators: &[&str]) -> Vec<&'a str> {
    let mut parts = vec![text];
    for separator in separators {
        let mut place = 0;
        while let Some((before, behind)) = parts.get(place).and_then(|part| split_once(part, separator)) {
            parts[place] = before;
            place += 1;
            parts.insert(place, behind);
        }
    }
    parts.iter().map(|part| part.trim()).collect()
}

/// What follows "von", or "Posted by".
fn behind_by(line: &str) -> Option<&str> {
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

/// The text behind "Von", "By", "Text von".
fn without_by(mut text: &str) -> &str {
    while let Some((first, rest)) = text.split_once([' ', ':', '：', '＝', '\u{a0}'])
        && is_by(first)
    {
        text = rest.trim_start_matches([' ', ':', '：', '\u{a0}']);
    }
    text
}

/// Adds the names of a byline, in their order, without what stands around them.
fn names(text: &str, found: &mut Vec<String>) {
    const LONGEST: usize = 160;
    const JOINTS: [&str; 14] =
        [", ", " und ", " and ", " & ", " et ", " y ", " e ", " i ", " og ", " och ", " en ", "; ", " / ", "、"];
    let mut text = text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    for separator in SEPARATORS.into_iter().chain([" ("]) {
        text = split_once(text, separator).map_or(text, |(start, _)| start);
    }
    text = without_by(text);
    if text.len() > LONGEST || is_by(text) {
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
        if is_full_name(named) && named.contains(' ') {
            part = named;
        }
        // What follows a name is another, or a place, an office, an agency: those are one word.
        if is_name(part) && (is_first || (is_full_name(part) && part.contains(' '))) {
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
    text.chars().any(char::is_alphabetic)
        && text.len() <= LONGEST
        && !text.contains(['@', '*', '©', '?', '!', '…', ':', '['])
        && !text.starts_with(|letter: char| letter.is_ascii_digit())
        && !contains(text, "://")
        && (!text.contains(' ') || text.chars().filter(char::is_ascii_digit).count() < 2)
        && text.split_whitespace().count() <= 8
}

#[cfg(test)]
mod tests {
    use super::{behind_by, is_label, names, parts, take, up_to_small_letters};

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
    fn parts_of_a_line() {
        assert_eq!(parts("yas! | By Anna Muster | 3. Mai", &[" | "]), ["yas!", "By Anna Muster", "3. Mai"]);
        assert_eq!(parts("11.12.2019 - Anna Muster", &[" | ", " - "]), ["11.12.2019", "Anna Muster"]);
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
