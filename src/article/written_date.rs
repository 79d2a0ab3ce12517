//! Dates as people write them: "17. Juni 2024", "June 17, 2024", "2024年6月17日", "17/06/2567".

use crate::text::digits::digits;
use crate::text::fold::lower;
use crate::text::script::is_invisible;

use super::months;

/// A day of the Gregorian calendar, with the time in hours and minutes where it stands behind.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Written {
    year: u32,
    month: u32,
    day: u32,
    time: Option<(u32, u32)>,
}

impl Written {
    /// ISO 8601.
    pub(super) fn iso(self) -> String {
        let mut iso = String::new();
        let mut part = |number: u32, width: usize, separator: &str| {
            let digits = digits(number);
            iso.push_str(separator);
            iso.push_str(&"000"[..width.saturating_sub(digits.len())]);
            iso.push_str(&digits);
        };
        part(self.year, 4, "");
        part(self.month, 2, "-");
        part(self.day, 2, "-");
        if let Some((hour, minute)) = self.time {
            part(hour, 2, "T");
            part(minute, 2, ":");
        }
        iso
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    /// Its value and how many digits it has.
    Number(u32, u32),
    Month(u32),
    /// Up to four letters, such as "de" or "th".
    Filler,
    Word,
}

#[derive(Clone, Copy, Debug)]
struct Token {
    kind: Kind,
    start: usize,
    end: usize,
}

/// Longer texts are looked at up to here, in bytes.
const LONGEST: usize = 400;

/// The first date of a text, with the byte at which it begins. `month_first` says how to read
/// "06/07/2024": the United States put the month first.
pub(super) fn find(text: &str, month_first: bool) -> Option<(usize, Written)> {
    // Most lines have no number, and to look for months takes long.
    if !text.chars().any(|letter| digit(letter).is_some()) {
        return None;
    }
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|place| {
        let rest = &tokens[place..];
        let (found, used) = spelled(rest).or_else(|| numeric(text, rest, month_first))?;
        Some((rest[0].start, Written { time: time(text, &rest[used..]), ..found }))
    })
}

/// A date in an address's path: any form with a year, and eight digits in a row.
pub(super) fn in_address(path: &str) -> Option<Written> {
    let compact = || {
        tokens(path).iter().find_map(|token| match token.kind {
            Kind::Number(number, 8) => day(number / 10_000, number / 100 % 100, number % 100),
            _ => None,
        })
    };
    find(path, false).map(|(_, found)| Written { time: None, ..found }).or_else(compact)
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut letters = text.char_indices().take_while(|(place, _)| *place < LONGEST).peekable();
    while let Some((start, letter)) = letters.next() {
        let mut end = start + letter.len_utf8();
        if let Some(first) = digit(letter) {
            let (mut value, mut count) = (first, 1);
            while let Some((_, next)) = letters.next_if(|(_, next)| digit(*next).is_some()) {
                value = value.saturating_mul(10).saturating_add(digit(next).unwrap_or(0));
                count += 1;
                end += next.len_utf8();
            }
            // Vietnamese numbers its months: "tháng 6".
            let month = tokens.pop_if(|last| lowered(&text[last.start..last.end]) == "tháng");
            let kind = if month.is_some() && value <= 12 { Kind::Month(value) } else { Kind::Number(value, count) };
            tokens.push(Token { kind, start, end });
        } else if is_letter(letter) {
            let is_thai = |letter: char| ('\u{e01}'..='\u{e4e}').contains(&letter);
            let mut count = 1;
            // "มิ.ย.": Thai shortens with points in the middle.
            while let Some((_, next)) =
                letters.next_if(|(_, next)| is_letter(*next) || (*next == '.' && is_thai(letter)))
            {
                count += 1;
                end += next.len_utf8();
            }
            tokens.push(Token { kind: if count <= 4 { Kind::Filler } else { Kind::Word }, start, end });
        }
    }
    // Only a word near a number can be a month's, and to look it up takes long.
    for place in 0..tokens.len() {
        let is_number = |token: &Token| matches!(token.kind, Kind::Number(..));
        let near = place.saturating_sub(2)..(place + 3).min(tokens.len());
        let Token { kind, start, end } = tokens[place];
        if matches!(kind, Kind::Filler | Kind::Word)
            && tokens[near].iter().any(is_number)
            && let Some(month) = months::named(&lowered(&text[start..end]))
        {
            tokens[place].kind = Kind::Month(month);
        }
    }
    tokens
}

fn lowered(word: &str) -> String {
    word.chars().filter(|letter| !is_invisible(*letter)).map(lower).collect()
}

