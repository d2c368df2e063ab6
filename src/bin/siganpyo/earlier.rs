//! The version before the one that is imported: people may have it on their phones.

use crate::diff::{self, Report};
use crate::failure::Failure;
use crate::files;
use crate::source::Source;
use crate::terminal::Voice;
use siganpyo::messages::{Language, Refusal};
use siganpyo::program::versions::{Matching, Verdict};
use siganpyo::program::{Program, ProgramId};
use std::path::Path;

/// An earlier version of a program.
pub struct Earlier {
    program: Program,
    /// Whether it was named as what is published. Else it is what the output file holds.
    is_published: bool,
}

impl Earlier {
    /// What is published if that is known, since that is what people have; else what the output file holds, if it holds a program.
    pub fn find(published: Option<&Source>, output: Option<&Path>, voice: Voice) -> Result<Option<Earlier>, Failure> {
        let replaced = replaced(output).map(|program| Earlier { program, is_published: false });
        let Some(published) = published else { return Ok(replaced) };
        let program = files::read_program(published, voice)?;
        Ok(Some(Earlier { program, is_published: true }))
    }

    /// The program that is published in a site.
    pub fn of_file(bytes: &[u8]) -> Option<Earlier> {
        Some(Earlier { program: files::as_program(bytes).ok()?.program, is_published: true })
    }

    /// What it means for the new version. `wants_id` tells whether the person chose the id of that.
    ///
    /// # Errors
    /// If it cannot be told whether it is the same conference, and the person did not choose an id.
    pub fn succession(&self, new: &Program, wants_id: bool, language: Language) -> Result<Succession, Refusal> {
        let old = &self.program;
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
    pub fn sentence(&self, succession: &Succession, new: &Program, language: Language) -> Option<String> {
        let (texts, old) = (language.command_line(), &self.program);
        match succession {
            Succession::Same => None,
            Succession::Keeps(id) => Some((texts.id_kept)(id.as_str())),
            Succession::Renamed => Some((texts.id_differs)(old.id.as_str(), new.id.as_str())),
            Succession::Other if self.is_published => Some((texts.published_other)(&old.title)),
            Succession::Other => Some((texts.replaced_other)(&old.title)),
        }
    }

    /// What changes for people who have it.
    pub fn changes(self, succession: &Succession, new: Program, language: Language) -> Option<Report> {
        match succession {
            Succession::Same | Succession::Keeps(_) => Some(diff::for_everyone(self.program, new, language)),
            Succession::Renamed | Succession::Other => None,
        }
    }
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

/// The program that a file holds; `None` if there is no file or no program in it.
fn replaced(output: Option<&Path>) -> Option<Program> {
    // A device or a pipe holds nothing, and reading it may never end.
    let bytes = std::fs::read(output.filter(|path| path.is_file())?).ok()?;
    Some(files::as_program(&bytes).ok()?.program)
}
