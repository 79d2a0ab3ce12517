//! What an article is about.
//!
//! The publisher's own topics win, then the editor's bullet list ([`list`]), then the page's tags
//! ([`metadata`], made fit to be seen by [`labels`]); where these are fewer than three, the text's fill up:
//! [`words`] and [`tokens`] read it ([`unspaced`] where there are no spaces), [`candidates`] are its phrases,
//! [`rank`] chooses. [`unfit`] says which labels no reader wants, [`mentions`] finds where each topic is spoken of.

mod candidates;
mod grammar;
mod kin;
mod labels;
mod list;
mod mentions;
mod metadata;
mod rank;
mod slug;
mod tokens;
mod unfit;
mod unspaced;
mod vocabulary;
mod why;
mod words;

pub(crate) use mentions::Mention;
pub(crate) use slug::slug;

use std::borrow::Cow;
use std::ops::Range;

use crate::analysis::{Source, Topic};
use crate::article::{Article, Metadata};
use crate::language::FunctionWords;
use crate::page::Page;
use crate::text::find::contains;

use grammar::Grammar;
use rank::Purpose;
use tokens::Text;
use unfit::Unfit;
use words::Words;

/// A page with fewer topics of its own than this gets the text's too.
const FEW: usize = 3;

/// Labels longer than this are sentences, not topics; in characters.
const LONGEST_LABEL: usize = 60;

/// A topic before its mentions are known.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) label: String,
    pub(crate) source: Source,
    pub(crate) relevance: f64,
    pub(crate) href: Option<String>,
    /// The part of a name that the text uses alone: "Baerbock".
    pub(crate) part: Option<String>,
    /// In words for an editor.
    pub(crate) why: Cow<'static, str>,
}

impl Named {
    fn by_hand(label: &str, source: Source, href: Option<String>, why: &'static str) -> Self {
        Self { label: label.to_owned(), source, relevance: 1.0, href, part: None, why: Cow::Borrowed(why) }
    }
}

/// What is wanted of the topics.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted<'a> {
    /// The publisher's own topics, which win.
    pub(crate) own: &'a [String],
    pub(crate) most: usize,
    /// Whether [`Topic::why`] is.
    pub(crate) explain: bool,
}

/// What an article is about, as far as that is known.
pub(crate) struct Draft {
    topics: Vec<Named>,
    /// The blocks of the body that are the editor's own list of topics.
    listed: Range<usize>,
    /// The article's text, its title first if there is one, where nobody has chosen enough topics by hand.
    text: Option<(Text, Unfit)>,
}

/// What the page says of its topics.
pub(crate) fn of_article(
    page: &Page,
    article: &Article,
    metadata: &Metadata<'_>,
    language: &str,
    words: &FunctionWords,
    wanted: Wanted<'_>,
) -> Draft {
    let grammar = &Grammar::of(language, words);
    let list = list::find(page, article, language);
    let mut topics = distinct(by_hand(wanted.own, Source::Option, "named by the publisher"), grammar, wanted.most);
    if topics.is_empty() {
        let labels = list.as_ref().map_or(&[][..], |list| &list.labels);
        topics = distinct(by_hand(labels, Source::List, "in the article's own list"), grammar, wanted.most);
    }
    let mut text = None;
    if wanted.own.is_empty() && topics.len() < FEW.min(wanted.most) {
        let unfit = Unfit::of_page(page, article, metadata);
        let title = article.title.as_deref();
        let mut texts = article.texts();
        if let Some(title) = title {
            texts.insert(0, title);
        }
        let read = Text::read(&texts, title.is_some(), grammar);
        if topics.is_empty() {
            let fit = |tags: &[labels::Tag], is_bait| labels::fit(tags, is_bait, &read, &unfit, grammar);
            topics = distinct(metadata::find(page, article, metadata, &fit), grammar, wanted.most);
        }
        text = Some((read, unfit));
    }
    Draft { topics, listed: list.map(|list| list.blocks).unwrap_or(0..0), text }
}

