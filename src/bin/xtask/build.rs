//! The built app: Trunk does it, with `prepare` and `finish` as its hooks, so that `trunk build` alone does the same.

use crate::failure::Failure;
use crate::step;
use crate::tools;
use std::path::Path;
use std::process::Command;

/// Where a build is put, relative to the repository.
pub const DIST: &str = "dist";

/// Set for a build that accepts a built-in program with faults.
pub const LENIENT: &str = "SIGANPYO_LENIENT";

/// Builds the app for the given public URL into the folder. A faulty built-in program is refused.
pub fn build(root: &Path, public_url: &str, dist: &Path) -> Result<(), Failure> {
    run(root, public_url, dist, false)
}

/// Builds the app as [`build`] does, with what is right in a faulty built-in program.
pub fn build_leniently(root: &Path, public_url: &str, dist: &Path) -> Result<(), Failure> {
    run(root, public_url, dist, true)
}

fn run(root: &Path, public_url: &str, dist: &Path, lenient: bool) -> Result<(), Failure> {
    let trunk = tools::ensure(&tools::TRUNK)?;
    let mut command = Command::new(trunk);
    command.args(["build", "--release", "--public-url", public_url, "--dist"]).arg(dist).current_dir(root);
    // Trunk takes NO_COLOR for a switch of its own and stops at its usual value.
    command.env_remove("NO_COLOR");
    if lenient {
        command.env(LENIENT, "1");
    }
    let name = format!("build the app for {public_url} (minutes at first, then half a minute)");
    step::run(&name, &mut command, "the messages above name the file; mend it and run the same command again")
}
