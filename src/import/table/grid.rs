//! Grids: times down, rooms across, a session in each cell. Days stand above the rooms, in rows of their own, or in a column beside the
//! times.
//!
//! A grid becomes a list, so that dates, rooms and people are read as in any other table.

mod axes;
mod behind;
mod between;
mod entry;
mod heads;
mod stamped;

use super::super::MAX_BYTES;
use super::super::when::{self, Slot};
use super::columns::Columns;
use super::dates;
use super::{Layout, List, Row, Table, values};
use crate::messages::column::Column;
use axes::{Axes, slot};
use entry::Entry;
use std::collections::BTreeMap;

/// The columns of the list.
const COLUMNS: [Column; 8] =
    [Column::Date, Column::Start, Column::End, Column::Duration, Column::Room, Column::Title, Column::Speakers, Column::Abstract];

/// The places of two of them.
const TITLE: usize = 5;
const SPEAKERS: usize = 6;

const DAY: i64 = 86_400;

/// Names of rooms are repeated for each session; a hostile grid repeats many long ones.
const MAX_WEIGHT: usize = 4 * MAX_BYTES;

/// Returns the grid as a list of its sessions; `None` if the table is not a grid. `is_turned` if its rows were columns, so that its
/// positions are, too.
pub(super) fn list(table: &Table, is_turned: bool) -> Option<List> {
    let axes = Axes::of(table)?;
    let between = between::spell_out(table, &axes);
    let table = between.as_ref().map_or(table, |between| &between.table);
    let headings = axes.headings.clone();
    let mut reader = Reader { table, is_turned, rooms: Vec::new(), rows: Vec::new(), axes, weight: 0 };
    reader.read();
    let Reader { rows, rooms, weight, .. } = reader;
    if weight > MAX_WEIGHT {
        return None;
    }
    let list = made(rows, rooms, headings.into_iter().chain(table.names.iter().cloned()).collect())?;
    Some(List { between: between.map(|between| (between.count, between.minutes)), ..list })
}

/// Returns a table of which each cell has a time of its own as a list; `None` if it is not such a table.
pub(super) fn stamped(table: &Table) -> Option<List> {
    let sessions = stamped::read(table)?;
    let mut rooms: Vec<String> = Vec::new();
    let mut evenings: BTreeMap<usize, i64> = BTreeMap::new();
    let rows = sessions.into_iter().map(|session| {
        if !rooms.contains(&session.room) {
            rooms.push(session.room.clone());
        }
        let Row { line, number, .. } = table.rows[session.row];
        let time = |seconds: Option<i64>| seconds.map_or_else(String::new, when::written);
        // 00:30 below 23:00 is of the next date.
        let last = evenings.entry(session.column).or_default();
        let night = session.entry.slot.map_or(0, |slot| if slot.from < 6 * 3600 && *last >= 18 * 3600 { DAY } else { 0 });
        *last = session.entry.slot.map_or(0, |slot| if night > 0 { *last } else { slot.from });
        let from = session.entry.slot.map(|slot| slot.from + night);
        let to = session.entry.slot.and_then(|slot| slot.to).map(|to| to + if to < DAY { night } else { 0 });
        let Entry { title, speakers, about, .. } = session.entry;
        let cells = vec![session.day, time(from), time(to), String::new(), session.room, title, speakers, about];
        Row { line, number, cells, column: Some(session.column) }
    });
    let rows = rows.collect();
    let above = table.rows.iter().take_while(|row| row.filled().count() < 2).flat_map(Row::filled);
    made(rows, rooms, above.map(|(_, text)| text.to_owned()).chain(table.names.iter().cloned()).collect())
}

fn made(mut rows: Vec<Row>, rooms: Vec<String>, headings: Vec<String>) -> Option<List> {
    let has_days = rows.iter().any(|row| !row.text(0).is_empty());
    let meanings = COLUMNS.map(|column| Some(column).filter(|column| has_days || *column != Column::Date));
    let behind = behind::split(&mut rows);
    let header = COLUMNS.map(|column| column.word().to_owned()).to_vec();
    (!rows.is_empty()).then(|| List {
        layout: Layout::Grid { rooms, behind },
        header,
        columns: Columns::told(&meanings),
        rows,
        headings,
        room: None,
        between: None,
    })
}

/// A row of the grid with its time.
#[derive(Clone, Copy)]
struct Timed {
    row: usize,
    slot: Slot,
}

