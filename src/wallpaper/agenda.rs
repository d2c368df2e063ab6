//! The content of the picture as rows of text, before layout.

use super::Request;
use crate::messages::Language;
use crate::plan::{Entry, EntryId, Standing, entries, gaps, overlaps};
use crate::program::line::{holds_right_to_left, isolated};
use crate::program::{Color, Moment, Program, Track};
use std::collections::BTreeMap;

/// Shorter free time, in minutes, is not shown: it is only enough to walk to the next room.
const LEAST_FREE_TIME: i64 = 30;

/// The texts of one entry.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct EntryRow {
    pub(super) id: EntryId,
    pub(super) day: crate::program::Date,
    pub(super) start: String,
    pub(super) end: Option<String>,
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
    /// Free time.
    Free(String),
    /// An overlap.
    Overlap(String),
}

impl EntryRow {
    /// Whether it overlaps with an entry before it.
    pub(super) fn overlaps(&self) -> bool {
        matches!(self.before, Some(Between::Overlap(_)))
    }
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
        start: entry.span.start.clock(),
        end: (entry.span.end > entry.span.start).then(|| entry.span.end.clock()),
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
        found.insert(entries[gap.before].id.clone(), Between::Free((language.picture_messages().free_time)(gap.minutes())));
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
        let time = row.end.as_ref().map_or(row.start.clone(), |end| format!("{}–{end}", row.start));
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
