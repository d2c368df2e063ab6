//! The only types that derive serialisation: what is published, stored, or sent to the worker.
//!
//! Each format carries its version and is converted from and to the types of `program` and `plan`, so those can change while
//! files and stored records stay readable. Fields are only ever added; a meaning that changes gets a new version.

pub mod error;
pub mod job;
pub mod plan_file;
pub mod program_file;
pub mod settings;
pub mod stored_plan;

pub use error::ReadError;

use crate::messages::Rule;
use crate::program::{Moment, Span};
use error::{Problem, broken};

/// Only this much of a file, to tell a wrong kind of file from a damaged one.
#[derive(serde::Deserialize)]
struct Header {
    format: Option<String>,
}

/// Reads JSON of the format `expected`, telling broken JSON, another format and a broken record apart.
fn read_json<'a, T: serde::Deserialize<'a>>(text: &'a str, expected: &str, wrong: fn(String) -> Problem) -> Result<T, ReadError> {
    let header: Header = serde_json::from_str(text).map_err(|error| syntax_or(&error, || wrong("?".to_owned())))?;
    match header.format {
        Some(format) if format == expected => {}
        other => return Err(wrong(other.unwrap_or_else(|| "?".to_owned())).into()),
    }
    serde_json::from_str(text).map_err(|error| Problem::Json { line: error.line(), column: error.column() }.into())
}

/// JSON that is not an object at all is a file of another kind, not a damaged one.
fn syntax_or(error: &serde_json::Error, other: impl Fn() -> Problem) -> ReadError {
    match error.classify() {
        serde_json::error::Category::Data => other().into(),
        _ => Problem::Json { line: error.line(), column: error.column() }.into(),
    }
}

fn read_span(start: &str, end: &str, place: &str) -> Result<Span, ReadError> {
    let moment = |text: &str| Moment::parse(text).ok_or_else(|| broken(place, Rule::NotATime(text.to_owned())));
    Span::new(moment(start)?, moment(end)?).ok_or_else(|| broken(place, Rule::EndsBeforeStart))
}
