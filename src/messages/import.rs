//! What importing a file has to say.
//!
//! A catalogue of its own, so that the page, which leaves importing to the worker, does not carry these texts.

use super::{Language, Refusal, en, ko};

/// Why a file was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// More bytes than the limit.
    TooLarge {
        /// Size of the file.
        bytes: usize,
        /// The most that is taken.
        limit: usize,
    },
    /// Nothing in it.
    Empty,
    /// Not UTF-8.
    Encoding {
        /// What it seems to be instead.
        likely: Option<&'static str>,
    },
    /// No importer recognises it.
    UnknownFormat {
        /// How it begins.
        beginning: String,
    },
    /// A table without the columns that are needed.
    Columns {
        /// What the header says.
        found: Vec<String>,
        /// Whether there is a title column.
        title: bool,
        /// Whether there is a start column.
        start: bool,
    },
    /// More sessions than the limit.
    TooManySessions {
        /// Sessions in the file.
        count: usize,
        /// The most that are taken.
        limit: usize,
    },
    /// No session that could be shown.
    NoSessions {
        /// Rows that could not be used.
        left_out: usize,
    },
    /// The file states local times and no zone.
    NoTimeZone,
    /// No zone has this name.
    UnknownTimeZone {
        /// As written.
        name: String,
        /// Known names like it.
        near: Vec<String>,
    },
}

/// Where in a file something is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// Counted from 1.
    pub line: Option<u64>,
    /// Title of the session.
    pub title: Option<String>,
}

/// What could not be taken as it stands, and what was made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// Left out: there is no title.
    NoTitle,
    /// Left out: there is no start.
    NoStart,
    /// Left out: this is not a time.
    NotAStart(String),
    /// Taken without an end: this is not a time.
    NotAnEnd(String),
    /// Taken without an end: it ends before it starts.
    EndsBeforeStart,
    /// Sessions without an end.
    NoEnd {
        /// How many.
        count: usize,
        /// Titles of the first few.
        first: Vec<String>,
    },
    /// The clock skips this time or shows it twice.
    OddTime {
        /// What was taken, RFC 3339.
        assumed: String,
    },
    /// The text was too long and was cut.
    Shortened,
    /// A link that does not lead to the web.
    UnsafeLink(String),
    /// Two sessions have one id.
    RepeatedId {
        /// The id.
        id: String,
        /// What the later session is called now.
        now: String,
    },
    /// Columns that nothing is known about.
    UnknownColumns(Vec<String>),
    /// A metadata line with an unknown key.
    UnknownKey(String),
    /// The file does not say what the program is called.
    NoProgramTitle {
        /// What it is called now.
        assumed: String,
    },
}

/// The texts of one language.
pub struct ImportMessages {
    /// A refusal in words.
    pub refusal: fn(&Problem) -> Refusal,
    /// A warning as a sentence.
    pub warning: fn(&Place, &Remark) -> String,
}

impl Language {
    /// What importing has to say in this language.
    pub fn import_messages(self) -> &'static ImportMessages {
        match self {
            Language::Korean => &ko::IMPORT,
            Language::English => &en::IMPORT,
        }
    }
}
