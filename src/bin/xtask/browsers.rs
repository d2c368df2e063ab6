//! The browsers that tests run in: found on this machine or installed.

use crate::debian::{can_install, quiet};
use crate::disk::find_program;
use crate::failure::Failure;
use crate::step;
use crate::tools;
use std::env;
use std::path::PathBuf;
use std::process::Command;

const PACKAGES: [&str; 5] = ["chromium", "chromium-driver", "fonts-noto-cjk", "tesseract-ocr", "tesseract-ocr-kor"];
/// Optional engines. Where one cannot be installed, its tests are skipped.
const ENGINES: [Engine; 2] = [
    Engine {
        name: "WebKit, the engine of every browser on an iPhone",
        packages: &["webkit2gtk-driver", "libwebkit2gtk-4.1-0", "xvfb"],
        programs: &[&["WebKitWebDriver"], &["Xvfb"]],
    },
    Engine { name: "Firefox", packages: &["firefox-esr"], programs: &[FIREFOX] },
];
const INSTALL: [&str; 4] = ["install", "--yes", "--quiet", "--no-install-recommends"];
const FIREFOX: &[&str] = &["firefox-esr", "firefox"];
/// Time limits in seconds for refreshing the package lists and for fetching an optional engine.
const PATIENCE: [&str; 2] = ["40", "90"];

/// An engine from Debian's packages.
struct Engine {
    name: &'static str,
    packages: &'static [&'static str],
    /// It is installed if one program of each row is on the PATH.
    programs: &'static [&'static [&'static str]],
}

/// A browser and the program through which tests drive it.
pub struct Browser {
    driver: PathBuf,
    pub binary: PathBuf,
    /// Drives Firefox, if both are installed.
    firefox_driver: Option<PathBuf>,
}

/// The browser of this machine; root on a system with apt-get gets one installed.
pub fn browser() -> Result<Browser, Failure> {
    let complete = || find_program(&["tesseract"]).and_then(|_| installed_browser());
    if let Some(browser) = complete() {
        return Ok(browser);
    }
    if can_install() {
        install_packages()?;
    }
    installed_browser().ok_or_else(|| {
        let hint =
            format!("install Debian's {}, or Chrome with a chromedriver of the same version on the PATH", PACKAGES.join(", "));
        Failure::new("the browser tests need Chromium or Chrome, and chromedriver", hint)
    })
}

fn installed_browser() -> Option<Browser> {
    Some(Browser {
        driver: find("CHROMEDRIVER", &["chromedriver"])?,
        binary: find("CHROME", &["chromium", "google-chrome", "google-chrome-stable", "chrome"])?,
        firefox_driver: None,
    })
}

/// Installs the optional engines.
pub fn add_engines(browser: &mut Browser) {
    ENGINES.iter().for_each(install_engine);
    browser.firefox_driver = firefox_driver();
}

fn install_packages() -> Result<(), Failure> {
    let hint = "check the network and the package sources, then run the same command again";
    step::run("refresh the package lists", &mut quiet("apt-get", &["update", "--quiet"], &[]), hint)?;
    let step = "install a browser and a text recogniser (a few minutes)";
    step::run(step, &mut quiet("apt-get", &INSTALL, &PACKAGES), hint)
}

/// Installs an engine where that is possible. Only fetching has a time limit: unpacking must not be interrupted.
fn install_engine(engine: &Engine) {
    if engine.programs.iter().all(|names| find_program(names).is_some()) {
        return;
    }
    let [refresh, fetch] = PATIENCE;
    let fetching = [&[fetch, "apt-get", "--download-only"], &INSTALL[..]].concat();
    let installing = [&["--no-download"], &INSTALL[..]].concat();
    let mut steps = [
        ("refresh the package lists", quiet("timeout", &[refresh, "apt-get", "update", "--quiet"], &[])),
        ("fetch another engine", quiet("timeout", &fetching, engine.packages)),
        ("install another engine", quiet("apt-get", &installing, engine.packages)),
    ];
    let is_done = can_install() && steps.iter_mut().all(|(name, command)| step::run(name, command, "").is_ok());
    if !is_done {
        let packages = engine.packages.join(", ");
        step::announce(&format!("what is tested in {} is skipped. It is Debian's {packages}", engine.name));
    }
}

/// Drives Firefox; installed here if only Firefox is. None, with a message, if that fails.
fn firefox_driver() -> Option<PathBuf> {
    find_program(FIREFOX)?;
    let found = find("GECKODRIVER", &["geckodriver"]).or_else(|| tools::ensure(&tools::GECKODRIVER).ok());
    if found.is_none() {
        step::announce("what is tested in Firefox is skipped: geckodriver cannot be installed");
    }
    found
}

/// The program that the environment variable names, else the first of these on the PATH.
fn find(variable: &str, names: &[&str]) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).or_else(|| find_program(names))
}

/// Tells tests where the browser is.
pub fn drive<'c>(browser: &Browser, command: &'c mut Command) -> &'c mut Command {
    command.env("CHROMEDRIVER", &browser.driver).env("CHROME", &browser.binary);
    command.envs(browser.firefox_driver.iter().map(|driver| ("GECKODRIVER", driver)))
}
