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
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// Writes the calendar file. The one that it replaces says what is new.
pub fn run(options: &CalendarOptions, voice: Voice, inputs: &[&Source]) -> Result<(), Failure> {
    let program = files::read_program(&options.program, voice)?;
    let plan = choice::plan(&options.choice, &options.further, &program, voice)?;
    let address = options.link.as_ref().map(|link| format!("{}/", link.trim_end_matches('/')));
    let earlier = options.output.as_deref().and_then(replaced);
    let options_of_file = export::CalendarOptions {
        address: address.as_deref(),
        alarm: options.alarm,
        walking: options.walking.into(),
        earlier: earlier.as_deref(),
        ..export::CalendarOptions::new(now(), voice.language.tag())
    };
    let calendar = export::calendar(&plan, &program, &options_of_file);
    output::write(options.output.as_deref(), calendar.as_bytes(), inputs, voice.language)
}

/// The text of the file that is written over. A device or a pipe holds nothing, and reading it may never end.
fn replaced(output: &Path) -> Option<String> {
    output.is_file().then(|| std::fs::read_to_string(output).ok())?
}

/// A clock before 1970 or after 9999 is wrong anyway; the stamp only says which of two files is newer.
fn now() -> Moment {
    let unix = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() as i64);
    Moment::new(unix, 0).unwrap_or_else(|| Moment::new(0, 0).expect("1970 is a year"))
}
