//! Walking between the rooms of entries.

use super::{Entry, EntryId};
use crate::program::{Program, Room, RoomId, Ways};

/// Returns the shortest walking time from one of some rooms to one of others: 0 if they have a room in common, `otherwise` if
/// the program does not state it, also for unknown rooms.
pub fn way(from: &[&RoomId], to: &[&RoomId], ways: &Ways<'_>, otherwise: i64) -> i64 {
    if from.iter().any(|room| to.contains(room)) {
        return 0;
    }
    let minutes = from.iter().flat_map(|from| to.iter().map(|to| ways.minutes(from, to).unwrap_or(otherwise)));
    minutes.min().unwrap_or(otherwise)
}

/// Returns the rooms of the program in which an entry takes place.
pub fn rooms_of<'p>(entry: &Entry, program: &'p Program) -> Vec<&'p RoomId> {
    if let EntryId::Pick(id) = &entry.id
        && let Some(session) = program.session(id)
    {
        return session.rooms.iter().collect();
    }
    let is_here =
        |room: &Room| entry.rooms.iter().any(|name| *name == room.name || room.names.values().any(|other| other == name));
    program.rooms.iter().filter(|room| is_here(room)).map(|room| &room.id).collect()
}

/// Returns for each entry the minutes of walking to it from the entry before on the same day, 0 where there is none or a place is
/// unknown. `entries` must be in time order; `walking` is the minutes between rooms if the program does not state them.
pub fn ways_to(entries: &[Entry], program: &Program, walking: i64) -> Vec<i64> {
    let ways = Ways::of(program);
    let rooms: Vec<_> = entries.iter().map(|entry| rooms_of(entry, program)).collect();
    let mut before: Option<usize> = None;
    let minutes = entries.iter().enumerate().map(|(at, entry)| {
        let from = before.filter(|before| entries[*before].day == entry.day);
        if entry.takes_place() {
            before = Some(at);
        }
        match from {
            Some(from) if !rooms[from].is_empty() && !rooms[at].is_empty() => way(&rooms[from], &rooms[at], &ways, walking),
            _ => 0,
        }
    });
    minutes.collect()
}
