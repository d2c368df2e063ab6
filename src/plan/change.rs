//! How a picked session differs from the copy in the pick.

use super::Pick;
use crate::program::{Program, Session};

/// One way in which a session is no longer what was picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Starts at another time.
    Moved,
    /// Takes longer or shorter.
    Length,
    /// Takes place elsewhere.
    Room,
    /// Has another title.
    Retitled,
    /// Has other speakers.
    Speakers,
    /// Will not take place.
    Cancelled,
    /// Is no longer in the program.
    Removed,
}

impl Change {
    /// The word for it in reports and attributes.
    pub fn as_str(self) -> &'static str {
        match self {
            Change::Moved => "moved",
            Change::Length => "length",
            Change::Room => "room",
            Change::Retitled => "retitled",
            Change::Speakers => "speakers",
            Change::Cancelled => "cancelled",
            Change::Removed => "removed",
        }
    }
}

/// What is different now from what was picked; nothing where all is as it was.
pub fn changes(pick: &Pick, program: &Program) -> Vec<Change> {
    match program.session(&pick.session) {
        Some(session) => differences(pick, session, program),
        None => vec![Change::Removed],
    }
}

fn differences(pick: &Pick, session: &Session, program: &Program) -> Vec<Change> {
    let table = [
        (Change::Moved, pick.span.start != session.span.start),
        (Change::Length, pick.span.minutes() != session.span.minutes()),
        (Change::Room, !same_rooms(pick, session, program)),
        (Change::Retitled, pick.title != session.title),
        (Change::Speakers, pick.speakers != session.speakers),
        (Change::Cancelled, session.cancelled),
    ];
    table.into_iter().filter_map(|(change, happened)| happened.then_some(change)).collect()
}

/// Names are compared in every language the program has, since the pick may have been made in another one.
fn same_rooms(pick: &Pick, session: &Session, program: &Program) -> bool {
    let rooms: Vec<_> = session.rooms.iter().filter_map(|id| program.room(id)).collect();
    rooms.len() == pick.rooms.len()
        && rooms.iter().zip(&pick.rooms).all(|(room, seen)| room.name == *seen || room.names.values().any(|name| name == seen))
}
