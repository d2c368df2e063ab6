//! How the reader is to read the files of a program, and what it asks or offers in return.

use super::error::ReadError;
use super::library_card::Source;
use super::tree::Fields;
use serde::{Deserialize, Serialize};

/// How to read one file, or several with the parts of one program.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportJob {
    /// Tag of the language of errors and warnings.
    pub language: String,
    /// The names of the files, in the order of the buffers.
    pub names: Vec<String>,
    /// IANA name of the time zone to assume if the file does not state one.
    pub time_zone: Option<String>,
    /// Minutes by which all times are moved.
    pub shift: i32,
    /// The first day, as `2018-08-18`, if the file only says "Friday" or "day 2".
    pub first_day: Option<String>,
    /// The meanings of a table's columns, in order, as in [`ImportedColumn::meaning`]; guessed if empty.
    pub columns: Vec<String>,
    /// The meanings of the fields of structured data that were corrected, see [`ImportedColumn::told`].
    pub fields: Vec<String>,
    /// Which list of structured data has the sessions, as in [`Offer::value`].
    pub list: Option<String>,
    /// The program's title if the file does not state one, such as the file's name.
    pub title: Option<String>,
    /// Where the file comes from, which tells of its country.
    pub address: Option<String>,
    /// Zones that the person may mean, besides those that the file suggests; first the one that they are in.
    pub zones: Vec<String>,
}

impl ImportJob {
    /// Returns the job of reading a source with what the person answered to its questions.
    pub fn of(source: &Source, language: &str) -> ImportJob {
        let Source { address, time_zone, shift, first_day, columns, fields, list } = source.clone();
        ImportJob {
            language: language.to_owned(),
            address,
            time_zone,
            shift,
            first_day,
            columns,
            fields,
            list,
            ..Self::default()
        }
    }
}

/// A column of a table or a field of structured data, and its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImportedColumn {
    /// Its name.
    pub name: String,
    /// [`Column::word`](crate::messages::column::Column::word), or empty if it is not used.
    pub meaning: String,
}

impl ImportedColumn {
    /// Returns it as it is stored among the corrections of a source: the meaning, a space and the name.
    pub fn told(&self) -> String {
        format!("{} {}", self.meaning, self.name)
    }

    /// Reads what [`ImportedColumn::told`] returned.
    pub fn from_told(text: &str) -> Option<ImportedColumn> {
        let (meaning, name) = text.split_once(' ')?;
        Some(ImportedColumn { name: name.to_owned(), meaning: meaning.to_owned() })
    }
}

/// An answer to a question about a file: a time zone, or the list that has the sessions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Offer {
    /// IANA name, or where the list is.
    pub value: String,
    /// Whether the file suggests it.
    pub is_likely: bool,
    /// How many sessions the list has.
    pub count: u32,
    /// The first sessions as they would read: start as in a program file, a space, and the title.
    pub sessions: Vec<String>,
}

pub(super) fn read_column(mut row: Fields<'_>) -> Result<ImportedColumn, ReadError> {
    Ok(ImportedColumn { name: row.text("name")?, meaning: row.text("meaning")? })
}

pub(super) fn read_offer(mut row: Fields<'_>) -> Result<Offer, ReadError> {
    Ok(Offer {
        value: row.text("value")?,
        is_likely: row.flag("is_likely"),
        count: row.small_number("count")?,
        sessions: row.texts("sessions"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correction_is_read_as_it_was_written() {
        for (name, meaning) in [("timeStart", "start"), ("when it begins", ""), ("", "room")] {
            let column = ImportedColumn { name: name.to_owned(), meaning: meaning.to_owned() };
            assert_eq!(ImportedColumn::from_told(&column.told()), Some(column));
        }
    }
}
