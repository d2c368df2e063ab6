//! Walking between rooms, and changes for which there is too little time.

use crate::plan::{Entry, EntryId};
use crate::program::order::in_order;
use crate::program::{Program, Room, RoomId, Ways};

/// The most entries before another one that are considered, the last ones first: nobody comes from more rooms.
const MOST: usize = 50;

/// A change for which there is less time than walking takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tight {
    /// Index of the entry before.
    pub from: usize,
    /// The minutes between the two.
    pub minutes: i64,
    /// The minutes of walking.
    pub needed: i64,
}

/// Returns the shortest walking time from one of some rooms to one of others: 0 if they have a room in common, `otherwise` if
/// the program does not state it, also for unknown rooms.
pub(in crate::present) fn way(from: &[&RoomId], to: &[&RoomId], ways: &Ways<'_>, otherwise: i64) -> i64 {
    if from.iter().any(|room| to.contains(room)) {
        return 0;
    }
    let minutes = from.iter().flat_map(|from| to.iter().map(|to| ways.minutes(from, to).unwrap_or(otherwise)));
    minutes.min().unwrap_or(otherwise)
}

/// Returns the rooms of the program in which an entry takes place.
pub(in crate::present) fn rooms_of<'p>(entry: &Entry, program: &'p Program) -> Vec<&'p RoomId> {
    if let EntryId::Pick(id) = &entry.id
        && let Some(session) = program.session(id)
    {
        return session.rooms.iter().collect();
    }
    let is_here =
        |room: &Room| entry.rooms.iter().any(|name| *name == room.name || room.names.values().any(|other| other == name));
    program.rooms.iter().filter(|room| is_here(room)).map(|room| &room.id).collect()
}

/// Returns for each entry the tightest change to it. Cancelled and removed entries are ignored.
pub(super) fn tight_changes(entries: &[Entry], program: &Program, walking: i64) -> Vec<Option<Tight>> {
    let ways = Ways::of(program);
    let rooms: Vec<_> = entries.iter().map(|entry| rooms_of(entry, program)).collect();
    let change = |from: usize, to: usize| {
        let minutes = (entries[to].span.start.unix() - entries[from].span.end.unix()).div_euclid(60);
        let can_be =
            minutes >= 0 && entries[from].day == entries[to].day && entries[from].takes_place() && entries[to].takes_place();
        let needed = if can_be { way(&rooms[from], &rooms[to], &ways, walking) } else { 0 };
        (can_be && minutes < needed).then_some(Tight { from, minutes, needed })
    };
    let by_end = in_order(entries.len(), &|one, other| entries[one].span.end.cmp(&entries[other].span.end));
    let longest = ways.longest().max(walking);
    let ended = |unix: i64| by_end.partition_point(|at| entries[*at].span.end.unix() <= unix);
    let hardest = |to: usize| {
        let start = entries[to].span.start.unix();
        let (first, end) = (ended(start - 60 * longest), ended(start));
        let before = by_end[first..end].iter().rev().take(MOST).copied().filter(|from| *from < to);
        before.filter_map(|from| change(from, to)).max_by_key(|tight| (tight.needed - tight.minutes, tight.from))
    };
    (0..entries.len()).map(hardest).collect()
}
