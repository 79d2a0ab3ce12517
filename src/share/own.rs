//! A publisher's own targets.

use crate::text::find::contains;

use super::targets::{Target, all};
use crate::view::icons;

/// Schemes of apps that take a text or a link.
const APPS: [&str; 6] = ["threema:", "fb-messenger:", "whatsapp:", "tg:", "viber:", "line:"];

/// What a template must be, in words.
pub(crate) const TEMPLATE: &str = "a template with {url} or {text} in it that begins with https://, mailto:, sms:, threema:, fb-messenger:, whatsapp:, tg:, viber: or line:";

/// A target of the publisher's.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct OwnTarget {
    /// The label in lower case, with hyphens for its spaces.
    name: String,
    label: String,
    template: String,
    icon: String,
}

impl OwnTarget {
    /// From label, template and drawing (the data of a path in a square of 24 units), separated by
    /// tabs; `Err` holds the label of one whose template isn't fit.
    pub(crate) fn read(line: &str) -> Result<Self, String> {
        let mut fields = line.split('\t').map(str::trim);
        let mut next = || fields.next().unwrap_or("").to_owned();
        let (label, template, icon) = (next(), next(), next());
        let name = name(&label);
        let has_scheme = ["https://", "mailto:", "sms:"].iter().chain(&APPS).any(|scheme| template.starts_with(scheme));
        if name.is_empty() || !has_scheme || !(contains(&template, "{url}") || contains(&template, "{text}")) {
            return Err(label);
        }
        Ok(Self { name, label, template, icon })
    }

    fn target(&self) -> Target<'_> {
        let known = all().iter().find(|target| target.name == self.name);
        let icon = match known {
            _ if is_drawing(&self.icon) => &self.icon,
            Some(known) => known.icon,
            None => icons::AWAY,
        };
        Target::own(&self.name, &self.label, &self.template, icon)
    }
}

/// How a publisher's own target is called in options and events.
pub(crate) fn name(label: &str) -> String {
    let mut name = String::new();
    for letter in label.chars() {
        name.push(if letter.is_whitespace() || letter == ',' { '-' } else { letter.to_ascii_lowercase() });
    }
    name
}

fn is_drawing(path: &str) -> bool {
    path.starts_with(['M', 'm'])
        && path.bytes().all(|byte| byte.is_ascii_digit() || b"MmLlHhVvCcSsQqTtAaZz ,.-+e".contains(&byte))
}

/// The targets to choose from: the publisher's own win over ours of the same name.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Targets {
    own: Vec<OwnTarget>,
    /// Names in their order; `None` for the default.
    chosen: Option<Vec<String>>,
}

impl Targets {
    pub(crate) fn new(own: Vec<OwnTarget>) -> Self {
        Self { own, chosen: None }
    }

    /// All there are, the publisher's own last.
    pub(crate) fn choose_all(&mut self) {
        self.chosen = Some(self.names().into_iter().map(str::to_owned).collect());
    }

    /// Takes one more into the choice; false if there is none of that name.
    pub(crate) fn choose(&mut self, name: &str) -> bool {
        if self.named(name).is_none() {
            return false;
        }
        let chosen = self.chosen.get_or_insert_default();
        if chosen.iter().all(|known| known != name) {
            chosen.push(name.to_owned());
        }
        true
    }

    pub(crate) fn named(&self, name: &str) -> Option<Target<'_>> {
        let own = self.own.iter().find(|own| own.name == name).map(OwnTarget::target);
        own.or_else(|| all().iter().find(|target| target.name == name).copied())
    }

    /// In the order in which they are shown.
    pub(crate) fn shown(&self) -> Vec<Target<'_>> {
        match &self.chosen {
            Some(chosen) => chosen.iter().filter_map(|name| self.named(name)).collect(),
            None => super::targets::defaults().iter().filter_map(|target| self.named(target.name)).collect(),
        }
    }

    /// All names, the publisher's own last.
    pub(crate) fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = all().iter().map(|target| target.name).collect();
        for own in &self.own {
            if all().iter().all(|ours| ours.name != own.name) {
                names.push(&own.name);
            }
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::{OwnTarget, Targets, icons};

    fn own(line: &str) -> OwnTarget {
        OwnTarget::read(line).expect(line)
    }

    #[test]
    fn own_ones_are_named_by_their_label() {
        let mut targets = Targets::new(vec![
            own("Unser Netz\thttps://netz.example/?u={url}\tM4 4h16"),
            own("X\thttps://nitter.example/?{text}"),
            own("Böse\tsms:{text}\tM0 0\" onload=\"alert(1)"),
        ]);
        let netz = targets.named("unser-netz").expect("by its name");
        assert_eq!((netz.brand, netz.icon), ("Unser Netz", "M4 4h16"));
        let x = targets.named("x").expect("instead of ours");
        assert_eq!((x.template, x.icon), ("https://nitter.example/?{text}", icons::X));
        assert_eq!(targets.named("böse").expect("by its name").icon, icons::AWAY);
        assert!(targets.choose("copy") && targets.choose("unser-netz") && !targets.choose("netz"));
        let shown: Vec<_> = targets.shown().iter().map(|target| target.name).collect();
        assert_eq!(shown, ["copy", "unser-netz"]);
        targets.choose_all();
        assert_eq!(targets.shown().len(), super::all().len() + 2);
    }

    #[test]
    fn templates_that_are_refused() {
        for template in [
            "https://netz.example/",
            "http://netz.example/?u={url}",
            "javascript:alert('{url}')",
            "data:text/html,{url}",
            "//netz.example/{url}",
            " javascript:{url}",
            "httpsx://a/{url}",
            "",
        ] {
            assert_eq!(OwnTarget::read(&["Netz\t", template].concat()), Err("Netz".to_owned()), "{template}");
        }
        assert!(OwnTarget::read("\thttps://a.example/{url}").is_err(), "a target needs a name");
    }
}
