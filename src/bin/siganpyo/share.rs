//! `siganpyo share`: a plan as a share code, or a share code as a plan.

use crate::args::ShareOptions;
use crate::choice;
use crate::files;
use siganpyo::export;
use siganpyo::messages::{Language, Refusal};
use siganpyo::wire::plan_file;

/// Prints the code of picks or of a plan; the plan of a code in words, or as a plan file.
pub fn run(options: &ShareOptions, language: Language) -> Result<(), Refusal> {
    let program = files::read_program(&options.program, language)?;
    let plan = choice::plan(&options.choice, &program, language)?;
    let output = match (&options.choice.code, options.json) {
        (None, _) => export::encode(&plan, &program) + "\n",
        (Some(_), true) => plan_file::write(&plan),
        (Some(_), false) => export::text(&plan, &program, language.messages(), language.tag()),
    };
    files::print(output.as_bytes(), language)
}
