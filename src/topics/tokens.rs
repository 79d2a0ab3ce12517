//! A text as the topic finder reads it: words with what stands around them.

use crate::text::find::{contains, is_in};
use crate::text::script::{self, Script};

use super::grammar::Grammar;
use super::unspaced::Lexicon;
use super::words::{Word, Words};

/// What a word is in its sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// The word without its ending, as a number; the same for all forms that are taken as one.
    pub(super) stem: u32,
    /// Which text it stands in, and where.
    pub(super) text: u32,
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) sentence: u32,
    pub(super) capital: bool,
    /// All its letters are capitals.
    pub(super) shouts: bool,
    pub(super) starts_sentence: bool,
    /// Part of no topic: a stop word, or led by a digit.
    pub(super) is_stop: bool,
    pub(super) is_determiner: bool,
    /// A determiner that names of places and persons begin with.
    pub(super) begins_names: bool,
    /// It joins the words around it to one name: "Hall of Fame".
    pub(super) is_joint: bool,
    /// A mark or the block's edge stands between it and the word before.
    pub(super) after_mark: bool,
    pub(super) in_title: bool,
}

/// A stem with what is known of it.
#[derive(Clone, Debug)]
pub(super) struct Stem {
    /// How many letters it has.
    pub(super) letters: u32,
    /// How often it occurs.
    pub(super) count: u32,
    /// It joins two names somewhere.
    pub(super) is_joint: bool,
}

pub(super) struct Text {
    pub(super) texts: Vec<String>,
    pub(super) words: Words,
    /// What these words are.
    pub(super) tokens: Vec<Token>,
    pub(super) stems: Vec<Stem>,
}

impl Text {
    /// The first of the texts may be the title.
    pub(super) fn read(texts: &[&str], begins_with_title: bool, grammar: &Grammar<'_>) -> Self {
        let lexicon = grammar.is_unspaced().then(|| Lexicon::of(texts, grammar));
        let mut words = Words::parted_by(lexicon);
        let mut tokens = Vec::new();
        let mut kinds: Vec<Kind> = Vec::new();
        let mut sentence = 0;
        for (number, text) in texts.iter().enumerate() {
            let in_title = begins_with_title && number == 0;
            words.read(text, grammar);
            for word in kinds.len() as u32..words.vocabulary.len() as u32 {
                kinds.push(Kind::of(words.vocabulary.folded(word), words.vocabulary.stem(word), grammar));
            }
            let found = words.of_text(number);
            // Where most words have capitals, as in an English heading, one says no more than at a sentence's beginning.
            let capitals = found.iter().filter(|word| word.capital).count();
            let is_heading = capitals * 2 > found.len() && grammar.language == "en";
            let mut ends_phrase = false;
            for word in found {
                sentence += u32::from(word.after_sentence && !tokens.is_empty());
                let stem = words.vocabulary.stem_of(word.number);
                let mut token = kinds[word.number as usize].token(word, stem, number as u32, sentence, in_title);
                token.starts_sentence |= is_heading;
                token.after_mark |= ends_phrase;
                ends_phrase = kinds[word.number as usize].ends_phrase;
                tokens.push(token);
            }
        }
        let texts = texts.iter().map(|text| (*text).to_owned()).collect();
        let mut text = Self { texts, words, tokens, stems: Vec::new() };
        text.keep_names_whole(grammar);
        text.join_names(grammar);
        text.count_stems();
        text
    }

    /// Whether the text is an abstract or a report of a few lines: what it is about, it says in
    /// phrases and once.
    pub(super) fn is_brief(&self) -> bool {
        const LONGEST: usize = 260;
        self.tokens.len() < LONGEST
    }

    /// Whether a capital says something: neither all words have them, nor none.
    pub(super) fn uses_capitals(&self) -> bool {
        let capitals = self.tokens.iter().filter(|token| token.capital).count();
        let shouted = self.tokens.iter().filter(|token| token.shouts).count();
        capitals * 50 > self.tokens.len() && shouted * 3 < self.tokens.len()
    }

    /// Whether enough of the language's commonest words stand in the text: it may be declared wrongly.
    pub(super) fn is_in(&self, grammar: &Grammar<'_>) -> bool {
        let stops = self.tokens.iter().filter(|token| token.is_stop).count();
        stops * 8 > self.tokens.len() || matches!(grammar.language, "ja" | "ko" | "zh")
    }

    /// An article with a capital before a name belongs to it: "New York", "Los Angeles", "La Rochelle".
    /// Which do is learnt where capitals tell, and holds in the title and at a sentence's beginning too.
    fn keep_names_whole(&mut self, grammar: &Grammar<'_>) {
        let mut is_second = vec![false; self.words.vocabulary.stems().len()];
        for place in (1..self.tokens.len()).chain(1..self.tokens.len()) {
            let (before, next) = (self.tokens[place - 1], self.tokens[place]);
            let is_one_name = !next.after_mark && next.text == before.text && next.capital && !next.is_stop;
            let stands_within = before.capital && !before.starts_sentence && !before.after_mark && !before.in_title;
            let is_known = &mut is_second[next.stem as usize];
            if is_one_name && before.begins_names && grammar.language != "de" && (stands_within || *is_known) {
                self.tokens[place - 1].is_stop = false;
                *is_known = true;
            }
        }
    }

