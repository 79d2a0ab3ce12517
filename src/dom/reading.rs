//! The way from the live page to a reading in parts, between which the page can answer its reader.
// Nothing in Rust calls it: wasm-bindgen asks for `pub`, and for optional arguments by value.
#![allow(unreachable_pub, clippy::missing_errors_doc, clippy::needless_pass_by_value)]

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

use crate::article::{self, Block, Chosen, Metadata, Scope, Signed};
use crate::language::{FunctionWords, Tag};
use crate::options::Options;
use crate::reading::{self, Found, Reading, Topics};
use crate::topics::Draft;
use crate::wasm::{look_up, parse, to_js};

use super::places;
use super::read::{self, LivePage, Reader};

/// The finding and reading of an article, in parts short enough for a page that is being used.
#[wasm_bindgen]
pub struct PageReading {
    options: Options,
    reader: Option<Reader>,
    /// Once all of it is read.
    live: Option<LivePage>,
    stage: Stage,
}

enum Stage {
    Read,
    Cut(Vec<Block>),
    Chosen(Chosen),
    Signed(Signed),
    Found(Found),
    Drafted(Found, Draft, FunctionWords),
    FilledUp(Found, Draft, FunctionWords),
    Mentioned(Found, Topics),
    /// Given away, or failed.
    Over,
}

#[wasm_bindgen]
impl PageReading {
    /// Of the article around `host`, or of `chosen` itself.
    #[wasm_bindgen(constructor)]
    pub fn new(document: &Document, host: Option<Element>, chosen: Option<Element>, options: &Object) -> Self {
        let reader = Reader::new(document, document.document_element(), host, chosen);
        Self { options: parse(options).0, reader: Some(reader), live: None, stage: Stage::Read }
    }

    /// Reads on until the clock (`Date.now()`) has this time; whether all is read.
    pub fn read(&mut self, until: f64) -> bool {
        if let Some(reader) = &mut self.reader
            && !reader.advance(until)
        {
            return false;
        }
        if let Some(reader) = self.reader.take() {
            self.live = Some(reader.finish());
        }
        true
    }

    /// Does the next part with what has been read. Gives nothing while there is more to do, or the
    /// language whose file the next part needs (`dictionary` is to give its `topics`), in the end the
    /// result. This holds `analysis`, `isTimed`, `spokenSeconds`, `locale`, the elements `article`, `title`,
    /// `first` and `last`, the `headings` of its sections, the counted `text`, and `texts`, `mentions` and
    /// `related` (see `dom::places`).
    pub fn advance(&mut self, dictionary: &Function) -> Result<JsValue, JsError> {
        let options = &self.options;
        // A mistake of ours in JavaScript.
        let out_of_order = || JsError::new("a page's parts are called in another order");
        let live = self.live.as_ref().ok_or_else(out_of_order)?;
        let page = &live.page;
        self.stage = match std::mem::replace(&mut self.stage, Stage::Over) {
            Stage::Read => Stage::Cut(article::cut(page)),
            Stage::Cut(outline) => {
                let scope = match (live.chosen, live.host) {
                    (Some(chosen), _) => Scope::Chosen(chosen),
                    (None, Some(host)) => Scope::Around(host),
                    (None, None) => Scope::Page,
                };
                Stage::Chosen(article::choose(page, outline, scope, &Metadata::read(page))?)
            }
            Stage::Chosen(chosen) => Stage::Signed(chosen.sign(page, &Metadata::read(page))),
            Stage::Signed(signed) => {
                let found = reading::known(signed.read(page, &Metadata::read(page))?, options);
                let locale = found.locale.to_string();
                self.stage = Stage::Found(found);
                return Ok(locale.into());
            }
            Stage::Found(found) => {
                let words = look_up(dictionary, &found.locale.to_string()).unwrap_or_default();
                let draft = reading::draft(page, &found, options, &words);
                Stage::Drafted(found, draft, words)
            }
            Stage::Drafted(found, mut draft, words) => {
                reading::fill_up(&mut draft, &found, options, &words);
                Stage::FilledUp(found, draft, words)
            }
            Stage::FilledUp(found, draft, words) => {
                let topics = reading::mentioned(draft, &found, options, &words);
                Stage::Mentioned(found, topics)
            }
            Stage::Mentioned(found, topics) => {
                return Ok(result(live, &reading::of_found(page, found, topics, options))?.into());
            }
            Stage::Over => return Err(out_of_order()),
        };
        Ok(JsValue::UNDEFINED)
    }
}

fn result(live: &LivePage, reading: &Reading) -> Result<Object, JsError> {
    let article = &reading.article;
    let (texts, mentions, related) = places::mentions(live, article, &reading.mentions);
    let element = |node: Option<crate::page::NodeId>| {
        node.map_or(JsValue::NULL, |node| live.nodes[node.0 as usize].clone().into())
    };
    let result = Object::new();
    let headings: Array = reading.headings.iter().map(|heading| element(Some(*heading))).collect();
    let members: [(&str, JsValue); 13] = [
        ("analysis", to_js(&reading.analysis)?),
        ("isTimed", reading.is_timed.into()),
        ("spokenSeconds", reading.spoken_seconds.into()),
        ("locale", reading.locale.to_string().into()),
        ("article", element(Some(article.element))),
        ("title", element(article.title_element)),
        ("headings", headings.into()),
        ("first", element(article.body().next().map(|block| block.element))),
        ("last", element(places::last_element(&live.page, article))),
        ("text", reading::lines(&article.texts()).into()),
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

/// Whether the element's own markup announces an article.
#[wasm_bindgen(js_name = isAnnounced)]
pub fn is_announced(element: &Element) -> bool {
    read::is_announced(element)
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
