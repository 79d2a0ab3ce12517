//! What a page says of its article: title, names, dates, section, number of comments. Whole pages lie
//! in `tests/cases/reported/`, made from reports of faults with invented texts; the rest is written here.

use std::fs;
use std::path::Path;

use reading_widget::{Analysis, AnalyzeOptions, analyze_html};

fn read(html: &str) -> Analysis {
    let address = "https://zeitung.example/stadt/depot";
    analyze_html(html, Some(address), &AnalyzeOptions::default()).expect("an article")
}

fn field<'a>(analysis: &'a Analysis, name: &str) -> Option<&'a str> {
    match name {
        "title" => analysis.title.as_deref(),
        "byline" => analysis.byline.as_deref(),
        "section" => analysis.section.as_deref(),
        "modified" => analysis.modified.as_deref(),
        "published" => analysis.published.as_deref(),
        _ => panic!("{name} is no field"),
    }
}

#[test]
fn pages_made_from_reports() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/reported");
    for (file, name, expected) in [
        ("byline-address-in-aside", "byline", Some("Julia Carr, Sam Levy")),
        ("byline-figcaption-itemprop-author", "byline", Some("Trine Holm, Malik Berg")),
        ("byline-last-byline-class", "byline", Some("Mark Sand, William Rasch, Al Becker, Ada Gold")),
        ("byline-list-item-von", "byline", Some("Jonna Kehl")),
        ("byline-twitter-link", "byline", Some("Sara Lazlo")),
        ("date-dc-date-accepted", "published", Some("2023-01-02")),
        ("date-footer-terms", "published", None),
        ("date-jsonld-two-objects", "published", Some("2020-10-26T18:10:00+01:00")),
        ("date-shown-update-next-day", "published", Some("2025-06-29T17:29:54.000Z")),
        ("date-shown-update-next-day", "modified", Some("2025-06-30T09:46:00.000Z")),
        ("lead-strapline-in-byline", "byline", Some("Ada Penn")),
        ("title-kicker-glued", "title", Some("Im alten Depot läutet es wieder")),
        ("title-landmark-heading", "title", Some("Old tram depot opens again")),
        ("title-nav-h1-beats-hgroup", "title", Some("Vier Jahre Stille – dann fährt Wagen sieben aus der Halle")),
        ("title-pilcrow", "title", Some("Old tram depot opens again")),
        ("title-soft-hyphens", "title", Some("Verfassungsbeschwerde gegen das Straßenbahndepot")),
    ] {
        let html = fs::read_to_string(folder.join(file).with_extension("html")).expect(file);
        assert_eq!(field(&read(&html), name), expected, "{file}: {name}");
    }
}

const HEADING: &str = "<h1>Altes Depot öffnet wieder</h1>";

/// A page with this in its head, around its text and behind its article.
fn page(head: &str, above: &str, behind: &str) -> String {
    [
        "<!doctype html><html lang=de><head><title>Altes Depot öffnet wieder</title>",
        head,
        "</head><body><article>",
        above,
        "<p>Der Stadtrat hat am Montag beschlossen, das alte Straßenbahndepot am Hafen wieder zu öffnen. Vier Jahre lang \
         wurde das Gebäude saniert, nun fahren die ersten Wagen aus der Halle.</p>\
         <p>Handwerker erneuerten das Dach, die Gleise und fast alle Leitungen. Die Arbeiten kosteten elf Millionen und \
         dauerten einen Winter länger, als die Stadt anfangs geplant hatte.</p></article>",
        behind,
        "</body></html>",
    ]
    .concat()
}

fn linked(members: &str) -> String {
    ["<script type='application/ld+json'>{\"@type\":\"NewsArticle\",", members, "}</script>"].concat()
}

