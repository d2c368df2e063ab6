//! Where times, rooms and days stand in a grid.

use super::super::super::when::{self, Slot};
use super::super::{Row, Table, columns, dates};
use super::heads;
use crate::messages::column::Column;
use std::collections::BTreeMap;

/// Times stand in one of this many columns on the left.
const MAX_TIME_COLUMN: usize = 3;

/// Rooms and days stand in this many rows above the first time.
const MAX_HEADERS: usize = 4;

/// As many rows are examined.
const EXAMINED: usize = 200;

/// The positions of times, rooms and days.
#[derive(Debug)]
pub(super) struct Axes {
    /// The column of the times.
    pub time: usize,
    /// The column of the ends, if there is one.
    pub end: Option<usize>,
    /// The column of dates, if there is one.
    pub date: Option<usize>,
    /// The row below the first names of rooms.
    pub first: usize,
    /// The columns of the rooms with their names, which are empty if days are across.
    pub rooms: Vec<(usize, String)>,
    /// The columns with the people of the sessions in another column, by that column.
    pub people: BTreeMap<usize, usize>,
    /// The days above the columns, if several are side by side.
    pub days: BTreeMap<usize, String>,
    pub has_days: bool,
    /// The texts above, the nearest first.
    pub headings: Vec<String>,
}

impl Axes {
    /// Returns the axes of a table; `None` if it is not a grid.
    pub fn of(table: &Table) -> Option<Axes> {
        let columns = || 0..MAX_TIME_COLUMN.min(table.width());
        let one = || columns().find(|column| has_one_time(table, *column));
        let time = columns().find(|column| holds_times(table, *column)).or_else(one)?;
        let first = table.rows.iter().position(|row| slot(row.text(time)).is_some())?;
        let date = (0..time).find(|column| table.rows[first..].iter().any(|row| dates::looks_like_day(row.text(*column))));
        let end = Some(time + 1).filter(|column| holds_times(table, *column));
        let mut axes = Axes {
            time,
            end,
            date,
            first,
            rooms: Vec::new(),
            people: BTreeMap::new(),
            days: BTreeMap::new(),
            has_days: false,
            headings: Vec::new(),
        };
        let filled = |at: &usize| table.rows[*at].filled().any(|(column, _)| column > time);
        let last = (0..first).rev().take(MAX_HEADERS).find(filled)?;
        let at = heads::of_rooms(table, time, last, MAX_HEADERS);
        axes.set_rooms(table, at);
        axes.headings = axes.headings(table, at);
        axes.first = last + 1;
        (axes.is_plausible(table, at) && axes.rooms.len() > 1).then_some(axes)
    }

    /// Takes the rooms from a row, and the days from the row above it.
    pub fn set_rooms(&mut self, table: &Table, at: usize) {
        let (days, rooms) = (at.checked_sub(1).map(|above| self.across(table, above)), self.across(table, at));
        let are_days =
            |names: &BTreeMap<usize, String>| names.values().filter(|name| dates::looks_like_day(name)).count() * 2 > names.len();
        let last = table.rows[at..].iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let above = at.checked_sub(1).map(|above| &table.rows[above]).filter(|_| heads::are_lists(&rooms));
        let rooms = above.map_or(rooms.clone(), |above| heads::above_lists(rooms, above));
        let (days, rooms) = match days {
            _ if are_days(&rooms) && !rooms.is_empty() => (rooms, BTreeMap::new()),
            Some(days) if are_days(&days) => (days, rooms),
            _ => (BTreeMap::new(), rooms),
        };
        let (days, rooms) = if days.is_empty() { self.days_between(table, at, rooms) } else { (days, rooms) };
        let is_room = |column: &usize| rooms.contains_key(column) || days.contains_key(column) && rooms.is_empty();
        let columns = (self.time + 1..last)
            .filter(|column| Some(*column) != self.end)
            .filter(is_room)
            .filter(|column| rooms.get(column).is_none_or(|name| may_be_room(name)));
        let (people, columns): (Vec<usize>, Vec<usize>) =
            columns.partition(|column| rooms.get(column).is_some_and(|name| names_people(name)));
        let beside = |column: usize| columns.iter().copied().filter(|room| *room < column).max();
        self.people = people.into_iter().filter_map(|column| Some((beside(column)?, column))).collect();
        self.rooms = columns.into_iter().map(|column| (column, rooms.get(&column).cloned().unwrap_or_default())).collect();
        self.has_days = !days.is_empty();
        self.days = days;
    }

    /// Takes the days out of names of rooms: a day with nothing below is that of the rooms behind it.
    fn days_between(
        &self,
        table: &Table,
        at: usize,
        mut names: BTreeMap<usize, String>,
    ) -> (BTreeMap<usize, String>, BTreeMap<usize, String>) {
        let is_empty = |column: usize| table.rows[at + 1..].iter().all(|row| row.text(column).is_empty());
        let is_day = |column: &usize| dates::looks_like_day(table.rows[at].text(*column)) && is_empty(*column);
        let heads: Vec<usize> = names.keys().copied().filter(is_day).collect();
        names.retain(|column, _| !heads.contains(column));
        let head = |column: usize| heads.iter().rev().find(|head| **head < column);
        let day = |column: usize| Some((column, table.rows[at].text(*head(column)?).to_owned()));
        let is_split = names.keys().all(|column| head(*column).is_some());
        (names.keys().filter(|_| is_split).filter_map(|column| day(*column)).collect(), names)
    }

