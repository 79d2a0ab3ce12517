//! "Lesezeit: 2 Minuten".

use crate::options::{Options, TimeForm};
use crate::text::digits::digits;

use super::{Shown, Tree, Words, icons};

/// Below this a reader is told so; in seconds.
const HALF_A_MINUTE: f64 = 30.0;

pub(super) fn part(tree: &mut Tree, shown: &Shown, options: &Options, words: &dyn Words) {
    let [quick, slow] = shown.range;
    let (minutes, text) = match (options.minutes, options.time) {
        (Some(own), _) => (own, words.time(own, own)),
        (None, _) if shown.seconds < HALF_A_MINUTE => (1, words.time_under()),
        (None, TimeForm::Range) => (shown.minutes, words.time(quick, slow)),
        (None, TimeForm::Minutes) => (shown.minutes, words.time(shown.minutes, shown.minutes)),
    };
    tree.open("p", "part=time class=time");
    tree.open("slot", "name=time-icon").icon(icons::CLOCK).close();
    tree.open("time", "").set("datetime", &["PT", &digits(minutes), "M"].concat()).text(&text).close();
    tree.close();
}