#[test]
fn titles() {
    for (head, above, expected) in [
        // A path to the article with a heading for search engines.
        (
            "<meta property=og:title content='Warum das Depot läutet'>",
            "<ul class=breadcrumb><li><h1>Depot: Alles zur Öffnung</h1></li></ul>\
             <h2><span>Nahverkehr</span> <span>Warum das Depot läutet</span></h2>",
            "Warum das Depot läutet",
        ),
        // Search engines' title and the one that is seen.
        (
            "<meta property=og:title content='Depot am Hafen: Alle Fragen und Antworten'>",
            HEADING,
            "Altes Depot öffnet wieder",
        ),
        (
            "<meta property=og:title content='Nahverkehr: Altes Depot öffnet wieder'>",
            "<h1><span>Nahverkehr</span> <span>Altes Depot öffnet wieder</span></h1>",
            "Altes Depot öffnet wieder",
        ),
        (
            "<meta property=og:title content='Depot im Bau'>",
            "<h1><span class=kicker>Nahverkehr</span>Altes Depot öffnet wieder</h1>",
            "Altes Depot öffnet wieder",
        ),
        // One title on two lines.
        ("", "<h1><span>Altes Depot</span><span>öffnet wieder</span></h1>", "Altes Depot öffnet wieder"),
        ("", "<h1>Altes Depot öffnet wieder <a href=#edit>[bearbeiten]</a></h1>", "Altes Depot öffnet wieder"),
        ("", "<h1>Altes Depot öffnet wieder<a href=#depot>#</a></h1>", "Altes Depot öffnet wieder"),
        // Only JSON-LD has a title that isn't the site's.
        (
            "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"Recht &amp; Depot: &#8222;Es läutet&#8220;\"}</script>",
            "",
            "Recht & Depot: „Es läutet“",
        ),
    ] {
        assert_eq!(read(&page(head, above, "")).title.as_deref(), Some(expected), "{head} {above}");
    }
    // Around the article: labels that are headings, a frame of the title alone.
    for (around, inside, expected) in [
        ("<h1>By</h1>", "<h2>Im Depot läutet es</h2>", "Im Depot läutet es"),
        ("<article class=hero><h1>Im Depot läutet es</h1></article>", "<h2>Im Depot</h2>", "Im Depot läutet es"),
    ] {
        let html = page("", inside, "").replace("<body>", &["<body>", around].concat());
        assert_eq!(read(&html).title.as_deref(), Some(expected), "{around} {inside}");
    }
    let below = page("", "<h2>Im Depot läutet es</h2>", "").replace("</p><p>", "</p><h1>Schnellzugriff</h1><p>");
    assert_eq!(read(&below).title.as_deref(), Some("Im Depot läutet es"), "a heading below the text's beginning");
    // The words of the site's name are those of its host.
    let title = page("", "", "").replace("</title>", " – Stadt Zeitung</title>");
    let title = analyze_html(&title, Some("https://stadt.zeitung.example/depot"), &AnalyzeOptions::default());
    assert_eq!(title.expect("an article").title.as_deref(), Some("Altes Depot öffnet wieder"));
    // The site's name before and behind it, as a link or as a part of <title>.
    for (title, heading) in [
        ("Hafenblog | Altes Depot öffnet wieder", "<h1><a href='https://zeitung.example/'>Hafenblog</a></h1>"),
        ("Altes Depot öffnet wieder | Der Hafenblog", "<h1><a rel=home href=/blog/>Der Hafenblog</a></h1>"),
    ] {
        let above = [heading, "<h2>Altes Depot öffnet wieder</h2>"].concat();
        let html = page("", &above, "").replace("Altes Depot öffnet wieder</title>", &[title, "</title>"].concat());
        assert_eq!(read(&html).title.as_deref(), Some("Altes Depot öffnet wieder"), "{title}");
    }
}

