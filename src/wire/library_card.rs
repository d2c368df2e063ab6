//! What the library shows of a stored program without reading its file, and how to import its source again.

use super::tree::{Fields, Node};
use crate::messages::library::Edition;
use crate::program::{Date, Program};
use serde::{Serialize, Serializer};

/// A stored program in the library. Any field may be absent in what another version of the app wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LibraryCard {
    /// Id of the program.
    pub id: String,
    /// The user's name for it, or else the conference's title.
    pub title: String,
    /// Version of the program.
    pub version: String,
    /// Number of sessions.
    pub sessions: u64,
    /// Its first day, as `2018-08-18`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_day: Option<String>,
    /// Its last day; absent from older cards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_day: Option<String>,
    /// IANA name of the venue's time zone, or its offset.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// Whether the title is the user's own.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub renamed: bool,
    /// Where it came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// When its source was last checked for updates, in seconds since 1970; 0 for never.
    #[serde(skip_serializing_if = "is_never")]
    pub looked: u64,
    /// When the last update check failed, in seconds since 1970; 0 if the source has answered since.
    #[serde(skip_serializing_if = "is_never")]
    pub tried: u64,
    /// How many update checks in a row failed.
    #[serde(skip_serializing_if = "is_never")]
    pub missed: u64,
    /// Whether the last one failed because of a timeout.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub late: bool,
    /// Checksum of what the source returned last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seen: Option<String>,
    /// Checksum of the file that came with the app, if this is a later version of that program.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub over: Option<String>,
    /// Why what the source returned last did not replace the program.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
    /// The id that the source gives it, if another conference had that id first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Checksum of what the source returned when the page crashed because of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadly: Option<String>,
}

/// The longest interval between update checks, in seconds.
const LONGEST: u64 = 24 * 60 * 60;

/// Where a program came from and the options to import it again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The address of the file; `None` if it was opened from the device.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The time zone that the user chose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// Minutes by which the user moved all times.
    #[serde(skip_serializing_if = "is_zero", serialize_with = "as_text")]
    pub shift: i32,
    /// The first day that the user chose, as `2018-08-18`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_day: Option<String>,
    /// The meanings of a table's columns, if the user corrected the guess.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
    /// The meanings of fields of structured data that the user corrected, as in
    /// [`ImportedColumn::told`](super::import_job::ImportedColumn::told).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
    /// The list of structured data that the user chose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
}

fn is_never(number: &u64) -> bool {
    *number == 0
}

fn is_zero(shift: &i32) -> bool {
    *shift == 0
}

/// The numbers that our reader accepts have no sign.
fn as_text<S: Serializer>(shift: &i32, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(shift)
}

impl LibraryCard {
    /// Returns the card of a program.
    pub fn of(program: &Program) -> LibraryCard {
        LibraryCard {
            id: program.id.to_string(),
            title: program.title.clone(),
            version: program.version.clone(),
            sessions: program.sessions.len() as u64,
            first_day: program.days.first().map(|day| day.date.to_string()),
            last_day: program.days.last().map(|day| day.date.to_string()),
            time_zone: Some(program.time_zone.clone()),
            ..LibraryCard::default()
        }
    }

    /// Returns the card of another version of the program, of which only the source is known.
    pub fn renewed(&self, program: &Program) -> LibraryCard {
        let fresh = LibraryCard::of(program);
        let title = if self.renamed { self.title.clone() } else { fresh.title };
        LibraryCard {
            id: self.id.clone(),
            title,
            renamed: self.renamed,
            source: self.source.clone(),
            looked: self.looked,
            published: self.published.clone(),
            deadly: self.deadly.clone(),
            ..fresh
        }
    }

    /// Returns the id that its source gives it.
    pub fn published_id(&self) -> &str {
        self.published.as_deref().unwrap_or(&self.id)
    }

    /// Returns the card after its source has answered.
    pub fn answered(&self) -> LibraryCard {
        LibraryCard { tried: 0, missed: 0, late: false, ..self.clone() }
    }

    /// Returns the card after a failed update check.
    pub fn after_a_miss(self, now: u64, late: bool) -> LibraryCard {
        LibraryCard { tried: now, missed: self.missed.saturating_add(1), late, ..self }
    }

    /// Whether the next automatic update check is due: `usual` seconds after the last one, doubled after each failure, at
    /// most a day. A clock that was set back does not make the wait longer.
    pub fn is_due(&self, now: u64, usual: u64) -> bool {
        let wait = usual.saturating_mul(1 << self.missed.min(LONGEST.ilog2().into())).min(LONGEST.max(usual));
        now.abs_diff(self.looked.max(self.tried)) >= wait
    }

