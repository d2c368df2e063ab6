//! How a table is to be read.

use super::super::when;
use super::columns::Columns;
use super::{Layout, List, Row, Table, dotted, grid, guess, halves, joint, transposed};
use crate::messages::column::Column;
use std::cmp::Reverse;

/// Spreadsheets often have a line or two with a heading above the header.
const MAX_ROWS_BEFORE: usize = 12;

/// As many cells of a column are examined.
const EXAMINED: usize = 20;

/// How well a table can be read: the greater, the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::import) struct Fitness {
    rank: u8,
    known: usize,
    above: Reverse<usize>,
    width: usize,
}

impl Fitness {
    /// Examines a table or its beginning.
    pub fn of(table: &Table) -> Fitness {
        let header = header(table);
        let (known, at) = header.as_ref().map_or((0, 0), |header| (header.columns.known(), header.at));
        let rank = match list(table, Told::default()).map(|list| list.layout) {
            Some(Layout::Named) => 3,
            Some(Layout::Grid { .. }) => 2,
            Some(Layout::Guessed) => 1,
            None => 0,
        };
        Fitness { rank, known, above: Reverse(at), width: header.map_or(0, |header| header.cells.len()) }
    }

    /// Whether the table itself says what its columns are.
    pub fn is_certain(self) -> bool {
        self.rank > 1
    }

    /// Whether it can be read at all.
    pub fn is_readable(self) -> bool {
        self.rank > 0
    }
}

/// As many cells of a row may be called like columns by chance.
const MAX_CHANCE: usize = 2;

/// The row that names the columns.
pub(super) struct Header {
    /// Its index among the rows.
    pub at: usize,
    pub cells: Vec<String>,
    pub columns: Columns,
}

/// Returns tables that stand side by side, such as one for each day, each on its own. They have the same names of columns.
pub(super) fn apart(table: &Table) -> Vec<Table> {
    let Some(header) = header(table).filter(|header| header.columns.is_usable()) else { return vec![table.clone()] };
    let name = |column: usize| header.cells.get(column).map_or("", |cell| cell.trim());
    let first = (0..header.cells.len()).find(|column| !name(*column).is_empty()).unwrap_or(0);
    let again: Vec<usize> = (first..header.cells.len()).filter(|column| name(*column) == name(first)).collect();
    let width = again.get(1).map_or(0, |second| second - first);
    let is_same = |from: &usize| (0..width).all(|column| name(from + column) == name(first + column));
    let parts = || again.iter().enumerate().map(|(at, from)| (*from, again.get(at + 1).copied().unwrap_or(header.cells.len())));
    let titles = |(from, to): (usize, usize)| Columns::of(&header.cells[from..to]).is_usable();
    if again.len() < 2 || !again.iter().all(is_same) || !parts().all(titles) {
        return vec![table.clone()];
    }
    parts().map(|(from, to)| table.part(from, to)).collect()
}

/// Returns the row that names the most columns; of several, the first. Spreadsheets often have headings of groups above the
/// names.
pub(super) fn header(table: &Table) -> Option<Header> {
    let rows = table.rows.iter().take(MAX_ROWS_BEFORE).enumerate();
    let candidates = rows.map(|(at, row)| {
        let mut columns = Columns::of(&row.cells);
        columns.settle_dates(|column| holds_date_times(&table.rows[at + 1..], column));
        Header { at, cells: row.cells.clone(), columns }
    });
    candidates.max_by_key(|header| (header.columns.is_usable(), header.columns.known(), Reverse(header.at)))
}

/// Whether most of the first cells of a column are dates with a time of day, or with a range of them as Notion writes it.
fn holds_date_times(rows: &[Row], column: usize) -> bool {
    let is_date_time = |text: &str| {
        let text = when::typed(text);
        let text = when::without_zone(&text);
        let text = when::range(&text).filter(|(from, _)| when::clock(from).is_none()).map_or(text, |(from, _)| from.into());
        let time = text.trim().rsplit_once([' ', 'T']).and_then(|(_, time)| when::clock(time));
        when::date_time(&text).is_some() || time.is_some() && text.starts_with(|letter: char| letter.is_ascii_digit())
    };
    let texts: Vec<&str> = rows.iter().map(|row| row.text(column)).filter(|text| !text.is_empty()).take(EXAMINED).collect();
    !texts.is_empty() && texts.iter().filter(|text| is_date_time(text)).count() * 2 > texts.len()
}

