//! What pages must not be able to do: every input has an answer or a reason.

use proptest::prelude::*;
use reading_widget::{AnalyzeOptions, NoArticle, analyze, analyze_html};

fn read(html: &str) -> Result<reading_widget::Analysis, NoArticle> {
    analyze_html(html, Some("https://zeitung.example/a"), &AnalyzeOptions::default())
}

#[test]
fn pages_without_an_article_have_a_reason() {
    let long =
        "Die Stadt hofft auf kürzere Wege, das Land auf mehr Gäste, und die Schulen auf pünktliche Busse. ".repeat(5);
    let several = format!("<article><p>{long}</p></article>").repeat(3);
    for (html, reason) in [
        ("", NoArticle::Missing),
        ("<p>Kurz.</p>", NoArticle::Missing),
        ("<article></article>", NoArticle::Empty),
        ("<article><h1></h1><p> </p></article>", NoArticle::Empty),
        (several.as_str(), NoArticle::Several),
    ] {
        assert_eq!(read(html).map(|analysis| analysis.words), Err(reason), "{html:.60}");
    }
}

#[test]
fn one_word_and_very_many() {
    let one = read("<article><h1>Titel</h1><p>Wort</p></article>").expect("an article");
    assert_eq!((one.words, one.minutes), (1, 1));
    let many = format!("<article><h1>Titel</h1><p>{}</p></article>", "Wort und Satz. ".repeat(70_000));
    assert_eq!(read(&many).expect("an article").words, 210_000);
}

#[test]
fn nested_deep() {
    let text =
        "Nach drei Jahren Bauzeit rollt wieder Verkehr über die Lahn, und die Stadt hofft auf kürzere Wege. ".repeat(6);
    for tag in ["div", "span", "b", "blockquote", "ul><li"] {
        let page = format!("<article><h1>Tief</h1>{}<p>{text}</p></article>", format!("<{tag}>").repeat(5000));
        assert!(read(&page).is_ok_and(|analysis| analysis.words >= 100), "{tag}");
    }
}

#[test]
fn twenty_thousand_of_what_there_is_one_of() {
    const MANY: usize = 20_000;
    let text = format!("<p>{}</p>", "Nach drei Jahren rollt wieder Verkehr über die Lahn. ".repeat(12));
    let deep = |inner: String| ["<div class=comment>".repeat(300), inner, "</div>".repeat(300)].concat();
    let authors: Vec<String> = (0..MANY).map(|number| format!("{{\"name\":\"Anna Muster{number}\"}}")).collect();
    let links: Vec<String> = (0..MANY).map(|number| format!("<a href=/tag/t{number}>Thema {number}</a>")).collect();
    for page in [
        format!(
            "<article><h1>Titel</h1>{}{text}</article>",
            deep("<span class=author>Anna Muster</span>".repeat(MANY))
        ),
        format!("<article>{text}{}</article>", "<h1>Titel</h1>".repeat(MANY)),
        format!("<article><h1>Titel</h1>{text}{}</article>", deep(links.concat())),
        format!("<article><h1>Titel</h1>{text}<p>{}Anna Muster</p></article>", "<em>".repeat(4000)),
        format!("<article><h1>Titel</h1><p class=byline>Von {}</p>{text}</article>", "Anna Muster und ".repeat(MANY)),
        format!(
            "<script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"author\":[{}]}}</script><article>{text}</article>",
            authors.join(",")
        ),
    ] {
        let analysis = read(&page).expect("an article");
        assert!(analysis.words >= 108, "{} words: {page:.80}", analysis.words);
        assert!(analysis.byline.is_none_or(|byline| byline.len() < 2000), "{page:.80}");
        assert!(analysis.topics.len() <= 5, "{page:.80}");
    }
}

#[test]
fn languages_that_are_none() {
    let text = "Die Stadt hofft auf kürzere Wege, und das Land auf mehr Gäste, die mit der Bahn nach Hessen kommen. "
        .repeat(5);
    for (lang, expected) in
        [("de_DE", "de"), ("x", "de"), ("", "de"), ("xx-invalid", "de"), ("DE", "de"), ("fr-CA", "de")]
    {
        let page = format!("<html lang=\"{lang}\"><article><h1>Titel</h1><p>{text}</p></article>");
        assert_eq!(read(&page).expect("an article").language, expected, "lang={lang}");
    }
}

#[test]
fn titles_and_topics_are_text() {
    let page = "<article><h1>&lt;img src=x onerror=alert(1)&gt;</h1><p>Ein Absatz.</p><a rel=tag href='javascript:alert(1)'>&lt;b&gt;X</a></article>";
    let analysis = read(page).expect("an article");
    assert_eq!(analysis.title.as_deref(), Some("<img src=x onerror=alert(1)>"));
    assert_eq!((analysis.topics[0].label.as_str(), analysis.topics[0].href.as_deref()), ("<b>X", None));
}

