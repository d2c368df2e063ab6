//! The app without a conference: what a site keeps of it, so that another site can be made of a published one.

use super::content::Content;
use super::{Files, PublishError};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// Where a site keeps the files of the app that it has changed.
const FOLDER: &str = "template/";

/// Whose work is in the app, and the texts of their licences.
pub const NOTICES: &str = "notices.txt";

/// The list of all files of the app, below [`FOLDER`].
pub const LIST: &str = "template/files.json";

/// The settings that a site was made with; text, for hosts that know no TOML.
pub const KEPT_SETTINGS: &str = "template/site.txt";

/// Files that a site changes.
const CHANGED: [&str; 5] = ["embed.js", "index.html", "manifest.webmanifest", "misplaced.js", "sw.js"];

/// A file of the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its path in the app.
    pub path: String,
    /// Where a site has it.
    pub place: String,
    /// Of its bytes, in hexadecimal digits.
    pub sha256: String,
}

impl Part {
    /// Whether these are its bytes.
    pub fn is(&self, bytes: &[u8]) -> bool {
        self.sha256 == hash(bytes)
    }

    /// Where a site may have it compressed with brotli, if it is as it was in the app.
    pub fn sibling(&self) -> Option<String> {
        is_compressed(&self.path).then(|| format!("{}.br", self.path))
    }
}

/// Whether the app has this file compressed, too: those that all sites have as they are, of which a browser would compress the large ones
/// for half a minute.
pub fn is_compressed(path: &str) -> bool {
    place(path) == path && [".js", ".wasm", ".otf", NOTICES].iter().any(|end| path.ends_with(end))
}

/// Returns the files of the app that a site was made of.
///
/// # Errors
///
/// The site keeps no list of them, or one of them is not there or was changed.
pub fn of_site(site: &Files) -> Result<Files, PublishError> {
    let mut app = Files::default();
    for part in parts(site.text(LIST)?)? {
        let bytes = site.bytes(&part.place)?;
        if !part.is(bytes) {
            return Err(changed(&part.place));
        }
        if let Some(sibling) = part.sibling().filter(|sibling| site.has(sibling)) {
            app.put(&sibling, site.bytes(&sibling)?);
        }
        app.put(part.path, bytes);
    }
    Ok(app)
}

/// The refusal of a file that is not what the list says.
pub fn changed(place: &str) -> PublishError {
    PublishError::template(format!("{place} was changed"), "copy it again")
}

/// Keeps the files of the app that a site changes, and writes the list of all; the organiser's settings too, for the next version.
pub(super) fn keep(files: &mut Files, content: &Content) -> Result<(), PublishError> {
    let parts: Vec<Part> = files
        .iter()
        .filter(|(path, _)| !content.has(path) && !path.ends_with(".br"))
        .map(|(path, bytes)| Part { path: path.to_owned(), place: place(path), sha256: hash(bytes) })
        .collect();
    for part in parts.iter().filter(|part| part.place != part.path) {
        let bytes = files.bytes(&part.path)?.to_vec();
        files.put(&part.place, bytes);
    }
    files.put(LIST, list(&parts));
    files.put(KEPT_SETTINGS, content.settings.write());
    Ok(())
}

/// Whether the file is one that a site only keeps.
pub(super) fn holds(path: &str) -> bool {
    path.starts_with(FOLDER)
}

/// Reads the list of a site's files of the app.
///
/// # Errors
///
/// It is no such list.
pub fn parts(list: &str) -> Result<Vec<Part>, PublishError> {
    let broken = || PublishError::template(format!("{LIST} is no list of files"), "copy it again");
    let list: Map<String, Value> = serde_json::from_str(list).map_err(|_| broken())?;
    let part = |(path, sha256): (&String, &Value)| {
        let sha256 = sha256.as_str()?.to_owned();
        is_safe(path).then(|| Part { path: path.clone(), place: place(path), sha256 })
    };
    list.iter().map(part).collect::<Option<_>>().ok_or_else(broken)
}

fn list(parts: &[Part]) -> String {
    let rows: Map<String, Value> = parts.iter().map(|part| (part.path.clone(), json!(part.sha256))).collect();
    format!("{:#}\n", Value::Object(rows))
}

fn place(path: &str) -> String {
    let is_changed = CHANGED.contains(&path) || path.starts_with("icons/");
    if is_changed { format!("{FOLDER}{path}") } else { path.to_owned() }
}

/// A list may come from anywhere, and its paths become those of files.
fn is_safe(path: &str) -> bool {
    !path.is_empty() && !path.contains(['\\', ':']) && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

fn hash(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}
