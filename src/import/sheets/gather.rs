//! Cells in any order to a table without its empty rows.

use super::super::ImportError;
use super::super::limits::MAX_ROWS;
use super::super::table::{Book, MAX_COLUMNS, Row, Table, Tally};
use std::collections::BTreeMap;

/// A longer text counts as several cells.
const CELL_BYTES: usize = 64;

/// The cells of one sheet that have text.
#[derive(Default)]
pub(super) struct Gatherer {
    rows: BTreeMap<usize, BTreeMap<usize, String>>,
    /// First row, first column, rows and columns of merged cells.
    merged: Vec<[usize; 4]>,
}

impl Gatherer {
    /// Adds a cell. Cells far to the right are not of a timetable.
    ///
    /// # Errors
    ///
    /// More cells than any timetable has.
    pub fn put(&mut self, row: usize, column: usize, text: String, tally: &mut Tally) -> Result<(), ImportError> {
        if column < MAX_COLUMNS && !text.trim().is_empty() {
            // Many cells may refer to one long text.
            tally.add(1 + text.len() / CELL_BYTES)?;
            self.rows.entry(row).or_default().insert(column, text);
        }
        Ok(())
    }

    /// Notes that cells from here on are merged.
    pub fn merge(&mut self, row: usize, column: usize, rows: usize, columns: usize) {
        if column < MAX_COLUMNS && (rows, columns) != (1, 1) && self.merged.len() < MAX_ROWS {
            self.merged.push([row, column, rows, columns]);
        }
    }

    /// Adds the table to the book, and its lines that begin with `#` to the metadata.
    pub fn finish(self, name: String, book: &mut Book) {
        let kept: Vec<usize> = self.rows.keys().copied().take(MAX_ROWS).collect();
        let mut table = Table { names: vec![name], ..Table::default() };
        for (number, cells) in self.rows.into_iter().take(MAX_ROWS) {
            let number = number as u64 + 1;
            let mut row = Row { line: number, number, ..Row::default() };
            for (column, text) in cells {
                row.cells.resize(column, String::new());
                row.cells.push(text);
            }
            table.rows.push(row);
        }
        for [row, column, rows, columns] in self.merged {
            let (from, to) =
                (kept.partition_point(|kept| *kept < row), kept.partition_point(|kept| *kept < row.saturating_add(rows)));
            if kept.get(from) == Some(&row) {
                table.spans.insert((from, column), (to - from, columns.min(MAX_COLUMNS)));
            }
        }
        let lines = table.rows.iter().take_while(|row| is_metadata(row)).count();
        book.metadata.extend(table.rows.drain(..lines).map(|row| (row.line, metadata(&row))));
        let spans = std::mem::take(&mut table.spans).into_iter();
        table.spans = spans.filter_map(|((row, column), span)| Some(((row.checked_sub(lines)?, column), span))).collect();
        book.tables.push(table);
    }
}

/// Whether a row begins with `#`. Errors do so, too: `#N/A`.
fn is_metadata(row: &Row) -> bool {
    row.filled().next().is_some_and(|(_, text)| text.starts_with("# ") || text.starts_with('#') && text.contains(':'))
}

/// Returns the line that the cells of a row are: key and value may be in cells of their own.
fn metadata(row: &Row) -> String {
    let mut cells = row.filled().map(|(_, text)| text);
    let first = cells.next().unwrap_or_default();
    let rest: Vec<&str> = cells.collect();
    if first.contains([':', '：']) || rest.is_empty() {
        format!("{first} {}", rest.join(" "))
    } else {
        format!("{first}: {}", rest.join(" "))
    }
}
