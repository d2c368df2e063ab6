//! Grids in structured data: rooms in one list, times in another, and a list of cells for each time or for each room.

use super::super::json::Json;
use super::super::kind;
use super::super::table;
use super::dates::is_moment;
use super::keys::{self, Role};
use super::records::{has_time, has_title};
use crate::program::Kind;

/// Names of the list with what stands above the columns.
const HEADERS: [&str; 5] = ["columns", "cols", "header", "headers", "stages"];

/// The most rooms or times.
const MAX_LENGTH: usize = 2_000;

/// Makes records of the cells of a grid, each with its room and its time. What may be read either way stays as it is.
pub(super) fn spell_out(fields: &mut [(String, Json)]) {
    let Some(rooms) = fields.iter().position(|(name, value)| is_header(name, value)) else { return };
    let names = fields[rooms].1.items().to_vec();
    fields.iter_mut().for_each(|(_, value)| rows(value, &names));
    let times = fields.iter().position(|(_, value)| is_list(value) && value.items().iter().all(|item| time(item).is_some()));
    let Some((times, cells)) = times.zip(fields.iter().position(|(_, value)| is_grid(value))) else { return };
    let (names, moments) = (fields[rooms].1.items(), fields[times].1.items());
    let Some(by_time) = is_by_time(fields[cells].1.items(), names.len(), moments.len()) else { return };
    let mut records = Vec::new();
    for (outer, row) in fields[cells].1.items().iter().enumerate() {
        for (inner, cell) in row.items().iter().enumerate() {
            let (at, room) = if by_time { (outer, inner) } else { (inner, outer) };
            records.extend(record(cell, &names[room], &moments[at]));
        }
    }
    fields[cells].1 = Json::List(records);
}

/// Makes records of the cells of rows that say their times themselves: `rows: [{time: "10:00", cells: ["Wings", "Legs"]}]`.
fn rows(value: &mut Json, rooms: &[Json]) {
    let Json::List(rows) = value else { return };
    let is_text = |cell: &Json| matches!(cell, Json::Null | Json::Text(_));
    let are_cells = |value: &Json| value.items().len() == rooms.len() && value.items().iter().all(is_text);
    let may_be = |name: &str| matches!(keys::role(name), Role::Other | Role::Title(_));
    let first = rows.first().and_then(|row| row.fields().iter().find(|(name, value)| may_be(name) && are_cells(value)));
    let Some(name) = first.map(|(name, _)| name.clone()).filter(|_| rooms.len() > 1) else { return };
    // A row with a title is a session of its own, whatever it lists.
    let is_row = |row: &Json| has_time(row) && !has_title(row) && are_cells(row.get(&name));
    if !rows.iter().all(is_row) || !are_titles(rows.iter().map(|row| row.get(&name))) {
        return;
    }
    for row in rows {
        let Json::Object(fields) = row else { continue };
        for (_, cells) in fields.iter_mut().filter(|(known, _)| *known == name) {
            let records = cells.items().iter().zip(rooms).filter_map(|(cell, room)| record(cell, room, Json::NULL));
            *cells = Json::List(records.collect());
        }
    }
}

/// Whether cells are titles or records. Texts of which none has a blank are ids.
fn are_titles<'a>(mut rows: impl Iterator<Item = &'a Json>) -> bool {
    rows.any(|row| {
        row.items().iter().any(|cell| !cell.fields().is_empty() || cell.text().is_some_and(|text| text.trim().contains(' ')))
    })
}

/// Whether the lists of a grid are those of times and not those of rooms; `None` if it does not fit or may be either.
fn is_by_time(rows: &[Json], rooms: usize, times: usize) -> Option<bool> {
    let fits = |outer: usize, inner: usize| rows.len() == outer && rows.iter().all(|row| row.items().len() == inner);
    match (fits(times, rooms), fits(rooms, times)) {
        (true, true) => match (has_break(rows.iter().map(|row| row.items().iter().collect())), has_break(turned(rows))) {
            (in_rows, in_columns) if in_rows != in_columns => Some(in_rows),
            _ => None,
        },
        (false, false) => None,
        (by_time, _) => Some(by_time),
    }
}

fn turned(rows: &[Json]) -> impl Iterator<Item = Vec<&Json>> {
    (0..rows.len()).map(|at| rows.iter().map(|row| &row.items()[at]).collect())
}

/// Whether one of these has a break and nothing else, or the same break in each cell: then they are what is at one time.
fn has_break<'a>(mut lines: impl Iterator<Item = Vec<&'a Json>>) -> bool {
    lines.any(|line| {
        let mut titles: Vec<&str> = line.iter().filter_map(|cell| cell.name(&[])).collect();
        titles.dedup();
        matches!(titles.as_slice(), [only] if kind::of_title(only, false) == Kind::Break)
    })
}

/// Makes a record of a cell; `None` if it is empty.
fn record(cell: &Json, room: &Json, moment: &Json) -> Option<Json> {
    let mut fields = match cell {
        Json::Object(fields) => fields.clone(),
        _ => vec![("title".to_owned(), Json::Text(cell.owned().filter(|title| !table::is_absent(title))?))],
    };
    let mut add = |name: &str, value: &Json| {
        if !fields.iter().any(|(known, _)| known == name) {
            fields.push((name.to_owned(), value.clone()));
        }
    };
    add("room", &room.name(&[]).map_or(Json::Null, |name| Json::Text(name.to_owned())));
    match moment {
        Json::Object(parts) => parts.iter().for_each(|(name, value)| add(name, value)),
        Json::Null => {}
        text => add("time", text),
    }
    Some(Json::Object(fields))
}

fn is_header(name: &str, value: &Json) -> bool {
    let is_name = |item: &Json| item.name(&[]).is_some_and(|text| !is_moment(text));
    let is_about_rooms = matches!(keys::role(name), Role::Room | Role::Track) || HEADERS.contains(&name);
    is_about_rooms && is_list(value) && value.items().iter().all(is_name)
}

/// Returns the text of a time, which may be a record with nothing but that.
fn time(item: &Json) -> Option<&str> {
    let of_record = || {
        let is_time = |name: &str| matches!(keys::role(name), Role::Start | Role::End | Role::Time | Role::Length(_) | Role::Id);
        let are_times = item.fields().iter().all(|(name, value)| is_time(name) && value.text().is_some());
        let starts = |(name, _): &&(String, Json)| matches!(keys::role(name), Role::Start | Role::Time);
        item.fields().iter().find(starts).filter(|_| are_times)?.1.text()
    };
    item.text().or_else(of_record).filter(|text| is_moment(text))
}

fn is_list(value: &Json) -> bool {
    (1..=MAX_LENGTH).contains(&value.items().len())
}

fn is_grid(value: &Json) -> bool {
    let is_cell = |cell: &Json| matches!(cell, Json::Null | Json::Text(_)) || !cell.fields().is_empty();
    let is_row = |row: &Json| is_list(row) && row.items().iter().all(is_cell);
    is_list(value) && value.items().iter().all(is_row) && are_titles(value.items().iter())
}
