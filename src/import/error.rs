//! Errors and warnings of importing a file.

use crate::messages::column::Column;
use crate::messages::import::{LookAlike, Place, Problem, Reason, Remark};
use crate::messages::{Language, Refusal};
use crate::wire::ReadError;
use std::fmt;

/// A file that was refused as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportError(Box<Kind>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Import(Problem),
    OwnFormat(ReadError),
    #[cfg_attr(any(feature = "workbooks", not(feature = "every-format")), expect(dead_code, reason = "only the reader cannot"))]
    /// A workbook that this build cannot take apart, and what is said about it where nobody does.
    Workbook(Vec<u8>, Problem),
}

impl From<Problem> for ImportError {
    fn from(problem: Problem) -> Self {
        ImportError(Box::new(Kind::Import(problem)))
    }
}

impl From<ReadError> for ImportError {
    fn from(error: ReadError) -> Self {
        ImportError(Box::new(Kind::OwnFormat(error)))
    }
}

impl ImportError {
    /// Returns what is wrong and what to do.
    pub fn refusal(&self, language: Language) -> Refusal {
        match &*self.0 {
            Kind::Import(problem) | Kind::Workbook(_, problem) => (language.import_messages().refusal)(problem),
            Kind::OwnFormat(error) => error.refusal(language.file_messages()),
        }
    }

    /// Returns the WHATWG label of the probable encoding, if the encoding is the only problem.
    ///
    /// The decoder's tables are large, and a browser has its own, so a caller with a decoder decodes the bytes and imports
    /// again.
    pub fn likely_encoding(&self) -> Option<&'static str> {
        match &*self.0 {
            Kind::Import(Problem::Encoding { likely }) => *likely,
            _ => None,
        }
    }

    /// Whether nothing was found in the form that was expected, so that it may have another one.
    pub(super) fn may_be_another_format(&self) -> bool {
        let Kind::Import(problem) = &*self.0 else { return false };
        matches!(problem, Problem::Broken { .. } | Problem::NoSessions { .. } | Problem::LookAlike(LookAlike::OtherXml { .. }))
    }

    /// Whether the file is not even what it looks like.
    pub(super) fn is_broken(&self) -> bool {
        matches!(&*self.0, Kind::Import(Problem::Broken { .. }))
    }

    /// Whether nothing at all was found that is like a session.
    pub(super) fn found_nothing(&self) -> bool {
        matches!(&*self.0, Kind::Import(Problem::NoSessions { left_out: 0, first: None }))
    }

    /// Returns the workbook that is to be given as its [grids](super::grids) instead, if that is all that is missing.
    pub fn workbook(&self) -> Option<&[u8]> {
        match &*self.0 {
            Kind::Workbook(bytes, _) => Some(bytes),
            _ => None,
        }
    }

    /// Returns it as being about a workbook that this build cannot take apart.
    #[cfg(all(feature = "every-format", not(feature = "workbooks")))]
    pub(super) fn about_workbook(self, bytes: &[u8]) -> ImportError {
        match *self.0 {
            Kind::Import(problem) => ImportError(Box::new(Kind::Workbook(bytes.to_vec(), problem))),
            _ => self,
        }
    }

    #[cfg(feature = "workbooks")]
    pub(super) fn problem(&self) -> Option<&Problem> {
        match &*self.0 {
            Kind::Import(problem) => Some(problem),
            _ => None,
        }
    }

    /// Whether the file could be read if its first day were known.
    pub fn needs_first_day(&self) -> bool {
        let Kind::Import(problem) = &*self.0 else { return false };
        matches!(problem, Problem::Undated { .. } | Problem::NoTimes { reason: Reason::NoDate { .. }, .. })
    }

    /// Returns the lists of structured data, or the timetables of a page, if several may be the sessions: where each is, how many it has,
    /// and the first title.
    pub fn lists(&self) -> &[(String, usize, String)] {
        match &*self.0 {
            Kind::Import(Problem::ManyReadings { readings }) => readings,
            _ => &[],
        }
    }

    /// Returns the names of the fields of what may be the sessions, if none of them is known to be the start.
    pub(super) fn fields_without_start(&self) -> &[String] {
        match &*self.0 {
            Kind::Import(Problem::NoTimes {
                reason: Reason::NoStart { fields } | Reason::NoTimeOfDay { fields, .. }, ..
            }) => fields,
            _ => &[],
        }
    }

    /// Returns the columns of a table that lacks a required one, with the meanings that they have so far.
    pub(super) fn columns(&self) -> &[(String, Option<Column>)] {
        match &*self.0 {
            Kind::Import(Problem::Columns { columns, .. }) => columns,
            _ => &[],
        }
    }

    /// Returns what is wrong in a word that is the same in all languages and says nothing of the file's content.
    pub(super) fn word(&self) -> String {
        let kind = match &*self.0 {
            Kind::Import(problem) | Kind::Workbook(_, problem) => format!("{problem:?}"),
            Kind::OwnFormat(error) => format!("{error:?}"),
        };
        kind.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default().to_owned()
    }

    /// Whether the file could be read if its time zone were known.
    pub fn needs_time_zone(&self) -> bool {
        let Kind::Import(problem) = &*self.0 else { return false };
        matches!(problem, Problem::NoTimeZone | Problem::UnknownTimeZone { .. } | Problem::AmbiguousTimeZone { .. })
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.refusal(Language::English).message)
    }
}

impl std::error::Error for ImportError {}

/// A part of a file that could not be imported unchanged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    place: Place,
    remark: Remark,
}

impl Warning {
    pub(super) fn new(place: Place, remark: Remark) -> Warning {
        Warning { place, remark }
    }

    /// Returns where it is and what was done about it, as a sentence.
    pub fn sentence(&self, language: Language) -> String {
        (language.import_messages().warning)(&self.place, &self.remark)
    }

    pub(super) fn parts(&self) -> (Place, Remark) {
        (self.place.clone(), self.remark.clone())
    }

    /// Returns how many things it is about: a summary counts for all that it stands for.
    pub(super) fn count(&self) -> usize {
        match self.remark {
            Remark::More { count } => count,
            _ => 1,
        }
    }

    /// Whether it is about a session that was left out of the program.
    pub fn is_left_out(&self) -> bool {
        matches!(
            self.remark,
            Remark::NoStart
                | Remark::ImpossibleYear { .. }
                | Remark::NotAStart(_)
                | Remark::AmbiguousDate { .. }
                | Remark::NotAccepted(_)
        )
    }
}
