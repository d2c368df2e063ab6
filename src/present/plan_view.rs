//! The plan as the list of a page: days with their entries, gaps and overlaps in words.

use super::timetable::day_heading;
use crate::messages::Messages;
use crate::plan::{Change, Entry, EntryId, Plan, Source, Standing, entries, gaps, overlaps};
use crate::program::{Date, Program};

/// The plan, ready for the page.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanView {
    /// Days with entries, in order.
    pub days: Vec<PlanDay>,
    /// Number of entries.
    pub entries: usize,
    /// Number of pairs that overlap.
    pub overlaps: usize,
}

/// One day of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanDay {
    /// The day.
    pub date: Date,
    /// Its heading.
    pub heading: String,
    /// Its entries in time order.
    pub rows: Vec<PlanRow>,
}

/// One entry of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanRow {
    /// Which entry.
    pub id: EntryId,
    /// Free time before it, in words.
    pub gap: Option<String>,
    /// What.
    pub title: String,
    /// When it starts, `13:00`.
    pub start: String,
    /// When it ends, `13:25`.
    pub end: String,
    /// Where.
    pub rooms: String,
    /// By whom.
    pub speakers: String,
    /// What it overlaps with, a sentence each.
    pub overlaps: Vec<String>,
    /// How it differs from what was picked, the words for attributes.
    pub changes: Vec<Change>,
    /// The same, a sentence each.
    pub news: Vec<String>,
    /// What became of it.
    pub standing: Standing,
    /// Whether the program still has it, so that it has a page of its own.
    pub has_page: bool,
}

/// The plan as it stands now.
pub fn plan_view(plan: &Plan, program: &Program, messages: &Messages) -> PlanView {
    let entries = entries(plan, program, messages.tag);
    let overlaps = overlaps(&entries);
    let mut rows: Vec<PlanRow> = entries.iter().map(|entry| row(entry, messages)).collect();
    for overlap in &overlaps {
        let sentence = |other: usize| (messages.overlap_with)(&entries[other].title, overlap.minutes);
        rows[overlap.first].overlaps.push(sentence(overlap.second));
        rows[overlap.second].overlaps.push(sentence(overlap.first));
    }
    for gap in gaps(&entries) {
        rows[gap.before].gap = Some((messages.gap)(gap.minutes()));
    }
    PlanView { days: by_day(&entries, rows, program, messages), entries: entries.len(), overlaps: overlaps.len() }
}

fn by_day(entries: &[Entry], rows: Vec<PlanRow>, program: &Program, messages: &Messages) -> Vec<PlanDay> {
    let mut days: Vec<PlanDay> = Vec::new();
    for (entry, row) in entries.iter().zip(rows) {
        let at = days.partition_point(|day| day.date < entry.day);
        if days.get(at).is_none_or(|day| day.date != entry.day) {
            days.insert(at, PlanDay { date: entry.day, heading: day_heading(program, entry.day, messages), rows: Vec::new() });
        }
        days[at].rows.push(row);
    }
    days
}

fn row(entry: &Entry, messages: &Messages) -> PlanRow {
    PlanRow {
        id: entry.id.clone(),
        gap: None,
        title: entry.title.clone(),
        start: entry.span.start.clock(),
        end: entry.span.end.clock(),
        rooms: entry.rooms.join(", "),
        speakers: entry.speakers.join(", "),
        overlaps: Vec::new(),
        changes: entry.changes.clone(),
        news: news(entry, messages),
        standing: entry.standing,
        has_page: entry.source == Source::Program,
    }
}

/// What changed, and whether it takes place at all: that is said also after it was confirmed.
fn news(entry: &Entry, messages: &Messages) -> Vec<String> {
    let standing = match entry.standing {
        Standing::Planned => None,
        Standing::Cancelled => Some(Change::Cancelled),
        Standing::Removed if entry.changes.contains(&Change::Ambiguous) => None,
        Standing::Removed => Some(Change::Removed),
    };
    let known = standing.filter(|change| !entry.changes.contains(change));
    let followed = entry.followed.then_some(messages.followed);
    let returned = entry.returned.then_some(messages.returned);
    let said = entry.changes.iter().chain(&known).map(|change| (messages.change)(*change));
    followed.into_iter().chain(returned).chain(said).map(str::to_owned).collect()
}
