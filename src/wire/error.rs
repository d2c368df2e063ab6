//! Why a file or a record could not be read.

use crate::messages::file::{FileMessages, Rule};
use crate::messages::{Language, Refusal};
use crate::program::line;
use std::fmt;

/// The most characters of a message.
const MAX_MESSAGE: usize = 300;

/// A file or record that was refused as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError(Box<Problem>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Problem {
    Json { line: usize, column: usize },
    NotAProgram(String),
    NotAPlan(String),
    Broken { place: String, rule: Rule },
}

pub(super) fn broken(place: &str, rule: Rule) -> ReadError {
    Problem::Broken { place: place.to_owned(), rule }.into()
}

impl From<Problem> for ReadError {
    fn from(problem: Problem) -> Self {
        ReadError(Box::new(problem))
    }
}

impl ReadError {
    /// Returns what is wrong and what to do, in the catalogue's language. Quoted text may be as long as the file and contain
    /// anything, so it is cut and cleaned.
    pub fn refusal(&self, messages: &FileMessages) -> Refusal {
        let Refusal { message, hint } = self.whole_refusal(messages);
        Refusal { message: line::clean(&message, MAX_MESSAGE).text, hint }
    }

    fn whole_refusal(&self, messages: &FileMessages) -> Refusal {
        match &*self.0 {
            Problem::Json { line, column } => (messages.not_json)(*line, *column),
            Problem::NotAProgram(found) => (messages.not_a_program)(found),
            Problem::NotAPlan(found) => (messages.not_a_plan)(found),
            Problem::Broken { place, rule } => (messages.broken_program)(place, rule.clone()),
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.refusal(Language::English.file_messages()).message)
    }
}

impl std::error::Error for ReadError {}
