//! All tests, on a fresh machine too: sets up browsers, builds the app twice, runs everything and names what fails.

use crate::browsers::{self, Browser};
use crate::build;
use crate::disk;
use crate::extension::{self, Wanted};
use crate::failure::Failure;
use crate::finish::budget;
use crate::hosts;
use crate::step;
use crate::tools;
use clap::{Args, ValueEnum, value_parser};
use serde_json::json;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Public URL and folder of a second build, which shows that the app works under a path.
const SUBPATH: (&str, &str) = ("/deep/er/", "target/dist-subpath");

const WASM: &str = "wasm32-unknown-unknown";
const HINT: &str = "the lines above name the failing test";
/// Where the browser tests leave what they saw.
const SEEN: &str = "target/browser";

/// A part of the tests.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// The library, the command line and these tasks
    Native,
    /// Unit tests of the app inside a browser
    Wasm,
    /// The service worker, and what a conference's own page loads
    Worker,
    /// What nginx, Caddy and Apache httpd send for the built app
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
    /// How often, to find tests that fail now and then; each failed round keeps its screenshots
    #[arg(long, default_value_t = 1, value_parser = value_parser!(u32).range(1..))]
    rounds: u32,
    /// For the test runner of Rust, such as `--skip big::`
    #[arg(last = true)]
    further: Vec<String>,
}

/// Runs the tests. If several rounds are asked for, a failed round does not stop the next one.
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

/// Sets up what the chosen tests need: a browser, servers, builds.
fn set_up(root: &Path, tests: &Tests) -> Result<Option<Browser>, Failure> {
    let needs_browser = tests.have(Part::Wasm) || tests.have(Part::Browser);
    let mut browser = if needs_browser { Some(browsers::browser()?) } else { None };
    if let Some(browser) = browser.as_mut().filter(|_| tests.have(Part::Browser)) {
        browsers::add_engines(browser);
    }
    if tests.have(Part::Hosting) {
        hosts::fetch(root);
    }
    if tests.have(Part::Browser) || tests.have(Part::Hosting) {
        build::build(root, &build::Build::at("/"), Path::new(build::DIST))?;
        budget::check(&root.join(build::DIST))?;
        build::build(root, &build::Build::at(SUBPATH.0), Path::new(SUBPATH.1))?;
        extension::extension(root, &Wanted::of_build())?;
    }
    Ok(browser)
}

fn run(root: &Path, tests: &Tests, browser: Option<&Browser>) -> Result<(), Failure> {
    if tests.have(Part::Worker) {
        step::run(
            "tests of the service worker and the embed (node)",
            &mut scripts(root, tests, &["tests/sw.test.mjs", "tests/embed.test.mjs"]),
            HINT,
        )?;
    }
    if tests.have(Part::Native) {
        native(root, tests)?;
    }
    if tests.have(Part::Hosting) {
        step::run("tests of what servers send", &mut tests.cargo(root, &["--test", "hosting"]), HINT)?;
    }
    let Some(browser) = browser else { return Ok(()) };
    if tests.have(Part::Wasm) {
        wasm(root, tests, browser)?;
    }
    if tests.have(Part::Browser) {
        let mut command = tests.cargo(root, &["--test", "browser"]);
        step::run("tests of the built app", browsers::drive(browser, &mut command), HINT)?;
        let mut command = scripts(root, tests, &["tests/extension.test.mjs"]);
        step::run("tests of the browser extension", browsers::drive(browser, &mut command), HINT)?;
    }
    Ok(())
}

/// Of scripts that are written by hand: the first ones with fakes for the browser around them.
fn scripts(root: &Path, tests: &Tests, files: &[&str]) -> Command {
    let mut command = Command::new("node");
    let pattern = tests.filter.iter().map(|filter| format!("--test-name-pattern={filter}"));
    command.arg("--test").args(pattern).args(files).current_dir(root);
    command
}

fn native(root: &Path, tests: &Tests) -> Result<(), Failure> {
    step::run("native tests", &mut tests.cargo(root, &["--lib", "--bins", "--test", "it"]), HINT)?;
    step::run("examples in the library's documentation", &mut tests.cargo(root, &["--doc"]), HINT)?;
    step::run("tests of these tasks", &mut tests.cargo(root, &["--package", "xtask"]), HINT)?;
    if tests.filter.is_none() {
        let mut histories = Command::new("cargo");
        histories.args(["test", "--lib", "keep::", "--", "--ignored"]).current_dir(root);
        step::run("ten thousand histories of keeping a plan", &mut histories, HINT)?;
    }
    Ok(())
}

fn wasm(root: &Path, tests: &Tests, browser: &Browser) -> Result<(), Failure> {
    if !has_wasm_tests(root)? {
        step::announce("no tests inside a browser: no file of src/bin/app has a wasm_bindgen_test");
        return Ok(());
    }
    let mut command = tests.cargo(root, &["--target", WASM, "--features", "app", "--bin", "app"]);
    step::run("tests of the app inside a browser", wasm_runner(root, browser, &mut command)?, HINT)
}

impl Tests {
    fn have(&self, part: Part) -> bool {
        self.part.is_none_or(|chosen| chosen == part)
    }

    /// `cargo test` with these arguments, the filter and the options for the test runner.
    fn cargo(&self, root: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new("cargo");
        command.arg("test").args(arguments).arg("--").args(&self.filter).args(&self.further).current_dir(root);
        command
    }
}

/// Lets `cargo test` run wasm tests in the browser, headless, and as root as well.
fn wasm_runner<'c>(root: &Path, browser: &Browser, command: &'c mut Command) -> Result<&'c mut Command, Failure> {
    let arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];
    let capabilities = json!({ "goog:chromeOptions": { "binary": browser.binary, "args": arguments } });
    let place = root.join("target/webdriver.json");
    disk::write(&place, capabilities.to_string())?;
    let runner = tools::companion(&tools::WASM_BINDGEN, "wasm-bindgen-test-runner")?;
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner).env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", place);
    Ok(browsers::drive(browser, command))
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
