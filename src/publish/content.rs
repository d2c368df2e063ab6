//! What an organiser gives: `site.toml`, programs, and a directory of programs.

use super::directory;
use super::{Files, PublishError};
use crate::import::{Format, Imported, Options, Warning, import};
use crate::program::Program;
use crate::site::Settings;
use crate::wire::program_file;

/// The settings, beside the programs. They are not published.
pub const SETTINGS: &str = "site.toml";

/// What an organiser gives, read and checked.
#[derive(Debug)]
pub struct Content {
    /// What `site.toml` says.
    pub settings: Settings,
    /// The programs by their paths, in the order of the settings: the first one is built in.
    programs: Vec<(String, Imported)>,
    /// The files that are published because a directory lists them, and the directory itself.
    listed: Vec<String>,
}

impl Content {
    /// Reads the settings and everything that they name. Programs with faults are refused, or what is left of them takes their place if
    /// that is wanted.
    ///
    /// # Errors
    ///
    /// The settings or the directory have a fault, or a file that they name is not there or cannot be read.
    pub fn read(files: &Files, is_lenient: bool) -> Result<Content, PublishError> {
        if !files.has(SETTINGS) {
            return Err(PublishError::NoSettings);
        }
        let settings = Settings::parse(files.text(SETTINGS)?)?;
        let program = |path: &String| Ok((path.clone(), program(files, path, is_lenient)?));
        let programs = settings.programs.iter().map(program).collect::<Result<_, PublishError>>()?;
        Ok(Content { programs, listed: directory::files(files)?, settings })
    }

    /// Returns the program that the app starts with.
    pub fn built_in(&self) -> &Program {
        &self.programs[0].1.program
    }

    /// Returns all programs with their paths.
    pub fn programs(&self) -> impl ExactSizeIterator<Item = (&str, &Program)> {
        self.programs.iter().map(|(path, imported)| (path.as_str(), &imported.program))
    }

    /// Returns what was left out of programs, and of which.
    pub fn faults(&self) -> impl Iterator<Item = (&str, &[Warning])> {
        self.programs.iter().map(|(path, imported)| (path.as_str(), imported.warnings.as_slice()))
    }

    /// Returns the built-in program if it had faults. The app does not check that file again, so it must be exactly as the importer would
    /// write it.
    pub(super) fn rewritten(&self) -> Option<(String, String)> {
        let (path, imported) = &self.programs[0];
        (!imported.warnings.is_empty()).then(|| (path.clone(), program_file::write(&imported.program)))
    }

    /// Whether the file is the organiser's and not the app's.
    pub(super) fn has(&self, path: &str) -> bool {
        let is_folder = ["programs/", "screenshots/"].iter().any(|folder| path.starts_with(folder));
        path == SETTINGS || is_folder || self.settings.pictures().any(|picture| picture == path)
    }

    /// Whether the file is a program that is published.
    pub(super) fn publishes(&self, path: &str) -> bool {
        self.settings.programs.iter().chain(&self.listed).any(|named| named == path)
    }
}

fn program(files: &Files, path: &str, is_lenient: bool) -> Result<Imported, PublishError> {
    let options = Options { format: Some(Format::Program), ..Options::default() };
    let imported = import(files.bytes(path)?, &options).map_err(|error| PublishError::Unreadable(path.to_owned(), error))?;
    match imported.warnings.first() {
        Some(warning) if !is_lenient => Err(PublishError::Faulty(path.to_owned(), Box::new(warning.clone()))),
        _ => Ok(imported),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_faulty_program_is_refused_or_its_faults_are_left_out() {
        let session = r#""start": "2018-08-18T13:00:00+09:00", "end": "2018-08-18T14:00:00+09:00", "day": "2018-08-18""#;
        let program = format!(
            r#"{{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul",
            "days": [{{"date": "2018-08-18"}}], "rooms": [], "tracks": [], "sessions": [{{"id": "a", "title": "A", "speaker": [], {session}}}]}}"#
        );
        let mut files = Files::from_iter([(SETTINGS, "programs = 'p.json'".to_owned()), ("p.json", program)]);
        assert!(Content::read(&files, false).expect_err("refused").to_string().contains("speakers"));
        let lenient = Content::read(&files, true).expect("taken");
        files.extend(lenient.rewritten());
        assert!(Content::read(&files, false).is_ok(), "what was written in its place is right");
    }
}
