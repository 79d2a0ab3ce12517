//! Finds strings in short texts, plainly. The standard library's search is linear for any needle and
//! weighs 5 kB in wasm, for a `char` (`contains('-')`, `matches`) too; what is looked for here has a few letters.

/// The byte at which `needle` first stands in `text`; an empty one stands nowhere.
pub(crate) fn find(text: &str, needle: &str) -> Option<usize> {
    let first = needle.bytes().next()?;
    // Comparing a byte before the rest spares most places a call.
    text.as_bytes().windows(needle.len()).position(|window| window[0] == first && window == needle.as_bytes())
}

/// Whether `needle` stands in `text`.
pub(crate) fn contains(text: &str, needle: &str) -> bool {
    find(text, needle).is_some()
}

/// Whether `letter` is one of `letters`.
pub(crate) fn is_in(letter: char, letters: &str) -> bool {
    contains(letters, letter.encode_utf8(&mut [0; 4]))
}

/// Whether `word` is one of `words`, which spaces part: a list in one string is smaller than many.
pub(crate) fn is_one_of(words: &str, word: &str) -> bool {
    words.split(' ').any(|one| one == word)
}

/// Whether one of `words`, which spaces part, stands in `text`.
pub(crate) fn contains_one_of(text: &str, words: &str) -> bool {
    words.split(' ').any(|word| contains(text, word))
}

/// What stands before and behind the first `separator`.
pub(crate) fn split_once<'a>(text: &'a str, separator: &str) -> Option<(&'a str, &'a str)> {
    find(text, separator).map(|start| (&text[..start], &text[start + separator.len()..]))
}

/// How often `needle` stands in `text`.
pub(crate) fn count(mut text: &str, needle: &str) -> usize {
    let mut count = 0;
    while let Some((_, behind)) = split_once(text, needle) {
        text = behind;
        count += 1;
    }
    count
}

/// `text` with every `needle` replaced.
pub(crate) fn replaced(text: &str, needle: &str, with: &str) -> String {
    let mut whole = String::new();
    let mut rest = text;
    while let Some((before, behind)) = split_once(rest, needle) {
        whole.push_str(before);
        whole.push_str(with);
        rest = behind;
    }
    whole.push_str(rest);
    whole
}

#[cfg(test)]
mod tests {
    use super::{count, find, is_in, replaced, split_once};

    #[test]
    fn finds_and_replaces() {
        assert_eq!(find("Straße – Platz", " – "), Some(7));
        assert_eq!(find("Straße", "Platz"), None);
        assert_eq!((find("", "a"), find("a", "")), (None, None));
        assert_eq!(split_once("a – b – c", " – "), Some(("a", "b – c")));
        assert_eq!((count("aaa", "aa"), count("a – b", "–")), (1, 1));
        assert!(is_in('ß', "äß") && !is_in('a', "äß"));
        assert_eq!(replaced("/{slug}/{slug}?", "{slug}", "ä"), "/ä/ä?");
    }
}
