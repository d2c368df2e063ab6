//! Why a file was refused, and what is to be said about one that was taken.

use crate::messages::import::{Place, Problem, Remark};
use crate::messages::{Language, Refusal};
use crate::wire::ReadError;
use std::fmt;

/// A file that was refused. Nothing of it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportError(Box<Kind>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Import(Problem),
    OwnFormat(ReadError),
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
    /// What is wrong and what to do.
    pub fn refusal(&self, language: Language) -> Refusal {
        match &*self.0 {
            Kind::Import(problem) => (language.import_messages().refusal)(problem),
            Kind::OwnFormat(error) => error.refusal(language.messages()),
        }
    }

    /// The WHATWG label of the encoding that the file seems to be in, where that is the only trouble.
    ///
    /// The decoder's tables are large, and a browser has its own: whoever has one decodes the bytes and imports again.
    pub fn likely_encoding(&self) -> Option<&'static str> {
        match &*self.0 {
            Kind::Import(Problem::Encoding { likely }) => *likely,
            _ => None,
        }
    }

    /// Whether the file could be read if only its time zone were known.
    pub fn needs_time_zone(&self) -> bool {
        matches!(&*self.0, Kind::Import(Problem::NoTimeZone | Problem::UnknownTimeZone { .. }))
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.refusal(Language::English).message)
    }
}

impl std::error::Error for ImportError {}

/// Something about a file that could not be taken as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    place: Place,
    remark: Remark,
}

impl Warning {
    pub(super) fn new(place: Place, remark: Remark) -> Warning {
        Warning { place, remark }
    }

    /// Where it is and what was made of it, as a sentence.
    pub fn sentence(&self, language: Language) -> String {
        (language.import_messages().warning)(&self.place, &self.remark)
    }

    pub(super) fn parts(&self) -> (Place, Remark) {
        (self.place.clone(), self.remark.clone())
    }

    /// How many things it speaks of: one that stands for others counts for all of them.
    pub(super) fn count(&self) -> usize {
        match self.remark {
            Remark::More { count } => count,
            _ => 1,
        }
    }

    /// Whether a session of the file is not in the program.
    pub fn is_left_out(&self) -> bool {
        matches!(self.remark, Remark::NoStart | Remark::ImpossibleYear { .. } | Remark::NotAStart(_) | Remark::NotAccepted(_))
    }
}
