//! The browser extension: the finished app with a page of its own, and the scripts in `src/extension`, which read the page a person is on.
//!
//! One source for all browsers. What differs is in [`Browser::background`] and in the manifest of Firefox.

mod bookmarklet;
mod manifest;
mod page;
mod texts;

use super::offline;
use super::script;
use super::{Files, PublishError};
use crate::messages::Language;
use serde_json::{Value, json};

/// For whose store it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    /// Chrome, Edge and whatever else is made of Chromium.
    Chromium,
    /// Firefox, on computers and on Android.
    Firefox,
}

/// The folder of the scripts in the extension.
const FOLDER: &str = "extension/";

/// What of a site is for its host, or made for each of its pages: the extension has one page and no host.
const LEFT_OUT: [&str; 12] = [
    "calendar/",
    "hosting/",
    "library/",
    "plan/",
    "screenshots/",
    "session/",
    "settings/",
    "template/",
    "wallpaper/",
    "publisher",
    "manifest",
    "preview",
];

/// Files at the root of a site that the extension has no use for.
const ALSO_LEFT_OUT: [&str; 7] = [".nojekyll", "404.html", "_headers", "embed.js", "misplaced.js", "sw-kill.js", "sw.js"];

impl Browser {
    /// All browsers.
    pub const ALL: [Browser; 2] = [Browser::Chromium, Browser::Firefox];

    /// Returns the name of its folder.
    pub fn name(self) -> &'static str {
        match self {
            Browser::Chromium => "chromium",
            Browser::Firefox => "firefox",
        }
    }

    /// How the browser runs what listens to events: Firefox has no service workers in extensions.
    fn background(self) -> Value {
        let script = format!("{FOLDER}background.js");
        match self {
            Browser::Chromium => json!({ "service_worker": script, "type": "module" }),
            Browser::Firefox => json!({ "scripts": [script], "type": "module" }),
        }
    }
}

/// Makes the extension of a finished site at the root of its host and the files of `src/extension`. `web` is the address of the same app on the
/// web, with a slash at its end, for links and codes to a phone; without it they are files.
///
/// # Errors
///
/// The site is one for a path, or a file is not as the build writes it.
pub fn make(site: &Files, own: &Files, browser: Browser, web: Option<&str>) -> Result<Files, PublishError> {
    if super::base_of(site).as_deref() != Some("/") {
        return Err(PublishError::template(
            "the site is made for a path",
            "build it with `cargo xtask build`, without --public-url",
        ));
    }
    let mut files: Files = site.iter().filter(|(path, _)| is_carried(path)).collect();
    let page = page::of_extension(site.text("index.html")?, own.text("start.js")?, web)?;
    files.extend(own.iter().filter(|(path, _)| *path != "start.js").map(|(path, bytes)| (format!("{FOLDER}{path}"), bytes)));
    files.extend(page.iter());
    files.extend(Language::ALL.map(texts::of));
    let entries = offline::kept_of(site, &files)?;
    let shell = format!("{FOLDER}app.js");
    let script = script::set(files.text(&shell)?, "const FILES = ", &entries)?;
    files.put(shell, script);
    let words = format!("{FOLDER}texts.js");
    let languages = json!(Language::ALL.map(|language| language.messages().tag)).to_string();
    let script = script::set(files.text(&words)?, "const LANGUAGES = ", &languages)?;
    files.put(words, script);
    files.put("manifest.json", manifest::of(browser));
    Ok(files)
}

/// Returns the bookmarklet, which hands the page to the app at that address.
///
/// # Errors
///
/// A script is not as it should be.
pub fn bookmarklet(own: &Files, web: &str, language: Language) -> Result<String, PublishError> {
    bookmarklet::of(own.text("bookmarklet.js")?, web, language.extension_messages())
}

/// Whether a file of the site belongs into the extension: no copies for deep links, nothing for hosts, and nothing compressed but fonts.
fn is_carried(path: &str) -> bool {
    let is_packed = (path.ends_with(".br") || path.ends_with(".gz")) && !path.starts_with("fonts/slices/");
    !is_packed && !ALSO_LEFT_OUT.contains(&path) && !LEFT_OUT.iter().any(|start| path.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_for_hosts_and_nothing_packed_but_fonts_is_carried() {
        for carried in
            ["app-12ab.js", "fonts/slices/ja-60-0123456789ab.gz", "programs/my.json", "icons/icon-192.png", "notices.txt"]
        {
            assert!(is_carried(carried), "{carried}");
        }
        for left in [
            "app-12ab.js.br",
            "plan/index.html",
            "sw.js",
            "_headers",
            "publisher_bg.wasm",
            "manifest.webmanifest",
            "template/files.json",
        ] {
            assert!(!is_carried(left), "{left}");
        }
    }

    #[test]
    fn the_bookmarklet_is_one_line_without_comments() {
        let own: Files = [("bookmarklet.js", include_str!("../extension/bookmarklet.js"))].into_iter().collect();
        let line = bookmarklet(&own, "https://t.example.org/", Language::Korean).expect("a script");
        let script = line.strip_prefix("javascript:").and_then(|script| script.strip_suffix('\n')).expect("an address");
        assert!(!script.contains(['\n', '#']) && !script.contains("// "), "{script}");
        assert!(script.contains("const APP = \"https://t.example.org/\";"), "{script}");
    }

    #[test]
    fn three_permissions_are_asked_for_and_texts_fit_the_stores() {
        for browser in Browser::ALL {
            let manifest: Value = serde_json::from_str(&manifest::of(browser)).expect("json");
            assert_eq!(manifest["permissions"], json!(["activeTab", "scripting", "storage"]), "{browser:?}");
            assert_eq!(manifest.get("host_permissions"), None);
        }
        for language in Language::ALL {
            let messages = language.extension_messages();
            assert!(
                messages.name.chars().count() <= 75 && messages.description.chars().count() <= 132,
                "{}",
                messages.description
            );
        }
    }
}
