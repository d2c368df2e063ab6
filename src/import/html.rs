//! Web pages with a table of sessions, with a grid of times and rooms, or with classes that name the parts of sessions.

mod tables;

use super::head::Head;
use super::table::{self, Book, Fitness};
use super::{ImportError, Imported, Importer, Options, encoding, look_alike, tree};
use crate::messages::import::{LookAlike, Problem};

pub(super) const IMPORTER: Importer = Importer { recognises, read };

/// Scripts and styles may stand before the table, however long they are.
fn recognises(head: &Head) -> bool {
    let holds = |text: &str| head.text().to_lowercase().contains(text);
    look_alike::is_html(head) && (head.is_cut || holds("<table") || holds("class="))
}

fn read(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    let text = encoding::text(bytes)?;
    let mut book = tables::book(&text)?;
    if !book.tables.iter().any(|table| Fitness::of(table).is_certain()) {
        match tree::read_page(&text, options) {
            Some(Ok(imported)) => return Ok(imported),
            Some(Err(error)) if error.needs_time_zone() || error.needs_first_day() => return Err(error),
            _ => {}
        }
    }
    if !book.tables.iter().any(|table| Fitness::of(table).is_readable()) && !table::has_columns(&book, &options.fields) {
        return Err(table::without_columns(&book).unwrap_or_else(|| Problem::LookAlike(LookAlike::HtmlPage).into()));
    }
    // Pages are laid out with tables, too. What has times is not only layout, and it is said if it is left out.
    book.tables.retain(|table| Fitness::of(table).is_readable() || table::mentions_times(table));
    table::read(&book, options)
}

/// Returns all tables of a page.
pub(super) fn book(bytes: &[u8]) -> Result<Book, ImportError> {
    tables::book(&encoding::text(bytes)?)
}

#[cfg(test)]
mod tests;
