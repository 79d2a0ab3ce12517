//! Adds up what there is to read, each block at the rate of its own language.

use crate::analysis::{Analysis, Section};
use crate::count::{self, Rates};
use crate::language::{self, Tag};
use crate::text::words::{self, Amount};

/// The sum of an article's blocks in the order in which they are read.
pub(crate) struct Meter<'a> {
    article: &'a Tag,
    /// Of the languages met so far, the article's first.
    rates: Vec<(Tag, Rates)>,
    amount: Amount,
    text_seconds: f64,
    sections: Vec<Section>,
}

impl<'a> Meter<'a> {
    /// `own_rate` replaces the rate of the article's language.
    pub(crate) fn new(article: &'a Tag, own_rate: Option<u32>) -> Self {
        let rates = vec![(article.clone(), count::rates(article.primary(), own_rate))];
        Self { article, rates, amount: Amount::default(), text_seconds: 0.0, sections: Vec::new() }
    }

    /// What is added from now on stands below this heading, itself included.
    pub(crate) fn begin_section(&mut self, heading: String, id: Option<String>, level: u8) {
        self.sections.push(Section { heading, id, level, words: 0, seconds: 0.0 });
    }

    /// Adds a block. `declared` is the language that its own markup declares, if that isn't the
    /// article's; a script that the article's language isn't written in is noticed without.
    pub(crate) fn add(&mut self, text: &str, declared: Option<&str>) {
        let own = match declared {
            Some(declared) => Some(language::resolve(Some(declared), std::iter::once(text))),
            None => language::of_block(text, self.article),
        };
        let amount = words::count(text);
        let seconds = count::text_seconds(amount, self.rates_of(own));
        self.amount.add(amount);
        self.text_seconds += seconds;
        if let Some(section) = self.sections.last_mut() {
            section.words += amount.words();
            section.seconds += seconds;
        }
    }

    fn rates_of(&mut self, own: Option<Tag>) -> &Rates {
        let place = match own {
            Some(own) => {
                self.rates.iter().position(|(known, _)| known.primary() == own.primary()).unwrap_or_else(|| {
                    let rates = count::rates(own.primary(), None);
                    self.rates.push((own, rates));
                    self.rates.len() - 1
                })
            }
            None => 0,
        };
        &self.rates[place].1
    }

    /// The figures of all that was added, with `images` pictures.
    pub(crate) fn analysis(self, images: u32) -> Analysis {
        let image_seconds = count::image_seconds(images);
        let seconds = self.text_seconds + image_seconds;
        Analysis {
            language: self.article.written(),
            words: self.amount.words(),
            characters: self.amount.characters(),
            images,
            seconds,
            minutes: count::minutes(seconds),
            range: count::range(self.text_seconds, image_seconds),
            sections: self.sections,
            ..Analysis::default()
        }
    }
}
