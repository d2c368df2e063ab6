//! How a file is built, without anything that it says: for whoever is to teach the importer to read it.
//!
//! Names of fields and of columns are kept; of every value there is its kind and its length. Texts of digits and signs, such as
//! times, show where the digits are.

mod shape;
mod value;

use super::head::Head;
use super::table::{self, Book, Table};
use super::{Format, ImportError, NamedFile, csv, detect, encoding, html, sheets, tree};
use shape::Shape;
use std::fmt::Write;
use value::{blanked, described};

/// The longest report in bytes. An issue takes ten times as much, but a person should be able to look it through.
const MAX_LENGTH: usize = 12_000;

/// As many rows of a table, and lines of a text that is neither a table nor a tree.
const MAX_ROWS: usize = 8;

/// As many cells of a row.
const MAX_CELLS: usize = 40;

/// As many bytes of a text that is neither a table nor a tree.
const MAX_TEXT: usize = 1_500;

/// Returns how files are built, and why they were refused if they were.
pub fn report(files: &[NamedFile], error: Option<&ImportError>) -> String {
    let outcome = error.map_or_else(|| "read".to_owned(), ImportError::word);
    let mut text = format!("siganpyo {}: {outcome}\n", env!("CARGO_PKG_VERSION"));
    for file in files {
        let ending = file.name.rsplit_once('.').map(|(_, ending)| ending).filter(|ending| ending.len() < 6).unwrap_or_default();
        let format = detect(&file.bytes).map_or("unknown", Format::as_str);
        let _ = writeln!(text, "\nfile .{ending}, {} bytes, read as {format}", file.bytes.len());
        text += &structure(&file.bytes);
    }
    if text.len() > MAX_LENGTH {
        text.truncate(text.floor_char_boundary(MAX_LENGTH));
        text.push_str("\n…\n");
    }
    text
}

fn structure(bytes: &[u8]) -> String {
    let head = Head::of(bytes);
    let looks_like_tree = matches!(head.first(), Some('{' | '[' | '<'));
    let tree = || tree::parse(bytes).ok().map(|tree| Shape::of(&tree).lines());
    let text = || encoding::text(bytes).ok();
    let page = || html::book(bytes).ok().filter(|book| !book.tables.is_empty());
    match detect(bytes) {
        Some(Format::Sheets) => sheets::book(bytes).map_or_else(|_| "damaged or locked\n".to_owned(), |book| tables(&book)),
        Some(Format::Html) => page().map(|book| tables(&book)).unwrap_or_default(),
        Some(Format::Csv) => text().and_then(|text| csv::book(&text).ok()).map(|book| tables(&book)).unwrap_or_default(),
        Some(_) => tree().or_else(|| Some(beginning(&text()?))).unwrap_or_default(),
        None if looks_like_tree => tree().or_else(|| Some(beginning(&text()?))).unwrap_or_default(),
        None => text().map_or_else(|| "not text\n".to_owned(), |text| beginning(&text)),
    }
}

fn tables(book: &Book) -> String {
    book.tables.iter().map(rows).collect()
}

/// The size of a table, and its first rows, of which the header is kept.
fn rows(table: &Table) -> String {
    let mut text =
        format!("table of {} rows and {} columns, {} merged cells\n", table.rows.len(), table.width(), table.spans.len());
    let header = table::header_row(table);
    for (at, row) in table.rows.iter().enumerate().take(MAX_ROWS) {
        let cells =
            row.cells.iter().take(MAX_CELLS).map(|cell| if header == Some(at) { blanked_name(cell) } else { described(cell) });
        let _ = writeln!(text, "  {}", cells.collect::<Vec<_>>().join(" | "));
    }
    text
}

fn blanked_name(cell: &str) -> String {
    super::line::excerpt(cell.trim())
}

/// The first lines of a text with its letters and digits blanked.
fn beginning(text: &str) -> String {
    let text = &text[..text.floor_char_boundary(MAX_TEXT)];
    text.lines().take(3 * MAX_ROWS).map(|line| format!("  {}\n", blanked(line))).collect()
}

#[cfg(test)]
mod tests;
