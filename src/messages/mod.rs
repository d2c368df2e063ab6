//! The message catalogue: every text that a person reads, in every language.
//!
//! A message is a field of [`Messages`], so a language that lacks one does not compile. Messages with something to fill in
//! are functions, since plurals, particles and word order differ. Another language is one more file beside `ko.rs` and
//! `en.rs` and one more variant of [`Language`].

pub mod command_line;
pub mod import;

mod en;
mod ko;
mod particle;

use crate::program::Date;

/// A language that the catalogue is complete in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// Korean.
    Korean,
    /// English.
    English,
}

impl Language {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Language; 2] = [Language::Korean, Language::English];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Korean => "ko",
            Language::English => "en",
        }
    }

    /// The language that a tag such as `ko-KR` or a POSIX locale such as `ko_KR.UTF-8` asks for.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.split(['-', '_', '.']).next()?;
        Language::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }

    /// The catalogue in this language.
    pub fn messages(self) -> &'static Messages {
        match self {
            Language::Korean => &ko::KOREAN,
            Language::English => &en::ENGLISH,
        }
    }
}

/// A refusal or failure in words: what could not be done and why, and what the person can do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What could not be done, the value, the rule.
    pub message: String,
    /// What to do next.
    pub hint: String,
}

/// The texts of one language. Groups follow the screens.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in ko.rs and en.rs")]
pub struct Messages {
    pub language_name: &'static str,

    // Dates and durations
    /// `8월 18일 (토)`
    pub date: fn(Date) -> String,
    /// `1시간 20분`, from whole minutes
    pub duration: fn(i64) -> String,

    // A program file that cannot be read
    pub not_json: fn(line: usize, column: usize) -> Refusal,
    pub not_a_program: fn(found: &str) -> Refusal,
    pub not_a_plan: fn(found: &str) -> Refusal,
    pub broken_program: fn(place: &str, rule: Rule) -> Refusal,

    // Export
    pub text_cancelled: &'static str,
    pub text_removed: &'static str,
    pub not_a_code: fn() -> Refusal,
    pub code_of_later_version: fn() -> Refusal,
    pub code_damaged: fn() -> Refusal,
    pub code_of_other_program: fn() -> Refusal,
}

/// The rule of the program format that a file breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// An id or a title is empty.
    Empty,
    /// Two things of one kind have this id.
    Repeated(String),
    /// Something names a room, track or day that is not there.
    Unknown(String),
    /// Not an RFC 3339 date-time with offset, or not a date.
    NotATime(String),
    /// Ends before it starts.
    EndsBeforeStart,
    /// A colour is not written as `#rrggbb`.
    NotAColor(String),
}
