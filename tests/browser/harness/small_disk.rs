//! A disk of the test's own, small enough to be filled. Mounting one takes root.

use super::programs::skipped;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// Enough for a browser's profile.
const SIZE: &str = "size=192m";

/// Mounted at a folder for as long as this value lives.
pub struct SmallDisk(PathBuf);

impl SmallDisk {
    /// None where this machine does not allow it.
    pub fn mount(folder: &Path) -> Option<SmallDisk> {
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", SIZE, "siganpyo-test"]).arg(folder);
        is_done(&mut mount).then(|| SmallDisk(folder.to_owned()))
    }

    /// Fills it up; call it again if a browser has deleted something since.
    pub fn fill(&self) {
        let mut filler = File::options().create(true).append(true).open(self.filler()).expect("room for a name");
        // In large pieces first, then in pages of memory, until not even one of those fits.
        for piece in [1 << 20, 1 << 12] {
            while filler.write_all(&vec![0; piece]).is_ok() {}
        }
    }

    pub fn make_room(&self) {
        fs::remove_file(self.filler()).expect("it was filled");
    }

    fn filler(&self) -> PathBuf {
        self.0.join("filler")
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Lazily, since a browser that is about to end may still have files open.
        is_done(Command::new("umount").arg("--lazy").arg(&self.0));
    }
}

/// Whether disks can be mounted here; says so where not. Tried once: two tests that try at a time take each other's folder away.
pub fn small_disk_is_here() -> bool {
    static HERE: OnceLock<bool> = OnceLock::new();
    *HERE.get_or_init(|| {
        let folder = std::env::temp_dir().join(format!("siganpyo-disk-{}", std::process::id()));
        let _ = fs::create_dir_all(&folder);
        let here = SmallDisk::mount(&folder).is_some();
        let _ = fs::remove_dir(&folder);
        if !here {
            skipped("a disk that is really full: mounting one takes root");
        }
        here
    })
}

fn is_done(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}
