//! Several files of one program in a `.zip`.

use super::head::Head;
use super::limits::{MAX_BYTES, MAX_FILES};
use super::{ImportError, NamedFile};
use crate::messages::import::Problem;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rawzip::{CompressionMethod, ZipArchive};

/// The beginning of every such file.
const MARK: &str = "PK\u{3}\u{4}";

/// Endings of files that may be parts of a program.
const PARTS: [&str; 5] = ["json", "js", "yml", "yaml", "xml"];
/// Endings of files that are a program on their own.
const WHOLE: [&str; 4] = ["ics", "csv", "tsv", "xcal"];

/// Whether a file is an archive, and not one of an office program.
pub(super) fn is_one(head: &Head) -> bool {
    head.text().starts_with(MARK) && !head.has("[Content_Types].xml") && !head.has("mimetype")
}

/// Returns the files that may be parts of a program, or else the only one that is a program on its own. Together they may be as long as any other file.
///
/// # Errors
///
/// A broken archive, or more files or bytes than the limits.
pub(super) fn files(bytes: &[u8]) -> Result<Vec<NamedFile>, ImportError> {
    let broken = || ImportError::from(Problem::Broken { line: None });
    let archive = ZipArchive::from_slice(bytes).map_err(|_| broken())?;
    let mut files = Vec::new();
    let mut left = MAX_BYTES;
    for (count, entry) in archive.entries().enumerate() {
        let entry = entry.map_err(|_| broken())?;
        let name = String::from_utf8_lossy(entry.file_path().as_ref()).into_owned();
        if count >= MAX_FILES || files.len() >= MAX_FILES {
            return Err(broken());
        }
        if !is_part(&name) {
            continue;
        }
        let data = archive.get_entry(entry.wayfinder()).map_err(|_| broken())?.data();
        let method = entry.compression_method();
        let unpacked = if method == CompressionMethod::STORE {
            Some(data.to_vec())
        } else {
            decompress_to_vec_with_limit(data, left).ok().filter(|_| method == CompressionMethod::DEFLATE)
        };
        let content = unpacked.filter(|content| content.len() <= left).ok_or_else(broken)?;
        left -= content.len();
        files.push(NamedFile { name, bytes: content });
    }
    let is = |file: &NamedFile, endings: &[&str]| {
        file.name.rsplit_once('.').is_some_and(|(_, end)| endings.contains(&end.to_lowercase().as_str()))
    };
    let (parts, whole): (Vec<NamedFile>, Vec<NamedFile>) = files.into_iter().partition(|file| is(file, &PARTS));
    match (parts.len(), whole.len()) {
        (0, 1) => Ok(whole),
        (0, _) => Err(broken()),
        _ => Ok(parts),
    }
}

fn is_part(name: &str) -> bool {
    let is_hidden = name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    !is_hidden && ending.is_some_and(|ending| PARTS.iter().chain(&WHOLE).any(|known| *known == ending))
}
