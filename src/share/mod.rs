//! From an article and a target to the address that shares the one on the other.

mod encode;
mod targets;

pub(crate) use targets::{Action, Target};

use encode::encode;

use crate::text::find::replaced;

/// What is shared.
#[derive(Clone, Debug)]
pub(crate) struct Shared<'a> {
    pub(crate) url: &'a str,
    pub(crate) title: &'a str,
    /// Host of the reader's Mastodon instance, once it is known.
    pub(crate) instance: Option<&'a str>,
}

/// The address that a target's link leads to; `None` for targets that aren't links, or need an
/// instance that isn't known yet.
pub(crate) fn address(target: &Target, shared: &Shared<'_>) -> Option<String> {
    let template = match target.action {
        Action::Link(template) => template,
        Action::Instance(template) => {
            shared.instance?;
            template
        }
        Action::System | Action::Copy => return None,
    };
    let title = match target.most_characters {
        Some(most) => shortened(shared.title, most.saturating_sub(shared.url.chars().count() + 1)),
        None => shared.title.to_owned(),
    };
    let text = [&title, " ", shared.url].concat();
    let text = text.trim();
    let mut address = String::new();
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once('{') {
        address.push_str(before);
        let (name, behind) = behind.split_once('}')?;
        match name {
            "url" => encode(shared.url, &mut address),
            "title" => encode(&title, &mut address),
            "text" => encode(text, &mut address),
            "instance" => address.push_str(shared.instance?),
            _ => {}
        }
        rest = behind;
    }
    address.push_str(rest);
    Some(address)
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
    let separator = if address.contains('?') { "&" } else { "?" };
    let mut whole = [address, separator].concat();
    // What isn't part of a query stays out of the address.
    for letter in parameters.chars() {
        if letter.is_ascii_alphanumeric() || "-_.~=&%+:@/,".contains(letter) {
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

/// The title in at most so many characters, cut between words, with an ellipsis.
fn shortened(title: &str, most: usize) -> String {
    if title.chars().count() <= most {
        return title.to_owned();
    }
    let start: String = title.chars().take(most.saturating_sub(1)).collect();
    let words = start.rsplit_once(char::is_whitespace).map_or(start.as_str(), |(words, _)| words);
    if most == 0 { String::new() } else { [words.trim_end(), "…"].concat() }
}

#[cfg(test)]
mod tests {
    use super::{Shared, Target, address, with_parameters};

    const ARTICLE: Shared<'_> = Shared {
        url: "https://zeitung.example/a?b=1&c=2",
        title: "Küche & Co: „50 %“",
        instance: Some("social.example"),
    };

    #[test]
    fn addresses() {
        let cases = [
            (
                "email",
                "mailto:?subject=K%C3%BCche%20%26%20Co%3A%20%E2%80%9E50%20%25%E2%80%9C&body=https%3A%2F%2Fzeitung.example%2Fa%3Fb%3D1%26c%3D2",
            ),
            (
                "whatsapp",
                "https://wa.me/?text=K%C3%BCche%20%26%20Co%3A%20%E2%80%9E50%20%25%E2%80%9C%20https%3A%2F%2Fzeitung.example%2Fa%3Fb%3D1%26c%3D2",
            ),
            (
                "mastodon",
                "https://social.example/share?text=K%C3%BCche%20%26%20Co%3A%20%E2%80%9E50%20%25%E2%80%9C%20https%3A%2F%2Fzeitung.example%2Fa%3Fb%3D1%26c%3D2",
            ),
            (
                "bluesky",
                "https://bsky.app/intent/compose?text=K%C3%BCche%20%26%20Co%3A%20%E2%80%9E50%20%25%E2%80%9C%20https%3A%2F%2Fzeitung.example%2Fa%3Fb%3D1%26c%3D2",
            ),
            (
                "facebook",
                "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fzeitung.example%2Fa%3Fb%3D1%26c%3D2",
            ),
            (
                "x",
                "https://x.com/intent/tweet?text=K%C3%BCche%20%26%20Co%3A%20%E2%80%9E50%20%25%E2%80%9C&url=https%3A%2F%2Fzeitung.example%2Fa%3Fb%3D1%26c%3D2",
            ),
            (
                "linkedin",
                "https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fzeitung.example%2Fa%3Fb%3D1%26c%3D2",
            ),
        ];
        for (name, expected) in cases {
            assert_eq!(address(Target::named(name).expect(name), &ARTICLE).as_deref(), Some(expected));
        }
    }

    #[test]
    fn no_link_without_what_it_needs() {
        let nowhere = Shared { instance: None, ..ARTICLE };
        for name in ["system", "copy", "mastodon"] {
            assert_eq!(address(Target::named(name).expect(name), &nowhere), None, "{name}");
        }
    }

    #[test]
    fn bluesky_takes_300_characters_and_keeps_the_address() {
        let long = "Wort ".repeat(100);
        let shared = Shared { title: &long, ..ARTICLE };
        let link = address(Target::named("bluesky").expect("bluesky"), &shared).expect("a link");
        assert!(link.ends_with("%E2%80%A6%20https%3A%2F%2Fzeitung.example%2Fa%3Fb%3D1%26c%3D2"), "{link}");
        let words = link.matches("Wort").count();
        assert!(words > 40 && words * 5 + 33 <= 300, "{words}");
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
}
