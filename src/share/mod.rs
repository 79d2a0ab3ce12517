//! From an article and a target to the address that shares the one on the other.

mod encode;
mod graphemes;
mod own;
mod targets;

pub(crate) use own::{OwnTarget, TEMPLATE, Targets, name as own_name};
pub(crate) use targets::{Action, FEDIVERSE, Target};

use encode::encode;
use graphemes::{count, shortened};

use crate::text::find::{contains, is_in, replaced};

/// The address that a target's link leads to; `None` for targets that aren't links, or that need a
/// server that isn't known.
///
/// `fact` gives what is shared by the names that stand in templates:
///
/// | name | |
/// |---|---|
/// | `url` | the address |
/// | `title` | the article's title |
/// | `words` | the quotation with its marks, else the title |
/// | `text` | words and address in one |
/// | `quote` | the quoted passage as it is; empty without one |
/// | `quotation` | with its marks and an empty line behind it |
/// | `via`, `hashtags`, `image`, `host` | the site's account, topics, picture, name |
/// | `server`, `software` | what the reader has named |
///
/// Each is encoded once. A parameter that would be empty is left out.
pub(crate) fn address(target: &Target<'_>, fact: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let mut template = target.template;
    if target.asks_for_software()
        && let Some(software) = fact("software")
    {
        template = FEDIVERSE.iter().find(|(name, _)| *name == software).map_or(template, |(_, template)| template);
    }
    let url = fact("url")?;
    if template.is_empty() || (contains(template, "{server}") && fact("server").is_none()) {
        return None;
    }
    let address = if target.limit.address == 0 { count(&url) } else { usize::from(target.limit.address) };
    let room = usize::from(target.limit.most).saturating_sub(address + 1);
    let words = shortened(&fact("words").unwrap_or_default(), room);
    let fill = |name: &str| match name {
        "text" => [&words, " ", &url].concat().trim().to_owned(),
        "words" => words.clone(),
        "url" => url.clone(),
        _ => shortened(&fact(name).unwrap_or_default(), usize::from(target.limit.most)),
    };
    let (path, query) = template.split_once('?').map_or((template, None), |(path, query)| (path, Some(query)));
    let mut whole = String::new();
    filled(path, &fill, &mut whole);
    let mut separator = '?';
    for parameter in query.into_iter().flat_map(|query| query.split('&')) {
        let mut written = String::new();
        if filled(parameter, &fill, &mut written) {
            whole.push(separator);
            whole.push_str(&written);
            separator = '&';
        }
    }
    Some(whole)
}

/// Writes a part of a template; false if it has names of facts, and all of them are empty.
fn filled(part: &str, fill: &dyn Fn(&str) -> String, into: &mut String) -> bool {
    let mut rest = part;
    let (mut has_names, mut has_values) = (false, false);
    while let Some((before, behind)) = rest.split_once('{') {
        let Some((name, behind)) = behind.split_once('}') else { break };
        into.push_str(before);
        let value = fill(name);
        has_names = true;
        has_values |= !value.is_empty();
        // A host and its port, and for some a path, that the browser's URL has checked.
        if name == "server" {
            into.push_str(&value);
        } else {
            encode(&value, into);
        }
        rest = behind;
    }
    into.push_str(rest);
    has_values || !has_names
}

/// A text as a part of an address.
pub(crate) fn percent_encoded(text: &str) -> String {
    let mut encoded = String::new();
    encode(text, &mut encoded);
    encoded
}

