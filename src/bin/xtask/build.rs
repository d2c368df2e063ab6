//! The built app: Trunk does it, with `prepare` and `finish` as its hooks, so that `trunk build` alone does the same.

use crate::disk;
use crate::failure::Failure;
use crate::finish;
use crate::step;
use crate::tools;
use siganpyo::messages::Language;
use siganpyo::program::Program;
use siganpyo::program::versions::{Matching, Verdict};
use std::path::Path;
use std::process::Command;

/// Where a build is put, relative to the repository.
pub const DIST: &str = "dist";

/// Builds the app for the given public URL into the folder. A faulty built-in program is refused.
pub fn build(root: &Path, public_url: &str, dist: &Path) -> Result<(), Failure> {
    run(root, public_url, dist, false)
}

/// Builds the app as [`build`] does, with what is right in a faulty built-in program.
pub fn build_leniently(root: &Path, public_url: &str, dist: &Path) -> Result<(), Failure> {
    run(root, public_url, dist, true)
}

fn run(root: &Path, public_url: &str, dist: &Path, lenient: bool) -> Result<(), Failure> {
    let before = finish::built_before(&root.join(dist));
    // A build that fails must not leave an old one that looks like its result.
    disk::remove_folder(&root.join(dist))?;
    let program = finish::check(root, public_url, lenient)?;
    if let Some(before) = before {
        warn_of_another_id(&before, &program);
    }
    let trunk = tools::ensure(&tools::TRUNK)?;
    let mut command = Command::new(trunk);
    command.args(["build", "--release", "--public-url", public_url, "--dist"]).arg(dist).current_dir(root);
    // Trunk takes NO_COLOR for a switch of its own and stops at its usual value.
    command.env_remove("NO_COLOR");
    if lenient {
        command.env(finish::LENIENT, "1");
    }
    let name = format!("build the app for {public_url} (minutes at first, then half a minute)");
    step::run(&name, &mut command, "the messages above name the file; mend it and run the same command again")
}

/// Says so if the program is the one of the build before under another id.
fn warn_of_another_id(before: &Program, now: &Program) {
    let is_other = || Matching::of(before, now).verdict(before, now) == Verdict::OtherConference;
    if before.id != now.id && !is_other() {
        let texts = Language::FALLBACK.command_line();
        println!("warning: {}", (texts.id_differs)(before.id.as_str(), now.id.as_str()));
    }
}
