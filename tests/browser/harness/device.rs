//! What the app is opened on, and how the browser is told.

use super::programs;
use serde_json::{Map, Value, json};
use std::path::Path;

/// A screen with a browser.
#[derive(Clone, Copy, PartialEq)]
pub struct Device {
    width: u32,
    height: u32,
    /// Device pixels to a CSS pixel.
    ratio: f64,
    touch: bool,
    /// The size of text that the person has set, in CSS pixels.
    text: u32,
}

impl Device {
    /// A phone that is 390 points wide.
    pub const PHONE: Device = Device { width: 390, height: 844, ratio: 3.0, touch: true, text: 16 };
    /// A small phone.
    pub const SMALL_PHONE: Device = Device { width: 360, height: 640, ..Device::PHONE };
    /// The smallest phone that is still in use.
    pub const SMALLEST_PHONE: Device = Device { width: 320, height: 568, ratio: 2.0, ..Device::PHONE };
    /// A laptop.
    pub const LAPTOP: Device = Device { width: 1280, height: 800, ratio: 1.0, touch: false, text: 16 };

    /// The same with another density.
    pub const fn at_ratio(self, ratio: f64) -> Device {
        Device { ratio, ..self }
    }

    /// The same on its side.
    pub const fn turned(self) -> Device {
        Device { width: self.height, height: self.width, ..self }
    }

    /// The same for a person who has set text to be twice as large.
    pub const fn with_large_text(self) -> Device {
        Device { text: self.text * 2, ..self }
    }

    /// The same with the browser's zoom at 200 %.
    pub const fn zoomed(self) -> Device {
        Device { width: self.width / 2, height: self.height / 2, ratio: self.ratio * 2.0, ..self }
    }

    /// Whether it is used with a finger.
    pub fn touch(self) -> bool {
        self.touch
    }

    /// Chromium as this device, with a profile that outlives the process.
    pub fn chromium(self, profile: &Path, downloads: &Path, language: &str) -> Map<String, Value> {
        let profile = format!("--user-data-dir={}", profile.display());
        let language = format!("--accept-lang={language}");
        let quiet = [
            "--hide-scrollbars",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
            "--disable-sync",
        ];
        let mut arguments = vec!["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];
        arguments.extend(quiet);
        arguments.extend([&*profile, &*language]);
        let options = json!({
            "binary": programs::chromium(),
            "args": arguments,
            "prefs": { "download.default_directory": downloads, "webkit": { "webprefs": { "default_font_size": self.text } } },
            "mobileEmulation": { "deviceMetrics": {
                "width": self.width, "height": self.height, "pixelRatio": self.ratio, "touch": self.touch, "mobile": self.touch,
            } },
        });
        let capabilities = json!({
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        capabilities.as_object().expect("it is written as one").clone()
    }

    /// Firefox without a window, with a profile that outlives the process.
    pub fn firefox(profile: &Path, downloads: &Path, language: &str) -> Map<String, Value> {
        let preferences = json!({
            "intl.accept_languages": language,
            "browser.download.folderList": 2,
            "browser.download.dir": downloads,
            // It is killed now and then, and must not offer to mend itself.
            "toolkit.startup.max_resumed_crashes": -1,
        });
        let arguments = json!(["-headless", "-profile", profile]);
        let options = json!({ "binary": programs::firefox(), "args": arguments, "prefs": preferences });
        let capabilities = json!({ "browserName": "firefox", "moz:firefoxOptions": options });
        capabilities.as_object().expect("it is written as one").clone()
    }

    /// WebKitGTK's browser, which imitates no device and forgets everything when it is closed.
    pub fn webkit() -> Map<String, Value> {
        let binary = programs::mini_browser().expect("the test asks first");
        let options = json!({ "binary": binary, "args": ["--automation"] });
        let capabilities = json!({ "browserName": "MiniBrowser", "webkitgtk:browserOptions": options });
        capabilities.as_object().expect("it is written as one").clone()
    }
}
