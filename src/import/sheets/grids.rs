//! Workbooks as text. What takes them apart is heavy, so in the browser it is a program of its own, which is loaded with the first
//! spreadsheet and hands over its sheets like this.

use super::super::json::Json;
use super::super::limits::{MAX_CELLS, MAX_ROWS, MAX_UNPACKED};
use super::super::table::{Book, MAX_COLUMNS, Row, Table, Tally};
use super::super::{ImportError, look_alike};
use super::COMPOUND;
#[cfg(feature = "workbooks")]
use super::GRIDS;
use crate::messages::import::{Part, Problem};

/// Reads what [`write`] wrote.
///
/// # Errors
///
/// The workbook was refused, or has more cells than any timetable.
pub(super) fn read(text: &str) -> Result<Book, ImportError> {
    let file = Json::parse(text)?;
    if let Some(reason) = file.get("refused").text() {
        return Err(refusal(reason, number(file.get("count"))));
    }
    let mut tally = Tally::default();
    let tables = file.get("tables").items().iter().map(|grid| table(grid, &mut tally)).collect::<Result<_, _>>()?;
    let metadata = file.get("metadata").items().iter().map(|line| {
        let [number, text] = [0, 1].map(|at| line.items().get(at).unwrap_or(Json::NULL));
        (self::number(number) as u64, text.text().unwrap_or_default().to_owned())
    });
    let epoch = file.get("epoch").text().and_then(|year| year.parse().ok());
    Ok(Book { metadata: metadata.collect(), tables, are_sheets: true, epoch, ..Book::default() })
}

fn refusal(reason: &str, count: usize) -> ImportError {
    match reason {
        "cells" => Problem::TooMany { part: Part::Cells, count, limit: MAX_CELLS }.into(),
        "bytes" => Problem::TooLarge { bytes: count, limit: MAX_UNPACKED as usize }.into(),
        "old" => look_alike::damaged(COMPOUND),
        _ => look_alike::damaged(look_alike::ZIP),
    }
}

fn number(value: &Json) -> usize {
    value.text().and_then(|text| text.parse().ok()).unwrap_or_default()
}

fn table(grid: &Json, tally: &mut Tally) -> Result<Table, ImportError> {
    let mut table = Table { names: vec![grid.get("name").text().unwrap_or_default().to_owned()], ..Table::default() };
    for row in grid.get("rows").items().iter().take(MAX_ROWS) {
        let [line, number, cells @ ..] = row.items() else { continue };
        tally.add(cells.len())?;
        let cells = cells.iter().take(MAX_COLUMNS).map(|cell| cell.text().unwrap_or_default().to_owned()).collect();
        table.rows.push(Row { line: self::number(line) as u64, number: self::number(number) as u64, cells, column: None });
    }
    for span in grid.get("spans").items().iter().take(MAX_ROWS) {
        if let [row, column, rows, columns] = span.items() {
            table.spans.insert((number(row), number(column)), (number(rows), number(columns)));
        }
    }
    Ok(table)
}

/// Writes the sheets of a workbook, or why it was refused.
#[cfg(feature = "workbooks")]
pub(super) fn write(book: &Result<Book, ImportError>, bytes: &[u8]) -> String {
    let book = match book {
        Ok(book) => book,
        Err(error) => {
            let (reason, count) = match error.problem() {
                Some(Problem::TooMany { count, .. }) => ("cells", *count),
                Some(Problem::TooLarge { bytes, .. }) => ("bytes", *bytes),
                _ if bytes.starts_with(COMPOUND) => ("old", 0),
                _ => ("damaged", 0),
            };
            return format!("{GRIDS},\"refused\":\"{reason}\",\"count\":{count}}}");
        }
    };
    let metadata = list(book.metadata.iter().map(|(number, text)| format!("[{number},{}]", quoted(text))));
    let tables = list(book.tables.iter().map(|table| {
        let name = quoted(table.names.first().map_or("", String::as_str));
        let rows = list(table.rows.iter().map(written));
        let spans = table.spans.iter().map(|((row, column), (rows, columns))| format!("[{row},{column},{rows},{columns}]"));
        format!("{{\"name\":{name},\"rows\":{rows},\"spans\":{}}}", list(spans))
    }));
    let epoch = book.epoch.map_or_else(|| "null".to_owned(), |year| year.to_string());
    format!("{GRIDS},\"epoch\":{epoch},\"metadata\":{metadata},\"tables\":{tables}}}")
}

#[cfg(feature = "workbooks")]
fn written(row: &Row) -> String {
    let numbers = [row.line, row.number].into_iter().map(|number| number.to_string());
    list(numbers.chain(row.cells.iter().map(|cell| quoted(cell))))
}

#[cfg(feature = "workbooks")]
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text")
}

#[cfg(feature = "workbooks")]
fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(","))
}