#[test]
fn bylines() {
    let of_text = |line: &str| [HEADING, line].concat();
    let organization = linked("\"author\":{\"@type\":\"NewsMediaOrganization\",\"name\":\"Hafenbote\"}");
    for (head, above, expected) in [
        ("", of_text("<p class=byline>Von<a href=/x>Anna Muster</a><span>Redakteurin</span></p>"), "Anna Muster"),
        (
            "",
            of_text("<div class=byline><div>Anna Muster</div><div>Ben Beispiel</div></div>"),
            "Anna Muster, Ben Beispiel",
        ),
        ("", of_text("<p>3. Mai 2024 von Anna Muster in Lokales</p>"), "Anna Muster"),
        ("", of_text("<p class=author>Anna Muster im Gespräch mit Ben Beispiel</p>"), "Anna Muster"),
        ("", of_text("<p class=byline>Anna Muster, dpa</p>"), "Anna Muster, dpa"),
        ("", of_text("<p class=byline>Anna Muster und AFP, Berlin</p>"), "Anna Muster, AFP"),
        ("<meta name=author content='Anna Muster'>", of_text("<p class=byline>dpa</p>"), "Anna Muster"),
        ("", of_text("<p class=byline>dpa</p>"), "dpa"),
        (organization.as_str(), of_text("<p>Von Anna Muster</p>"), "Anna Muster"),
        (organization.as_str(), of_text(""), "Hafenbote"),
        // Who took a picture and who wrote another article.
        (
            "",
            of_text(
                "<figure><figcaption>Foto: <a rel=author href=/p>Piet Bild</a></figcaption></figure><p>Von Anna Muster</p>",
            ),
            "Anna Muster",
        ),
        ("<meta name=citation_author content='Muster, Anna'>", of_text(""), "Anna Muster"),
        (
            "<meta name='twitter:creator' content='@hafenbote'><meta name=author content='Anna Muster'>",
            of_text(""),
            "Anna Muster",
        ),
        ("<meta name=author content='Anna Muster &amp;amp; Ben Beispiel'>", of_text(""), "Anna Muster, Ben Beispiel"),
    ] {
        assert_eq!(read(&page(head, &above, "")).byline.as_deref(), Some(expected), "{head} {above}");
    }
    let behind = "<article class=teaser><p class=byline>Von Cem Exempel</p></article>";
    assert_eq!(read(&page("", HEADING, behind)).byline, None, "of another article");
}

#[test]
fn names_in_linked_data() {
    for (author, expected) in [
        ("\"Anna Muster\"", "Anna Muster"),
        ("[\"Anna Muster\",{\"name\":\"Ben Beispiel\"}]", "Anna Muster, Ben Beispiel"),
        ("{\"@type\":\"Person\",\"givenName\":\"Anna\",\"familyName\":\"Muster\"}", "Anna Muster"),
        ("{\"@type\":\"Person\",\"name\":[\"Anna Muster\",\"Ben Beispiel\"]}", "Anna Muster, Ben Beispiel"),
        ("[{\"@type\":\"Organization\",\"name\":\"Hafenbote\"},{\"name\":\"Anna Muster\"}]", "Anna Muster"),
    ] {
        let analysis = read(&page(&linked(&["\"author\":", author].concat()), HEADING, ""));
        assert_eq!(analysis.byline.as_deref(), Some(expected), "{author}");
    }
    for (script, expected) in [
        // In a graph, by reference.
        (
            "{\"@graph\":[{\"@type\":\"Article\",\"author\":{\"@id\":\"#a\"}},{\"@id\":\"#a\",\"@type\":\"Person\",\"name\":\"Anna Muster\"}]}",
            "Anna Muster",
        ),
        // In another script.
        (
            "{\"@type\":\"Article\",\"author\":{\"@id\":\"#a\"}}</script><script type='application/ld+json'>[{\"@id\":\"#a\",\"name\":\"Anna Muster\"}]",
            "Anna Muster",
        ),
        // What no parser of JSON takes.
        ("<!-- {\"@type\":\"Article\",\"author\":\"Anna\nMuster\",} -->", "Anna Muster"),
    ] {
        let head = ["<script type='application/ld+json'>", script, "</script>"].concat();
        assert_eq!(read(&page(&head, HEADING, "")).byline.as_deref(), Some(expected), "{script}");
    }
}

