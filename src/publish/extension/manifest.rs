//! The manifest. Permissions are for the page whose person presses the button (`activeTab`), and for what the extension keeps; the right to a
//! site is asked for when a person switches it on.

use super::{Browser, FOLDER};
use serde_json::{Value, json};

/// Where Firefox knows the extension by this name.
const GECKO_ID: &str = "companion@siganpyo.app";

/// The oldest browsers with all that is used here: `optional_host_permissions`, and modules in workers.
const OLDEST_CHROMIUM: &str = "120";
const OLDEST_FIREFOX: &str = "128.0";

const ICON: &str = "icons/icon-192.png";

/// Only files of the extension run, and its WebAssembly.
const POLICY: &str = "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'";

pub(super) fn of(browser: Browser) -> String {
    // Browsers draw the smaller ones of what is there.
    let icons = json!({ "48": ICON, "128": ICON, "192": ICON, "512": "icons/icon-512.png" });
    let mut manifest = json!({
        "manifest_version": 3,
        "name": "__MSG_name__",
        "short_name": "__MSG_short_name__",
        "description": "__MSG_description__",
        "default_locale": "en",
        "version": env!("CARGO_PKG_VERSION"),
        "icons": icons,
        "action": {
            "default_title": "__MSG_open_page__",
            "default_icon": { "32": ICON, "192": ICON },
            "default_popup": format!("{FOLDER}popup.html"),
        },
        "permissions": ["activeTab", "scripting", "storage"],
        "optional_host_permissions": ["https://*/*", "http://*/*"],
        "background": browser.background(),
        "content_security_policy": { "extension_pages": POLICY },
    });
    let own = match browser {
        Browser::Chromium => json!({ "minimum_chrome_version": OLDEST_CHROMIUM }),
        Browser::Firefox => json!({ "browser_specific_settings": {
            "gecko": {
                "id": GECKO_ID,
                "strict_min_version": OLDEST_FIREFOX,
                "data_collection_permissions": { "required": ["none"] },
            },
            "gecko_android": { "strict_min_version": OLDEST_FIREFOX },
        } }),
    };
    if let (Value::Object(manifest), Value::Object(own)) = (&mut manifest, own) {
        manifest.extend(own);
    }
    format!("{manifest:#}\n")
}
