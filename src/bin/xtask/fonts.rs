//! `cargo xtask fonts`: the fonts of the picture, cut out of what npm delivers.

use crate::disk;
use crate::failure::Failure;
use crate::step;
use std::path::Path;
use std::process::Command;

/// The scripts that cut, and the folders they write to.
const SCRIPTS: [(&str, &str); 2] =
    [("src/bin/xtask/cut_fonts.mjs", "target/fonts"), ("src/bin/xtask/cut_slices.mjs", "target/fonts/slices")];
/// What they import besides each other.
const PARTS: [&str; 3] = ["src/bin/xtask/cut_signs.mjs", "src/bin/xtask/cut_phrases.mjs", "src/bin/xtask/phrases/km.txt"];
/// Where the fonts are made.
pub const FOLDER: &str = "target/fonts";
const LOCK: &str = "package-lock.json";

/// Writes `regular.otf`, `bold.otf` and their licence into `target/fonts`, and slices for other scripts below it, unless
/// they are there and up to date.
pub fn cut(root: &Path) -> Result<(), Failure> {
    let stamp = root.join("target/fonts-made-from");
    let mut made_from = disk::read_text(&root.join(LOCK))?;
    for script in SCRIPTS.iter().map(|(script, _)| script).chain(&PARTS) {
        made_from += &disk::read_text(&root.join(script))?;
    }
    if disk::read_text(&stamp).is_ok_and(|before| before == made_from) {
        return Ok(());
    }
    // Otherwise the build would also publish files that only an earlier version made.
    disk::remove_folder(&root.join(FOLDER))?;
    for (script, folder) in SCRIPTS {
        let mut node = Command::new("node");
        node.arg(root.join(script)).arg(root.join(folder)).current_dir(root);
        step::run("cut the fonts", &mut node, "run `npm ci` if a package is missing; Node 20 or later is needed")?;
    }
    disk::write(&stamp, made_from)
}
