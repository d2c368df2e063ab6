//! `misplaced.js`, which a page loads if the app's files are missing: gives it the texts of the catalogue.

use super::script;
use crate::disk;
use crate::failure::Failure;
use serde_json::{Map, Value, json};
use siganpyo::site::Site;
use std::path::Path;

/// Its name. It is not kept for offline use: without a network nothing is missing that it could explain.
pub const FILE: &str = "misplaced.js";

const TEXTS: &str = "const TEXTS = ";

/// Writes the texts in the languages of the site.
pub fn write(folder: &Path, site: &Site) -> Result<(), Failure> {
    let texts: Map<String, Value> = site
        .languages
        .iter()
        .map(|language| {
            let messages = language.static_page_messages();
            (language.tag().to_owned(), json!({ "misplaced": messages.misplaced, "incomplete": messages.incomplete }))
        })
        .collect();
    let place = folder.join(FILE);
    let script = disk::read_text(&place)?;
    disk::write(&place, script::set(&script, TEXTS, &Value::Object(texts).to_string())?)
}
