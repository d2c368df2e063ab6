//! Choosing the lists that hold the sessions.

use super::super::draft::{End, Nights, Start};
use super::super::json::Json;
use super::keys::{self, Role};
use super::papers::{self, Contents};
use super::row;
use super::times::Times;
use super::titles;
use super::walk::{Around, Entry, Group};
use crate::messages::import::Remark;
use crate::program::title::normal;
use std::collections::BTreeSet;

/// A group with the times of its entries.
pub(super) struct Reading<'a> {
    pub path: String,
    pub entries: Vec<(Entry<'a>, Times)>,
    /// How many have a start.
    pub timed: usize,
}

/// What was chosen.
pub(super) struct Choice<'a> {
    /// The lists with the sessions, the largest first. More than one if they are parts of one program.
    pub chosen: Vec<Reading<'a>>,
    /// Lists with times that are not part of it.
    pub others: Vec<Reading<'a>>,
    /// Whether it is unclear which of the others is meant.
    pub is_unclear: bool,
    /// What happens in a session: the papers of a session at a scientific conference.
    pub contents: Contents,
}

/// The most lists with times. They are compared with each other.
const MAX_LISTS: usize = 200;

/// Minutes that no day of a conference is short of.
const SHORT: i64 = 3 * 60;

/// Days between lists of the same program, such as workshops before a conference.
const NEAR: i64 = 21;

impl<'a> Reading<'a> {
    pub fn of(group: Group<'a>, times: impl Fn(&Entry<'a>) -> Times) -> Reading<'a> {
        let mut entries: Vec<(Entry, Times)> = group
            .entries
            .into_iter()
            .map(|entry| {
                let times = times(&entry);
                (entry, times)
            })
            .collect();
        without_others_times(&mut entries);
        let timed = timed(&entries);
        Reading { path: group.path, entries, timed }
    }

    /// Moves what begins after midnight into the night after its day, and returns what is to be said about it.
    pub fn move_nights_on(&mut self) -> Option<Remark> {
        let mut nights = Nights::default();
        for (entry, times) in self.entries.iter_mut().filter(|(_, times)| times.is_on_day_around) {
            let title = titles::title(entry.record).map(|(title, _)| title).unwrap_or_default();
            nights.move_on(title, &mut times.start, &mut times.end);
        }
        nights.remark()
    }

    /// Whether the keys of the entries are rooms and not ids: they repeat.
    pub fn keys_are_rooms(&self) -> bool {
        let keys = || {
            self.entries.iter().filter_map(|(entry, _)| match entry.around.last() {
                Some(Around::Key { key, place }) => Some((*key, *place)),
                _ => None,
            })
        };
        let distinct: BTreeSet<(&str, Role)> = keys().collect();
        !distinct.is_empty() && (distinct.len() < keys().count() || keys().all(|(_, place)| place == Role::Room))
    }

    fn is_likely(&self) -> bool {
        let inherited = || self.entries.iter().filter(|(_, times)| !times.is_own);
        let starts: BTreeSet<i64> = self.starts().collect();
        // Very many at once in a part that only has a start are its contents, but none of them starts then, unless each has a room.
        let all_inherited = inherited().count() == self.entries.len() && !self.has_own_rooms() && !self.keys_are_rooms();
        self.timed > 0 && self.timed * 3 >= self.entries.len() && !(all_inherited && self.timed > 30 * starts.len())
    }

    fn starts(&self) -> impl Iterator<Item = i64> {
        self.entries.iter().filter_map(|(_, times)| times.start.seconds())
    }

    fn is_inside(&self, other: &Reading) -> bool {
        self.path
            .strip_prefix(other.path.as_str())
            .is_some_and(|rest| rest.starts_with('.') || other.path.is_empty() && !rest.is_empty())
    }

    fn has_own_times(&self) -> bool {
        2 * self.entries.iter().filter(|(_, times)| times.is_own).count() > self.entries.len()
    }

    /// Whether entries in the same thing around them have rooms of their own.
    fn has_own_rooms(&self) -> bool {
        2 * self.entries.iter().filter(|(entry, _)| row::has_room(entry.record)).count() > self.entries.len()
    }

    /// Whether these happen in the sessions of another list, and are none themselves.
    fn are_contents_of(&self, outer: &Reading) -> bool {
        let are_parallel = !self.has_own_times() && (self.has_own_rooms() || self.keys_are_rooms());
        !outer.are_days() && !are_parallel && (outer.has_own_times() || !self.has_own_times())
    }

    /// Whether there is at most one for each day, and none as short as a session, so that they are the days.
    fn are_days(&self) -> bool {
        let days: BTreeSet<i64> = self.starts().map(|start| start.div_euclid(86_400)).collect();
        days.len() == self.timed && !self.entries.iter().any(|(_, times)| is_short(times))
    }

    fn keys(&self) -> BTreeSet<(String, i64)> {
        self.entries.iter().filter_map(|(entry, times)| key(entry, times)).collect()
    }

    fn days(&self) -> Option<(i64, i64)> {
        Some((self.starts().min()?.div_euclid(86_400), self.starts().max()?.div_euclid(86_400)))
    }

    fn is_near(&self, other: &Reading) -> bool {
        let Some(((first, last), (other_first, other_last))) = self.days().zip(other.days()) else { return false };
        first <= other_last + NEAR && other_first <= last + NEAR
    }
}

