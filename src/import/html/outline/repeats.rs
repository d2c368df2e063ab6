//! What is not of the program among the sessions of a page: times of the office, and what the page shows twice.

use super::super::super::when;
use super::fields::Fields;
use super::places::Read;
use crate::program::{Date, title};
use std::collections::{BTreeMap, BTreeSet};

/// Leaves out times without a day where sessions have days: of the office, of buses.
pub(super) fn without_strays(mut found: Vec<Read>) -> Vec<Fields> {
    let is_dated = |fields: &Fields| fields.day.is_some() || fields.start.len() > 6;
    let dated = found.iter().filter(|read| is_dated(&read.fields)).count();
    if dated > 2 && dated * 2 > found.len() {
        found.retain(|read| is_dated(&read.fields));
    }
    found.into_iter().map(|read| read.fields).collect()
}

/// Days. A conference takes no longer.
const LONGEST: i64 = 14;

/// Whether these are articles with the moments at which they were written: each on another day, over weeks, without an end or a room.
pub(super) fn are_posts(sessions: &[Fields]) -> bool {
    let day = |session: &Fields| session.start.get(..10).and_then(when::date).map(Date::days_since_epoch);
    let moments: Vec<(i64, &Fields)> = sessions.iter().filter_map(|session| Some((day(session)?, session))).collect();
    let days: BTreeSet<i64> = moments.iter().map(|(day, _)| *day).collect();
    let length = days.last().zip(days.first()).map_or(0, |(last, first)| last - first);
    let are_bare = moments.iter().all(|(_, session)| session.end.is_empty() && session.rooms.is_empty());
    moments.len() * 2 > sessions.len() && days.len() == moments.len() && length > LONGEST && are_bare
}

/// Leaves out what a page shows twice, as for wide and for narrow screens.
pub(super) fn without_repeated(found: Vec<Fields>) -> Vec<Fields> {
    let mut kept: Vec<Fields> = Vec::new();
    let mut known: BTreeMap<(String, String, String), Vec<usize>> = BTreeMap::new();
    for fields in found {
        let key = (written_day(&fields), fields.start.clone(), title::normal(&fields.title));
        let same = known.entry(key).or_default();
        let again = same
            .iter()
            .copied()
            .find(|at| kept[*at].rooms == fields.rooms || fields.rooms.is_empty() || kept[*at].rooms.is_empty());
        match again {
            Some(at) => complete(&mut kept[at], fields),
            None => {
                same.push(kept.len());
                kept.push(fields);
            }
        }
    }
    kept
}

/// Returns the day of a session as its letters and numbers: it may be written with other signs the second time.
fn written_day(fields: &Fields) -> String {
    let day = fields.day.as_deref().unwrap_or_default();
    day.to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Gives a session what it lacks and the page says where it shows the same one again.
fn complete(session: &mut Fields, again: Fields) {
    if session.rooms.is_empty() {
        session.rooms = again.rooms;
    }
    if session.end.is_empty() {
        session.end = again.end;
    }
}
