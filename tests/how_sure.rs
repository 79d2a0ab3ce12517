//! How sure it is that a page has an article, and what is refused for that.

use reading_widget::{AnalyzeOptions, NoArticle, analyze, analyze_html};

const PARAGRAPHS: [&str; 3] = [
    "Nach drei Jahren Bauzeit rollt wieder Verkehr über die Lahn, und die Stadt hofft auf kürzere Wege und auf mehr Gäste in den Läden am Markt.",
    "Die neue Brücke ist breiter als die alte und hat auf beiden Seiten einen Weg für Fahrräder. Gebaut wurde sie aus Stahl, der in zwei Teilen über den Fluss geschoben worden ist.",
    "Am Montag fuhren mehr als viertausend Wagen über sie, am Dienstag waren es schon fünftausend. „Damit hatten wir erst im Sommer gerechnet“, sagt der Bauleiter.",
];

fn confidence(html: &str, address: &str) -> Result<f64, NoArticle> {
    analyze_html(html, Some(address), &AnalyzeOptions::default()).map(|analysis| analysis.confidence)
}

#[test]
fn what_looks_like_an_article_is_surer() {
    let text = PARAGRAPHS.map(|paragraph| format!("<p>{paragraph}</p>")).concat();
    let address = "https://zeitung.example/stadt/neue-bruecke-ueber-die-lahn-ist-offen";
    let bare = confidence(&format!("<div><h1>Die Brücke ist offen</h1>{text}</div>"), address).expect("an article");
    let said = confidence(
        &format!(
            "<script type=application/ld+json>{{\"@type\":\"NewsArticle\"}}</script><main><article><h1>Die Brücke ist offen</h1>{text}</article></main>"
        ),
        address,
    )
    .expect("an article");
    assert!(said > 0.9 && bare > 0.3 && said > bare, "{said} {bare}");
}

#[test]
fn a_plain_text_is_the_text() {
    assert!((analyze(PARAGRAPHS[0], &AnalyzeOptions::default()).confidence - 1.0).abs() < f64::EPSILON);
}

#[test]
fn lists_are_refused_for_what_they_look_like() {
    let card = |number: usize| {
        format!(
            "<div class=card><h3><a href=/p/{number}>Lampe {number}</a></h3><h4><a href=/m/{number}>Marke {number}</a></h4><a href=/p/{number}>Ansehen</a><p>{}</p><span>{number},99 €</span><a href=/korb/{number}>In den Korb</a></div>",
            &PARAGRAPHS[number % 3][..100]
        )
    };
    let shop = format!(
        "<title>Lampen</title><ul>{}</ul><div class=grid>{}</div>",
        "<li><a href=/a>Lampen</a></li><li><h4><a href=/b>Leuchten</a></h4></li>".repeat(150),
        (0..4).map(card).collect::<String>()
    );
    let refused = confidence(&shop, "https://laden.example/");
    assert!(matches!(refused, Err(NoArticle::Unlike | NoArticle::Several)), "{refused:?}");
    assert!(NoArticle::Unlike.to_string().contains("looks like a list"));
    // Whatever the page looks like, what its markup announces as the article is one.
    let announced = format!("{shop}<article><h1>Lampen</h1><p>{}</p></article>", PARAGRAPHS.join("</p><p>").repeat(6));
    assert!(confidence(&announced, "https://laden.example/lampen/").is_ok());
}
