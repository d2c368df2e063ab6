//! Reading what arguments name: files, stdin, addresses.

use crate::failure::Failure;
use crate::source::Source;
use crate::terminal::Voice;
use crate::web;
use siganpyo::export::{Link, Linked};
use siganpyo::import::{Format, ImportError, Imported, Options, detect, import};
use siganpyo::messages::{Language, Refusal};
use siganpyo::plan::Plan;
use siganpyo::program::Program;
use siganpyo::wire::packed_program::MARK;
use siganpyo::wire::plan_file;
use std::io::Read;

/// A refusal of what was read from there.
pub fn failure(source: &Source, refusal: Refusal) -> Failure {
    Failure::of(source.to_string(), refusal)
}

/// All bytes of a source.
pub fn read(source: &Source, language: Language) -> Result<Vec<u8>, Failure> {
    let texts = language.command_line();
    let bytes = match source {
        Source::Web(address) => {
            let address = match Link::read(address).and_then(|link| link.program) {
                Some(Linked::Inside(data)) => return Ok(format!("{MARK}{data}").into_bytes()),
                Some(Linked::Address(address)) => address,
                Some(Linked::Own(name)) => beside(address, &name),
                None => address.clone(),
            };
            return web::fetch(&address).map_err(|why| failure(source, (texts.not_fetched)(&why)));
        }
        Source::File(path) => std::fs::read(path),
        Source::Stdin => {
            let mut bytes = Vec::new();
            std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        }
    };
    bytes.map_err(|error| failure(source, (texts.cannot_read)(&error.to_string())))
}

/// The address of a program beside the app that a link leads to.
fn beside(link: &str, name: &str) -> String {
    let page = link.split(['#', '?']).next().unwrap_or(link);
    let folder = page.rfind('/').map_or(page, |slash| &page[..=slash]);
    format!("{folder}programs/{name}.json")
}

/// The program of a program file. What had to be left out of it or changed is said.
pub fn read_program(source: &Source, voice: Voice) -> Result<Program, Failure> {
    let Imported { program, warnings, .. } = import_program(source, voice.language)?;
    warnings.iter().for_each(|warning| voice.say(&warning.sentence(voice.language)));
    Ok(program)
}

/// The program of a program file, and what had to be left out of it or changed.
pub fn import_program(source: &Source, language: Language) -> Result<Imported, Failure> {
    let bytes = read(source, language)?;
    if let Some(format) = detect(&bytes).filter(|format| ![Format::Program, Format::Linked].contains(format)) {
        let command = format!("siganpyo import {} -o program.json", source.quoted());
        return Err(failure(source, (language.command_line().not_a_program)(format == Format::Csv, &command)));
    }
    as_program(&bytes).map_err(|error| failure(source, error.refusal(language)))
}

/// Reads the bytes as a program file, whatever they look like; or as a program that was in a link.
pub fn as_program(bytes: &[u8]) -> Result<Imported, ImportError> {
    let format = detect(bytes).filter(|format| *format == Format::Linked).unwrap_or(Format::Program);
    import(bytes, &Options { format: Some(format), ..Options::default() })
}

/// The plan of a plan file, which must be for this program.
pub fn read_plan(source: &Source, program: &Program, language: Language) -> Result<Plan, Failure> {
    let text = String::from_utf8(read(source, language)?);
    let text = text.map_err(|_| failure(source, (language.command_line().not_text)()))?;
    let plan = plan_file::read(&text).map_err(|error| failure(source, error.refusal(language.file_messages())))?;
    if plan.program != program.id {
        let refusal = (language.command_line().plan_of_other_program)(plan.program.as_str(), program.id.as_str());
        return Err(failure(source, refusal));
    }
    Ok(plan)
}