    /// A stop word that stands between two names may belong to both: "Hall of Fame", "Conseil d’État". Not in an English
    /// title, whose words all have capitals.
    fn join_names(&mut self, grammar: &Grammar<'_>) {
        let is_name = |token: &Token| token.capital && !token.is_stop;
        for place in 1..self.tokens.len().saturating_sub(1) {
            let (before, joint, next) = (&self.tokens[place - 1], &self.tokens[place], &self.tokens[place + 1]);
            let is_within = !joint.after_mark && !next.after_mark && before.text == next.text;
            let is_unsure = before.starts_sentence || joint.in_title && grammar.language == "en";
            let is_between = is_within && joint.is_stop && is_name(before) && is_name(next);
            if is_between && !is_unsure && grammar.is_joint(self.words.folded(&self.words.list[place])) {
                self.tokens[place].is_joint = true;
                self.tokens[place].is_stop = false;
            }
        }
    }

    fn count_stems(&mut self) {
        let stem = |letters: &str| Stem { letters: letters.chars().count() as u32, count: 0, is_joint: false };
        self.stems = self.words.vocabulary.stems().map(stem).collect();
        for token in &self.tokens {
            let stem = &mut self.stems[token.stem as usize];
            stem.count += 1;
            stem.is_joint |= token.is_joint;
        }
    }

    /// The letters of a token as they are written.
    pub(super) fn written(&self, tokens: &[Token]) -> &str {
        match tokens {
            [] => "",
            [first, ..] => {
                &self.texts[first.text as usize][first.start as usize..tokens[tokens.len() - 1].end as usize]
            }
        }
    }
}

/// Whether the word is a number or led by one: `2.400`, `3G`, 四年 (four years), 三人 (three people);
/// not 一番列車 (the first train), which is a name.
fn is_number(word: &str) -> bool {
    const LONGEST_COUNT: usize = 3;
    let mut letters = word.chars();
    letters.next().is_some_and(|first| {
        first.is_numeric() || (is_in(first, "〇一二三四五六七八九十百千万数何") && letters.count() < LONGEST_COUNT)
    })
}

/// Whether the word is a single letter of a script with spaces.
fn is_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(|first| script::of(first) == Script::Spaced) && letters.next().is_none()
}

/// Whether the word is an address: "ada@example.org", "example.org/depot", "www.example.org".
fn is_address(word: &str) -> bool {
    contains(word, "@") || contains(word, ".") && contains(word, "/") || word.starts_with("www.")
}

/// Whether the Korean word ends as verbs do: "밝혔다", "올린다고", "발표하는"; not "캐나다" (Canada) or "바다" (sea).
fn is_verb(word: &str) -> bool {
    const TWO_SYLLABLES: usize = 6;
    word.len() > TWO_SYLLABLES
        && ["다", "다고", "하는"].iter().any(|ending| word.ends_with(ending))
        && !word.ends_with("나다")
}

/// What a word is wherever it stands.
struct Kind {
    is_stop: bool,
    is_determiner: bool,
    begins_names: bool,
    /// A particle is at its end, which in Korean is a phrase's.
    ends_phrase: bool,
    /// In Chinese what isn't repeated may be any part of a sentence; Japanese has its kana between words.
    needs_repetition: bool,
}

impl Kind {
    fn of(folded: &str, stem: &str, grammar: &Grammar<'_>) -> Self {
        let is_determiner = grammar.is_determiner(folded);
        Self {
            is_stop: grammar.is_stop(folded)
                || (stem.len() < folded.len() && grammar.is_stop(stem))
                || is_number(folded)
                || is_letter(folded)
                || is_address(folded)
                || grammar.language == "ko" && is_verb(folded),
            ends_phrase: grammar.language == "ko" && stem.len() < folded.len(),
            is_determiner,
            begins_names: if grammar.language == "en" { folded == "new" } else { is_determiner },
            needs_repetition: grammar.language == "zh"
                && script::of(folded.chars().next().unwrap_or(' ')) == Script::Han,
        }
    }

    fn token(&self, word: &Word, stem: u32, text: u32, sentence: u32, in_title: bool) -> Token {
        Token {
            stem,
            text,
            start: word.range.start as u32,
            end: word.range.end as u32,
            sentence,
            capital: word.capital,
            shouts: word.shouts,
            starts_sentence: word.after_sentence,
            is_stop: self.is_stop || (self.needs_repetition && !word.is_repeated),
            is_determiner: self.is_determiner,
            begins_names: self.begins_names,
            is_joint: false,
            after_mark: word.after_mark,
            in_title,
        }
    }
}
