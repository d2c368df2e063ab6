//! Where a conference probably takes place whose file does not say in which time zone.
//!
//! Only ever a suggestion: names of places in what the file says of the conference, the country in its address, and the
//! language of its titles, the more telling ones first.

use super::{meaning, words};
use crate::program::Program;
use std::ops::RangeInclusive;

/// How many zones are suggested at most.
const MOST: usize = 3;

/// How many words of a text are looked at; looking for a city goes through all zones.
const MAX_WORDS: usize = 40;

/// Part of the letters in another script from which on titles are in that language: talks of Korean conferences have names in
/// Latin letters in them.
const ENOUGH: usize = 5;

/// Scripts, and where most conferences in them are.
const SCRIPTS: [(RangeInclusive<char>, &str); 5] = [
    ('가'..='힣', "Asia/Seoul"),
    ('ぁ'..='ヿ', "Asia/Tokyo"),
    ('ก'..='๛', "Asia/Bangkok"),
    ('א'..='ת', "Asia/Jerusalem"),
    ('α'..='ω', "Europe/Athens"),
];

/// Short words that are frequent in one language, and the zones in which it is spoken: first that of most of its conferences, then those
/// that are likelier for a person who is in them.
const LANGUAGES: [(&[&str], &[&str]); 5] = [
    (&["und", "für", "der", "die", "das", "mit", "wie"], &["Europe/Berlin", "Europe/Vienna", "Europe/Zurich"]),
    (
        &["les", "des", "pour", "avec", "une", "dans"],
        &[
            "Europe/Paris",
            "Europe/Brussels",
            "Europe/Zurich",
            "Europe/Luxembourg",
            "America/Toronto",
            "America/Montreal",
            "Africa/Dakar",
        ],
    ),
    (&["het", "een", "voor", "naar"], &["Europe/Amsterdam", "Europe/Brussels"]),
    (&["che", "della", "gli", "nel"], &["Europe/Rome", "Europe/Zurich"]),
    (&["jak", "dla", "się", "czy"], &["Europe/Warsaw"]),
];

/// Countries by the last part of a host's name, where one clock rules the country; besides the words that people use.
const HOSTS: [(&str, &str); 17] = [
    ("de", "Europe/Berlin"),
    ("fr", "Europe/Paris"),
    ("at", "Europe/Vienna"),
    ("ch", "Europe/Zurich"),
    ("nl", "Europe/Amsterdam"),
    ("be", "Europe/Brussels"),
    ("it", "Europe/Rome"),
    ("es", "Europe/Madrid"),
    ("cz", "Europe/Prague"),
    ("pl", "Europe/Warsaw"),
    ("se", "Europe/Stockholm"),
    ("no", "Europe/Oslo"),
    ("dk", "Europe/Copenhagen"),
    ("fi", "Europe/Helsinki"),
    ("gr", "Europe/Athens"),
    ("il", "Asia/Jerusalem"),
    ("in", "Asia/Kolkata"),
];

/// Returns the likely zones, the likeliest first. `address` is where the file comes from, `here` the zone that the person is in. It only
/// decides between places in which the file's language is spoken: most people open files of conferences elsewhere, too.
pub fn likely(program: &Program, address: Option<&str>, here: Option<&str>) -> Vec<String> {
    let stated = [program.venue.as_deref(), Some(&program.title), program.subtitle.as_deref()];
    let places = stated.into_iter().flatten().flat_map(places);
    let hosts = [program.url.as_deref(), address].into_iter().flatten().filter_map(of_host);
    let rooms = program.rooms.iter().flat_map(|room| places_of(&room.name));
    let language = of_titles(program, here);
    let mut zones: Vec<String> = Vec::new();
    for zone in places.chain(hosts).chain(language).chain(rooms) {
        if zones.len() < MOST && !zones.contains(&zone) {
            zones.push(zone);
        }
    }
    zones
}

fn places_of(text: &str) -> Vec<String> {
    places(text).collect()
}

/// The zones of the places that a text names, also by two words such as "New York".
fn places(text: &str) -> impl Iterator<Item = String> + use<> {
    let words: Vec<String> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let pairs: Vec<String> = words.windows(2).map(|pair| pair.join(" ")).collect();
    pairs.into_iter().chain(words).take(MAX_WORDS).filter_map(|word| place(&word))
}

/// The zone of a place with this name. Latin words need four letters, since shorter ones mostly mean something else ("art", "us").
fn place(word: &str) -> Option<String> {
    let is_hangul = word.chars().all(|letter| matches!(letter, '가'..='힣'));
    let known =
        if is_hangul { beginning(word) } else { (word.chars().count() >= 4 || !word.is_ascii()).then(|| meaning::choices(word)) };
    // Names such as `WET` are no places, and nobody meets at a research station.
    let is_place = |zone: &String| zone.contains('/') && !zone.starts_with("Antarctica/") && !zone.starts_with("Etc/");
    match known?.as_slice() {
        [zone] if is_place(zone) => Some(zone.clone()),
        _ => None,
    }
}