/// Letters and their marks. The standard library calls some vowel signs no letters.
fn is_letter(letter: char) -> bool {
    letter.is_alphabetic() || (0x300..0x1100).contains(&(letter as u32)) && digit(letter).is_none() && letter != '،'
}

/// The value of a digit of the scripts that write dates with their own.
pub(super) fn digit(letter: char) -> Option<u32> {
    const ZEROS: [u32; 9] = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x1040, 0x17e0, 0xff10];
    ZEROS.iter().map(|zero| (letter as u32).wrapping_sub(*zero)).find(|value| *value < 10)
}

/// Day, month and year with the month as a word, in the three orders there are.
fn spelled(tokens: &[Token]) -> Option<(Written, usize)> {
    let mut parts = [(Kind::Word, 0); 3];
    let mut found = 0;
    let mut fillers = 0;
    for (place, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Filler if found > 0 && fillers < 1 => fillers += 1,
            Kind::Number(..) | Kind::Month(_) => {
                parts[found] = (token.kind, place);
                found += 1;
                fillers = 0;
            }
            _ => return None,
        }
        if found == 3 {
            break;
        }
    }
    if found < 3 {
        return None;
    }
    let ([Kind::Number(day_of_month, _), Kind::Month(month), Kind::Number(year, 4)]
    | [Kind::Month(month), Kind::Number(day_of_month, _), Kind::Number(year, 4)]
    | [Kind::Number(year, 4), Kind::Month(month), Kind::Number(day_of_month, _)]) =
        [parts[0].0, parts[1].0, parts[2].0]
    else {
        return None;
    };
    let date = if month > 12 { iranian(year, month - 12, day_of_month) } else { day(year, month, day_of_month) };
    Some((date?, parts[2].1 + 1))
}

/// Three numbers with points, slashes or hyphens between them, or `年` and `月`.
fn numeric(text: &str, tokens: &[Token], month_first: bool) -> Option<(Written, usize)> {
    let number = |place: usize| match tokens.get(place)?.kind {
        Kind::Number(value, digits) => Some((value, digits, tokens[place])),
        _ => None,
    };
    // A year or a month that its own word follows.
    let worded = |place: usize| {
        tokens.get(place).is_some_and(|token| matches!(&text[token.start..token.end], "年" | "月" | "년" | "월"))
    };
    let step = if worded(1) && worded(3) { 2 } else { 1 };
    let (first, second, third) = (number(0)?, number(step)?, number(2 * step)?);
    let between = |one: Token, other: Token| text[one.end..other.start].trim();
    let separators = (between(first.2, second.2), between(second.2, third.2));
    let is_separated = |separator: &str| matches!(separator, "." | "/" | "-");
    if step == 1 && !(is_separated(separators.0) && is_separated(separators.1)) {
        return None;
    }
    let (year, month, day_of_month) = match (first.1, second.1, third.1) {
        (4, 1..=2, 1..=2) => (first.0, second.0, third.0),
        // "28.01. - 05.02. 10% off" has no year.
        (1..=2, 1..=2, 4) | (2, 2, 2)
            if separators.0 == separators.1 && (third.1 == 4 || second.2.end + 1 == third.2.start) =>
        {
            let year = if third.1 == 2 { 2000 + third.0 } else { third.0 };
            let swapped = separators.0 == "/" && (month_first && first.0 <= 12 || second.0 > 12);
            if swapped { (year, first.0, second.0) } else { (year, second.0, first.0) }
        }
        _ => return None,
    };
    Some((day(year, month, day_of_month)?, 2 * step + 1))
}

/// A time of day directly behind a date: "um 14:34", "01:52 PM".
fn time(text: &str, tokens: &[Token]) -> Option<(u32, u32)> {
    let skipped = tokens.iter().take(2).take_while(|token| token.kind == Kind::Filler).count();
    let [
        Token { kind: Kind::Number(hour, 1..=2), end, .. },
        Token { kind: Kind::Number(minute, 2), start, end: last },
        ..,
    ] = tokens.get(skipped..)?
    else {
        return None;
    };
    let is_afternoon = text[*last..].trim_start().get(..2).is_some_and(|half| half.eq_ignore_ascii_case("pm"));
    let hour = if is_afternoon && *hour < 12 { hour + 12 } else { *hour };
    (&text[*end..*start] == ":" && hour < 24 && *minute < 60).then_some((hour, *minute))
}

/// A day that an article can be of; years of the Thai and the Iranian calendar are told by their size.
fn day(year: u32, month: u32, day: u32) -> Option<Written> {
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    match year {
        1970..=2099 => Some(Written { year, month, day, time: None }),
        2500..=2642 => Some(Written { year: year - 543, month, day, time: None }),
        1350..=1420 => iranian(year, month, day),
        _ => None,
    }
}

