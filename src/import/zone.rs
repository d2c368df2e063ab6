//! Time zones by name, and their offsets at a moment.

pub mod guess;
mod meaning;
mod search;
mod words;

pub use search::zones_like;

use super::{ImportError, line};
use crate::messages::import::Problem;
use crate::program::Moment;
use crate::program::similar::{distance, letters};
use jiff::tz::{AmbiguousOffset, Offset, TimeZone, TimeZoneDatabase};

/// A time zone of the IANA database, or a fixed offset.
#[derive(Debug, Clone)]
pub(super) struct Zone {
    name: String,
    rules: TimeZone,
}

/// A local time at the venue, and whether it occurs exactly once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Local {
    pub moment: Moment,
    /// False if the clock skips this time or shows it twice.
    pub exact: bool,
}

impl Zone {
    /// Returns the zone that a person means: by its IANA name in any case, an offset such as `+09:00` or `GMT+9`, or a word for
    /// it such as `KST`, `Korea` or `Seoul`.
    ///
    /// # Errors
    ///
    /// An ambiguous name, with the choices; an unknown one, with the most similar known ones.
    pub fn named(name: &str) -> Result<Zone, ImportError> {
        let name = name.trim();
        let choices = meaning::choices(name);
        match choices.as_slice() {
            [zone] => Zone::find(zone).ok_or_else(|| unknown(name)),
            [] if is_also_utc(name) => Zone::named(&name[4..]),
            [] => Err(unknown(name)),
            _ => Err(Problem::AmbiguousTimeZone { name: line::excerpt(name), choices }.into()),
        }
    }

    /// Returns the zone with this IANA name, in any case, or with an offset written as `+09:00`.
    pub fn find(name: &str) -> Option<Zone> {
        let name = name.trim();
        if let Some(moment) = Moment::parse(&format!("2000-01-01T00:00:00{name}")).filter(|_| name != "Z" && name != "z") {
            return Some(Zone::fixed(moment.offset()));
        }
        // Always the bundled database: the same file must give the same program everywhere.
        let rules = TimeZoneDatabase::bundled().get(name).ok()?;
        Some(Zone { name: rules.iana_name().unwrap_or(name).to_owned(), rules })
    }

    /// Returns the zone that is always `offset` seconds ahead of UTC.
    pub fn fixed(offset: i32) -> Zone {
        let rules = TimeZone::fixed(Offset::from_seconds(offset).unwrap_or(Offset::UTC));
        Zone { name: words::offset_name(offset), rules }
    }

    /// Returns the IANA name or the offset.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether it is UTC, which does not tell where the venue is.
    pub fn is_utc(&self) -> bool {
        matches!(self.name.as_str(), "UTC" | "Etc/UTC" | "Etc/GMT" | "GMT" | "Etc/UCT" | "UCT" | "+00:00")
    }

    /// Returns the moment at which the local time is `seconds` after 1970-01-01T00:00:00.
    ///
    /// If the clock shows that time twice, it is the first; if it skips that time, the result is later by the skipped time.
    /// RFC 5545 requires this. Returns `None` outside the years 1 to 9999.
    pub fn at_local(&self, seconds: i64) -> Option<Local> {
        let wall = jiff::Timestamp::from_second(seconds).ok()?;
        let wall = Offset::UTC.to_datetime(wall);
        let (offset, exact) = match self.rules.to_ambiguous_timestamp(wall).offset() {
            AmbiguousOffset::Unambiguous { offset } => (offset, true),
            AmbiguousOffset::Gap { before, .. } | AmbiguousOffset::Fold { before, .. } => (before, false),
        };
        let unix = seconds - i64::from(in_minutes(offset));
        self.at(unix).map(|moment| Local { moment, exact })
    }

    /// Returns the moment `unix` seconds after 1970-01-01T00:00:00Z with the venue's offset, or `None` outside the years 1 to
    /// 9999.
    pub fn at(&self, unix: i64) -> Option<Moment> {
        let instant = jiff::Timestamp::from_second(unix).ok()?;
        Moment::new(unix, in_minutes(self.rules.to_offset(instant)))
    }
}

/// Whether a zone is said to be UTC and that of a place, as London's is in winter: `UTC/Europe/London`.
fn is_also_utc(name: &str) -> bool {
    ["UTC/", "GMT/"].iter().any(|utc| name.starts_with(utc)) && name.len() > 4 && !name[4..].starts_with(&name[..4])
}

/// Returns an offset as seconds, in whole minutes as it is written. Before time zones existed, cities had their own offsets
/// to the second.
fn in_minutes(offset: Offset) -> i32 {
    offset.seconds() / 60 * 60
}

fn unknown(name: &str) -> ImportError {
    let parts = meaning::of_parts(name);
    let near = if parts.is_empty() { near(name, &TimeZoneDatabase::bundled()) } else { parts };
    Problem::UnknownTimeZone { name: line::excerpt(name), near }.into()
}

