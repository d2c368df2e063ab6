//! `cargo xtask fonts`: the fonts of the picture, cut out of what npm delivers.

use crate::disk;
use crate::failure::Failure;
use crate::step;
use std::path::Path;
use std::process::Command;

/// How the cutting is done; the lock file says from what.
const SCRIPT: &str = "src/bin/xtask/cut_fonts.mjs";
const LOCK: &str = "package-lock.json";

/// Writes `regular.otf.gz`, `bold.otf.gz` and their licence into `target/fonts`, unless they are there and up to date.
pub fn cut(root: &Path) -> Result<(), Failure> {
    let stamp = root.join("target/fonts-made-from");
    let made_from = disk::read_text(&root.join(SCRIPT))? + &disk::read_text(&root.join(LOCK))?;
    if disk::read_text(&stamp).is_ok_and(|before| before == made_from) {
        return Ok(());
    }
    let mut node = Command::new("node");
    node.arg(root.join(SCRIPT)).arg(root.join("target/fonts")).current_dir(root);
    step::run("cut the fonts", &mut node, "run `npm ci` if a package is missing; Node 20 or later is needed")?;
    disk::write(&stamp, made_from)
}
