//! `cargo xtask fonts`: the fonts of the picture, cut out of what npm delivers.

use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

/// How the cutting is done; npm's manifest says from what.
const SCRIPT: &str = "src/bin/xtask/cut_fonts.mjs";
const MANIFEST: &str = "package.json";

/// Writes `regular.otf.gz`, `bold.otf.gz` and their licence into `target/fonts`, unless they are there and up to date.
///
/// # Errors
///
/// Node or its packages are missing, or a file cannot be read or written.
pub fn cut(root: &Path) -> io::Result<()> {
    let folder = root.join("target/fonts");
    let stamp = folder.join("made-from");
    let made_from = fs::read_to_string(root.join(SCRIPT))? + &fs::read_to_string(root.join(MANIFEST))?;
    if fs::read_to_string(&stamp).is_ok_and(|before| before == made_from) {
        return Ok(());
    }
    let status = Command::new("node").arg(root.join(SCRIPT)).arg(&folder).current_dir(root).status()?;
    if !status.success() {
        return Err(io::Error::other("the fonts could not be cut; if packages are missing, run `npm ci` first"));
    }
    fs::write(stamp, made_from)
}
