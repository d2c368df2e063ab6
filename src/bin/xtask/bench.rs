//! `cargo xtask bench`: what a picture costs, natively and in the worker. It prints; no test asserts a time.

use crate::build;
use crate::disk;
use crate::failure::Failure;
use crate::finish::shell;
use crate::step;
use crate::test;
use siganpyo::wire::program_file;
use std::path::Path;
use std::process::Command;

const HINT: &str = "the lines above say what went wrong";

/// The same twelve picks as in tests/browser/journeys/bench.rs.
const PICKS: (usize, usize) = (4, 12);

/// Builds the app and measures.
pub fn bench(root: &Path) -> Result<(), Failure> {
    build::build(root, "/", Path::new(build::DIST))?;
    step::run("picture, natively (12 picks, 1179x2556, median of 15)", &mut native(root)?, HINT)?;
    let mut browser = Command::new("cargo");
    browser.args(["test", "--test", "browser", "bench", "--", "--ignored", "--nocapture", "--test-threads=1"]).current_dir(root);
    step::run("picture, in the worker", test::drive(&test::browser()?, &mut browser), HINT)
}

fn native(root: &Path) -> Result<Command, Failure> {
    let path = root.join("public").join(shell::program_path(&disk::read_text(&root.join("src/index.html"))?)?);
    let program = program_file::read(&disk::read_text(&path)?)
        .map_err(|_| Failure::new("the built-in program cannot be read", "run `cargo xtask build`, which says why"))?;
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--profile", "paint", "--bin", "siganpyo", "--", "--lang", "ko", "wallpaper"]);
    command.arg(path).args(["--screen", "1179x2556", "--timings", "-o"]).arg(root.join("target/bench.png"));
    for session in program.sessions.iter().step_by(PICKS.0).take(PICKS.1) {
        command.args(["--pick", session.id.as_str()]);
    }
    command.current_dir(root);
    Ok(command)
}
