//! Pages without an article, generated in several languages and shapes: front pages and sections,
//! shops, search results, log-ins, errors. Each must have a reason and no reading time.

use reading_widget::{Analysis, AnalyzeOptions, NoArticle, analyze_html};

fn read(html: &str) -> Result<Analysis, NoArticle> {
    analyze_html(html, Some("https://zeitung.example/seite"), &AnalyzeOptions::default())
}

/// What a language calls things, and sentences of teasers.
struct Words {
    lang: &'static str,
    latest: &'static str,
    search: &'static str,
    cart: &'static str,
    login: &'static str,
    not_found: &'static str,
    teasers: [&'static str; 4],
}

const LANGUAGES: [Words; 5] = [
    Words {
        lang: "de",
        latest: "Aktuelle Nachrichten",
        search: "Suchergebnisse für „Brücke“",
        cart: "In den Warenkorb",
        login: "Bitte melden Sie sich an, um fortzufahren.",
        not_found: "Diese Seite gibt es nicht mehr.",
        teasers: [
            "Nach drei Jahren Bauzeit rollt wieder Verkehr über die Lahn, und die Stadt hofft auf kürzere Wege.",
            "Der Rat streitet über den neuen Haushalt, der so hoch ist wie nie zuvor in der Geschichte der Stadt.",
            "Ein Verein sammelt alte Fahrräder, richtet sie her und verschenkt sie an Kinder im ganzen Landkreis.",
            "Die Bäckerei am Markt schließt nach hundert Jahren, weil sich niemand fand, der sie weiterführt.",
        ],
    },
    Words {
        lang: "en",
        latest: "Latest news",
        search: "Search results for “bridge”",
        cart: "Add to basket",
        login: "Please sign in to continue.",
        not_found: "The page that you are looking for does not exist.",
        teasers: [
            "After three years of work the bridge is open again, and the town hopes for shorter ways to the station.",
            "The council argues about the new budget, which is larger than any other in the history of the town.",
            "A club collects old bicycles, repairs them and gives them away to children in the whole county.",
            "The bakery at the market closes after a hundred years because nobody wants to carry it on.",
        ],
    },
    Words {
        lang: "fr",
        latest: "À la une",
        search: "Résultats de la recherche « pont »",
        cart: "Ajouter au panier",
        login: "Veuillez vous connecter pour continuer.",
        not_found: "La page que vous cherchez n’existe plus.",
        teasers: [
            "Après trois ans de travaux, le pont est de nouveau ouvert et la ville espère des trajets plus courts.",
            "Le conseil débat du nouveau budget, qui est plus élevé que tous les autres dans l’histoire de la ville.",
            "Une association recueille de vieux vélos, les répare et les donne aux enfants de tout le canton.",
            "La boulangerie du marché ferme après cent ans parce que personne ne veut reprendre le commerce.",
        ],
    },
    Words {
        lang: "ar",
        latest: "آخر الأخبار",
        search: "نتائج البحث عن «جسر»",
        cart: "أضف إلى السلة",
        login: "يرجى تسجيل الدخول للمتابعة.",
        not_found: "الصفحة التي تبحث عنها غير موجودة.",
        teasers: [
            "بعد ثلاث سنوات من العمل فُتح الجسر من جديد وتأمل المدينة في طرق أقصر إلى المحطة.",
            "يناقش المجلس الميزانية الجديدة وهي أكبر من أي ميزانية أخرى في تاريخ المدينة.",
            "تجمع جمعية الدراجات القديمة وتصلحها وتهديها إلى الأطفال في المنطقة كلها.",
            "يغلق المخبز القديم في السوق بعد مئة عام لأن أحدا لا يريد أن يواصل العمل فيه.",
        ],
    },
    Words {
        lang: "ja",
        latest: "最新ニュース",
        search: "「橋」の検索結果",
        cart: "カートに入れる",
        login: "続けるにはログインしてください。",
        not_found: "お探しのページは見つかりませんでした。",
        teasers: [
            "三年間の工事を終えて橋が再び開通し、町は駅までの道が短くなることを期待している。",
            "議会は新しい予算について議論しているが、その額は町の歴史の中で最も大きい。",
            "ある団体が古い自転車を集めて修理し、地域の子どもたちに無料で配っている。",
            "市場のパン屋は百年の歴史に幕を下ろす。後を継ぐ人が見つからなかったからだ。",
        ],
    },
];

fn page(words: &Words, head: &str, body: &str) -> String {
    let menu = "<header><nav><ul><li><a href=/a>A</a><li><a href=/b>B</a></ul></nav></header>";
    format!(
        "<!doctype html><html lang={}><head><title>{}</title>{head}</head><body>{menu}{body}<footer>© Zeitung</footer></body></html>",
        words.lang, words.latest
    )
}

/// Twelve teasers, each in the markup that `teaser` makes of address, heading and text.
fn teasers(words: &Words, teaser: fn(&str, &str, &str) -> String) -> String {
    (0..12)
        .map(|number| {
            let text = words.teasers[number % 4];
            let heading: String = text.chars().take(24).collect();
            teaser(&format!("/{number}"), &format!("{heading} {number}"), text)
        })
        .collect()
}

fn article_teaser(address: &str, heading: &str, text: &str) -> String {
    format!("<article><h2><a href={address}>{heading}</a></h2><p>{text}</p></article>")
}

fn linked_card(address: &str, heading: &str, text: &str) -> String {
    format!("<div class=card><a href={address}><h3>{heading}</h3><p>{text}</p></a></div>")
}

fn list_item(address: &str, heading: &str, text: &str) -> String {
    format!("<li><h3><a href={address}>{heading}</a></h3><p>{text}</p></li>")
}

fn plain_block(address: &str, heading: &str, text: &str) -> String {
    format!("<div><h3><a href={address}>{heading}</a></h3><p>{text}</p></div>")
}

fn headline(address: &str, heading: &str, _: &str) -> String {
    format!("<li><a href={address}>{heading}</a></li>")
}

#[test]
fn lists_shops_and_errors_are_no_articles() {
    let mut pages: Vec<(String, String)> = Vec::new();
    for words in &LANGUAGES {
        let heading = |text: &str| format!("<h1>{text}</h1>");
        let product = |address: &str, heading: &str, _: &str| {
            format!(
                "<li class=product><a href={address}><img src={address}.jpg alt=''>{heading}</a><span>19,90 €</span></li>"
            )
        };
        let cart = format!("<button>{}</button>", words.cart);
        let shop: String = teasers(words, product) + &cart;
        let form = "<form><label>E-Mail <input name=mail></label><label><input type=password></label><button>OK</button></form>";
        let shapes: [(&str, String); 10] = [
            ("front page of articles", format!("<main>{}</main>", teasers(words, article_teaser))),
            (
                "section of articles under a title",
                format!("<main>{}{}</main>", heading(words.latest), teasers(words, article_teaser)),
            ),
            ("cards that are links", format!("<main>{}{}</main>", heading(words.latest), teasers(words, linked_card))),
            (
                "list of teasers",
                format!("<main>{}<ul>{}</ul></main>", heading(words.latest), teasers(words, list_item)),
            ),
            ("teasers in plain blocks", format!("<div>{}</div>", teasers(words, plain_block))),
            ("headlines alone", format!("<ul>{}</ul>", teasers(words, headline))),
            ("search results", format!("{}<ol>{}</ol>", heading(words.search), teasers(words, list_item))),
            ("shop", format!("<main>{}<ul>{shop}</ul></main>", heading(words.latest))),
            ("log-in", format!("<main><p>{}</p>{form}</main>", words.login)),
            ("error", format!("<main>{}<p>{}</p></main>", heading("404"), words.not_found)),
        ];
        for (name, body) in shapes {
            pages.push((format!("{name}, {}", words.lang), page(words, "", &body)));
        }
    }
    assert!(pages.len() >= 40);
    let taken: Vec<&str> = pages.iter().filter(|(_, html)| read(html).is_ok()).map(|(name, _)| name.as_str()).collect();
    assert!(taken.is_empty(), "{} of {} pages were taken for articles: {taken:#?}", taken.len(), pages.len());
}

#[test]
fn what_holds_no_text_is_no_article() {
    for (name, html) in [
        ("a picture", "<main><h1>Bild</h1><img src=a.jpg width=1200 height=800></main>"),
        ("a video", "<main><h1>Film</h1><video src=a.mp4></video></main>"),
        (
            "a text area",
            "<main><form><textarea>Nach drei Jahren rollt wieder Verkehr über die Lahn.</textarea></form></main>",
        ),
        ("a frame", "<body><iframe src=/a></iframe></body>"),
    ] {
        assert!(read(html).is_err(), "{name}");
    }
}

#[test]
fn two_articles_side_by_side_are_several() {
    let text = LANGUAGES[0].teasers.join(" ").repeat(3);
    let html = format!("<article><h1>Eins</h1><p>{text}</p></article><article><h1>Zwei</h1><p>{text}</p></article>");
    assert_eq!(read(&html).map(|analysis| analysis.words), Err(NoArticle::Several));
}

#[test]
fn an_article_that_is_cut_off_or_laid_out_in_tables_is_read() {
    let text = LANGUAGES[0].teasers.repeat(2).join("</p><p>");
    let whole = format!("<article><h1>Offen</h1><p>{text}</p></article>");
    let cut = &whole[..whole.len() - 60];
    let tables = format!(
        "<table><tr><td><a href=/a>A</a><br><a href=/b>B</a></td><td><h1>Offen</h1><p>{text}</p></td></tr></table>"
    );
    for html in [cut, tables.as_str()] {
        let analysis = read(html).expect("an article");
        assert_eq!(analysis.title.as_deref(), Some("Offen"), "{html:.40}");
        assert!((110..=140).contains(&analysis.words), "{} words: {html:.40}", analysis.words);
    }
}

/// What must not cost more than its size: long pages, many empty nodes, deep nesting, what isn't closed.
#[test]
fn large_pages_end() {
    let paragraph = format!("<p>{}</p>", LANGUAGES[0].teasers[0]);
    let many = format!("<article><h1>Groß</h1>{}</article>", paragraph.repeat(3_000));
    assert!(read(&many).is_ok_and(|analysis| analysis.words == 3_000 * 17));
    let nodes = format!("<article><h1>Viele</h1>{paragraph}{}</article>", "<i></i>".repeat(50_000));
    assert!(read(&nodes).is_ok());
    let unclosed = format!("<h1>{}", paragraph.repeat(1_000));
    let title = read(&unclosed).ok().and_then(|analysis| analysis.title);
    assert!(title.is_none_or(|title| title.len() < 1000));
    let headings = format!("<article><p>x</p>{}</article>", "<div><h2>Titel</h2>".repeat(3_000));
    assert_eq!(read(&headings).map(|analysis| analysis.words), Ok(1));
    let links = format!("<article><h1>Links</h1>{paragraph}{}</article>", "<ul><li><a href=/a>A</a>".repeat(3_000));
    assert!(read(&links).is_ok());
}
