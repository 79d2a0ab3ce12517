//! What a page calls its topics, made fit to be seen: several in one label parted, what is no label left out, each written
//! as the article writes it.

use crate::page::{NodeId, Page, fold_white_space};
use crate::text::find::{contains, find, is_in, replaced, split_once};
use crate::text::fold::{begins_with_capital, folded};
use crate::text::script::{self, Script};

use super::grammar::Grammar;
use super::tokens::Text;
use super::unfit::Unfit;
use super::words::{Word, Words};

/// More words than this are a sentence.
const MOST_WORDS: usize = 5;

/// So many telling words that the article doesn't have in a row are a search engine's, and so many words of the title that
/// follow each other as labels are no choice.
const FEW_WORDS: usize = 3;

/// No page shows more; each is looked for in the whole text.
const MOST_LABELS: usize = 50;

/// More labels than this are written for search engines.
const MOST_KEYWORDS: usize = 20;

/// What a page calls a topic, with its link; [`Page::ROOT`] if it has none.
#[derive(Clone)]
pub(super) struct Tag {
    pub(super) label: String,
    pub(super) link: NodeId,
}

impl Tag {
    pub(super) fn without_link(label: &str) -> Self {
        Self { label: label.to_owned(), link: Page::ROOT }
    }
}

/// The labels of one source that a reader may see: those of the title first, what the article doesn't bear out only where it
/// bears out none. Of 213 labels of 100 pages, judged blind, 47 in 100 of those that the article doesn't say were accepted,
/// of the others 81. None where most are a sentence cut up, nor of what is written for search engines (`is_bait`) where most
/// is not in the article.
pub(super) fn fit(found: &[Tag], is_bait: bool, text: &Text, unfit: &Unfit, grammar: &Grammar<'_>) -> Vec<Tag> {
    let mut labels: Vec<Tag> = Vec::new();
    for tag in found.iter().take(MOST_LABELS) {
        if !unfit.names(&tag.label) {
            parts(tag, &mut labels);
        }
    }
    let all = labels.len();
    // The title word by word, as the address has it: "Wie, entsteht, Erdöl".
    if let [first, second, third, ..] = &labels[..]
        && unfit.is_in_address(&folded(&[&first.label[..], "-", &second.label, "-", &third.label].concat()))
    {
        return Vec::new();
    }
    let has_capitals = text.uses_capitals();
    let mut fit: Vec<(u32, Tag)> = Vec::new();
    let (mut sentences, mut said) = (0, 0);
    for mut tag in labels {
        let mut label = Label::of(&tag.label, text, grammar);
        if label.is_sentence(grammar) {
            sentences += 1;
            continue;
        }
        said += usize::from(label.is_said);
        let is_code = label.is_code(grammar);
        tag.label = label.written(grammar);
        // In German what the article writes small is no noun.
        let is_stray = label.is_said && label.is_small && grammar.language == "de";
        if is_code || unfit.names(&tag.label) || is_stray && !begins_with_capital(&tag.label) {
            continue;
        }
        let is_subject = label.in_title || label.mentions > 1;
        if is_subject || !unfit.is_section(&tag.label) {
            fit.push((label.rank(has_capitals, text, grammar), tag));
        }
    }
    if sentences * 2 > all || is_bait && (all > MOST_KEYWORDS || said * 2 < all) {
        return Vec::new();
    }
    let mut ranked = Vec::new();
    for wanted in 0..=UNSURE {
        if wanted < UNSURE || ranked.is_empty() {
            ranked.extend(fit.iter().filter(|(rank, _)| *rank == wanted).map(|(_, tag)| tag.clone()));
        }
    }
    ranked
}

/// Adds each of several topics in one label, without the marks around it.
fn parts(tag: &Tag, labels: &mut Vec<Tag>) {
    let mut part = String::new();
    let mut before = ' ';
    let mut rest = tag.label.as_str();
    loop {
        let mut letters = rest.chars();
        let letter = letters.next();
        rest = letters.as_str();
        let next = rest.as_bytes().first().copied().unwrap_or(b' ');
        let ends = match letter {
            None => true,
            Some(',') => !next.is_ascii_digit(),
            Some('/') => before == ' ' && next == b' ',
            Some(letter) => is_in(letter, ";،、，|•·"),
        };
        if ends {
            let bare = part.trim_matches(|mark: char| mark.is_whitespace() || is_in(mark, "#\"„“”»«‚‘’'"));
            if !bare.is_empty() {
                labels.push(Tag { label: fold_white_space(bare), link: tag.link });
            }
            part.clear();
        }
        let Some(letter) = letter else { return };
        before = letter;
        if !ends && !script::is_invisible(letter) {
            part.push(if letter == '_' { ' ' } else { letter });
        }
    }
}