/// What a Korean word begins with, which has endings and names of buildings behind it: 부산에서, 서울대학교.
fn beginning(word: &str) -> Option<Vec<String>> {
    let letters: Vec<char> = word.chars().collect();
    let beginnings = (2..=letters.len()).rev().map(|length| letters[..length].iter().collect::<String>());
    beginnings.map(|beginning| meaning::choices(&beginning)).find(|zones| !zones.is_empty())
}

fn of_host(address: &str) -> Option<String> {
    let host = address.split_once("://")?.1.split(['/', '?', '#']).next()?.split(':').next()?;
    let country = host.rsplit('.').next()?.to_lowercase();
    let known = HOSTS.iter().find(|(name, _)| *name == country).map(|(_, zone)| (*zone).to_owned());
    // Two letters that are not both a country and a word for a zone, such as `.kr` and `.tw`.
    known.or_else(|| match words::zones(&country) {
        [zone] if country.len() == 2 && zone.contains('/') => Some((*zone).to_owned()),
        _ => None,
    })
}

fn of_titles(program: &Program, here: Option<&str>) -> Option<String> {
    let titles = || program.sessions.iter().map(|session| session.title.as_str());
    let letters = titles().flat_map(str::chars).filter(|letter| letter.is_alphabetic()).count();
    let written = |script: &RangeInclusive<char>| titles().flat_map(str::chars).filter(|letter| script.contains(letter)).count();
    let script = SCRIPTS.iter().find(|(script, _)| letters > 0 && written(script) * ENOUGH >= letters);
    script.map(|(_, zone)| (*zone).to_owned()).or_else(|| {
        let words: Vec<String> = titles().flat_map(str::split_whitespace).map(str::to_lowercase).collect();
        let frequency = |known: &[&str]| words.iter().filter(|word| known.contains(&word.as_str())).count();
        let (known, zones) = LANGUAGES.iter().max_by_key(|(known, _)| frequency(known))?;
        let zone = zones.iter().find(|zone| here == Some(**zone)).or(zones.first())?;
        (frequency(known) * 25 >= words.len().max(50)).then(|| (*zone).to_owned())
    })
}

#[cfg(test)]
mod tests {
    use crate::import::{NamedFile, Options, likely_zones};

    /// The first guess for a table with these titles, and with a conference that is called so.
    fn first(conference: &str, address: Option<&str>, titles: &[&str]) -> Option<String> {
        first_for(None, conference, address, titles)
    }

    /// The same for a person in this zone.
    fn first_for(here: Option<&str>, conference: &str, address: Option<&str>, titles: &[&str]) -> Option<String> {
        let rows: String = titles.iter().map(|title| format!("{title},2026-08-15 10:00,10:40\n")).collect();
        let table = format!("title,start,end\n{rows}");
        let options = Options { title: Some(conference.to_owned()), ..Options::default() };
        let file = NamedFile { name: String::new(), bytes: table.into_bytes() };
        likely_zones(&[file], &options, address, here).into_iter().next()
    }

    #[test]
    fn a_place_in_the_name_says_more_than_an_address_and_that_more_than_the_language() {
        let check = |name: &str, address: Option<&str>, titles: &[&str], expected: Option<&str>| {
            assert_eq!(first(name, address, titles).as_deref(), expected, "{name} {address:?} {titles:?}");
        };
        let korean = ["타입 힌트를 처음 쓰는 사람에게", "Django 배포 이야기"];
        check("PyCon", None, &korean, Some("Asia/Seoul"));
        check("파이콘 부산에서", None, &["Types"], Some("Asia/Seoul"));
        check("도쿄 모임", None, &korean, Some("Asia/Tokyo"));
        check("인도네시아 모임", None, &["Types"], None);
        check("RustConf New York", None, &["Types"], Some("America/New_York"));
        check("Meetup", Some("https://example.kr/program.csv"), &["Types"], Some("Asia/Seoul"));
        check("Meetup", Some("https://example.de:8443/x?y=z.kr"), &["Types"], Some("Europe/Berlin"));
        check("Meetup", Some("https://example.org"), &["Types"], None);
        check("State of the Art", None, &["West Side"], None);
        check("勉強会", None, &["Rustではじめる組み込み"], Some("Asia/Tokyo"));
        let german = ["Wie wir mit der Zeit gehen", "Rust und die Folgen für das Web", "Das Netz und der Strom"];
        check("Treffen", None, &german, Some("Europe/Berlin"));
    }

    #[test]
    fn where_the_person_is_only_decides_between_places_with_the_language_of_the_file() {
        let french =
            ["Les pièges de Rust pour une équipe", "Des tests avec une base de données", "Dans les coulisses des moteurs"];
        for (here, address, expected) in [
            (Some("Asia/Seoul"), None, "Europe/Paris"),
            (Some("America/Toronto"), None, "America/Toronto"),
            (Some("America/Toronto"), Some("https://example.be/programme.csv"), "Europe/Brussels"),
            (None, None, "Europe/Paris"),
        ] {
            assert_eq!(first_for(here, "Rencontre", address, &french).as_deref(), Some(expected), "{here:?} {address:?}");
        }
        let korean = ["타입 힌트를 처음 쓰는 사람에게"];
        assert_eq!(first_for(Some("Europe/Paris"), "모임", None, &korean).as_deref(), Some("Asia/Seoul"));
    }
}
