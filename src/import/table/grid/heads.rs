//! The rows between the names of rooms and the first time: of how many seats they have, of tracks, of titles and people beside each other.

use super::super::super::when;
use super::super::{Row, Table, columns, dates};
use crate::messages::column::Column;
use std::collections::{BTreeMap, BTreeSet};

/// What else a row may say of rooms, without blanks and accents, in lower case.
const ABOUT: &str = "capacity seats chair sessionchair floor building 정원 수용인원 수용 좌석 좌석수 인원 층 사회 사회자 좌장 kapazitat platze \
    moderation capacite places animation capacidad aforo plazas capacidade lugares 定員 席数 座席数 司会 容納人數 人數 主持人 座長";

/// Returns the row with the names of the rooms, of those that end with `at`: above rows that say something else about rooms.
pub(super) fn of_rooms(table: &Table, time: usize, at: usize, most: usize) -> usize {
    let mut rooms = at;
    while at - rooms < most && rooms > 0 && names_rooms(&table.rows[rooms - 1], time) && is_about(table, time, rooms) {
        rooms -= 1;
    }
    rooms
}

/// Whether a row may name rooms: there are several texts, and they are no days.
fn names_rooms(row: &Row, time: usize) -> bool {
    let names: Vec<&str> = row.filled().filter(|(column, _)| *column > time).map(|(_, text)| text).collect();
    names.len() > 1 && names.iter().filter(|name| dates::looks_like_day(name)).count() * 2 <= names.len()
}

/// Whether a row says something about the rooms in the row above it.
fn is_about(table: &Table, time: usize, at: usize) -> bool {
    let (row, above) = (&table.rows[at], &table.rows[at - 1]);
    let label = (0..=time).rev().map(|column| row.text(column)).find(|text| !text.is_empty()).unwrap_or_default();
    let name = columns::plain(label);
    let says_what = ABOUT.split_whitespace().any(|word| word == name)
        || matches!(
            columns::find(label),
            Some(Column::Track | Column::Category | Column::Kind | Column::Language | Column::Level)
        );
    let mut cells = row.filled().filter(|(column, _)| *column > time);
    let is_number = |text: &str| {
        let text = text.trim_start_matches(['(', '~', '≈', ' ']);
        text.starts_with(|letter: char| letter.is_ascii_digit())
            && when::slot(text).is_none_or(|slot| !slot.is_clear)
            && text.len() < 20
    };
    says_what || label.is_empty() && (cells.all(|(_, text)| is_number(text)) || is_beside_time(table, time, at, above))
}

/// Whether the row above has the heading of the times and a name of its own over each text of a row: what is below is not a room in a building.
fn is_beside_time(table: &Table, time: usize, at: usize, above: &Row) -> bool {
    let is_room = |text: &str| {
        let mut words = text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
        words.any(|word| columns::find(word).is_some())
    };
    let below: Vec<(usize, &str)> = table.rows[at].filled().filter(|(column, _)| *column > time).collect();
    let names: BTreeSet<&str> = below.iter().map(|(column, _)| above.text(*column)).filter(|text| !text.is_empty()).collect();
    columns::find(above.text(time)) == Some(Column::Start)
        && names.len() == below.len()
        && below
            .iter()
            .all(|(column, text)| !is_room(text) && table.spans.get(&(at - 1, *column)).is_none_or(|(_, columns)| *columns == 1))
        && !names.iter().any(|name| name.split_whitespace().next().and_then(columns::find) == Some(Column::Track))
}

/// Whether names of columns are those of several lists side by side: title and people below each room.
pub(super) fn are_lists(names: &BTreeMap<usize, String>) -> bool {
    let found = |name: &String| columns::find(name);
    let titles = names.values().filter(|name| found(name) == Some(Column::Title)).count();
    titles > 1 && names.values().all(|name| found(name).is_some())
}

/// Returns the names of rooms above such lists in the place of those of their titles, and the columns of people.
pub(super) fn above_lists(names: BTreeMap<usize, String>, above: &Row) -> BTreeMap<usize, String> {
    let room =
        |column: usize| (0..=column).rev().map(|column| above.text(column)).find(|text| !text.is_empty()).unwrap_or_default();
    let named = names.into_iter().filter_map(|(column, name)| match columns::find(&name) {
        Some(Column::Title) => Some((column, room(column).to_owned())),
        Some(Column::Speakers) => Some((column, name)),
        _ => None,
    });
    named.collect()
}