/// From the Iranian calendar, by its cycle of 33 years: right from 1978 to 2088.
fn iranian(year: u32, month: u32, day: u32) -> Option<Written> {
    if !(1350..=1420).contains(&year) || !(1..=31).contains(&day) {
        return None;
    }
    // Days since 1 March of the year 0, as the Gregorian calendar counts leap years best from there.
    let years = year + 1595;
    let months = if month < 7 { (month - 1) * 31 } else { (month - 7) * 30 + 186 };
    let days = 365 * years + years / 33 * 8 + (years % 33).div_ceil(4) + months + day - 355_728;
    let century_day = days % 146_097;
    let year_of_era = (century_day - century_day / 1460 + century_day / 36_524 - century_day / 146_096) / 365;
    let day_of_year = century_day - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    Some(Written {
        year: days / 146_097 * 400 + year_of_era + u32::from(month <= 2),
        month,
        day: day_of_year - (153 * month_from_march + 2) / 5 + 1,
        time: None,
    })
}

#[cfg(test)]
mod tests {
    use super::{find, in_address};

    #[test]
    fn dates_as_people_write_them() {
        for (text, iso) in [
            ("17. Juni 2024", "2024-06-17"),
            ("Montag, 17. Juni 2024, 14:34 Uhr", "2024-06-17T14:34"),
            ("Veröffentlicht am 17.06.2024 um 9:05 Uhr", "2024-06-17T09:05"),
            ("June 17, 2024", "2024-06-17"),
            ("Published On May 10, 2022 01:52 PM", "2022-05-10T13:52"),
            ("December 29th 2019", "2019-12-29"),
            ("10:00am, 20 Jan, 2020", "2020-01-20"),
            ("le 1er février 2020", "2020-02-01"),
            ("17 de junio de 2024", "2024-06-17"),
            ("3/5/2022 22:41", "2022-05-03T22:41"),
            ("13/05/2022", "2022-05-13"),
            ("05/13/2022", "2022-05-13"),
            ("28.09.19", "2019-09-28"),
            ("5. 11. 2021", "2021-11-05"),
            ("2024年6月17日", "2024-06-17"),
            ("2024년 6월 17일", "2024-06-17"),
            ("2020-02-14 10:47", "2020-02-14T10:47"),
            ("2024. június 17.", "2024-06-17"),
            ("2024 m. birželio 17 d.", "2024-06-17"),
            ("17 czerwca 2024", "2024-06-17"),
            ("17 июня 2024 года", "2024-06-17"),
            ("١٧ يونيو ٢٠٢٤", "2024-06-17"),
            ("۲۸ خرداد ۱۴۰۳", "2024-06-17"),
            ("۱۴۰۳/۰۳/۲۸", "2024-06-17"),
            ("۱ فروردین ۱۴۰۰", "2021-03-21"),
            ("۳۰ اسفند ۱۳۹۹", "2021-03-20"),
            ("۱۱ دی ۱۴۰۲", "2024-01-01"),
            ("17 มิถุนายน 2567", "2024-06-17"),
            ("17 มิ.ย. 2567", "2024-06-17"),
            ("১৭ জুন ২০২৪", "2024-06-17"),
            ("17 tháng 6, 2024", "2024-06-17"),
            ("17/06/2567", "2024-06-17"),
        ] {
            let found = find(text, false).map(|(_, found)| found.iso());
            assert_eq!(found.as_deref(), Some(iso), "{text}");
        }
        assert_eq!(find("5/13/2022", true).map(|(_, found)| found.iso()).as_deref(), Some("2022-05-13"));
        assert_eq!(find("5/3/2022", true).map(|(_, found)| found.iso()).as_deref(), Some("2022-05-03"));
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "",
            "im Juni 2024",
            "17 Uhr 2024",
            "1.2.3",
            "99.99.2024",
            "2024",
            "Version 10.15.7",
            "32 Januar 2020",
            "05.02. 10 % sparen",
        ] {
            assert_eq!(find(text, false), None, "{text}");
        }
    }

    #[test]
    fn dates_of_addresses() {
        for (path, iso) in [
            ("/2024/06/17/titel", Some("2024-06-17")),
            ("/2024-06-17-titel.html", Some("2024-06-17")),
            ("/detail/20200102/1000200033136171.html", Some("2020-01-02")),
            ("/newsroom/23-01-2022-titel/17-378.html", Some("2022-01-23")),
            ("/bericht_vom_22.04.2020_titel", Some("2020-04-22")),
            ("/web/20120611024252/titel", None),
            ("/2024/06/titel", None),
            ("/artikel/99999999", None),
        ] {
            assert_eq!(in_address(path).map(super::Written::iso).as_deref(), iso, "{path}");
        }
    }
}
