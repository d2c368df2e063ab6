//! The version of a program that the output file of `import` holds already: people may have it on their phones.

use crate::diff::{self, Report};
use crate::files;
use siganpyo::messages::{Language, Refusal};
use siganpyo::program::versions::{Matching, Verdict};
use siganpyo::program::{Program, ProgramId};
use std::path::Path;

/// The program that the file holds; `None` if there is no file or no program in it.
pub fn program(output: Option<&Path>) -> Option<Program> {
    // A device or a pipe holds nothing, and reading it may never end.
    let bytes = std::fs::read(output.filter(|path| path.is_file())?).ok()?;
    Some(files::as_program(&bytes).ok()?.program)
}

/// What an earlier version means for the one that replaces it.
pub enum Succession {
    /// Nothing: it has the same id already.
    Same,
    /// It is the same conference, so the new version gets its id.
    Keeps(ProgramId),
    /// It is the same conference, and the person wants another id.
    Renamed,
    /// It is another conference.
    Other,
}

impl Succession {
    /// Compares the two. `wants_id` tells whether the person chose the id of the new version.
    ///
    /// # Errors
    /// If it cannot be told whether it is the same conference, and the person did not choose an id.
    pub fn of(old: &Program, new: &Program, wants_id: bool, language: Language) -> Result<Succession, Refusal> {
        if old.id == new.id {
            return Ok(Succession::Same);
        }
        match Matching::of(old, new).verdict(old, new) {
            Verdict::OtherConference => Ok(Succession::Other),
            _ if wants_id => Ok(Succession::Renamed),
            Verdict::Unchanged | Verdict::Changed => Ok(Succession::Keeps(old.id.clone())),
            Verdict::Doubtful(_) => Err((language.command_line().which_id)(old, new)),
        }
    }

    /// What is said of it.
    pub fn sentence(&self, old: &Program, new: &Program, language: Language) -> Option<String> {
        let texts = language.command_line();
        match self {
            Succession::Same => None,
            Succession::Keeps(id) => Some((texts.id_kept)(id.as_str())),
            Succession::Renamed => Some((texts.id_differs)(old.id.as_str(), new.id.as_str())),
            Succession::Other => Some((texts.replaced_other)(&old.title)),
        }
    }

    /// What changes for people who have the old version.
    pub fn changes(&self, old: Program, new: Program, language: Language) -> Option<Report> {
        match self {
            Succession::Same | Succession::Keeps(_) => Some(diff::for_everyone(old, new, language)),
            Succession::Renamed | Succession::Other => None,
        }
    }
}
