//! Times of day without AM and PM on a clock of twelve hours: `12:50`, then `2:15`.

use super::super::draft::{End, Start};
use super::super::when::When;
use super::choice::Reading;
use super::walk::{Around, Entry};
use crate::messages::import::Remark;

const HOUR: i64 = 3600;
const HALF: i64 = 12 * HOUR;
const DAY: i64 = 2 * HALF;

/// What begins before that in the morning is rather in the afternoon.
const MORNING: i64 = 7 * HOUR;

/// Moves what is in the afternoon there, if no time is after 13:00 and times run backwards without that. Returns what is to be said.
pub(super) fn move_on(reading: &mut Reading) -> Option<Remark> {
    let clocks =
        || reading.entries.iter().filter(|(_, times)| times.is_on_day_around).map(|(entry, times)| (entry, spans(times)));
    let is_half = |clock: i64| (HOUR..HALF + HOUR).contains(&clock);
    let are_halves = clocks().all(|(_, span)| span.is_some_and(|(start, end)| is_half(start) && end.is_none_or(is_half)));
    let runs_back = |(start, end): (i64, Option<i64>)| start >= MORNING && end.is_some_and(|end| end < start);
    if !are_halves || !clocks().any(|(_, span)| span.is_some_and(runs_back)) {
        return None;
    }
    let (mut before, mut count) = (None, 0);
    for (entry, times) in reading.entries.iter_mut().filter(|(_, times)| times.is_on_day_around) {
        let (Some((clock, end)), Start::At(When::Local(start))) = (spans(times), &mut times.start) else { continue };
        let list = list(entry);
        let earliest = before.filter(|(known, _)| *known == list).map_or(MORNING, |(_, latest)| latest);
        let moved = if clock < earliest { clock + HALF } else { clock };
        *start += moved - clock;
        count += usize::from(moved != clock);
        if let (End::At(When::Local(at)), Some(end)) = (&mut times.end, end) {
            let ahead = (end - moved).rem_euclid(HALF);
            *at = *start + ahead;
        }
        before = Some((list, moved));
    }
    (count > 0).then_some(Remark::Afternoons { count })
}

/// Returns the times of day of start and end; `None` if the start is not known.
fn spans(times: &super::times::Times) -> Option<(i64, Option<i64>)> {
    let Start::At(When::Local(start)) = times.start else { return None };
    let end = match times.end {
        End::At(When::Local(end)) => Some(end.rem_euclid(DAY)),
        _ => None,
    };
    Some((start.rem_euclid(DAY), end))
}

/// Tells apart the lists in which entries stand.
fn list(entry: &Entry) -> (usize, *const u8) {
    let inner = entry.around.iter().rev().find_map(|around| match around {
        Around::Record { record, .. } => Some(std::ptr::from_ref(*record).cast()),
        Around::Key { key, .. } => Some(key.as_ptr()),
        Around::Position { .. } => None,
    });
    (entry.around.len(), inner.unwrap_or(std::ptr::null()))
}