impl Draft {
    /// Adds what the text itself shows where the page says too little.
    pub(crate) fn fill_up(&mut self, language: &str, words: &FunctionWords, wanted: Wanted<'_>) {
        if let Some((text, unfit)) = self.text.as_ref().filter(|_| self.topics.len() < FEW.min(wanted.most)) {
            let grammar = &Grammar::of(language, words);
            self.topics.extend(found(text, grammar, unfit, Purpose::Chips, wanted.most));
            self.topics = distinct(std::mem::take(&mut self.topics), grammar, wanted.most);
        }
    }

    /// The topics with the places where each is mentioned: block numbers of the body and byte ranges
    /// in them.
    pub(crate) fn mentioned(
        self,
        article: &Article,
        language: &str,
        words: &FunctionWords,
        wanted: Wanted<'_>,
    ) -> Vec<(Topic, Vec<Mention>)> {
        let grammar = &Grammar::of(language, words);
        let texts = article.texts();
        let of_body;
        let words = if let Some((text, _)) = &self.text {
            (&text.words, text.texts.len() - texts.len())
        } else {
            of_body = Words::of_texts(&texts, grammar);
            (&of_body, 0)
        };
        with_mentions(self.topics, &texts, words, self.listed, grammar, wanted.explain)
    }
}

/// The topics of a plain text, as many as are wanted: whoever asks for a list looks at the relevance
/// himself. A first block of at most 25 words, with more after it, is its title.
pub(crate) fn of_text(
    blocks: &[&str],
    language: &str,
    words: &FunctionWords,
    wanted: Wanted<'_>,
) -> Vec<(Topic, Vec<Mention>)> {
    const LONGEST_TITLE: u32 = 25;
    let grammar = &Grammar::of(language, words);
    if !wanted.own.is_empty() {
        let topics = distinct(by_hand(wanted.own, Source::Option, "named by the publisher"), grammar, wanted.most);
        return with_mentions(topics, blocks, (&Words::of_texts(blocks, grammar), 0), 0..0, grammar, wanted.explain);
    }
    let has_title = blocks.len() > 1 && crate::text::words::count(blocks[0]).words() <= LONGEST_TITLE;
    let text = Text::read(blocks, has_title, grammar);
    let topics = found(&text, grammar, &Unfit::default(), Purpose::List, wanted.most);
    let topics = distinct(topics, grammar, wanted.most);
    with_mentions(topics, blocks, (&text.words, 0), 0..0, grammar, wanted.explain)
}

fn by_hand(labels: &[String], source: Source, why: &'static str) -> Vec<Named> {
    labels.iter().map(|label| Named::by_hand(label, source, None, why)).collect()
}

/// The topics that the text itself shows.
fn found(text: &Text, grammar: &Grammar<'_>, unfit: &Unfit, purpose: Purpose, most: usize) -> Vec<Named> {
    let mut candidates = candidates::find(text, grammar.language);
    candidates.retain(|candidate| !unfit.names(&candidate.label));
    rank::best(text, &candidates, grammar, purpose, most)
}

/// Without empty and overlong labels and without a second name of the same thing, `most` at the most.
fn distinct(named: Vec<Named>, grammar: &Grammar<'_>, most: usize) -> Vec<Named> {
    // The stems of each, a space around every one.
    let mut seen: Vec<(Source, String)> = Vec::new();
    let mut distinct = Vec::new();
    for mut topic in named {
        if distinct.len() == most {
            break;
        }
        // What is longer is looked at no further.
        if topic.label.len() > LONGEST_LABEL * 16 {
            continue;
        }
        topic.label = crate::page::fold_white_space(&topic.label);
        topic.label.retain(|letter| !crate::text::script::is_invisible(letter));
        let words = Words::of(&topic.label, grammar);
        let mut key = String::from(" ");
        for word in &words.list {
            key.extend(words.stem(word).chars().map(|letter| if letter == '-' { ' ' } else { letter }));
            key.push(' ');
        }
        let fits = !words.list.is_empty() && topic.label.chars().count() <= LONGEST_LABEL;
        let letters = |key: &str| -> Vec<u8> { key.bytes().filter(|letter| *letter != b' ').collect() };
        let is_known = seen.iter().any(|(source, other)| {
            // What the text adds to a person's choice says nothing of it again, not even a part; nor does a page twice.
            let is_added = topic.source == Source::Text && *source != Source::Text;
            letters(&key) == letters(other)
                || (is_added || topic.source == Source::Metadata) && contains(other, &key)
                || is_added && contains(&key, other)
        });
        if fits && !is_known {
            seen.push((topic.source, key));
            distinct.push(topic);
        }
    }
    distinct
}