/// A label with what the article makes of it.
struct Label {
    name: String,
    words: Words,
    /// No word of it has a capital.
    is_small: bool,
    /// It is no topic by itself.
    must_be_said: bool,
    /// The article has its words in a row, in any of their forms.
    is_said: bool,
    in_title: bool,
    /// How often the article says it before its end, and whether it does so with a capital; of the first few times.
    mentions: u32,
    is_name: bool,
    /// As the article writes it, where only capitals differ.
    form: Option<String>,
}

impl Label {
    fn of(label: &str, text: &Text, grammar: &Grammar<'_>) -> Self {
        // "Themen: Hafen", "Subject: Justice".
        let kind = split_once(label, ": ");
        let mut found = Self::read(kind.map_or(label, |(_, named)| named).to_owned(), text, grammar);
        found.must_be_said = kind.is_some();
        // "new-york-city"
        if !found.is_said && found.is_small && find(label, "-").is_some() {
            let apart = Self::read(replaced(label, "-", " "), text, grammar);
            if apart.is_said {
                found = apart;
            }
        }
        found
    }

    fn read(name: String, text: &Text, grammar: &Grammar<'_>) -> Self {
        let words = Words::of(&name, grammar);
        let is_small = !words.list.iter().any(|word| word.capital);
        let mut found = Self {
            name,
            words,
            is_small,
            must_be_said: false,
            is_said: false,
            in_title: false,
            mentions: 0,
            is_name: false,
            form: None,
        };
        if found.name.chars().any(|letter| script::of(letter) != Script::Spaced) {
            found.is_said = text.texts.iter().any(|text| contains(text, &found.name));
            found.is_name = found.is_said;
        } else {
            found.look(text);
        }
        found
    }

    /// Looks for its words in the article, from the title to the last of the text.
    fn look(&mut self, text: &Text) {
        let own = &self.words.list;
        let vocabulary = &text.words.vocabulary;
        let mut stems = Vec::new();
        for word in own {
            let Some(stem) = vocabulary.find_stem(self.words.stem(word)) else { return };
            stems.push(stem);
        }
        if stems.is_empty() {
            return;
        }
        let wanted = folded(&self.name);
        let is_abbreviation = self.name.len() <= SHORT;
        let is_capitals = self.is_capitals();
        let mut is_settled = false;
        for (number, written) in text.texts.iter().enumerate() {
            for row in text.words.of_text(number).windows(stems.len()) {
                let is_row = (0..stems.len()).all(|place| {
                    vocabulary.stem_of(row[place].number) == stems[place] && (place == 0 || !row[place].after_mark)
                });
                if !is_row {
                    continue;
                }
                self.is_said = true;
                // Of 17 labels that only the last quarter says, 8 were accepted.
                let is_late = number * 4 > text.texts.len() * 3;
                self.mentions += u32::from(!is_late);
                self.in_title |= number == 0;
                self.is_name |= row[0].capital && !is_late;
                if is_settled && self.mentions > 1 {
                    return;
                }
                // A capital that only the beginning of a sentence has says nothing, nor do those of a heading.
                let shouts = row.iter().all(|word| word.shouts);
                let tells = (shouts || !row[0].after_sentence)
                    && (row[0].capital || !own[0].capital)
                    && (shouts == is_abbreviation || self.form.is_none() && (!shouts || is_capitals));
                let start = row[0].range.start;
                if let Some(form) = written.get(start..start + self.name.len())
                    && tells
                    && !is_settled
                    && folded(form) == wanted
                {
                    self.form = Some(form.to_owned());
                    is_settled = number > 0 && (!shouts || is_abbreviation);
                }
            }
        }
    }

