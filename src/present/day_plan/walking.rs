//! Changes for which there is less time than walking takes.

use crate::plan::Entry;
pub(in crate::present) use crate::plan::{rooms_of, way};
use crate::program::order::in_order;
use crate::program::{Program, Ways};

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
