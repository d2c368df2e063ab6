//! Days that say when they begin, and of what happens on them only how long it takes: one thing after the other.

use super::super::draft::{End, Start};
use super::super::json::Json;
use super::super::when::When;
use super::choice::Reading;
use super::keys::{self, Role};
use super::records::has_time;
use super::walk::Around;
use crate::messages::import::Remark;
use crate::program::Moment;
use std::collections::{BTreeMap, BTreeSet};

/// Has what stands in a day begin when the thing above it ends, and returns what is to be said about it. After something that does not
/// say how long it takes, nobody knows.
pub(super) fn put_in_order(reading: &mut Reading) -> Option<Remark> {
    let mut days: BTreeMap<*const Json, Vec<usize>> = BTreeMap::new();
    for (at, (entry, times)) in reading.entries.iter().enumerate() {
        let around = entry.around.iter().rev().find_map(|around| match around {
            Around::Record { record, is_one_of_many: true, .. } => Some(*record),
            _ => None,
        });
        let around = around.filter(|record| has_time(record)).map(std::ptr::from_ref);
        if times.is_own || times.start.seconds().is_none() {
            return None;
        }
        days.entry(around?).or_default().push(at);
    }
    let starts = days.values().filter_map(|entries| reading.entries[entries[0]].1.start.seconds());
    let dates: BTreeSet<i64> = starts.map(|start| start.div_euclid(86_400)).collect();
    let lengths: Vec<bool> = reading.entries.iter().map(|(entry, _)| states_length(entry.record)).collect();
    let have_lengths = days.values().any(|entries| entries.len() > 1) && lengths.contains(&true);
    if dates.len() < days.len() || !have_lengths {
        return None;
    }
    let mut count = 0;
    for entries in days.values() {
        let mut ahead = Some(0);
        for at in entries {
            let times = &mut reading.entries[*at].1;
            let length = match times.end {
                End::After(minutes) if lengths[*at] => Some(minutes),
                _ => None,
            };
            times.start = ahead.and_then(|ahead| later(&times.start, ahead)).unwrap_or(Start::Missing);
            count += usize::from(ahead.is_some_and(|ahead| ahead > 0));
            ahead = ahead.zip(length).map(|(ahead, length)| ahead + length);
        }
    }
    reading.timed = reading.entries.iter().filter(|(_, times)| times.start.seconds().is_some()).count();
    Some(Remark::OneAfterTheOther { count })
}

fn states_length(record: &Json) -> bool {
    record.fields().iter().any(|(name, value)| matches!(keys::role(name), Role::Length(_)) && !value.is_null())
}

/// Returns the start some minutes later.
fn later(start: &Start, minutes: i64) -> Option<Start> {
    let seconds = minutes * 60;
    match start {
        Start::At(When::Local(at)) => Some(Start::At(When::Local(at + seconds))),
        Start::At(When::Utc(at)) => Some(Start::At(When::Utc(at + seconds))),
        Start::At(When::Stated(moment)) => Some(Start::At(When::Stated(Moment::new(moment.unix() + seconds, moment.offset())?))),
        _ => None,
    }
}