    /// Returns the texts of a row right of the times. A day goes on to the next one, a room does as far as its cell is merged.
    fn across(&self, table: &Table, at: usize) -> BTreeMap<usize, String> {
        let row = &table.rows[at];
        let own: Vec<(usize, &str)> = row.filled().filter(|(column, _)| *column > self.time).collect();
        let mut names = BTreeMap::new();
        for (index, (column, text)) in own.iter().enumerate() {
            let merged = table.spans.get(&(at, *column)).map_or(1, |(_, columns)| *columns);
            let next = own.get(index + 1).map_or(table.width(), |(next, _)| *next);
            let end = if dates::looks_like_day(text) { next } else { next.min(column + merged) };
            // A line in brackets below a name says where that is.
            let name = text.replace("\n(", " (");
            names.extend((*column..end).map(|column| (column, name.clone())));
        }
        names
    }

    /// Whether a row inside the grid names rooms anew: it has the heading of the times and something right of them.
    pub fn is_header(&self, row: &Row) -> bool {
        let is_named = columns::find(row.text(self.time)) == Some(Column::Start);
        is_named && row.filled().filter(|(column, _)| *column > self.time).count() > 0
    }

    /// The heading of the times must be one that is known, since otherwise the table may be a list in a language that is not; and
    /// the rooms must not be called like the columns of a list.
    fn is_plausible(&self, table: &Table, at: usize) -> bool {
        let corner = table.rows[at].text(self.time);
        let parts = || corner.split(['/', '\\', '＼', '|', '·', '\n', '→', '↓', ' ']).map(str::trim);
        let is_known = |text: &str| matches!(columns::find(text), Some(Column::Start | Column::Date | Column::Room));
        let is_time = corner.is_empty() || is_known(corner) || parts().any(is_known) || dates::looks_like_day(corner);
        let listed = |name: &str| columns::find(name).is_some_and(|column| !matches!(column, Column::Room | Column::Track));
        let names: Vec<&str> = table.rows[at].filled().filter(|(column, _)| *column > self.time).map(|(_, text)| text).collect();
        if heads::are_lists(&self.across(table, at)) && self.rooms.len() > 1 {
            return is_time && self.rooms.iter().all(|(_, room)| !room.is_empty());
        }
        // Where, and who and where beside each other, are columns of a list, whatever the title is called.
        let has = |column: Column| names.iter().any(|name| columns::find(name) == Some(column));
        let is_list = has(Column::Room) && has(Column::Speakers) || names.iter().any(|name| asks_where(name));
        is_time && !is_list && names.iter().filter(|name| listed(name)).count() * 3 <= names.len()
    }

    fn headings(&self, table: &Table, at: usize) -> Vec<String> {
        let skipped = usize::from(self.has_days && !self.rooms.iter().all(|(_, room)| room.is_empty()));
        let above = table.rows[..at.saturating_sub(skipped)].iter().rev().flat_map(Row::filled).map(|(_, text)| text.to_owned());
        let corner = Some(table.rows[at].text(self.time)).filter(|text| dates::looks_like_day(text)).map(str::to_owned);
        corner.into_iter().chain(above).collect()
    }
}

/// Whether a name may be that of a room. Notes and lengths have columns of their own.
fn may_be_room(name: &str) -> bool {
    const NOTES: [&str; 7] = ["비고", "메모", "note", "notes", "remarks", "comment", "bemerkung"];
    !NOTES.contains(&columns::plain(name).as_str())
        && columns::find(name) != Some(Column::Duration)
        && columns::find(name) != Some(Column::End)
}

/// Whether a name is no room, but what a column of rooms is called.
fn asks_where(name: &str) -> bool {
    const WHERE: [&str; 12] =
        ["room", "venue", "location", "place", "where", "장소", "위치", "ort", "lieu", "lugar", "luogo", "場所"];
    WHERE.contains(&columns::plain(name).as_str())
}

/// Whether a name is that of a column of people: "Track 1 speaker", "트랙 1 발표자".
fn names_people(name: &str) -> bool {
    name.split_whitespace().next_back().and_then(columns::find) == Some(Column::Speakers)
}

/// Whether most cells of a column are times, at least two of them clearly so. Days and headings stand between them, notes below.
fn holds_times(table: &Table, column: usize) -> bool {
    let is_other = |text: &str| columns::find(text).is_some() || dates::looks_like_day(text);
    let texts = table.rows.iter().take(EXAMINED).map(|row| row.text(column)).filter(|text| !text.is_empty());
    let texts: Vec<&str> = texts.filter(|text| slot(text).is_some() || !is_other(text)).collect();
    let slots: Vec<(usize, Slot)> = texts.iter().enumerate().filter_map(|(at, text)| Some((at, slot(text)?))).collect();
    let (Some((first, _)), Some((last, _))) = (slots.first(), slots.last()) else { return false };
    slots.iter().filter(|(_, slot)| slot.is_clear).count() > 1 && slots.len() * 2 > last - first + 1
}

/// Whether a column is called the time and has one time below that, as that of an evening has. What stands beside the name must be
/// no name of a column, since it may be a list that lacks one.
fn has_one_time(table: &Table, column: usize) -> bool {
    let mut times = table.rows.iter().take(EXAMINED).filter_map(|row| slot(row.text(column)));
    let header = table.rows.iter().take_while(|row| slot(row.text(column)).is_none()).last();
    let is_grid = |row: &Row| {
        let mut others = row.filled().filter(|(at, _)| *at != column).map(|(_, text)| columns::find(text));
        columns::find(row.text(column)) == Some(Column::Start)
            && others.all(|found| found.is_none_or(|found| found == Column::Track))
    };
    header.is_some_and(is_grid) && times.next().is_some_and(|slot| slot.is_clear) && times.next().is_none()
}

/// Reads a time.
pub(super) fn slot(text: &str) -> Option<Slot> {
    when::slot(&when::typed(text))
}
