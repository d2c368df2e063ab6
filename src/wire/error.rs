//! Why a file or a record could not be read.

use crate::messages::{Messages, Refusal, Rule};

/// A file or record that was refused. Nothing of it was taken.
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
    /// What is wrong and what to do, in the catalogue's language.
    pub fn refusal(&self, messages: &Messages) -> Refusal {
        match &*self.0 {
            Problem::Json { line, column } => (messages.not_json)(*line, *column),
            Problem::NotAProgram(found) => (messages.not_a_program)(found),
            Problem::NotAPlan(found) => (messages.not_a_plan)(found),
            Problem::Broken { place, rule } => (messages.broken_program)(place, rule.clone()),
        }
    }
}
