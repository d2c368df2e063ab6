//! Where an entry may be said to be when: its own fields, the slot that it refers to, and what stands around it.

use super::super::json::Json;
use super::super::when::{self, DayWord};
use super::dates;
use super::facts::{self, Fact};
use super::keys::{self, Role};
use super::links::Links;
use super::titles;
use super::walk::{Around, Entry, keys_around};

/// No slot takes longer.
const LONGEST: i64 = 5 * 3600;

/// What one level says.
pub(super) enum Level<'a> {
    Facts { facts: Vec<Fact<'a>>, is_own: bool },
    Key(&'a str),
}

/// Returns the name of a slot that an entry states itself and that is not known. What stands around it is not its start then.
pub(super) fn unknown_slot<'a>(levels: &[Level<'a>]) -> Option<Fact<'a>> {
    let (last, inner) = levels.split_last()?;
    let is_inherited = !matches!(last, Level::Facts { is_own: true, .. });
    let own = inner.iter().filter(|level| matches!(level, Level::Facts { is_own: true, .. }));
    let named = { own }.find_map(|level| text_of(level, Role::Time));
    named.filter(|fact| is_inherited && !fact.text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Returns the levels, the innermost first. Fields of the file as a whole are about the conference, so only its day counts.
pub(super) fn levels<'a>(entry: &Entry<'a>, links: &Links<'a>) -> Vec<Level<'a>> {
    let own = entry.occurrence.into_iter().chain([entry.record]);
    let mut levels: Vec<Level> = own.map(|record| Level::Facts { facts: facts::facts(record), is_own: true }).collect();
    let around = keys_around(&entry.around);
    let slots = entry.record.fields().iter().filter(|(name, value)| {
        matches!(keys::role(name), Role::Time | Role::Id | Role::Other | Role::Title(_)) && value.text().is_some()
    });
    let slots = slots.filter_map(|(name, value)| links.find(name, value, &around)).map(facts::facts);
    let slots = slots.filter(|facts| facts.iter().any(|fact| fact.role == Role::Start));
    levels.extend(slots.take(1).map(|facts| Level::Facts { facts, is_own: true }));
    levels.splice(0..0, linked_day(entry.record, links, &around));
    let mut lists = 0;
    for around in entry.around.iter().rev() {
        match around {
            Around::Record { record, is_one_of_many, .. } => {
                let mut facts = facts::facts(record);
                if is_opening(&facts, lists) {
                    facts.retain(|fact| !matches!(fact.role, Role::Start | Role::End));
                }
                if let Some(last) = entry.last_slot(record) {
                    facts.retain(|fact| fact.role != Role::End);
                    facts.extend(facts::facts(last).into_iter().filter(|fact| fact.role == Role::End));
                }
                facts.extend(day_in_title(record, &facts).filter(|_| *is_one_of_many));
                // The date of the whole is that of its first day.
                let is_of_whole =
                    |fact: &Fact| fact.role == Role::Zone || fact.role == Role::Day && !levels.iter().any(is_numbered);
                facts.retain(|fact| *is_one_of_many || is_of_whole(fact));
                levels.push(Level::Facts { facts, is_own: false });
            }
            Around::Key { key, .. } => levels.push(Level::Key(key)),
            Around::Position { .. } => lists += 1,
        }
    }
    levels
}

/// Returns the date of the day that a record refers to: `dayId: 2`, `day: "friday"`.
fn linked_day<'a>(record: &'a Json, links: &Links<'a>, around: &[&str]) -> Option<Level<'a>> {
    let days = record.fields().iter().filter(|(name, value)| keys::role(name) == Role::Day && value.text().is_some());
    let (name, day) = { days }.find_map(|(name, value)| Some((name, links.find(name, value, around)?)))?;
    let is_day = |fact: &Fact| fact.role == Role::Day;
    let alone = day.text().map(|text| Fact { role: Role::Day, text, name });
    let facts: Vec<Fact> = facts::facts(day).into_iter().filter(is_day).chain(alone).collect();
    let is_dated = facts.iter().any(|fact| dates::exact(fact.text).is_some());
    is_dated.then_some(Level::Facts { facts, is_own: false })
}

/// Returns the title of a record as a day if it names one and nothing else does: "First day (Friday, 5 March)".
fn day_in_title<'a>(record: &'a Json, facts: &[Fact]) -> Option<Fact<'a>> {
    let (text, name) = titles::title(record)?;
    let has_day = facts.iter().any(|fact| matches!(fact.role, Role::Day | Role::Start | Role::Time));
    let is_counted = || dates::number(text).is_none() && matches!(when::day_word(text), Some(DayWord::Number(_)));
    (!has_day && (dates::names_day(text) || is_counted())).then_some(Fact { role: Role::Day, text, name })
}

/// Whether the start of a day is when the doors open: it goes on for long, or what is in it stands in lists of its own.
fn is_opening(facts: &[Fact], lists: usize) -> bool {
    let clock_of = |role: Role| facts.iter().find(|fact| fact.role == role).map(|fact| when::clock(fact.text));
    facts.iter().any(|fact| fact.role == Role::Day)
        && match (clock_of(Role::Start), clock_of(Role::End)) {
            (Some(Some(start)), Some(Some(end))) => end - start > LONGEST,
            (Some(Some(_)), None) => lists > 1,
            _ => false,
        }
}

pub(super) fn text_of<'a>(level: &Level<'a>, role: Role) -> Option<Fact<'a>> {
    match level {
        Level::Facts { facts, .. } => facts.iter().find(|fact| fact.role == role).copied(),
        Level::Key(_) => None,
    }
}

/// Whether a level says the number of the day.
fn is_numbered(level: &Level) -> bool {
    match level {
        Level::Key(_) => false,
        Level::Facts { facts, .. } => facts.iter().any(|fact| fact.role == Role::Day && dates::number(fact.text).is_some()),
    }
}

/// Whether a level says anything about the day.
pub(super) fn is_dated(level: &Level) -> bool {
    match level {
        Level::Key(key) => dates::is_like_a_day(key),
        Level::Facts { facts, .. } => facts.iter().any(|fact| fact.role == Role::Day),
    }
}
