//! Tables in structured data: lists of cells below a list of names, and titles that stand for themselves under times and rooms.
//!
//! They become records, so that everything else reads them like any others.

use super::super::json::Json;
use super::super::{table, when};
use super::dates::{is_moment, is_time};
use super::keys::{self, Role};
use super::{cells, short};

/// The name of the field that a title gets.
const TITLE: &str = "title";

/// Names beside each other of a list of names and a list of rows.
const PARTS: [(&str, &str); 6] =
    [("columns", "rows"), ("columns", "data"), ("header", "rows"), ("headers", "rows"), ("fields", "rows"), ("cols", "rows")];

/// Makes records of a table.
pub(super) fn spell_out(node: &mut Json) {
    match node {
        Json::List(rows) => {
            if let Some(records) = rows.iter().map(timed_title).collect() {
                *rows = records;
            } else if let Some(names) = rows.first().and_then(names) {
                let records = rows.drain(1..).filter_map(|row| record(&names, row)).collect();
                *rows = records;
            } else if let Some(names) = names_by_place(rows) {
                *rows = rows.drain(..).filter_map(|row| record(&names, row)).collect();
            }
            short::spell_out(rows);
        }
        Json::Object(fields) => {
            with_columns(fields);
            cells::spell_out(fields);
            let are_digits = fields.iter().all(|(key, _)| key.len() == 4 && when::time(key).is_some());
            let is_slot = |(key, _): &&mut (String, Json)| are_digits || is_time(key);
            fields.iter_mut().filter(is_slot).for_each(|(_, value)| titles(value));
            of_slot(fields);
        }
        _ => {}
    }
}

/// Makes a record of `14:00-15:00 Nova`.
fn timed_title(line: &Json) -> Option<Json> {
    let text = line.text()?.trim();
    let is_clear = |time: &str| time.contains(':') && when::slot(time).is_some();
    let blanks = text.match_indices(' ').map(|(at, _)| text.split_at(at)).take(4);
    let (time, title) = { blanks }.filter(|(time, _)| is_clear(time)).last()?;
    let title = title.trim_matches([' ', '-', '–', '|', ':']);
    let field = |name: &str, text: &str| (name.to_owned(), Json::Text(text.to_owned()));
    title.contains(char::is_alphabetic).then(|| Json::Object(vec![field("time", time), field(TITLE, title)]))
}

/// Makes records of the rows of `{columns: […], rows: [[…]]}`.
fn with_columns(fields: &mut [(String, Json)]) {
    let position = |name: &str| fields.iter().position(|(known, _)| known == name);
    let parts = PARTS.iter().find_map(|(columns, rows)| Some((position(columns)?, position(rows)?)));
    let Some((columns, rows)) = parts else { return };
    let Some(names) = names(&fields[columns].1) else { return };
    if let Json::List(rows) = &mut fields[rows].1 {
        *rows = rows.drain(..).filter_map(|row| record(&names, row)).collect();
    }
}

/// Returns the names of columns if a list has those of a timetable. Some are records with a name.
fn names(header: &Json) -> Option<Vec<String>> {
    let name = |cell: &Json| if cell.is_null() { Some(String::new()) } else { cell.name(&[]).map(str::to_owned) };
    let names: Vec<String> = header.items().iter().map(name).collect::<Option<_>>()?;
    table::names_columns(&names).then_some(names)
}

/// Returns names for the cells of rows without any, such as `["Nova", "21:30", "23:00"]`: one of them is a title, all others are times.
fn names_by_place(rows: &[Json]) -> Option<Vec<String>> {
    let count = rows.first()?.items().len();
    let columns: Vec<Vec<&str>> =
        (0..count).map(|at| rows.iter().filter_map(|row| row.items().get(at)?.text()).collect()).collect();
    let are_times = |column: &Vec<&str>| column.iter().all(|text| is_moment(text));
    let is_whole = rows.iter().all(|row| row.items().len() == count) && columns.iter().all(|column| column.len() == rows.len());
    let times = columns.iter().filter(|column| are_times(column)).count();
    let is_clear =
        is_whole && columns.iter().flatten().filter(|text| !is_moment(text)).all(|text| text.contains(char::is_alphabetic));
    let mut names: Vec<&str> = match times {
        _ if !is_clear || times + 1 != count => return None,
        1 => vec!["time"],
        2 => vec!["start", "end"],
        _ => return None,
    };
    names.insert(columns.iter().position(|column| !are_times(column))?, TITLE);
    Some(names.into_iter().map(str::to_owned).collect())
}

