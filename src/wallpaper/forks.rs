//! Forks: which entries of a picture run side by side, each in a lane of its own.

use super::rows::EntryRow;

/// Further entries at one time share the last lane.
pub(super) const MOST_LANES: usize = 4;

/// The way of an entry along the spine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fork {
    /// Its lane, from 0.
    pub(super) lane: usize,
    /// The last row that begins before it ends: so far its own line of the spine runs beside the others.
    pub(super) last: usize,
    /// Whether it is the last row of its day, after which the spine is broken off.
    pub(super) ends_day: bool,
}

/// Returns the ways of the rows of a picture. What does not take place is in no one's way.
pub(super) fn forks(rows: &[EntryRow]) -> Vec<Fork> {
    let mut forks: Vec<Fork> = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        let runs = |other: usize| row.off.is_none() && rows[other].off.is_none() && rows[other].span.until() > row.span.start;
        let is_taken = |lane: usize| forks.iter().enumerate().any(|(other, fork)| fork.lane == lane && runs(other));
        let lane = (0..MOST_LANES - 1).find(|lane| !is_taken(*lane)).unwrap_or(MOST_LANES - 1);
        let begins_during = |other: &EntryRow| other.day == row.day && other.span.start < row.span.end;
        let during = rows[at + 1..].iter().take_while(|other| begins_during(other)).count();
        let last = if row.off.is_some() || lane == MOST_LANES - 1 { at } else { at + during };
        forks.push(Fork { lane, last, ends_day: rows.get(at + 1).is_none_or(|next| next.day != row.day) });
    }
    forks
}