#[test]
fn dates() {
    let published = |date: &str| linked(&["\"datePublished\":\"", date, "\""].concat());
    for (head, line, expected) in [
        ("", "<p>Aktualisiert am 5. Mai 2024</p><p>Veröffentlicht am 3. Mai 2024</p>", Some("2024-05-03")),
        ("", "<p>3. Mai 2024<span>Aktualisiert: 5. Mai 2024</span></p>", Some("2024-05-03")),
        ("", "<p><span>Stadt</span><span>3. Mai 2024</span></p>", Some("2024-05-03")),
        ("", "<p>Zuletzt aktualisiert: 5. Mai 2024</p>", Some("2024-05-05")),
        ("<meta name='dc.date.accepted' content='2024-05-01'>", "", None),
        // In the world's time it is yesterday, or tomorrow; a teaser's day is neither.
        (&published("2024-05-02T22:30:00Z"), "<p>3. Mai 2024</p>", Some("2024-05-03")),
        (&published("2024-05-04T02:41:00Z"), "<p>3. Mai 2024</p>", Some("2024-05-03")),
        (
            "<meta property='article:published_time' content='2024-05-04T14:41:00Z'>",
            "<p>3. Mai 2024</p>",
            Some("2024-05-04T14:41:00Z"),
        ),
        // What a system fills in for search engines gives way to a day on a line of its own, not to that of
        // an event or a change.
        (&published("2025-11-20T16:02:46.767Z"), "<p>3. Mai 2024</p>", Some("2024-05-03")),
        (&published("2024-05-14"), "<p>Premiere: 3. Juni 2024</p>", Some("2024-05-14")),
        (&published("2024-05-14"), "<p>Aktualisiert: 3. Juni 2024</p>", Some("2024-05-14")),
        (&published("2024-05-14"), "<p>3. Juni 2024</p><p><time>14. Mai 2024</time></p>", Some("2024-05-14")),
        // A heading's day may be that of an event.
        ("", "<h2>10. April 2024, 18:00 Uhr</h2><p>6. März 2024</p>", Some("2024-03-06")),
        ("", "<h2>6. März 2024</h2>", Some("2024-03-06")),
        // Systems' clocks begin on this day.
        (&published("1970-01-01T01:00:00+01:00"), "", None),
        // A day in a sentence is none of the text's, but for that of a change.
        (
            "",
            "<p>Das nächste große Fest für alle im Viertel findet am Mittwoch, dem 5. Juni 2024, um 19 Uhr im alten Depot statt.</p>",
            None,
        ),
        (
            "",
            "<p>Dieser lange Text über das alte Depot wurde zuletzt aktualisiert am 5. Juni 2024, als die Gleise fertig waren.</p>",
            Some("2024-06-05"),
        ),
    ] {
        let above = [HEADING, line].concat();
        assert_eq!(read(&page(head, &above, "")).published.as_deref(), expected, "{head} {line}");
    }
    let behind = "<div class=blog-post-date>3. Mai 2024</div>";
    assert_eq!(read(&page("", HEADING, behind)).published.as_deref(), Some("2024-05-03"), "by its name, far away");
    for (behind, expected) in [
        ("<p>Gespeichert von <span>Anna Muster</span> am 3. Mai 2024 - 18:55</p>", Some("2024-05-03")),
        ("<p>Depot (last edited 2024-05-03 13:28:18 by Anna Muster)</p>", Some("2024-05-03T13:28")),
        ("<p>Diese Seite wurde zuletzt am 3. Mai 2024 um 13:22 Uhr geändert.</p>", Some("2024-05-03T13:22")),
        ("<div><label>Letzte Änderung:</label><div>3. Mai 2024</div></div>", Some("2024-05-03")),
        ("<footer><ul><li id=footer-info-lastmod>zuletzt am 3. Mai 2024 geändert</ul></footer>", Some("2024-05-03")),
        ("<p>Nächste Sitzung: 3. Mai 2024</p>", None),
        ("<div class=footer>Site last updated: 3 May 2024</div>", None),
    ] {
        assert_eq!(read(&page("", HEADING, behind)).published.as_deref(), expected, "behind the end: {behind}");
    }
    for (head, expected) in [
        ("<meta property='article:modified_time' content='2024-05-05T10:00Z'>", Some("2024-05-05T10:00Z")),
        (&linked("\"dateModified\":\"2024-05-05\""), Some("2024-05-05")),
        // Work before the publication is no change.
        (&linked("\"dateModified\":\"2024-05-02\",\"datePublished\":\"2024-05-03\""), None),
        (&linked("\"dateModified\":\"2024-05-03\",\"datePublished\":\"2024-05-03\""), None),
        ("", None),
    ] {
        assert_eq!(read(&page(head, HEADING, "")).modified.as_deref(), expected, "{head}");
    }
}

