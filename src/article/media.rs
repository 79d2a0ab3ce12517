//! Audio and video within an article, with their length where the page says it.

use crate::analysis::{Media, MediaKind};
use crate::page::{Attribute, NodeId, Page, Tag, Value};

use super::images::up_to_last_line;
use super::{JudgedBlock, Metadata};

/// What plays within the article, in its order. Players that scripts put in later are known from the
/// page's JSON-LD alone.
pub(super) fn find(page: &Page, article: NodeId, blocks: &[JudgedBlock], metadata: &Metadata<'_>) -> Vec<Media> {
    let mut found: Vec<Media> = up_to_last_line(page, article, blocks)
        .filter_map(|node| Some(Media { kind: kind(page, node)?, seconds: described_around(page, article, node) }))
        .collect();
    for (kind, name) in [(MediaKind::Audio, "audio"), (MediaKind::Video, "video")] {
        let described = metadata.linked_data(name).map(Value::items).unwrap_or_default();
        for (place, thing) in described.iter().enumerate() {
            let seconds = thing.get("duration").and_then(Value::text).and_then(seconds);
            match found.iter_mut().filter(|media| media.kind == kind).nth(place) {
                Some(media) => media.seconds = media.seconds.or(seconds),
                None if thing.get("@type").is_some() => found.push(Media { kind, seconds }),
                None => {}
            }
        }
    }
    found
}

fn kind(page: &Page, node: NodeId) -> Option<MediaKind> {
    /// Lower players in a frame only sound, in CSS pixels.
    const LOWEST_VIDEO: u32 = 240;
    match page.tag(node) {
        Tag::Audio => Some(MediaKind::Audio),
        Tag::Video => Some(MediaKind::Video),
        // What a frame may do tells a player from a map, an advertisement or a form.
        Tag::Iframe if plays(page.attribute(node, Attribute::Allow)?) => {
            let height = page.attribute(node, Attribute::Height).and_then(|height| height.trim().parse::<u32>().ok());
            Some(if height.is_some_and(|height| height < LOWEST_VIDEO) { MediaKind::Audio } else { MediaKind::Video })
        }
        _ => None,
    }
}

fn plays(allowed: &str) -> bool {
    allowed.split(';').any(|feature| matches!(feature.trim(), "encrypted-media" | "picture-in-picture"))
}

/// The length in the microdata of the nearest described thing around a player.
fn described_around(page: &Page, article: NodeId, player: NodeId) -> Option<f64> {
    let around = page.lineage(player).take_while(|outer| *outer > article).find(|outer| {
        page.attribute(*outer, Attribute::ItemType).is_some_and(|kind| kind.trim().ends_with("Object"))
    })?;
    let duration = page.descendants(around).find(|node| page.has_word(*node, Attribute::ItemProp, "duration"))?;
    let written = [Attribute::Content, Attribute::DateTime].into_iter().find_map(|name| page.attribute(duration, name));
    seconds(written?)
}

/// Seconds of an ISO 8601 duration such as `PT1M33S`; `None` for another form, and for years and
/// months, which no recording lasts.
pub(super) fn seconds(duration: &str) -> Option<f64> {
    let mut rest = duration.trim().strip_prefix(['P', 'p'])?;
    let mut total = 0.0;
    let mut is_time = false;
    while !rest.is_empty() {
        if let Some(time) = rest.strip_prefix(['T', 't']) {
            (rest, is_time) = (time, true);
            continue;
        }
        let end = rest.find(|letter: char| !letter.is_ascii_digit() && letter != '.' && letter != ',')?;
        // Whole seconds: fractions say nothing to a reader.
        let number: u32 = rest[..end].split(['.', ',']).next()?.parse().ok()?;
        let unit = match (rest.as_bytes()[end].to_ascii_uppercase(), is_time) {
            (b'W', false) => 604_800.0,
            (b'D', false) => 86_400.0,
            (b'H', true) => 3600.0,
            (b'M', true) => 60.0,
            (b'S', true) => 1.0,
            _ => return None,
        };
        total += f64::from(number) * unit;
        rest = &rest[end + 1..];
    }
    (total > 0.0).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn durations() {
        for (written, expected) in [
            ("PT1M33S", Some(93.0)),
            ("PT93S", Some(93.0)),
            ("P0DT1H0M2.5S", Some(3602.0)),
            ("pt2m", Some(120.0)),
            ("PT0S", None),
            ("P1M", None),
            ("93", None),
            ("PT", None),
            ("PT5", None),
            ("PT5€", None),
            ("PT99999999999S", None),
            ("", None),
        ] {
            assert_eq!(seconds(written), expected, "{written:?}");
        }
    }
}