struct Reader<'a> {
    table: &'a Table,
    is_turned: bool,
    axes: Axes,
    /// All rooms so far.
    rooms: Vec<String>,
    rows: Vec<Row>,
    /// Bytes of all rows.
    weight: usize,
}

impl Reader<'_> {
    /// Reads block by block: a block has one row of rooms, and its times go up.
    fn read(&mut self) {
        let (mut day, mut block) = (String::new(), Vec::new());
        self.note_rooms();
        for index in self.axes.first..self.table.rows.len() {
            let row = &self.table.rows[index];
            let beside = self.axes.date.map_or("", |column| row.text(column));
            if let Some(slot) = self.slot(row) {
                if !beside.is_empty() && beside != day {
                    self.flush(&day, &mut block);
                    beside.clone_into(&mut day);
                }
                block.push(Timed { row: index, slot });
            } else if let Some(text) = row.only().filter(|text| dates::looks_like_day(text)) {
                self.flush(&day, &mut block);
                text.clone_into(&mut day);
            } else if self.axes.is_header(row) {
                self.flush(&day, &mut block);
                self.axes.set_rooms(self.table, index);
                self.note_rooms();
            } else if !self.is_continued(row, &block) {
                self.put_untimed(&day, index);
            }
        }
        self.flush(&day, &mut block);
    }

    fn slot(&self, row: &Row) -> Option<Slot> {
        let own = slot(row.text(self.axes.time))?;
        let end = self.axes.end.and_then(|column| slot(row.text(column))).map(|end| end.from);
        Some(Slot { to: own.to.or(end), ..own })
    }

    /// Whether the cells of a row without a time belong to those above it.
    fn is_continued(&self, row: &Row, block: &[Timed]) -> bool {
        let above = |column: usize| block.last().is_some_and(|timed| !self.table.rows[timed.row].text(column).is_empty());
        row.text(self.axes.time).is_empty() && row.only().is_none() && row.filled().all(|(column, _)| above(column))
    }

    /// Adds the row without a time that can be read, so that it is reported. Notes stand on the left.
    fn put_untimed(&mut self, day: &str, index: usize) {
        let row = &self.table.rows[index];
        let Some((column, text)) = row.filled().find(|(column, _)| self.axes.rooms.iter().any(|(room, _)| room == column)) else {
            return;
        };
        if let Some(entry) = Entry::of(text).filter(|entry| !values::is_absent(&entry.title)) {
            let at = self.axes.rooms.iter().position(|(room, _)| *room == column).unwrap_or(0);
            self.put(day, index, at..at + 1, [row.text(self.axes.time).to_owned(), String::new(), String::new()], entry);
        }
    }

    fn note_rooms(&mut self) {
        for (_, room) in &self.axes.rooms {
            if !room.is_empty() && !self.rooms.contains(room) {
                self.rooms.push(room.clone());
            }
        }
    }

    /// Adds the sessions of the rows of a block, and empties it.
    fn flush(&mut self, day: &str, block: &mut Vec<Timed>) {
        let mut nights = 0;
        for at in 0..block.len() {
            // 00:30 below 23:00 is of the next date.
            if at > 0 && block[at].slot.from < 6 * 3600 && block[at - 1].slot.from >= 18 * 3600 {
                nights = DAY;
            }
            block[at].slot.from += if block[at].slot.from < 12 * 3600 { nights } else { 0 };
            block[at].slot.to = block[at].slot.to.map(|to| if to < block[at].slot.from { to + nights } else { to });
        }
        for at in 0..block.len() {
            self.add(day, block, at);
        }
        block.clear();
    }

    /// Adds the sessions that begin in a row.
    fn add(&mut self, day: &str, block: &[Timed], at: usize) {
        let row = block[at].row;
        let last = block.get(at + 1).map_or(self.table.rows.len(), |next| next.row);
        let columns: Vec<usize> = self.axes.rooms.iter().map(|(column, _)| *column).collect();
        let filled = columns.iter().filter(|column| !self.text(row, last, **column).is_empty()).count();
        let mut next = 0;
        while let Some(column) = columns.get(next).copied() {
            let text = self.text(row, last, column);
            let (rows, width) = self.table.spans.get(&(row, column)).copied().unwrap_or((1, 1));
            let covered = columns[next..].iter().take_while(|other| **other < column + width).count();
            // Whoever cannot merge cells writes the same into each.
            let same = columns[next..].iter().take_while(|other| self.text(row, last, **other) == text).count();
            let taken = covered.max(if text.is_empty() { 1 } else { same }).max(1);
            let people = self.axes.people.get(&column).map_or("", |beside| self.table.rows[row].text(*beside));
            let told = if people.is_empty() || text.is_empty() { text } else { format!("{text}\n{people}") };
            if let Some(entry) = Entry::of(&told).filter(|entry| !values::is_absent(&entry.title)) {
                let is_for_all = filled == 1 && entry.is_break() && !self.axes.has_days;
                let (from, count) = if is_for_all { (0, columns.len()) } else { (next, taken) };
                let times = Self::times(block, at, row + rows, &entry);
                for columns in self.by_day(from..from + count) {
                    self.put(day, row, columns, times.clone(), entry.clone());
                }
            }
            next += taken;
        }
    }

    /// Splits columns where another day begins: what is merged over several days happens on each of them.
    fn by_day(&self, columns: std::ops::Range<usize>) -> Vec<std::ops::Range<usize>> {
        let end = columns.end.min(self.axes.rooms.len());
        let day = |at: usize| self.axes.days.get(&self.axes.rooms[at].0);
        let mut parts: Vec<std::ops::Range<usize>> = Vec::new();
        for at in columns.start..end {
            match parts.last_mut().filter(|part| day(part.start) == day(at)) {
                Some(part) => part.end = at + 1,
                None => parts.push(at..at + 1),
            }
        }
        parts
    }

    /// Returns the text of a cell, with what stands below it in rows without a time: people are often in a row of their own.
    fn text(&self, row: usize, last: usize, column: usize) -> String {
        let mut text = self.table.rows[row].text(column).to_owned();
        if text.is_empty() {
            return text;
        }
        let covered = self.table.spans.get(&(row, column)).map_or(1, |(rows, _)| *rows);
        for below in row + covered..last {
            let row = &self.table.rows[below];
            let is_note = row.only().is_some() || self.axes.is_header(row);
            match row.text(column) {
                more if more.is_empty() || is_note || !row.text(self.axes.time).is_empty() => break,
                more => text = format!("{text}\n{more}"),
            }
        }
        text
    }

    /// Returns start, end and length of a session that goes on until before the row `until`.
    fn times(block: &[Timed], at: usize, until: usize, entry: &Entry) -> [String; 3] {
        let own = block[at].slot;
        let last = block[at..].iter().take_while(|timed| timed.row < until).last().map_or(own, |timed| timed.slot);
        let next = block[at..].iter().find(|timed| timed.row >= until && timed.slot.from > own.from).map(|timed| timed.slot.from);
        let length = own.length.map_or_else(String::new, |minutes| minutes.to_string());
        let slot = entry.slot.unwrap_or(own);
        let end = if entry.slot.is_some() { slot.to } else { last.to.or(next.filter(|_| own.length.is_none())) };
        [when::written(slot.from), end.map_or_else(String::new, when::written), length]
    }

    fn put(&mut self, day: &str, row: usize, columns: std::ops::Range<usize>, [start, end, length]: [String; 3], entry: Entry) {
        let taken = &self.axes.rooms[columns.start..columns.end.min(self.axes.rooms.len())];
        let own_day = taken.first().and_then(|(column, _)| self.axes.days.get(column)).map_or(day, String::as_str).to_owned();
        let rooms: Vec<&str> = taken.iter().map(|(_, room)| room.as_str()).filter(|room| !room.is_empty()).collect();
        let column = taken.first().map_or(0, |(column, _)| *column);
        self.weight += rooms.iter().map(|room| room.len() + 1).sum::<usize>() + entry.title.len() + own_day.len();
        if self.weight > MAX_WEIGHT {
            return;
        }
        let position = if self.is_turned { (column, row) } else { (row, column) };
        let (line, number) = if self.is_turned {
            (None, position.0 as u64 + 1)
        } else {
            (Some(self.table.rows[row].line), self.table.rows[row].number)
        };
        self.rows.push(Row {
            line: line.unwrap_or(number),
            number,
            cells: vec![own_day, start, end, length, rooms.join("\n"), entry.title, entry.speakers, entry.about],
            column: Some(position.1),
        });
    }
}

#[cfg(test)]
mod tests;