#[test]
fn sections_that_are_seen() {
    for (above, expected) in [
        ("<p>Von Anna Muster - in Politik</p>", Some("Politik")),
        ("<p>3. Mai 2024 | dans Culture</p>", Some("Culture")),
        ("<p class=category><a href=/politik>Politik</a></p>", Some("Politik")),
        (
            "<ul class=breadcrumb><li><a href=/>Zeitung</a></li><li><a href=/politik>Politik</a></li><li><a href=#x>Altes Depot</a></li></ul>",
            Some("Politik"),
        ),
        ("<p>Von Anna Muster</p>", None),
    ] {
        let above = [HEADING, above].concat();
        assert_eq!(read(&page("", &above, "")).section.as_deref(), expected, "{above}");
    }
}

#[test]
fn numbers_of_comments() {
    for (heading, expected) in [
        ("Kommentare (12)", Some(12)),
        ("12 Kommentare", Some(12)),
        ("1.234 Kommentare zu „Altes Depot“", Some(1234)),
        ("Comments (3)", Some(3)),
        ("1 Comment", Some(1)),
        ("7 commentaires", Some(7)),
        ("8 comentarios", Some(8)),
        ("Reacties (9)", Some(9)),
        ("Komentarze: 5", Some(5)),
        ("Yorumlar (4)", Some(4)),
        ("Комментарии: 6", Some(6)),
        ("コメント15件", Some(15)),
        ("评论(16)", Some(16)),
        ("댓글 17개", Some(17)),
        ("التعليقات (٢٣)", Some(23)),
        ("Kommentare", None),
        ("Kommentar vom 12.05.2024", None),
        ("Kommentar: Die 3 Fragen, 4 Antworten", None),
        ("12 Fotos", None),
    ] {
        let behind = ["<section id=thread><h2>", heading, "</h2></section>"].concat();
        assert_eq!(read(&page("", HEADING, &behind)).comments, expected, "{heading}");
    }
    let near = [HEADING, "<p><a href=#thread>12 Kommentare</a></p>"].concat();
    assert_eq!(read(&page("", &near, "")).comments, Some(12), "near the title");
}

/// Google asks for `.paywall` on the text that is paid for; a paper's paragraphs are called
/// `inline-placeholder`.
#[test]
fn what_marks_paid_or_late_text_is_text() {
    let paragraph = "Elf Jahre lang stand die Halle am alten Hafen leer, und nun liegt dort der Kiel einer Fähre.";
    for class in ["paywall", "inline-placeholder", "article__paywall-body"] {
        let page = format!(
            "<html lang=de><article><h1>Die Werft baut Fähren</h1>{}</article></html>",
            format!("<p class='{class}'>{paragraph}</p>").repeat(6)
        );
        let analysis = reading_widget::analyze_html(&page, None, &reading_widget::AnalyzeOptions::default());
        assert!(analysis.is_ok_and(|analysis| analysis.words >= 100), "{class}");
    }
}
