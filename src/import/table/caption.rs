//! The name of the conference where it stands over the columns, as organisers write it.

use super::super::when;
use super::{Book, Row, Table, dates, header_row};

/// A longer text is a note, in bytes.
const MAX_CAPTION: usize = 150;

/// Returns the text that stands alone in the first row above the names of the columns, if it may be a name. Above several
/// tables it is the same, or the names may be those of rooms.
pub(super) fn caption(book: &Book) -> Option<&str> {
    let first = above(book.tables.first()?)?;
    let is_alone = |table: &Table| {
        header_row(table).is_none_or(|at| !table.rows[at + 1..].iter().any(|row| row.repeats(&table.rows[at].cells)))
    };
    let is_same = |table: &Table| above(table).is_none_or(|text| text == first);
    book.tables.iter().all(|table| is_alone(table) && is_same(table)).then_some(first)
}

fn above(table: &Table) -> Option<&str> {
    let is_filled = |row: &&Row| row.filled().next().is_some();
    let text = table.rows[..header_row(table)?].iter().find(is_filled)?.only()?;
    is_name(text).then_some(text)
}

/// Whether a text may be a name, and neither a note nor a day or a time.
pub(super) fn is_name(text: &str) -> bool {
    let is_note = text.len() > MAX_CAPTION || text.ends_with('.') || text.contains([':', '：', '※', '*', '\n', '@']);
    let is_day = dates::looks_like_day(text) || dates::is_day_word(text) || dates::lacks_year(text);
    text.contains(char::is_alphabetic) && !is_note && !is_day && when::range(text).is_none() && when::clock(text).is_none()
}
