//! Reading and writing files.

use crate::terminal;
use siganpyo::import::{Format, Imported, Options, import};
use siganpyo::messages::{Language, Refusal};
use siganpyo::plan::Plan;
use siganpyo::program::Program;
use siganpyo::wire::plan_file;
use std::io::Write;
use std::path::{Path, PathBuf};

/// All bytes of a file.
pub fn read(path: &Path, language: Language) -> Result<Vec<u8>, Refusal> {
    std::fs::read(path).map_err(|error| (language.command_line().cannot_read)(&path.display().to_string(), &error.to_string()))
}

fn read_text(path: &Path, language: Language) -> Result<String, Refusal> {
    let not_text = |_| (language.command_line().not_text)(&path.display().to_string());
    String::from_utf8(read(path, language)?).map_err(not_text)
}

/// The program of a program file. What had to be left out of it or changed is said.
pub fn read_program(path: &Path, language: Language) -> Result<Program, Refusal> {
    let Imported { program, warnings, .. } = import_program(path, language)?;
    warnings.iter().for_each(|warning| terminal::say(&warning.sentence(language)));
    Ok(program)
}

/// The program of a program file, and what had to be left out of it or changed.
pub fn import_program(path: &Path, language: Language) -> Result<Imported, Refusal> {
    let options = Options { format: Some(Format::Program), ..Options::default() };
    import(&read(path, language)?, &options).map_err(|error| error.refusal(language))
}

/// The plan of a plan file, which must be for this program.
pub fn read_plan(path: &Path, program: &Program, language: Language) -> Result<Plan, Refusal> {
    let plan = plan_file::read(&read_text(path, language)?).map_err(|error| error.refusal(language.file_messages()))?;
    if plan.program != program.id {
        return Err((language.command_line().plan_of_other_program)(plan.program.as_str(), program.id.as_str()));
    }
    Ok(plan)
}

/// Writes a file as a whole or not at all; to stdout where there is no path.
pub fn write(path: Option<&Path>, bytes: &[u8], language: Language) -> Result<(), Refusal> {
    let Some(path) = path else { return print(bytes, language) };
    let refused = |error: std::io::Error| (language.command_line().cannot_write)(&path.display().to_string(), &error.to_string());
    let partial = partial_name(path);
    std::fs::write(&partial, bytes).and_then(|()| std::fs::rename(&partial, path)).map_err(|error| {
        // The first error is the one to report.
        let _ = std::fs::remove_file(&partial);
        refused(error)
    })
}

/// Beside the file itself, so that renaming never copies; with the process id, so that two runs do not meet.
fn partial_name(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.partial", std::process::id()))
}

/// Writes to stdout.
pub fn print(bytes: &[u8], language: Language) -> Result<(), Refusal> {
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        // Whoever reads has read enough.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err((language.command_line().cannot_write)("stdout", &error.to_string()))
        }
        _ => Ok(()),
    }
}

/// Prints a report in words.
pub fn print_report(text: &str, language: Language) -> Result<(), Refusal> {
    print(terminal::shown(text).as_bytes(), language)
}

/// Prints a report as JSON.
pub fn print_json(value: &serde_json::Value, language: Language) -> Result<(), Refusal> {
    print(terminal::json(value).as_bytes(), language)
}
