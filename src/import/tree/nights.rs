//! Sessions after midnight that a list has under the day before.

use super::super::draft::{End, Start};
use super::super::when::When;
use super::choice::Reading;
use super::titles;
use crate::messages::import::Remark;
use crate::program::line;
use std::collections::BTreeMap;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// Until then a program day lasts.
const MORNING: i64 = 4 * HOUR;

/// How many titles a remark has.
const MAX_TITLES: usize = 3;

/// Moves what begins after midnight to the next date if it stands below what begins in the afternoon or evening of the same day.
/// Returns what is to be said about it.
pub(super) fn move_on(reading: &mut Reading) -> Option<Remark> {
    let mut latest: BTreeMap<i64, i64> = BTreeMap::new();
    let mut moved = Vec::new();
    for (entry, times) in reading.entries.iter_mut().filter(|(_, times)| times.is_on_day_around) {
        let Start::At(When::Local(start)) = &mut times.start else { continue };
        let (day, clock) = (start.div_euclid(DAY), start.rem_euclid(DAY));
        let before = latest.entry(day).or_insert(0);
        if clock < MORNING && *before >= 12 * HOUR && is_short(*start, &times.end) {
            *start += DAY;
            if let End::At(When::Local(end)) = &mut times.end {
                *end += DAY;
            }
            moved.push(titles::title(entry.record).map(|(title, _)| line::excerpt(title)).unwrap_or_default());
        }
        *before = clock.max(*before);
    }
    let count = moved.len();
    moved.truncate(MAX_TITLES);
    (count > 0).then_some(Remark::AfterMidnight { count, first: moved })
}

/// Whether a session is not one of the whole day. At midnight exactly, only what has an end is not a gap in the data.
fn is_short(start: i64, end: &End) -> bool {
    match end {
        End::At(When::Local(end)) => end - start < DAY / 2,
        End::At(_) => false,
        End::After(minutes) => *minutes < 12 * 60,
        End::Unreadable(_) | End::Missing => start.rem_euclid(DAY) > 0,
    }
}
