//! Which language a text is in, and what the analysis needs to know of a language.

mod common;
mod detect;
#[cfg(not(target_arch = "wasm32"))]
mod embedded;
mod script;
mod tag;

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use embedded::embedded;
pub(crate) use tag::Tag;

/// The words of a language that carry no topic. They lie in one file a language, `languages/*.json`,
/// so that a reader loads only that of the article.
#[derive(Clone, Default, Debug)]
pub(crate) struct FunctionWords {
    /// Words that are part of no topic, in lower case between spaces.
    pub(crate) stop: String,
    /// Determiners and prepositions: what follows one is likely a noun.
    pub(crate) determiners: String,
    /// Endings that inflection adds, the longest first.
    pub(crate) endings: String,
}

/// Where the analysis gets a language's words from: JavaScript's loaded files, or the crate's own.
/// `None` where there are none for the language.
pub(crate) type Dictionary<'a> = &'a dyn Fn(&str) -> Option<FunctionWords>;

/// The language of a text: the declared one unless the text is plainly in another, else the one found.
pub(crate) fn resolve(declared: Option<&str>, blocks: &[&str]) -> Tag {
    let found = detect::look(blocks, detect::OF_BLOCK);
    match declared.and_then(Tag::parse) {
        Some(declared) => found.and_then(|found| found.correction(&declared)).unwrap_or(declared),
        None => found.and_then(|found| found.language()).unwrap_or_else(Tag::unknown),
    }
}

/// The language of a block that declares none, where it is plainly another than the article's: one in
/// another script, or a long one that is clear.
pub(crate) fn of_block(text: &str, article: &Tag) -> Option<Tag> {
    const GLANCE: usize = 8;
    const LONG: u32 = 60;
    let blocks = &[text];
    let glance = detect::look(blocks, GLANCE)?;
    if glance.suits(article.primary()) {
        return None;
    }
    let found = detect::look(blocks, detect::OF_BLOCK)?;
    let is_same_script = found.points_of(article.primary()).is_some();
    if is_same_script && found.letters < LONG { None } else { found.correction(article) }
}

#[cfg(test)]
mod tests {
    use super::{Tag, of_block, resolve};

    #[test]
    fn languages_of_texts() {
        let table = include_str!("../../tests/cases/languages.tsv");
        let mut wrong = Vec::new();
        for row in table.lines().filter(|row| !row.starts_with('#')) {
            let [expected, declared, text] = row.split('\t').collect::<Vec<_>>()[..] else {
                panic!("three columns: {row}")
            };
            let found = resolve(Some(declared), &[text]);
            if found.to_string() != expected {
                wrong.push(format!("{found}: {row}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn blocks_in_another_language_than_the_articles() {
        let long =
            "The harbour was opened to the public on Monday, and the first ferry left with forty people on board.";
        let cases = [
            ("Die Stadt hofft auf kürzere Wege, und das Land auf mehr Gäste, die mit der Bahn kommen.", "de", None),
            (long, "de", Some("en")),
            (long, "en", None),
            // Too short to be sure of, in the article's script.
            ("The harbour was opened.", "de", None),
            ("Город надеется на короткие пути, а страна на гостей, которые приедут на поезде.", "de", Some("ru")),
            ("这座城市希望缩短路程。", "de", Some("zh")),
            ("Kunst", "ru", None),
            ("1:0 (1:0)", "de", None),
            (long, "ja", Some("en")),
        ];
        for (text, article, expected) in cases {
            let article = Tag::parse(article).expect("a tag");
            assert_eq!(of_block(text, &article).map(|tag| tag.to_string()).as_deref(), expected, "{text}");
        }
    }
}
