//! Where sentences begin and end: for positions, sentence starts and reading aloud, not for grammar.
//! In doubt two sentences stay one, which a listener doesn't notice; a cut within one he does.

use std::ops::Range;

use super::script::{self, Joining, Script};

/// Whether a sentence ends with this character when white space or the block's end follows (or, in
/// scripts without spaces, wherever it stands).
pub(crate) fn ends_sentence(letter: char, next: Option<char>) -> bool {
    match letter {
        '.' | '!' | '?' | '…' => next.is_none_or(|next| next.is_whitespace() || is_closing(next)),
        _ => is_full_stop(letter),
    }
}

/// Marks that end a sentence and do nothing else: Chinese and Japanese, Indic, Arabic, Urdu, Armenian,
/// Burmese, Khmer, Tibetan, Ethiopic.
fn is_full_stop(letter: char) -> bool {
    matches!(
        letter,
        '。' | '！'
            | '？'
            | '．'
            | '｡'
            | '।'
            | '॥'
            | '؟'
            | '۔'
            | '։'
            | '။'
            | '។'
            | '៕'
            | '།'
            | '༎'
            | '።'
            | '፧'
    )
}

/// Quotation marks and brackets that may stand between a full stop and the space behind it.
fn is_closing(letter: char) -> bool {
    matches!(letter, '"' | '\'' | '”' | '“' | '’' | '»' | '«' | ')' | ']' | '›' | '」' | '』' | '）' | '】' | '》')
}

/// The sentences of a block of text, in bytes, without the white space around them; none of them
/// without a letter or digit.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((index, letter)) = letters.next() {
        let is_full_stop = is_full_stop(letter);
        if !is_full_stop && !matches!(letter, '.' | '!' | '?' | '…') {
            continue;
        }
        // "?!", "...", and the quotation marks that are closed.
        while letters.next_if(|(_, next)| is_closing(*next) || ends_sentence(*next, None)).is_some() {}
        let Some(&(end, next)) = letters.peek() else { break };
        let ends = is_full_stop
            || next.is_whitespace()
                && !goes_on(&text[end..])
                && !(letter == '.' && is_abbreviation(&text[start..index], &text[end..]));
        if ends {
            push(&mut found, text, start..end);
            start = end;
        }
    }
    push(&mut found, text, start..text.len());
    found
}

fn push(found: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let part = &text[range.clone()];
    if part.chars().any(char::is_alphanumeric) {
        let start = range.start + part.len() - part.trim_start().len();
        found.push(start..start + part.trim().len());
    }
}

/// Whether what follows begins with a small letter: „Ja!“ rief sie; etwa 5 Mio. im Jahr.
fn goes_on(rest: &str) -> bool {
    first_of(rest).is_some_and(char::is_lowercase)
}

fn first_of(rest: &str) -> Option<char> {
    rest.chars().find(|letter| letter.is_alphanumeric())
}

/// Abbreviations with a vowel that a capital may follow, in no need of being complete.
const ABBREVIATIONS: &str = " prof ca inc ltd co corp sen gov gen rep rev hon capt col lt mme mlle dott sig ing sra dra \
    avv jan feb aug sep sept oct okt nov dec dez mio mrd tel resp evtl inkl sog geb gest ehem ul im им ул тыс млн \
    млрд руб гг ";

/// Whether a full stop behind `before` is that of an abbreviation, an initial or an ordinal number.
fn is_abbreviation(before: &str, rest: &str) -> bool {
    const LONGEST: usize = 4;
    let part = |letter: char| !letter.is_alphanumeric();
    let word = before.rsplit(part).next().unwrap_or("");
    let count = word.chars().take(LONGEST + 1).count();
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        // "1. Mai", but "… im Jahr 2019. Danach".
        return matches!(count, 1 | 2);
    }
    // "U.S.", "z. B.", "A. Muster"; "Nr. 5", "Art. 12".
    let is_letter = count == 1 && script::of(first_of(word).unwrap_or(' ')) == Script::Spaced;
    if is_letter || (count <= LONGEST && first_of(rest).is_some_and(char::is_numeric)) {
        return true;
    }
    let folded = super::fold::folded(word);
    // "Dr.", "Mrs.", "bzw."; "SPD." ends a sentence.
    let is_consonants = count <= LONGEST
        && folded.bytes().all(|byte| byte.is_ascii_lowercase() && !b"aeiouy".contains(&byte))
        && word.bytes().any(|byte| byte.is_ascii_lowercase());
    is_consonants || (count <= 5 && super::find::contains(ABBREVIATIONS, &[" ", &folded, " "].concat()))
}

