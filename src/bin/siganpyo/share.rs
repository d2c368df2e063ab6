//! `siganpyo share`: a plan as a share code, or a share code as a plan.

use crate::args::ShareOptions;
use crate::choice;
use crate::failure::Failure;
use crate::files;
use crate::output;
use crate::terminal::{self, Voice};
use siganpyo::export;
use siganpyo::wire::plan_file;

/// Prints the code of picks or of a plan; the plan of a code in words, or as a plan file.
pub fn run(options: &ShareOptions, voice: Voice) -> Result<(), Failure> {
    let program = files::read_program(&options.program, voice)?;
    let plan = choice::plan(&options.choice, &options.further, &program, voice)?;
    let result = match (&options.choice.code, voice.json) {
        (None, true) => terminal::json(&serde_json::json!({ "code": export::encode(&plan, &program) })),
        (None, false) => export::encode(&plan, &program) + "\n",
        (Some(_), true) => plan_file::write(&plan),
        (Some(_), false) => export::text(&plan, &program, voice.language.messages(), voice.language.tag()),
    };
    output::print(result.as_bytes(), voice.language)
}
