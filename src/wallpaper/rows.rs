//! The content of the picture as rows of text, before layout.

use super::Request;
use crate::messages::Language;
use crate::plan::{Entry, EntryId, Standing, entries, gaps, overlaps};
use crate::program::line::{holds_right_to_left, isolated};
use crate::program::{Color, Moment, Program, Span, Track};
use std::collections::BTreeMap;

/// Shorter free time, in minutes, is not shown: it is only enough to walk to the next room.
const LEAST_FREE_TIME: i64 = 30;

/// The texts of one entry.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct EntryRow {
    pub(super) id: EntryId,
    pub(super) day: crate::program::Date,
    pub(super) span: Span,
    pub(super) title: String,
    pub(super) room: Option<String>,
    pub(super) speakers: Option<String>,
    /// The name of its track, and the organiser's colour for it.
    pub(super) track: Option<(String, Option<Color>)>,
    /// Why it does not take place, if so.
    pub(super) off: Option<&'static str>,
    /// What is shown between it and the entries before.
    pub(super) before: Option<Between>,
}

/// The time between an entry and those before it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Between {
    /// Free time: the minutes, and in words.
    Free(i64, String),
    /// An overlap.
    Overlap(String),
}

impl EntryRow {
    /// Whether it overlaps with an entry before it.
    pub(super) fn overlaps(&self) -> bool {
        matches!(self.before, Some(Between::Overlap(_)))
    }

    /// Returns the minutes of free time before it, 0 if there is none to speak of.
    pub(super) fn free_minutes(&self) -> i64 {
        match self.before {
            Some(Between::Free(minutes, _)) => minutes,
            _ => 0,
        }
    }

    /// Returns when it ends; `None` if nobody knows.
    fn end(&self) -> Option<Moment> {
        Some(self.span.end).filter(|end| *end > self.span.start)
    }
}

/// The times that are printed at an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Times {
    /// Its start, unless the entry above begins then too.
    pub(super) start: Option<String>,
    /// Its end, unless that is when something else begins, or the end of the entry above with the same start.
    pub(super) end: Option<String>,
}

/// Returns the times that are printed at the row with this index; `rows` are those of its picture.
pub(super) fn times(rows: &[EntryRow], at: usize) -> Times {
    let row = &rows[at];
    let above = at.checked_sub(1).map(|above| &rows[above]).filter(|above| above.span.start == row.span.start);
    let next = rows[at..].iter().find(|other| other.span.start > row.span.start).filter(|next| next.day == row.day);
    let begins = |end: &Moment| next.is_some_and(|next| next.span.start == *end);
    let end = row.end().filter(|end| !begins(end) && above.and_then(EntryRow::end) != Some(*end));
    Times { start: above.is_none().then(|| row.span.start.clock()), end: end.map(Moment::clock) }
}

/// Returns the time that the rows cover, as it heads a page of a longer day.
pub(super) fn covered(rows: &[EntryRow]) -> String {
    let start = rows.first().map(|row| row.span.start.clock()).unwrap_or_default();
    let end = rows.iter().map(|row| row.span.end).max().map(Moment::clock);
    end.filter(|end| *end != start).map_or(start.clone(), |end| format!("{start} – {end}"))
}

/// Returns the requested entries in time order.
pub(super) fn rows(request: &Request<'_>) -> Vec<EntryRow> {
    let Request { program, language, .. } = *request;
    let is_wanted =
        |entry: &Entry| request.day.is_none_or(|day| entry.day == day) && request.from.is_none_or(|from| lasts(entry, from));
    let entries: Vec<Entry> = entries(request.plan, program, language.tag()).into_iter().filter(is_wanted).collect();
    let mut between = between(&entries, language);
    entries.iter().map(|entry| row(entry, between.remove(&entry.id), program, language)).collect()
}

/// Whether the entry is not over at that moment.
fn lasts(entry: &Entry, moment: Moment) -> bool {
    entry.span.end > moment || entry.span.start >= moment
}

fn row(entry: &Entry, before: Option<Between>, program: &Program, language: Language) -> EntryRow {
    let listed = |names: &[String]| (!names.is_empty()).then(|| names.join(", "));
    let track = || -> Option<&Track> {
        let EntryId::Pick(session) = &entry.id else { return None };
        program.track(program.session(session)?.track.as_ref()?)
    };
    EntryRow {
        id: entry.id.clone(),
        day: entry.day,
        span: entry.span,
        title: entry.title.clone(),
        room: listed(&entry.rooms),
        speakers: listed(&entry.speakers),
        track: track().map(|track| (track.name.clone(), track.color)),
        off: off(entry, language),
        before,
    }
}

fn off(entry: &Entry, language: Language) -> Option<&'static str> {
    match entry.standing {
        Standing::Planned => None,
        Standing::Removed => Some(language.picture_messages().removed),
        Standing::Cancelled => Some(language.messages().cancelled),
    }
}

/// Returns free time and overlaps by the entry that they come before.
fn between(entries: &[Entry], language: Language) -> BTreeMap<EntryId, Between> {
    let mut found = BTreeMap::new();
    for gap in gaps(entries).into_iter().filter(|gap| gap.minutes() >= LEAST_FREE_TIME) {
        let minutes = gap.minutes();
        let words = (language.picture_messages().free_time)(minutes);
        found.insert(entries[gap.before].id.clone(), Between::Free(minutes, words));
    }
    let mut longest = BTreeMap::new();
    for overlap in overlaps(entries) {
        let minutes = longest.entry(overlap.second).or_insert(overlap.minutes);
        *minutes = overlap.minutes.max(*minutes);
    }
    for (second, minutes) in longest {
        found.insert(entries[second].id.clone(), Between::Overlap((language.picture_messages().overlapping)(minutes)));
    }
    found
}

/// Returns the rows as text for screen readers, one line each under a line for the day.
pub(super) fn spoken(rows: &[EntryRow], language: Language) -> String {
    let mut text = String::new();
    let mut day = None;
    for row in rows {
        if day.replace(row.day) != Some(row.day) {
            text += &format!("{}\n", (language.messages().date)(row.day));
        }
        let start = row.span.start.clock();
        let time = row.end().map_or(start.clone(), |end| format!("{start}–{}", end.clock()));
        let overlap = match &row.before {
            Some(Between::Overlap(words)) => Some(words.as_str()),
            _ => None,
        };
        let track = row.track.as_ref().map(|(name, _)| name.as_str());
        let details = [row.room.as_deref(), row.speakers.as_deref(), track, row.off, overlap].into_iter().flatten();
        let details: String = details.map(|detail| format!(", {}", isolated(detail))).collect();
        text += &format!("{time} {}{details}\n", isolated(&row.title));
    }
    text
}

/// Whether most of the program is in right-to-left scripts.
pub(super) fn is_from_right(program: &Program) -> bool {
    let from_right = program.sessions.iter().filter(|session| holds_right_to_left(&session.title));
    2 * from_right.count() > program.sessions.len()
}
