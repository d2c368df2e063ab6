//! What is said of a program file or a copy of a plan that cannot be read.

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
    /// This field is not there, or not what it should be.
    Missing(String),
    /// Two things of one kind have this id.
    Repeated(String),
    /// Something names a room, track or day that is not there.
    Unknown(String),
    /// Not an RFC 3339 date-time with offset, or not a date.
    NotATime(String),
    /// Ends before it starts.
    EndsBeforeStart,
    /// A colour is not written as `#rrggbb`.
    NotAColor(String),
}
