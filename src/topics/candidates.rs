//! Words and phrases that a topic may be: one to four neighbouring words, none of them a stop word,
//! no mark between them.

use crate::text::fold::begins_with_capital;
use crate::text::order::order;

use super::tokens::{Text, Token};

/// The most words of a topic, and of one in a text of some length, where four are a sentence's part.
const LONGEST: usize = 4;
const LONGEST_IN_PROSE: usize = 3;

/// A phrase with all that its rank depends on.
#[derive(Debug)]
pub(super) struct Candidate {
    /// The stems of its words; the rest is `u32::MAX`.
    pub(super) stems: [u32; LONGEST],
    /// The form that the text uses most.
    pub(super) label: String,
    pub(super) mentions: u32,
    pub(super) first_sentence: u32,
    /// Mentions with a stop word, a mark or an edge on both sides.
    pub(super) alone: u32,
    pub(super) after_determiner: u32,
    /// Mentions that don't begin a sentence, and how many of these begin with a capital.
    pub(super) within_sentence: u32,
    pub(super) capitals: u32,
    pub(super) in_title: bool,
    /// Different words that follow it, block edges not counted.
    pub(super) followers: u32,
    /// Mentions in capitals throughout.
    pub(super) shouted: u32,
    /// The first and the last word of the label begin with a capital.
    pub(super) capital_ends: [bool; 2],
    /// A word between them doesn't.
    pub(super) small_within: bool,
    /// Most mentions are the second half of something: "Bass" in "Gitarre & Bass".
    pub(super) is_half: bool,
}

impl Candidate {
    pub(super) fn words(&self) -> &[u32] {
        let length = self.stems.iter().position(|stem| *stem == u32::MAX).unwrap_or(LONGEST);
        &self.stems[..length]
    }

    /// Whether a name's owner is in it: "Sweden’s Ericsson"; not "Alzheimer’s disease".
    pub(super) fn is_owned(&self) -> bool {
        let mut is_owner = false;
        self.label.split(' ').any(|word| {
            let follows_owner = std::mem::replace(&mut is_owner, word.ends_with("'s") || word.ends_with("’s"));
            follows_owner && begins_with_capital(word)
        })
    }

    /// Whether its words stand in a row in the other, or are the same.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        let words = self.words();
        other.words().windows(words.len()).any(|window| window == words)
    }

    /// Whether one goes on in the other: "theft protection" and "protection services".
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        let (words, others) = (self.words(), other.words());
        words.len() > 1 && others.len() > 1 && words.iter().any(|word| others.contains(word))
    }
}

/// All candidates of the text, in the order of their stems.
pub(super) fn find(text: &Text, language: &str) -> Vec<Candidate> {
    let tokens = &text.tokens;
    let longest = if text.is_brief() { LONGEST } else { LONGEST_IN_PROSE };
    // Each occurrence: its stems and the place of its first word. Sorting brings equals together.
    let mut occurrences: Vec<([u32; LONGEST], u32)> = Vec::new();
    for start in 0..tokens.len() {
        let mut stems = [u32::MAX; LONGEST];
        let mut is_single = false;
        for length in 1..=longest {
            let place = start + length - 1;
            let Some(token) = tokens.get(place) else { break };
            // A word said twice in a row is a chant, no phrase.
            let goes_on = length == 1 || !(parted(tokens, place) || tokens[place - 1].stem == token.stem);
            if token.is_stop || !goes_on {
                break;
            }
            stems[length - 1] = token.stem;
            if token.is_joint {
                // It neither begins nor ends a name.
                if length == 1 {
                    break;
                }
                continue;
            }
            // What has a word that comes once comes once itself.
            is_single |= text.stems[token.stem as usize].count == 1;
            if !is_single || may_be_single(text, start, &stems) {
                occurrences.push((stems, start as u32));
            }
        }
    }
    let order = order(occurrences.len(), &|one, other| occurrences[one].cmp(&occurrences[other]));
    let mut candidates = Vec::new();
    let mut starts = Vec::new();
    for (place, number) in order.iter().enumerate() {
        let (stems, start) = occurrences[*number as usize];
        starts.push(start);
        if order.get(place + 1).is_some_and(|next| occurrences[*next as usize].0 == stems) {
            continue;
        }
        if starts.len() > 1 || may_be_single(text, start as usize, &stems) {
            candidates.push(gather(text, language, stems, &starts));
        }
        starts.clear();
    }
    candidates
}

