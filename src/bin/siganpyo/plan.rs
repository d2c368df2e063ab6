//! `siganpyo plan`: a plan from session ids, a plan and the events of a calendar.

use crate::args::PlanOptions;
use crate::choice;
use crate::failure::Failure;
use crate::files;
use crate::output;
use crate::source::Source;
use crate::terminal::Voice;
use siganpyo::wire::plan_file;

/// Writes the plan file.
pub fn run(options: &PlanOptions, voice: Voice, inputs: &[&Source]) -> Result<(), Failure> {
    let program = files::read_program(&options.program, voice)?;
    let mut plan = choice::of_picks(&options.picks, &options.further, &program, voice.language)?;
    if let Some(source) = &options.plan {
        plan.add(&files::read_plan(source, &program, voice.language)?);
    }
    if let Some(source) = &options.entries {
        plan.put_all_own(files::read_entries(source, &program, voice)?);
    }
    output::write(options.output.as_deref(), plan_file::write(&plan).as_bytes(), inputs, voice.language)
}