#[test]
fn addresses_of_other_schemes_are_none() {
    let head = r#"<link rel=canonical href="javascript:alert(1)"><meta property=og:url content="data:text/html,x"><meta property=og:image content="file:///etc/passwd">"#;
    let analysis = read(&format!("{head}<article><h1>Titel</h1><p>Ein Absatz.</p></article>")).expect("an article");
    assert_eq!((analysis.url.as_deref(), analysis.image), (Some("https://zeitung.example/a"), None));
}

#[test]
fn as_many_topics_as_asked_for() {
    let tags: Vec<String> =
        (0..20_000).map(|number| format!("<a rel=tag href=/tag/{number}>Thema {number}</a>")).collect();
    let said = "Thema 1, Thema 2, Thema 3, Thema 4, Thema 5, Thema 6";
    let page = format!("<article><h1>Titel</h1><p>{said}.</p></article>{}", tags.concat());
    assert_eq!(read(&page).expect("an article").topics.len(), 5);
}

/// Plain texts, with the words and the letters that are counted in them.
#[test]
fn texts_that_nobody_writes() {
    // More than 50 scripts in one paragraph.
    let scripts: Vec<&str> = include_str!("cases/counts.tsv")
        .lines()
        .skip(1)
        .map(|line| line.split('\t').nth(6).expect("a text"))
        .filter(|text| !text.is_ascii())
        .collect();
    let cases = [
        (String::new(), 0, 0),
        (" \n\r\n\u{2028}".to_owned(), 0, 0),
        ("Wort".to_owned(), 1, 0),
        ("a".repeat(10_000_000), 1, 0),
        ("ä".repeat(1_000_000), 1, 0),
        ("漢".repeat(1_000_000), 0, 1_000_000),
        ("\u{0}".repeat(100_000), 0, 0),
        ("\u{fffd}".repeat(100_000), 0, 0),
        ("\u{301}".repeat(100_000), 0, 0),
        (".,;!? — ".repeat(100_000), 0, 0),
        ("0123456789".repeat(100_000), 1, 0),
        ("1 ".repeat(100_000), 100_000, 0),
        ("\n".repeat(100_000), 0, 0),
    ];
    for (text, words, characters) in &cases {
        let analysis = analyze(text, &AnalyzeOptions::default());
        assert_eq!((analysis.words, analysis.characters), (*words, *characters), "{text:.20}");
        assert!(analysis.minutes >= 1 && analysis.seconds >= 0.0);
    }
    assert!(analyze(&scripts.join(" "), &AnalyzeOptions::default()).words > 200);
    for language in ["", "x", "\u{0}", "zz-zz-zz", "de_DE@euro", "日本語", &"de-".repeat(10_000)] {
        let options = AnalyzeOptions { language: Some(language.to_owned()), ..AnalyzeOptions::default() };
        assert_eq!(analyze("Wort", &options).words, 1, "{language:.20}");
    }
}

#[test]
fn a_million_words() {
    let words: Vec<String> = (0..1_000_000).map(|number| format!("w{}", number % 5000)).collect();
    assert_eq!(analyze(&words.join(" "), &AnalyzeOptions::default()).words, 1_000_000);
}

/// Pieces that markup breaks on, in any order.
fn markup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("<article>".to_owned()),
        Just("</article>".to_owned()),
        Just("<p>".to_owned()),
        Just("<b>".to_owned()),
        Just("</b>".to_owned()),
        Just("<h1>".to_owned()),
        Just("<h2>".to_owned()),
        Just("<ul><li>".to_owned()),
        Just("<table><tr><td>".to_owned()),
        Just("<br><br>".to_owned()),
        Just("<a href=/tag/x rel=tag>".to_owned()),
        Just("<div class='comment byline ad'>".to_owned()),
        Just("<time datetime='2024-06-17'>".to_owned()),
        Just("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":[1]}</script>".to_owned()),
        Just("<details><summary>".to_owned()),
        Just("<img width=1x>".to_owned()),
        "\\PC{0,40}",
        "[A-Za-zäöüß一-三ก-ฮ \u{ad}.,:-]{0,80}",
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_page_breaks_it(html in markup()) {
        if let Ok(analysis) = read(&html) {
            prop_assert!(analysis.minutes >= 1 && analysis.seconds >= 0.0);
            prop_assert!(analysis.range[0] <= analysis.range[1]);
            prop_assert!(analysis.topics.len() <= 5);
        }
    }

    #[test]
    fn words_of_two_texts_are_the_words_of_both(one in "\\PC{0,60}", other in "\\PC{0,60}") {
        let count = |text: &str| { let analysis = analyze(text, &AnalyzeOptions::default()); (analysis.words, analysis.characters) };
        let (first, second) = (count(&one), count(&other));
        prop_assert_eq!(count(&format!("{one}\n{other}")), (first.0 + second.0, first.1 + second.1));
    }
}
