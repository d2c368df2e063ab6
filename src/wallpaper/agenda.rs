//! What the picture says, in words, before it has a form.

use crate::messages::Language;
use crate::plan::{Entry, EntryId, Plan, Standing, entries, gaps, overlaps};
use crate::program::{Date, Program};
use std::collections::BTreeMap;

/// Free time shorter than this many minutes is just the way to the next room.
const LEAST_FREE_TIME: i64 = 30;

/// One entry in words.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub(super) id: EntryId,
    pub(super) day: Date,
    pub(super) start: String,
    pub(super) end: Option<String>,
    pub(super) title: String,
    pub(super) room: Option<String>,
    pub(super) speakers: Option<String>,
    /// Why it will not take place.
    pub(super) off: Option<&'static str>,
    /// What lies between it and the entries before.
    pub(super) before: Option<Between>,
}

/// How an entry lies to those before it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Between {
    /// There is time.
    Free(String),
    /// There is too little.
    Overlap(String),
}

/// The plan's entries in time order, of one program day or of all.
pub(super) fn rows(plan: &Plan, program: &Program, language: Language, day: Option<Date>) -> Vec<Row> {
    let entries = entries(plan, program, language.tag());
    let entries: Vec<Entry> = entries.into_iter().filter(|entry| day.is_none_or(|day| entry.day == day)).collect();
    let mut between = between(&entries, language);
    entries.iter().map(|entry| row(entry, between.remove(&entry.id), language)).collect()
}

fn row(entry: &Entry, before: Option<Between>, language: Language) -> Row {
    let listed = |names: &[String]| (!names.is_empty()).then(|| names.join(", "));
    Row {
        id: entry.id.clone(),
        day: entry.day,
        start: entry.span.start.clock(),
        end: (entry.span.end > entry.span.start).then(|| entry.span.end.clock()),
        title: entry.title.clone(),
        room: listed(&entry.rooms),
        speakers: listed(&entry.speakers),
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

/// Free time and overlaps by the entry before which they lie. What does not take place takes no time.
fn between(entries: &[Entry], language: Language) -> BTreeMap<EntryId, Between> {
    let held: Vec<Entry> = entries.iter().filter(|entry| off(entry, language).is_none()).cloned().collect();
    let mut found = BTreeMap::new();
    for gap in gaps(&held).into_iter().filter(|gap| gap.minutes() >= LEAST_FREE_TIME) {
        found.insert(held[gap.before].id.clone(), Between::Free((language.picture_messages().free_time)(gap.minutes())));
    }
    let mut longest = BTreeMap::new();
    for overlap in overlaps(&held) {
        let minutes = longest.entry(overlap.second).or_insert(overlap.minutes);
        *minutes = overlap.minutes.max(*minutes);
    }
    for (second, minutes) in longest {
        found.insert(held[second].id.clone(), Between::Overlap((language.picture_messages().overlapping)(minutes)));
    }
    found
}

/// The rows as text, one line each under a line for the day, for those who cannot see the picture.
pub(super) fn spoken(rows: &[Row], language: Language) -> String {
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
        let details = [row.room.as_deref(), row.speakers.as_deref(), row.off, overlap].into_iter().flatten();
        let details: String = details.map(|detail| format!(", {detail}")).collect();
        text += &format!("{time} {}{details}\n", row.title);
    }
    text
}
