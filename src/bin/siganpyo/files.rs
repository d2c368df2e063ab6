//! Reading what arguments name: files, stdin, addresses.

use crate::failure::Failure;
use crate::source::Source;
use crate::terminal::Voice;
use crate::web;
use siganpyo::export::{Link, Linked};
use siganpyo::import::{Format, ImportError, Imported, Options, detect, import, plan_in};
use siganpyo::messages::{Language, Refusal};
use siganpyo::plan::{OwnEntry, Plan, own_entries};
use siganpyo::program::Program;
use siganpyo::wire::packed_program::MARK;
use siganpyo::wire::plan_file;
use std::io::Read;

/// The most remarks about a calendar.
const MOST_REMARKS: usize = 10;

/// A refusal of what was read from there.
pub fn failure(source: &Source, refusal: Refusal) -> Failure {
    Failure::of(source.to_string(), refusal)
}

/// Why a file is refused, with the option that gives what it lacks.
pub fn import_refusal(error: &ImportError, language: Language) -> Refusal {
    let Refusal { message, hint } = error.refusal(language);
    let option = if error.needs_time_zone() {
        "--time-zone Asia/Seoul".to_owned()
    } else if error.needs_first_day() {
        "--first-day 2026-08-15".to_owned()
    } else if let Some((list, ..)) = error.lists().first() {
        format!("--list {list:?}")
    } else {
        return Refusal { message, hint };
    };
    Refusal { message, hint: (language.command_line().with_option)(&hint, &option) }
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

/// The plan of a plan file, or of a calendar file that was made of one. It must be for this program.
pub fn read_plan(source: &Source, program: &Program, language: Language) -> Result<Plan, Failure> {
    let (bytes, texts) = (read(source, language)?, language.command_line());
    let plan = if detect(&bytes) == Some(Format::ICal) {
        let mut plan = plan_in(&bytes).ok_or_else(|| failure(source, (texts.no_plan_in_calendar)()))?;
        plan.see(program, language.tag());
        plan
    } else {
        let text = String::from_utf8(bytes).map_err(|_| failure(source, (texts.not_text)()))?;
        plan_file::read(&text).map_err(|error| failure(source, error.refusal(language.file_messages())))?
    };
    if plan.program != program.id {
        return Err(failure(source, (texts.plan_of_other_program)(plan.program.as_str(), program.id.as_str())));
    }
    Ok(plan)
}

/// The events of a calendar as own entries, which are added to a plan for this program.
pub fn read_entries(source: &Source, program: &Program, voice: Voice) -> Result<Vec<OwnEntry>, Failure> {
    let title = Some(program.title.clone());
    let options = Options { format: Some(Format::ICal), time_zone: Some(program.time_zone.clone()), title, ..Options::default() };
    let bytes = read(source, voice.language)?;
    if detect(&bytes) != Some(Format::ICal) {
        return Err(failure(source, (voice.language.command_line().not_a_calendar)()));
    }
    let calendar = import(&bytes, &options).map_err(|error| failure(source, error.refusal(voice.language)))?;
    calendar.sentences(MOST_REMARKS, voice.language).iter().for_each(|sentence| voice.say(sentence));
    Ok(own_entries(&calendar.program, voice.language.tag()))
}
