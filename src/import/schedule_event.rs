//! An event of a `schedule.xml` or `schedule.json`, which are one format in two syntaxes and nine dialects.
//!
//! Fields that a dialect lacks are `None`, and empty fields are treated the same.

use super::draft::{DraftRow, End, Start};
use super::kind;
use super::rich_text;
use super::when::{self, When};
use crate::program::line;
use crate::program::{Date, Moment};

/// An event in either syntax.
#[derive(Debug, Default)]
pub(super) struct Event<'a> {
    /// The same in every version; frab's `id` is not, see 36C3.
    pub guid: Option<&'a str>,
    pub id: Option<&'a str>,
    /// Date and time with offset; Pentabarf has none.
    pub date: Option<&'a str>,
    /// Time of day at the venue.
    pub start: Option<&'a str>,
    /// Only in the draft of version 2.
    pub end: Option<&'a str>,
    pub duration: Option<&'a str>,
    pub room: Option<&'a str>,
    pub title: Option<&'a str>,
    pub subtitle: Option<&'a str>,
    pub track: Option<&'a str>,
    pub kind: Option<&'a str>,
    pub language: Option<&'a str>,
    pub short: &'a str,
    pub long: &'a str,
    pub speakers: Vec<String>,
    pub url: Option<&'a str>,
}

/// The `day` element around an event.
#[derive(Debug, Clone, Copy)]
pub(super) struct ProgramDay {
    pub date: Option<Date>,
    /// Events that start before this time of day are on the next date; in seconds after midnight.
    pub change: i64,
}

impl ProgramDay {
    /// Uses Pentabarf's `day_change` if stated, or else the usual time.
    pub fn new(date: Option<&str>, change: Option<&str>) -> ProgramDay {
        ProgramDay { date: date.and_then(when::date), change: change.and_then(when::clock).unwrap_or(4 * 3600) }
    }
}

impl Event<'_> {
    pub fn row(self, day: ProgramDay) -> DraftRow {
        let (about, shortened) = rich_text::joined(self.short, self.long);
        let (start, end) = (self.start(day), self.end());
        let owned = |text: Option<&str>| filled(text).map(str::to_owned);
        DraftRow {
            id: owned(self.guid).or_else(|| owned(self.id)),
            subtitle: owned(self.subtitle),
            day: day.date,
            rooms: owned(self.room).into_iter().collect(),
            track: owned(self.track),
            kind: kind::of(self.kind),
            language: owned(self.language),
            speakers: self.speakers,
            about,
            shortened,
            url: owned(self.url).filter(|url| !url.starts_with('/')),
            ..DraftRow::new(owned(self.title).unwrap_or_default(), start, end)
        }
    }

    fn start(&self, day: ProgramDay) -> Start {
        let clock = filled(self.start).and_then(when::time);
        let when = filled(self.date).and_then(when::date_time);
        let date = filled(self.date).and_then(when::date);
        match (when, clock) {
            (Some(When::Stated(moment)), Some(clock)) => Start::Checked { moment, clock },
            (Some(When::Utc(unix)), Some(clock)) => match Moment::new(unix, 0) {
                Some(moment) => Start::Checked { moment, clock },
                None => Start::At(When::Utc(unix)),
            },
            (Some(when), _) => Start::At(when),
            (None, Some(clock)) => match (date, day.date) {
                (Some(date), _) => Start::At(When::local(date, clock)),
                (None, Some(date)) => Start::At(When::local(date, clock + if clock < day.change { 86_400 } else { 0 })),
                (None, None) => Start::Unreadable(line::excerpt(self.start.unwrap_or_default())),
            },
            (None, None) => {
                // Version 2 and some hand-written files have date and time in `start`.
                let text = filled(self.start).or(filled(self.date));
                match (text, text.and_then(when::date_time)) {
                    (_, Some(when)) => Start::At(when),
                    (Some(text), None) => Start::Unreadable(line::excerpt(text)),
                    (None, None) => Start::Missing,
                }
            }
        }
    }

    fn end(&self) -> End {
        match (filled(self.duration), filled(self.end).and_then(when::date_time)) {
            (_, Some(end)) => End::At(end),
            (Some(duration), None) => {
                when::duration(duration).map_or_else(|| End::Unreadable(line::excerpt(duration)), End::After)
            }
            (None, None) => End::Missing,
        }
    }
}

fn filled(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}
