//! Language tags (BCP 47) as pages write them.

use std::fmt;

/// A language with its script and region where they are given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Tag {
    primary: String,
    script: Option<String>,
    region: Option<String>,
}

impl Tag {
    /// Reads `de`, `de-DE`, `zh-Hant-TW` and what templates write instead: `de_DE`, `DE-de`.
    /// `None` for what is no tag, such as `x` or the empty string.
    pub(crate) fn parse(tag: &str) -> Option<Self> {
        let mut subtags = tag.trim().split(['-', '_']);
        let primary = subtags.next()?.to_ascii_lowercase();
        let well_formed = matches!(primary.len(), 2 | 3) && primary.bytes().all(|byte| byte.is_ascii_alphabetic());
        if !well_formed || primary == "und" || primary == "mul" || primary == "zxx" {
            return None;
        }
        let mut parsed = Self { primary: current(&primary).to_owned(), script: None, region: None };
        for subtag in subtags {
            let is_letters = subtag.bytes().all(|byte| byte.is_ascii_alphabetic());
            match subtag.len() {
                4 if is_letters && parsed.script.is_none() && parsed.region.is_none() => {
                    let lower = subtag.to_ascii_lowercase();
                    parsed.script = Some([&subtag[..1].to_ascii_uppercase(), &lower[1..]].concat());
                }
                2 if is_letters && parsed.region.is_none() => parsed.region = Some(subtag.to_ascii_uppercase()),
                3 if subtag.bytes().all(|byte| byte.is_ascii_digit()) && parsed.region.is_none() => {
                    parsed.region = Some(subtag.to_owned());
                }
                _ => break,
            }
        }
        Some(parsed)
    }

    /// "und": not known.
    pub(crate) fn unknown() -> Self {
        Self { primary: "und".to_owned(), script: None, region: None }
    }

    /// The language alone.
    pub(crate) fn primary(&self) -> &str {
        &self.primary
    }

    /// The tag of what is written: script and region only where the written language differs by
    /// them. What a page in `de-AT` is written in is `de`.
    pub(crate) fn written(&self) -> String {
        let written = Self {
            region: self.region.clone().filter(|_| matches!(self.primary.as_str(), "pt" | "zh")),
            ..self.clone()
        };
        written.to_string()
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.primary)?;
        for subtag in [&self.script, &self.region].into_iter().flatten() {
            formatter.write_str("-")?;
            formatter.write_str(subtag)?;
        }
        Ok(())
    }
}

/// The code in use for one that was withdrawn, and the macrolanguage of its standard written form
/// (IANA Language Subtag Registry; CLDR `languageAlias`).
fn current(primary: &str) -> &str {
    const CODES: &str = "iw he in id ji yi jw jv mo ro no nb sh sr fil tl arb ar cmn zh yue zh pes fa prs fa zsm ms \
        swh sw ekk et lvs lv khk mn als sq azj az uzn uz npi ne kmr ku";
    let mut codes = CODES.split_ascii_whitespace();
    while let (Some(old), Some(new)) = (codes.next(), codes.next()) {
        if old == primary {
            return new;
        }
    }
    primary
}

#[cfg(test)]
mod tests {
    use super::Tag;

    #[test]
    fn tags_as_pages_write_them() {
        let cases = [
            ("de", Some("de")),
            ("de-DE", Some("de-DE")),
            ("de_DE", Some("de-DE")),
            ("DE-at", Some("de-AT")),
            ("zh-hant-tw", Some("zh-Hant-TW")),
            ("zh_CN", Some("zh-CN")),
            ("es-419", Some("es-419")),
            ("iw", Some("he")),
            ("in_ID", Some("id-ID")),
            ("no", Some("nb")),
            ("cmn-Hant", Some("zh-Hant")),
            ("zsm", Some("ms")),
            ("ms", Some("ms")),
            ("gsw", Some("gsw")),
            ("xx-invalid", Some("xx")),
            ("de-x-private", Some("de")),
            ("x", None),
            ("", None),
            ("und", None),
            ("Deutsch", None),
            ("ä", None),
        ];
        for (tag, expected) in cases {
            assert_eq!(Tag::parse(tag).map(|tag| tag.to_string()).as_deref(), expected, "{tag:?}");
        }
    }

    #[test]
    fn the_written_language() {
        for (tag, expected) in [("de-AT", "de"), ("pt-BR", "pt-BR"), ("sr-Latn-RS", "sr-Latn"), ("zh-TW", "zh-TW")] {
            assert_eq!(Tag::parse(tag).map(|tag| tag.written()).as_deref(), Some(expected));
        }
    }
}
