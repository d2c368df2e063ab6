//! `siganpyo calendar`: a plan as a calendar file.

use crate::args::CalendarOptions;
use crate::choice;
use crate::files;
use siganpyo::export;
use siganpyo::messages::{Language, Refusal};
use siganpyo::program::Moment;
use std::time::{SystemTime, UNIX_EPOCH};

/// Writes the calendar file.
pub fn run(options: &CalendarOptions, language: Language) -> Result<(), Refusal> {
    let program = files::read_program(&options.program, language)?;
    let plan = choice::plan(&options.choice, &program, language)?;
    let calendar = export::calendar(&plan, &program, now(), language.tag());
    files::write(options.output.as_deref(), calendar.as_bytes(), language)
}

/// A clock before 1970 or after 9999 is wrong anyway; the stamp only says which of two files is newer.
fn now() -> Moment {
    let unix = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() as i64);
    Moment::new(unix, 0).unwrap_or_else(|| Moment::new(0, 0).expect("1970 is a year"))
}