fn with_mentions(
    topics: Vec<Named>,
    texts: &[&str],
    words: (&Words, usize),
    skipped: Range<usize>,
    grammar: &Grammar<'_>,
    explain: bool,
) -> Vec<(Topic, Vec<Mention>)> {
    let found = mentions::find(&topics, texts, words, skipped, grammar);
    topics
        .into_iter()
        .zip(found)
        .map(|(named, mentions)| {
            let topic = Topic {
                label: named.label,
                source: named.source,
                relevance: named.relevance,
                mentions: mentions::counted(&mentions),
                href: named.href,
                why: explain.then(|| named.why.into_owned()),
            };
            (topic, mentions)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_LABEL, Wanted, of_text};
    use crate::language::{FunctionWords, embedded};

    fn labels(text: &str, language: &str, own: &[&str]) -> Vec<String> {
        let own: Vec<String> = own.iter().map(|label| (*label).to_owned()).collect();
        let blocks: Vec<&str> = text.lines().collect();
        let words = embedded(language).unwrap_or_default();
        let wanted = Wanted { own: &own, most: 5, explain: true };
        let topics = of_text(&blocks, language, &words, wanted);
        assert!(topics.iter().all(|(topic, _)| topic.why.as_deref().is_some_and(|why| !why.is_empty())));
        topics.into_iter().map(|(topic, _)| topic.label).collect()
    }

    #[test]
    fn the_whole_name_and_the_commonest_form() {
        let text = "Muster reist nach Kairo\nAußenministerin Annalena Muster ist am Montag nach Kairo geflogen. Muster will dort \
            über den Hafen sprechen. Der Hafen von Kairo sei wichtig, sagte Muster. Im Streit um Kairos Häfen hofft Muster auf Bewegung.";
        let found = labels(text, "de", &[]);
        assert!(
            ["Annalena Muster", "Kairo"].iter().all(|label| found[..2].contains(&(*label).to_owned())),
            "{found:?}"
        );
        assert!(
            !found.iter().any(|label| ["Muster", "Kairos", "Montag", "Annalena"].contains(&label.as_str())),
            "{found:?}"
        );
    }

    #[test]
    fn articles_and_possessives_are_no_part_of_a_topic() {
        let french = "L’Europe et l’énergie\nL’énergie manque en Europe. L’Europe veut de l’énergie.";
        assert!(labels(french, "fr", &[]).contains(&"énergie".to_owned()));
        let english =
            "Harbour reopens\nThe harbour’s new ferry. A ferry for the harbour in New York; the ferry of New York.";
        let found = labels(english, "en", &[]);
        assert!(found.contains(&"New York".to_owned()) && found.contains(&"ferry".to_owned()), "{found:?}");
    }

    #[test]
    fn a_name_is_whole_with_what_joins_its_words() {
        for (language, text, whole, parts) in [
            (
                "en",
                "Players voted in\nTwo players enter the Hall of Fame. Fans like the Hall of Fame, and the Hall of Fame likes fans.",
                "Hall of Fame",
                vec!["Hall", "Fame", "of", "Fame likes"],
            ),
            (
                "fr",
                "Le Conseil d’État décide\nHier le Conseil d’État a rendu sa décision. Pour le Conseil d’État, la loi est claire.",
                "Conseil d’État",
                vec!["Conseil", "État", "d"],
            ),
            (
                "es",
                "Arranca la Copa de Naciones\nCon la Copa de Naciones empieza el año. En la Copa de Naciones compiten diez.",
                "Copa de Naciones",
                vec!["Copa", "Naciones", "de"],
            ),
        ] {
            let found = labels(text, language, &[]);
            assert!(found.contains(&whole.to_owned()), "{found:?}");
            assert!(!parts.iter().any(|part| found.contains(&(*part).to_owned())), "{found:?}");
        }
    }

    #[test]
    fn relevance_is_a_share_also_where_the_languages_words_did_not_load() {
        let text: Vec<String> = (0..300).map(|number| format!("Uno{number} de nada{number}.")).collect();
        let wanted = Wanted { own: &[], most: 20, explain: false };
        let topics = of_text(&[&text.join(" ")], "es", &FunctionWords::default(), wanted);
        assert!(!topics.is_empty());
        assert!(topics.iter().all(|(topic, _)| (0.0..=1.0).contains(&topic.relevance)), "{topics:?}");
    }

    #[test]
    fn addresses_are_no_topics() {
        let text = "Read more at https://example.org/a/b?c=d. The depot, see https://example.org/depot, opens. \
            Mail ada@example.org. The depot opens at https://example.org/depot again, and the depot closes at example.org/depot. \
            See www.example.org; www.example.org has the depot.";
        let found = labels(text, "en", &[]);
        assert!(found.contains(&"depot".to_owned()), "{found:?}");
        let odd = ["http", "example", "org", "@", "/"];
        assert!(!found.iter().any(|label| odd.iter().any(|part| label.to_lowercase().contains(part))), "{found:?}");
    }

    #[test]
    fn korean_phrases_end_with_their_particle_and_hold_no_verb() {
        let text = "서울시 공공자전거 요금 인상\n서울시가 공공자전거 요금을 올린다. 공공자전거는 시민들이 많이 이용한다. 시민단체는 요금 \
            인상에 반대한다고 밝혔다. 캐나다에서도 공공자전거를 이용하는 시민들이 늘었다. 시의회가 공공자전거의 요금을 결정한다.";
        let found = labels(text, "ko", &[]);
        assert!(found.contains(&"공공자전거 요금".to_owned()) && found.contains(&"시민단체".to_owned()), "{found:?}");
        let odd = ["는", "를", "에서도", "다", "다고", "하는", "자전거의", "가", "을"];
        let is_odd = |label: &String| label.split(' ').any(|word| odd.iter().any(|ending| word.ends_with(ending)));
        assert!(!found.iter().any(is_odd), "{found:?}");
    }

    #[test]
    fn no_topic_twice_under_two_names() {
        let own = ["Robert-Koch-Institut", "Robert Koch Institut", "Städte", "städten", "", " ", "Kultur"];
        assert_eq!(labels("Text", "de", &own), ["Robert-Koch-Institut", "Städte", "Kultur"]);
    }

    #[test]
    fn bad_input_gives_something_sensible_or_nothing() {
        let own: Vec<String> = (0..20_000).map(|number| format!("Thema {number}")).collect();
        let own: Vec<&str> = own.iter().map(String::as_str).collect();
        assert_eq!(labels("Thema 7", "de", &own).len(), 5);
        assert_eq!(
            labels("", "de", &["x".repeat(2000).as_str(), "constructor", "__proto__"]),
            ["constructor", "__proto__"]
        );
        let texts = [
            String::new(),
            "Stadtrat".to_owned(),
            "Stadtrat ".repeat(50_000),
            "DER STADTRAT BERÄT ÜBER DEN HAFEN. ".repeat(100),
            "der stadtrat berät über den hafen ".repeat(100),
            "if (a.constructor) { return __proto__[0]; }\n".repeat(100),
            "<p class=\"a\">Hafen</p><p>Hafen</p>".repeat(100),
            "1. FC 34 20 8 6 68:40 68\n".repeat(30),
            "La la la, oh oh oh\n".repeat(50),
            "市".repeat(20_000),
            "a".repeat(2000) + " und " + &"b".repeat(2000),
        ];
        for text in texts {
            for language in ["de", "en", "zh", "und"] {
                let found = labels(&text, language, &[]);
                assert!(
                    found.len() <= 5 && found.iter().all(|label| label.chars().count() <= LONGEST_LABEL),
                    "{found:?}"
                );
            }
        }
    }
}
