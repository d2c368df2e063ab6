//! All tests, on a fresh machine too: sets up browsers, builds the app twice, runs everything and names what fails.

use crate::build;
use crate::disk;
use crate::failure::Failure;
use crate::hosts;
use crate::step;
use crate::tools;
use clap::{Args, ValueEnum, value_parser};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// A second build, to see that the app works under a path.
const SUBPATH: (&str, &str) = ("/deep/er/", "target/dist-subpath");

const PACKAGES: [&str; 4] = ["chromium", "chromium-driver", "tesseract-ocr", "tesseract-ocr-kor"];
/// Further engines. Where one cannot be had, what is tested in it is skipped.
const ENGINES: [Engine; 2] = [
    Engine {
        name: "WebKit, the engine of every browser on an iPhone",
        packages: &["webkit2gtk-driver", "libwebkit2gtk-4.1-0", "xvfb"],
        programs: &[&["WebKitWebDriver"], &["Xvfb"]],
    },
    Engine { name: "Firefox", packages: &["firefox-esr"], programs: &[FIREFOX] },
];
const FIREFOX: &[&str] = &["firefox-esr", "firefox"];
/// How long fetching one may take, in seconds, step by step: a bonus is not worth more.
const PATIENCE: [&str; 2] = ["40", "90"];
const WASM: &str = "wasm32-unknown-unknown";
const HINT: &str = "the lines above name the failing test";
/// Where the browser tests leave what they saw.
const SEEN: &str = "target/browser";

/// An engine from Debian's packages.
struct Engine {
    name: &'static str,
    packages: &'static [&'static str],
    /// What is on the PATH where it is here; of each row one.
    programs: &'static [&'static [&'static str]],
}

/// A browser and the program through which tests drive it.
pub struct Browser {
    driver: PathBuf,
    binary: PathBuf,
    /// What drives Firefox, where both are here.
    firefox_driver: Option<PathBuf>,
}

/// A part of the tests.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// The library, the command line and these tasks
    Native,
    /// What of the app runs inside a browser by itself
    Wasm,
    /// The service worker
    Worker,
    /// What servers send of the built app
    Hosting,
    /// The built app in real browsers
    Browser,
}

/// Which tests are run, and how often.
#[derive(Args)]
pub struct Tests {
    /// Only this part
    part: Option<Part>,
    /// Only what has this in its name
    filter: Option<String>,
    /// How often, to find what fails now and then; what was seen in a round that failed is kept
    #[arg(long, default_value_t = 1, value_parser = value_parser!(u32).range(1..))]
    rounds: u32,
    /// For the test runner of Rust, such as `--skip big::`
    #[arg(last = true)]
    further: Vec<String>,
}

/// Runs the tests, round by round where there are several; then a round that fails ends only itself.
pub fn test(root: &Path, tests: &Tests) -> Result<(), Failure> {
    let browser = set_up(root, tests)?;
    let mut failed = Vec::new();
    for round in 1..=tests.rounds {
        if tests.rounds > 1 {
            step::announce(&format!("round {round} of {}", tests.rounds));
        }
        match run(root, tests, browser.as_ref()) {
            Err(failure) if tests.rounds == 1 => return Err(failure),
            Err(failure) => {
                eprintln!("error: {failure}");
                let _ = fs::rename(root.join(SEEN), root.join(format!("{SEEN}-round-{round}")));
                failed.push(round);
            }
            Ok(()) => {}
        }
    }
    if !failed.is_empty() {
        let message = format!("{} of {} rounds failed: {failed:?}", failed.len(), tests.rounds);
        return Err(Failure::new(message, format!("{SEEN}-round-… has what the tests saw")));
    }
    step::announce("all tests passed");
    if tests.have(Part::Hosting) {
        println!("dist/hosting was tested with: {}", hosts::here(root).join(", "));
    }
    Ok(())
}

/// What the chosen tests need: a browser, servers, and for some of them the builds.
fn set_up(root: &Path, tests: &Tests) -> Result<Option<Browser>, Failure> {
    let needs_browser = tests.have(Part::Wasm) || tests.have(Part::Browser);
    let mut browser = if needs_browser { Some(browser()?) } else { None };
    if let Some(browser) = browser.as_mut().filter(|_| tests.have(Part::Browser)) {
        ENGINES.iter().for_each(install_engine);
        browser.firefox_driver = firefox_driver();
    }
    if tests.have(Part::Hosting) {
        hosts::fetch(root, can_install());
    }
    if tests.have(Part::Browser) || tests.have(Part::Hosting) {
        build::build(root, "/", Path::new(build::DIST))?;
        build::build(root, SUBPATH.0, Path::new(SUBPATH.1))?;
    }
    Ok(browser)
}

