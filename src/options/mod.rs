//! What a publisher or developer can say, from the strings of attributes, JSON or a call's options.
//! A value that isn't understood is named in a warning and the default is used.

use crate::share::{OwnTarget, TEMPLATE, Targets, own_name};
use crate::text::digits::digits;
use crate::text::find::contains;

/// Part of the widget that is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Part {
    Time,
    Progress,
    Sections,
    Topics,
    Share,
    Listen,
}

/// How the reading time is given.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TimeForm {
    Minutes,
    Range,
}

/// Everything that can be chosen for an article and its widget.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Options {
    /// The article's language, if the caller knows it.
    pub(crate) language: Option<String>,
    /// 50 to 1000, in the unit of the language: letters where it has no spaces.
    pub(crate) words_per_minute: Option<u32>,
    /// 1 to 20.
    pub(crate) max_topics: usize,
    /// The publisher's own topics.
    pub(crate) topics: Vec<String>,
    pub(crate) include_text: bool,
    pub(crate) explain: bool,
    pub(crate) show: Vec<Part>,
    /// The publisher's own figure, 1 to 999.
    pub(crate) minutes: Option<u32>,
    pub(crate) time: TimeForm,
    /// With `{topic}` or `{slug}`.
    pub(crate) topic_href: Option<String>,
    /// Where it can be shared, in order.
    pub(crate) targets: Targets,
    pub(crate) share_url: Option<String>,
    pub(crate) share_title: Option<String>,
    /// Query parameters added to what is shared.
    pub(crate) share_parameters: Option<String>,
    /// Whether a button beside a selected passage offers to share it.
    pub(crate) offers_passages: bool,
}

impl Default for Options {
    fn default() -> Self {
        parse(&|_| None).0
    }
}

const PART_NAMES: [&str; 6] = ["time", "progress", "sections", "topics", "share", "listen"];
const PARTS: [Part; 6] = [Part::Time, Part::Progress, Part::Sections, Part::Topics, Part::Share, Part::Listen];

/// Reads the options; `raw` gives the string of a name in camelCase, `None` where it wasn't given. With the
/// warnings in words; empty if there are none.
pub(crate) fn parse(raw: &dyn Fn(&str) -> Option<String>) -> (Options, String) {
    let mut reader = Reader { raw, warnings: String::new() };
    let options = Options {
        language: reader.text("language"),
        words_per_minute: reader.number("wordsPerMinute", "words-per-minute", 50, 1000),
        max_topics: reader.number("maxTopics", "max-topics", 1, 20).unwrap_or(5) as usize,
        topics: reader.text("topics").map(|list| split_labels(&list)).unwrap_or_default(),
        include_text: reader.flag("includeText"),
        explain: reader.flag("explain"),
        show: reader.show(),
        minutes: reader.number("minutes", "minutes", 1, 999),
        time: if reader.one("time", &["minutes", "range"]) == Some(1) { TimeForm::Range } else { TimeForm::Minutes },
        topic_href: reader.template(),
        targets: reader.targets(),
        share_url: reader.web_address(),
        share_title: reader.text("shareTitle"),
        share_parameters: reader.text("shareParameters"),
        offers_passages: reader.one("quote", &["selection", "popover", "off"]) == Some(1),
    };
    reader.language_tag();
    // Used by the page's JavaScript alone, checked here so that all warnings read alike.
    reader.one("theme", &["auto", "light", "dark"]);
    reader.one("engine", &["auto", "js"]);
    (options, reader.warnings)
}

/// Labels between commas.
pub(crate) fn split_labels(list: &str) -> Vec<String> {
    list.split(',').map(crate::page::fold_white_space).filter(|label| !label.is_empty()).collect()
}

/// What stands between white space or commas.
fn words(list: &str) -> impl Iterator<Item = &str> {
    list.split([' ', ',', '\t', '\n']).filter(|word| !word.is_empty())
}

struct Reader<'a> {
    raw: &'a dyn Fn(&str) -> Option<String>,
    /// A sentence on each value that isn't understood, "; " between them.
    warnings: String,
}

