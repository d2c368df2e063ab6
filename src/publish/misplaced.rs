//! `misplaced.js`, which a page loads if the app's files are missing: gives it the texts of the catalogue.

use super::script;
use super::{Files, PublishError};
use crate::site::Site;
use serde_json::{Map, Value, json};

/// Its name. It is not kept for offline use: without a network nothing is missing that it could explain.
pub const FILE: &str = "misplaced.js";

const TEXTS: &str = "const TEXTS = ";

/// Writes the texts in the languages of the site.
pub fn write(files: &mut Files, site: &Site) -> Result<(), PublishError> {
    let texts: Map<String, Value> = site
        .languages
        .iter()
        .map(|language| {
            let messages = language.static_page_messages();
            (language.tag().to_owned(), json!({ "misplaced": messages.misplaced, "incomplete": messages.incomplete }))
        })
        .collect();
    let script = script::set(files.text(FILE)?, TEXTS, &Value::Object(texts).to_string())?;
    files.put(FILE, script);
    Ok(())
}
