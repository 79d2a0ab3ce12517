//! A text as the topic finder reads it: words with what stands around them.

use crate::text::order::order;
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
    /// A mark or the block's edge stands between it and the word before.
    pub(super) after_mark: bool,
    pub(super) in_title: bool,
}

/// A stem with what is known of it.
#[derive(Clone, Debug)]
pub(super) struct Stem {
    /// The stem's letters.
    pub(super) letters: String,
    /// How often it occurs.
    pub(super) count: u32,
}

#[derive(Debug)]
pub(super) struct Text<'a> {
    pub(super) texts: Vec<&'a str>,
    pub(super) tokens: Vec<Token>,
    pub(super) stems: Vec<Stem>,
}

impl<'a> Text<'a> {
    /// The first of the texts may be the title.
    pub(super) fn read(texts: Vec<&'a str>, begins_with_title: bool, grammar: &Grammar<'_>) -> Self {
        let lexicon = grammar.is_unspaced().then(|| Lexicon::of(&texts, grammar));
        let mut text = Self { texts: Vec::new(), tokens: Vec::new(), stems: Vec::new() };
        let mut words = Words { lexicon, ..Words::default() };
        let mut sentence = 0;
        for block in texts {
            let in_title = begins_with_title && text.texts.is_empty();
            let number = text.texts.len() as u32;
            text.texts.push(block);
            let known = words.list.len();
            words.read(block, grammar);
            for word in &words.list[known..] {
                sentence += u32::from(word.after_sentence && !text.tokens.is_empty());
                text.tokens.push(token(
                    word,
                    (words.folded(word), words.stem(word)),
                    grammar,
                    number,
                    sentence,
                    in_title,
                ));
            }
        }
        text.keep_names_whole(grammar);
        text.number_stems(&words);
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
    fn keep_names_whole(&mut self, grammar: &Grammar<'_>) {
        for place in 1..self.tokens.len() {
            let (before, next) = (self.tokens[place - 1], self.tokens[place]);
            let is_one_name = !next.after_mark && next.text == before.text && next.capital && !next.is_stop;
            let stands_within = before.capital && !before.starts_sentence && !before.after_mark && !before.in_title;
            if is_one_name && stands_within && before.begins_names && grammar.language != "de" {
                self.tokens[place - 1].is_stop = false;
            }
        }
    }

    /// Gives equal stems one number, in the order of their letters.
    fn number_stems(&mut self, words: &Words) {
        let stem = |token: usize| words.stem(&words.list[token]);
        for token in order(self.tokens.len(), &|one, other| stem(one).cmp(stem(other))) {
            let letters = stem(token as usize);
            match self.stems.last_mut() {
                Some(last) if last.letters == letters => last.count += 1,
                _ => self.stems.push(Stem { letters: letters.to_owned(), count: 1 }),
            }
            self.tokens[token as usize].stem = self.stems.len() as u32 - 1;
        }
    }

    /// The letters of a token as they are written.
    pub(super) fn written(&self, tokens: &[Token]) -> &'a str {
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
        first.is_numeric() || ("〇一二三四五六七八九十百千万数何".contains(first) && letters.count() < LONGEST_COUNT)
    })
}

/// Whether the word is a single letter of a script with spaces.
fn is_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(|first| script::of(first) == Script::Spaced) && letters.next().is_none()
}

fn token(
    word: &Word,
    (folded, stem): (&str, &str),
    grammar: &Grammar<'_>,
    text: u32,
    sentence: u32,
    in_title: bool,
) -> Token {
    // In Chinese what isn't repeated may be any part of a sentence; Japanese has its kana between words.
    let is_rest = grammar.language == "zh"
        && !word.is_repeated
        && script::of(folded.chars().next().unwrap_or(' ')) == Script::Han;
    let is_determiner = grammar.is_determiner(folded);
    Token {
        stem: 0,
        text,
        start: word.range.start as u32,
        end: word.range.end as u32,
        sentence,
        capital: word.capital,
        shouts: word.shouts,
        starts_sentence: word.after_sentence,
        is_stop: grammar.is_stop(folded) || grammar.is_stop(stem) || is_number(folded) || is_letter(folded) || is_rest,
        is_determiner,
        begins_names: if grammar.language == "en" { folded == "new" } else { is_determiner },
        after_mark: word.after_mark,
        in_title,
    }
}