/// Whether the phrase may be a topic though it comes once: what a longer text says once, and not in its
/// title, it isn't about.
fn may_be_single(text: &Text, start: usize, stems: &[u32; LONGEST]) -> bool {
    text.is_brief() || text.tokens[start].in_title || introduces(text, start, stems)
}

/// Whether it may be the one mention of a whole name whose last word the text uses alone: "Yuki Tsunoda".
fn introduces(text: &Text, start: usize, stems: &[u32; LONGEST]) -> bool {
    const LEAST: u32 = 3;
    /// A longer word before a name is an office or what the thing is: "Weltstadt". In bytes.
    const LONGEST_NAME: u32 = 8;
    let length = stems.iter().take_while(|stem| **stem != u32::MAX).count();
    let words = &text.tokens[start..start + length];
    length > 1
        && words.iter().all(|word| word.capital)
        && words[..length - 1].iter().all(|word| word.end - word.start <= LONGEST_NAME)
        && !words[0].starts_sentence
        && text.stems[stems[length - 1] as usize].count >= LEAST
        && text.stems[stems[0] as usize].count <= 2
}

/// Whether a mark or an edge stands before the token.
fn parted(tokens: &[Token], place: usize) -> bool {
    tokens[place].after_mark || tokens[place].text != tokens[place - 1].text
}

/// `starts` are the places of the phrase's first word.
fn gather(text: &Text, language: &str, stems: [u32; LONGEST], starts: &[u32]) -> Candidate {
    let tokens = &text.tokens;
    let mut candidate = Candidate {
        stems,
        label: String::new(),
        mentions: starts.len() as u32,
        first_sentence: u32::MAX,
        alone: 0,
        after_determiner: 0,
        within_sentence: 0,
        capitals: 0,
        in_title: false,
        followers: 0,
        shouted: 0,
        capital_ends: [false; 2],
        small_within: false,
        is_half: false,
    };
    let length = candidate.words().len();
    let mut forms: Vec<(&str, u32)> = Vec::new();
    let mut followers: Vec<u32> = Vec::new();
    let (mut genitives, mut joined) = (0, 0);
    // Nobiliary particles belong to a name: "von der Leyen".
    let mut particles: Vec<(&str, u32)> = Vec::new();
    for start in starts {
        let start = *start as usize;
        let words = &tokens[start..start + length];
        let first = &words[0];
        let open_before = start == 0 || parted(tokens, start) || tokens[start - 1].is_stop;
        let behind = start + length;
        let open_behind = behind == tokens.len() || parted(tokens, behind) || tokens[behind].is_stop;
        candidate.alone += u32::from(open_before && open_behind);
        candidate.after_determiner += u32::from(start > 0 && !parted(tokens, start) && tokens[start - 1].is_determiner);
        candidate.first_sentence = candidate.first_sentence.min(first.sentence);
        candidate.in_title |= first.in_title;
        genitives += u32::from(start > 0 && matches!(text.written(&tokens[start - 1..start]), "des" | "eines"));
        joined += u32::from(text.texts[first.text as usize][..first.start as usize].trim_end().ends_with('&'));
        if let Some(particle) = particle(text, start) {
            match particles.iter_mut().find(|(known, _)| *known == particle) {
                Some(known) => known.1 += 1,
                None => particles.push((particle, 1)),
            }
        }
        candidate.shouted += u32::from(words.iter().all(|word| word.shouts));
        followers.extend(tokens.get(behind).map(|follower| follower.stem));
        if !first.starts_sentence {
            candidate.within_sentence += 1;
            candidate.capitals += u32::from(first.capital);
        }
        let written = text.written(words);
        let form = match forms.iter().position(|(form, _)| *form == written) {
            Some(form) => form,
            // A word has few forms; a text that is made to have many shall not slow this down.
            None if forms.len() < 16 => {
                forms.push((written, 0));
                forms.len() - 1
            }
            None => continue,
        };
        forms[form].1 += 1;
    }
    candidate.followers = different(&followers);
    let best = best_form(&forms, language);
    best.0.clone_into(&mut candidate.label);
    if genitives == candidate.mentions {
        without_genitive(&mut candidate.label);
    }
    if language == "ko" {
        without_particle(&mut candidate.label, &forms);
    }
    candidate.is_half = joined * 2 > candidate.mentions;
    if let Some((particle, _)) = particles.iter().find(|(_, count)| *count > 1 && count * 10 >= candidate.mentions * 9)
    {
        candidate.label = [particle, " ", &candidate.label].concat();
    }
    let mut capitals = best.0.split_whitespace().map(begins_with_capital);
    let first = capitals.next().unwrap_or(false);
    candidate.capital_ends = [first; 2];
    for capital in capitals {
        candidate.small_within |= !candidate.capital_ends[1];
        candidate.capital_ends[1] = capital;
    }
    candidate.small_within &= first;
    candidate
}

