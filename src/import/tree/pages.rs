//! Pages with data at their beginning, as Hugo, Jekyll, Astro and Eleventy have one for each session, room and person: `---`, fields in
//! YAML, `---`, and the text; or `+++` around fields in TOML.

use super::super::json::Json;
use super::super::{ImportError, NamedFile, encoding};
use super::{toml, yaml};
use std::collections::BTreeMap;

/// The name of the field with the text.
const TEXT: &str = "description";

/// Signs around the data.
const YAML: &str = "---";
const TOML: &str = "+++";

/// Whether the first page begins with data.
pub(in crate::import) fn have_data(files: &[NamedFile]) -> bool {
    files.iter().any(|file| file.bytes.starts_with(YAML.as_bytes()) || file.bytes.starts_with(TOML.as_bytes()))
}

/// Returns the pages of each folder as a list of records, whose ids are the names of the files.
///
/// # Errors
///
/// A page in an unknown encoding, or with broken data.
pub(super) fn read(files: &[NamedFile]) -> Result<Json, ImportError> {
    let mut folders: BTreeMap<&str, Vec<Json>> = BTreeMap::new();
    for file in files {
        let stem = file.stem();
        let (path, _) = file.name.rsplit_once(['/', '\\']).unwrap_or_default();
        // Each page may have a folder of its own, in which pictures are, too.
        let (path, id) = if stem == "index" { path.rsplit_once(['/', '\\']).unwrap_or(("", path)) } else { (path, stem) };
        let page = encoding::text(&file.bytes)?;
        let Some(record) = record(&page, id).transpose()?.filter(|_| stem != "_index") else { continue };
        folders.entry(path.rsplit(['/', '\\']).next().unwrap_or_default()).or_default().push(record);
    }
    Ok(Json::Object(folders.into_iter().map(|(name, pages)| (name.to_owned(), Json::List(pages))).collect()))
}

/// Returns the data of a page with its id and its text.
fn record(page: &str, id: &str) -> Option<Result<Json, ImportError>> {
    let sign = [YAML, TOML].into_iter().find(|sign| page.starts_with(sign))?;
    let (data, text) = page[sign.len()..].split_once(&format!("\n{sign}"))?;
    let read = if sign == TOML { toml::read(data) } else { yaml::read(data) };
    Some(read.map(|data| {
        let Json::Object(mut fields) = data else { return data };
        let own = [("id", id), (TEXT, text.trim())].map(|(name, text)| (name.to_owned(), Json::Text(text.to_owned())));
        fields.retain(|(name, _)| name != "id");
        let lacking = { own }.into_iter().filter(|(name, _)| fields.iter().all(|(known, _)| known != name)).collect::<Vec<_>>();
        fields.extend(lacking);
        Json::Object(fields)
    }))
}
