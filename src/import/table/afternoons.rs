//! Times of day without AM and PM on a clock of twelve hours: `10:30`, then `1:30`.

use super::super::draft::{DraftRow, End, Start};
use super::super::when::When;
use crate::messages::import::Remark;
use std::collections::BTreeSet;

const HOUR: i64 = 3600;
const HALF: i64 = 12 * HOUR;
const DAY: i64 = 2 * HALF;

/// What begins before that, below what begins later, is in the afternoon.
const MORNING: i64 = 7 * HOUR;

/// Moves what is in the afternoon there, if no time is after 13:00 and times run backwards without that. Returns what is to be said.
/// The days of the rows must be those of what they stand under, and not dates of their own.
pub(super) fn move_on(rows: &mut [DraftRow]) -> Option<Remark> {
    let is_half = |clock: i64| (HOUR..HALF + HOUR).contains(&clock);
    let are_halves = rows.iter().all(|row| {
        local(&row.start).is_some_and(|start| is_half(start.rem_euclid(DAY)))
            && (matches!(row.end, End::Missing) || end(row).is_some_and(|end| is_half(end.rem_euclid(DAY))))
    });
    if !are_halves {
        return None;
    }
    let mut mornings: BTreeSet<i64> = BTreeSet::new();
    let mut count = 0;
    for row in rows {
        let Some(start) = local(&row.start) else { continue };
        if start.rem_euclid(DAY) >= MORNING {
            mornings.insert(start.div_euclid(DAY));
        } else if mornings.contains(&start.div_euclid(DAY)) {
            row.start = Start::At(When::Local(start + HALF));
            count += 1;
        }
        let start = local(&row.start).unwrap_or(start);
        if let Some(end) = end(row).filter(|end| *end < start) {
            row.end = End::At(When::Local(end + HALF));
        }
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
