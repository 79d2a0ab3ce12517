//! Finds the language of a text: by its script; where several languages share one, by the commonest
//! short words and by the letters that are in one alphabet and not in another.

use std::sync::LazyLock;

use crate::text::fold::lower;

use super::Tag;
use super::common::COMMON;
use super::script::Writing;

/// Words that are looked at, of a block and of all; more don't make the answer surer.
pub(super) const OF_BLOCK: usize = 60;
const OF_ALL: usize = 400;

/// Longer words are on no list, in letters.
const LONGEST_COMMON: u32 = 14;

/// What a word or letter says for each of the languages that share it, by their number.
const POINTS: [i32; 9] = [0, 12, 9, 7, 6, 5, 4, 3, 2];

/// What a letter says against a language that doesn't write it. Names bring some into any text.
const STRANGE_LETTER: i32 = 6;

/// Languages whose texts can't be told apart by a few words: none corrects another.
const TWINS: [&[&str]; 3] = [&["hr", "bs", "sr"], &["nb", "nn", "da"], &["id", "ms"]];

/// Made once, by the first that asks: that takes longer than to look at a text.
static DETECTOR: LazyLock<Detector> = LazyLock::new(Detector::new);

/// Looks at a text, at so many words of each block; `None` where there are no letters.
pub(super) fn look(blocks: &[&str], of_block: usize) -> Option<Found> {
    DETECTOR.look(blocks, of_block)
}

/// The languages by word and by letter.
struct Detector {
    /// By hash, a power of two of places: what was hashed (0: nothing) and its languages, as bits.
    places: Vec<(u32, u64)>,
}

/// What was found in a text.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) writing: Writing,
    /// Letters looked at.
    pub(super) letters: u32,
    /// Words looked at; none where the script tells the language.
    words: i32,
    /// Points of each of [`COMMON`].
    points: Vec<i32>,
    /// What they were given for, each once: a word that is repeated says little.
    reasons: Vec<Reason>,
    /// More of its Chinese characters are traditional than simplified forms.
    traditional: bool,
}

/// A word or a letter that some of the languages have.
#[derive(Clone, Debug)]
struct Reason {
    hash: Hash,
    /// As bits.
    languages: u64,
    is_letter: bool,
    count: i32,
}

impl Detector {
    fn new() -> Self {
        const PLACES: usize = 8192;
        let mut detector = Self { places: vec![(0, 0); PLACES] };
        for (number, common) in COMMON.iter().enumerate() {
            for word in common.words.split(' ') {
                detector.add(word.chars().fold(Hash::new(), Hash::with), number);
            }
            for letter in common.letters.chars() {
                detector.add(Hash::of_letter(letter), number);
            }
        }
        detector
    }

    fn place(&self, hash: Hash) -> usize {
        let mask = self.places.len() - 1;
        let mut place = hash.0 as usize & mask;
        while self.places[place].0 != 0 && self.places[place].0 != hash.0 {
            place = (place + 1) & mask;
        }
        place
    }

    fn add(&mut self, hash: Hash, number: usize) {
        let place = self.place(hash);
        self.places[place].0 = hash.0;
        self.places[place].1 |= 1 << number;
    }

    fn languages(&self, hash: Hash) -> u64 {
        self.places[self.place(hash)].1
    }

    fn look(&self, blocks: &[&str], of_block: usize) -> Option<Found> {
        let (writing, letters) = Writing::of_text(blocks)?;
        let mut found = Found {
            writing,
            letters,
            words: 0,
            points: vec![0; COMMON.len()],
            reasons: Vec::new(),
            traditional: false,
        };
        if writing == Writing::Han {
            found.traditional = is_traditional(blocks);
        }
        let group = COMMON.iter().enumerate().filter(|(_, common)| common.writing == writing);
        let group = group.fold(0_u64, |bits, (number, _)| bits | 1 << number);
        if group != 0 {
            for word in blocks.iter().flat_map(|block| words(block).take(of_block)).take(OF_ALL) {
                self.word(word, group, &mut found);
            }
            found.score(group);
        }
        Some(found)
    }

