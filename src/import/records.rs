//! The records of a table.

use csv::{ReaderBuilder, StringRecord};

/// Returns each record of the table as its cells. Records may have different numbers of cells.
pub(super) fn records(table: &str, separator: u8) -> impl Iterator<Item = StringRecord> {
    let reader = ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(table.as_bytes());
    // Reading UTF-8 text in memory with rows of any length cannot fail.
    reader.into_records().map_while(Result::ok)
}
