//! Which time zone a person means: `asia / seoul`, `KST (UTC+9)`, `Seoul, Korea`.

use super::words;
use crate::program::title::normal;
use jiff::Timestamp;
use jiff::tz::TimeZoneDatabase;
use std::cmp::Reverse;

/// No name of a zone is longer, with a country and an offset beside it.
const MAX_LENGTH: usize = 100;

/// Where IANA's names of cities begin. Others, such as `Etc/GMT+9`, `US/Eastern` and `Brazil/East`, are not named after a city.
const CONTINENTS: [&str; 9] =
    ["Africa/", "America/", "Antarctica/", "Arctic/", "Asia/", "Atlantic/", "Europe/", "Indian/", "Pacific/"];

/// Australia's cities; its other names are those of states and points of the compass.
const AUSTRALIA: [&str; 8] = [
    "Australia/Adelaide",
    "Australia/Brisbane",
    "Australia/Canberra",
    "Australia/Darwin",
    "Australia/Hobart",
    "Australia/Melbourne",
    "Australia/Perth",
    "Australia/Sydney",
];

/// Returns the names (IANA's, or offsets such as `+09:00`) of the zones that the text may mean: one if it is clear, several if
/// it is ambiguous or contradicts itself, none if it is unknown.
pub(super) fn choices(text: &str) -> Vec<String> {
    let text = uniform(text);
    if text.is_empty() || text.len() > MAX_LENGTH {
        return Vec::new();
    }
    match whole(&text) {
        zones if zones.is_empty() => combined(parts(&text).iter().map(|part| whole(part)).collect()),
        zones => zones,
    }
}

/// Returns the zones that some part of the text may mean, for a hint about an unknown text.
pub(super) fn of_parts(text: &str) -> Vec<String> {
    let text = uniform(text);
    if text.len() > MAX_LENGTH {
        return Vec::new();
    }
    // "9" and "UTC9" are nine hours, but in which direction?
    let digits = text.trim_start_matches(|letter: char| letter.is_ascii_alphabetic() || letter == ' ');
    let unsigned = ['+', '-'].map(|sign| words::offset(&format!("{sign}{digits}")).map(words::offset_name));
    let mut zones: Vec<String> = unsigned.into_iter().flatten().collect();
    zones.extend(parts(&text).iter().flat_map(|part| whole(part)));
    zones.dedup();
    zones
}

