//! The engines that the app runs in, and whether they can be had here.

use super::browser::Browser;
use super::device::Device;
use super::driver::Driver;
use super::programs::{self, skipped};
use super::visit::results_folder;
use std::fs;
use std::sync::OnceLock;

/// What the app runs in.
#[derive(Clone, Copy, PartialEq)]
pub enum Engine {
    Chromium,
    /// The engine of every browser on an iPhone. WebKitGTK is the closest that runs on Linux.
    WebKit,
    Firefox,
}

impl Engine {
    /// Whether it can be driven here; says why not where it cannot.
    pub fn is_here(self) -> bool {
        match self {
            Engine::Chromium => true,
            Engine::WebKit => programs::webkit_is_here(),
            Engine::Firefox => programs::firefox_is_here() && firefox_starts(),
        }
    }
}

/// Firefox refuses to start where the home folder is somebody else's, as in some containers. Tried once.
fn firefox_starts() -> bool {
    static STARTS: OnceLock<bool> = OnceLock::new();
    *STARTS.get_or_init(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let profile = results_folder().join("engine.firefox");
        let _ = fs::remove_dir_all(&profile);
        fs::create_dir_all(&profile).expect("a folder for a profile");
        runtime.block_on(async {
            let driver = Driver::firefox();
            match Browser::try_open(&driver.address, Device::firefox(&profile, &profile, "en-US"), false).await {
                Ok(mut browser) => browser.close().await,
                Err(error) => {
                    skipped(&format!("the stories in Firefox, which does not start here: {error}"));
                    return false;
                }
            }
            true
        })
    })
}
