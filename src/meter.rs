//! Adds up what there is to read, each block at the rate of its own language.

use crate::analysis::{Analysis, Section};
use crate::article::Whole;
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
    /// At nobody's own rate.
    spoken: Rates,
    spoken_seconds: f64,
    sections: Vec<Section>,
}

impl<'a> Meter<'a> {
    /// `own_rate` replaces the rate of the article's language.
    pub(crate) fn new(article: &'a Tag, own_rate: Option<u32>) -> Self {
        let rates = vec![(article.clone(), count::rates(article.primary(), own_rate))];
        let spoken = count::rates(article.primary(), None);
        let amount = Amount::default();
        Self { article, rates, amount, text_seconds: 0.0, spoken, spoken_seconds: 0.0, sections: Vec::new() }
    }

    /// What is added from now on stands below this heading, itself included.
    pub(crate) fn begin_section(&mut self, heading: String, id: Option<String>, level: u8) {
        self.sections.push(Section { heading, id, level, words: 0, seconds: 0.0 });
    }

    /// Adds a block. `declared` is the language that its own markup declares, if that isn't the
    /// article's; a script that the article's language isn't written in is noticed without.
    pub(crate) fn add(&mut self, text: &str, declared: Option<&str>) {
        let own = match declared {
            Some(declared) => Some(language::resolve(Some(declared), &[text])),
            None => language::of_block(text, self.article),
        };
        let amount = words::count(text);
        let place = self.place_of(own);
        let seconds = count::text_seconds(amount, &self.rates[place].1);
        self.spoken_seconds += if place == 0 { count::text_seconds(amount, &self.spoken) } else { seconds };
        self.amount.add(amount);
        self.text_seconds += seconds;
        if let Some(section) = self.sections.last_mut() {
            section.words += amount.words();
            section.seconds += seconds;
        }
    }

    /// Where in `rates` a block's language is.
    fn place_of(&mut self, own: Option<Tag>) -> usize {
        match own {
            Some(own) => {
                self.rates.iter().position(|(known, _)| known.primary() == own.primary()).unwrap_or_else(|| {
                    let rates = count::rates(own.primary(), None);
                    self.rates.push((own, rates));
                    self.rates.len() - 1
                })
            }
            None => 0,
        }
    }

    /// Seconds that a voice takes for the text at its usual speed.
    pub(crate) fn spoken_seconds(&self) -> f64 {
        self.spoken_seconds * count::SILENT_TO_VOICE
    }

    /// Takes the time of the whole where what was added is only its beginning; whether it is, and whether the time is known.
    pub(crate) fn take_whole(&mut self, whole: &Whole) -> (bool, bool) {
        let (is_partial, seconds) = whole.beyond(self.amount.words() + self.amount.characters(), self.text_seconds);
        if seconds > 0.0 {
            self.text_seconds = seconds;
        }
        (is_partial, !is_partial || seconds > 0.0)
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

#[cfg(test)]
mod tests {
    use super::Meter;
    use crate::language::Tag;

    const GERMAN: &str = "Die Stadt hofft auf kürzere Wege, und das Land auf mehr Gäste, die mit der Bahn kommen.";
    const ENGLISH: &str = "The town hopes for shorter ways, and the country for more guests who come by train.";
    const RUSSIAN: &str = "Город надеется на короткие пути, а страна на гостей, которые приедут на поезде.";
    const CHINESE: &str = "这座城市希望缩短路程，国家希望更多客人乘火车前来。";

    /// Each block with the language that it declares and the rate per minute that a reader of it has.
    #[test]
    fn every_block_at_its_own_rate() {
        let cases: [(&str, Option<&str>, f64); 7] = [
            (GERMAN, None, 17.0 / 235.0),
            (ENGLISH, Some("en-GB"), 16.0 / 238.0),
            (RUSSIAN, None, 13.0 / 220.0),
            (RUSSIAN, Some("ru"), 13.0 / 220.0),
            (CHINESE, None, 23.0 / 360.0),
            // A template that declares what isn't true.
            (GERMAN, Some("en"), 17.0 / 235.0),
            ("", Some("fr"), 0.0),
        ];
        let german = Tag::parse("de").expect("a tag");
        let mut all = Meter::new(&german, None);
        let mut sum = 0.0;
        for (text, declared, minutes) in cases {
            let mut one = Meter::new(&german, None);
            one.add(text, declared);
            all.add(text, declared);
            let seconds = one.analysis(0).seconds;
            assert!((seconds - minutes * 60.0).abs() < 1e-9, "{text}: {seconds}");
            sum += seconds;
        }
        assert!((all.analysis(0).seconds - sum).abs() < 1e-9);
    }

    #[test]
    fn a_publishers_rate_is_that_of_the_articles_language_alone() {
        let german = Tag::parse("de").expect("a tag");
        let mut meter = Meter::new(&german, Some(470));
        meter.add(GERMAN, None);
        meter.add(ENGLISH, Some("en"));
        assert!((meter.analysis(0).seconds - 60.0 * (17.0 / 470.0 + 16.0 / 238.0)).abs() < 1e-9);
    }

    #[test]
    fn listening_takes_its_own_time() {
        let english = Tag::parse("en").expect("a tag");
        for own in [None, Some(470)] {
            let mut meter = Meter::new(&english, own);
            meter.add(&"word ".repeat(170), None);
            assert!((meter.spoken_seconds() - 60.0).abs() < 1e-9, "170 words a minute, whoever reads");
        }
    }

    #[test]
    fn a_section_ends_with_the_next_heading() {
        let german = Tag::parse("de").expect("a tag");
        let mut meter = Meter::new(&german, None);
        meter.add("Vorweg drei Wörter", None);
        meter.begin_section("Eins".to_owned(), Some("eins".to_owned()), 2);
        meter.add("Eins", None);
        meter.add(GERMAN, None);
        meter.begin_section("Zwei".to_owned(), None, 3);
        meter.add("Zwei", None);
        let analysis = meter.analysis(1);
        let found: Vec<_> =
            analysis.sections.iter().map(|part| (part.heading.as_str(), part.level, part.words)).collect();
        assert_eq!(found, [("Eins", 2, 18), ("Zwei", 3, 1)]);
        assert_eq!((analysis.words, analysis.images), (22, 1));
        assert!((analysis.seconds - (22.0 / 235.0 * 60.0 + 12.0)).abs() < 1e-9);
    }
}
