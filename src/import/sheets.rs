//! Spreadsheets of Excel (`.xlsx`, `.xls`) and LibreOffice (`.ods`): every sheet becomes a table of texts, with dates and times as
//! people would type them.
//!
//! What reads them is heavy, so it is a feature of the build. Without it they are refused with what to do. What takes workbooks of
//! Excel apart is a feature of its own; a reader without it says which workbook it needs as [`grids`].

#[cfg(feature = "workbooks")]
mod binary;
#[cfg(feature = "workbooks")]
mod excel;
#[cfg(feature = "every-format")]
mod gather;
#[cfg(feature = "every-format")]
mod grids;
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

/// What [`grids`] begin with.
const GRIDS: &str = "{\"format\":\"siganpyo-grids/1\"";

/// The first bytes of a compound file, as old Excel writes it.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

pub(super) const IMPORTER: Importer = Importer { recognises, read };

/// Other archives begin like this, too; reading says so.
fn recognises(head: &Head) -> bool {
    cfg!(feature = "every-format")
        && (head.begins_with(look_alike::ZIP) || head.begins_with(COMPOUND) || head.begins_with(GRIDS.as_bytes()))
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
    let mut book = if bytes.starts_with(GRIDS.as_bytes()) {
        grids::read(&super::encoding::text(bytes)?)?
    } else if bytes.starts_with(COMPOUND) {
        workbook(bytes)?
    } else {
        archive_book(bytes)?
    };
    numbers::restore(&mut book);
    Ok(book)
}

/// Takes a workbook of Excel apart, whose archive, if it is one, was checked.
#[cfg(feature = "workbooks")]
fn workbook(bytes: &[u8]) -> Result<Book, ImportError> {
    if bytes.starts_with(COMPOUND) { binary::book(bytes) } else { excel::book(bytes) }
}

#[cfg(all(feature = "every-format", not(feature = "workbooks")))]
fn workbook(bytes: &[u8]) -> Result<Book, ImportError> {
    Err(look_alike::damaged(bytes).about_workbook(bytes))
}

/// Returns the sheets of a workbook as the text that [`import`](super::import) reads in its place.
#[cfg(feature = "workbooks")]
pub fn grids(bytes: &[u8]) -> String {
    let is_old = bytes.starts_with(COMPOUND);
    let checked = if is_old { Ok(()) } else { super::archive::Archive::checked(bytes).map(drop) };
    grids::write(&checked.and_then(|()| workbook(bytes)), bytes)
}

#[cfg(feature = "every-format")]
fn archive_book(bytes: &[u8]) -> Result<Book, ImportError> {
    let mut archive = super::archive::Archive::checked(bytes)?;
    if archive.has("xl/workbook.xml") || archive.has("xl/workbook2.xml") {
        workbook(bytes)
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

#[cfg(all(test, feature = "workbooks"))]
mod tests;
