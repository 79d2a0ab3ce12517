//! From amounts of text to seconds.

mod rates;

pub(crate) use rates::{Rates, rates};

use crate::text::words::Amount;

/// Seconds for the pictures of an article: 12 for the first, one less for each further, never less
/// than 3 (Medium, "Read time and you").
pub(crate) fn image_seconds(images: u32) -> f64 {
    const FIRST: u32 = 12;
    const LEAST: u32 = 3;
    let falling = images.min(FIRST - LEAST);
    let sum = falling * FIRST - falling * falling.saturating_sub(1) / 2 + (images - falling) * LEAST;
    f64::from(sum)
}

/// How much longer than a reader a voice takes: speech engines speak 150 to 180 words of English a
/// minute at their usual speed, taken as 170, where 238 are read.
pub(crate) const SILENT_TO_VOICE: f64 = 238.0 / 170.0;

/// Seconds that the text takes at the rates.
pub(crate) fn text_seconds(amount: Amount, rates: &Rates) -> f64 {
    amount.0.iter().zip(rates.0).map(|(units, rate)| f64::from(*units) / rate).sum::<f64>() * 60.0
}

/// Whole minutes as they are shown: the nearest, and never none. Rounding up would add half a minute
/// on average.
pub(crate) fn minutes(seconds: f64) -> u32 {
    ((seconds / 60.0).round() as u32).max(1)
}

/// How much quicker a quick reader is, and slower a slow one (Brysbaert 2019; the WordPress block
/// uses the same).
const QUICK: f64 = 1.2;
const SLOW: f64 = 0.8;

/// Whole minutes of a quick and of a slow reader.
pub(crate) fn range(text_seconds: f64, image_seconds: f64) -> [u32; 2] {
    [minutes(text_seconds / QUICK + image_seconds), minutes(text_seconds / SLOW + image_seconds)]
}

#[cfg(test)]
mod tests {
    use super::{image_seconds, minutes, rates, text_seconds};

    #[test]
    fn pictures_take_twelve_seconds_down_to_three() {
        for (images, seconds) in [(0, 0.0), (1, 12.0), (2, 23.0), (9, 72.0), (10, 75.0), (12, 81.0)] {
            assert!((image_seconds(images) - seconds).abs() < 1e-9, "{images} pictures");
        }
    }

    #[test]
    fn the_worked_example() {
        // German, 455 words, one picture: 2.14 minutes.
        let amount = crate::text::words::count(&"Wort ".repeat(455));
        let seconds = text_seconds(amount, &rates("de", None)) + image_seconds(1);
        assert!((seconds / 60.0 - 2.136).abs() < 0.001, "{seconds}");
        assert_eq!(minutes(seconds), 2);
        assert_eq!(minutes(0.0), 1);
    }
}
