//! How fast adults read silently, by language.
//!
//! Three lines of evidence, kept apart so that a later study replaces one number:
//!
//! * **S**: words per minute, mean of silent-reading studies (Brysbaert 2019, Journal of Memory and
//!   Language 109; as quoted by the package `@untemps/read-per-minute`).
//! * **A**: words per minute read aloud (IReST: Trauzettel-Klosinski & Dietz 2012, Investigative
//!   Ophthalmology & Visual Science 53; Greek: Gleni 2019). Silent reading is 1.21 times as fast,
//!   the median of S/A.
//! * **P**: derived as 238 × words of a parallel text (human rights declaration) ÷ its English
//!   words: equal time for equal content, which Brysbaert finds to predict well.

use crate::text::script::Script;

/// 0 stands for "no study".
struct Evidence {
    language: &'static str,
    silent: u16,
    aloud: u16,
    parallel: u16,
}

const fn words(language: &'static str, silent: u16, aloud: u16, parallel: u16) -> Evidence {
    Evidence { language, silent, aloud, parallel }
}

/// Words per minute, sorted by language.
const WORDS: &[Evidence] = &[
    words("af", 0, 0, 230),
    words("ar", 181, 138, 187),
    words("az", 0, 0, 205),
    words("be", 0, 0, 220),
    words("bg", 0, 0, 240),
    words("bn", 0, 0, 195),
    words("bs", 0, 0, 215),
    words("ca", 0, 0, 250),
    words("cs", 0, 0, 210),
    words("cy", 0, 0, 235),
    words("da", 0, 0, 225),
    words("de", 260, 179, 224),
    words("el", 0, 208, 261),
    // English is the anchor of the parallel texts: its silent rate stands alone. Non-fiction; most
    // adults lie between 175 and 300.
    words("en", 238, 0, 0),
    words("es", 278, 218, 259),
    words("et", 0, 0, 190),
    words("eu", 0, 0, 190),
    words("fa", 0, 0, 255),
    words("fi", 195, 161, 175),
    words("fr", 214, 195, 266),
    words("ga", 0, 0, 270),
    words("gl", 0, 0, 245),
    words("gu", 0, 0, 215),
    words("he", 224, 187, 175),
    words("hi", 0, 0, 270),
    words("hr", 0, 0, 205),
    words("hu", 0, 0, 210),
    words("hy", 0, 0, 195),
    words("id", 0, 0, 225),
    words("is", 0, 0, 220),
    words("it", 285, 188, 247),
    words("ka", 0, 0, 190),
    words("kk", 0, 0, 200),
    words("kn", 0, 0, 150),
    words("ko", 226, 0, 167),
    words("lb", 0, 0, 260),
    words("lt", 0, 0, 200),
    words("lv", 0, 0, 190),
    words("mk", 0, 0, 240),
    words("ml", 0, 0, 115),
    words("mr", 0, 0, 220),
    words("nb", 0, 0, 225),
    words("ne", 0, 0, 195),
    words("nl", 228, 202, 264),
    words("nn", 0, 0, 240),
    words("pa", 0, 0, 295),
    words("pl", 0, 166, 212),
    words("pt", 0, 181, 238),
    words("ro", 0, 0, 250),
    words("ru", 0, 184, 219),
    words("sk", 0, 0, 210),
    words("sl", 0, 180, 213),
    words("sq", 0, 0, 255),
    words("sr", 0, 0, 210),
    words("sv", 218, 199, 215),
    words("sw", 0, 0, 240),
    words("ta", 0, 0, 165),
    words("te", 0, 0, 160),
    words("tl", 0, 0, 255),
    words("tr", 0, 166, 186),
    words("uk", 0, 0, 215),
    words("ur", 0, 0, 295),
    words("uz", 0, 0, 210),
    // Syllables, as they are spaced.
    words("vi", 0, 0, 340),
];

/// Words per minute where the language is unknown: about the median of the table.
const UNKNOWN: f64 = 220.0;

/// Letters per minute, no punctuation. Chinese: 260 words of 1.61 letters silently, 255 aloud.
const HAN: Evidence = words("zh", 420, 255, 353);
/// Han and kana of Japanese alike: 357 letters aloud.
const JAPANESE: Evidence = words("ja", 0, 357, 535);
/// Graphemes per minute, derived from the parallel text alone.
const THAI: f64 = 960.0;
const LAO: f64 = 1000.0;
const KHMER: f64 = 715.0;
/// 7,714 graphemes beside 1,747 English words, the vowel signs among them that UAX #29 lets stand alone.
const BURMESE: f64 = 1050.0;
/// 6,380 graphemes.
const TIBETAN: f64 = 870.0;

/// Silent reading is this much faster than reading aloud.
const SILENT_TO_ALOUD: f64 = 1.21;