    fn word(&self, word: &str, group: u64, found: &mut Found) {
        found.words += 1;
        let mut hash = Hash::new();
        let mut length = 0;
        for letter in word.chars().map(lower) {
            hash = hash.with(letter);
            length += 1;
            if length > LONGEST_COMMON {
                return;
            }
            if !letter.is_ascii() {
                self.note(Hash::of_letter(letter), true, group, found);
            }
        }
        self.note(hash, false, group, found);
    }

    fn note(&self, hash: Hash, is_letter: bool, group: u64, found: &mut Found) {
        let languages = self.languages(hash) & group;
        if languages == 0 {
            return;
        }
        match found.reasons.iter_mut().find(|reason| reason.hash.0 == hash.0) {
            Some(known) => known.count += 1,
            None => found.reasons.push(Reason { hash, languages, is_letter, count: 1 }),
        }
    }
}

/// How many languages these are, twins counted as one.
fn distinct(languages: u64) -> usize {
    let is_twin = |number: usize| {
        let own = COMMON[number].language;
        numbers(languages & ((1 << number) - 1)).any(|other| are_twins(COMMON[other].language, own))
    };
    numbers(languages).filter(|number| !is_twin(*number)).count()
}

/// The numbers of languages that are held as bits.
fn numbers(mut languages: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let number = languages.trailing_zeros() as usize;
        // Without the lowest.
        languages &= languages.checked_sub(1)?;
        Some(number)
    })
}

impl Found {
    /// Gives the languages of the group their points: each reason speaks for those that have it, and a
    /// letter, half as much, against those that don't.
    fn score(&mut self, group: u64) {
        let has_alphabets = self.writing == Writing::Latin || self.writing == Writing::Cyrillic;
        for reason in &self.reasons {
            let worth = POINTS.get(distinct(reason.languages)).copied().unwrap_or(1);
            let (worth, against) =
                if reason.is_letter && has_alphabets { (worth / 2, STRANGE_LETTER) } else { (worth, 0) };
            for number in numbers(reason.languages) {
                self.points[number] += worth * reason.count;
            }
            if against > 0 {
                for number in numbers(group & !reason.languages) {
                    self.points[number] -= against * reason.count;
                }
            }
        }
    }

    /// How many different words and letters speak for a language.
    fn reasons_for(&self, number: usize) -> usize {
        self.reasons.iter().filter(|reason| reason.languages >> number & 1 == 1).count()
    }

    /// The language with the most points and how many these are.
    fn best(&self) -> (usize, i32) {
        let mut best = (0, i32::MIN);
        for (number, common) in COMMON.iter().enumerate() {
            if common.writing == self.writing && self.points[number] > best.1 {
                best = (number, self.points[number]);
            }
        }
        best
    }

    /// The points of the best language that is no twin of this one.
    fn rival(&self, number: usize) -> i32 {
        let own = COMMON[number].language;
        let others = COMMON.iter().enumerate().filter(|(_, common)| {
            common.writing == self.writing && common.language != own && !are_twins(common.language, own)
        });
        others.map(|(other, _)| self.points[other]).max().unwrap_or(0).max(0)
    }

    /// Whether the language may well be this one: nothing speaks more for another of its script.
    pub(super) fn suits(&self, language: &str) -> bool {
        self.points_of(language).is_some_and(|points| points >= self.best().1)
    }

    /// The points of a declared language, if it is one that is known in this script.
    pub(super) fn points_of(&self, language: &str) -> Option<i32> {
        COMMON
            .iter()
            .zip(&self.points)
            .find(|(common, _)| common.writing == self.writing && common.language == language)
            .map(|(_, points)| *points)
    }

    /// The language where nothing is declared; `None` on too little text.
    pub(super) fn language(&self) -> Option<Tag> {
        const FEWEST_LETTERS: u32 = 4;
        const FEWEST_POINTS: i32 = 24;
        let tag = |language: &str| Tag::parse(language);
        match self.writing {
            _ if self.letters < FEWEST_LETTERS => None,
            Writing::Of(language) => tag(language),
            Writing::Kana => tag("ja"),
            Writing::Han => tag(if self.traditional { "zh-Hant" } else { "zh" }),
            Writing::Latin | Writing::Cyrillic | Writing::Arabic | Writing::Devanagari => {
                let (number, points) = self.best();
                let (least, reasons) =
                    if self.writing == Writing::Latin { (FEWEST_POINTS, 3) } else { (FEWEST_POINTS / 2, 2) };
                let is_clear = points >= least
                    && self.reasons_for(number) >= reasons
                    && points > self.rival(number) + points / 8
                    && points >= self.words;
                if is_clear { tag(self.code(number)) } else { None }
            }
        }
    }

