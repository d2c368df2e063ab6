//! Sessions after midnight that stand under the day before.

use super::super::when::When;
use super::{End, Start};
use crate::messages::import::Remark;
use crate::program::line;
use std::collections::BTreeMap;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// Until then a program day lasts.
const MORNING: i64 = 4 * HOUR;

/// How many titles a remark has.
const MAX_TITLES: usize = 3;

/// What has been read of a list so far.
#[derive(Debug, Default)]
pub(in crate::import) struct Nights {
    /// The latest time of day of each day.
    latest: BTreeMap<i64, i64>,
    moved: Vec<String>,
    count: usize,
}

impl Nights {
    /// Moves what begins after midnight to the next date if it stands below what begins in the afternoon or evening of the same day.
    /// The day must be that of what it stands under, and not a date of its own.
    pub fn move_on(&mut self, title: &str, start: &mut Start, end: &mut End) {
        let Start::At(When::Local(start)) = start else { return };
        let (day, clock) = (start.div_euclid(DAY), start.rem_euclid(DAY));
        let latest = self.latest.entry(day).or_insert(0);
        // 2:15 after 12:50 is rather on a clock of twelve hours.
        if clock < MORNING && *latest >= 13 * HOUR && is_short(*start, end) {
            *start += DAY;
            if let End::At(When::Local(end)) = end {
                *end += DAY;
            }
            self.count += 1;
            if self.moved.len() < MAX_TITLES {
                self.moved.push(line::excerpt(title));
            }
        }
        *latest = clock.max(*latest);
    }

    /// Returns what is to be said about it.
    pub fn remark(self) -> Option<Remark> {
        (self.count > 0).then_some(Remark::AfterMidnight { count: self.count, first: self.moved })
    }
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
