//! How a session differs from what was last seen of it.

use super::{Program, Session, Span};

/// One way in which a session is no longer what it was.
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
    /// Is no longer in the program under its id, and several sessions may be it.
    Ambiguous,
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
            Change::Ambiguous => "ambiguous",
        }
    }
}

/// What was last seen of a session.
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
    /// Whether it was cancelled already.
    pub cancelled: bool,
}

/// What is different now, in the order of [`Change`]; nothing where all is as it was.
///
/// Neither the order of rooms nor that of speakers means anything.
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

/// Names are compared in every language that the program has, since the copy may have been made in another one.
fn same_rooms(seen: &[String], session: &Session, program: &Program) -> bool {
    let is_named = |name: &String| {
        let mut rooms = session.rooms.iter().filter_map(|id| program.room(id));
        rooms.any(|room| room.name == *name || room.names.values().any(|other| other == name))
    };
    session.rooms.len() == seen.len() && seen.iter().all(is_named)
}
