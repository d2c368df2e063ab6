//! `cargo xtask crowd`: a hall full of people, and a web server on one core.

use crate::build;
use crate::failure::Failure;
use crate::hosts;
use crate::step;
use std::path::Path;
use std::process::Command;

/// Builds the app, starts the servers one after another, and prints how each took the crowd.
pub fn crowd(root: &Path, people: usize) -> Result<(), Failure> {
    hosts::fetch(root);
    build::build(root, &build::Build::at("/"), Path::new(build::DIST))?;
    let mut test = Command::new("cargo");
    test.args(["test", "--test", "hosting", "crowd", "--", "--ignored", "--nocapture"]).current_dir(root);
    test.env("SIGANPYO_CROWD", people.to_string()).env("SIGANPYO_DIST_SUBPATH", build::DIST);
    step::run(&format!("{people} first visits and {people} further ones"), &mut test, "the lines above say what went wrong")
}
