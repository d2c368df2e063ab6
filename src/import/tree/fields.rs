//! The fields of the sessions and of what stands around them, with what each was taken for.

use super::super::json::Json;
use super::super::line;
use super::choice::Reading;
use super::keys::{self, Role};
use super::titles;
use super::walk::{Around, Entry};
use crate::messages::column::Column;
use std::collections::BTreeSet;

/// Nobody looks through more fields.
const MAX_SHOWN: usize = 40;

/// As many sessions are examined: fields that are empty may be missing.
const EXAMINED: usize = 20;

/// As many records: sessions, and what stands around them.
const MAX_EXAMINED: usize = 200;

/// Returns the names of the fields of the first sessions, each once, with their meanings.
pub(super) fn fields(reading: &Reading) -> Vec<(String, Option<Column>)> {
    in_records(reading.entries.iter().take(EXAMINED).flat_map(|(entry, _)| records(entry)))
}

/// Returns the names of the fields of records, the first of which is a session, with their meanings.
pub(in crate::import) fn in_records<'a>(records: impl Iterator<Item = &'a Json>) -> Vec<(String, Option<Column>)> {
    let mut records = records.take(MAX_EXAMINED).peekable();
    let title = records.peek().and_then(|session| titles::title(session)).map(|(_, name)| name);
    let (mut seen, mut names) = (BTreeSet::new(), Vec::new());
    for (name, value) in records.flat_map(Json::fields) {
        // A correction is stored by the name, so a name that cannot be shown whole cannot be corrected.
        let can_be_shown = line::excerpt(name) == *name && names.len() < MAX_SHOWN;
        if can_be_shown && may_be_of_session(value) && keys::role(name) != Role::Foreign && seen.insert(name.as_str()) {
            names.push(name.clone());
        }
    }
    let is_second_title = |name: &str, column| column == Some(Column::Title) && title.is_some_and(|title| title != name);
    let known = meanings(&names).into_iter();
    known.map(|(name, column)| if is_second_title(&name, column) { (name, None) } else { (name, column) }).collect()
}

/// Returns fields with what their names mean, or were said to mean.
pub(in crate::import) fn told(names: &[String], told: &[(String, Option<Column>)]) -> Vec<(String, Option<Column>)> {
    let _told = keys::Told::of(told);
    meanings(names)
}

fn meanings(names: &[String]) -> Vec<(String, Option<Column>)> {
    names.iter().map(|name| (name.clone(), column(keys::role(name)))).collect()
}

/// An entry, and what it is one of many in: its slot, its day.
fn records<'a>(entry: &Entry<'a>) -> impl Iterator<Item = &'a Json> {
    let around = entry.around.iter().rev().filter_map(|around| match around {
        Around::Record { record, is_one_of_many: true, .. } => Some(*record),
        _ => None,
    });
    [entry.record].into_iter().chain(entry.occurrence).chain(around.collect::<Vec<_>>())
}

/// Whether a field says something, and is not a list of slots or sessions.
fn may_be_of_session(value: &Json) -> bool {
    let is_text = |value: &Json| value.name(&[]).is_some();
    is_text(value) || value.items().first().is_some_and(|item| item.text().is_some())
}

fn column(role: Role) -> Option<Column> {
    Some(match role {
        Role::Title(_) => Column::Title,
        Role::Subtitle => Column::Subtitle,
        Role::Start | Role::Time => Column::Start,
        Role::End => Column::End,
        Role::Day => Column::Date,
        Role::Length(_) => Column::Duration,
        Role::Room => Column::Room,
        Role::Track => Column::Track,
        Role::People => Column::Speakers,
        Role::Text => Column::Abstract,
        Role::Kind => Column::Kind,
        Role::Language => Column::Language,
        Role::Level => Column::Level,
        Role::Link => Column::Url,
        Role::Id => Column::Id,
        Role::State => Column::Status,
        Role::Zone | Role::Year | Role::Foreign | Role::Other => return None,
    })
}