impl Reader<'_> {
    fn text(&self, name: &str) -> Option<String> {
        (self.raw)(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
    }

    fn flag(&self, name: &str) -> bool {
        self.text(name).is_some_and(|value| value == "true")
    }

    fn warn(&mut self, name: &str, value: &str, allowed: &[&str]) {
        const LONGEST: usize = 80;
        let value: String = value.chars().take(LONGEST).collect();
        if !self.warnings.is_empty() {
            self.warnings.push_str("; ");
        }
        for part in [name, " does not take \"", &value, "\": use ", &allowed.join(", ")] {
            self.warnings.push_str(part);
        }
    }

    fn number(&mut self, key: &str, name: &str, least: u32, most: u32) -> Option<u32> {
        let value = self.text(key)?;
        let number = value.parse().ok().filter(|number| (least..=most).contains(number));
        if number.is_none() {
            let allowed = ["a whole number from ", &digits(least), " to ", &digits(most)].concat();
            self.warn(name, &value, &[&allowed]);
        }
        number
    }

    /// Which of the allowed words it is.
    fn one(&mut self, name: &str, allowed: &[&str]) -> Option<usize> {
        let value = self.text(name)?;
        let found = allowed.iter().position(|word| *word == value);
        if found.is_none() {
            self.warn(name, &value, allowed);
        }
        found
    }

    /// Words between white space or commas, each once. Unknown ones are named; without a known one
    /// the default stands.
    fn show(&mut self) -> Vec<Part> {
        let mut chosen = Vec::new();
        for word in words(&self.text("show").unwrap_or_default()) {
            match PART_NAMES.iter().position(|known| *known == word) {
                Some(known) if !chosen.contains(&PARTS[known]) => chosen.push(PARTS[known]),
                Some(_) => {}
                None => self.warn("show", word, &PART_NAMES),
            }
        }
        if chosen.is_empty() { vec![Part::Time, Part::Topics, Part::Share] } else { chosen }
    }

    /// Names between white space or commas, or `all`; the page's JSON may bring targets of its own.
    fn targets(&mut self) -> Targets {
        let (mut own, mut refused) = (Vec::new(), Vec::new());
        for line in self.text("ownTargets").unwrap_or_default().lines() {
            match OwnTarget::read(line) {
                Ok(target) => own.push(target),
                Err(label) => {
                    self.warn("targets", &label, &[TEMPLATE]);
                    refused.push(own_name(&label));
                }
            }
        }
        let mut targets = Targets::new(own);
        let value = self.text("targets").unwrap_or_default();
        if value == "all" {
            targets.choose_all();
            return targets;
        }
        for name in words(&value) {
            if !targets.choose(name) && !refused.iter().any(|refused| refused == name) {
                self.warn("targets", name, &targets.names());
            }
        }
        targets
    }

    fn language_tag(&mut self) {
        if let Some(value) = self.text("lang")
            && crate::language::Tag::parse(&value).is_none()
        {
            self.warn("lang", &value, &["a language tag (BCP 47), such as de or pt-BR"]);
        }
    }

    fn template(&mut self) -> Option<String> {
        let value = self.text("topicHref")?;
        // A colon before any slash ends a scheme; without one the address is the site's own.
        let has_scheme = value.find([':', '/', '?', '#']).is_some_and(|place| value.as_bytes()[place] == b':');
        let leads_to_the_web = !has_scheme || crate::page::is_web_address(&value);
        if leads_to_the_web && (contains(&value, "{topic}") || contains(&value, "{slug}")) {
            return Some(value);
        }
        self.warn("topic-href", &value, &["a web address with {topic} or {slug} in it"]);
        None
    }

    fn web_address(&mut self) -> Option<String> {
        let value = self.text("shareUrl")?;
        if crate::page::is_web_address(&value) {
            return Some(value);
        }
        self.warn("share-url", &value, &["an address that begins with https:// or http://"]);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, parse};

    fn warnings(name: &str, value: &str) -> String {
        let raw = |asked: &str| (asked == name).then(|| value.to_owned());
        parse(&raw).1
    }

    #[test]
    fn values_that_are_understood() {
        for (name, value) in [
            ("wordsPerMinute", "50"),
            ("wordsPerMinute", " 1000 "),
            ("minutes", "7"),
            ("maxTopics", "20"),
            ("time", "range"),
            ("show", "share time"),
            ("targets", "all"),
            ("targets", "email,copy"),
            ("theme", "dark"),
            ("quote", "off"),
            ("engine", "js"),
            ("topicHref", "/thema/{slug}"),
            ("shareUrl", "https://zeitung.example/a"),
            ("show", ""),
        ] {
            assert_eq!(warnings(name, value), "", "{name}={value}");
        }
    }

    #[test]
    fn values_that_are_not() {
        for (name, value, warning) in [
            ("wordsPerMinute", "49", "words-per-minute does not take \"49\": use a whole number from 50 to 1000"),
            ("minutes", "2,5", "minutes does not take \"2,5\": use a whole number from 1 to 999"),
            ("time", "hours", "time does not take \"hours\": use minutes, range"),
            ("show", "time clock", "show does not take \"clock\": use time, progress, sections, topics, share, listen"),
            (
                "topicHref",
                "/thema/",
                "topic-href does not take \"/thema/\": use a web address with {topic} or {slug} in it",
            ),
            (
                "topicHref",
                "javascript:alert('{topic}')",
                "topic-href does not take \"javascript:alert('{topic}')\": use a web address with {topic} or {slug} in it",
            ),
            (
                "shareUrl",
                "javascript:alert(1)",
                "share-url does not take \"javascript:alert(1)\": use an address that begins with https:// or http://",
            ),
        ] {
            assert_eq!(warnings(name, value), warning);
        }
        assert!(warnings("targets", "myspace").contains("mastodon"));
    }

    #[test]
    fn own_targets() {
        let raw = |asked: &str| match asked {
            "ownTargets" => Some("Unser Netz\thttps://netz.example/?u={url}\t\nAlt\thttps://alt.example/\t".to_owned()),
            "targets" => Some("copy,unser-netz,alt,email".to_owned()),
            _ => None,
        };
        let (options, warnings) = parse(&raw);
        let names: Vec<_> = options.targets.shown().iter().map(|target| target.name.to_owned()).collect();
        assert_eq!(names, ["copy", "unser-netz", "email"]);
        assert!(warnings.starts_with("targets does not take \"Alt\": use a template with {url}"), "{warnings:?}");
        assert!(!warnings.contains("; "), "{warnings:?}");
    }

    #[test]
    fn an_unknown_word_leaves_the_known_ones() {
        let (options, _) = parse(&|name| (name == "show").then(|| "topics clock time topics".to_owned()));
        assert_eq!(options.show, [Part::Topics, Part::Time]);
    }
}
