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
