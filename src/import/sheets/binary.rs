//! `.xls`, as Excel wrote it until 2003.

use super::super::limits::{MAX_BYTES, MAX_CELLS};
use super::super::table::{Book, Tally};
use super::super::{ImportError, look_alike};
use super::gather::Gatherer;
use super::{excel, numbers};
use crate::messages::import::{Part, Problem};
use calamine::{Data, Reader, SheetType, SheetVisible, Xls};
use cfb::CompoundFile;
use std::io::{Cursor, Read};

/// Records with a cell, by [MS-XLS] 2.3: their data begin with row and column.
const CELLS: [u16; 9] = [0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x027E];

/// The record of merged cells: their number, and eight bytes for each, by [MS-XLS] 2.4.168.
const MERGED: u16 = 0x00E5;

/// The record of the rows and columns that are used: first row and row after the last one, four bytes each, by [MS-XLS] 2.4.90.
const DIMENSIONS: u16 = 0x0200;

/// The record of a sheet: where it begins in the stream, its kind, its name, by [MS-XLS] 2.4.28.
const SHEET: u16 = 0x0085;

/// A BIFF8 sheet has no more columns and rows.
const COLUMNS: usize = 256;
const ROWS: u32 = 65_536;

/// Returns the sheets that people see.
///
/// # Errors
///
/// A file that is damaged, has a password, or has more cells than any timetable.
pub(super) fn book(bytes: &[u8]) -> Result<Book, ImportError> {
    check_extent(bytes)?;
    let mut workbook: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|_| look_alike::damaged(bytes))?;
    let is_shown = |sheet: &&calamine::Sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet;
    let names: Vec<String> = workbook.sheets_metadata().iter().filter(is_shown).map(|sheet| sheet.name.clone()).collect();
    let (mut book, mut tally) = (Book { are_sheets: true, ..Book::default() }, Tally::default());
    for name in names {
        let mut gatherer = Gatherer::default();
        let range = workbook.worksheet_range(&name).map_err(|_| look_alike::damaged(bytes))?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            gatherer.put(first_row as usize + row, first_column as usize + column, text(value), &mut tally)?;
        }
        for merged in workbook.merge_cells_by_sheet_name(&name).unwrap_or_default() {
            let [row, column, last_row, last_column] =
                [merged.start.0, merged.start.1, merged.end.0, merged.end.1].map(|at| at as usize);
            gatherer.merge(row, column, last_row.saturating_sub(row) + 1, last_column.saturating_sub(column) + 1);
        }
        gatherer.finish(name, &mut book);
    }
    Ok(book)
}

/// calamine makes a table of all cells between the outermost ones, so a hostile file with two cells could take all memory.
fn check_extent(bytes: &[u8]) -> Result<(), ImportError> {
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| look_alike::damaged(bytes))?;
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name)).ok_or_else(|| look_alike::damaged(bytes))?;
    let mut stream = Vec::new();
    let opened = file.open_stream(name).map_err(|_| look_alike::damaged(bytes))?;
    opened.take(MAX_BYTES as u64).read_to_end(&mut stream).map_err(|_| look_alike::damaged(bytes))?;
    let (mut rest, mut rows, mut columns) = (stream.as_slice(), 0, 0);
    while let [kind, kind_high, length, length_high, data @ ..] = rest {
        let (kind, length) = (u16::from_le_bytes([*kind, *kind_high]), usize::from(u16::from_le_bytes([*length, *length_high])));
        if let (true, [row, row_high, column, column_high, ..]) = (CELLS.contains(&kind), data) {
            rows = rows.max(usize::from(u16::from_le_bytes([*row, *row_high])) + 1);
            // A record of several cells goes on from its first one.
            columns = columns.max(usize::from(u16::from_le_bytes([*column, *column_high])) + 1 + length / 6);
        }
        // calamine trusts these numbers.
        let record = &data[..length.min(data.len())];
        let is_possible = match kind {
            MERGED => holds_merged(record),
            DIMENSIONS => are_possible(record),
            SHEET => begins_within(record, stream.len()),
            _ => true,
        };
        if !is_possible {
            return Err(look_alike::damaged(bytes));
        }
        rest = data.get(length..).unwrap_or_default();
    }
    if columns > 2 * COLUMNS || rows * columns > 10 * MAX_CELLS {
        return Err(Problem::TooMany { part: Part::Cells, count: rows * columns, limit: MAX_CELLS }.into());
    }
    Ok(())
}

/// Whether a record has as many merged cells as it says.
fn holds_merged(record: &[u8]) -> bool {
    matches!(record, [count, high, cells @ ..] if cells.len() >= 8 * usize::from(u16::from_le_bytes([*count, *high])))
}

/// Whether a sheet may have these rows; those of before BIFF8 take fewer bytes and are always possible.
fn are_possible(record: &[u8]) -> bool {
    match record {
        [_, _, _, _, one, two, three, four, _, _, _, _, ..] => u32::from_le_bytes([*one, *two, *three, *four]) <= ROWS,
        _ => true,
    }
}

/// Whether a sheet begins within a stream of so many bytes, and has a name.
fn begins_within(record: &[u8], length: usize) -> bool {
    match record {
        [one, two, three, four, _, _, _, _, ..] => (u32::from_le_bytes([*one, *two, *three, *four]) as usize) < length,
        _ => false,
    }
}

fn text(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => numbers::number(*number),
        Data::Bool(value) => value.to_string(),
        Data::DateTime(value) => excel::of_date_time(value),
        Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Error(error) => error.to_string(),
    }
}