/// The form to show: the commonest that isn't likely to be an inflection of another; among equals the
/// shortest, which is least inflected, then the first.
fn best_form<'a>(forms: &[(&'a str, u32)], language: &str) -> (&'a str, u32) {
    let is_inflected = |form: &str| forms.iter().any(|(other, _)| is_inflection(form, other, language));
    let mut best = forms[0];
    for form in &forms[1..] {
        let (was, is) = (is_inflected(best.0), is_inflected(form.0));
        if (was && !is) || was == is && (form.1, best.0.len()) > (best.1, form.0.len()) {
            best = *form;
        }
    }
    best
}

/// Whether the form is a case of the other: "Berlusconis", "Fenstern", "Grünem Wasserstoff". Elsewhere an
/// `s` is the plural's, which is as good as the singular.
fn is_inflection(form: &str, of: &str, language: &str) -> bool {
    let ending = form.strip_prefix(of);
    let is_genitive = matches!(language, "da" | "de" | "nb" | "nn" | "sv") && ending == Some("s") && !of.ends_with('s');
    let is_dative = ending == Some("n") && (of.ends_with("er") || of.ends_with("el"));
    let is_declined = || {
        let ((adjective, noun), (nominative, base)) = (form.split_once(' ')?, of.split_once(' ')?);
        let is_noun_the_same = noun == base || noun.strip_suffix('s') == Some(base);
        let strong = nominative.strip_suffix("er").or_else(|| nominative.strip_suffix("es"));
        let is_weak =
            strong.and_then(|stem| adjective.strip_prefix(stem)).is_some_and(|end| matches!(end, "e" | "em" | "en"));
        let is_oblique = nominative.ends_with('e') && matches!(adjective.strip_prefix(nominative), Some("m" | "n"));
        Some(is_noun_the_same && (is_weak || is_oblique))
    };
    is_genitive || language == "de" && (is_dative || is_declined().unwrap_or(false))
}

/// What stands before a token if it may be a part of a name.
fn particle(text: &Text, place: usize) -> Option<&str> {
    const PARTICLES: &str = "von der_van der_van den_von dem";
    if place < 2 || parted(&text.tokens, place) || parted(&text.tokens, place - 1) || !text.tokens[place].capital {
        return None;
    }
    let written = text.written(&text.tokens[place - 2..place]);
    PARTICLES.split('_').any(|particle| particle == written).then_some(written)
}

/// "Instituts" as "Institut" where a German text has only "des Instituts".
fn without_genitive(label: &mut String) {
    let is_genitive = label.ends_with('s') && !["ss", "us", "is", "os", "as"].iter().any(|end| label.ends_with(*end));
    if is_genitive && label.chars().count() > 5 {
        let is_long = label.ends_with("es") && !["ees", "ies"].iter().any(|end| label.ends_with(*end));
        label.truncate(label.len() - if is_long { 2 } else { 1 });
    }
}

