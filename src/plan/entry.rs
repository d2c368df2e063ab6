//! The plan as one list of entries: picks and own entries.

use super::{Change, OwnEntry, Pick, Plan, Priority, Standing, changes};
use crate::program::order::{in_order, sorted};
use crate::program::{Date, Moment, Program, Session, SessionId, Span};

/// Identifies an entry within its plan.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryId {
    /// A pick of this session.
    Pick(SessionId),
    /// The own entry with this id.
    Own(String),
}

impl EntryId {
    /// Returns the id of the session or own entry.
    pub fn as_str(&self) -> &str {
        match self {
            EntryId::Pick(session) => session.as_str(),
            EntryId::Own(id) => id,
        }
    }
}

/// Where the data of an entry comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The program has the session.
    Program,
    /// The session was removed from the program; the data is the pick's copy.
    Copy,
    /// The user wrote it.
    Own,
}

/// One entry of the plan as it stands now.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The entry's id.
    pub id: EntryId,
    /// The title.
    pub title: String,
    /// Start and end.
    pub span: Span,
    /// The program day it belongs to.
    pub day: Date,
    /// Names of rooms, or the place of an own entry.
    pub rooms: Vec<String>,
    /// The speakers.
    pub speakers: Vec<String>,
    /// How much the user wants to attend it, if stated.
    pub priority: Option<Priority>,
    /// The changes since it was picked.
    pub changes: Vec<Change>,
    /// Whether the program has it under another id than when it was picked and the user has not confirmed that.
    pub followed: bool,
    /// Whether it takes place after all: when last seen it was cancelled or not in the program.
    pub returned: bool,
    /// What became of it, whether or not the user confirmed that.
    pub standing: Standing,
    /// Where the data comes from.
    pub source: Source,
}

impl Entry {
    /// Whether it was neither cancelled nor removed, so that it takes time.
    pub fn takes_place(&self) -> bool {
        self.standing == Standing::Planned
    }
}

/// Returns all entries by start, then in the order of the program's rooms, with room names in the given language (a tag such
/// as `ko`).
pub fn entries(plan: &Plan, program: &Program, language: &str) -> Vec<Entry> {
    let picks = plan.picks().map(|pick| match program.session(&pick.session) {
        Some(session) => of_session(pick, session, program, language),
        None => of_copy(pick, program),
    });
    let names: Vec<&str> = program.rooms.iter().map(|room| room.name_in(language)).collect();
    let by_name = in_order(names.len(), &|one, other| names[one].cmp(names[other]));
    // Of two rooms with one name the first.
    let room_index = |name: &str| {
        let at = by_name.partition_point(|index| names[*index] < name);
        by_name.get(at).copied().filter(|index| names[*index] == name)
    };
    let entries = picks.chain(plan.own().map(of_own)).collect();
    sorted(entries, |one, other| order(one, &room_index).cmp(&order(other, &room_index)))
}

/// Own entries and rooms that the program does not have come last among the entries with the same start.
fn order<'e>(entry: &'e Entry, room_index: &dyn Fn(&str) -> Option<usize>) -> (Moment, usize, &'e str, &'e EntryId) {
    let room = entry.rooms.first().and_then(|room| room_index(room));
    (entry.span.start, room.unwrap_or(usize::MAX), &entry.title, &entry.id)
}

fn of_session(pick: &Pick, session: &Session, program: &Program, language: &str) -> Entry {
    Entry {
        id: EntryId::Pick(session.id.clone()),
        title: session.title.clone(),
        span: session.span,
        day: session.day,
        rooms: program.room_names(session, language),
        speakers: session.speakers.clone(),
        priority: pick.priority,
        changes: changes(pick, program),
        followed: pick.was.is_some(),
        returned: pick.standing != Standing::Planned && !session.cancelled,
        standing: pick.standing_in(program),
        source: Source::Program,
    }
}

fn of_copy(pick: &Pick, program: &Program) -> Entry {
    Entry {
        id: EntryId::Pick(pick.session.clone()),
        title: pick.title.clone(),
        span: pick.span,
        day: pick.span.start.program_day(),
        rooms: pick.rooms.clone(),
        speakers: pick.speakers.clone(),
        priority: pick.priority,
        changes: changes(pick, program),
        followed: false,
        returned: false,
        standing: pick.standing_in(program),
        source: Source::Copy,
    }
}

fn of_own(own: &OwnEntry) -> Entry {
    Entry {
        id: EntryId::Own(own.id.clone()),
        title: own.title.clone(),
        span: own.span,
        day: own.span.start.program_day(),
        rooms: own.place.iter().cloned().collect(),
        speakers: Vec::new(),
        priority: None,
        changes: Vec::new(),
        followed: false,
        returned: false,
        standing: Standing::Planned,
        source: Source::Own,
    }
}