fn run(root: &Path, tests: &Tests, browser: Option<&Browser>) -> Result<(), Failure> {
    if tests.have(Part::Worker) {
        let mut command = Command::new("node");
        let pattern = tests.filter.iter().map(|filter| format!("--test-name-pattern={filter}"));
        command.arg("--test").args(pattern).arg("tests/sw.test.mjs").current_dir(root);
        step::run("service worker tests (node)", &mut command, HINT)?;
    }
    if tests.have(Part::Native) {
        step::run("native tests", &mut tests.cargo(root, &["--lib", "--bins", "--test", "it"]), HINT)?;
        if tests.filter.is_none() {
            let mut command = Command::new("cargo");
            command.args(["test", "--lib", "keep::", "--", "--ignored"]).current_dir(root);
            step::run("ten thousand histories of keeping a plan", &mut command, HINT)?;
        }
    }
    if tests.have(Part::Hosting) {
        step::run("tests of what servers send", &mut tests.cargo(root, &["--test", "hosting"]), HINT)?;
    }
    let Some(browser) = browser else { return Ok(()) };
    if tests.have(Part::Wasm) && has_wasm_tests(root)? {
        let mut command = tests.cargo(root, &["--target", WASM, "--features", "app", "--bin", "app"]);
        step::run("tests of the app inside a browser", wasm_runner(root, browser, &mut command)?, HINT)?;
    }
    if tests.have(Part::Browser) && root.join("tests/browser").is_dir() {
        let mut command = tests.cargo(root, &["--test", "browser"]);
        step::run("tests of the built app", drive(browser, &mut command), HINT)?;
    }
    Ok(())
}

impl Tests {
    fn have(&self, part: Part) -> bool {
        self.part.is_none_or(|chosen| chosen == part)
    }

    /// `cargo test` of what the arguments name, with what was asked for.
    fn cargo(&self, root: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new("cargo");
        command.arg("test").args(arguments).arg("--").args(&self.filter).args(&self.further).current_dir(root);
        command
    }
}

/// The browser of this machine; root on a system with apt-get gets one installed.
pub fn browser() -> Result<Browser, Failure> {
    let complete = || find(&["tesseract"]).and_then(|_| installed_browser());
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
    let driver = env::var_os("CHROMEDRIVER").map(PathBuf::from).or_else(|| find(&["chromedriver"]))?;
    Some(Browser {
        driver,
        binary: find(&["chromium", "google-chrome", "google-chrome-stable", "chrome"])?,
        firefox_driver: None,
    })
}

fn can_install() -> bool {
    let is_root = step::output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    is_root && find(&["apt-get"]).is_some()
}

fn install_packages() -> Result<(), Failure> {
    let hint = "check the network and the package sources, then run the same command again";
    step::run("refresh the package lists", &mut quiet("apt-get", &["update", "--quiet"], &[]), hint)?;
    let step = "install a browser and a text recogniser (a few minutes)";
    step::run(step, &mut quiet("apt-get", &INSTALL, &PACKAGES), hint)
}

const INSTALL: [&str; 4] = ["install", "--yes", "--quiet", "--no-install-recommends"];

/// Installs an engine where that is possible. Only fetching is given a limit: what unpacks must not be interrupted.
fn install_engine(engine: &Engine) {
    if engine.programs.iter().all(|names| find(names).is_some()) {
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

/// What drives Firefox, installed where Firefox is here without it; none, with a line that says so, where it cannot be had.
fn firefox_driver() -> Option<PathBuf> {
    find(FIREFOX)?;
    let found = find(&["geckodriver"]).or_else(|| tools::ensure(&tools::GECKODRIVER).ok());
    if found.is_none() {
        step::announce("what is tested in Firefox is skipped: geckodriver cannot be installed");
    }
    found
}

/// A command for packages that asks nothing.
fn quiet(program: &str, arguments: &[&str], packages: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).args(packages).env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// The first of these programs that is on the PATH.
fn find(names: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|path| path.is_file())
}

/// Tells tests where the browser and the builds are.
pub fn drive<'c>(browser: &Browser, command: &'c mut Command) -> &'c mut Command {
    command.env("CHROMEDRIVER", &browser.driver).env("CHROME", &browser.binary);
    command.envs(browser.firefox_driver.iter().map(|driver| ("GECKODRIVER", driver)));
    command.env("SIGANPYO_DIST", build::DIST).env("SIGANPYO_DIST_SUBPATH", SUBPATH.1)
}

/// Lets `cargo test` run wasm tests in the browser, headless, and as root as well.
fn wasm_runner<'c>(root: &Path, browser: &Browser, command: &'c mut Command) -> Result<&'c mut Command, Failure> {
    let arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];
    let capabilities = json!({ "goog:chromeOptions": { "binary": browser.binary, "args": arguments } });
    let place = root.join("target/webdriver.json");
    disk::write(&place, capabilities.to_string())?;
    let runner = tools::companion(&tools::WASM_BINDGEN, "wasm-bindgen-test-runner")?;
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner).env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", place);
    Ok(drive(browser, command))
}

fn has_wasm_tests(root: &Path) -> Result<bool, Failure> {
    let folder = root.join("src/bin/app");
    for path in disk::files_below(&folder)? {
        if path.ends_with(".rs") && disk::read_text(&folder.join(path))?.contains("wasm_bindgen_test") {
            return Ok(true);
        }
    }
    Ok(false)
}
