//! `cargo xtask deny`: checks all dependencies by the rules in `.cargo/deny.toml`.

use crate::failure::Failure;
use crate::step;
use crate::tools;
use std::path::Path;
use std::process::Command;

/// Checks licences, duplicates and sources, and known vulnerabilities if their list can be fetched.
pub fn deny(root: &Path) -> Result<(), Failure> {
    let tool = tools::ensure(&tools::CARGO_DENY)?;
    let deny = |arguments: &[&str]| {
        let mut command = Command::new(&tool);
        // Where the list is out of reach, git must not ask for a name and a password.
        command
            .args(["--locked", "--workspace", "--config", ".cargo/deny.toml"])
            .args(arguments)
            .current_dir(root)
            .env("GIT_TERMINAL_PROMPT", "0");
        command
    };
    let hint = "the lines above name the crate; do without it, or say in .cargo/deny.toml why it may stay";
    let known = ["check", "--hide-inclusion-graph", "licenses", "bans", "sources"];
    step::run("licences, duplicates and sources of all dependencies", &mut deny(&known), hint)?;
    if step::run("fetch the list of known faults (RustSec)", &mut deny(&["fetch", "db"]), "").is_err() {
        step::announce(
            "NOT CHECKED: known faults of dependencies. The list is at github.com/RustSec/advisory-db, out of reach from here",
        );
        return Ok(());
    }
    let advice = ["check", "advisories"];
    let hint = "take a version in which it is mended, or say in .cargo/deny.toml why it does not concern us";
    step::run("known faults of dependencies", &mut deny(&advice), hint)
}
