//! ZIP archives: those that are a spreadsheet, and those with the files of one program.

use super::limits::{MAX_BYTES, MAX_FILES, MAX_UNPACKED};
use super::{ImportError, NamedFile, look_alike};
use crate::messages::import::Problem;
use std::io::{Cursor, Read, Write};
use zip::ZipArchive;

/// Files that only archives of office programs have.
const OFFICE: [&str; 4] = ["[Content_Types].xml", "mimetype", "xl/workbook.xml", "content.xml"];

/// Endings of files that may be parts of a program.
const PARTS: [&str; 6] = ["json", "js", "toml", "yml", "yaml", "xml"];
/// Endings of files that are a program on their own.
const WHOLE: [&str; 7] = ["ics", "csv", "tsv", "xcal", "xlsx", "xls", "ods"];

/// Endings of tables as text, of which several may be one program.
const TABLES: [&str; 2] = ["csv", "tsv"];
/// Endings of pages with a session each.
const PAGES: [&str; 1] = ["md"];

/// An archive that is unpacked to no more than a limit, whatever sizes it states.
pub(super) struct Archive<'a> {
    bytes: &'a [u8],
    zip: ZipArchive<Cursor<&'a [u8]>>,
    limit: u64,
    left: u64,
}

impl<'a> Archive<'a> {
    /// Opens an archive for a reader that trusts stated sizes: all files together have been unpacked once, and counted.
    ///
    /// # Errors
    ///
    /// An archive that is damaged, or that unpacks to more than the limit.
    pub fn checked(bytes: &'a [u8]) -> Result<Archive<'a>, ImportError> {
        let mut archive = Archive::open(bytes, MAX_UNPACKED)?;
        for index in 0..archive.zip.len() {
            archive.unpack(index, &mut std::io::sink())?;
        }
        Ok(Archive { left: MAX_UNPACKED, ..archive })
    }

    fn open(bytes: &'a [u8], limit: u64) -> Result<Archive<'a>, ImportError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).ok().filter(|zip| zip.len() <= MAX_FILES);
        let zip = zip.ok_or_else(|| look_alike::damaged(bytes))?;
        Ok(Archive { bytes, zip, limit, left: limit })
    }

    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// Returns a file as text.
    ///
    /// # Errors
    ///
    /// There is no such file, or it is not text.
    pub fn text(&mut self, name: &str) -> Result<String, ImportError> {
        let index = self.zip.index_for_name(name).ok_or_else(|| look_alike::damaged(self.bytes))?;
        let mut text = Vec::new();
        self.unpack(index, &mut text)?;
        String::from_utf8(text).map_err(|_| look_alike::damaged(self.bytes))
    }

    /// Returns the names of all files, by index.
    fn names(&mut self) -> Result<Vec<String>, ImportError> {
        let indices = 0..self.zip.len();
        let name = |index| self.zip.by_index_raw(index).map(|file| String::from_utf8_lossy(file.name_raw()).into_owned());
        indices.map(name).collect::<Result<_, _>>().map_err(|_| look_alike::damaged(self.bytes))
    }

    /// Returns a file.
    fn file(&mut self, index: usize) -> Result<Vec<u8>, ImportError> {
        let mut content = Vec::new();
        self.unpack(index, &mut content)?;
        Ok(content)
    }

    /// Returns the files with these indices.
    fn files(&mut self, names: &[String], wanted: Vec<usize>) -> Result<Vec<NamedFile>, ImportError> {
        let file = |index: usize| Ok(NamedFile { name: names[index].clone(), bytes: self.file(index)? });
        wanted.into_iter().map(file).collect()
    }

    fn unpack(&mut self, index: usize, into: &mut impl Write) -> Result<(), ImportError> {
        let file = self.zip.by_index(index).map_err(|_| look_alike::damaged(self.bytes))?;
        // One byte more than allowed shows that there is too much.
        let length = std::io::copy(&mut file.take(self.left + 1), into).map_err(|_| look_alike::damaged(self.bytes))?;
        if length > self.left {
            let [bytes, limit] = [self.limit + 1, self.limit].map(|bytes| usize::try_from(bytes).unwrap_or(usize::MAX));
            return Err(Problem::TooLarge { bytes, limit }.into());
        }
        self.left -= length;
        Ok(())
    }
}

/// Returns the files that may be parts of a program, or else those that are one on their own: the only one, all tables, or what
/// Notion exports. Nothing if it is no archive or belongs to an office program. Together they may be as long as any other file.
///
/// # Errors
///
/// A damaged archive, more files or bytes than the limits, or none that can be read.
pub(super) fn parts(bytes: &[u8]) -> Result<Option<Vec<NamedFile>>, ImportError> {
    if !bytes.starts_with(look_alike::ZIP) {
        return Ok(None);
    }
    let mut archive = Archive::open(bytes, MAX_BYTES as u64)?;
    if OFFICE.iter().any(|name| archive.has(name)) {
        return Ok(None);
    }
    let names = archive.names()?;
    let wanted = wanted(&names);
    let files = match (wanted.is_empty(), with_ending(&names, &["zip"]).as_slice()) {
        // Notion puts its archive into another one. One inside that is not opened: it may contain itself.
        (true, [inner]) => {
            let inner = archive.file(*inner)?;
            let mut archive = Archive::open(&inner, MAX_BYTES as u64)?;
            let names = archive.names()?;
            archive.files(&names, self::wanted(&names))?
        }
        _ => archive.files(&names, wanted)?,
    };
    if files.is_empty() { Err(look_alike::damaged(bytes)) } else { Ok(Some(files)) }
}

/// Returns the indices of the files with the program.
fn wanted(names: &[String]) -> Vec<usize> {
    let is_whole = |with_all: &str| names.iter().any(|name| name == with_all);
    // Notion writes each table twice: as it is seen, and with everything.
    let is_twin = |name: &str| name.strip_suffix(".csv").is_some_and(|stem| is_whole(&format!("{stem}_all.csv")));
    let parts = with_ending(names, &PARTS);
    let mut whole = with_ending(names, &WHOLE);
    whole.retain(|index| !is_twin(&names[*index]));
    let are_tables = whole.iter().all(|index| is_one_of(&names[*index], &TABLES));
    match (parts.is_empty(), whole.len()) {
        (false, _) => parts,
        (true, 0) => with_ending(names, &PAGES),
        (true, 1) => whole,
        (true, _) if are_tables => whole,
        (true, _) => Vec::new(),
    }
}

fn with_ending(names: &[String], endings: &[&str]) -> Vec<usize> {
    (0..names.len()).filter(|index| is_one_of(&names[*index], endings)).collect()
}

fn is_one_of(name: &str, endings: &[&str]) -> bool {
    let is_hidden = name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    !is_hidden && ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}

#[cfg(test)]
mod tests;