impl Evidence {
    /// The geometric mean of what there is, to the nearest 5; a single line as it is.
    fn rate(&self) -> f64 {
        let lines = [f64::from(self.silent), f64::from(self.aloud) * SILENT_TO_ALOUD, f64::from(self.parallel)];
        let (product, count) = lines
            .iter()
            .filter(|line| **line > 0.0)
            .fold((1.0, 0), |(product, count), line| (product * line, count + 1));
        let mean = match count {
            1 => return product,
            2 => product.sqrt(),
            _ => cube_root(product),
        };
        (mean / 5.0).round() * 5.0
    }
}

/// Newton's method; enough for products of three rates.
fn cube_root(value: f64) -> f64 {
    (0..24).fold(200.0, |root: f64, _| (2.0 * root + value / (root * root)) / 3.0)
}

/// Units per minute of each [`Script`] in an article.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rates(pub(crate) [f64; Script::COUNT]);

/// The script that a language is counted in, if not in words.
fn unspaced_script(language: &str) -> Option<Script> {
    Some(match language {
        "zh" | "yue" => Script::Han,
        "ja" => Script::Kana,
        "th" => Script::Thai,
        "lo" => Script::Lao,
        "km" => Script::Khmer,
        "my" => Script::Burmese,
        "bo" => Script::Tibetan,
        _ => return None,
    })
}

/// The rates for an article in `language` (primary subtag). `own` is the publisher's figure for the
/// unit that the language is counted in: words, or letters where it has no spaces.
pub(crate) fn rates(language: &str, own: Option<u32>) -> Rates {
    // Malay is read as Indonesian, of which there is a parallel text.
    let language = if language == "ms" { "id" } else { language };
    let spaced = WORDS.binary_search_by_key(&language, |line| line.language).map_or(UNKNOWN, |line| WORDS[line].rate());
    let japanese = JAPANESE.rate();
    let han = if language == "ja" { japanese } else { HAN.rate() };
    let mut rates = [spaced, han, japanese, THAI, LAO, KHMER, BURMESE, TIBETAN];
    if let Some(own) = own {
        let script = unspaced_script(language).unwrap_or(Script::Spaced);
        rates[script as usize] = f64::from(own);
        if language == "ja" {
            rates[Script::Han as usize] = f64::from(own);
        }
    }
    Rates(rates)
}

#[cfg(test)]
mod tests {
    use super::{Script, WORDS, rates};

    #[test]
    fn the_table_is_sorted() {
        assert!(WORDS.is_sorted_by_key(|line| line.language));
    }

    /// The defaults as they were worked out by hand for every language that there is evidence for.
    #[test]
    fn defaults_follow_from_the_evidence() {
        const EXPECTED: &str = "en 238 de 235 fr 240 es 265 it 250 nl 245 sv 225 fi 190 ko 195 pt 230 pl 205 ru 220 sl 215 tr 195 el 255 \
            ar 180 he 205 ca 250 gl 245 ro 250 da 225 nb 225 nn 240 is 220 et 190 lv 190 lt 200 cs 210 sk 210 hr 205 sr 210 bs 215 bg 240 \
            mk 240 uk 215 be 220 hu 210 sq 255 eu 190 ka 190 hy 195 az 205 kk 200 uz 210 fa 255 ur 295 hi 270 bn 195 mr 220 gu 215 pa 295 \
            ne 195 ta 165 te 160 kn 150 ml 115 id 225 tl 255 vi 340 sw 240 af 230 cy 235 ga 270 lb 260 xx 220 ms 225";
        let words: Vec<&str> = EXPECTED.split_whitespace().collect();
        for pair in words.chunks(2) {
            let expected: f64 = pair[1].parse().expect("a rate");
            assert!((rates(pair[0], None).0[0] - expected).abs() < 1e-9, "{}: {}", pair[0], rates(pair[0], None).0[0]);
        }
        // Each language of the table, and two that aren't in it.
        assert_eq!(words.len() / 2, WORDS.len() + 2);
        let unspaced = [
            ("zh", Script::Han, 360.0),
            ("yue", Script::Han, 360.0),
            ("ja", Script::Kana, 480.0),
            ("ja", Script::Han, 480.0),
        ];
        let graphemes = [
            ("th", Script::Thai, 960.0),
            ("lo", Script::Lao, 1000.0),
            ("km", Script::Khmer, 715.0),
            ("my", Script::Burmese, 1050.0),
        ];
        for (language, script, rate) in unspaced.into_iter().chain(graphemes) {
            assert!((rates(language, None).0[script as usize] - rate).abs() < 1e-9, "{language}");
        }
    }

    #[test]
    fn a_publishers_rate_is_in_the_languages_unit() {
        assert!((rates("de", Some(300)).0[0] - 300.0).abs() < 1e-9);
        assert!((rates("ja", Some(600)).0[Script::Kana as usize] - 600.0).abs() < 1e-9);
        assert!((rates("ja", Some(600)).0[0] - 220.0).abs() < 1e-9);
    }
}
