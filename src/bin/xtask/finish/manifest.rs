//! Checks the web app manifest: if a file that it names is missing, browsers silently refuse to install the app.

use crate::disk;
use crate::failure::Failure;
use serde_json::{Value, json};
use siganpyo::messages::Language;
use siganpyo::site::Site;
use std::path::Path;

const HINT: &str = "mend public/manifest.webmanifest or public/site.toml, or add the file below public/";

/// Writes into the manifest what the site and its base say, and checks it.
///
/// Browsers resolve the id against the host's root, unlike all other addresses. So two apps on one host would be the same one to them
/// without it.
pub fn finish(folder: &Path, base: &str, site: &Site, screenshots: &[String]) -> Result<(), Failure> {
    let place = folder.join("manifest.webmanifest");
    let mut manifest: Value = serde_json::from_str(&disk::read_text(&place)?).map_err(|error| broken(&error.to_string()))?;
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
        icons.retain(|icon| icon["src"].as_str().is_some_and(|path| folder.join(path).is_file()));
    }
    let shown: Vec<Value> = screenshots.iter().map(|path| screenshot(folder, path)).collect::<Result<_, _>>()?;
    if !shown.is_empty() {
        fields.insert("screenshots".to_owned(), json!(shown));
    }
    check(folder, &manifest)?;
    disk::write(&place, format!("{manifest:#}\n"))?;
    // iOS keeps the address of the page, with what it carries, only where the manifest states no start.
    if let Some(fields) = manifest.as_object_mut() {
        fields.remove("start_url");
    }
    disk::write(&folder.join("manifest-home.webmanifest"), format!("{manifest:#}\n"))
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
fn screenshot(folder: &Path, path: &str) -> Result<Value, Failure> {
    let bytes = std::fs::read(folder.join(path)).map_err(|_| missing(path))?;
    let [width, height] = png_size(&bytes).ok_or_else(|| broken(&format!("{path} is not a PNG picture")))?;
    let shape = if width < height { "narrow" } else { "wide" };
    Ok(json!({ "src": path, "sizes": format!("{width}x{height}"), "type": "image/png", "form_factor": shape }))
}

/// Every picture exists in the size that the manifest says, and no address leaves the folder of the app.
fn check(folder: &Path, manifest: &Value) -> Result<(), Failure> {
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
    let bytes = std::fs::read(folder.join(source)).map_err(|_| missing(source))?;
    let stated = picture["sizes"].as_str().unwrap_or_default();
    match png_size(&bytes).map(|[width, height]| format!("{width}x{height}")) {
        Some(size) if size != stated => Err(broken(&format!("{source} is {size}, not {stated}"))),
        _ => Ok(()),
    }
}

/// Width and height stand in the header at fixed places; other formats than PNG have none here.
fn png_size(bytes: &[u8]) -> Option<[u32; 2]> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?.get(8..16)?;
    let number = |at: usize| header[at..at + 4].iter().fold(0, |number, byte| number << 8 | u32::from(*byte));
    Some([number(0), number(4)])
}

fn missing(path: &str) -> Failure {
    broken(&format!("the file “{path}” is missing"))
}

fn broken(problem: &str) -> Failure {
    Failure::new(format!("the manifest is not in order: {problem}"), HINT)
}
