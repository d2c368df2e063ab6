//! The only types that derive serialisation: published files, stored records and messages of the workers.
//!
//! Each format has a version and is converted from and to the types of `program` and `plan`, so these can change while files
//! and stored records stay readable. Fields are only ever added; a field whose meaning changes needs a new version.
//!
//! ```
//! use siganpyo::import::{Options, import};
//! use siganpyo::wire::program_file;
//!
//! let table = "# time_zone: Asia/Seoul\ndate,start,end,title\n2018-08-18,13:00,13:40,Types\n";
//! let program = import(table.as_bytes(), &Options::default())?.program;
//! let file = program_file::write(&program);
//! assert_eq!(program_file::read(&file)?, program);
//!
//! let error = program_file::read(r#"{"format":"of something else"}"#).unwrap_err();
//! assert!(error.to_string().starts_with("This is not a program file"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod along;
mod armor;
pub mod directory;
pub mod early_picks;
pub mod error;
pub mod hidden_file;
pub mod import_job;
pub mod job;
pub mod last_start;
pub mod library_card;
pub mod mirrored_plan;
pub mod packed_program;
pub mod picture_choices;
pub mod plan_file;
pub mod program_file;
pub mod settings;
pub mod snapshot_file;
pub mod stored_plan;
mod tree;
pub mod version_before;

pub use error::ReadError;

use crate::messages::file::Rule;
use crate::program::{Moment, Span};
use tree::Fields;

/// Reads the start and the end of a record.
fn read_span(row: &mut Fields<'_>) -> Result<Span, ReadError> {
    let mut moment = |key: &str| {
        let text = row.text(key)?;
        Moment::parse(&text).ok_or_else(|| row.broken(Rule::NotATime(text)))
    };
    let (start, end) = (moment("start")?, moment("end")?);
    Span::new(start, end).ok_or_else(|| row.broken(Rule::EndsBeforeStart))
}
