//! `cargo xtask bench`: measures importing, and painting a picture: natively, in the worker, and with other JavaScript libraries. It
//! only prints; no test asserts a time.

use crate::browsers;
use crate::build;
use crate::disk;
use crate::failure::Failure;
use crate::finish;
use crate::fonts;
use crate::prepare;
use crate::step;
use std::path::{Path, PathBuf};
use std::process::Command;

const HINT: &str = "the lines above say what went wrong";

/// The same twelve picks as in tests/browser/journeys/bench.rs.
const PICKS: (usize, usize) = (4, 12);

/// The package.json of the libraries to compare with. Nothing else installs them.
const PEERS: &str = "tests/peers";

/// The size of the schedule that is made up for importing, and the one that FOSDEM published, if it is on this machine.
const SCHEDULE_BYTES: usize = 2_000_000;
const FOSDEM: &str = "frab-xml/fosdem-2025.xml";

/// Builds the app and measures.
pub fn bench(root: &Path) -> Result<(), Failure> {
    import(root)?;
    build::build(root, &build::Build::at("/"), Path::new(build::DIST))?;
    step::run("picture, natively (12 picks, 1179x2556, median of 15)", &mut native(root)?, HINT)?;
    step::run("the same natively, beside Vello CPU", &mut native_peer(root)?, HINT)?;
    peers(root)?;
    let mut browser = Command::new("cargo");
    browser.args(["test", "--test", "browser", "bench", "--", "--ignored", "--nocapture", "--test-threads=1"]).current_dir(root);
    step::run("picture, in the worker and beside its peers", browsers::drive(&browsers::browser()?, &mut browser), HINT)
}

/// Bundles the page that draws the same picture with other libraries.
fn peers(root: &Path) -> Result<(), Failure> {
    let (source, made) = (root.join(PEERS), root.join("target/peers"));
    prepare::packages(&source, &made)?;
    let modules = made.join("node_modules");
    let mut bundle = Command::new(modules.join(".bin/esbuild"));
    bundle.arg(source.join("peers.js")).args([
        "--bundle",
        "--format=esm",
        "--minify",
        "--loader:.wasm=file",
        "--log-level=warning",
    ]);
    bundle.arg(format!("--outdir={}", made.join("page").display())).env("NODE_PATH", modules);
    step::run("bundle the peers", &mut bundle, HINT)?;
    disk::write(&made.join("page/index.html"), disk::read(&source.join("page.html"))?)
}

/// Measures importing alone.
pub fn import(root: &Path) -> Result<(), Failure> {
    let made = root.join("target/bench.xml");
    disk::write(&made, schedule(&disk::read_text(&root.join("tests/fixtures/import/hub.xml"))?))?;
    let shared = std::env::var_os("SIGANPYO_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let published = shared.join("programs").join(FOSDEM);
    for file in [made, published].into_iter().filter(|file| file.is_file()) {
        let mut command = siganpyo(root, "en");
        command.arg("import").arg(&file).args(["--timings", "--time-zone", "Europe/Brussels", "-o"]);
        command.arg(root.join("target/bench.json"));
        step::run(&format!("import {}, natively (goal: 150 ms, 12 times the file)", file.display()), &mut command, HINT)?;
    }
    Ok(())
}

/// A schedule of that size: one event many times, each time with another id.
fn schedule(fixture: &str) -> String {
    let start = fixture.find("<event").unwrap_or_default();
    let end = fixture.find("</event>").map_or(fixture.len(), |end| end + "</event>".len());
    let (head, event, tail) = (&fixture[..start], &fixture[start..end], &fixture[end..]);
    let copies = (0..SCHEDULE_BYTES / event.len().max(1)).map(|copy| event.replace("guid=\"", &format!("guid=\"{copy}-")));
    format!("{head}{}{tail}", copies.collect::<String>())
}

fn siganpyo(root: &Path, language: &str) -> Command {
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--profile", "native", "--bin", "siganpyo", "--", "--lang", language]).current_dir(root);
    command
}

fn native(root: &Path) -> Result<Command, Failure> {
    let (path, picks) = picked(root)?;
    let mut command = siganpyo(root, "ko");
    command.arg("wallpaper").arg(path).args(["--screen", "1179x2556", "--timings", "-o"]);
    command.arg(root.join("target/bench.png"));
    for id in &picks {
        command.args(["--pick", id]);
    }
    Ok(command)
}

/// Another renderer, built apart from everything else.
fn native_peer(root: &Path) -> Result<Command, Failure> {
    let (path, picks) = picked(root)?;
    let (source, made) = (root.join(PEERS).join("native/Cargo.toml"), root.join("target/peers/native"));
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--release", "--locked", "--manifest-path"]).arg(source).arg("--target-dir").arg(made);
    command.arg("--").arg(path).arg(root.join(fonts::FOLDER)).args(picks).current_dir(root);
    Ok(command)
}

/// The program that is built in, and ids of some of its sessions.
fn picked(root: &Path) -> Result<(PathBuf, Vec<String>), Failure> {
    let content = finish::content(root, true)?;
    let picks = content.built_in().sessions.iter().step_by(PICKS.0).take(PICKS.1);
    let picks = picks.map(|session| session.id.as_str().to_owned()).collect();
    Ok((root.join("public").join(content.settings.built_in()), picks))
}