/// A sentence in parts that a voice speaks in less than 15 seconds, in bytes of it: cut at the last
/// mark of a clause, else between words, else where it must be.
pub(crate) fn breaths(sentence: &str) -> Vec<Range<usize>> {
    /// Letters of a spaced script; a Chinese character takes as long as three of them.
    const LONGEST: u32 = 180;
    const SHORTEST: u32 = 40;
    let mut found = Vec::new();
    let mut start = 0;
    while start < sentence.len() {
        let (mut weight, mut clause, mut space, mut end) = (0, None, None, sentence.len());
        let mut letters = sentence[start..].char_indices().peekable();
        while let Some((index, letter)) = letters.next() {
            weight += match script::of(letter) {
                Script::Han => 3,
                Script::Kana => 2,
                _ => 1,
            };
            let next = start + index + letter.len_utf8();
            let before_space = letters.peek().is_some_and(|(_, next)| next.is_whitespace());
            if weight > LONGEST
                && !letters.peek().is_some_and(|(_, next)| {
                    matches!(script::joining(*next), Joining::Linker | Joining::Extend | Joining::SpacingMark)
                })
            {
                end = clause.or(space).unwrap_or(next);
                break;
            }
            if weight < SHORTEST {
                continue;
            }
            if matches!(letter, '、' | '，' | '；' | '：')
                || before_space && matches!(letter, ',' | ';' | ':' | '–' | '—' | '،' | '؛' | '၊' | '፣' | '՝' | ')')
            {
                clause = Some(next);
            } else if before_space {
                space = Some(next);
            }
        }
        push(&mut found, sentence, start..end);
        start = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{breaths, sentences};

    /// Texts with a stroke where one sentence ends and the next begins.
    const TEXTS: &[&str] = &[
        "",
        "Ein Satz ohne Ende",
        "Die Brücke ist offen.| Der Umweg entfällt.",
        "Dr. Anna Muster kam am 1. Mai nach Bad Beispiel.| Sie blieb.",
        "Das gilt z. B. für Busse, d. h. für alle.| Auch u. a. für Räder.",
        "Rund 5 Mio. Menschen und ca. 200 Gäste kamen.| Prof. Beispiel zählte sie.",
        "Siehe Nr. 5, Art. 12 und Abs. 3 Satz 1 des Gesetzes.| Danach folgt mehr.",
        "Das war im Jahr 2019.| Danach kam die SPD.| Dann das TV.| Schluss.",
        "„Ja!“ rief sie.| „Nein?“ fragte er.| „Doch.“| Dann gingen beide.",
        "Wirklich?!| Ja ...| Nun gut … und dann doch nicht.",
        "The U.S. President met Mr. and Mrs. Smith at 10 p.m. on Monday.| They left.",
        "It cost 1.50 euros at example.org.| He paid.",
        "She said \"Go.\"| He went (slowly.)| They met.",
        "M. Dupont est arrivé.| Mme Durand aussi.",
        "Он приехал в г. Москву.| Там живут 12 млн. Жителей много.",
        "山の鉄道が再開した。|「よかった。」|と駅長は言った！|本当？",
        "这座城市很大。|人很多！|为什么？",
        "افتتحت المكتبة أبوابها.| هل زرتها؟| نعم!",
        "لائبریری کھل گئی۔| لوگ خوش ہیں۔",
        "शहर खुश है।| लोग आए।",
        "Գրադարանը բացվեց։| Մարդիկ եկան։",
        "จะถูกเปิดตัวในวันนี้ คนมามาก",
        "បណ្ណាល័យបើក។| មនុស្សមក។",
        "စာကြည့်တိုက်ဖွင့်သည်။| လူများလာသည်။",
        "ቤተ መጻሕፍቱ ተከፈተ።| ሰዎች መጡ።",
        "Ende.  \n\t | *** Anfang.| ***.",
    ];

    #[test]
    fn where_sentences_end() {
        for marked in TEXTS {
            let text = marked.replace('|', "");
            let expected: Vec<&str> =
                marked.split('|').map(str::trim).filter(|part| part.chars().any(char::is_alphanumeric)).collect();
            let found: Vec<&str> = sentences(&text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{marked}");
        }
    }

    #[test]
    fn every_letter_is_in_one_sentence_and_one_breath() {
        let long = "Wort, ".repeat(2000);
        let unspaced = "あ".repeat(500) + &"ก".repeat(900) + "🙂";
        for text in TEXTS.iter().copied().chain([
            long.as_str(),
            unspaced.as_str(),
            "\u{0}.\u{fffd}. . .",
            "a".repeat(999).as_str(),
        ]) {
            let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).count();
            let mut sum = 0;
            for range in sentences(text) {
                let sentence = &text[range];
                for breath in breaths(sentence) {
                    let breath = &sentence[breath];
                    assert!(breath.chars().count() <= 182, "{breath}");
                    sum += letters(breath);
                }
            }
            assert_eq!(sum, letters(text), "{text}");
        }
    }

    #[test]
    fn a_long_sentence_is_cut_at_its_clauses() {
        let clause = "und die Stadt freut sich über den Verkehr auf der neuen Brücke";
        let sentence = [clause; 4].join(", ") + ".";
        let parts: Vec<&str> = breaths(&sentence).into_iter().map(|range| &sentence[range]).collect();
        let pair = format!("{clause}, {clause},");
        assert_eq!(parts, [pair.as_str(), &format!("{clause}, {clause}.")]);
        assert_eq!(breaths("Kurz.").len(), 1);
    }
}
