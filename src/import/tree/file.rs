//! What a file says as a whole: its conference, zone and year, and how it writes times.

use super::super::Options;
use super::super::json::Json;
use super::super::lengths;
use super::super::when::{Century, Order};
use super::super::zone::Zone;
use super::choice::Reading;
use super::dates::{self, Days};
use super::digits::Digits;
use super::facts;
use super::keys::{self, Role, Unit};
use super::times;
use super::titles;
use super::walk::{Around, Entry, Group, keys_around};
use crate::program::{Date, line};

/// How deep the conference is looked for.
const MAX_DEPTH: usize = 3;
/// How many field names a message has.
const MAX_NAMES: usize = 8;

/// What is said outside of all lists.
#[derive(Debug, Default)]
pub(super) struct About {
    pub title: Option<String>,
    pub zone: Option<String>,
    /// Whether Unix times are the venue's clock: the conference starts at midnight by UTC, and is not in UTC.
    pub unix_is_local: bool,
    year: Option<u16>,
    first: Option<Date>,
    last: Option<Date>,
}

impl About {
    pub fn of(root: &Json) -> About {
        let mut about = About::default();
        about.read(root, 0);
        about
    }

    fn read(&mut self, node: &Json, depth: usize) {
        let mut offset = None;
        let mut starts_at_midnight = false;
        for (name, value) in node.fields() {
            let role = keys::role(name);
            match (role, value.text()) {
                (Role::Foreign, _) => continue,
                (Role::Title(_), Some(text)) if self.title.is_none() => self.title = Some(text.to_owned()),
                (Role::Zone, Some(text)) => {
                    let minutes = text.parse::<i32>().ok().filter(|minutes| minutes.abs() <= 14 * 60);
                    offset = offset.or(minutes);
                    let named = match minutes {
                        Some(minutes) => Some(Zone::fixed(minutes * 60).name().to_owned()),
                        None => Zone::named(text).ok().map(|_| text.to_owned()),
                    };
                    self.zone = self.zone.take().or(named);
                }
                (Role::Year, Some(text)) => self.year = self.year.or_else(|| year(text)),
                (Role::Start | Role::Day, Some(text)) => {
                    starts_at_midnight |= times::unix(text).is_some_and(|unix| unix % 86_400 == 0);
                    self.first = self.first.or_else(|| dates::beginning(text));
                }
                (Role::End, Some(text)) => self.last = self.last.or_else(|| dates::beginning(text)),
                _ => {}
            }
            // The only field of XML is its root.
            let is_inner = node.fields().len() == 1 || keys::names_conference(name);
            if depth < MAX_DEPTH && is_inner && !value.fields().is_empty() {
                self.read(value, depth + 1);
            }
        }
        self.unix_is_local |= starts_at_midnight && offset.is_some_and(|offset| offset != 0);
        if depth == 0 && self.year.is_none() {
            let texts = node.fields().iter().filter_map(|(_, value)| value.text());
            self.year = self.title.as_deref().and_then(year).or_else(|| { texts }.find_map(year));
        }
    }
}

/// Returns the year in a text, if there is only one.
fn year(text: &str) -> Option<u16> {
    let numbers = text.split(|letter: char| !letter.is_ascii_digit()).filter(|number| number.len() == 4);
    let mut years: Vec<u16> =
        numbers.filter_map(|number| number.parse().ok()).filter(|year| (1990..=2100).contains(year)).collect();
    years.dedup();
    years.first().copied().filter(|_| years.len() == 1)
}

/// Returns how to complete the days of a file.
pub(super) fn days(about: &About, groups: &[Group], options: &Options) -> Days {
    let named = [&options.file_name, &options.title].into_iter().flatten().find_map(|name| year(name));
    let first = options.first_day.or(about.first);
    let year = first.map(Date::year).or(about.year).or(named).or_else(|| stated_year(groups));
    let texts = dated_texts(groups);
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let full = year.map(|year| Century::with_year(year, &texts)).unwrap_or_default();
    let full: Vec<&str> = full.iter().map(String::as_str).collect();
    let short_order = Order::of(&full).filter(|_| Order::is_certain(&full)).or(Some(Order::Month));
    let order = Order::of(&texts);
    let doubt = order.and_then(|order| order.doubted(&texts)).map(|(text, read)| (line::excerpt(text), read));
    // A conference without an end takes one day.
    let only = about.first.filter(|first| about.last.is_none_or(|last| last == *first));
    let from_zero = texts.contains(&"0");
    let smallest = texts.iter().filter_map(|text| text.trim().parse::<u8>().ok()).min();
    let are_of_month = smallest.is_some_and(|day| day > 1 && options.first_day.is_some_and(|first| first.day() == day));
    Days { first, from_zero, are_of_month, only: options.first_day.or(only), year, order, doubt, short_order, ..Days::default() }
}

