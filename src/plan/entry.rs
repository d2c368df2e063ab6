//! The plan as one list of entries, picks and own entries alike.

use super::{Change, OwnEntry, Pick, Plan, Priority, Standing, changes};
use crate::program::order::{in_order, sorted};
use crate::program::{Date, Moment, Program, Session, SessionId, Span};

/// Names an entry within its plan.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryId {
    /// A pick of this session.
    Pick(SessionId),
    /// The own entry with this id.
    Own(String),
}

impl EntryId {
    /// The session's or own entry's id.
    pub fn as_str(&self) -> &str {
        match self {
            EntryId::Pick(session) => session.as_str(),
            EntryId::Own(id) => id,
        }
    }
}

/// Where an entry's particulars come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The program has the session.
    Program,
    /// The session left the program; the pick's copy speaks for it.
    Copy,
    /// The person wrote it.
    Own,
}

/// One entry of the plan as it stands now.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Which entry.
    pub id: EntryId,
    /// What.
    pub title: String,
    /// When.
    pub span: Span,
    /// The program day it belongs to.
    pub day: Date,
    /// Where: names of rooms, or the place of an own entry.
    pub rooms: Vec<String>,
    /// By whom.
    pub speakers: Vec<String>,
    /// How much the person wants it, where they said.
    pub priority: Option<Priority>,
    /// How it differs from what was picked.
    pub changes: Vec<Change>,
    /// The program lists it under another id than when it was picked, and the person has not confirmed that.
    pub followed: bool,
    /// It takes place after all: when last seen it was cancelled, or not in the program.
    pub returned: bool,
    /// What became of it, whether the person confirmed that or not.
    pub standing: Standing,
    /// Where the above comes from.
    pub source: Source,
}

/// All entries by start, then in the order of the program's rooms, with room names in the given language (a tag such as `ko`).
pub fn entries(plan: &Plan, program: &Program, language: &str) -> Vec<Entry> {
    let picks = plan.picks().map(|pick| match program.session(&pick.session) {
        Some(session) => of_session(pick, session, program, language),
        None => of_copy(pick, program),
    });
    let names: Vec<&str> = program.rooms.iter().map(|room| room.name_in(language)).collect();
    let by_name = in_order(names.len(), &|one, other| names[one].cmp(names[other]));
    // Of two rooms with one name the first.
    let place = |name: &str| {
        let at = by_name.partition_point(|place| names[*place] < name);
        by_name.get(at).copied().filter(|place| names[*place] == name)
    };
    let entries = picks.chain(plan.own().map(of_own)).collect();
    sorted(entries, |one, other| order(one, &place).cmp(&order(other, &place)))
}

/// Own entries and rooms that the program does not know come after the others of their time.
fn order<'e>(entry: &'e Entry, place: &dyn Fn(&str) -> Option<usize>) -> (Moment, usize, &'e str, &'e EntryId) {
    let room = entry.rooms.first().and_then(|room| place(room));
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
