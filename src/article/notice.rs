//! Paragraphs in which the paper speaks to its reader about itself: newsletters, subscriptions,
//! comments, apps, cookies. Weak evidence each, so several must meet.

use crate::page::Page;
use crate::text::find::{contains, count};
use crate::text::fold::folded;

use super::Metadata;
use super::blocks::{Block, Kind};

/// Beginnings of words about a paper's services, each with a space before it, in lower case.
/// Written for this crate.
const SERVICES: &[&str] = &[
    "newsletter",
    "abon",
    "abo ",
    "subscri",
    "suscri",
    "suscrí",
    "assine",
    "assinat",
    "iscriv",
    "prenumer",
    "подпи",
    "cookie",
    "privacy",
    "affiliate",
    "einloggen",
    "eingeloggt",
    "log in",
    "login",
    "sign up",
    "signup",
    "registr",
    "melde dich",
    "melden sie sich",
    "membership",
    "miembro",
    "support us",
    "support our",
    "supporting our",
    "donat",
    "doação",
    "donar",
    "apoya",
    "darowiz",
    "wesprzyj",
    "wspier",
    "поддерж",
    "paywall",
    "bezahlschranke",
    "e-paper",
    "epaper",
    "posteingang",
    "privatsphäre",
    "einverständnis",
    "inbox",
    "button",
    "disclaimer",
    "disclosure",
    "advertis",
    "haftung",
    "kundenkonto",
    "im shop",
    "bestellen sie",
    "permalink",
    "podcast",
    "folge uns",
    "follow us",
    "síguenos",
    "suivez",
    "seguici",
    "volg ons",
    "구독",
    "회원",
    "로그인",
];

/// The same of languages without spaces, anywhere.
const UNSPACED: &[&str] =
    &["会員", "登録", "有料", "限定", "読み放題", "ログイン", "会员", "登录", "订阅", "關注", "訂閱"];

/// Where papers are read besides: an article may be about several of them.
const NETWORKS: &[&str] = &["whatsapp", "telegram", "facebook", "twitter", "instagram", "youtube"];

/// The German address, told by its capital from "they" and "her".
const CAPITALS: &[&str] = &["Sie", "Ihnen", "Ihr", "Ihre", "Ihrem", "Ihren"];

/// Words that speak to the reader, or of the paper as "we".
const ADDRESSES: &[&str] = &[
    "du", "dich", "dir", "dein", "deine", "deinen", "deinem", "deiner", "euch", "you", "your", "tú", "tu", "tus",
    "usted", "vous", "votre", "vos", "você", "vocês", "sua", "seu", "tuo", "tua", "jouw", "uw", "cię", "twój", "nas",
    "nam", "wir", "uns", "unser", "unsere", "unseren", "unserem", "we", "our", "nous", "notre", "nuestro", "nuestra",
    "nosso", "вы", "вас", "наш",
];

/// What the paper calls itself, as [`is_notice`] looks for it; nothing where that is too short to tell.
pub(super) fn site_name(page: &Page, metadata: &Metadata<'_>) -> Vec<String> {
    const SHORTEST: usize = 4;
    let host = page.host();
    let mut labels = host.rsplit('.').skip(1).map(folded);
    let label = labels.find(|label| label.len() >= SHORTEST);
    let name = metadata.first(&["og:site_name"]).map(folded);
    label.into_iter().chain(name).filter(|name| name.len() >= SHORTEST).collect()
}

/// Whether the block is such a notice. `at_edge` says that it stands among the last of the text.
pub(super) fn is_notice(block: &Block, at_edge: bool, site: &[String]) -> bool {
    const LONGEST: usize = 420;
    /// Longer ones may tell of the networks, in bytes.
    const SHORT: usize = 200;
    const ENOUGH: usize = 4;
    if block.length > LONGEST || matches!(block.kind, Kind::TableRow | Kind::Code | Kind::Quotation) {
        return false;
    }
    let text = [" ", &folded(&block.text)].concat();
    let names_site = site.iter().any(|name| contains(&text, name));
    // "Disclaimer: …", "Abonnieren Sie …".
    let begins_so = SERVICES.iter().any(|word| text[1..].starts_with(word));
    let beginning = |words: &[&str], most: usize| {
        let starts = text.match_indices(' ').map(|(space, _)| &text.as_bytes()[space + 1..]);
        let begins = |rest: &&[u8]| {
            words.iter().any(|word| rest.first() == word.as_bytes().first() && rest.starts_with(word.as_bytes()))
        };
        starts.filter(begins).take(most).count()
    };
    let networks = if block.length <= SHORT { beginning(NETWORKS, 1) } else { 0 };
    let unspaced: usize = UNSPACED.iter().map(|word| count(&text, word)).sum();
    let services = (beginning(SERVICES, 3) + networks + unspaced).min(3);
    if services == 0 {
        return false;
    }
    let has_word = |text: &str, words: &[&str]| {
        text.split(|letter: char| !letter.is_alphabetic()).any(|word| words.contains(&word))
    };
    let addresses = has_word(&text, ADDRESSES) || has_word(&block.text, CAPITALS);
    let calls = text.contains(['!', '?']);
    services
        + usize::from(begins_so)
        + usize::from(names_site)
        + usize::from(addresses)
        + usize::from(block.linked > 0)
        + usize::from(calls)
        + usize::from(at_edge)
        >= ENOUGH
}
