//! `siganpyo calendar`: a plan as a calendar file.

use crate::args::CalendarOptions;
use crate::choice;
use crate::failure::Failure;
use crate::files;
use crate::output;
use crate::source::Source;
use crate::terminal::Voice;
use siganpyo::export;
use siganpyo::program::Moment;
use std::time::{SystemTime, UNIX_EPOCH};

/// Writes the calendar file.
pub fn run(options: &CalendarOptions, voice: Voice, inputs: &[&Source]) -> Result<(), Failure> {
    let program = files::read_program(&options.program, voice)?;
    let plan = choice::plan(&options.choice, &options.further, &program, voice)?;
    let calendar = export::calendar(&plan, &program, now(), voice.language.tag());
    output::write(options.output.as_deref(), calendar.as_bytes(), inputs, voice.language)
}

/// A clock before 1970 or after 9999 is wrong anyway; the stamp only says which of two files is newer.
fn now() -> Moment {
    let unix = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() as i64);
    Moment::new(unix, 0).unwrap_or_else(|| Moment::new(0, 0).expect("1970 is a year"))
}
