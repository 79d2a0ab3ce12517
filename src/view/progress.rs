//! How far the reader is: a line at the screen's edge, and "noch 1 Minute". Both are filled by the
//! page, which alone knows how far it is scrolled.

use crate::options::Options;
use crate::text::digits::digits;

use super::{Shown, Tree};

/// The line shows to the eye what the scroll bar says already: nothing is announced.
pub(super) fn line(tree: &mut Tree) {
    tree.open("div", "part=progress class=progress aria-hidden=true popover=manual").open("i", "").close().close();
}

pub(super) fn remaining(tree: &mut Tree, shown: &Shown, options: &Options) {
    let seconds = options.minutes.map_or(shown.seconds as u32, |own| own * 60);
    tree.open("p", "part=remaining class=remaining").set("data-seconds", &digits(seconds)).close();
}
