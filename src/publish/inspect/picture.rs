//! The pictures that a manifest names.

use super::page::below;
use serde_json::Value;

/// A picture as the manifest has it.
pub struct Picture {
    /// Below the base of the app; none if it is elsewhere.
    pub path: Option<String>,
    /// Such as `192x192`.
    pub sizes: String,
    /// Whether it is an icon, and not a screenshot.
    pub is_icon: bool,
}

/// Icons and screenshots.
pub fn pictures(manifest: &Value, base: &str) -> Vec<Picture> {
    let of = |key: &str| manifest[key].as_array().cloned().unwrap_or_default();
    let picture = |value: &Value, is_icon: bool| Picture {
        path: value["src"].as_str().and_then(|address| below(base, address)).map(str::to_owned),
        sizes: value["sizes"].as_str().unwrap_or_default().to_owned(),
        is_icon,
    };
    let icons = of("icons");
    let screenshots = of("screenshots");
    icons.iter().map(|icon| picture(icon, true)).chain(screenshots.iter().map(|shot| picture(shot, false))).collect()
}
