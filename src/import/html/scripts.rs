//! Data in the scripts of a page: `__NEXT_DATA__`, `window.__DATA__ = {…}`. Nothing is run; values that are written out are read.

use super::super::json::Json;
use super::super::tree;
use super::document::Document;

/// Shorter scripts have no program in them.
const SHORTEST: usize = 200;

/// As many scripts are read.
const MAX_SCRIPTS: usize = 60;

/// Returns the values of all scripts that may hold sessions.
pub(super) fn data(document: &Document) -> Option<Json> {
    let is_code = |script: &usize| {
        let kind = document.attribute(*script, "type").unwrap_or_default();
        !kind.contains("ld+json") && document.attribute(*script, "src").is_none()
    };
    let text = |script: usize| document.nodes[document.within(script)].iter().map(|node| node.text.as_str()).collect::<String>();
    let texts =
        document.named("script").filter(is_code).map(text).filter(|text| text.len() > SHORTEST && may_hold_sessions(text));
    let mut values: Vec<(String, Json)> = Vec::new();
    for text in texts.take(MAX_SCRIPTS) {
        let value = tree::parse(text.trim().as_bytes()).ok();
        values.extend(value.map(|value| (format!("script {}", values.len() + 1), value)));
    }
    match values.len() {
        0 => None,
        1 => values.pop().map(|(_, value)| value),
        _ => Some(Json::Object(values)),
    }
}

/// Whether there are words of sessions in a script.
fn may_hold_sessions(text: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    has(&["title", "Title", "name", "Name", "제목", "subject", "Subject"])
        && has(&["start", "Start", "time", "Time", "시간", "date", "begin"])
}
