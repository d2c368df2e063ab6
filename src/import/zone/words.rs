//! What people call time zones in daily life: abbreviations, countries, cities and offsets.

use crate::program::title::normal;

/// The words in lower case without blanks and signs, with the zones that they may mean. A word with several is ambiguous.
///
/// `EST`, `MST` and the like are also IANA names of fixed offsets. Whoever writes them mostly means the clock of a city, which
/// differs from that in summer.
const WORDS: &[(&[&str], &[&str])] = &[
    (&["kst", "korea", "southkorea", "republicofkorea", "kr", "rok", "korean", "한국", "대한민국"], &["Asia/Seoul"]),
    (&["서울", "서울특별시", "부산", "대구", "인천", "광주", "대전", "울산", "세종", "수원", "판교", "제주"], &["Asia/Seoul"]),
    (&["busan", "daegu", "incheon", "gwangju", "daejeon", "suwon", "pangyo", "jeju"], &["Asia/Seoul"]),
    (&["jst", "japan", "jp", "japanese", "osaka", "kyoto", "일본", "도쿄", "동경", "오사카", "日本", "東京"], &["Asia/Tokyo"]),
    (&["china", "prc", "cn", "beijing", "shenzhen", "중국", "베이징", "북경", "상하이", "상해"], &["Asia/Shanghai"]),
    (&["taiwan", "tw", "대만", "타이완", "타이베이", "台灣", "台北"], &["Asia/Taipei"]),
    (&["hkt", "hongkong", "hk", "홍콩", "香港"], &["Asia/Hong_Kong"]),
    (&["sgt", "singapore", "sg", "싱가포르"], &["Asia/Singapore"]),
    (&["pht", "philippines", "필리핀", "마닐라"], &["Asia/Manila"]),
    (&["ict", "thailand", "태국", "방콕"], &["Asia/Bangkok"]),
    (&["vietnam", "hanoi", "베트남", "하노이", "호찌민", "호치민"], &["Asia/Ho_Chi_Minh"]),
    (&["wib", "자카르타"], &["Asia/Jakarta"]),
    (&["indonesia", "인도네시아"], &["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]),
    (&["myt", "malaysia", "말레이시아", "쿠알라룸푸르"], &["Asia/Kuala_Lumpur"]),
    (&["india", "mumbai", "delhi", "newdelhi", "bangalore", "bengaluru", "인도", "뭄바이", "델리"], &["Asia/Kolkata"]),
    (&["ist"], &["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"]),
    (&["pkt", "pakistan", "파키스탄"], &["Asia/Karachi"]),
    (&["npt", "nepal", "네팔"], &["Asia/Kathmandu"]),
    (&["gst"], &["Asia/Dubai", "Atlantic/South_Georgia"]),
    (&["uae", "두바이"], &["Asia/Dubai"]),
    (&["israel", "telaviv", "이스라엘"], &["Asia/Jerusalem"]),
    (&["trt", "turkey", "türkiye", "istanbul", "튀르키예", "터키", "이스탄불"], &["Europe/Istanbul"]),
    (&["msk", "모스크바"], &["Europe/Moscow"]),
    (&["cest", "mez", "mesz"], &["CET"]),
    (&["eest"], &["EET"]),
    (&["west"], &["WET"]),
    (&["germany", "deutschland", "munich", "münchen", "hamburg", "frankfurt", "cologne", "köln"], &["Europe/Berlin"]),
    (&["독일", "베를린", "뮌헨", "프랑크푸르트"], &["Europe/Berlin"]),
    (&["france", "프랑스", "파리"], &["Europe/Paris"]),
    (&["austria", "österreich", "wien", "오스트리아", "빈"], &["Europe/Vienna"]),
    (&["switzerland", "schweiz", "zürich", "스위스", "취리히"], &["Europe/Zurich"]),
    (&["netherlands", "네덜란드", "암스테르담"], &["Europe/Amsterdam"]),
    (&["belgium", "벨기에", "브뤼셀"], &["Europe/Brussels"]),
    (&["italy", "milan", "milano", "florence", "이탈리아", "로마"], &["Europe/Rome"]),
    (&["spain", "barcelona", "스페인", "마드리드", "바르셀로나"], &["Europe/Madrid"]),
    (&["czechia", "praha", "체코", "프라하"], &["Europe/Prague"]),
    (&["poland", "warszawa", "krakow", "kraków", "폴란드", "바르샤바"], &["Europe/Warsaw"]),
    (&["sweden", "스웨덴", "스톡홀름"], &["Europe/Stockholm"]),
    (&["denmark", "덴마크", "코펜하겐"], &["Europe/Copenhagen"]),
    (&["finland", "핀란드", "헬싱키"], &["Europe/Helsinki"]),
    (&["portugal"], &["Europe/Lisbon"]),
    (&["uk", "unitedkingdom", "greatbritain", "britain", "england", "영국", "런던"], &["Europe/London"]),
    (&["ireland", "아일랜드", "더블린"], &["Europe/Dublin"]),
    (&["bst"], &["Europe/London", "Asia/Dhaka"]),
    (&["et", "edt", "easterntime", "newyork", "boston", "뉴욕", "보스턴"], &["America/New_York"]),
    (&["est"], &["America/New_York", "Australia/Sydney", "-05:00"]),
    (&["ct", "centraltime", "시카고"], &["America/Chicago"]),
    (&["cst"], &["America/Chicago", "Asia/Shanghai", "America/Havana", "-06:00"]),
    (&["cdt"], &["America/Chicago", "America/Havana"]),
    (&["mt", "mdt", "mountaintime"], &["America/Denver"]),
    (&["mst"], &["America/Denver", "America/Phoenix", "Asia/Kuala_Lumpur"]),
    (&["pt", "pdt", "pacifictime", "sanfrancisco", "seattle", "로스앤젤레스", "샌프란시스코"], &["America/Los_Angeles"]),
    (&["pst"], &["America/Los_Angeles", "Asia/Manila"]),
    (&["akst", "akdt", "alaska"], &["America/Anchorage"]),
    (&["hst", "hawaii", "하와이"], &["Pacific/Honolulu"]),
    (&["ast"], &["America/Halifax", "America/Puerto_Rico", "Asia/Riyadh"]),
    (
        &["us", "usa", "unitedstates", "america", "미국"],
        &["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"],
    ),
    (&["canada", "캐나다"], &["America/Toronto", "America/Winnipeg", "America/Edmonton", "America/Vancouver"]),
    (&["mexico", "멕시코"], &["America/Mexico_City", "America/Tijuana", "America/Cancun"]),
    (&["brazil", "brasil", "브라질"], &["America/Sao_Paulo", "America/Manaus"]),
    (&["brt", "brasilia", "brasília", "sãopaulo", "상파울루"], &["America/Sao_Paulo"]),
    (&["art", "argentina", "아르헨티나"], &["America/Argentina/Buenos_Aires"]),
    (&["russia", "러시아"], &["Europe/Moscow", "Asia/Yekaterinburg", "Asia/Vladivostok"]),
    (&["australia", "호주"], &["Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide", "Australia/Perth"]),
    (&["aest"], &["Australia/Sydney", "Australia/Brisbane"]),
    (&["aedt", "시드니"], &["Australia/Sydney"]),
    (&["acst"], &["Australia/Adelaide", "Australia/Darwin"]),
    (&["awst"], &["Australia/Perth"]),
    (&["nzst", "nzdt", "nz", "newzealand", "뉴질랜드"], &["Pacific/Auckland"]),
    (&["sst"], &["Asia/Singapore", "Pacific/Pago_Pago"]),
    (&["wast", "wat"], &["Africa/Lagos"]),
    (&["eat", "kenya", "케냐"], &["Africa/Nairobi"]),
    (&["토론토", "몬트리올"], &["America/Toronto"]),
    (&["밴쿠버"], &["America/Vancouver"]),
    (&["오슬로", "노르웨이"], &["Europe/Oslo"]),
    (&["리스본", "포르투갈"], &["Europe/Lisbon"]),
    (&["부다페스트", "헝가리"], &["Europe/Budapest"]),
    (&["아테네", "그리스"], &["Europe/Athens"]),
    (&["멜버른"], &["Australia/Melbourne"]),
    (&["오클랜드"], &["Pacific/Auckland"]),
    (&["부에노스아이레스"], &["America/Argentina/Buenos_Aires"]),
    (&["카이로", "이집트"], &["Africa/Cairo"]),
    (&["나이로비"], &["Africa/Nairobi"]),
    (&["예루살렘", "텔아비브"], &["Asia/Jerusalem"]),
    (&["교토", "후쿠오카", "삿포로", "나고야"], &["Asia/Tokyo"]),
    (&["시애틀"], &["America/Los_Angeles"]),
    (&["워싱턴"], &["America/New_York"]),
    (&["sast", "southafrica", "남아프리카공화국"], &["Africa/Johannesburg"]),
];

/// What stands behind the name of a place: "Korea Standard Time", "한국 시간".
const SUFFIXES: [&str; 5] = ["standardtime", "time", "표준시", "시간", "시각"];

/// Returns the zones that the word may mean.
pub(super) fn zones(word: &str) -> &'static [&'static str] {
    let word = normal(word);
    let shorter = SUFFIXES.iter().filter_map(|suffix| word.strip_suffix(suffix));
    let mut candidates = std::iter::once(word.as_str()).chain(shorter);
    candidates.find_map(|word| all().find(|(known, _)| *known == word)).map_or(&[], |(_, zones)| zones)
}

/// Returns every word with the zones that it may mean.
pub(super) fn all() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    WORDS.iter().flat_map(|(words, zones)| words.iter().map(|word| (*word, *zones)))
}

