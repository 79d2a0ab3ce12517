//! The beginnings of the months' names, enough of each to tell it from the others, in the languages
//! that the widget speaks and those that news are mostly written in. Written for this crate.

/// Twelve Gregorian months, then the twelve of the Iranian calendar. Lower case, between spaces.
const STEMS: [&str; 24] = [
    "jan jän jen ene ian gen yan ion ean sty led tammi jaan sau sij urt oca çil янв яну јан січ студз қаң ιαν \
     يناي ژانو جنو ינו जन জান ஜன జన ಜನ ජන ဇန် հունվ იან มกรา ม.ค",
    "feb fev fév heb pebr veebr lut úno helmi vas velj ots şub chwe feabh shk фев лют ақп φεβ فبر شبا فوری فروری \
     פבר फर फ़र ফেব பிப் ఫిబ ಫೆಬ පෙබ ဖေဖ փետ თებ กุมภา ก.พ",
    "mar mär már mrz maa maw mac bře brez kov ožu mach мар берез бер сак нау μαρ μάρ مارس آذا مارچ מרץ מרס मार মার மார் \
     మార్ ಮಾರ್ මාර් မတ် մար მარ มีนา มี.ค",
    "apr avr abr ápr ebr aib kwi dub huht bal trav nis pri апр кві крас сәу απρ أبر ابر نيس آور اپر אפר अप् এপ্র ஏப் ఏప్ \
     ಏಪ್ අප් ဧပြ ապր აპრ เมษา เม.ย",
    "may mai maj mei mag máj maí mayıs kvě touko geg svib bealt май мая мај трав мам μαϊ μάι μαΐ ماي أيا می مئی מאי मई মে மே \
     మే ಮೇ මැයි မေ մայ მაი พฤษภา พ.ค",
    "jun juin jún giu iun cze červn červen kesä birž lipanj lipnj haz iyun meh meith qer eka hun июн юни јун чер чэр маус \
     ιούν ιουν يوني حزي ژوئن جون יונ जून জুন ஜூன் జూన్ ಜೂನ್ ජුනි ဇွန် հունի ივნ มิถุ มิ.ย",
    "jul juil júl lug iul lip červenc heinä liep srpanj srpnj tem iyul gor iúil korr uzt hul июл юли јул лип ліп шіл ιούλ \
     ιουλ يولي تمو ژوئی جولا יול जुल জুল ஜூலை జూలై జులై ಜುಲೈ ජූලි ဇူလ հուլ ივლ กรกฎ ก.ค",
    "aug ago aoû aou srp sie elo rugp kolov ağu avq avg aws lún gush abu авг сер жні там αύγ αυγ أغس اغس اوت اگس אוג अग আগ \
     ஆக ఆగ ಆಗ අගෝ ဩဂ օգո აგვ สิงหา ส.ค",
    "sep set zář wrz syys rugs ruj eyl sent szept medi meán shta ira сен сеп вер қыр σεπ سبت أيل سپت ستم ספט सित সেপ செப் సెప \
     ಸೆಪ್ සැප් စက် սեպ სექ กันยา ก.ย",
    "oct okt out ott říj paź loka spa eki hyd deir tet urr окт жовт кас қаз οκτ أكت اکت אוק अक् অক அக் అక్ ಅಕ್ ඔක් \
     အောက် հոկ ოქტ ตุลา ต.ค",
    "nov noy lis marras lap studen kas tach samh nën aza ноя ное нов лист ліс қар νοέ νοε نوف نوا نوم נוב नव নভে நவ నవ ನವೆ \
     නොවැ နိုဝ նոյ ნოე พฤศจิ พ.ย",
    "dec dez déc dic des dek det gru pro joulu ara rhag nol dhj abe дек дец груд снеж жел δεκ ديس دسا دسم דצמ दिस ডিসে டிச \
     డిసె ಡಿಸೆ දෙසැ ဒီဇ դեկ დეკ ธันวา ธ.ค",
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
];

/// The month that a word in lower case names: 1 to 12, or 13 to 24 for the Iranian ones. Of two
/// beginnings that fit the longer one is meant: `červenec` is July, `červen` June.
pub(super) fn named(word: &str) -> Option<u32> {
    let word = word.as_bytes();
    let mut longest = 0;
    let mut found = None;
    for (number, stems) in STEMS.iter().enumerate() {
        let stems = stems.as_bytes();
        let mut start = 0;
        while start < stems.len() {
            let end = (start..stems.len()).find(|place| stems[*place] == b' ').unwrap_or(stems.len());
            if end - start > longest && word.starts_with(&stems[start..end]) {
                longest = end - start;
                found = Some(number as u32 + 1);
            }
            start = end + 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn months_of_many_languages() {
        for (month, names) in [
            (
                1,
                "januarary janvier enero gennaio janeiro stycznia ledna tammikuuta ocak января січня يناير มกราคม ม.ค. जनवरी",
            ),
            (2, "februar février febbraio fevereiro lutego února helmikuuta şubat февраля лютого فبراير فوریه กุมภาพันธ์"),
            (3, "märz march mars marzo março marca března maaliskuuta mart марта березня مارس มีนาคม"),
            (4, "april avril abril aprile kwietnia dubna huhtikuuta nisan апреля квітня أبريل เมษายน"),
            (5, "mai may mayo maggio maio maja května toukokuuta mayıs мая травня مايو พฤษภาคม"),
            (
                6,
                "juni june juin junio giugno junho czerwca června kesäkuuta haziran июня червня يونيو มิถุนายน มิ.ย. lipnja",
            ),
            (
                7,
                "juli july juillet julio luglio julho lipca července heinäkuuta temmuz июля липня يوليو กรกฎาคม srpnja",
            ),
            (8, "august août agosto sierpnia srpna elokuuta ağustos августа серпня أغسطس สิงหาคม"),
            (
                9,
                "september septembre septiembre settembre setembro września září syyskuuta eylül сентября вересня سبتمبر",
            ),
            (
                10,
                "oktober october octobre octubre ottobre outubro października října lokakuuta ekim октября жовтня أكتوبر",
            ),
            (11, "november novembre noviembre listopada marraskuuta kasım ноября листопада نوفمبر พฤศจิกายน"),
            (
                12,
                "dezember december décembre diciembre dicembre dezembro grudnia prosince joulukuuta aralık декабря ديسمبر",
            ),
            (13, "فروردین"),
            (22, "دی"),
        ] {
            for name in names.split(' ') {
                assert_eq!(named(name), Some(month), "{name}");
            }
        }
        assert_eq!(named("uhr"), None);
    }
}
