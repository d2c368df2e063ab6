//! Spreadsheets of Excel (`.xlsx`, `.xls`) and LibreOffice (`.ods`): every sheet becomes a table of texts, with dates and times as
//! people would type them.
//!
//! What reads them is heavy, so it is a feature of the build. Without it they are refused with what to do.

#[cfg(feature = "every-format")]
mod binary;
#[cfg(feature = "every-format")]
mod excel;
#[cfg(feature = "every-format")]
mod gather;
#[cfg(feature = "every-format")]
mod numbers;
#[cfg(feature = "every-format")]
mod open_document;

use super::head::Head;
use super::look_alike;
#[cfg(feature = "every-format")]
use super::table::Book;
use super::{ImportError, Imported, Importer, Options};
#[cfg(feature = "every-format")]
use crate::messages::import::Problem;

/// The first bytes of a compound file, as old Excel writes it.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

pub(super) const IMPORTER: Importer = Importer { recognises, read };

/// Other archives begin like this, too; reading says so.
fn recognises(head: &Head) -> bool {
    cfg!(feature = "every-format") && (head.begins_with(look_alike::ZIP) || head.begins_with(COMPOUND))
}

#[cfg(feature = "every-format")]
fn read(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    let book = book(bytes)?;
    if book.tables.iter().all(|table| table.rows.is_empty()) {
        return Err(Problem::Empty.into());
    }
    super::table::read(&book, options)
}

/// Returns all sheets.
#[cfg(feature = "every-format")]
pub(super) fn book(bytes: &[u8]) -> Result<Book, ImportError> {
    if bytes.starts_with(COMPOUND) { binary::book(bytes) } else { archive_book(bytes) }
}

#[cfg(feature = "every-format")]
fn archive_book(bytes: &[u8]) -> Result<Book, ImportError> {
    let mut archive = super::archive::Archive::checked(bytes)?;
    if archive.has("xl/workbook.xml") || archive.has("xl/workbook2.xml") {
        excel::book(bytes)
    } else if archive.has("content.xml") {
        open_document::book(&archive.text("content.xml")?)
    } else {
        Err(look_alike::damaged(bytes))
    }
}

#[cfg(not(feature = "every-format"))]
pub(super) fn book(bytes: &[u8]) -> Result<super::table::Book, ImportError> {
    Err(look_alike::damaged(bytes))
}

#[cfg(not(feature = "every-format"))]
fn read(bytes: &[u8], _: &Options) -> Result<Imported, ImportError> {
    Err(look_alike::damaged(bytes))
}

#[cfg(all(test, feature = "every-format"))]
mod tests;
