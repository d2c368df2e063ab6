//! Times of day without AM and PM on a clock of twelve hours: `10:30`, then `1:30`.

use super::super::draft::{DraftRow, End, Start};
use super::super::when::When;
use crate::messages::import::Remark;
use std::collections::BTreeMap;

const HOUR: i64 = 3600;
const HALF: i64 = 12 * HOUR;
const DAY: i64 = 2 * HALF;

/// What begins before that, below what begins later, is in the afternoon.
const DAWN: i64 = 6 * HOUR;

/// What begins before that may go on in the evening, if it follows the afternoon this closely.
const MORNING: i64 = 9 * HOUR;
const CLOSE: i64 = 5 * HOUR / 2;

/// Moves what is in the afternoon there, if no time is after 13:00 and times run backwards without that. Returns what is to be said.
/// The days of the rows must be those of what they stand under, and not dates of their own.
pub(super) fn move_on(rows: &mut [DraftRow]) -> Option<Remark> {
    let is_half = |clock: i64| (HOUR..HALF + HOUR).contains(&clock);
    // A meal may be written "12:00-13:00" above "1:00".
    let ends_in_half = |clock: i64| is_half(clock) || clock == HALF + HOUR;
    let are_halves = rows.iter().all(|row| {
        local(&row.start).is_some_and(|start| is_half(start.rem_euclid(DAY)))
            && (matches!(row.end, End::Missing) || end(row).is_some_and(|end| ends_in_half(end.rem_euclid(DAY))))
    });
    if !are_halves {
        return None;
    }
    // The latest start of each day so far.
    let mut latest: BTreeMap<i64, i64> = BTreeMap::new();
    let mut count = 0;
    for row in rows {
        let Some(stated) = local(&row.start) else { continue };
        let (day, clock) = (stated.div_euclid(DAY), stated.rem_euclid(DAY));
        let before = latest.get(&day).copied().unwrap_or(0);
        let goes_on = before >= HALF + HOUR && clock < MORNING && (0..CLOSE).contains(&(clock + HALF - before));
        let is_after = before >= DAWN && clock < DAWN || goes_on;
        let start = if is_after { stated + HALF } else { stated };
        latest.insert(day, before.max(start.rem_euclid(DAY)));
        row.start = Start::At(When::Local(start));
        let end = end(row).filter(|end| *end < start && end + HALF - start < HALF / 2);
        if let Some(end) = end {
            row.end = End::At(When::Local(end + HALF));
        }
        count += usize::from(is_after || end.is_some());
    }
    (count > 0).then_some(Remark::Afternoons { count })
}

fn local(start: &Start) -> Option<i64> {
    match start {
        Start::At(When::Local(seconds)) => Some(*seconds),
        _ => None,
    }
}

fn end(row: &DraftRow) -> Option<i64> {
    match row.end {
        End::At(When::Local(seconds)) => Some(seconds),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the hours at which rows with these hours begin.
    fn hours(stated: &[i64]) -> Vec<i64> {
        let row = |hour: &i64| DraftRow::new(String::new(), Start::At(When::Local(hour * HOUR)), End::Missing);
        let mut rows: Vec<DraftRow> = stated.iter().map(row).collect();
        move_on(&mut rows);
        rows.iter().filter_map(|row| local(&row.start)).map(|start| start / HOUR).collect()
    }

    #[test]
    fn only_what_runs_backwards_is_in_the_afternoon() {
        for (stated, expected) in [
            (&[9, 11, 12, 1, 3, 5, 7][..], &[9, 11, 12, 13, 15, 17, 19][..]),
            // Parallel rooms, one below the other.
            (&[9, 11, 2, 9, 11, 2], &[9, 11, 14, 9, 11, 14]),
            (&[8, 10, 12, 6, 9], &[8, 10, 12, 6, 9]),
            (&[10, 12, 14, 2], &[10, 12, 14, 2]),
            (&[1, 2, 3], &[1, 2, 3]),
        ] {
            assert_eq!(hours(stated), expected, "{stated:?}");
        }
    }
}
