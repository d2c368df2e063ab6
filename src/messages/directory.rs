//! The messages of finding a conference in a directory.

use crate::program::Date;

/// The messages in one language.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in the folders ko and en")]
pub struct DirectoryMessages {
    pub heading: &'static str,
    /// Names the search field
    pub search: &'static str,
    pub all: fn(programs: usize) -> String,
    pub found: fn(programs: usize) -> String,
    pub none_found: fn(typed: &str) -> String,
    /// With how many are shown
    pub first_shown: fn(shown: usize, programs: usize) -> String,
    pub show_more: fn(programs: usize) -> String,
    pub running: &'static str,
    /// The file is a copy on this host
    pub copied_from: fn(host: &str) -> String,
    pub in_library: &'static str,
    /// Month and year, as people search for them
    pub month: fn(Date) -> String,
}