/// Chooses among readings; the person may have said which of them is meant.
pub(super) fn choose<'a>(readings: Vec<Reading<'a>>, is_meant: impl Fn(&Reading) -> bool) -> Choice<'a> {
    let mut readings: Vec<Reading> = readings.into_iter().filter(Reading::is_likely).collect();
    readings.sort_by_key(|reading| (!is_meant(reading), std::cmp::Reverse(reading.timed)));
    let is_told = readings.first().is_some_and(&is_meant);
    let are_too_many = readings.len() > MAX_LISTS;
    readings.truncate(MAX_LISTS);
    let contents = sort_out_nested(&mut readings);
    let kept = readings.into_iter().filter(|reading| reading.timed > 0);
    let (mut chosen, mut others): (Vec<Reading>, Vec<Reading>) = (Vec::new(), Vec::new());
    let mut known: BTreeSet<(String, i64)> = BTreeSet::new();
    let mut is_unclear = are_too_many;
    for mut reading in kept {
        if chosen.first().is_some_and(|main| !reading.is_near(main)) {
            is_unclear |= !is_told && reading.timed * 3 > chosen[0].timed;
            others.push(reading);
            continue;
        }
        // Many files have the same sessions by day and by room.
        let keys = reading.keys();
        reading.entries.retain(|(entry, times)| key(entry, times).is_none_or(|key| !known.contains(&key)));
        reading.timed = timed(&reading.entries);
        if reading.timed > 0 {
            chosen.push(reading);
        }
        known.extend(keys);
    }
    Choice { chosen, others, is_unclear, contents }
}

/// Of lists inside lists keeps those that a person would call sessions, and returns what happens in them.
fn sort_out_nested(readings: &mut [Reading]) -> Contents {
    let mut contents = Contents::new();
    for inner in 0..readings.len() {
        for outer in 0..readings.len() {
            if !readings[inner].is_inside(&readings[outer]) || readings[inner].timed == 0 || readings[outer].timed == 0 {
                continue;
            }
            if readings[inner].are_contents_of(&readings[outer]) {
                let [inner, outer] = readings.get_disjoint_mut([inner, outer]).expect("two lists");
                papers::take_out(&mut inner.entries, &outer.entries, &mut contents);
                inner.timed = timed(&inner.entries);
            } else {
                // A slot or a day with sessions is none itself, but one without is a break.
                let slots: BTreeSet<*const Json> =
                    readings[inner].entries.iter().flat_map(|(entry, _)| entry.records_around().collect::<Vec<_>>()).collect();
                let outer = &mut readings[outer];
                outer.entries.retain(|(entry, _)| !slots.contains(&std::ptr::from_ref(entry.record)));
                outer.timed = timed(&outer.entries);
            }
        }
    }
    contents
}

/// Where most entries say themselves when they are, one that does not is not planned yet. What is around it may be the conference.
fn without_others_times(entries: &mut [(Entry, Times)]) {
    let known = entries.len();
    let own = entries.iter().filter(|(_, times)| times.is_own && matches!(times.start, Start::At(_))).count();
    let is_empty = |(name, value): &(String, Json)| keys::role(name) == Role::Start && value.is_null();
    for (entry, times) in entries.iter_mut().filter(|(_, times)| !times.is_own && matches!(times.start, Start::At(_))) {
        if 2 * own > known || own > 0 && entry.record.fields().iter().any(is_empty) {
            times.start = Start::Missing;
        }
    }
}

/// Whether an entry states itself that it takes less time than a day of a conference does.
fn is_short(times: &Times) -> bool {
    let length = match (times.start.seconds(), &times.end) {
        (Some(start), End::At(end)) => (Start::At(*end).seconds().unwrap_or(start) - start) / 60,
        (Some(_), End::After(minutes)) => *minutes,
        _ => return false,
    };
    times.is_own && (1..SHORT).contains(&length)
}

/// What tells a session apart from others: its title and its start.
fn key(entry: &Entry, times: &Times) -> Option<(String, i64)> {
    Some((normal(titles::title(entry.record)?.0), times.start.seconds()?))
}

fn timed(entries: &[(Entry, Times)]) -> usize {
    entries.iter().filter(|(_, times)| matches!(times.start, Start::At(_))).count()
}

/// Returns the keys and records around an entry as a person would write them.
pub(super) fn place(entry: &Entry) -> String {
    let key = |around: &Around| match around {
        Around::Key { key, .. } => Some((*key).to_owned()),
        _ => None,
    };
    entry.around.iter().filter_map(key).collect::<Vec<_>>().join(", ")
}
