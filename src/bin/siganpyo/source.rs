//! Where a command reads from.

use siganpyo::program::link;
use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;

/// What an argument names that is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    Stdin,
    File(PathBuf),
    /// An address with `https:` or `http:`.
    Web(String),
}

impl From<OsString> for Source {
    fn from(argument: OsString) -> Source {
        match argument.to_str() {
            Some("-") => Source::Stdin,
            Some(address) if link::is_web(address) => Source::Web(address.to_owned()),
            _ => Source::File(argument.into()),
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Source::Stdin => f.write_str("stdin"),
            Source::File(path) => path.display().fmt(f),
            Source::Web(address) => f.write_str(address),
        }
    }
}

impl Source {
    /// The name of a file without its ending. That of an address (`export`, `schedule`) says nothing of a conference.
    pub fn stem(&self) -> Option<String> {
        let Source::File(path) = self else { return None };
        path.file_stem().map(|stem| stem.to_string_lossy().into_owned())
    }

    /// The argument as a shell reads it.
    pub fn quoted(&self) -> String {
        let text = if *self == Source::Stdin { "-".to_owned() } else { self.to_string() };
        let is_plain = text.chars().all(|letter| letter.is_alphanumeric() || "-_./:".contains(letter));
        if is_plain { text } else { format!("'{}'", text.replace('\'', r"'\''")) }
    }
}
