//! The files of a site, in memory.

use super::PublishError;
use std::collections::BTreeMap;

/// Files by their paths, with `/` between the parts and none at the beginning.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Returns whether there is a file at the path.
    pub fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// Returns the bytes of a file.
    ///
    /// # Errors
    ///
    /// There is no such file.
    pub fn bytes(&self, path: &str) -> Result<&[u8], PublishError> {
        self.0.get(path).map(Vec::as_slice).ok_or_else(|| PublishError::Missing(path.to_owned()))
    }

    /// Returns the text of a file.
    ///
    /// # Errors
    ///
    /// There is no such file, or it is not UTF-8.
    pub fn text(&self, path: &str) -> Result<&str, PublishError> {
        std::str::from_utf8(self.bytes(path)?).map_err(|_| PublishError::NotText(path.to_owned()))
    }

    /// Puts a file in its place, or another one in its place.
    pub fn put(&mut self, path: impl Into<String>, content: impl Into<Vec<u8>>) {
        self.0.insert(path.into(), content.into());
    }

    /// Takes a file away, if it is there.
    pub fn remove(&mut self, path: &str) {
        self.0.remove(path);
    }

    /// Keeps those files whose paths the function accepts.
    pub fn retain(&mut self, is_kept: impl Fn(&str) -> bool) {
        self.0.retain(|path, _| is_kept(path));
    }

    /// Returns all paths, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Returns all files, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }
}

impl<P: Into<String>, B: Into<Vec<u8>>> FromIterator<(P, B)> for Files {
    fn from_iter<T: IntoIterator<Item = (P, B)>>(files: T) -> Files {
        Files(files.into_iter().map(|(path, bytes)| (path.into(), bytes.into())).collect())
    }
}

impl<P: Into<String>, B: Into<Vec<u8>>> Extend<(P, B)> for Files {
    fn extend<T: IntoIterator<Item = (P, B)>>(&mut self, files: T) {
        self.0.extend(files.into_iter().map(|(path, bytes)| (path.into(), bytes.into())));
    }
}
