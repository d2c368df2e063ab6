//! The builds before this one, of which phones may still have the files.

use crate::disk;
use crate::failure::Failure;
use serde_json::json;
use siganpyo::publish::Files;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// How many are remembered. Who has an older one fetches whole files.
const BUILDS: usize = 3;

/// Their paths and hashes, the oldest build first.
const LIST: &str = "builds.json";

/// Files of a build: by their paths, the hashes of their bytes.
pub type Build = BTreeMap<String, String>;

/// A folder with the files of some builds, each once, named after its hash.
pub struct Earlier {
    folder: PathBuf,
    builds: Vec<Build>,
}

impl Earlier {
    /// What is in the folder. Without a list in it there is nothing to remember, and no build fails.
    pub fn open(folder: &Path) -> Earlier {
        let list = disk::read_text(&folder.join(LIST)).unwrap_or_default();
        Earlier { folder: folder.to_owned(), builds: serde_json::from_str(&list).unwrap_or_default() }
    }

    /// The latest builds before this one, the newest first. The same files built again are no other build.
    pub fn before(&self, build: &Build) -> impl Iterator<Item = &Build> {
        self.builds.iter().rev().filter(move |earlier| *earlier != build).take(BUILDS)
    }

    /// The bytes of a file, if they are still there.
    pub fn bytes(&self, hash: &str) -> Option<Vec<u8>> {
        disk::read(&self.folder.join(hash)).ok()
    }

    /// Remembers this build for those that follow, and forgets the oldest.
    pub fn remember(&self, build: &Build, site: &Files) -> Result<(), Failure> {
        let mut builds: Vec<&Build> = self.before(build).collect();
        builds.reverse();
        builds.push(build);
        for (path, hash) in build {
            disk::write(&self.folder.join(hash), site.bytes(path)?)?;
        }
        disk::write(&self.folder.join(LIST), format!("{:#}\n", json!(builds)))?;
        let kept: BTreeSet<&str> = builds.iter().flat_map(|build| build.values()).map(String::as_str).chain([LIST]).collect();
        let forgotten = disk::files_below(&self.folder)?.into_iter().filter(|name| !kept.contains(name.as_str()));
        forgotten.map(|name| self.folder.join(name)).try_for_each(|path| disk::remove(&path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(hash: &str) -> Build {
        [("app.wasm".to_owned(), hash.to_owned()), ("font.otf".to_owned(), "font".to_owned())].into()
    }

    #[test]
    fn the_three_builds_before_are_remembered_and_no_others() {
        let folder = std::env::temp_dir().join(format!("siganpyo-earlier-{}", std::process::id()));
        assert_eq!(Earlier::open(&folder).before(&build("1")).count(), 0, "nothing was built before");
        let site = Files::from_iter([("app.wasm", "code"), ("font.otf", "shapes")]);
        for hash in ["1", "2", "2", "3", "4", "5", "4"] {
            Earlier::open(&folder).remember(&build(hash), &site).unwrap();
        }
        let earlier = Earlier::open(&folder);
        assert!(earlier.before(&build("6")).eq(&[build("4"), build("5"), build("3")]));
        assert!(earlier.before(&build("4")).eq(&[build("5"), build("3"), build("2")]), "itself is not before it");
        assert_eq!(disk::files_below(&folder).unwrap(), ["2", "3", "4", "5", LIST, "font"]);
        assert_eq!((earlier.bytes("5").as_deref(), earlier.bytes("1")), (Some("code".as_bytes()), None));
        disk::write(&folder.join(LIST), "[").unwrap();
        assert_eq!(Earlier::open(&folder).before(&build("1")).count(), 0, "a broken list is none");
        disk::remove_folder(&folder).unwrap();
    }
}
