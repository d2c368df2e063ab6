//! Names of one letter, as small apps write them: `{"t": "Wings", "s": "10:00", "e": "10:40", "r": "Oak"}`. A letter means what all values
//! under it can only be; where these leave a doubt, it means nothing.

use super::super::json::Json;
use super::super::when;
use super::dates::is_moment;
use super::keys::{self, Role};
use super::{MAX_FIELDS, dates};

/// The names of what a record must have if letters are to be read.
const START: &str = "start";
const TIME: &str = "time";
const TITLE: &str = "title";

/// Bytes of a description on average, at least.
const LONG: usize = 60;

/// Writes the letters of a list of records as names.
pub(super) fn spell_out(records: &mut [Json]) {
    let has_letter = |record: &Json| record.fields().iter().any(|(name, _)| is_letter(name));
    if !records.first().is_some_and(has_letter) || records.iter().any(|record| record.fields().len() > MAX_FIELDS) {
        return;
    }
    let names = meanings(records);
    for record in records {
        let Json::Object(fields) = record else { continue };
        for (letter, name) in &names {
            if let Some((known, _)) = fields.iter_mut().find(|(known, _)| known == letter) {
                (*name).clone_into(known);
            }
        }
    }
}

fn is_letter(name: &str) -> bool {
    matches!(name, "t" | "n" | "s" | "e" | "d" | "r")
}

/// Returns the names that the letters stand for: the day of what is in a record, or all that a session has.
fn meanings(records: &[Json]) -> Vec<(&'static str, &'static str)> {
    let is =
        |letter: &str, test: fn(&str) -> bool| values(records, letter).is_some_and(|texts| texts.iter().all(|text| test(text)));
    let has = |roles: &[Role]| records[0].fields().iter().any(|(name, _)| roles.contains(&keys::role(name)));
    let is_dated = is("d", is_day);
    let mut names = Vec::new();
    let mut take = |is_clear: bool, letter: &'static str, name: &'static str| {
        let is_free = !names.iter().any(|(known, _)| *known == letter);
        if is_clear && is_free {
            names.push((letter, name));
        }
        is_clear && is_free
    };
    let starts = take(is("s", is_moment), "s", START) || take(is("t", is_moment), "t", TIME);
    let is_titled = take(is("t", is_title), "t", TITLE) || take(is("n", is_title), "n", TITLE);
    take(is_dated, "d", "date");
    if !(starts || has(&[Role::Start, Role::Time])) || !(is_titled || has(&[Role::Title(0)])) {
        return if is_dated && records.iter().any(holds_list) { vec![("d", "date")] } else { Vec::new() };
    }
    take(is("e", is_moment), "e", "end");
    // A number may say which of the rooms it is.
    take(is("r", is_title), "r", "room");
    match number(records) {
        Number::None => {}
        Number::Length => _ = take(true, "d", "duration"),
        Number::Day => _ = take(true, "d", "day"),
        Number::Unclear => return Vec::new(),
    }
    take(are_long(records, "d"), "d", "description");
    names
}

/// What numbers under `d` are.
enum Number {
    None,
    Length,
    Day,
    Unclear,
}

/// Tells lengths in minutes from the numbers of days: no month has 45 of them, and no day is before the first.
fn number(records: &[Json]) -> Number {
    let texts = values(records, "d").unwrap_or_default();
    let numbers: Vec<u16> = texts.iter().map_while(|text| text.parse().ok()).collect();
    let (least, most) = (numbers.iter().min(), numbers.iter().max());
    match least.zip(most) {
        None => Number::None,
        Some(_) if numbers.len() < texts.len() => Number::None,
        Some((5.., 32..)) if numbers.iter().all(|minutes| minutes % 5 == 0) => Number::Length,
        Some((0 | 1, 0..=9)) => Number::Day,
        Some(_) => Number::Unclear,
    }
}

/// Returns the texts under a name if most records have one, and none has anything else there.
fn values<'a>(records: &'a [Json], name: &str) -> Option<Vec<&'a str>> {
    let values = records.iter().map(|record| record.get(name)).filter(|value| !value.is_null());
    let texts: Vec<&str> = values.map(Json::text).collect::<Option<_>>()?;
    (2 * texts.len() > records.len()).then_some(texts)
}

fn holds_list(record: &Json) -> bool {
    record.fields().iter().any(|(_, value)| value.is_list() || !value.fields().is_empty())
}

fn is_day(text: &str) -> bool {
    dates::exact(text).is_some() && when::date_time(text).is_none()
}

/// Whether a text may be a title or a name.
fn is_title(text: &str) -> bool {
    text.contains(char::is_alphabetic) && !is_moment(text) && !is_day(text)
}

fn are_long(records: &[Json], name: &str) -> bool {
    values(records, name).is_some_and(|texts| texts.iter().map(|text| text.len()).sum::<usize>() >= LONG * texts.len())
}
