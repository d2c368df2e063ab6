//! The messages about a program file or a backup of a plan that cannot be read.

use super::Refusal;

/// Why a file cannot be read.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in ko/file.rs and en/file.rs")]
pub struct FileMessages {
    pub not_json: fn(line: usize, column: usize) -> Refusal,
    pub not_a_program: fn(found: &str) -> Refusal,
    pub not_a_plan: fn(found: &str) -> Refusal,
    pub broken_program: fn(place: &str, rule: Rule) -> Refusal,
}

/// The rule of the program format that a file breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// This field is empty.
    Empty(String),
    /// This field is missing or of the wrong type.
    Missing(String),
    /// Two items of the same kind have this id.
    Repeated(String),
    /// A reference to a room, track or day that does not exist.
    Unknown(String),
    /// Not an RFC 3339 date-time with offset, or not a date.
    NotATime(String),
    /// The end is before the start.
    EndsBeforeStart,
    /// A colour is not written as `#rrggbb`.
    NotAColor(String),
}