    /// Whether it is a piece of one, or a search engine's: it begins or ends with a word that joins others, or has too many.
    fn is_sentence(&self, grammar: &Grammar<'_>) -> bool {
        let words = &self.words.list;
        let joins = |word: &Word| {
            let folded = self.words.folded(word);
            // The lists of stop words hold general nouns too, which are longer.
            let is_short = folded.len() <= SHORT || grammar.is_determiner(folded);
            !word.capital && is_short && grammar.is_stop(folded)
        };
        let telling = words.iter().filter(|word| !grammar.is_stop(self.words.folded(word))).count();
        let Some(last) = words.last() else { return false };
        words.len() > MOST_WORDS
            || !self.is_said && telling >= FEW_WORDS
            || self.name.contains(['!', '?'])
            || joins(last)
            || (self.is_small || !self.is_said) && joins(&words[0])
    }

    /// 0 for a topic of the title, 1 for one that the article bears out, [`UNSURE`] for the others: a common noun that it
    /// says once, in passing, is none of its topics.
    fn rank(&self, has_capitals: bool, text: &Text, grammar: &Grammar<'_>) -> u32 {
        /// Shorter ones stand in words that aren't their compounds, in bytes.
        const LONG: usize = 5;
        let is_in_compound = || {
            let stem = self.words.list.first().map_or("", |word| self.words.stem(word));
            self.words.list.len() == 1
                && stem.len() >= LONG
                && grammar.builds_compounds()
                && text.words.vocabulary.stems().any(|word| contains(word, stem))
        };
        match () {
            () if self.in_title => 0,
            () if self.mentions > 1 || self.is_name || self.is_said && !has_capitals || is_in_compound() => 1,
            () => UNSURE,
        }
    }

    /// Whether it is in capitals: "NATO", "STADTRAT".
    fn is_capitals(&self) -> bool {
        self.words.list.iter().all(|word| word.shouts)
    }

    /// Whether it is written for machines, or says nothing: "Zukunft".
    fn is_code(&self, grammar: &Grammar<'_>) -> bool {
        let is_telling = |word: &Word| word.shouts || !grammar.is_stop(self.words.folded(word));
        let (mut has_letter, mut has_mark) = (false, false);
        let is_odd = !self.is_said && !contains(&self.name, " ");
        for letter in self.name.chars() {
            has_letter |= letter.is_alphabetic();
            has_mark |= matches!(letter, ':' | '=' | '@')
                || is_odd && (letter.is_ascii_digit() || matches!(letter, '.' | '-') && self.is_small);
        }
        !has_letter
            || has_mark
            || self.must_be_said && !self.is_said
            // "WAR" isn't the article's "war".
            || self.form.is_none() && self.is_capitals()
            || !self.words.list.iter().any(is_telling)
    }

    /// As the article writes it, else in German with the capital of a noun.
    fn written(&mut self, grammar: &Grammar<'_>) -> String {
        let is_noun = self.is_small && !self.is_said && grammar.language == "de" && self.words.list.len() == 1;
        let mut written = self.form.take().unwrap_or_else(|| self.name.clone());
        if let Some(first) = written.get_mut(..1).filter(|_| is_noun) {
            first.make_ascii_uppercase();
        }
        written
    }
}

/// What the article doesn't bear out.
const UNSURE: u32 = 2;

/// Words of no more letters may be abbreviations: "us" isn't "US".
const SHORT: usize = 3;

#[cfg(test)]
mod tests {
    use super::{Tag, fit};
    use crate::language::embedded;
    use crate::topics::grammar::Grammar;
    use crate::topics::tokens::Text;
    use crate::topics::unfit::Unfit;

    const GERMAN: &str = "In Hamburg berät der Stadtrat über den Hafen. Die AfD war nach New York gereist; die UNESCO lobt \
        Hamburgs Hafen und das Leben dort. Wer hier arbeiten will, sagt Ada Falk, der braucht Geduld.";

    /// What of a source's labels is shown for a text, its first block being the title.
    fn shown(language: &str, text: &[&str], labels: &[&str], is_bait: bool) -> Vec<String> {
        let words = embedded(language).unwrap_or_default();
        let grammar = Grammar::of(language, &words);
        let found: Vec<Tag> = labels.iter().map(|label| Tag::without_link(label)).collect();
        let fit = fit(&found, is_bait, &Text::read(text, true, &grammar), &Unfit::default(), &grammar);
        fit.into_iter().map(|tag| tag.label).collect()
    }