/// Meanings of columns that the user chose.
#[derive(Clone, Copy, Default)]
pub(super) struct Told<'o> {
    /// Those of all columns in order.
    pub columns: &'o [Option<Column>],
    /// Those of some columns by their names.
    pub names: &'o [(String, Option<Column>)],
}

/// Returns the table as a list of sessions; `None` if it is not a timetable.
pub(super) fn list(table: &Table, told: Told<'_>) -> Option<List> {
    let table = &*halves::joined(table);
    let mut header = header(table)?;
    if !told.columns.is_empty() {
        header.columns = Columns::told(told.columns);
    }
    let is_told = header.columns.correct(&header.cells, told.names) || !told.columns.is_empty();
    // Several lists side by side, each below its room, share the times.
    if !is_told
        && names_twice(&header)
        && let Some(list) = grid::list(table, false)
    {
        return Some(list);
    }
    if header.columns.is_usable() || is_told {
        return Some(named(table, header));
    }
    // Where a header names everything else, one of the other columns is the title, however it is called.
    let others_are_named = header.columns.has(Column::Start) && header.columns.known() > MAX_CHANCE;
    if let Some(title) = others_are_named.then(|| guess::title(&table.rows[header.at + 1..], &header.columns)).flatten() {
        header.columns.take_as_title(title, &header.cells);
        return Some(named(table, header));
    }
    // A time needs something beside it. Text that is split by the wrong sign has a single column.
    if table.width() < 2 {
        return None;
    }
    // A table without a header may look like a grid on its side, but not the other way round. Where a header names a title, dates
    // under a name that nobody knows are those of something else, such as when a talk was proposed.
    let turned = || grid::list(&transposed::transposed(table)?, true);
    let guessed = || guess::list(table).filter(|_| !(header.columns.has(Column::Title) && header.columns.known() > MAX_CHANCE));
    // Below "date, start, end, room" there are no other rooms.
    let is_list = others_are_named && header.columns.known() > MAX_CHANCE + 1 && header.columns.has(Column::Room);
    let grid = || grid::list(table, false).filter(|_| !is_list);
    grid().or_else(|| grid::stamped(table)).or_else(guessed).or_else(turned)
}

/// Whether a header names the title of sessions more than once.
fn names_twice(header: &Header) -> bool {
    let title = header.columns.index_of(Column::Title).and_then(|at| header.cells.get(at)).map_or("", |name| name.trim());
    !title.is_empty() && header.cells.iter().filter(|name| name.trim() == title).count() > 1
}

/// What may be merged in a list: the title of a session is not that of the next.
const MERGED: [Column; 7] =
    [Column::Date, Column::Weekday, Column::Start, Column::End, Column::Duration, Column::Room, Column::Track];

fn named(table: &Table, header: Header) -> List {
    let mut table =
        table.with_merged_rows(|column| header.columns.meaning(column).is_some_and(|column| MERGED.contains(&column)));
    for time in [Column::Start, Column::End].into_iter().filter_map(|time| header.columns.index_of(time)) {
        dotted::spell_out(&mut table.rows[header.at + 1..], time);
    }
    let mut header = header;
    joint::split(&mut header.cells, &mut header.columns, &mut table.rows[header.at + 1..]);
    let above = table.rows[..header.at].iter().rev().flat_map(Row::filled).map(|(_, text)| text.to_owned());
    List {
        layout: Layout::Named,
        room: None,
        between: None,
        headings: above.chain(table.names.iter().cloned()).collect(),
        rows: table.rows[header.at + 1..].to_vec(),
        header: header.cells,
        columns: header.columns,
    }
}
