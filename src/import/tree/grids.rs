//! Tables in structured data of which no column has a name: `[["", "Oak", "Elm"], ["10:00", "Wings", "Legs"]]`.

use super::super::json::Json;
use super::super::limits::MAX_ROWS;
use super::super::table::{self, Book, Fitness, MAX_COLUMNS, Row, Table, Tally};
use super::super::{ImportError, Imported, Options};
use super::MAX_NESTING;

/// Fewer rows or columns are no timetable.
const LEAST: usize = 2;

/// More tables are no program: a sheet for each room of each day.
const MAX_TABLES: usize = 100;

/// Reads the tables of a tree as a program; `None` if none of them is a timetable.
pub(super) fn read(root: &Json, options: &Options) -> Option<Result<Imported, ImportError>> {
    let mut book = Book::default();
    collect(root, None, &[], &mut book, &mut Tally::default(), 0).ok()?;
    // Where no table says what its columns are, their cells may.
    let has_certain = book.tables.iter().any(|table| Fitness::of(table).is_certain());
    let is_timetable = |table: &Table| match Fitness::of(table) {
        fitness if has_certain => fitness.is_certain(),
        fitness => fitness.is_readable(),
    };
    book.tables.retain(is_timetable);
    (!book.tables.is_empty()).then(|| table::read(&book, options))
}

/// Collects the lists of rows, with the key of each and the texts beside it, one of which may be its day, and others the names of its
/// columns.
fn collect(
    node: &Json,
    key: Option<&str>,
    beside: &[&Json],
    book: &mut Book,
    tally: &mut Tally,
    depth: usize,
) -> Result<(), ImportError> {
    if depth > MAX_NESTING || book.tables.len() >= MAX_TABLES {
        return Ok(());
    }
    if node.items().iter().filter(|row| is_row(row)).count() >= LEAST {
        let above = beside.iter().copied().find(|other| is_row(other));
        let rows = above.into_iter().chain(node.items()).filter(|row| is_row(row)).take(MAX_ROWS);
        let names = key.map(str::to_owned).into_iter().chain(beside.iter().filter_map(|other| other.owned()));
        let mut table = Table { names: names.collect(), ..Table::default() };
        for (row, number) in rows.zip(1..) {
            tally.add(row.items().len())?;
            let cells = row.items().iter().take(MAX_COLUMNS).map(|cell| cell.owned().unwrap_or_default()).collect();
            table.rows.push(Row { line: number, number, cells, column: None });
        }
        book.tables.push(table);
        return Ok(());
    }
    node.items().iter().try_for_each(|item| collect(item, key, &[], book, tally, depth + 1))?;
    let beside: Vec<&Json> = node.fields().iter().map(|(_, value)| value).take(MAX_COLUMNS).collect();
    node.fields().iter().try_for_each(|(key, value)| collect(value, Some(key), &beside, book, tally, depth + 1))
}

/// Whether a value is a row of cells.
fn is_row(node: &Json) -> bool {
    let is_cell = |cell: &Json| cell.is_null() || cell.text().is_some();
    node.items().len() >= LEAST && node.items().iter().all(is_cell)
}
