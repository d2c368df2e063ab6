//! Overlaps and gaps between the entries of a plan.

use super::{Entry, EntryId, Plan, Standing};
use crate::program::Moment;

/// Two entries that share time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overlap {
    /// Index of the entry that starts earlier.
    pub first: usize,
    /// Index of the other entry.
    pub second: usize,
    /// How many minutes they share.
    pub minutes: i64,
}

/// Free time between two entries of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// Index of the entry after it.
    pub before: usize,
    /// When all earlier entries have ended.
    pub start: Moment,
    /// When the next one begins.
    pub end: Moment,
}

impl Gap {
    /// Returns its length in whole minutes.
    pub fn minutes(self) -> i64 {
        (self.end.unix() - self.start.unix()) / 60
    }
}

/// The most overlaps of one entry with later ones that are returned. Nobody needs more, and all pairs of a very large plan
/// would take too long.
const MOST: usize = 100;

/// Returns the pairs of entries that share time. Cancelled and removed sessions take none. If very many share time, only the first
/// overlaps of each entry are returned.
///
/// `entries` must be in time order; the result has indices into it.
pub fn overlaps(entries: &[Entry]) -> Vec<Overlap> {
    let mut found = Vec::new();
    let held: Vec<(usize, &Entry)> = held(entries).collect();
    for (at, (first, entry)) in held.iter().copied().enumerate() {
        let later = held[at + 1..].iter().copied().take(MOST);
        for (second, other) in later.take_while(|(_, other)| other.span.start < entry.span.end) {
            if let Some(minutes) = entry.span.overlap_minutes(other.span) {
                found.push(Overlap { first, second, minutes });
            }
        }
    }
    found
}

/// The entries that take place, with their indices.
fn held(entries: &[Entry]) -> impl Iterator<Item = (usize, &Entry)> {
    entries.iter().enumerate().filter(|(_, entry)| entry.takes_place())
}

/// Returns the pairs of entries that share time now and did not when they were picked or confirmed. `entries` must be in time order
/// and be those of the plan.
pub fn new_overlaps(entries: &[Entry], plan: &Plan) -> Vec<Overlap> {
    let seen = |entry: &Entry| match &entry.id {
        EntryId::Pick(session) => plan.picks.get(session).map(|record| (record.value.span, record.value.standing)),
        EntryId::Own(_) => Some((entry.span, Standing::Planned)),
    };
    let overlapped = |overlap: &Overlap| match (seen(&entries[overlap.first]), seen(&entries[overlap.second])) {
        (Some((one, Standing::Planned)), Some((other, Standing::Planned))) => one.overlap_minutes(other).is_some(),
        _ => false,
    };
    let mut found = overlaps(entries);
    found.retain(|overlap| !overlapped(overlap));
    found
}

/// Returns the free times between entries of the same program day that take place; `entries` must be in time order.
///
/// Time before the first and after the last entry of a day is not a gap.
pub fn gaps(entries: &[Entry]) -> Vec<Gap> {
    let mut found = Vec::new();
    let mut busy_until: Option<(Moment, crate::program::Date)> = None;
    for (before, entry) in held(entries) {
        match busy_until.filter(|(_, day)| *day == entry.day) {
            Some((start, _)) if start < entry.span.start => found.push(Gap { before, start, end: entry.span.start }),
            _ => {}
        }
        let until = entry.span.until();
        let earlier = busy_until.filter(|(_, day)| *day == entry.day).map_or(until, |(end, _)| end);
        busy_until = Some((earlier.max(until), entry.day));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::tests::span;
    use crate::plan::{EntryId, Source};
    use crate::program::Date;

    /// Returns entries written as `13:00-13:25 13:10-14:00`.
    fn entries(text: &str) -> Vec<Entry> {
        let entry = |(at, range): (usize, &str)| {
            let (from, to) = range.split_once('-').unwrap();
            Entry {
                id: EntryId::Own(at.to_string()),
                title: range.to_owned(),
                span: span(from, to),
                day: Date::parse("2018-08-18").unwrap(),
                rooms: Vec::new(),
                speakers: Vec::new(),
                priority: None,
                changes: Vec::new(),
                followed: false,
                returned: false,
                standing: Standing::Planned,
                source: Source::Own,
            }
        };
        text.split_whitespace().enumerate().map(entry).collect()
    }

    #[test]
    fn overlaps_returns_every_pair_with_its_minutes() {
        let found: Vec<_> = overlaps(&entries("10:00-12:00 10:30-11:00 11:00-11:30 11:45-12:30"))
            .iter()
            .map(|overlap| (overlap.first, overlap.second, overlap.minutes))
            .collect();
        assert_eq!(found, [(0, 1, 30), (0, 2, 30), (0, 3, 15)]);
        assert_eq!(overlaps(&entries("10:00-11:00 11:00-12:00")), []);
    }

    #[test]
    fn what_does_not_take_place_takes_no_time() {
        let mut entries = entries("10:00-11:00 10:30-12:00 11:30-13:00 14:00-15:00");
        entries[1].standing = Standing::Removed;
        assert_eq!(overlaps(&entries), []);
        let gaps: Vec<_> = gaps(&entries).iter().map(|gap| (gap.before, gap.minutes())).collect();
        assert_eq!(gaps, [(2, 30), (3, 60)]);
    }

    #[test]
    fn gaps_are_between_entries_and_not_during_a_long_one() {
        let found: Vec<_> = gaps(&entries("09:00-12:00 09:30-10:00 12:30-13:00 13:00-14:00 15:00-16:00"))
            .iter()
            .map(|gap| (gap.before, gap.minutes()))
            .collect();
        assert_eq!(found, [(2, 30), (4, 60)]);
        assert_eq!(gaps(&entries("09:00-12:00")), []);
        let without_end: Vec<_> = gaps(&entries("09:00-09:00 09:40-10:00")).iter().map(|gap| gap.minutes()).collect();
        assert_eq!(without_end, [10], "what has no end takes time as well");
    }
}