/// The address with the publisher's parameters for the target: `utm_source={target}`.
pub(crate) fn with_parameters(url: &str, parameters: Option<&str>, target: &str) -> String {
    let Some(parameters) = parameters else { return url.to_owned() };
    let parameters = replaced(parameters.trim_start_matches(['?', '&']), "{target}", target);
    let (address, fragment) = url.split_once('#').map_or((url, None), |(address, fragment)| (address, Some(fragment)));
    let separator = if contains(address, "?") { "&" } else { "?" };
    let mut whole = [address, separator].concat();
    // What isn't part of a query stays out of the address.
    for letter in parameters.chars() {
        if letter.is_ascii_alphanumeric() || is_in(letter, "-_.~=&%+:@/,") {
            whole.push(letter);
        } else {
            encode(letter.encode_utf8(&mut [0; 4]), &mut whole);
        }
    }
    if let Some(fragment) = fragment {
        whole.push('#');
        whole.push_str(fragment);
    }
    whole
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Targets, address, encode, with_parameters};

    const URL: &str = "https://zeitung.example/a?b=1&c=2";
    const TITLE: &str = "Küche & Co: „50 %“";

    /// Facts of an article, with others over them.
    fn shared(target: &str, others: &[(&str, &str)]) -> Option<String> {
        let facts = [("url", URL), ("title", TITLE), ("words", TITLE), ("host", "zeitung.example")];
        let fact = |name: &str| {
            let given = others.iter().chain(&facts).find(|(known, _)| *known == name);
            given.map(|(_, value)| (*value).to_owned()).filter(|value| !value.is_empty())
        };
        address(&Targets::default().named(target).expect(target), &fact)
    }

    #[test]
    fn addresses() {
        const U: &str = "https%3A%2F%2Fzeitung.example%2Fa%3Fb%3D1%26c%3D2";
        const T: &str = "K%C3%BCche%20%26%20Co%3A%20%E2%80%9E50%20%25%E2%80%9C";
        for (name, expected) in [
            ("email", "mailto:?subject=T&body=U"),
            ("whatsapp", "https://wa.me/?text=T%20U"),
            ("bluesky", "https://bsky.app/intent/compose?text=T%20U"),
            ("facebook", "https://www.facebook.com/sharer/sharer.php?u=U"),
            ("x", "https://x.com/intent/tweet?text=T&url=U"),
            ("linkedin", "https://www.linkedin.com/sharing/share-offsite/?url=U"),
            ("threads", "https://www.threads.com/intent/post?text=T&url=U"),
            ("telegram", "https://t.me/share/url?url=U&text=T"),
            ("threema", "threema://compose?text=T%20U"),
            ("messenger", "fb-messenger://share/?link=U"),
            ("sms", "sms:?&body=T%20U"),
            ("teams", "https://teams.microsoft.com/share?href=U&msgText=T"),
            ("reddit", "https://www.reddit.com/submit?url=U&title=T"),
            ("pinterest", "https://www.pinterest.com/pin/create/button/?url=U&description=T"),
            ("tumblr", "https://www.tumblr.com/widgets/share/tool?posttype=link&canonicalUrl=U&title=T"),
            ("hackernews", "https://news.ycombinator.com/submitlink?u=U&t=T"),
            ("flipboard", "https://share.flipboard.com/bookmarklet/popout?v=2&title=T&url=U"),
            ("diaspora", "https://share.diasporafoundation.org/?url=U&title=T"),
            ("nextdoor", "https://nextdoor.com/sharekit/?source=zeitung.example&body=T%20U"),
            ("instapaper", "https://www.instapaper.com/edit?url=U&title=T"),
        ] {
            let expected: String = expected
                .chars()
                .map(|letter| match letter {
                    'T' => T.to_owned(),
                    'U' => U.to_owned(),
                    letter => letter.to_string(),
                })
                .collect();
            // Names of parameters hold those letters too.
            let expected = expected
                .replace(&["msg", T, "ext"].concat(), "msgText")
                .replace(&["canonical", U, "rl"].concat(), "canonicalUrl");
            assert_eq!(shared(name, &[]), Some(expected));
        }
    }

    #[test]
    fn servers() {
        for (target, software, expected) in [
            ("mastodon", "", "https://social.example/share?text=W%20https%3A%2F%2Fa.example%2F"),
            ("mastodon", "Sharkey", "https://social.example/share?text=W%20https%3A%2F%2Fa.example%2F"),
            ("mastodon", "Friendica", "https://social.example/compose?body=W%20https%3A%2F%2Fa.example%2F"),
            ("mastodon", "Hubzilla", "https://social.example/rpost?body=W%20https%3A%2F%2Fa.example%2F"),
            (
                "mastodon",
                "GNU social",
                "https://social.example/notice/new?status_textarea=W%20https%3A%2F%2Fa.example%2F",
            ),
            ("mastodon", "MySpace", "https://social.example/share?text=W%20https%3A%2F%2Fa.example%2F"),
            ("wallabag", "Friendica", "https://social.example/bookmarklet?url=https%3A%2F%2Fa.example%2F"),
        ] {
            let facts =
                [("url", "https://a.example/"), ("words", "W"), ("server", "social.example"), ("software", software)];
            assert_eq!(shared(target, &facts).as_deref(), Some(expected), "{target} {software}");
        }
    }

    #[test]
    fn no_link_without_what_it_needs() {
        for name in ["system", "copy", "print", "qr", "mastodon", "wallabag"] {
            assert_eq!(shared(name, &[]), None, "{name}");
        }
        assert_eq!(shared("x", &[("url", "")]), None);
    }

    #[test]
    fn a_quotation_stands_for_the_title_and_an_account_is_named() {
        let facts = [
            ("url", "https://a.example/#:~:text=b"),
            ("words", "„b“"),
            ("quote", "b"),
            ("quotation", "„b“\r\n\r\n"),
            ("via", "zeitung"),
        ];
        for (target, expected) in [
            (
                "x",
                "https://x.com/intent/tweet?text=%E2%80%9Eb%E2%80%9C&url=https%3A%2F%2Fa.example%2F%23%3A~%3Atext%3Db&via=zeitung",
            ),
            (
                "email",
                "mailto:?subject=K%C3%BCche%20%26%20Co%3A%20%E2%80%9E50%20%25%E2%80%9C&body=%E2%80%9Eb%E2%80%9C%0D%0A%0D%0Ahttps%3A%2F%2Fa.example%2F%23%3A~%3Atext%3Db",
            ),
            ("whatsapp", "https://wa.me/?text=%E2%80%9Eb%E2%80%9C%20https%3A%2F%2Fa.example%2F%23%3A~%3Atext%3Db"),
        ] {
            assert_eq!(shared(target, &facts).as_deref(), Some(expected));
        }
    }

    #[test]
    fn limits_shorten_the_words_and_keep_the_address() {
        let long = "Wort ".repeat(1000);
        for (target, most, address) in
            [("bluesky", 300, 33), ("threads", 500, 33), ("mastodon", 500, 23), ("x", 280, 23), ("whatsapp", 1000, 33)]
        {
            let link = shared(target, &[("words", &long), ("server", "social.example")]).expect(target);
            assert!(
                link.contains("%E2%80%A6") && link.contains("https%3A%2F%2Fzeitung.example%2Fa%3Fb%3D1%26c%3D2"),
                "{link}"
            );
            let words = link.matches("Wort").count();
            let length = words * 5 + 1 + address;
            assert!(length <= most && length > most - 10, "{target}: {length}");
        }
        // An address alone that is too long is still all there.
        let url = ["https://a.example/", &"x".repeat(4000)].concat();
        let link = shared("bluesky", &[("url", &url)]).expect("a link");
        assert!(link.ends_with(&"x".repeat(4000)) && !link.contains("K%C3%BCche"));
    }

    #[test]
    fn every_row_is_complete_and_of_its_own() {
        let mut all = Targets::default();
        all.choose_all();
        let names: Vec<_> = all.shown().iter().map(|target| target.name).collect();
        for (index, target) in all.shown().iter().enumerate() {
            assert!(!names[index + 1..].contains(&target.name), "{}", target.name);
            assert!(target.icon.starts_with(['M', 'm']), "{}", target.name);
        }
        let gone = ["pocket", "stumbleupon", "flattr", "addthis", "xing", "weibo"];
        assert!(!names.iter().any(|name| gone.contains(name)));
        let defaults: Vec<_> = Targets::default().shown().iter().map(|target| target.name.to_owned()).collect();
        assert_eq!(defaults.join(" "), "system copy email whatsapp mastodon bluesky facebook x linkedin");
    }

    #[test]
    fn parameters() {
        for (url, parameters, expected) in [
            ("https://a.example/", Some("utm_source={target}"), "https://a.example/?utm_source=x"),
            ("https://a.example/?b=1#c", Some("?s={target}&t=ä b#"), "https://a.example/?b=1&s=x&t=%C3%A4%20b%23#c"),
            ("https://a.example/", None, "https://a.example/"),
        ] {
            assert_eq!(with_parameters(url, parameters, "x"), expected);
        }
    }

    proptest! {
        /// Whatever is shared, the address stays of ASCII, on its host, and says it encoded once.
        #[test]
        fn encoded_once(words in ".{0,400}", title in ".{0,50}") {
            let facts = [("words", words.as_str()), ("title", title.as_str()), ("server", "social.example")];
            for target in Targets::default().shown() {
                let Some(link) = shared(target.name, &facts) else { continue };
                prop_assert!(link.is_ascii() && !link.contains([' ', '+', '"', '<', '>']), "{}", link);
            }
            let link = shared("hackernews", &facts).expect("a link");
            let mut encoded = String::new();
            encode(&title, &mut encoded);
            let ending = if title.is_empty() { String::new() } else { ["&t=", &encoded].concat() };
            prop_assert!(link.ends_with(&ending), "{}", link);
        }
    }
}
