//! The drawings, one path each, in a square of 24 units, drawn with a round stroke of 1.75 units in
//! the text's colour. Drawn for this project.

pub(crate) const CLOCK: &str = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2";
pub(crate) const PREVIOUS: &str = "m15 6-6 6 6 6";
pub(crate) const NEXT: &str = "m9 6 6 6-6 6";
pub(crate) const PLAY: &str = "M8 5.5v13l10.5-6.5z";
pub(crate) const PAUSE: &str = "M9 6v12M15 6v12";
pub(crate) const SHARE: &str = "M12 15V3m0 0L8 7m4-4 4 4M5 12v7a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-7";
pub(crate) const LINK: &str =
    "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1";
pub(crate) const EMAIL: &str =
    "M5 5h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM3.2 7.2 12 13l8.8-5.8";
pub(crate) const WHATSAPP: &str = "M12 3a9 9 0 0 0-7.8 13.5L3 21l4.6-1.2A9 9 0 1 0 12 3zM9 8.5c-.5 3 3 6.5 6.5 6.5l.8-1.8-2-1.2-1 .8c-1-.5-1.6-1.1-2.1-2.1l.8-1-1.2-2z";
pub(crate) const MASTODON: &str = "M8.5 13V9.5a1.75 1.75 0 0 1 3.5 0V12m0-2.5a1.75 1.75 0 0 1 3.5 0V13M15.5 19.5c-4.5 1.2-8.5.5-9.8-2.5C4.9 15 4.5 12 4.7 9c.3-3.5 2.3-5 7.3-5s7 1.5 7.3 5c.4 5.5-1.3 7.5-5.8 7.8-1.8.1-3.5-.3-4.5-.8";
pub(crate) const BLUESKY: &str = "M12 10.5C10.5 7.5 7 5 5 5c-1.5 0-1 6 .5 7 1 .7 3 .8 3 .8s-3 .7-2 3 4.5 1.2 5.5-2.3c1 3.5 4.5 4.6 5.5 2.3s-2-3-2-3 2-.1 3-.8c1.5-1 2-7 .5-7-2 0-5.5 2.5-7 5.5z";
pub(crate) const FACEBOOK: &str = "M14 8h3V4h-3a4 4 0 0 0-4 4v3H7v4h3v6h4v-6h3l1-4h-4V8z";
pub(crate) const X: &str = "M4 4l16 16M20 4l-6.8 7M10.8 13 4 20M4 4h4.5L20 20h-4.5z";
pub(crate) const LINKEDIN: &str = "M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM8 10.5V17M8 7v.01M12 17v-6.5m0 3a2.5 2.5 0 0 1 5 0V17";
