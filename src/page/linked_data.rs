//! JSON-LD as a page carries it, read by whatever JSON parser the environment has.

/// A value of JSON, as far as the analysis needs it.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Value {
    /// A string or a number as it is written.
    Text(String),
    /// Nothing asks for what is true.
    False,
    List(Vec<Value>),
    /// Names and values in their order.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// Levels of nesting that are read; real pages use up to about eight.
    pub(crate) const MAX_DEPTH: u8 = 16;

    /// The value of a name; `None` where this is no object or has none.
    pub(crate) fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The items of a list, or the value itself as the only one: JSON-LD allows both everywhere.
    pub(crate) fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            single => std::slice::from_ref(single),
        }
    }

    /// The characters of a text that isn't empty.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) if !text.trim().is_empty() => Some(text.trim()),
            _ => None,
        }
    }

    /// The text itself, or an object's `name`.
    pub(crate) fn name(&self) -> Option<&str> {
        self.text().or_else(|| self.get("name")?.text())
    }
}