/// Returns the texts that may have a date, of which one may show the order of day and month in all.
fn dated_texts(groups: &[Group]) -> Vec<String> {
    let entries = || groups.iter().flat_map(|group| &group.entries).take(2_000);
    let is_dated = |role: Role| matches!(role, Role::Day | Role::Start | Role::Time);
    let own = entries().flat_map(|entry| facts::facts(entry.record)).filter(|fact| is_dated(fact.role));
    entries().filter_map(day_text).chain(own.map(|fact| fact.text.to_owned())).collect()
}

/// Returns the year that all entries state, in a field beside their day.
fn stated_year(groups: &[Group]) -> Option<u16> {
    let in_record = |record: &Json| {
        let mut years = record.fields().iter().filter(|(name, _)| keys::role(name) == Role::Year);
        years.find_map(|(_, value)| year(value.text()?))
    };
    let around = |entry: &Entry| {
        entry.around.iter().find_map(|around| match around {
            Around::Record { record, .. } => in_record(record),
            _ => None,
        })
    };
    let mut years = groups.iter().flat_map(|group| &group.entries).take(2_000);
    let first = years.find_map(|entry| in_record(entry.record).or_else(|| around(entry)))?;
    years.filter_map(|entry| in_record(entry.record).or_else(|| around(entry))).all(|year| year == first).then_some(first)
}

/// Returns the text that is or should be the day of an entry.
pub(super) fn day_text(entry: &Entry) -> Option<String> {
    let in_record =
        |record: &Json| facts::facts(record).into_iter().find(|fact| fact.role == Role::Day).map(|fact| fact.text.to_owned());
    let around = entry.around.iter().rev().find_map(|around| match around {
        Around::Record { record, .. } => in_record(record),
        Around::Key { key, .. } if dates::is_like_a_day(key) => Some((*key).to_owned()),
        _ => None,
    });
    in_record(entry.record).or(around)
}

/// Returns what numbers without a colon mean as times of a group.
pub(super) fn digits(group: &Group) -> Digits {
    let records = group.entries.iter().flat_map(|entry| {
        let mut around = entry.around.iter().filter_map(|around| match around {
            Around::Record { record, is_one_of_many: true, .. } => Some(*record),
            _ => None,
        });
        entry.occurrence.into_iter().chain([entry.record]).chain(around.next_back())
    });
    let texts = records.flat_map(facts::facts).filter(|fact| matches!(fact.role, Role::Start | Role::End)).map(|fact| fact.text);
    Digits::of(texts)
}

/// Returns what numbers mean as keys around a group.
pub(super) fn key_digits(group: &Group) -> Digits {
    Digits::of_keys(&group.entries.iter().flat_map(|entry| keys_around(&entry.around)))
}

/// Returns how much of the unit of a group's lengths a minute is, where their names do not tell.
pub(super) fn per_minute(group: &Group) -> i64 {
    let facts = group.entries.iter().flat_map(|entry| facts::facts(entry.record));
    let lengths = facts.filter(|fact| fact.role == Role::Length(Unit::Unknown)).filter_map(|fact| fact.text.parse::<i64>().ok());
    lengths::per_minute(lengths)
}

/// Whether a list probably holds sessions, with or without times.
pub(super) fn is_like_sessions(reading: &Reading) -> bool {
    let (entry, _) = &reading.entries[0];
    let has = |role: Role| entry.record.fields().iter().any(|(name, _)| keys::role(name) == role);
    odd_starts(reading) > 0
        || has(Role::People)
        || has(Role::Text) && titles::title(entry.record).is_some_and(|(_, name)| keys::role(name) == Role::Title(0))
}

/// Returns how many starts of a list are stated in a way that cannot be read.
pub(super) fn odd_starts(reading: &Reading) -> usize {
    reading.entries.iter().filter(|(_, times)| matches!(times.start, super::Start::Unreadable(_))).count()
}

/// Returns the first names of the fields of a record.
pub(super) fn field_names(record: &Json) -> Vec<String> {
    record.fields().iter().take(MAX_NAMES).map(|(name, _)| line::excerpt(name)).collect()
}
