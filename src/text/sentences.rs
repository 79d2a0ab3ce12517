//! Where sentences end: enough for positions and sentence starts, not for grammar.

/// Whether a sentence ends with this character when white space or the block's end follows (or, in
/// scripts without spaces, wherever it stands).
pub(crate) fn ends_sentence(letter: char, next: Option<char>) -> bool {
    match letter {
        '。' | '！' | '？' | '．' | '।' | '؟' | '۔' => true,
        '.' | '!' | '?' | '…' => next.is_none_or(|next| next.is_whitespace() || is_closing(next)),
        _ => false,
    }
}

/// Quotation marks and brackets that may stand between a full stop and the space behind it.
fn is_closing(letter: char) -> bool {
    matches!(letter, '"' | '\'' | '”' | '“' | '’' | '»' | '«' | ')' | ']' | '›')
}
