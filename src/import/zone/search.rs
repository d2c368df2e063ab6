//! Looking for a time zone while its name is being typed: `도쿄`, `new y`, `berl`, `KST`.

use super::{meaning, words};
use crate::program::title::normal;

/// Shorter texts, in bytes, are in too many names; a Hangul syllable has three.
const LEAST: usize = 2;

/// Returns the zones that a text may lead to, at most `most`: those that it names, those of a place whose name begins like it, and those
/// of `known` (IANA names) of which a word begins with it, or that hold it.
pub fn zones_like(text: &str, known: &[String], most: usize) -> Vec<String> {
    let wanted = normal(text);
    if wanted.len() < LEAST {
        return Vec::new();
    }
    let places = words::all().filter(|(word, _)| word.starts_with(&wanted)).flat_map(|(_, zones)| zones.iter().copied());
    let begins = |name: &&String| name.split(['/', '_']).enumerate().any(|(at, _)| rest(name, at).starts_with(&wanted));
    let holds = |name: &&String| normal(name).contains(&wanted);
    let names = known.iter().filter(begins).chain(known.iter().filter(holds));
    let mut found: Vec<String> = Vec::new();
    for zone in meaning::choices(text).into_iter().chain(places.map(str::to_owned)).chain(names.cloned()) {
        if found.len() < most && !found.contains(&zone) {
            found.push(zone);
        }
    }
    found
}

/// The name from a word on, without blanks and signs.
fn rest(name: &str, word: usize) -> String {
    normal(&name.split(['/', '_']).skip(word).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cities_are_found_by_their_korean_and_english_names_while_they_are_typed() {
        let known = ["America/New_York", "America/North_Dakota/New_Salem", "Asia/Singapore", "Asia/Tokyo", "Europe/Berlin"];
        let known = known.map(str::to_owned);
        for (typed, zone) in [
            ("도쿄", "Asia/Tokyo"),
            ("도", "Asia/Tokyo"),
            ("베를", "Europe/Berlin"),
            ("뉴욕", "America/New_York"),
            ("싱가포르", "Asia/Singapore"),
            ("밴쿠버", "America/Vancouver"),
            ("new y", "America/New_York"),
            ("york", "America/New_York"),
            ("TOK", "Asia/Tokyo"),
            ("berl", "Europe/Berlin"),
            ("erlin", "Europe/Berlin"),
            ("mun", "Europe/Berlin"),
            ("KST", "Asia/Seoul"),
            ("UTC+9", "+09:00"),
        ] {
            assert_eq!(zones_like(typed, &known, 6).first().map(String::as_str), Some(zone), "{typed}");
        }
        assert_eq!(
            zones_like("new", &known, 6),
            ["Asia/Kolkata", "America/New_York", "Pacific/Auckland", "America/North_Dakota/New_Salem"]
        );
        assert_eq!(zones_like("미국", &known, 2).len(), 2);
        assert_eq!(zones_like("b", &known, 6), [""; 0]);
        assert_eq!(zones_like("없는곳", &known, 6), [""; 0]);
    }
}
