//! The elements that the analysis tells apart.

macro_rules! tags {
    ($($variant:ident = $name:literal,)*) => {
        /// What an element is.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(crate) enum Tag {
            $($variant,)*
            /// Any other element.
            Other,
            /// No element but a text.
            Text,
        }

        impl Tag {
            /// By its local name in lower case.
            pub(crate) fn from_name(name: &str) -> Self {
                // A table that is searched: a `match` would compile to a comparison for each name.
                const NAMES: &[(&str, Tag)] = &[$(($name, Tag::$variant),)*];
                NAMES.binary_search_by_key(&name, |(known, _)| known).map_or(Self::Other, |place| NAMES[place].1)
            }

            #[cfg(test)]
            fn names() -> Vec<&'static str> {
                vec![$($name,)*]
            }
        }
    };
}

tags! {
    A = "a", Address = "address", Article = "article", Aside = "aside", Audio = "audio",
    B = "b", Base = "base", Blockquote = "blockquote", Body = "body", Br = "br", Button = "button",
    Canvas = "canvas", Caption = "caption", Cite = "cite",
    Data = "data", Datalist = "datalist", Dd = "dd", Details = "details", Dialog = "dialog", Div = "div",
    Dl = "dl", Dt = "dt", Em = "em", Embed = "embed",
    Fieldset = "fieldset", Figcaption = "figcaption", Figure = "figure", Footer = "footer", Form = "form",
    H1 = "h1", H2 = "h2", H3 = "h3", H4 = "h4", H5 = "h5", H6 = "h6",
    Head = "head", Header = "header", Hgroup = "hgroup", Hr = "hr", Html = "html",
    I = "i", Iframe = "iframe", Img = "img", Input = "input", Li = "li", Link = "link",
    Main = "main", Math = "math", Menu = "menu", Meta = "meta", Meter = "meter",
    Nav = "nav", Noscript = "noscript", Object = "object", Ol = "ol", Option = "option",
    P = "p", Pre = "pre", Progress = "progress", ReadingWidget = "reading-widget",
    Rp = "rp", Rt = "rt", Script = "script", Search = "search", Section = "section", Select = "select",
    Slot = "slot", Small = "small", Span = "span", Strong = "strong", Style = "style", Summary = "summary", Svg = "svg",
    Table = "table", Tbody = "tbody", Td = "td", Template = "template", Textarea = "textarea",
    Tfoot = "tfoot", Th = "th", Thead = "thead", Time = "time", Title = "title", Tr = "tr",
    Ul = "ul", Video = "video",
}

impl Tag {
    /// Whether nothing in the element is prose that a reader reads: code of the page, controls,
    /// drawings, fallbacks and this widget itself.
    pub(crate) fn is_never_read(self) -> bool {
        matches!(
            self,
            Self::Audio
                | Self::Canvas
                | Self::Datalist
                | Self::Embed
                | Self::Iframe
                | Self::Input
                | Self::Math
                | Self::Meter
                | Self::Noscript
                | Self::Object
                | Self::Option
                | Self::Progress
                | Self::ReadingWidget
                | Self::Rp
                | Self::Rt
                | Self::Script
                | Self::Select
                | Self::Style
                | Self::Svg
                | Self::Template
                | Self::Textarea
                | Self::Video
        )
    }

    /// Whether it plays something, so that the element counts though nothing in it is read.
    pub(crate) fn is_player(self) -> bool {
        matches!(self, Self::Audio | Self::Iframe | Self::Video)
    }

    /// Whether the element begins and ends a line of its own, as browsers show it by default.
    pub(crate) fn is_block(self) -> bool {
        matches!(
            self,
            Self::Address
                | Self::Article
                | Self::Aside
                | Self::Blockquote
                | Self::Body
                | Self::Caption
                | Self::Dd
                | Self::Details
                | Self::Dialog
                | Self::Div
                | Self::Dl
                | Self::Dt
                | Self::Fieldset
                | Self::Figcaption
                | Self::Figure
                | Self::Footer
                | Self::Form
                | Self::Head
                | Self::H1
                | Self::H2
                | Self::H3
                | Self::H4
                | Self::H5
                | Self::H6
                | Self::Header
                | Self::Hgroup
                | Self::Hr
                | Self::Html
                | Self::Li
                | Self::Main
                | Self::Menu
                | Self::Nav
                | Self::Ol
                | Self::P
                | Self::Pre
                | Self::Search
                | Self::Section
                | Self::Summary
                | Self::Table
                | Self::Tbody
                | Self::Tfoot
                | Self::Thead
                | Self::Tr
                | Self::Ul
        )
    }

    /// 1 to 6 for `<h1>` to `<h6>`.
    pub(crate) fn heading_level(self) -> Option<u8> {
        match self {
            Self::H1 => Some(1),
            Self::H2 => Some(2),
            Self::H3 => Some(3),
            Self::H4 => Some(4),
            Self::H5 => Some(5),
            Self::H6 => Some(6),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tag;

    #[test]
    fn the_names_are_sorted() {
        assert!(Tag::names().is_sorted());
        assert_eq!((Tag::from_name("blockquote"), Tag::from_name("blink")), (Tag::Blockquote, Tag::Other));
    }
}
