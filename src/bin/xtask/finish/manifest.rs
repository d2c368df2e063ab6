//! Checks the web app manifest: if a file that it names is missing, browsers silently refuse to install the app.

use crate::disk;
use crate::failure::Failure;
use serde_json::Value;
use siganpyo::messages::Language;
use std::path::Path;

const HINT: &str = "mend public/manifest.webmanifest, or add the file below public/";

/// Browsers resolve the id against the host's root, unlike all other addresses. So two apps on one host would be the same one to them.
const ID: &str = "\"id\": \"./\"";

/// That of `<html lang>` takes its place.
const LANGUAGE: &str = "\"lang\": \"\"";

/// Checks the manifest and gives the app the id of its base, and the language that its pages are written in.
pub fn finish(folder: &Path, base: &str, language: Language) -> Result<(), Failure> {
    let place = folder.join("manifest.webmanifest");
    let text = disk::read_text(&place)?;
    check(folder, &text)?;
    if let Some(missing) = [ID, LANGUAGE].into_iter().find(|field| !text.contains(field)) {
        return Err(broken(&format!("it lacks {missing}")));
    }
    let text = text.replace(ID, &format!("\"id\": \"{base}\"")).replace(LANGUAGE, &format!("\"lang\": \"{}\"", language.tag()));
    disk::write(&place, text)
}

/// Every picture exists in the size that the manifest says, and no address leaves the folder of the app.
fn check(folder: &Path, text: &str) -> Result<(), Failure> {
    let manifest: Value = serde_json::from_str(text).map_err(|error| broken(&error.to_string()))?;
    for key in ["scope", "start_url"] {
        if !manifest[key].as_str().is_some_and(|address| address.starts_with("./")) {
            return Err(broken(&format!("“{key}” must start with ./ so that it holds under any path")));
        }
    }
    let mut pictures = ["icons", "screenshots"].iter().filter_map(|key| manifest[key].as_array()).flatten();
    pictures.try_for_each(|picture| check_picture(folder, picture))
}

fn check_picture(folder: &Path, picture: &Value) -> Result<(), Failure> {
    let source = picture["src"].as_str().unwrap_or_default();
    let bytes = std::fs::read(folder.join(source)).map_err(|_| broken(&format!("the file “{source}” is missing")))?;
    let stated = picture["sizes"].as_str().unwrap_or_default();
    match png_size(&bytes) {
        Some(size) if size != stated => Err(broken(&format!("{source} is {size}, not {stated}"))),
        _ => Ok(()),
    }
}

/// Width and height stand in the header at fixed places; other formats than PNG have none here.
fn png_size(bytes: &[u8]) -> Option<String> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?.get(8..16)?;
    let number = |at: usize| header[at..at + 4].iter().fold(0, |number, byte| number << 8 | u32::from(*byte));
    Some(format!("{}x{}", number(0), number(4)))
}

fn broken(problem: &str) -> Failure {
    Failure::new(format!("the manifest is not in order: {problem}"), HINT)
}
