//! Telling apart objects with fields from maps whose keys are data: days, rooms, times, ids.

use super::super::json::Json;
use super::super::when;
use super::dates;
use super::keys::{self, Role};
use super::records::has_time;
use std::collections::BTreeSet;

/// How many values are compared.
const MAX_COMPARED: usize = 8;

/// What parts of a program are called.
const PARTS: [&str; 6] = ["session", "event", "schedule", "slot", "talk", "program"];

/// Whether the keys of an object are data: every value is a list or an object, and the keys say so or the values are alike.
pub(in crate::import) fn is_map(node: &Json) -> bool {
    let fields = node.fields();
    let is_part = |value: &Json| value.is_list() || matches!(value, Json::Object(_));
    if fields.is_empty() || !fields.iter().all(|(_, value)| is_part(value)) {
        return false;
    }
    let are_data = fields.iter().take(MAX_COMPARED).filter(|(key, _)| is_data(key)).count();
    are_data == fields.len().min(MAX_COMPARED) || fields.len() > 1 && !names_parts(fields) && are_alike(fields)
}

/// Whether an object under a key of a map is a map too, such as the rooms of a day or of a time, of which there may be only one.
pub(super) fn is_map_inside(node: &Json, key: &str) -> bool {
    let is_time = when::clock(key).is_some() || is_number(key);
    let has_records = |value: &Json| {
        let has_items = value.items().iter().any(|item| !item.fields().is_empty());
        has_items || is_time && matches!(value, Json::Object(_)) || holds_times(value)
    };
    let fields = node.fields();
    is_map(node) || fields.len() == 1 && !names_parts(fields) && has_records(&fields[0].1)
}

/// Whether all keys of an object are times, also as minutes after midnight.
pub(super) fn holds_times(node: &Json) -> bool {
    let is_time = |key: &str| when::clock(key).is_some() || when::range(key).is_some() || is_number(key);
    !node.fields().is_empty() && node.fields().iter().all(|(key, value)| is_time(key) && !value.fields().is_empty())
}

/// Whether a field of a slot is what happens in one of the tracks: `{time: …, trackA: {title: …}, trackB: {title: …}}`.
pub(super) fn is_of_track(name: &str, value: &Json) -> bool {
    let has_title = value.fields().iter().any(|(name, value)| keys::role(name).is_certain_title() && value.text().is_some());
    let names_track = match keys::role(name) {
        Role::Room | Role::Track => keys::words(name).len() > 1 || is_numbered(name),
        role => role == Role::Other,
    };
    has_title && names_track
}

/// Whether a field is one of the tracks, with all that happens in it: `trackA: [{title: …, startTime: …}]`.
pub(super) fn is_one_track(name: &str, value: &Json) -> bool {
    let names_one = keys::role(name) == Role::Track && (keys::words(name).len() > 1 || is_numbered(name));
    names_one && value.is_list() && value.items().iter().all(has_time)
}

fn is_numbered(key: &str) -> bool {
    key.ends_with(|letter: char| letter.is_ascii_digit())
}

/// Whether the sessions of a slot are a map of which only one room is used: `sessions: {Oak: {title: …}}`, `stages: {Oak: [{title: …}]}`.
pub(super) fn is_only_room(node: &Json, name: &str) -> bool {
    let [(key, session)] = node.fields() else { return false };
    let are_rooms = keys::role(name) == Role::Room && name.ends_with('s') && !names_parts(node.fields());
    if are_rooms && session.items().iter().any(|item| !item.fields().is_empty()) {
        return true;
    }
    let has_title = session.fields().iter().any(|(name, value)| keys::role(name) == Role::Title(0) && value.name(&[]).is_some());
    has_title && keys::role(key) == Role::Other && PARTS.iter().any(|part| keys::noun(name) == *part) && name.ends_with('s')
}

/// Whether a field is a day with what happens on it. Short weekdays may be languages.
pub(super) fn is_day(key: &str, value: &Json) -> bool {
    let has_records = value.items().iter().any(|item| !item.fields().is_empty()) || !value.fields().is_empty();
    key.len() > 2 && has_records && dates::is_like_a_day(key)
}

/// Whether a field called "Tag" is no tag but a day, as in German: it has a date.
pub(super) fn is_german_day(name: &str, value: &Json) -> bool {
    let is_dated = |day: &Json| day.fields().iter().any(|(name, value)| keys::role(name) == Role::Day && value.text().is_some());
    matches!(name, "Tag" | "tag" | "Tage" | "tage") && (is_dated(value) || value.items().iter().any(is_dated))
}

/// Whether a key can only be a day, a time or a number, or is numbered.
fn is_data(key: &str) -> bool {
    is_numbered(key) || dates::is_like_a_day(key) || when::clock(key).is_some() || when::range(key).is_some() || is_number(key)
}

/// Whether a key is the name of a part of a program. "Main Stage" is a stage, but "stages" are all of them.
fn names_parts(fields: &[(String, Json)]) -> bool {
    fields.iter().take(MAX_COMPARED).filter(|(key, _)| !key.contains(' ')).any(|(key, _)| {
        let is_part = |role: Role| {
            matches!(
                role,
                Role::Foreign | Role::People | Role::Room | Role::Track | Role::Start | Role::End | Role::Text | Role::Day
            )
        };
        is_part(keys::role(key)) && keys::words(key).len() == 1
            || keys::words(key).first().is_some_and(|word| word == "by")
            || PARTS.iter().any(|part| keys::noun(key).ends_with(part))
    })
}

fn are_alike(fields: &[(String, Json)]) -> bool {
    let filled: Vec<BTreeSet<&str>> =
        fields.iter().map(|(_, value)| inner_names(value)).filter(|names| !names.is_empty()).take(MAX_COMPARED).collect();
    let Some((first, others)) = filled.split_first() else { return false };
    let is_like = |other: &BTreeSet<&str>| {
        let both = first.intersection(other).count();
        2 * both >= first.len() + other.len() - both
    };
    // A field or two may be missing, but hardly everywhere.
    !others.is_empty() && others.iter().filter(|other| is_like(other)).count() * 4 >= others.len() * 3
}

/// Returns the names of the fields of the records in a value.
fn inner_names(value: &Json) -> BTreeSet<&str> {
    let mut inner = value;
    while let Some(first) =
        inner.items().first().or_else(|| inner.fields().first().map(|(_, first)| first).filter(|_| holds_times(inner)))
    {
        inner = first;
    }
    inner.fields().iter().take(40).map(|(name, _)| name.as_str()).collect()
}

/// Whether a key is a year in which there are conferences.
pub(super) fn is_year(key: &str) -> bool {
    key.len() == 4 && is_number(key) && ("1990".."2100").contains(&key)
}

/// Whether a key is only a number.
pub(super) fn is_number(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit())
}
