//! Checks the web app manifest: if a file that it names is missing, browsers silently refuse to install the app.

use super::{Files, PublishError};
use crate::messages::Language;
use crate::site::{Site, png_size};
use serde_json::{Value, json};

const FILE: &str = "manifest.webmanifest";
const HINT: &str = "mend public/manifest.webmanifest or public/site.toml, or add the file below public/";

/// Writes into the manifest what the site and its base say, and checks it.
///
/// Browsers resolve the id against the host's root, unlike all other addresses. So two apps on one host would be the same one to them
/// without it.
pub fn finish(files: &mut Files, base: &str, site: &Site, screenshots: &[String]) -> Result<(), PublishError> {
    let mut manifest: Value = serde_json::from_str(files.text(FILE)?).map_err(|error| broken(&error.to_string()))?;
    let fields = manifest.as_object_mut().ok_or_else(|| broken("it is no object"))?;
    fields.extend([
        ("id".to_owned(), json!(base)),
        ("name".to_owned(), json!(site.name)),
        ("short_name".to_owned(), json!(site.short_name)),
        ("description".to_owned(), json!(site.description)),
        ("lang".to_owned(), json!(site.language().tag())),
        ("shortcuts".to_owned(), shortcuts(site.language())),
    ]);
    if let Some(icons) = fields.get_mut("icons").and_then(Value::as_array_mut) {
        // An organiser's own icon exists as PNG only.
        icons.retain(|icon| icon["src"].as_str().is_some_and(|path| files.has(path)));
    }
    let shown: Vec<Value> = screenshots.iter().map(|path| screenshot(files, path)).collect::<Result<_, _>>()?;
    if !shown.is_empty() {
        fields.insert("screenshots".to_owned(), json!(shown));
    }
    check(files, &manifest)?;
    files.put(FILE, format!("{manifest:#}\n"));
    // iOS keeps the address of the page, with what it carries, only where the manifest states no start.
    if let Some(fields) = manifest.as_object_mut() {
        fields.remove("start_url");
    }
    files.put("manifest-home.webmanifest", format!("{manifest:#}\n"));
    Ok(())
}

/// What a long press on the app's icon offers: where to go now, and what is one's own.
fn shortcuts(language: Language) -> Value {
    let messages = language.messages();
    let places =
        [(language.now_messages().heading, "./"), (messages.tab_plan, "./plan"), (messages.tab_wallpaper, "./wallpaper")];
    let icons = json!([{ "src": "icons/icon-192.png", "sizes": "192x192", "type": "image/png" }]);
    places.iter().map(|(name, address)| json!({ "name": name, "url": address, "icons": icons })).collect()
}

/// Browsers show narrow pictures on phones and wide ones on computers.
fn screenshot(files: &Files, path: &str) -> Result<Value, PublishError> {
    let [width, height] = png_size(files.bytes(path)?).ok_or_else(|| PublishError::NotPng(path.to_owned()))?;
    let shape = if width < height { "narrow" } else { "wide" };
    Ok(json!({ "src": path, "sizes": format!("{width}x{height}"), "type": "image/png", "form_factor": shape }))
}

/// Every picture exists in the size that the manifest says, and no address leaves the folder of the app.
fn check(files: &Files, manifest: &Value) -> Result<(), PublishError> {
    for key in ["scope", "start_url"] {
        if !manifest[key].as_str().is_some_and(|address| address.starts_with("./")) {
            return Err(broken(&format!("“{key}” must start with ./ so that it holds under any path")));
        }
    }
    let mut pictures = ["icons", "screenshots"].iter().filter_map(|key| manifest[key].as_array()).flatten();
    pictures.try_for_each(|picture| check_picture(files, picture))
}

fn check_picture(files: &Files, picture: &Value) -> Result<(), PublishError> {
    let source = picture["src"].as_str().unwrap_or_default();
    let stated = picture["sizes"].as_str().unwrap_or_default();
    match png_size(files.bytes(source)?).map(|[width, height]| format!("{width}x{height}")) {
        Some(size) if size != stated => Err(broken(&format!("{source} is {size}, not {stated}"))),
        _ => Ok(()),
    }
}

fn broken(problem: &str) -> PublishError {
    PublishError::template(format!("the manifest is not in order: {problem}"), HINT)
}
