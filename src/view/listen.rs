//! "Artikel anhören": a button that grows its controls when it is pressed. Hidden until the page
//! knows that there is a voice for the article.

use super::{Tree, Words, icons};

pub(super) fn part(tree: &mut Tree, words: &dyn Words) {
    tree.open("div", "part=listen class=listen role=group hidden=").name(words, "listen");
    // While it plays it lies at the screen's foot, whatever the page has done to its ancestors.
    tree.open("div", "class=row+player popover=manual");
    tree.open("button", "type=button class=button+play data-listen=play");
    tree.icon(icons::PLAY).icon(icons::PAUSE);
    tree.open("span", "class=name").close().open("span", "class=length").close().close();
    tree.open("span", "class=row+controls hidden=");
    step(tree, words, "back", "-1", icons::PREVIOUS);
    step(tree, words, "forward", "1", icons::NEXT);
    tree.open("input", "type=range class=seek min=0 value=0").name(words, "seek").close();
    tree.open("span", "class=length").close();
    tree.open("select", "class=choice data-listen=speed").name(words, "speed").close();
    tree.open("select", "class=choice data-listen=voice").name(words, "voice").close();
    tree.close();
    tree.open("p", "class=problem role=alert").close();
    tree.open("button", "type=button class=button data-listen=accept hidden=").say(words, "voiceAccept").close();
    tree.close().close();
}

fn step(tree: &mut Tree, words: &dyn Words, name: &str, by: &str, icon: &'static str) {
    tree.open("button", "type=button class=step").name(words, name).set("data-listen", by).icon(icon).close();
}
