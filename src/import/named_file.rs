//! A file with its name, where several make one program.

/// One of several files with the parts of one program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedFile {
    /// Its name, perhaps with folders.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl NamedFile {
    /// Returns the name without folders and without the ending.
    pub fn stem(&self) -> &str {
        let name = self.name.rsplit(['/', '\\']).next().unwrap_or_default();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }
}
