//! `embed.js`, which shows the program on the conference's own page: tells it the program, the texts of the catalogue and the colour.

use super::script;
use super::{Files, PublishError};
use crate::messages::Language;
use crate::site::{Site, accents};
use serde_json::{Value, json};

/// Its name. It is for pages of other hosts, so the app itself never needs it, with or without a network.
pub const FILE: &str = "embed.js";

const PROGRAM: &str = "const PROGRAM = ";
const INDEX: &str = "const INDEX = ";
const TEXTS: &str = "const TEXTS = ";
const ACCENT: &str = "const ACCENT = ";

/// Writes what the site has: the paths of its program and of the same without abstracts.
pub fn write(files: &mut Files, site: &Site, program: &str, index: &str) -> Result<(), PublishError> {
    // The first one is for whoever understands none of them.
    let texts: Vec<Value> = site.languages.iter().map(|language| texts(*language)).collect();
    let mut values = vec![(PROGRAM, json!(program)), (INDEX, json!(index)), (TEXTS, json!(texts))];
    values.extend(site.color.map(|color| (ACCENT, json!(accents(color).map(|color| color.to_string())))));
    let script = values
        .into_iter()
        .try_fold(files.text(FILE)?.to_owned(), |script, (start, value)| script::set(&script, start, &value.to_string()))?;
    files.put(FILE, script);
    Ok(())
}

fn texts(language: Language) -> Value {
    let (own, app) = (language.embed_messages(), language.messages());
    json!({
        "tag": app.tag,
        "locale": own.locale,
        "loading": app.loading,
        "days": app.days,
        "today": own.today,
        "cancelled": app.cancelled,
        "plan": app.tab_plan,
        "empty": own.no_sessions,
        "venue": own.venue_time,
        "failed": own.failed,
        "unreadable": own.unreadable,
        "open": own.open_app,
    })
}
