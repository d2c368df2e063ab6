//! Where results go: to stdout, into a device or pipe that is there, or to a file, which is replaced as a whole.

use crate::failure::Failure;
use crate::source::Source;
use crate::terminal;
use same_file::Handle;
use serde_json::Value;
use siganpyo::messages::{Language, Refusal};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Names of stdout. It may be a file of the shell's, which is written on and not replaced.
const STDOUT: [&str; 3] = ["-", "/dev/stdout", "/dev/fd/1"];

/// What a path leads to.
#[derive(Debug, PartialEq)]
enum Place {
    Stdout,
    /// What is no file: a device, a pipe; or a file that another program holds open.
    Into(PathBuf),
    File(PathBuf),
}

/// A result to be delivered. One for a file is already on the disk, beside that file.
struct Ready<'a> {
    place: Place,
    bytes: &'a [u8],
    partial: Option<PathBuf>,
}

/// Whether a file is or will be at this path, and not stdout, a device or a pipe.
pub fn is_file(path: &Path) -> bool {
    matches!(place(Some(path)), Place::File(_))
}

/// Whether the name has this ending, in any case.
pub fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(ending))
}

/// Whether the name has this ending, or none.
pub fn may_be(path: &Path, ending: &str) -> bool {
    path.extension().is_none() || has_ending(path, ending)
}

/// A refusal of what was to be written there.
pub fn failure(path: &Path, refusal: Refusal) -> Failure {
    Failure::of(path.display().to_string(), refusal)
}

/// Writes a result; to stdout where there is no path.
pub fn write(path: Option<&Path>, bytes: &[u8], inputs: &[&Source], language: Language) -> Result<(), Failure> {
    write_all(&[(path, bytes)], inputs, language)
}

/// Writes all results or, if one of them cannot be written, none. No file is written over one that was read.
pub fn write_all(results: &[(Option<&Path>, &[u8])], inputs: &[&Source], language: Language) -> Result<(), Failure> {
    let mut ready = Vec::new();
    for (path, bytes) in results {
        let name = path.map_or_else(|| "stdout".to_owned(), |path| path.display().to_string());
        let place = place(*path);
        if let Place::File(file) = &place
            && inputs.iter().any(|input| is_same(file, input))
        {
            return Err(Failure::of(name, (language.command_line().output_is_input)()));
        }
        let refused = |error: io::Error| Failure::of(name.clone(), (language.command_line().cannot_write)(&error.to_string()));
        ready.push((Ready::new(place, bytes).map_err(refused)?, name));
    }
    for (result, name) in ready {
        result.deliver().map_err(|error| Failure::of(name, (language.command_line().cannot_write)(&error.to_string())))?;
    }
    Ok(())
}

/// Refuses to write a file later that is read before.
pub fn refuse_input(path: &Path, inputs: &[&Source], language: Language) -> Result<(), Failure> {
    let is_input = inputs.iter().any(|input| is_same(&end_of_links(path), input));
    if is_input { Err(failure(path, (language.command_line().output_is_input)())) } else { Ok(()) }
}

/// Writes to stdout.
pub fn print(bytes: &[u8], language: Language) -> Result<(), Failure> {
    write(None, bytes, &[], language)
}

/// Prints lines of text.
pub fn print_text(text: &str, language: Language) -> Result<(), Failure> {
    print(terminal::shown(text).as_bytes(), language)
}

/// Prints a value as JSON.
pub fn print_json(value: &Value, language: Language) -> Result<(), Failure> {
    print(terminal::json(value).as_bytes(), language)
}

fn place(path: Option<&Path>) -> Place {
    let Some(path) = path.filter(|path| !STDOUT.iter().any(|name| *path == Path::new(name))) else { return Place::Stdout };
    let end = end_of_links(path);
    match fs::metadata(path) {
        Ok(found) if found.is_file() && !is_open_elsewhere(&end) => Place::File(end),
        Err(error) if error.kind() == ErrorKind::NotFound => Place::File(end),
        // What can be neither read nor written says so when it is opened.
        _ => Place::Into(path.to_owned()),
    }
}

/// Where a chain of symbolic links leads, which need not be there yet.
fn end_of_links(path: &Path) -> PathBuf {
    let mut end = path.to_owned();
    // As many as Linux follows.
    for _ in 0..40 {
        match fs::read_link(&end) {
            Ok(next) if !is_open_elsewhere(&end) => end = end.parent().unwrap_or(Path::new("")).join(next),
            _ => break,
        }
    }
    end
}

/// Whether the path is a name of an open file, as `/dev/stderr` and the shell's `>(command)` are.
fn is_open_elsewhere(path: &Path) -> bool {
    path.starts_with("/proc") || path.starts_with("/dev/fd")
}

/// Whether both are one file, also by another name or a hard link. Only files are opened for that: a pipe would wait.
fn is_same(output: &Path, input: &Source) -> bool {
    let input = match input {
        Source::Stdin => Handle::stdin().ok().filter(|handle| handle.as_file().metadata().is_ok_and(|found| found.is_file())),
        Source::File(path) if path.is_file() => Handle::from_path(path).ok(),
        Source::File(_) | Source::Web(_) => None,
    };
    input.is_some_and(|input| Handle::from_path(output).is_ok_and(|output| output == input))
}

impl<'a> Ready<'a> {
    fn new(place: Place, bytes: &'a [u8]) -> io::Result<Ready<'a>> {
        let mut ready = Ready { place, bytes, partial: None };
        if let Place::File(file) = &ready.place {
            let partial = partial_name(file);
            ready.partial = Some(partial.clone());
            fs::write(&partial, bytes)?;
            keep_permissions(file, &partial)?;
        }
        Ok(ready)
    }

    fn deliver(self) -> io::Result<()> {
        let written = match (&self.place, &self.partial) {
            (Place::File(file), Some(partial)) => return fs::rename(partial, file),
            (Place::Into(path), _) => File::options().append(true).open(path).and_then(|file| all(file, self.bytes)),
            _ => all(io::stdout().lock(), self.bytes),
        };
        // Whoever reads has read enough.
        written.or_else(|error| if error.kind() == ErrorKind::BrokenPipe { Ok(()) } else { Err(error) })
    }
}

impl Drop for Ready<'_> {
    fn drop(&mut self) {
        if let Some(partial) = &self.partial {
            // After a delivery it is not there, and after a failure that failure is the one to report.
            let _ = fs::remove_file(partial);
        }
    }
}

fn all(mut file: impl Write, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    file.flush()
}

/// Lets the new file have the permissions of the one that it replaces, which must be writable.
fn keep_permissions(file: &Path, partial: &Path) -> io::Result<()> {
    match File::options().write(true).open(file) {
        Ok(there) => fs::set_permissions(partial, there.metadata()?.permissions()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

/// Beside the file itself, so that renaming never copies; with the process id, so that two runs do not meet.
fn partial_name(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.partial", std::process::id()))
}
