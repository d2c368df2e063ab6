//! `siganpyo plan`: a plan from session ids.

use crate::args::PlanOptions;
use crate::choice;
use crate::files;
use siganpyo::messages::{Language, Refusal};
use siganpyo::wire::plan_file;

/// Writes the plan file.
pub fn run(options: &PlanOptions, language: Language) -> Result<(), Refusal> {
    let program = files::read_program(&options.program, language)?;
    let plan = choice::of_picks(&options.picks, &program, language)?;
    files::write(options.output.as_deref(), plan_file::write(&plan).as_bytes(), language)
}