    #[test]
    fn labels_as_the_article_writes_them() {
        for (label, expected) in [
            ("hamburg", vec!["Hamburg"]),
            ("STADTRAT", vec!["Stadtrat"]),
            ("Afd", vec!["AfD"]),
            ("Unesco", vec!["Unesco"]),
            ("UNESCO", vec!["UNESCO"]),
            ("klimapolitik", vec!["Klimapolitik"]),
            ("new-york", vec!["New York"]),
            ("new_york", vec!["New York"]),
            ("Hamburg, Hafen / Stadtrat", vec!["Hamburg", "Hafen", "Stadtrat"]),
            ("Themen: Hafen", vec!["Hafen"]),
            ("#Hafen", vec!["Hafen"]),
            // No labels.
            ("Themen:", vec![]),
            ("content-type: Feature", vec![]),
            ("26157981-b4f7-4929-adc1", vec![]),
            ("AIRS08", vec![]),
            ("Wenn der Stadtrat über Hafen berät", vec![]),
            ("2019", vec![]),
            ("o.canada.com", vec![]),
            ("online-redaktion-übersicht", vec![]),
            ("ada@zeitung.example", vec![]),
            ("der Rat und die Stadt und das Land dort", vec![]),
            ("Wann kommt die Fähre?", vec![]),
            ("KLIMAPOLITIK", vec![]),
            ("MTVID", vec![]),
            ("LOBT", vec![]),
            ("Zukunft", vec![]),
            ("Hafen Hamburg Umbau", vec![]),
            ("Messen Städtebau Investition Verkehr", vec![]),
        ] {
            assert_eq!(shown("de", &["Beratung", GERMAN], &[label], false), expected, "{label}");
        }
        let english = [
            "Visit",
            "He told us that Warner Bros. of the US and the NBA meet in Mexico City. MEXICO CITY – It rains.",
        ];
        for (label, expected) in
            [("US", "US"), ("Nba", "NBA"), ("warner bros.", "Warner Bros."), ("mexico city", "Mexico City")]
        {
            assert_eq!(shown("en", &english, &[label], false), [expected], "{label}");
        }
    }

    #[test]
    fn a_sentence_cut_at_its_commas_is_no_list() {
        for labels in [
            vec!["Der Stadtrat berät, was aus dem Hafen wird, und hofft auf das Geld, das der Bund verspricht"],
            vec!["der Stadtrat berät über den Hafen und die Stadt", "Wer arbeiten will, der braucht Geduld!"],
        ] {
            assert_eq!(
                shown("de", &["Stadtrat berät Hafen", GERMAN], &labels, true),
                Vec::<String>::new(),
                "{labels:?}"
            );
        }
    }

    #[test]
    fn the_titles_come_first_and_what_the_article_does_not_bear_out_only_alone() {
        let labels = ["Klimapolitik", "Hafen", "arbeiten", "Stadtrat", "Beratung"];
        let expected = ["Beratung", "Hafen", "Stadtrat"];
        assert_eq!(shown("de", &["Beratung", GERMAN], &labels, false), expected);
        assert_eq!(shown("de", &["Beratung", GERMAN], &["Klimapolitik", "arbeiten"], false), ["Klimapolitik"]);
        let german = ["Beratung", "Der Hafen hat eine Schuldenbremse. Der Hafen wächst."];
        assert_eq!(shown("de", &german, &["Hafen", "Winter", "Schulden"], false), ["Hafen", "Schulden"]);
        // Said in passing, or as another word.
        let english =
            ["The depot", "The trams are red. A crime was seen, and the war on rust. Ada Falk knows the trams."];
        let labels = ["Crime", "WAR", "Ada Falk", "trams", "News"];
        assert_eq!(shown("en", &english, &labels, false), ["Ada Falk", "trams"]);
        // Written for search engines: half of it at least must be borne out.
        assert_eq!(shown("de", &["Beratung", GERMAN], &["Hafen", "Kran", "Urlaub"], true), Vec::<String>::new());
        let borne_out = ["Hafen", "Hamburg", "Kran"];
        assert_eq!(shown("de", &["Beratung", GERMAN], &borne_out, true), ["Hafen", "Hamburg"]);
    }
}
