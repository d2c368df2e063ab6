//! `siganpyo share`: a plan as a share code or a link, or a share code as a plan.

use crate::args::ShareOptions;
use crate::choice;
use crate::failure::Failure;
use crate::files;
use crate::output;
use crate::source::Source;
use crate::terminal::{self, Voice};
use siganpyo::export::{self, Link, Linked, MAX_LINK, Picks};
use siganpyo::program::Program;
use siganpyo::wire::{packed_program, plan_file};

/// Prints the code of picks or of a plan, or a link with it; the plan of a code in words, or as a plan file.
pub fn run(options: &ShareOptions, voice: Voice) -> Result<(), Failure> {
    let program = files::read_program(&options.program, voice)?;
    let plan = choice::plan(&options.choice, &options.further, &program, voice)?;
    let code = || export::encode(&plan, &program);
    let link = options.link.as_deref().map(|app| link(app, code(), options, &program, voice)).transpose()?;
    let result = match (&options.choice.code, link, voice.json) {
        (None, Some(link), true) => terminal::json(&serde_json::json!({ "link": link })),
        (None, Some(link), false) => link + "\n",
        (None, None, true) => terminal::json(&serde_json::json!({ "code": code() })),
        (None, None, false) => code() + "\n",
        (Some(_), _, true) => plan_file::write(&plan),
        (Some(_), _, false) => export::text(&plan, &program, voice.language.messages(), voice.language.tag()),
    };
    output::print(result.as_bytes(), voice.language)
}

fn link(app: &str, code: String, options: &ShareOptions, program: &Program, voice: Voice) -> Result<String, Failure> {
    let place = match &options.program {
        _ if options.built_in => None,
        Source::Web(address) if Link::read(address).is_none() => Some(Linked::Address(address.clone())),
        _ => Some(Linked::Inside(packed_program::write(program))),
    };
    let link = Link { program: place, picks: Some(Picks::only(code)), ..Link::default() }.write(app);
    if link.len() > MAX_LINK {
        let refusal = (voice.language.command_line().link_too_long)(link.len(), MAX_LINK);
        return Err(files::failure(&options.program, refusal));
    }
    Ok(link)
}
