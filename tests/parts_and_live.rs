//! Texts of which the page has only the beginning, and texts that grow: told by what the page says and by the text itself.

use reading_widget::{Analysis, AnalyzeOptions, ArticleKind, analyze_html};

const PARAGRAPH: &str = "Elf Jahre lang stand die Halle am alten Hafen leer, und nun liegt dort der Kiel einer Fähre, \
    die vom nächsten Sommer an zwischen den Inseln fahren soll.";

fn read(linked_data: &str, body: &str) -> Analysis {
    let page = format!(
        "<html lang=de><script type=application/ld+json>{linked_data}</script><main><article><h1>Die Werft baut wieder Fähren</h1>{body}</article></main></html>"
    );
    analyze_html(&page, None, &AnalyzeOptions::default()).expect("an article")
}

#[test]
fn what_is_missing_shows_in_the_text_and_not_in_what_is_paid_for() {
    let paid = |more: &str| {
        format!(
            r#"{{"@type":"NewsArticle","isAccessibleForFree":false,"hasPart":{{"isAccessibleForFree":"False","cssSelector":".paid"}}{more}}}"#
        )
    };
    let as_string = r#"{"@type":"NewsArticle","isAccessibleForFree":"False"}"#.to_owned();
    let free = r#"{"@type":"NewsArticle","isAccessibleForFree":true,"wordCount":2000}"#.to_owned();
    let short = format!("<p>{PARAGRAPH}</p>").repeat(3);
    let gated = format!("{short}<div class=paid><button>Weiterlesen</button></div>");
    let whole = format!("<p>{PARAGRAPH}</p><div class=paid>{}</div>", format!("<p>{PARAGRAPH}</p>").repeat(6));
    let long = format!("<p>{PARAGRAPH}</p>").repeat(30);
    let trailing = format!(
        "{short}<p>Achtzig Leute arbeiten inzwischen auf der Werft, und die meisten haben auch hier gelernt, …</p>"
    );
    let stopping = format!(
        "{short}<p>Achtzig Leute arbeiten inzwischen auf der Werft, und die meisten haben auch hier gelernt,</p>"
    );
    // Whether it is a part, and whether the time is that of another amount than is there.
    for (name, linked_data, body, expected) in [
        ("a wall in place of the rest", paid(""), &gated, (true, false)),
        ("and how many words there are", paid(r#","wordCount":"940""#), &gated, (true, true)),
        ("and how long they take", paid(r#","timeRequired":"PT9M""#), &gated, (true, true)),
        ("as many words as are there", paid(r#","wordCount":160"#), &whole, (false, false)),
        ("all of it for search engines", paid(""), &whole, (false, false)),
        ("all of it, the class is a template's", paid(""), &long, (false, false)),
        ("far less than the page says", paid(r#","wordCount":3000"#), &long, (true, true)),
        ("it trails off", as_string.clone(), &trailing, (true, false)),
        ("it stops", as_string.clone(), &stopping, (true, false)),
        ("it ends", as_string, &short, (false, false)),
        ("free, with a wrong count", free.clone(), &short, (false, false)),
        ("free, trails off, far less than the page says", free, &trailing, (true, true)),
        ("trails off and says nothing", "{}".to_owned(), &trailing, (false, false)),
    ] {
        let analysis = read(&linked_data, body);
        let there = read("{}", body);
        assert_eq!(analysis.words, there.words, "{name}");
        assert_eq!(
            (analysis.partial, analysis.seconds > there.seconds),
            expected,
            "{name}: {} seconds",
            analysis.seconds
        );
        assert!(analysis.range[0] <= analysis.minutes && analysis.minutes <= analysis.range[1], "{name}");
    }
    assert_eq!(read(&paid(r#","timeRequired":"PT9M""#), &gated).minutes, 9);
}

#[test]
fn many_entries_with_their_times_are_a_live_blog() {
    let entries = |count: usize, time: &dyn Fn(usize) -> String| -> String {
        (0..count)
            .flat_map(|number| ["<div><p>".to_owned(), time(number), format!("</p><p>{PARAGRAPH}</p></div>")])
            .collect()
    };
    let clock = |number: usize| format!("<time datetime=2026-01-12T{:02}:30>vorhin</time>", number % 24);
    let day = |number: usize| format!("<time datetime=2025-03-{:02}>{number}. März</time>", number + 1);
    let microdata = "<section itemscope itemtype='https://schema.org/LiveBlogPosting'>".to_owned()
        + &entries(3, &clock)
        + "</section>";
    for (name, linked_data, body, expected) in [
        (
            "JSON-LD",
            r#"[{"@type":"WebPage"},{"@type":["LiveBlogPosting"]}]"#,
            entries(3, &clock),
            ArticleKind::Liveblog,
        ),
        ("microdata", "{}", microdata, ArticleKind::Liveblog),
        ("entries", "{}", entries(30, &clock), ArticleKind::Liveblog),
        ("a few updates", "{}", entries(5, &clock), ArticleKind::Article),
        ("a chronicle", "{}", entries(30, &day), ArticleKind::Article),
        (
            "comments behind a text",
            "{}",
            format!("<p>{PARAGRAPH}</p>").repeat(12) + &entries(30, &clock),
            ArticleKind::Article,
        ),
        (
            "times of what stands beside",
            "{}",
            format!("<p>{PARAGRAPH}</p>") + &format!("<p>{}</p>", clock(1)).repeat(30),
            ArticleKind::Article,
        ),
    ] {
        let analysis = read(linked_data, &body);
        assert_eq!(analysis.kind, Some(expected), "{name}");
        assert!(analysis.seconds > 0.0, "{name}");
    }
}
