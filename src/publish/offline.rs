//! What the service worker keeps on the device: the list in sw.js.

use super::embed;
use super::misplaced;
use super::rewrite;
use super::script::{no_line, set};
use super::template::{self, NOTICES};
use super::{Files, PublishError};
use crate::site::is_background;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const LIST: &str = "const FILES = ";
const ONCE_USED: &str = "const ONCE_USED = ";
const VERSION: &str = "const VERSION = ";
const SLICES: &str = "fonts/slices/list.txt";

pub(super) const SCRIPT: &str = "sw.js";
const KILL: &str = "sw-kill.js";
/// The licence of fonts, of which each folder has a copy.
const LICENCE: &str = "/OFL.txt";

/// A file that offline use needs.
#[derive(Clone)]
pub(super) struct Entry {
    /// Relative to the folder of the build.
    pub path: String,
    /// Of its final bytes, in hexadecimal digits.
    pub sha256: String,
    /// Uncompressed size.
    pub bytes: usize,
}

impl Entry {
    fn read(row: &Value) -> Option<Entry> {
        let path = row[0].as_str().map(|url| if url == "./" { "index.html" } else { url })?.to_owned();
        Some(Entry { path, sha256: row[1].as_str()?.to_owned(), bytes: usize::try_from(row[2].as_u64()?).ok()? })
    }
}

/// What the service worker asks for, relative to its scope. Some hosts redirect the name index.html away.
pub(super) fn address(path: &str) -> &str {
    if path == "index.html" { "./" } else { path }
}

/// The files of a finished build that the app needs without a network, those that are named among them.
pub(super) fn list(files: &Files, named: &[String]) -> Result<Vec<Entry>, PublishError> {
    // Manifest and icons.
    let linked = rewrite::own_files(files.text("index.html")?, "link[href]", "href")?;
    let is_named = |path: &str| named.iter().chain(&linked).any(|named| named == path);
    Ok(files.iter().filter(|(path, _)| is_code(path) || is_named(path)).map(entry).collect())
}

/// The files that are kept from their first use on, since most people never need them at the venue: the reader of program files, what
/// takes spreadsheets apart for it, the publisher and those files of the app that only it needs, a conference's background, the list of
/// font slices, and the notices.
pub(super) fn once_used(files: &Files) -> Vec<Entry> {
    let is_once_used = |path: &str| {
        is_on_demand(path)
            || is_background(path)
            || template::holds(path)
            || path.ends_with(LICENCE)
            || [SLICES, NOTICES, KILL].contains(&path)
    };
    files.iter().filter(|(path, _)| is_once_used(path)).map(entry).collect()
}

/// Writes the lists and their version into sw.js, and returns the version.
pub(super) fn write(files: &mut Files, entries: &[Entry], once_used: &[Entry]) -> Result<String, PublishError> {
    let (rows, later) = (rows(entries), rows(once_used));
    let version = format!("{:x}", Sha256::digest(format!("{rows}{later}")))[..16].to_owned();
    let script = set(&set(files.text(SCRIPT)?, LIST, &rows)?, ONCE_USED, &later)?;
    files.put(SCRIPT, set(&script, VERSION, &format!("'{version}'"))?);
    Ok(version)
}

/// For a development build, which must never come from a cache: sw-kill.js takes the place of the service worker.
pub(super) fn do_without(files: &mut Files) -> Result<(), PublishError> {
    let none = files.bytes(KILL)?.to_vec();
    files.put(SCRIPT, none);
    Ok(())
}

/// The rows of a list in a script, which end at a line of their own.
fn rows(entries: &[Entry]) -> String {
    let rows: Vec<String> =
        entries.iter().map(|entry| json!([address(&entry.path), entry.sha256, entry.bytes]).to_string()).collect();
    format!("[\n  {},\n]", rows.join(",\n  "))
}

/// Reads back the paths of the list in the finished `sw.js`.
///
/// # Errors
///
/// It has no such list.
pub fn read(script: &str) -> Result<Vec<String>, PublishError> {
    Ok(kept(script)?.into_iter().map(|entry| entry.path).collect())
}

/// Reads back what the finished `sw.js` keeps.
pub(super) fn kept(script: &str) -> Result<Vec<Entry>, PublishError> {
    list_of(script, LIST)
}

/// Returns what of a finished site is kept offline as a list for the extension, whose own files these are.
pub(super) fn kept_of(site: &Files, extension: &Files) -> Result<String, PublishError> {
    let kept = read(site.text(SCRIPT)?)?;
    let entries: Vec<Entry> = extension.iter().filter(|(path, _)| kept.iter().any(|one| one == path)).map(entry).collect();
    Ok(rows(&entries))
}

/// Reads back what the finished `sw.js` keeps after its first use.
pub(super) fn kept_later(script: &str) -> Result<Vec<Entry>, PublishError> {
    list_of(script, ONCE_USED)
}

fn list_of(script: &str, name: &str) -> Result<Vec<Entry>, PublishError> {
    let list = script.split_once(name).and_then(|(_, rest)| rest.split_once(",\n];")).map(|(rows, _)| format!("{rows}]"));
    let rows: Vec<Value> = list.and_then(|json| serde_json::from_str(&json).ok()).ok_or_else(|| no_line(name))?;
    rows.iter().map(|row| Entry::read(row).ok_or_else(|| no_line(name))).collect()
}

fn entry((path, bytes): (&str, &[u8])) -> Entry {
    Entry { path: path.to_owned(), sha256: format!("{:x}", Sha256::digest(bytes)), bytes: bytes.len() }
}

/// Whether the file belongs to one of the workers that read program files and make sites.
fn is_on_demand(path: &str) -> bool {
    ["reader", "sheets", "publisher"].iter().any(|worker| path.starts_with(worker))
        && !path.contains('/')
        && (path.ends_with(".js") || path.ends_with(".wasm"))
}

/// The page, the programs and the painter's fonts, but neither the copies for deep links nor licences nor slices of fonts, which
/// are kept once a program needed them.
fn is_code(path: &str) -> bool {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let program =
        [".js", ".wasm"].iter().any(|end| name.ends_with(end)) && ![SCRIPT, KILL, misplaced::FILE, embed::FILE].contains(&name);
    match folder.split('/').next() {
        Some("fonts") if folder != "fonts" => false,
        Some("") => program && !is_on_demand(path) || name == "index.html",
        Some("snippets") => program,
        Some("fonts") => name.ends_with(".otf") || name == "characters.txt",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_offline_use_needs_is_kept() {
        for kept in [
            "index.html",
            "app-12ab.js",
            "worker_bg.wasm",
            "snippets/siganpyo-1/inline0.js",
            "fonts/bold.otf",
            "fonts/characters.txt",
        ] {
            assert!(is_code(kept), "{kept}");
        }
        for left in [
            "sw.js",
            "sw-kill.js",
            "misplaced.js",
            "embed.js",
            "plan/index.html",
            "404.html",
            "fonts/OFL.txt",
            "fonts/bold.otf.gz",
            "fonts/slices/list.txt",
            "fonts/slices/ja-60-0123456789ab.gz",
            "screenshots/wide-1.png",
            "_headers",
        ] {
            assert!(!is_code(left), "{left}");
        }
    }
}
