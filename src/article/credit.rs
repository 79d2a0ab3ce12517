//! The credit at the end of a picture's caption: who took it is not read as part of the article.

use crate::page::{Attribute, Page};
use crate::text::find::{is_in, is_one_of};
use crate::text::fold::folded;

use super::blocks::{Block, Kind};

/// What a credit begins with, before a colon: "photo", "picture", "source" in the languages of the
/// reading rates, in lower case.
const MARKERS: &str = "foto fotos photo photos photograph photographer picture image images credit credits source \
    courtesy bild bilder fotograf grafik quelle crédit crédits photographe fuente imagen fotografía \
    fonte imagem fotografia bron beeld zdjęcie zdj fot źródło zdroj kuva kuvat kép fotó forrás \
    fotografija фото снимка снимок источник джерело φωτο φωτογραφία πηγή fotoğraf görsel kaynak صورة \
    الصورة تصوير المصدر عکس منبع תמונה צילום फोटो स्रोत ছবি 写真 撮影 提供 出典 图 图片 图源 照片 來源 来源 圖 사진 출처 ภาพ \
    ảnh nguồn sumber gambar";

/// Longer tails are text, in characters.
const LONGEST: usize = 90;

/// Cuts the credit off a caption's text. Of other blocks only a line that is nothing else goes, and
/// what stands in brackets at the end of a short one.
pub(super) fn cut_off(page: &Page, block: &mut Block) {
    /// Longer blocks are no captions, in bytes.
    const CAPTION: usize = 300;
    let is_caption = block.kind == Kind::Caption
        || page.is_named(block.element, Attribute::Class, &["caption", "bildunterschrift", "legende", "bu"]);
    let stands_alone = |start: usize| {
        block.length < CAPTION
            && block.kind == Kind::Paragraph
            && (block.text[..start].trim().is_empty()
                || block.text[start..].trim_start().starts_with(['(', '[', '（'])
                    && block.text.trim_end().ends_with([')', ']', '）']))
    };
    if let Some(start) = start(&block.text)
        && (is_caption || stands_alone(start))
    {
        block.text.truncate(start);
        block.sources.retain(|(begin, _)| *begin == 0 || *begin < start);
        block.length = block.text.chars().filter(|letter| !letter.is_whitespace()).map(char::len_utf8).sum();
        block.linked = block.linked.min(block.length);
    }
}

/// Where the credit begins, in bytes.
fn start(caption: &str) -> Option<usize> {
    let place = caption.rfind(['©', ':', '：'])?;
    if caption[place..].chars().count() > LONGEST {
        return None;
    }
    if caption[place..].starts_with('©') {
        return Some(opening(caption, place));
    }
    let before = caption[..place].trim_end();
    let word = before
        .rfind(|letter: char| !letter.is_alphabetic())
        .map_or(0, |last| last + before[last..].chars().next().map_or(1, char::len_utf8));
    is_one_of(MARKERS, &folded(&before[word..])).then(|| opening(caption, word))
}

/// The place before what opens the credit, such as a bracket or a dash.
fn opening(caption: &str, credit: usize) -> usize {
    caption[..credit].trim_end_matches(|letter: char| letter.is_whitespace() || is_in(letter, "([（|/–—-")).len()
}

#[cfg(test)]
mod tests {
    use super::start;

    #[test]
    fn captions_without_their_credits() {
        for (caption, kept) in [
            ("Die Brücke am Morgen. Foto: Anna Muster/dpa", "Die Brücke am Morgen."),
            ("Die Brücke am Morgen (Foto: dpa)", "Die Brücke am Morgen"),
            ("Die Brücke am Morgen – © Anna Muster", "Die Brücke am Morgen"),
            ("© Anna Muster", ""),
            ("Bild: dpa", ""),
            ("Мост открыт. Фото: Иван Примеров", "Мост открыт."),
            ("橋が開通した。写真：例新聞", "橋が開通した。"),
            ("Um 9:30 Uhr rollte der Verkehr", "Um 9:30 Uhr rollte der Verkehr"),
            ("Sie sagte: „Endlich.“", "Sie sagte: „Endlich.“"),
            ("Auf dem Foto steht die Brücke", "Auf dem Foto steht die Brücke"),
            ("", ""),
        ] {
            let end = start(caption).unwrap_or(caption.len());
            assert_eq!(&caption[..end], kept, "{caption}");
        }
    }
}
