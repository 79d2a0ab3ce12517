//! The way from the live page to a reading in parts, between which the page can answer its reader.
// Nothing in Rust calls it: wasm-bindgen asks for `pub`, and for optional arguments by value.
#![allow(unreachable_pub, clippy::missing_errors_doc, clippy::needless_pass_by_value)]

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

use crate::article::{self, Block, Located, Metadata, Scope};
use crate::language::Tag;
use crate::options::Options;
use crate::reading::{self, Found, Reading, Topics};
use crate::wasm::{look_up, parse, to_js};

use super::places;
use super::read::{LivePage, Reader};

/// The finding and reading of an article, in parts short enough for a page that is being used.
#[wasm_bindgen]
pub struct PageReading {
    options: Options,
    stage: Stage,
}

enum Stage {
    Reading(Reader),
    Read(LivePage),
    Cut(LivePage, Vec<Block>),
    Located(LivePage, Located),
    Found(LivePage, Found),
    Topics(LivePage, Found, Topics),
    /// Given away, or failed.
    Over,
}

#[wasm_bindgen]
impl PageReading {
    /// Of the article around `host`, or of `chosen` itself.
    #[wasm_bindgen(constructor)]
    pub fn new(document: &Document, host: Option<Element>, chosen: Option<Element>, options: &Object) -> Self {
        let reader = Reader::new(document, document.document_element(), host, chosen);
        Self { options: parse(options).0, stage: Stage::Reading(reader) }
    }

    /// Reads on until the clock (`Date.now()`) has this time; whether all is read.
    pub fn read(&mut self, until: f64) -> bool {
        if let Stage::Reading(reader) = &mut self.stage
            && !reader.advance(until)
        {
            return false;
        }
        self.stage = match self.take() {
            Stage::Reading(reader) => Stage::Read(reader.finish()),
            later => later,
        };
        true
    }

    /// Cuts what has been read into blocks.
    pub fn cut(&mut self) {
        self.stage = match self.take() {
            Stage::Read(live) => {
                let outline = article::cut(&live.page);
                Stage::Cut(live, outline)
            }
            other => other,
        };
    }

    /// Finds the article in it.
    pub fn find(&mut self) -> Result<(), JsError> {
        let Stage::Cut(live, outline) = self.take() else { return Err(out_of_order()) };
        let scope = match (live.chosen, live.host) {
            (Some(chosen), _) => Scope::Chosen(chosen),
            (None, Some(host)) => Scope::Around(host),
            (None, None) => Scope::Page,
        };
        let located = article::locate(&live.page, outline, scope, &Metadata::read(&live.page))?;
        self.stage = Stage::Located(live, located);
        Ok(())
    }

    /// Chooses what of it is its text; gives its language.
    pub fn choose(&mut self) -> Result<String, JsError> {
        let Stage::Located(live, located) = self.take() else { return Err(out_of_order()) };
        let article = located.read(&live.page, &Metadata::read(&live.page))?;
        let found = reading::known(article, &self.options);
        let locale = found.locale.to_string();
        self.stage = Stage::Found(live, found);
        Ok(locale)
    }

    /// Finds its topics, with the `topics` of the language's file.
    #[wasm_bindgen(js_name = findTopics)]
    pub fn find_topics(&mut self, dictionary: &Function) -> Result<(), JsError> {
        let Stage::Found(live, found) = self.take() else { return Err(out_of_order()) };
        let words = look_up(dictionary, &found.locale.to_string()).unwrap_or_default();
        let topics = reading::topics(&live.page, &found, &self.options, &words);
        self.stage = Stage::Topics(live, found, topics);
        Ok(())
    }

    /// Everything found out. The result holds `analysis`, `spokenSeconds`, `locale`, the elements `article`,
    /// `title` and `last`, the `headings` of its sections, the counted `text`, and `texts`, `mentions` and
    /// `related` (see `dom::places`).
    pub fn finish(&mut self) -> Result<Object, JsError> {
        let Stage::Topics(live, found, topics) = self.take() else { return Err(out_of_order()) };
        result(&live, &reading::of_found(&live.page, found, topics, &self.options))
    }

    fn take(&mut self) -> Stage {
        std::mem::replace(&mut self.stage, Stage::Over)
    }
}

/// A mistake of ours in JavaScript.
fn out_of_order() -> JsError {
    JsError::new("a page's parts are called in another order")
}

fn result(live: &LivePage, reading: &Reading) -> Result<Object, JsError> {
    let article = &reading.article;
    let (texts, mentions, related) = places::mentions(live, article, &reading.mentions);
    let element = |node: Option<crate::page::NodeId>| {
        node.map_or(JsValue::NULL, |node| live.nodes[node.0 as usize].clone().into())
    };
    let result = Object::new();
    let headings: Array = reading.headings.iter().map(|heading| element(Some(*heading))).collect();
    let members: [(&str, JsValue); 11] = [
        ("analysis", to_js(&reading.analysis)?),
        ("spokenSeconds", reading.spoken_seconds.into()),
        ("locale", reading.locale.to_string().into()),
        ("article", element(Some(article.element))),
        ("title", element(article.title_element)),
        ("headings", headings.into()),
        ("last", element(places::last_element(&live.page, article))),
        ("text", reading::lines(article.body().map(|block| block.text.as_str())).into()),
        ("texts", texts.into()),
        ("mentions", mentions.into()),
        ("related", related.into()),
    ];
    for (name, value) in members {
        // A plain object takes any member.
        let _ = Reflect::set(&result, &name.into(), &value);
    }
    Ok(result)
}

/// What a voice is to read of the article `chosen` (see `dom::places::spoken`): text nodes, places,
/// speech, languages. Nothing where there is no article any more.
#[wasm_bindgen]
pub fn spoken(document: &Document, host: Option<Element>, chosen: Element, locale: &str) -> Option<Array> {
    let mut reader = Reader::new(document, document.document_element(), host, Some(chosen));
    reader.advance(f64::INFINITY);
    let live = reader.finish();
    let metadata = Metadata::read(&live.page);
    let article = article::find(&live.page, article::cut(&live.page), Scope::Chosen(live.chosen?), &metadata).ok()?;
    let locale = Tag::parse(locale).unwrap_or_else(Tag::unknown);
    Some(places::spoken(&live, &article, &locale).into_iter().collect())
}
