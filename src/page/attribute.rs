//! The attributes that the analysis looks at; no other is carried into the model.

macro_rules! attributes {
    ($($variant:ident = $name:literal,)*) => {
        /// An attribute of an element.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(crate) enum Attribute { $($variant,)* }

        impl Attribute {
            /// By its name in lower case; `None` if the analysis has no use for it.
            pub(crate) fn from_name(name: &str) -> Option<Self> {
                const NAMES: &[(&str, Attribute)] = &[$(($name, Attribute::$variant),)*];
                NAMES.iter().find(|(known, _)| *known == name).map(|(_, attribute)| *attribute)
            }
        }
    };
}

attributes! {
    Allow = "allow",
    Alt = "alt",
    Class = "class",
    Content = "content",
    DateTime = "datetime",
    Height = "height",
    Href = "href",
    Id = "id",
    ItemProp = "itemprop",
    ItemType = "itemtype",
    Lang = "lang",
    Name = "name",
    Property = "property",
    Rel = "rel",
    Role = "role",
    Src = "src",
    Width = "width",
}
