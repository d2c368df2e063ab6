//! Debian's packages, which some tests need. Only root may install them.

use crate::disk;
use crate::step;
use std::process::Command;

/// Whether this is root on a system with apt-get.
pub fn can_install() -> bool {
    let is_root = step::output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    is_root && disk::find_program(&["apt-get"]).is_some()
}

/// A package command that never waits for an answer.
pub fn quiet(program: &str, arguments: &[&str], packages: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).args(packages).env("DEBIAN_FRONTEND", "noninteractive");
    command
}