/// Returns the text with plain signs and without surplus blanks.
fn uniform(text: &str) -> String {
    let plain = |letter: char| match letter {
        '＋' => '+',
        '−' | '–' | '—' | '－' | '‐' | '‑' => '-',
        '：' => ':',
        '\\' | '／' => '/',
        letter if letter.is_whitespace() => ' ',
        letter => letter,
    };
    let text: String = text.chars().take(MAX_LENGTH + 1).map(plain).collect();
    let text = text.split('/').map(str::trim).collect::<Vec<_>>().join("/");
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Returns the zones that a text without additions may mean.
fn whole(text: &str) -> Vec<String> {
    if let Some(offset) = words::offset(text) {
        return vec![words::offset_name(offset)];
    }
    match words::zones(text) {
        [] => iana(text).map_or_else(|| cities(text), |name| vec![name]),
        zones => zones.iter().map(|zone| (*zone).to_owned()).collect(),
    }
}

fn iana(text: &str) -> Option<String> {
    let text = text.replace(' ', "_");
    let zone = TimeZoneDatabase::bundled().get(&text).ok()?;
    Some(zone.iana_name().map_or(text, str::to_owned))
}

/// Returns the zone that is named after this city, or several of them if their clocks differ.
fn cities(text: &str) -> Vec<String> {
    let wanted = normal(text);
    let is_city = |name: &str| CONTINENTS.iter().any(|continent| name.starts_with(continent)) || AUSTRALIA.contains(&name);
    let named = |name: &str| normal(name.rsplit('/').next().unwrap_or(name)) == wanted;
    let database = TimeZoneDatabase::bundled();
    let found = database.available().map(|name| name.as_str().to_owned());
    let mut found: Vec<String> = found.filter(|name| is_city(name) && named(name)).collect();
    found.sort_by_key(|name| Reverse(name.len()));
    let mut different: Vec<String> = Vec::new();
    for name in found {
        if !different.iter().any(|other| agree(other, &name)) {
            different.push(name);
        }
    }
    different
}

/// Splits "KST (UTC+9)", "Seoul, Korea", "KST+9" and "UTC+9 KST" into what can be read by itself.
fn parts(text: &str) -> Vec<String> {
    let parts = text.split(['(', ')', '[', ']', '（', '）', ',', '，', ';', '=']);
    let parts = parts.map(str::trim).filter(|part| !part.is_empty());
    parts.flat_map(|part| if whole(part).is_empty() { smaller_parts(part) } else { vec![part.to_owned()] }).collect()
}

fn smaller_parts(part: &str) -> Vec<String> {
    let sign = part.char_indices().find(|(at, letter)| matches!(letter, '+' | '-') && words::offset(&part[*at..]).is_some());
    let (name, offset) = sign.map_or((part, ""), |(at, _)| part.split_at(at));
    if !offset.is_empty() {
        // The letters before the sign belong to the offset in "KST UTC+9", and are a zone in "KST+9".
        let is_prefix = |word: &str| ["utc", "gmt"].contains(&word.to_lowercase().as_str());
        let name = name.trim();
        let name = name.rsplit_once(' ').filter(|(_, last)| is_prefix(last)).map_or(name, |(name, _)| name);
        return vec![name.to_owned(), offset.to_owned()];
    }
    part.split(' ').map(str::to_owned).collect()
}

/// Returns the zones that fit all parts; if there is none, all of them, since any part may be the mistake.
fn combined(mut parts: Vec<Vec<String>>) -> Vec<String> {
    if parts.iter().any(Vec::is_empty) {
        return Vec::new();
    }
    // A name says more than an offset, which follows from it.
    parts.sort_by_key(|zones| zones.iter().all(|zone| words::offset(zone).is_some()));
    let Some((first, others)) = parts.split_first() else { return Vec::new() };
    let fits = |zone: &&String| others.iter().all(|part| part.iter().any(|other| agree(zone, other)));
    let mut zones: Vec<String> = first.iter().filter(fits).cloned().collect();
    if zones.iter().any(|zone| words::offset(zone).is_none()) {
        zones.retain(|zone| words::offset(zone).is_none());
    }
    if zones.is_empty() {
        zones = parts.concat();
    }
    let mut once: Vec<String> = Vec::new();
    zones.into_iter().for_each(|zone| {
        if !once.contains(&zone) {
            once.push(zone);
        }
    });
    once
}

/// Whether two zones have the same time; an offset is that of winter or of summer.
fn agree(one: &str, other: &str) -> bool {
    let (ones, others) = (offsets(one), offsets(other));
    match (words::offset(one), words::offset(other)) {
        (Some(offset), _) => others.contains(&Some(offset)),
        (_, Some(offset)) => ones.contains(&Some(offset)),
        _ => ones == others,
    }
}

/// Returns the offsets in January and July 2026.
fn offsets(zone: &str) -> [Option<i32>; 2] {
    [1_767_225_600, 1_782_864_000].map(|second| {
        let rules = TimeZoneDatabase::bundled().get(zone).ok();
        let offset = rules.and_then(|rules| Some(rules.to_offset(Timestamp::from_second(second).ok()?).seconds()));
        offset.or_else(|| words::offset(zone))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_leads_to_a_zone() {
        for (text, zone) in [
            ("KST", "Asia/Seoul"),
            ("kst", "Asia/Seoul"),
            ("Korea", "Asia/Seoul"),
            ("South Korea", "Asia/Seoul"),
            ("한국", "Asia/Seoul"),
            ("대한민국 표준시", "Asia/Seoul"),
            ("서울", "Asia/Seoul"),
            ("Seoul", "Asia/Seoul"),
            ("SEOUL", "Asia/Seoul"),
            ("Asia / Seoul", "Asia/Seoul"),
            ("asia/seoul", "Asia/Seoul"),
            ("Asia\\Seoul", "Asia/Seoul"),
            ("KST (UTC+9)", "Asia/Seoul"),
            ("Asia/Seoul (GMT+09:00)", "Asia/Seoul"),
            ("(GMT+09:00) 서울", "Asia/Seoul"),
            ("UTC+9 KST", "Asia/Seoul"),
            ("KST UTC+9", "Asia/Seoul"),
            ("KST+9", "Asia/Seoul"),
            ("Seoul, South Korea", "Asia/Seoul"),
            ("Korea Standard Time", "Asia/Seoul"),
            ("한국시간", "Asia/Seoul"),
            ("GMT+9", "+09:00"),
            ("GMT＋9", "+09:00"),
            ("UTC+09:00", "+09:00"),
            ("UTC−5", "-05:00"),
            ("+9", "+09:00"),
            ("UTC+0", "+00:00"),
            ("JST", "Asia/Tokyo"),
            ("Japan", "Asia/Tokyo"),
            ("Tokyo", "Asia/Tokyo"),
            ("일본", "Asia/Tokyo"),
            ("도쿄", "Asia/Tokyo"),
            ("CEST", "CET"),
            ("CET (Berlin)", "CET"),
            ("EUROPE/berlin", "Europe/Berlin"),
            ("Berlin, Germany", "Europe/Berlin"),
            ("America/New York", "America/New_York"),
            ("New York", "America/New_York"),
            ("Melbourne", "Australia/Melbourne"),
            ("Indianapolis", "America/Indiana/Indianapolis"),
            ("IST (UTC+5:30)", "Asia/Kolkata"),
            ("CST, America/Chicago", "America/Chicago"),
            ("EST (UTC-5)", "America/New_York"),
            ("EST (New York)", "America/New_York"),
            ("Etc/GMT+9", "Etc/GMT+9"),
            ("UTC", "UTC"),
            ("GMT", "GMT"),
        ] {
            assert_eq!(choices(text), [zone], "{text}");
        }
    }

    #[test]
    fn ambiguous_and_contradicting_texts_have_several_choices() {
        let check = |text: &str, expected: &[&str]| assert_eq!(choices(text), expected, "{text}");
        check("IST", &["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"]);
        check("CST", &["America/Chicago", "Asia/Shanghai", "America/Havana", "-06:00"]);
        check("EST", &["America/New_York", "Australia/Sydney", "-05:00"]);
        check("BST", &["Europe/London", "Asia/Dhaka"]);
        check("미국", &["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"]);
        // POSIX writes the offset of Seoul like this.
        check("KST-9", &["Asia/Seoul", "-09:00"]);
        check("Seoul (UTC+8)", &["Asia/Seoul", "+08:00"]);
        check("Seoul, Tokyo, Berlin", &["Asia/Seoul", "Asia/Tokyo", "Europe/Berlin"]);
    }

    #[test]
    fn other_texts_mean_nothing() {
        for text in [
            "",
            " ",
            "9",
            "UTC9",
            "GMT+25",
            "Mars",
            "Seoul, Mars",
            "East",
            "South",
            "()",
            ",",
            "local",
            "가나다",
            "Seoul/Korea/Asia",
        ] {
            assert!(choices(text).is_empty(), "{text}: {:?}", choices(text));
        }
        assert!(choices(&"x ".repeat(100_000)).is_empty() && of_parts(&"(".repeat(100_000)).is_empty());
        assert_eq!(of_parts("9"), ["+09:00", "-09:00"]);
        assert_eq!(of_parts("UTC9"), ["+09:00", "-09:00"]);
        assert_eq!(of_parts("Seoul, Mars"), ["Asia/Seoul"]);
    }
}
