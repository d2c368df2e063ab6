//! The messages about directories of programs, and about mirroring one. A separate catalogue, which no browser program contains.

use super::Refusal;

/// The messages in one language.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in the folders ko and en")]
pub struct MirrorMessages {
    pub directory_fault: fn(&DirectoryFault) -> Refusal,
    /// With the number of the program in the list, from 1 on
    pub listing_fault: fn(number: usize, &ListingFault) -> Refusal,
    /// A line of a list of addresses that has none
    pub no_address_in_line: fn(line: usize, text: &str) -> Refusal,
    pub nothing_listed: fn() -> Refusal,
    /// A list that was not fetched names a file without an address
    pub beside_nothing: fn(path: &str) -> Refusal,
    pub mirrored: fn(Mirrored) -> &'static str,
    pub mirror_counts: fn(counts: &[(Mirrored, usize)]) -> String,
    pub other_conference_there: fn(before: &str) -> String,
    pub mirrored_in_doubt: fn(&str) -> String,
    pub no_longer_listed: fn(address: &str) -> String,
    pub nothing_mirrored: fn() -> Refusal,
    pub sources_failed: fn(failed: usize) -> Refusal,
    pub broken_directory_there: fn(reason: &str) -> Refusal,
}

/// What became of a program that is mirrored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mirrored {
    /// It was not there before.
    New,
    /// It replaced another version.
    Changed,
    /// It is as it was.
    Unchanged,
    /// Its source failed, and the version before stays.
    Kept,
    /// Its source failed, and there is no version of it.
    Missing,
}

impl Mirrored {
    /// All of them, in the order in which they are counted.
    pub const ALL: [Mirrored; 5] = [Mirrored::New, Mirrored::Changed, Mirrored::Unchanged, Mirrored::Kept, Mirrored::Missing];

    /// Returns the word for it in reports for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Mirrored::New => "new",
            Mirrored::Changed => "changed",
            Mirrored::Unchanged => "unchanged",
            Mirrored::Kept => "kept",
            Mirrored::Missing => "missing",
        }
    }

    /// Whether its source failed.
    pub fn is_failure(self) -> bool {
        matches!(self, Mirrored::Kept | Mirrored::Missing)
    }
}

/// Why a directory of programs cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DirectoryFault {
    /// More bytes than any directory has.
    TooLarge {
        /// What it has.
        bytes: usize,
        /// What is read.
        limit: usize,
    },
    /// The JSON is broken.
    NotJson {
        /// From 1 on.
        line: usize,
        /// From 1 on.
        column: usize,
    },
    /// It says that it is something else, or nothing.
    OtherFormat(String),
}

/// What is wrong with a program in a directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListingFault {
    /// It has no title.
    NoTitle,
    /// It has no address.
    NoAddress,
    /// Neither an address on the web nor a path beside the directory.
    BadAddress(String),
    /// No date such as 2018-08-18.
    BadDate(String),
    /// Its last day is before its first one.
    EndsBeforeStart,
    /// This program and those after it are too many.
    TooMany {
        /// What is read.
        limit: usize,
    },
}