    /// Returns the version it states.
    pub fn edition(&self) -> Edition<'_> {
        Edition { version: &self.version, sessions: self.sessions as usize }
    }

    /// Returns its first day.
    pub fn first_day(&self) -> Option<Date> {
        self.first_day.as_deref().and_then(Date::parse)
    }

    /// Returns its first and last day; the first one twice where no other is known.
    pub fn days(&self) -> Option<(Date, Date)> {
        let first = self.first_day()?;
        Some((first, self.last_day.as_deref().and_then(Date::parse).unwrap_or(first)))
    }

    /// Reads what [`LibraryCard::write`] wrote; `None` if it is invalid.
    pub fn read(text: &str) -> Option<LibraryCard> {
        LibraryCard::from_fields(serde_json::from_str::<Node>(text).ok()?.record("")?)
    }

    pub(super) fn from_fields(mut fields: Fields<'_>) -> Option<LibraryCard> {
        let source = fields.record("source").ok().map(|mut source| Source {
            address: source.maybe_text("address"),
            time_zone: source.maybe_text("time_zone"),
            shift: source.maybe_text("shift").and_then(|shift| shift.parse().ok()).unwrap_or_default(),
            first_day: source.maybe_text("first_day"),
            columns: source.texts("columns"),
            fields: source.texts("fields"),
            list: source.maybe_text("list"),
        });
        Some(LibraryCard {
            id: fields.maybe_text("id")?,
            title: fields.maybe_text("title").unwrap_or_default(),
            version: fields.maybe_text("version").unwrap_or_default(),
            sessions: fields.number("sessions").unwrap_or_default(),
            first_day: fields.maybe_text("first_day"),
            last_day: fields.maybe_text("last_day"),
            time_zone: fields.maybe_text("time_zone"),
            renamed: fields.flag("renamed"),
            source,
            looked: fields.number("looked").unwrap_or_default(),
            tried: fields.number("tried").unwrap_or_default(),
            missed: fields.number("missed").unwrap_or_default(),
            late: fields.flag("late"),
            seen: fields.maybe_text("seen"),
            over: fields.maybe_text("over"),
            problem: fields.maybe_text("problem"),
            published: fields.maybe_text("published"),
            deadly: fields.maybe_text("deadly"),
        })
    }

    /// Writes the card.
    pub fn write(&self) -> String {
        serde_json::to_string(self).expect("plain data")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_read_as_it_was_written() {
        let source = Source {
            address: Some("https://c.org/schedule.xml".to_owned()),
            time_zone: Some("Asia/Seoul".to_owned()),
            shift: -90,
            first_day: Some("2018-08-18".to_owned()),
            columns: vec!["title".to_owned(), String::new()],
            fields: vec!["start timeStart".to_owned()],
            list: Some("talks.*".to_owned()),
        };
        let card = LibraryCard {
            id: "c".to_owned(),
            title: "C".to_owned(),
            version: "1".to_owned(),
            sessions: 3,
            first_day: Some("2018-08-18".to_owned()),
            last_day: Some("2018-08-19".to_owned()),
            time_zone: Some("Asia/Seoul".to_owned()),
            renamed: true,
            source: Some(source),
            looked: 1_534_568_400,
            tried: 1_534_568_500,
            missed: 2,
            late: true,
            seen: Some("0f".to_owned()),
            over: Some("1a".to_owned()),
            problem: Some("It is another conference.".to_owned()),
            published: Some("d".to_owned()),
            deadly: Some("2b".to_owned()),
        };
        assert_eq!(LibraryCard::read(&card.write()), Some(card));
        let plain = LibraryCard { id: "c".to_owned(), ..LibraryCard::default() };
        assert_eq!(LibraryCard::read(&plain.write()), Some(plain));
        assert_eq!(LibraryCard::read("[]"), None);
    }

    #[test]
    fn failed_update_checks_are_repeated_less_and_less_often() {
        const NOW: u64 = 1_534_568_400;
        let mut card = LibraryCard { looked: NOW, ..LibraryCard::default() };
        for wait in [240, 480, 960, 1_920] {
            assert!(!card.is_due(card.looked.max(card.tried) + wait - 1, 240), "{} misses", card.missed);
            let due = card.looked.max(card.tried) + wait;
            assert!(card.is_due(due, 240), "{} misses", card.missed);
            card = card.after_a_miss(due, true);
        }
        for missed in [20, 63, 64, u64::MAX] {
            let card = LibraryCard { missed, tried: NOW, ..LibraryCard::default() }.after_a_miss(NOW, false);
            assert!(!card.is_due(NOW + LONGEST - 1, 240) && card.is_due(NOW + LONGEST, 240), "{missed} misses");
            assert!(card.is_due(NOW - LONGEST, 240), "the clock was set back");
        }
        assert!(LibraryCard::default().is_due(NOW, 240), "it was never asked");
    }
}
