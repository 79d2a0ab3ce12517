//! A tree as the steps that build it, which keeps both its makers and its writers small.

use super::Words;

/// One step of building a tree.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Step {
    /// Begins an element within the open one.
    Open(&'static str),
    /// Gives the open element an attribute.
    Set(&'static str, String),
    /// Adds text to the open element.
    Text(String),
    /// Adds a drawing in a square of 24 units: the data of one path.
    Icon(String),
    /// Ends the open element.
    Close,
}

/// A tree of elements.
#[derive(Clone, Default, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Tree {
    pub(crate) steps: Vec<Step>,
}

// The steps stay calls: inlined at each of their many places they would double the view's size.
impl Tree {
    pub(super) fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Begins an element. Its fixed attributes are written `name=value`, parted by spaces, with `+`
    /// for a space within a value: `part=topic class=chip+plain hidden=`.
    #[inline(never)]
    pub(super) fn open(&mut self, tag: &'static str, attributes: &'static str) -> &mut Self {
        self.steps.push(Step::Open(tag));
        for attribute in attributes.split_ascii_whitespace() {
            let (name, value) = attribute.split_once('=').unwrap_or((attribute, ""));
            let value = value.bytes().map(|byte| if byte == b'+' { ' ' } else { char::from(byte) }).collect();
            self.steps.push(Step::Set(name, value));
        }
        self
    }

    #[inline(never)]
    pub(super) fn set(&mut self, name: &'static str, value: &str) -> &mut Self {
        self.steps.push(Step::Set(name, value.to_owned()));
        self
    }

    #[inline(never)]
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        self.steps.push(Step::Text(text.to_owned()));
        self
    }

    /// Adds one of the widget's words to the open element.
    #[inline(never)]
    pub(super) fn say(&mut self, words: &dyn Words, label: &str) -> &mut Self {
        self.text(&words.label(label))
    }

    /// Names the open element by one of the widget's words.
    #[inline(never)]
    pub(super) fn name(&mut self, words: &dyn Words, label: &str) -> &mut Self {
        self.set("aria-label", &words.label(label))
    }

    #[inline(never)]
    pub(super) fn icon(&mut self, path: &str) -> &mut Self {
        self.steps.push(Step::Icon(path.to_owned()));
        self
    }

    #[inline(never)]
    pub(super) fn close(&mut self) -> &mut Self {
        self.steps.push(Step::Close);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{Step, Tree};

    #[test]
    fn fixed_attributes() {
        let mut tree = Tree::default();
        tree.open("b", "class=a+b hidden= data-x=1").text("<i>").close();
        let set = |name, value: &str| Step::Set(name, value.to_owned());
        let expected = [
            Step::Open("b"),
            set("class", "a b"),
            set("hidden", ""),
            set("data-x", "1"),
            Step::Text("<i>".to_owned()),
            Step::Close,
        ];
        assert_eq!(tree.steps, expected);
    }
}