/// "대통령은" as "대통령": what all forms begin with, without the particle that each has if that is the same. Which follows
/// a noun depends on whether its last syllable ends in a consonant; two syllables are left.
fn without_particle(label: &mut String, forms: &[(&str, u32)]) {
    const SYLLABLE: usize = 3;
    let least = label.bytes().rposition(|letter| letter == b' ').map_or(0, |space| space + 1) + 2 * SYLLABLE;
    let mut length = label.len();
    for (form, _) in forms {
        while !form.starts_with(&label[..length]) {
            length -= label[..length].chars().next_back().map_or(1, char::len_utf8);
        }
    }
    if length >= least {
        label.truncate(length);
    }
    for (particles, ends_so) in [
        ("에서는 에서도 에서 에게 에는 까지 부터 에 의", None),
        ("으로 은 을 이 과", Some(true)),
        ("는 를 가 와", Some(false)),
    ] {
        for particle in particles.split(' ') {
            let Some(noun) = label.strip_suffix(particle).filter(|noun| noun.len() >= least) else { continue };
            let syllable = noun.chars().next_back().map_or(0, |last| (last as u32).wrapping_sub(0xac00));
            // A syllable of Hangul without a consonant at its end is every twenty-eighth; 주의 is "-ism".
            if ends_so.is_none_or(|ends| ends == (syllable % 28 != 0)) && !label.ends_with("주의") {
                label.truncate(noun.len());
                return;
            }
        }
    }
}

/// How many different numbers there are.
fn different(numbers: &[u32]) -> u32 {
    if numbers.len() < 2 {
        return numbers.len() as u32;
    }
    let order = order(numbers.len(), &|one, other| numbers[one].cmp(&numbers[other]));
    order.chunk_by(|one, other| numbers[*one as usize] == numbers[*other as usize]).count() as u32
}

#[cfg(test)]
mod tests {
    use super::{best_form, without_particle};

    #[test]
    fn korean_nouns_without_particles() {
        for (forms, expected) in [
            (vec!["대통령은", "대통령이", "대통령"], "대통령"),
            (vec!["정부는"], "정부"),
            (vec!["한국은"], "한국"),
            (vec!["서울에서"], "서울"),
            (vec!["대통령실에서도"], "대통령실"),
            (vec!["산업에"], "산업"),
            (vec!["정부의"], "정부"),
            // Nouns that end like a noun with a particle.
            (vec!["국가"], "국가"),
            (vec!["결과"], "결과"),
            (vec!["회의"], "회의"),
            (vec!["민주주의"], "민주주의"),
            (vec!["회의를", "회의에서"], "회의"),
            (vec!["시청 광장은", "시청 광장을"], "시청 광장"),
        ] {
            let forms: Vec<(&str, u32)> = forms.into_iter().map(|form| (form, 1)).collect();
            let mut label = forms[0].0.to_owned();
            without_particle(&mut label, &forms);
            assert_eq!(label, expected);
        }
    }

    #[test]
    fn the_form_to_show() {
        for (language, forms, expected) in [
            ("de", vec![("Berlusconis", 3), ("Berlusconi", 1)], "Berlusconi"),
            ("de", vec![("Fenstern", 4), ("Fenster", 2)], "Fenster"),
            (
                "de",
                vec![("Grüner Wasserstoff", 1), ("Grünem Wasserstoff", 3), ("Grünen Wasserstoff", 2)],
                "Grüner Wasserstoff",
            ),
            (
                "de",
                vec![("Digitalen Wörterbuchs", 2), ("Digitale Wörterbuch", 2), ("Digitales Wörterbuch", 1)],
                "Digitales Wörterbuch",
            ),
            ("de", vec![("Grünen Parteien", 2), ("Grüne Parteien", 1)], "Grüne Parteien"),
            ("de", vec![("Straßen", 3), ("Straße", 1)], "Straßen"),
            ("sv", vec![("Göteborgs", 2), ("Göteborg", 1)], "Göteborg"),
            ("en", vec![("cards", 3), ("card", 1)], "cards"),
            ("fr", vec![("élections", 2), ("élection", 1)], "élections"),
            ("de", vec![("Hafen", 2), ("Häfen", 2)], "Hafen"),
        ] {
            assert_eq!(best_form(&forms, language).0, expected, "{forms:?}");
        }
    }
}
