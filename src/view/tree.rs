//! A tree as the steps that build it, which keeps both its makers and its writers small.

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
    Icon(&'static str),
    /// Ends the open element.
    Close,
}

/// A tree of elements. The steps stay calls: inlined at each of their many places they would double
/// the view's size.
#[derive(Clone, Default, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Tree {
    pub(crate) steps: Vec<Step>,
}

impl Tree {
    pub(super) fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    fn step(&mut self, step: Step) -> &mut Self {
        self.steps.push(step);
        self
    }

    #[inline(never)]
    pub(super) fn open(&mut self, tag: &'static str) -> &mut Self {
        self.step(Step::Open(tag))
    }

    #[inline(never)]
    pub(super) fn set(&mut self, name: &'static str, value: &str) -> &mut Self {
        self.step(Step::Set(name, value.to_owned()))
    }

    #[inline(never)]
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        self.step(Step::Text(text.to_owned()))
    }

    #[inline(never)]
    pub(super) fn icon(&mut self, path: &'static str) -> &mut Self {
        self.step(Step::Icon(path))
    }

    #[inline(never)]
    pub(super) fn close(&mut self) -> &mut Self {
        self.step(Step::Close)
    }
}
