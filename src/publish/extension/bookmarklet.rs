//! The bookmarklet, for browsers that have no extensions: a script in one line.

use crate::messages::extension::ExtensionMessages;
use crate::publish::PublishError;
use crate::publish::script::set;
use serde_json::json;

pub(super) fn of(script: &str, web: &str, messages: &ExtensionMessages) -> Result<String, PublishError> {
    let script = set(script, "const APP = ", &json!(web).to_string())?;
    let script = set(&script, "const BLOCKED = ", &json!(messages.bookmarklet_blocked).to_string())?;
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    let line = lines.collect::<Vec<_>>().join(" ");
    // What has a meaning of its own in an address.
    Ok(format!("javascript:{}\n", line.replace('%', "%25").replace('#', "%23")))
}
