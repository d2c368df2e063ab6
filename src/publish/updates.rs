//! What the service worker fetches in the place of a whole file, if it has that of an earlier version: the difference between the two.

use super::offline::{SCRIPT, address};
use super::script::set;
use super::{Files, PublishError};
use serde_json::json;

const LIST: &str = "const UPDATES = ";

/// From a file of an earlier version to that of this one.
pub struct Update {
    /// Of the file in this version.
    pub path: String,
    /// Of its bytes, in hexadecimal digits.
    pub sha256: String,
    /// Of the file in the earlier version.
    pub path_before: String,
    /// Of its bytes then.
    pub sha256_before: String,
    /// What the service worker makes the one into the other with, as a gzip file.
    pub packed: Vec<u8>,
    /// How many bytes that takes, packed or not, whichever is more.
    pub most: usize,
}

impl Update {
    /// Where the difference lies: a name of its own for each pair of files, so that it may be kept for ever.
    fn place(&self) -> String {
        format!("updates/{}-{}.gz", beginning(&self.sha256_before), beginning(&self.sha256))
    }

    fn row(&self) -> String {
        json!([address(&self.path), address(&self.path_before), beginning(&self.sha256_before), self.most]).to_string()
    }
}

/// What of a hash tells files apart. Whether the outcome is the right file, the service worker sees by the whole one.
fn beginning(sha256: &str) -> &str {
    &sha256[..16]
}

/// Adds the differences to a finished site. They belong to no version: a service worker that finds none fetches whole files.
///
/// # Errors
///
/// The service worker has no line for them.
pub fn write(site: &mut Files, updates: &[Update]) -> Result<(), PublishError> {
    if updates.is_empty() {
        return Ok(());
    }
    let rows: Vec<String> = updates.iter().map(Update::row).collect();
    let script = set(site.text(SCRIPT)?, LIST, &format!("[\n  {},\n]", rows.join(",\n  ")))?;
    site.put(SCRIPT, script);
    site.extend(updates.iter().map(|update| (update.place(), update.packed.clone())));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::hosting::{kinds, rules};

    fn update(path: &str, path_before: &str) -> Update {
        let (sha256, sha256_before) = ("a".repeat(64), "b".repeat(64));
        let (path, path_before) = (path.to_owned(), path_before.to_owned());
        Update { path, sha256, path_before, sha256_before, packed: b"difference".to_vec(), most: 12 }
    }

    #[test]
    fn the_service_worker_is_told_of_each_difference() {
        let mut site = Files::from_iter([("sw.js", "a\nconst UPDATES = []; // why\nb\n")]);
        write(&mut site, &[update("app-2.wasm", "app-1.wasm"), update("index.html", "index.html")]).expect("a service worker");
        let script = site.text("sw.js").expect("text");
        let before = "b".repeat(16);
        let rows = format!("[\n  [\"app-2.wasm\",\"app-1.wasm\",\"{before}\",12],\n  [\"./\",\"./\",\"{before}\",12],\n]");
        assert_eq!(script, format!("a\nconst UPDATES = {rows};\nb\n"));
        assert_eq!(site.text("updates/bbbbbbbbbbbbbbbb-aaaaaaaaaaaaaaaa.gz").ok(), Some("difference"));
    }

    #[test]
    fn without_an_earlier_version_nothing_is_added() {
        let mut site = Files::from_iter([("sw.js", "const UPDATES = []; // why\n")]);
        let before = site.clone();
        write(&mut site, &[]).expect("nothing to do");
        assert_eq!(site, before);
    }

    #[test]
    fn hosts_send_differences_as_they_are_and_let_them_be_kept() {
        let place = update("app-2.wasm", "app-1.wasm").place();
        let rules = rules::rules(&[]);
        let caching = rules::rules_of(&rules, &place).into_iter().find(|rule| rule.header == "Cache-Control");
        assert!(caching.is_some_and(|rule| rule.value.contains("immutable")), "{place}");
        assert_eq!(kinds::media_type(&place).as_deref(), Some("application/gzip"));
    }
}
