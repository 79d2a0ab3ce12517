//! The language files, inside the crate for native programs.

use std::sync::OnceLock;

use super::{FunctionWords, Tag};

/// Code and file of every language with words for the topics.
const FILES: &[(&str, &str)] = &[
    ("ar", include_str!("../../languages/ar.json")),
    ("cs", include_str!("../../languages/cs.json")),
    ("da", include_str!("../../languages/da.json")),
    ("de", include_str!("../../languages/de.json")),
    ("el", include_str!("../../languages/el.json")),
    ("en", include_str!("../../languages/en.json")),
    ("es", include_str!("../../languages/es.json")),
    ("fa", include_str!("../../languages/fa.json")),
    ("fi", include_str!("../../languages/fi.json")),
    ("fr", include_str!("../../languages/fr.json")),
    ("he", include_str!("../../languages/he.json")),
    ("hi", include_str!("../../languages/hi.json")),
    ("hu", include_str!("../../languages/hu.json")),
    ("id", include_str!("../../languages/id.json")),
    ("it", include_str!("../../languages/it.json")),
    ("ja", include_str!("../../languages/ja.json")),
    ("ko", include_str!("../../languages/ko.json")),
    ("nb", include_str!("../../languages/nb.json")),
    ("nl", include_str!("../../languages/nl.json")),
    ("pl", include_str!("../../languages/pl.json")),
    ("pt", include_str!("../../languages/pt.json")),
    ("ro", include_str!("../../languages/ro.json")),
    ("ru", include_str!("../../languages/ru.json")),
    ("sv", include_str!("../../languages/sv.json")),
    ("tr", include_str!("../../languages/tr.json")),
    ("uk", include_str!("../../languages/uk.json")),
    ("vi", include_str!("../../languages/vi.json")),
    ("zh", include_str!("../../languages/zh.json")),
];

/// The words of a language; `None` if there are none for it.
pub(crate) fn embedded(language: &str) -> Option<FunctionWords> {
    /// Each is parsed once, for whoever reads an archive.
    static PARSED: [OnceLock<FunctionWords>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];
    let tag = Tag::parse(language)?;
    let number = FILES.iter().position(|(code, _)| *code == tag.primary())?;
    let words = PARSED[number].get_or_init(|| {
        let parsed: serde_json::Value = serde_json::from_str(FILES[number].1).unwrap_or_default();
        let words = |name: &str| parsed["topics"][name].as_str().unwrap_or("").to_owned();
        FunctionWords { stop: words("stop"), determiners: words("determiners"), endings: words("endings") }
    });
    Some(words.clone())
}

#[cfg(test)]
mod tests {
    use super::{FILES, embedded};

    #[test]
    fn every_file_with_words_for_topics_is_embedded_and_whole() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/languages");
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .expect("the folder of languages")
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| std::fs::read_to_string(path).expect("a file").contains("\"topics\": {"))
            .map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned())
            .collect();
        names.sort();
        assert_eq!(names, FILES.iter().map(|(code, _)| *code).collect::<Vec<_>>());
        for name in names {
            let words = embedded(&name).unwrap_or_default();
            assert!(words.stop.split(' ').count() > 20, "{name}");
            for list in [words.stop, words.determiners] {
                assert!(list.split(' ').is_sorted(), "{name}: the topic finder searches sorted lists");
            }
        }
    }
}
