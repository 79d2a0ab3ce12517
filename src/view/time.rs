//! "Lesezeit: 2 Minuten".

use crate::options::{Options, TimeForm};

use super::{Element, Node, Shown, Words, icons};

/// Below this a reader is told so; in seconds.
const HALF_A_MINUTE: f64 = 30.0;

pub(super) fn part(shown: &Shown, options: &Options, words: &dyn Words) -> Element {
    let [quick, slow] = shown.range;
    let (minutes, text) = match (options.minutes, options.time) {
        (Some(own), _) => (own, words.time(own, own)),
        (None, _) if shown.seconds < HALF_A_MINUTE => (1, words.time_under()),
        (None, TimeForm::Range) => (shown.minutes, words.time(quick, slow)),
        (None, TimeForm::Minutes) => (shown.minutes, words.time(shown.minutes, shown.minutes)),
    };
    let icon = Element::new("slot").with("name", "time-icon").containing(Node::Icon(icons::CLOCK));
    let duration = ["PT", &minutes.to_string(), "M"].concat();
    let time = Element::new("time").with("datetime", duration).saying(text);
    Element::new("p").with("part", "time").with("class", "time").containing(icon).containing(time)
}
