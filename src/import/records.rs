//! The lines of a table, whatever they hold.

use csv::{ReaderBuilder, StringRecord};

/// Each line of the table by its cells, of which there may be more or fewer than in the others.
pub(super) fn records(table: &str, separator: u8) -> impl Iterator<Item = StringRecord> {
    let reader = ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(table.as_bytes());
    // Text in memory that is UTF-8 and may have rows of any length leaves the reader nothing to complain about.
    reader.into_records().map_while(Result::ok)
}
