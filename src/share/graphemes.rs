//! Graphemes, as far as posts are cut: what the eye takes for one letter is never counted as less
//! than one, and never cut in two.

use crate::text::script::{Joining, joining};

/// How many graphemes a text has, or more (Unicode UAX #29 joins still others).
pub(super) fn count(text: &str) -> usize {
    let mut before = '\0';
    let mut count = 0;
    for letter in text.chars() {
        count += usize::from(!continues(before, letter));
        before = letter;
    }
    count
}

/// The text in at most so many graphemes, cut between words where it has some, with an ellipsis.
pub(super) fn shortened(text: &str, most: usize) -> String {
    if count(text) <= most {
        return text.to_owned();
    }
    let Some(most) = most.checked_sub(1) else { return String::new() };
    let (mut end, mut number, mut before, mut last_word) = (0, 0, '\0', 0);
    for (index, letter) in text.char_indices() {
        if !continues(before, letter) {
            end = index;
            if number == most {
                break;
            }
            number += 1;
        }
        if letter.is_whitespace() {
            last_word = index;
        }
        before = letter;
    }
    // A single long word, or a script without spaces, is cut where it must be.
    let end = if last_word > end / 2 { last_word } else { end };
    [text[..end].trim_end(), "…"].concat()
}

/// Whether a letter belongs to the grapheme of the one before it.
fn continues(before: char, letter: char) -> bool {
    const JOINER: char = '\u{200d}';
    let is_picture = |letter| matches!(letter, '\u{1f300}'..='\u{1f3fa}' | '\u{1f400}'..='\u{1faff}' | '♀' | '♂' | '⚕' | '⚖' | '✈' | '❤');
    before != '\0'
        && (letter == JOINER
            || (before == JOINER && is_picture(letter))
            || matches!(letter, '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
            || !matches!(joining(letter), Joining::No | Joining::Consonant))
}

#[cfg(test)]
mod tests {
    use super::{count, shortened};

    #[test]
    fn counts() {
        for (text, graphemes) in
            [("", 0), ("Süß", 3), ("Su\u{308}ß", 3), ("👩‍👩‍👧", 1), ("👍🏽!", 2), ("❤️‍🔥", 1), ("ที่นี่", 2), ("日本", 2)]
        {
            assert_eq!(count(text), graphemes, "{text}");
        }
    }

    #[test]
    fn cuts() {
        for (text, most, expected) in [
            ("Der Weg", 7, "Der Weg"),
            ("Der Weg", 6, "Der…"),
            ("日本語の長い題名", 5, "日本語の…"),
            ("Familie 👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 17, "Familie 👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧…"),
            ("Weg", 1, "…"),
            ("Weg", 0, ""),
        ] {
            assert_eq!(shortened(text, most), expected);
        }
    }
}
