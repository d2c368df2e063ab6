//! The texts of the scripts and of the manifest, in the form in which browsers want them.

use crate::messages::Language;
use serde_json::{Map, Value, json};

/// Returns the file of a language: its path, and its content.
pub(super) fn of(language: Language) -> (String, String) {
    let texts: Map<String, Value> =
        language.extension_messages().all().map(|(name, text)| (name.to_owned(), json!({ "message": text }))).collect();
    let file = format!("{:#}\n", Value::Object(texts));
    (format!("_locales/{}/messages.json", language.messages().tag), file)
}
