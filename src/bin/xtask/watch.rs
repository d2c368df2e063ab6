//! `cargo xtask watch`: serves the app, builds it again whenever a file was saved, and reloads the page. Trunk does all of it.

use crate::failure::Failure;
use crate::step;
use crate::tools;
use std::path::Path;
use std::process::Command;

/// Not `dist`, since this build is not for publishing: it is not optimised, and has no policy and no service worker.
const DIST: &str = "target/watched";
const WATCHED: [&str; 3] = ["src", "style", "public"];

/// Builds and serves until it is stopped.
pub fn watch(root: &Path, port: u16) -> Result<(), Failure> {
    let mut command = Command::new(tools::ensure(&tools::TRUNK)?);
    command.args(["serve", "--port", &port.to_string(), "--dist", DIST]).current_dir(root);
    command.args(WATCHED.map(|folder| ["--watch", folder]).concat());
    // Trunk takes NO_COLOR for a switch of its own and stops at its usual value.
    command.env_remove("NO_COLOR");
    let name = format!("build and watch (minutes at first); then http://127.0.0.1:{port}, stop with Ctrl+C");
    step::run(&name, &mut command, "the messages above say what stopped it; another port can be chosen with --port")
}
