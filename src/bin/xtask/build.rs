//! The built app: Trunk does it, with `prepare` and `finish` as its hooks, so that `trunk build` alone does the same.

use crate::failure::Failure;
use crate::step;
use crate::tools;
use std::path::Path;
use std::process::Command;

/// Where a build is put, relative to the repository.
pub const DIST: &str = "dist";

/// Builds the app for the given public URL into the folder.
pub fn build(root: &Path, public_url: &str, dist: &Path) -> Result<(), Failure> {
    let trunk = tools::ensure(&tools::TRUNK)?;
    let mut command = Command::new(trunk);
    command.args(["build", "--release", "--public-url", public_url, "--dist"]).arg(dist).current_dir(root);
    // Trunk takes NO_COLOR for a switch of its own and stops at its usual value.
    command.env_remove("NO_COLOR");
    let name = format!("build the app for {public_url} (minutes at first, then half a minute)");
    step::run(&name, &mut command, "the messages above name the file; mend it and run the same command again")
}
