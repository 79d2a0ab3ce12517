//! Lower case for comparing words.
//!
//! The standard library's `to_lowercase` weighs 8 kB (brotli) in wasm for all scripts there are; the
//! bicameral scripts that news are written in need the ranges below. A test holds them against it.

/// The lower case of a letter, if it has a single one in the scripts covered: Latin, Greek, Cyrillic,
/// Armenian, Georgian and the full-width forms.
pub(crate) fn lower(letter: char) -> char {
    // Most letters: the table below costs them a dozen comparisons.
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    let code = letter as u32;
    let lower = match code {
        0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f | 0xff21..=0xff3a => code + 32,
        // İ: the dot goes, as in `i`.
        0x130 => 0x69,
        // Pairs with the capital on the even code …
        0x100..=0x12f
        | 0x132..=0x137
        | 0x14a..=0x177
        | 0x1de..=0x1ef
        | 0x1f8..=0x21f
        | 0x222..=0x233
        | 0x370..=0x373
        | 0x376..=0x377
        | 0x3d8..=0x3ef
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff => code | 1,
        // … and on the odd one.
        0x139..=0x148 | 0x179..=0x17e | 0x1cd..=0x1dc | 0x4c1..=0x4ce => code + (code & 1),
        0x178 => 0xff,
        0x189..=0x18a => code + 205,
        0x18f => 0x259,
        0x1a0..=0x1a5 => code | 1,
        0x1af => 0x1b0,
        0x386 => 0x3ac,
        0x388..=0x38a => code + 37,
        0x38c => 0x3cc,
        0x38e..=0x38f => code + 63,
        0x3cf => 0x3d7,
        0x400..=0x40f => code + 80,
        0x4c0 => 0x4cf,
        0x531..=0x556 => code + 48,
        0x1c90..=0x1cba | 0x1cbd..=0x1cbf => code - 0xbc0,
        0x1e9e => 0xdf,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(letter)
}

/// Whether the letter is a capital of one of those scripts.
pub(crate) fn is_capital(letter: char) -> bool {
    lower(letter) != letter
}

/// Whether the word begins with such a letter.
pub(crate) fn begins_with_capital(word: &str) -> bool {
    word.chars().next().is_some_and(is_capital)
}

/// A text for comparing: lower case, without invisible characters, white space folded.
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().filter(|letter| !super::script::is_invisible(*letter)).map(lower));
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::lower;

    /// The standard library is the oracle: wherever `lower` changes a letter it agrees, and in the
    /// blocks that it covers it misses none but the listed.
    #[test]
    fn agrees_with_the_standard_library() {
        let covered = [0x41..=0x17f, 0x386..=0x3ef, 0x400..=0x556, 0x1c90..=0x1cbf, 0x1e00..=0x1eff, 0xff21..=0xff3a];
        for letter in '\0'..=char::MAX {
            let mut full = letter.to_lowercase();
            let oracle = if full.len() == 1 { full.next().unwrap_or(letter) } else { letter };
            let ours = lower(letter);
            let is_covered = covered.iter().any(|range| range.contains(&(letter as u32)));
            if letter != 'İ' && (is_covered || ours != letter) && letter != 'ϴ' {
                assert_eq!(ours, oracle, "U+{:04X}", letter as u32);
            }
        }
    }
}
