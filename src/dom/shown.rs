//! An analysis as JavaScript holds it, back to what the view shows of it. By hand: serde's reading
//! half would bring the formatting of numbers and 10 kB with it.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::view::{Shown, ShownSection, ShownTopic};

/// Members that are missing or of another type count as empty: the page may have changed them.
pub(crate) fn shown(analysis: &JsValue) -> Shown {
    let items = |name: &str| member(analysis, name).dyn_into::<Array>().unwrap_or_default();
    let range = items("range");
    Shown {
        language: text(analysis, "language").unwrap_or_default(),
        seconds: number(&member(analysis, "seconds")),
        minutes: number(&member(analysis, "minutes")) as u32,
        range: [number(&range.get(0)) as u32, number(&range.get(1)) as u32],
        sections: items("sections").iter().map(|section| shown_section(&section)).collect(),
        topics: items("topics").iter().map(|topic| shown_topic(&topic)).collect(),
        title: text(analysis, "title").unwrap_or_default(),
        url: text(analysis, "url").unwrap_or_default(),
        is_live: text(analysis, "kind").is_some_and(|kind| kind == "liveblog"),
    }
}

fn shown_section(section: &JsValue) -> ShownSection {
    ShownSection {
        heading: text(section, "heading").unwrap_or_default(),
        id: text(section, "id"),
        level: number(&member(section, "level")) as u32,
        seconds: number(&member(section, "seconds")),
    }
}

fn shown_topic(topic: &JsValue) -> ShownTopic {
    ShownTopic {
        label: text(topic, "label").unwrap_or_default(),
        mentions: number(&member(topic, "mentions")) as u32,
        href: text(topic, "href"),
    }
}

fn member(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn text(object: &JsValue, name: &str) -> Option<String> {
    member(object, name).as_string()
}

fn number(value: &JsValue) -> f64 {
    value.as_f64().unwrap_or(0.0)
}