/// Returns up to three known names that are similar to `name`, or that similar words mean.
fn near(name: &str, known: &TimeZoneDatabase) -> Vec<String> {
    let wanted = letters(name.rsplit('/').next().unwrap_or(name));
    // Computing distances takes quadratic time, and no zone has a name of more than 40 letters. Digits are no part of a name,
    // but of an offset, of which a similar one would be wrong.
    if wanted.is_empty() || wanted.len() > 128 || wanted.iter().any(|letter| letter.is_numeric()) {
        return Vec::new();
    }
    let whole = letters(name);
    let to_zone = |zone: &str| {
        let city = letters(zone.rsplit('/').next().unwrap_or(zone));
        distance(&wanted, &city).min(distance(&whole, &letters(zone)))
    };
    let zones = known.available().map(|zone| zone.as_str().to_owned()).filter(|zone| !zone.starts_with("Etc/"));
    let mut names: Vec<(usize, String)> = zones.map(|zone| (to_zone(&zone), zone)).collect();
    // A short abbreviation is similar to many others.
    let long_words = words::all().filter(|(word, _)| word.len() > 3);
    names.extend(long_words.flat_map(|(word, zones)| {
        let distance = distance(&whole, &letters(word));
        zones.iter().map(move |zone| (distance, (*zone).to_owned()))
    }));
    names.sort();
    let limit = (wanted.len() / 3).max(1);
    let mut near: Vec<String> = Vec::new();
    for (_, name) in names.into_iter().filter(|(distance, _)| *distance <= limit) {
        if near.len() < 3 && !near.contains(&name) {
            near.push(name);
        }
    }
    near
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

    fn local(zone: &str, text: &str) -> (String, bool) {
        let wall = Moment::parse(&format!("{text}Z")).unwrap().unix();
        let local = Zone::named(zone).unwrap().at_local(wall).unwrap();
        (local.moment.to_string(), local.exact)
    }

    #[test]
    fn the_offset_follows_from_zone_and_date() {
        let check = |zone: &str, text: &str, expected: &str, exact: bool| {
            assert_eq!(local(zone, text), (expected.to_owned(), exact), "{zone} {text}");
        };
        check("Asia/Seoul", "2018-08-18T13:00:00", "2018-08-18T13:00:00+09:00", true);
        check("asia/seoul", "1988-07-01T13:00:00", "1988-07-01T13:00:00+10:00", true);
        check("Europe/Berlin", "2024-12-27T11:00:00", "2024-12-27T11:00:00+01:00", true);
        check("+05:30", "2024-12-27T11:00:00", "2024-12-27T11:00:00+05:30", true);
        // Skipped: the clock goes from 02:00 to 03:00. Twice: it goes from 03:00 back to 02:00.
        check("Europe/Berlin", "1012-12-28T04:23:00", "1012-12-28T04:23:00+00:53", true);
        check("Europe/Berlin", "2024-03-31T02:30:00", "2024-03-31T03:30:00+02:00", false);
        check("Europe/Berlin", "2024-10-27T02:30:00", "2024-10-27T02:30:00+02:00", false);
    }

    #[test]
    fn instants_are_converted_to_local_time() {
        let zone = Zone::named("America/New_York").unwrap();
        assert_eq!(zone.at(0).unwrap().to_string(), "1969-12-31T19:00:00-05:00");
        assert!(zone.at(i64::MAX).is_none() && zone.at_local(i64::MIN).is_none());
    }

    #[test]
    fn an_unknown_zone_is_refused_with_similar_names() {
        let hint = |name: &str| Zone::named(name).unwrap_err().refusal(Language::English).hint;
        for (name, zone) in [
            ("Asia/Seol", "Asia/Seoul"),
            ("Seol", "Asia/Seoul"),
            ("Koera", "Asia/Seoul"),
            ("서을", "Asia/Seoul"),
            ("Korea/Soul", "Asia/Seoul"),
            ("Europe-Brussels", "Europe/Brussels"),
            ("GMT9", "+09:00"),
        ] {
            assert!(hint(name).contains(zone), "{name}: {}", hint(name));
        }
        assert!(!hint("").is_empty() && !hint(&"x".repeat(10_000)).is_empty());
        assert!(!hint("GMT+90").contains("GMT"), "{}", hint("GMT+90"));
    }

    #[test]
    fn an_ambiguous_zone_is_refused_with_its_choices() {
        let error = Zone::named("IST").unwrap_err();
        assert!(error.needs_time_zone());
        for language in Language::ALL {
            let refusal = error.refusal(language);
            assert!(refusal.message.contains("\"IST\"") && refusal.hint.contains("Asia/Kolkata, Europe/Dublin"), "{refusal:?}");
        }
    }

    #[test]
    fn gmt_plus_nine_is_ahead_of_utc() {
        for name in ["GMT+9", "UTC+9", "+9", "UTC+09:00", "KST"] {
            assert_eq!(local(name, "2026-08-15T10:00:00").0, "2026-08-15T10:00:00+09:00", "{name}");
        }
        assert_eq!(local("Etc/GMT+9", "2026-08-15T10:00:00").0, "2026-08-15T10:00:00-09:00");
    }
}