fn record(names: &[String], row: Json) -> Option<Json> {
    let cells = match row {
        Json::List(cells) => cells,
        Json::Object(fields) => google_cells(fields)?,
        _ => return None,
    };
    let named = names.iter().cloned().zip(cells).filter(|(name, _)| !name.is_empty());
    Some(Json::Object(named.collect()))
}

/// Returns the cells of a row as Google's spreadsheets answer queries: `{c: [{v: 9, f: "9:00"}, null]}`.
fn google_cells(mut fields: Vec<(String, Json)>) -> Option<Vec<Json>> {
    let (name, Json::List(cells)) = fields.pop().filter(|_| fields.is_empty())? else { return None };
    let shown = |cell: Json| cell.first(&["f", "v"]).clone();
    (name == "c").then(|| cells.into_iter().map(shown).collect())
}

/// Makes records of the titles in a slot: `{time: "10:00", talks: ["On wings", "On legs"]}`. Texts without a blank are ids.
fn of_slot(fields: &mut [(String, Json)]) {
    let states_time = |(name, value): &(String, Json)| {
        matches!(keys::role(name), Role::Start | Role::Time) && value.text().is_some_and(is_time)
    };
    if !fields.iter().any(states_time) {
        return;
    }
    let are_titles = |value: &Json| {
        value.items().iter().all(|item| matches!(item, Json::Text(_) | Json::Null))
            && value.items().iter().any(|item| item.text().is_some_and(|text| text.trim().contains(' ')))
    };
    let is_list = |(name, value): &&mut (String, Json)| keys::names_sessions(name) && are_titles(value);
    fields.iter_mut().filter(is_list).for_each(|(_, value)| titles(value));
}

/// Makes records of the titles that stand under a time: one for all rooms, or one under each room.
fn titles(value: &mut Json) {
    match value {
        Json::Text(text) if text.contains(char::is_alphabetic) => *value = titled(std::mem::take(text)),
        Json::List(items) if items.iter().all(is_text) => items.iter_mut().for_each(titles),
        Json::Object(fields) if fields.iter().all(|(name, value)| keys::role(name) == Role::Other && is_text(value)) => {
            fields.retain(|(_, value)| !value.is_null());
            fields.iter_mut().for_each(|(_, value)| titles(value));
        }
        // Each track has a title or a record, and some have nothing.
        Json::Object(fields) if fields.iter().all(|(name, value)| is_track(name) && (is_text(value) || is_record(value))) => {
            fields.retain(|(_, value)| !value.is_null());
            fields.iter_mut().filter(|(_, value)| is_text(value)).for_each(|(_, value)| titles(value));
        }
        Json::Object(fields) if fields.iter().all(|(name, value)| may_be_room(name) && is_text(value)) => {
            let text = |name: &str, text: String| (name.to_owned(), Json::Text(text));
            let record =
                |(room, title): (String, Json)| Some(Json::Object(vec![text(TITLE, title.owned()?), text("room", room)]));
            *value = Json::List(fields.drain(..).filter_map(record).collect());
        }
        _ => {}
    }
}

/// Whether a name is that of one of several tracks or rooms: `Track 1`, `room2`.
fn is_track(name: &str) -> bool {
    matches!(keys::role(name), Role::Track | Role::Room) && name.ends_with(|letter: char| letter.is_ascii_digit())
}

fn is_record(value: &Json) -> bool {
    !value.fields().is_empty()
}

/// Whether a name may be that of one room: "Aula" may, but "room" is what a session says about itself.
fn may_be_room(name: &str) -> bool {
    const SAID: [&str; 7] = ["room", "hall", "venue", "location", "place", "stage", "where"];
    match keys::role(name) {
        Role::Room => !SAID.contains(&keys::noun(name).as_str()),
        role => role == Role::Other,
    }
}

fn titled(text: String) -> Json {
    Json::Object(vec![(TITLE.to_owned(), Json::Text(text))])
}

fn is_text(value: &Json) -> bool {
    matches!(value, Json::Text(_) | Json::Null)
}