/// Reads `+9`, `UTC+9`, `GMT +09:00` and `UTC-0330` as seconds ahead of UTC.
///
/// `Etc/GMT+9` is not one of them: it is nine hours behind, since POSIX counts the other way.
pub(super) fn offset(text: &str) -> Option<i32> {
    let text = text.to_lowercase();
    let text = ["utc", "gmt"].iter().find_map(|prefix| text.strip_prefix(prefix)).unwrap_or(&text).trim_start();
    let sign = match text.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let digits = text[1..].trim_start();
    let (hours, minutes) = match digits.split_once(':') {
        Some((hours, minutes)) if minutes.len() == 2 => (hours, minutes),
        Some(_) => return None,
        None if digits.len() == 4 => digits.split_at_checked(2)?,
        None => (digits, "0"),
    };
    let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<i32>().ok()).flatten();
    let (hours, minutes) = (number(hours).filter(|_| hours.len() <= 2)?, number(minutes).filter(|minutes| *minutes < 60)?);
    let seconds = sign * (hours * 3600 + minutes * 60);
    (-12 * 3600..=14 * 3600).contains(&seconds).then_some(seconds)
}

/// Returns an offset as it is written: `+09:00`.
pub(super) fn offset_name(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", seconds.abs() / 3600, seconds.abs() % 3600 / 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::tz::TimeZoneDatabase;

    #[test]
    fn every_word_stands_once_and_leads_to_known_zones() {
        let mut words: Vec<&str> = all().map(|(word, _)| word).collect();
        let count = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), count);
        for (word, zones) in all() {
            assert_eq!(normal(word), word);
            for zone in zones {
                assert!(offset(zone).is_some() || TimeZoneDatabase::bundled().get(zone).is_ok(), "{word}: {zone}");
            }
        }
    }

    #[test]
    fn offsets_are_read_with_their_sign() {
        for (text, minutes) in [
            ("+9", 540),
            ("+09:00", 540),
            ("+0900", 540),
            ("GMT+9", 540),
            ("gmt +9", 540),
            ("UTC+09:00", 540),
            ("UTC + 9", 540),
            ("UTC-5", -300),
            ("-03:30", -210),
            ("UTC+5:45", 345),
            ("GMT-0", 0),
            ("UTC+14", 840),
        ] {
            assert_eq!(offset(text), Some(minutes * 60), "{text}");
        }
        for wrong in [
            "",
            "9",
            "UTC",
            "UTC9",
            "Etc/GMT+9",
            "KST-9",
            "+",
            "+15",
            "-13",
            "+9:5",
            "+9:60",
            "+900",
            "+090",
            "++9",
            "+99999999999",
        ] {
            assert_eq!(offset(wrong), None, "{wrong}");
        }
    }
}
