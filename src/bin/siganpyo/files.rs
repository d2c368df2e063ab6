//! Reading files, or stdin where a file is called `-`.

use crate::failure::Failure;
use crate::terminal::Voice;
use siganpyo::import::{Format, ImportError, Imported, Options, detect, import};
use siganpyo::messages::{Language, Refusal};
use siganpyo::plan::Plan;
use siganpyo::program::Program;
use siganpyo::wire::plan_file;
use std::io::Read;
use std::path::Path;

/// Whether the path stands for stdin.
pub fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

/// A refusal of what was read from this path.
pub fn failure(path: &Path, refusal: Refusal) -> Failure {
    Failure::of(if is_stdin(path) { "stdin".to_owned() } else { path.display().to_string() }, refusal)
}

/// All bytes of a file.
pub fn read(path: &Path, language: Language) -> Result<Vec<u8>, Failure> {
    let bytes = if is_stdin(path) {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    bytes.map_err(|error| failure(path, (language.command_line().cannot_read)(&error.to_string())))
}

/// The program of a program file. What had to be left out of it or changed is said.
pub fn read_program(path: &Path, voice: Voice) -> Result<Program, Failure> {
    let Imported { program, warnings, .. } = import_program(path, voice.language)?;
    warnings.iter().for_each(|warning| voice.say(&warning.sentence(voice.language)));
    Ok(program)
}

/// The program of a program file, and what had to be left out of it or changed.
pub fn import_program(path: &Path, language: Language) -> Result<Imported, Failure> {
    let bytes = read(path, language)?;
    if let Some(format) = detect(&bytes).filter(|format| *format != Format::Program) {
        let command = format!("siganpyo import {} -o program.json", quoted(path));
        return Err(failure(path, (language.command_line().not_a_program)(format == Format::Csv, &command)));
    }
    as_program(&bytes).map_err(|error| failure(path, error.refusal(language)))
}

/// Reads the bytes as a program file, whatever they look like.
pub fn as_program(bytes: &[u8]) -> Result<Imported, ImportError> {
    import(bytes, &Options { format: Some(Format::Program), ..Options::default() })
}

/// The path as a shell reads it.
fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    let is_plain = text.chars().all(|letter| letter.is_alphanumeric() || "-_./".contains(letter));
    if is_plain { text } else { format!("'{}'", text.replace('\'', r"'\''")) }
}

/// The plan of a plan file, which must be for this program.
pub fn read_plan(path: &Path, program: &Program, language: Language) -> Result<Plan, Failure> {
    let text = String::from_utf8(read(path, language)?);
    let text = text.map_err(|_| failure(path, (language.command_line().not_text)()))?;
    let plan = plan_file::read(&text).map_err(|error| failure(path, error.refusal(language.file_messages())))?;
    if plan.program != program.id {
        let refusal = (language.command_line().plan_of_other_program)(plan.program.as_str(), program.id.as_str());
        return Err(failure(path, refusal));
    }
    Ok(plan)
}
