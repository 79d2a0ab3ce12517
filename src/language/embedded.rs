//! The language files, inside the crate for native programs.

use super::{FunctionWords, Tag};

/// Code and file of every language with words for the topics.
const FILES: &[(&str, &str)] = &[
    ("ar", include_str!("../../languages/ar.json")),
    ("de", include_str!("../../languages/de.json")),
    ("en", include_str!("../../languages/en.json")),
    ("ja", include_str!("../../languages/ja.json")),
];

/// The words of a language; `None` if there are none for it.
pub(crate) fn embedded(language: &str) -> Option<FunctionWords> {
    let tag = Tag::parse(language)?;
    let (_, file) = FILES.iter().find(|(code, _)| *code == tag.primary())?;
    let parsed: serde_json::Value = serde_json::from_str(file).ok()?;
    let words = |name: &str| parsed["topics"][name].as_str().unwrap_or("").to_owned();
    Some(FunctionWords { stop: words("stop"), determiners: words("determiners") })
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
