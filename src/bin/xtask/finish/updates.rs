//! Differences from the builds before, so that phones need not fetch a whole file of which a text has changed.

use super::difference;
use super::earlier::{Build, Earlier};
use crate::failure::Failure;
use sha2::{Digest, Sha256};
use siganpyo::publish::compress::gzip;
use siganpyo::publish::hosting::rules::{has_hash, is_worker};
use siganpyo::publish::updates::{self, Update};
use siganpyo::publish::{Files, offline};
use std::collections::BTreeSet;
use std::path::Path;

/// Smaller files are fetched as quickly as differences.
const LEAST: usize = 10_000;

/// A path and a hash.
type File<'a> = (&'a String, &'a String);

/// Adds the differences to a finished site, and remembers its files for the next one. The folder is that of all builds for this path.
pub fn write(site: &mut Files, folder: &Path) -> Result<(), Failure> {
    let build = big_files(site)?;
    let earlier = Earlier::open(folder);
    let updates = updates(site, &build, &earlier)?;
    updates::write(site, &updates)?;
    let bytes: usize = updates.iter().map(|update| update.packed.len()).sum();
    println!("{} differences from earlier builds, {bytes} bytes", updates.len());
    earlier.remember(&build, site)
}

/// What is kept offline and gains by differences. Workers are left out: the service worker takes headers from what it fetches, and
/// a policy of their own comes with their scripts.
fn big_files(site: &Files) -> Result<Build, Failure> {
    let mut files = Build::new();
    for path in offline::read(site.text("sw.js")?)? {
        let bytes = site.bytes(&path)?;
        if bytes.len() >= LEAST && !is_worker(&path) {
            files.insert(path, format!("{:x}", Sha256::digest(bytes)));
        }
    }
    Ok(files)
}

/// For each changed file, one from each earlier version of it.
fn updates(site: &Files, build: &Build, earlier: &Earlier) -> Result<Vec<Update>, Failure> {
    let mut updates = Vec::new();
    for now in build {
        let is_other = |before: &(&String, &String)| lasting(before.0) == lasting(now.0) && before.1 != now.1;
        let mut seen = BTreeSet::new();
        for before in earlier.before(build).flatten().filter(is_other).filter(|(_, hash)| seen.insert(*hash)) {
            if let Some(bytes) = earlier.bytes(before.1) {
                let update = update(before, &bytes, now, site.bytes(now.0)?);
                updates.extend(Some(update).filter(|update| 2 * update.packed.len() < sent(site, now.0)));
            }
        }
    }
    Ok(updates)
}

fn update(before: File<'_>, bytes_before: &[u8], now: File<'_>, bytes: &[u8]) -> Update {
    let difference = difference::between(bytes_before, bytes);
    let packed = gzip(&difference);
    Update {
        path: now.0.clone(),
        sha256: now.1.clone(),
        path_before: before.0.clone(),
        sha256_before: before.1.clone(),
        most: difference.len().max(packed.len()),
        packed,
    }
}

/// What of a path stays when the file changes: all but a hash in its name.
fn lasting(path: &str) -> (&str, &str) {
    match path.rsplit_once('-').filter(|_| has_hash(path)) {
        Some((name, rest)) => (name, rest.trim_start_matches(|sign: char| sign.is_ascii_hexdigit())),
        None => (path, ""),
    }
}

/// How many bytes the whole file has on its way.
fn sent(site: &Files, path: &str) -> usize {
    site.bytes(&format!("{path}.br")).or_else(|_| site.bytes(path)).map_or(0, <[u8]>::len)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk;

    /// Bytes without a pattern, others for each seed.
    fn code(seed: u32) -> Vec<u8> {
        let next = |state: &u32| Some(state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223));
        std::iter::successors(Some(seed), next).map(|state| (state >> 24) as u8).take(30_000).collect()
    }

    fn site(name: &str, code: &[u8]) -> Files {
        let script =
            format!("const FILES = [\n  [\"{name}\",\"\",0],\n  [\"small.js\",\"\",0],\n];\nconst UPDATES = []; // none\n");
        Files::from_iter([("sw.js", script.as_bytes()), (name, code), ("small.js", code.get(..9).unwrap_or_default())])
    }

    #[test]
    fn a_file_of_an_earlier_build_leads_to_this_one_if_little_has_changed() {
        let folder = std::env::temp_dir().join(format!("siganpyo-updates-{}", std::process::id()));
        let changed = [&code(1)[..], b"more"].concat();
        let build = |name: &str, code: &[u8]| {
            let mut site = site(name, code);
            write(&mut site, &folder).unwrap();
            site
        };
        let count = |site: &Files| site.paths().filter(|path| path.starts_with("updates/")).count();
        assert_eq!(count(&build("app-00000000000a.wasm", &code(1))), 0, "nothing was built before");
        let second = build("app-00000000000b.wasm", &changed);
        assert_eq!(count(&second), 1);
        assert!(second.text("sw.js").unwrap().contains("[\"app-00000000000b.wasm\",\"app-00000000000a.wasm\","));
        assert_eq!(build("app-00000000000b.wasm", &changed), second, "the same again");
        assert_eq!(count(&build("other-00000000000c.wasm", &changed)), 0, "another file");
        assert_eq!(count(&build("app-00000000000d.wasm", &code(2))), 0, "the difference would be the larger");
        disk::remove_folder(&folder).unwrap();
    }
}
