//! The folder of a mirror: which programs are there, from where, and under which names.

use crate::failure::Failure;
use crate::files;
use crate::output;
use crate::source::Source;
use siganpyo::messages::Language;
use siganpyo::program::{Listing, Program, ProgramId};
use siganpyo::wire::{directory, program_file};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder with programs, and a directory that says where they are from.
pub struct Folder<'a> {
    path: &'a Path,
    inputs: &'a [&'a Source],
    language: Language,
    /// What the directory listed before, in its order.
    pub before: Vec<Listing>,
    /// Names of files that are listed, without the ending. In lower case, since some file systems take `A.json` for `a.json`.
    listed: BTreeSet<String>,
    /// Names of all files that were there before.
    there: BTreeSet<String>,
}

impl<'a> Folder<'a> {
    /// Opens the folder, or makes it. A broken directory is refused: without it, every program could get another id.
    pub fn open(path: &'a Path, inputs: &'a [&'a Source], language: Language) -> Result<Folder<'a>, Failure> {
        let texts = language.command_line();
        let file = path.join(directory::FILE);
        output::refuse_input(&file, inputs, language)?;
        let cannot_write = |error: std::io::Error| output::failure(path, (texts.cannot_write)(&error.to_string()));
        fs::create_dir_all(path).map_err(cannot_write)?;
        let before = if file.is_file() { read(&file, language)? } else { Vec::new() };
        let stem = |name: &str| name.strip_suffix(".json").map(str::to_lowercase);
        let entries = fs::read_dir(path).map_err(cannot_write)?.flatten();
        let there = entries.filter_map(|entry| stem(entry.file_name().to_str()?)).collect();
        let own = stem(directory::FILE);
        let listed = before.iter().filter_map(|listing| stem(&listing.address)).chain(own).collect();
        Ok(Folder { path, inputs, language, listed, there, before })
    }

    /// How the program from this address is listed.
    pub fn known(&self, address: &str) -> Option<&Listing> {
        self.before.iter().find(|listing| listing.source.as_deref() == Some(address))
    }

    /// The program of a listing, if its file is there and right.
    pub fn program(&self, listing: &Listing) -> Option<Program> {
        let bytes = fs::read(self.path.join(&listing.address)).ok()?;
        Some(files::as_program(&bytes).ok()?.program)
    }

    /// Gives a program that is new here an id and a file that nothing else has.
    pub fn settle(&mut self, program: &mut Program) -> String {
        let name = program.id.file_name();
        let is_listed = |name: &str| self.listed.contains(&name.to_lowercase());
        let is_taken = |name: &str| is_listed(name) || self.there.contains(&name.to_lowercase());
        // An interrupted run may have written it already, and not listed it.
        let is_left = || !is_listed(&name) && self.is_there(&format!("{name}.json"), program_file::write(program).as_bytes());
        if is_taken(&name) && !is_left() {
            program.id = program.id.beside(&program.title, |id| is_taken(&ProgramId::new(id).file_name()));
        }
        let name = program.id.file_name();
        self.listed.insert(name.to_lowercase());
        format!("{name}.json")
    }

    /// Writes a file unless it is there and the same. Returns whether it was written.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<bool, Failure> {
        if self.is_there(name, bytes) {
            return Ok(false);
        }
        output::write(Some(&self.path.join(name)), bytes, self.inputs, self.language).map(|()| true)
    }

    fn is_there(&self, name: &str, bytes: &[u8]) -> bool {
        let path: PathBuf = self.path.join(name);
        fs::metadata(&path).is_ok_and(|found| found.len() == bytes.len() as u64)
            && fs::read(&path).is_ok_and(|there| there == bytes)
    }
}

fn read(file: &Path, language: Language) -> Result<Vec<Listing>, Failure> {
    let texts = language.mirror_messages();
    let broken = |reason: String| output::failure(file, (texts.broken_directory_there)(&reason));
    let text = fs::read_to_string(file).map_err(|error| broken(error.to_string()))?;
    let read = directory::read(&text).map_err(|fault| broken((texts.directory_fault)(&fault).message))?;
    match read.faults.first() {
        Some((number, fault)) => Err(broken((texts.listing_fault)(*number, fault).message)),
        None => Ok(read.programs),
    }
}
