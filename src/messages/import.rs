//! The messages of importing a file.
//!
//! A separate catalogue, so that the page, which leaves importing to the worker, does not contain these texts.

mod place;
mod remark;

pub use place::{Cell, Place, letters};
pub use remark::{Form, Remark};

use super::Refusal;
use super::column::Column;

/// Why a file was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// More bytes than the limit.
    TooLarge {
        /// Size of the file.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// The file is empty.
    Empty,
    /// The encoding is not UTF-8.
    Encoding {
        /// The encoding that it seems to be.
        likely: Option<&'static str>,
    },
    /// It looks like the right format, but its syntax is broken, for example because the download was incomplete.
    Broken {
        /// The line, counted from 1.
        line: Option<u64>,
    },
    /// Something that is often mistaken for a program.
    LookAlike(LookAlike),
    /// A program inside a link that a later version of the app made.
    LaterLink,
    /// One that was cut or changed.
    DamagedLink,
    /// No importer recognises it.
    UnknownFormat {
        /// Its beginning.
        beginning: String,
    },
    /// A table without the required columns.
    Columns {
        /// The first names of the columns.
        found: Vec<String>,
        /// All columns by their names or letters, with the meanings that they have so far.
        columns: Vec<(String, Option<Column>)>,
        /// Whether there is a title column.
        title: bool,
        /// Whether there is a start column.
        start: bool,
        /// Names that are similar to known ones, with these.
        misspelt: Vec<(String, String)>,
    },
    /// More of something than the limit.
    TooMany {
        /// What there is too much of.
        part: Part,
        /// The number in the file.
        count: usize,
        /// The limit.
        limit: usize,
    },
    /// An id that is empty, too long, or has control characters.
    OddId {
        /// The id, as far as it can be shown.
        id: String,
        /// The most bytes of an id.
        limit: usize,
    },
    /// There is no valid session.
    NoSessions {
        /// The number of invalid rows.
        left_out: usize,
        /// The first invalid row, and why it is invalid.
        first: Option<Box<(Place, Remark)>>,
    },
    /// There are entries like sessions, but not when they are.
    NoTimes {
        /// The number of entries.
        count: usize,
        /// The title of one.
        title: String,
        /// What is missing.
        reason: Reason,
    },
    /// Several lists may be the sessions: where each is, how many it has, and the first title.
    ManyReadings {
        /// The lists, the largest first.
        readings: Vec<(String, usize, String)>,
    },
    /// The times of day of a table can be read, and no date.
    Undated {
        /// The number of rows.
        rows: usize,
        /// Why.
        why: Undated,
    },
    /// The file states local times but no time zone.
    NoTimeZone,
    /// There is no time zone with this name.
    UnknownTimeZone {
        /// The name.
        name: String,
        /// Similar known names.
        near: Vec<String>,
    },
    /// A name that several time zones have, or a text that names several.
    AmbiguousTimeZone {
        /// The name.
        name: String,
        /// The names of those that it may be.
        choices: Vec<String>,
    },
}

/// Why it is unknown when an entry is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// No field is about its start.
    NoStart {
        /// The names of its fields.
        fields: Vec<String>,
    },
    /// Its start is not a time.
    Unreadable {
        /// The name of the field.
        field: String,
        /// What it says.
        text: String,
    },
    /// Only the day is known.
    NoTimeOfDay {
        /// The day as it is stated.
        day: String,
        /// The names of its fields.
        fields: Vec<String>,
    },
    /// Only the time of day is known.
    NoDate {
        /// The time of day.
        text: String,
        /// What is said about the day, such as "Friday"; perhaps nothing.
        day: String,
        /// Whether nothing says the year.
        year_is_missing: bool,
    },
}

/// What is missing for the dates of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undated {
    /// Everything: it says nothing about days.
    Nothing,
    /// The year of dates such as this one.
    NoYear(String),
    /// The date of the first day: days are called like this.
    Counted(String),
}

/// What a limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Part {
    Sessions,
    Days,
    Rooms,
    Tracks,
    Cells,
    Names,
}

/// Files that people open by mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LookAlike {
    /// A web page.
    HtmlPage,
    /// XML of another kind.
    OtherXml {
        /// Name of the outermost element.
        root: String,
    },
    /// Shifts of volunteers in the form of a schedule.
    Shifts,
    /// The speakers of a conference without its sessions.
    PeopleOnly,
    /// PDF, an archive, a picture.
    Binary {
        /// The usual name of the format.
        kind: &'static str,
    },
}

impl LookAlike {
    /// Whether it may be a spreadsheet, which can be saved as a table that can be read.
    pub fn may_be_spreadsheet(&self) -> bool {
        matches!(self, LookAlike::Binary { kind } if kind.contains("Excel"))
    }
}

/// The messages in one language.
pub struct ImportMessages {
    /// Returns a refusal as text.
    pub refusal: fn(&Problem) -> Refusal,
    /// Returns a warning as a sentence.
    pub warning: fn(&Place, &Remark) -> String,
}
