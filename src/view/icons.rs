//! The drawings, one path each, in a square of 24 units, drawn with a round stroke of 1.75 units in
//! the text's colour. Drawn for this project.

pub(crate) const CLOCK: &str = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2";
pub(crate) const PREVIOUS: &str = "m15 6-6 6 6 6";
pub(crate) const NEXT: &str = "m9 6 6 6-6 6";
pub(crate) const PLAY: &str = "M8 5.5v13l10.5-6.5z";
pub(crate) const PAUSE: &str = "M9 6v12M15 6v12";
pub(crate) const CLOSE: &str = "m6 6 12 12M18 6 6 18";

// What the device does.
pub(crate) const SHARE: &str = "M12 15V3m0 0L8 7m4-4 4 4M5 12v7a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-7";
pub(crate) const LINK: &str =
    "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1";
pub(crate) const PRINT: &str = "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z";
pub(crate) const QR: &str = "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2m4-2v2m-6 4h2m4 0v-2h-2";

// Messages.
pub(crate) const EMAIL: &str =
    "M5 5h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM3.2 7.2 12 13l8.8-5.8";
pub(crate) const SMS: &str =
    "M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM8 11v.01M12 11v.01M16 11v.01";
pub(crate) const WHATSAPP: &str = "M12 3a9 9 0 0 0-7.8 13.5L3 21l4.6-1.2A9 9 0 1 0 12 3zM9 8.5c-.5 3 3 6.5 6.5 6.5l.8-1.8-2-1.2-1 .8c-1-.5-1.6-1.1-2.1-2.1l.8-1-1.2-2z";
pub(crate) const TELEGRAM: &str = "M21 4 3 11l5.5 2L18 7l-7.5 7v5l3-3 4 3z";
pub(crate) const THREEMA: &str =
    "M12 3c5 0 9 3.2 9 7.5S17 18 12 18l-3-.4L4 20l1-4c-4-5 0-13 7-13zM9 10h6v4H9zM10.5 10V8.5a1.5 1.5 0 0 1 3 0V10";
pub(crate) const MESSENGER: &str =
    "M12 3c5 0 9 3.6 9 8.2s-4 8.2-9 8.2l-2.8-.4L6 20.5v-3C0 12.6 3.5 3 12 3zM7 13l3.5-3.5 3 2.5L17 9.5";
pub(crate) const TEAMS: &str = "M4 7h9v10H4zM6.5 10h4m-2 0v4.5M16 3.5a2 2 0 1 0 .01 0M13 10h7v5a4 4 0 0 1-7 2.6";

// Networks.
pub(crate) const MASTODON: &str = "M8.5 13V9.5a1.75 1.75 0 0 1 3.5 0V12m0-2.5a1.75 1.75 0 0 1 3.5 0V13M15.5 19.5c-4.5 1.2-8.5.5-9.8-2.5C4.9 15 4.5 12 4.7 9c.3-3.5 2.3-5 7.3-5s7 1.5 7.3 5c.4 5.5-1.3 7.5-5.8 7.8-1.8.1-3.5-.3-4.5-.8";
pub(crate) const BLUESKY: &str = "M12 10.5C10.5 7.5 7 5 5 5c-1.5 0-1 6 .5 7 1 .7 3 .8 3 .8s-3 .7-2 3 4.5 1.2 5.5-2.3c1 3.5 4.5 4.6 5.5 2.3s-2-3-2-3 2-.1 3-.8c1.5-1 2-7 .5-7-2 0-5.5 2.5-7 5.5z";
pub(crate) const THREADS: &str = "M18.5 8c-.8-3.2-3-5-6.5-5-5 0-8 3.5-8 9s3 9 8 9c4 0 7-2 7-5s-2.7-4.5-6.5-4.5c-5 0-5 5.5-.8 5.5 5 0 5-9 0-9-1.3 0-2.2.5-2.9 1.5";
pub(crate) const FACEBOOK: &str = "M14 8h3V4h-3a4 4 0 0 0-4 4v3H7v4h3v6h4v-6h3l1-4h-4V8z";
pub(crate) const X: &str = "M4 4l16 16M20 4l-6.8 7M10.8 13 4 20M4 4h4.5L20 20h-4.5z";
pub(crate) const LINKEDIN: &str = "M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM8 10.5V17M8 7v.01M12 17v-6.5m0 3a2.5 2.5 0 0 1 5 0V17";
pub(crate) const REDDIT: &str =
    "M12 9c11 0 11 11 0 11S1 9 12 9zm0 0 1-5 4 1M9 13v.01M15 13v.01M9 16.5c1.8 1.3 4.2 1.3 6 0";
pub(crate) const PINTEREST: &str =
    "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM10 20l2.5-10M9.3 13C7.5 10 9 7 12.3 7c3 0 4.5 2.3 3.7 5-.9 3.2-3.7 3.5-4.7 2";
pub(crate) const TUMBLR: &str = "M9 3h4v5h4v4h-4v4c0 1.5 1 2 4 1.5V21c-5 1-8-.5-8-4.5V12H6.5V8.5C8.5 8 9 6 9 3z";
pub(crate) const HACKER_NEWS: &str = "M4 4h16v16H4zM8.5 8l3.5 5 3.5-5M12 13v4";
pub(crate) const FLIPBOARD: &str = "M4 4h16v5h-5.5v5.5H9.5V20H4z";
pub(crate) const DIASPORA: &str = "M12 4v8m0 0 7.6-2.5M12 12l4.7 6.5M12 12l-4.7 6.5M12 12 4.4 9.5";
pub(crate) const NEXTDOOR: &str = "M4 12 12 5l8 7M7 10v9h10v-9M10.5 19v-5h3v5";

// Kept for later.
pub(crate) const INSTAPAPER: &str = "M8 4h8M8 20h8M12 4v16";
pub(crate) const WALLABAG: &str = "M5 4h14v16l-7-4-7 4zM8.5 8l1.5 4 2-3.5 2 3.5 1.5-4";

/// What leads away from the page: a publisher's own target that has no drawing.
pub(crate) const AWAY: &str = "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6";
