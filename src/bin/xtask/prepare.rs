//! What must be there before Trunk can build: the wasm target, tools, npm packages, fonts. Trunk's first hook.

use crate::disk;
use crate::failure::Failure;
use crate::fonts;
use crate::step;
use crate::tools;
use sha2::{Digest, Sha256};
use std::path::Path;
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";

/// Sets up whatever is missing; quick when nothing is.
pub fn prepare(root: &Path) -> Result<(), Failure> {
    wasm_target()?;
    tools::share_with_trunk()?;
    fonts(root)
}

/// The fonts, and the packages that they are cut out of.
pub fn fonts(root: &Path) -> Result<(), Failure> {
    packages(root, root)?;
    fonts::cut(root)
}

fn wasm_target() -> Result<(), Failure> {
    // Without rustup the distribution's compiler may well have the target; if not, cargo will say so.
    let Some(installed) = step::output(Command::new("rustup").args(["target", "list", "--installed"])) else { return Ok(()) };
    if installed.lines().any(|line| line == TARGET) {
        return Ok(());
    }
    step::run("add the wasm target", Command::new("rustup").args(["target", "add", TARGET]), "check the network")
}

/// `npm ci` of the manifest in one folder into another, unless it already ran for this very lock file.
pub fn packages(manifest: &Path, folder: &Path) -> Result<(), Failure> {
    let lock_file = disk::read(&manifest.join("package-lock.json"))?;
    let lock = format!("{:x}", Sha256::digest(&lock_file));
    let stamp = folder.join("node_modules/.siganpyo-lock");
    if disk::read_text(&stamp).is_ok_and(|done| done == lock) {
        return Ok(());
    }
    if folder != manifest {
        disk::write(&folder.join("package-lock.json"), lock_file)?;
        disk::write(&folder.join("package.json"), disk::read(&manifest.join("package.json"))?)?;
    }
    let hint = "Node 20 or later with npm must be installed, and the registry must be reachable";
    step::run("fetch npm packages", Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder), hint)?;
    disk::write(&stamp, lock)
}
