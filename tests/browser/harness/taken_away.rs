//! Files that are missing on the host for a while.

use std::fs;
use std::path::{Path, PathBuf};

/// Files that were taken off the host, and where they came from.
pub struct TakenAway(Vec<(PathBuf, PathBuf)>);

/// Takes every file of the folder whose path below it the test names, with its compressed siblings.
pub fn take_away(folder: &Path, which: impl Fn(&str) -> bool) -> TakenAway {
    let mut taken = Vec::new();
    for path in files_below(folder) {
        let name = path.strip_prefix(folder).expect("below it").to_string_lossy().replace('\\', "/");
        let plain = name.trim_end_matches(".br").trim_end_matches(".gz");
        if which(&name) || which(plain) {
            let place = folder.with_file_name("taken-away").join(&name);
            fs::create_dir_all(place.parent().expect("a folder")).expect("a place to keep it");
            fs::rename(&path, &place).expect("a file that can be moved");
            taken.push((place, path));
        }
    }
    assert!(!taken.is_empty(), "the build has such files");
    TakenAway(taken)
}

impl TakenAway {
    pub fn put_back(self) {
        for (place, path) in self.0 {
            fs::rename(place, path).expect("a file that can be moved");
        }
    }
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}