    /// The language that a text is plainly in though another is declared; `None` where that may be.
    pub(super) fn correction(&self, declared: &Tag) -> Option<Tag> {
        let fewest = if self.writing == Writing::Latin { 20 } else { 8 };
        let own = declared.primary();
        let found = self.language()?;
        if found.primary() == own {
            // What is declared as Chinese and no more.
            return Some(found).filter(|_| self.traditional && declared.to_string() == "zh");
        }
        if self.letters < fewest || are_twins(found.primary(), own) || (self.writing == Writing::Han && is_chinese(own))
        {
            return None;
        }
        let is_clear = match self.points_of(own) {
            Some(points) => self.best().1 > points.max(0) * 4 / 3 + 6,
            // A language that is known in other scripts alone is none in this one.
            None if is_known(own) => true,
            // Nothing is known of it: it may be a near one, such as Swiss German, or anything else.
            None if self.writing == Writing::Latin => {
                let (number, points) = self.best();
                self.words >= 12 && points > self.words * 4 && points > self.rival(number) * 3 / 2
            }
            // Other scripts are shared with languages that look alike here: Tatar, Uyghur, Yiddish, Assamese.
            None => false,
        };
        is_clear.then_some(found)
    }

    fn code(&self, number: usize) -> &'static str {
        match COMMON[number].language {
            "sr" if self.writing == Writing::Latin => "sr-Latn",
            language => language,
        }
    }
}

/// Whether anything is known of the language that tells it from others.
fn is_known(language: &str) -> bool {
    COMMON.iter().any(|common| common.language == language) || is_chinese(language) || Writing::has(language)
}

fn is_chinese(language: &str) -> bool {
    matches!(language, "zh" | "yue")
}

fn are_twins(one: &str, other: &str) -> bool {
    TWINS.iter().any(|twins| twins.contains(&one) && twins.contains(&other))
}

/// Whether forms that only traditional or only simplified writing has are mostly traditional.
fn is_traditional(blocks: &[&str]) -> bool {
    const TRADITIONAL: &str = "這個們來時會國說對與學為從後發經過還現開關實點種無應電當樣機將動問間體書見長門東車";
    const SIMPLIFIED: &str = "这个们来时会国说对与学为从后发经过还现开关实点种无应电当样机将动问间体书见长门东车";
    let mut balance = 0_i32;
    for letter in blocks.iter().flat_map(|block| block.chars().take(OF_ALL)).take(OF_ALL * 4) {
        let is_in = |forms: &str| i32::from(forms.chars().any(|form| form == letter));
        balance += is_in(TRADITIONAL) - is_in(SIMPLIFIED);
    }
    balance > 1
}

/// Runs of letters. The vowel signs of Indian scripts belong to them, an apostrophe doesn't: the `l`
/// of `l’eau` is a word.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_letter = |letter: char| {
        letter.is_ascii_alphabetic()
            || (!letter.is_ascii() && (letter.is_alphabetic() || ('\u{900}'..='\u{97f}').contains(&letter)))
    };
    text.split(move |letter| !is_letter(letter)).filter(|word| !word.is_empty())
}

/// FNV-1a over letters, never 0.
#[derive(Clone, Copy, Debug)]
struct Hash(u32);

impl Hash {
    fn new() -> Self {
        Self(0x811c_9dc5)
    }

    fn with(self, letter: char) -> Self {
        let hash = (self.0 ^ letter as u32).wrapping_mul(0x0100_0193);
        Self((hash ^ hash >> 15) | 1 << 31)
    }

    /// Of the alphabet, not of a word of one letter. Vietnamese has a hundred; most are its alone.
    fn of_letter(letter: char) -> Self {
        let letter = if ('\u{1ea0}'..='\u{1ef9}').contains(&letter) { 'ơ' } else { letter };
        Self::new().with('\0').with(letter)
    }
}
