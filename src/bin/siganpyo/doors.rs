//! `siganpyo doors`: a sheet of paper for the door of each room.

use crate::args::DoorsOptions;
use crate::failure::Failure;
use crate::files;
use crate::fonts;
use crate::output;
use crate::source::Source;
use crate::terminal::{self, Voice};
use siganpyo::wallpaper::{About, DoorSheets, Paper, door_slices, pdf};

/// Writes the sheets as one PDF, and says how many there are.
pub fn run(options: &DoorsOptions, voice: Voice, inputs: &[&Source]) -> Result<(), Failure> {
    let language = voice.language;
    let messages = language.command_line();
    if output::is_file(&options.output) && !output::may_be(&options.output, "pdf") {
        return Err(output::failure(&options.output, (messages.not_pdf)()));
    }
    let program = files::read_program(&options.program, voice)?;
    let address = options.link.as_ref().map(|link| format!("{}/", link.trim_end_matches('/')));
    let sheets = DoorSheets {
        program: &program,
        language,
        paper: Paper::parse(&options.paper).unwrap_or(Paper::A4),
        day: options.day,
        address: address.as_deref(),
    };
    let mut fonts = fonts::load(language, |fonts, list| door_slices(&program, language, fonts, list))?;
    let pages = sheets.pages(&mut fonts);
    if pages.is_empty() {
        return Err(files::failure(&options.program, (messages.no_doors)()));
    }
    let written = pdf(&pages, About { title: &program.title, language: language.tag() }, &mut fonts);
    output::write(Some(&options.output), &written, inputs, language)?;
    if !voice.quiet {
        terminal::say(&(messages.doors)(pages.len()));
    }
    Ok(())
}
