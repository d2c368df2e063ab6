//! `.xlsx`, cell by cell, so that a cell in the last column and row takes no more memory than any other.

use super::super::table::{Book, Tally};
use super::super::{ImportError, look_alike};
use super::gather::Gatherer;
use super::numbers;
use calamine::{DataRef, ExcelDateTime, ExcelDateTimeType, Reader, SheetType, SheetVisible, Xlsx};
use std::io::Cursor;

/// Returns the sheets that people see.
///
/// # Errors
///
/// A file that is damaged or has a password, or has more cells than any timetable.
pub(super) fn book(bytes: &[u8]) -> Result<Book, ImportError> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| look_alike::damaged(bytes))?;
    let is_shown = |sheet: &&calamine::Sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet;
    let names: Vec<String> = workbook.sheets_metadata().iter().filter(is_shown).map(|sheet| sheet.name.clone()).collect();
    let is_1904 = workbook.has_1904_epoch();
    let (mut book, mut tally) =
        (Book { are_sheets: true, epoch: Some(if is_1904 { 1904 } else { 1900 }), ..Book::default() }, Tally::default());
    for name in names {
        let mut gatherer = Gatherer::default();
        let mut cells = workbook.worksheet_cells_reader(&name).map_err(|_| look_alike::damaged(bytes))?;
        while let Some(cell) = cells.next_cell().map_err(|_| look_alike::damaged(bytes))? {
            let (row, column) = cell.get_position();
            gatherer.put(row as usize, column as usize, text(cell.get_value()), &mut tally)?;
        }
        drop(cells);
        for merged in workbook.merge_cells_by_sheet_name(&name).unwrap_or_default() {
            let [row, column, last_row, last_column] =
                [merged.start.0, merged.start.1, merged.end.0, merged.end.1].map(|at| at as usize);
            gatherer.merge(row, column, last_row.saturating_sub(row) + 1, last_column.saturating_sub(column) + 1);
        }
        gatherer.finish(name, &mut book);
    }
    Ok(book)
}

fn text(value: &DataRef) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => numbers::number(*number),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(value) => of_date_time(value),
        DataRef::DateTimeIso(text) => text.replace('T', " ").replace(" 00:00:00", ""),
        DataRef::DurationIso(text) => numbers::iso_length(text),
        DataRef::Error(error) => error.to_string(),
    }
}

/// Returns a date, a time of day or a length as it would be typed.
pub(super) fn of_date_time(value: &ExcelDateTime) -> String {
    if value.is_duration() {
        return numbers::clock_of(value.as_f64() * 86_400.0);
    }
    // The value itself does not say from which year it counts, but its date does.
    let is_1904 = value.as_f64() >= 1.0
        && value.to_ymd_hms_milli() != ExcelDateTime::new(value.as_f64(), ExcelDateTimeType::DateTime, false).to_ymd_hms_milli();
    numbers::date_time(value.as_f64(), is_1904)
}
