//! Spreadsheets of Excel (`.xlsx`, `.xls`) and LibreOffice (`.ods`): every sheet becomes a table of texts, with dates and times as
//! people would type them.
//!
//! What reads them is heavy, so it is a feature of the build. Without it they are refused with what to do.

#[cfg(feature = "sheets")]
mod archive;
#[cfg(feature = "sheets")]
mod binary;
#[cfg(feature = "sheets")]
mod excel;
#[cfg(feature = "sheets")]
mod gather;
#[cfg(feature = "sheets")]
mod numbers;
#[cfg(feature = "sheets")]
mod open_document;

use super::head::Head;
use super::look_alike;
use super::{ImportError, Imported, Importer, Options};
use crate::messages::import::Problem;

/// The first bytes of a ZIP archive, and of a compound file as old Excel writes it.
const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

pub(super) const IMPORTER: Importer = Importer { recognises, read };

/// Other archives begin like this, too; reading says so.
fn recognises(head: &Head) -> bool {
    cfg!(feature = "sheets") && (head.begins_with(ZIP) || head.begins_with(COMPOUND))
}

#[cfg(feature = "sheets")]
fn read(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    let book = if bytes.starts_with(COMPOUND) { binary::book(bytes)? } else { archive_book(bytes)? };
    if book.tables.iter().all(|table| table.rows.is_empty()) {
        return Err(Problem::Empty.into());
    }
    super::table::read(&book, options)
}

#[cfg(feature = "sheets")]
fn archive_book(bytes: &[u8]) -> Result<super::table::Book, ImportError> {
    let archive = archive::Archive::of(bytes)?;
    if archive.has("xl/workbook.xml") || archive.has("xl/workbook2.xml") {
        excel::book(bytes)
    } else if archive.has("content.xml") {
        open_document::book(&archive.text("content.xml")?)
    } else {
        Err(unreadable(bytes))
    }
}

#[cfg(not(feature = "sheets"))]
fn read(bytes: &[u8], _: &Options) -> Result<Imported, ImportError> {
    Err(unreadable(bytes))
}

/// Returns the refusal of a file that is no spreadsheet after all, or one that is damaged or has a password.
fn unreadable(bytes: &[u8]) -> ImportError {
    look_alike::binary(bytes).unwrap_or_else(|| Problem::Broken { line: None }.into())
}

#[cfg(all(test, feature = "sheets"))]
mod tests;
