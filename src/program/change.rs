//! The differences between a session and an earlier copy of it.

use super::{Program, Session, Span};

/// One way in which a session has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It starts at another time.
    Moved,
    /// It is longer or shorter.
    Length,
    /// It is in another room.
    Room,
    /// It has another title.
    Retitled,
    /// It has other speakers.
    Speakers,
    /// It is cancelled.
    Cancelled,
    /// It is no longer in the program.
    Removed,
    /// It is no longer in the program under its id, and several sessions are candidates.
    Ambiguous,
}

impl Change {
    /// Returns its name in reports and attributes.
    pub fn as_str(self) -> &'static str {
        match self {
            Change::Moved => "moved",
            Change::Length => "length",
            Change::Room => "room",
            Change::Retitled => "retitled",
            Change::Speakers => "speakers",
            Change::Cancelled => "cancelled",
            Change::Removed => "removed",
            Change::Ambiguous => "ambiguous",
        }
    }
}

/// A session as it was when it was copied.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its time.
    pub span: Span,
    /// The names of its rooms, in any language.
    pub rooms: &'a [String],
    /// Its speakers.
    pub speakers: &'a [String],
    /// Whether it was cancelled then.
    pub cancelled: bool,
}

/// Returns what has changed since, in the order of [`Change`].
///
/// The order of rooms and the order of speakers do not matter.
pub fn differences(seen: Seen<'_>, session: &Session, program: &Program) -> Vec<Change> {
    let table = [
        (Change::Moved, seen.span.start != session.span.start),
        (Change::Length, seen.span.minutes() != session.span.minutes()),
        (Change::Room, !same_rooms(seen.rooms, session, program)),
        (Change::Retitled, seen.title != session.title),
        (Change::Speakers, !same_names(seen.speakers, &session.speakers)),
        (Change::Cancelled, session.cancelled && !seen.cancelled),
    ];
    table.into_iter().filter_map(|(change, happened)| happened.then_some(change)).collect()
}

fn same_names(seen: &[String], now: &[String]) -> bool {
    seen.len() == now.len() && seen.iter().all(|name| now.contains(name))
}

/// Names are compared in all languages of the program, since the copy may have been made in another one.
fn same_rooms(seen: &[String], session: &Session, program: &Program) -> bool {
    let is_named = |name: &String| {
        let mut rooms = session.rooms.iter().filter_map(|id| program.room(id));
        rooms.any(|room| room.name == *name || room.names.values().any(|other| other == name))
    };
    session.rooms.len() == seen.len() && seen.iter().all(is_named)
}
