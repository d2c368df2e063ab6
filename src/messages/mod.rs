//! The message catalogue: every text of the interface, in every language.
//!
//! A message is a field of [`Messages`], so a language that lacks one does not compile. Messages with parameters are
//! functions, since plurals, particles and word order differ. Another language is one more module next to `ko` and `en`, and
//! one more line here and in `language.rs`; nothing else depends on the number of languages.
//!
//! ```
//! use siganpyo::messages::Language;
//!
//! let language = Language::from_tag("ko-KR").unwrap();
//! assert_eq!((language.messages().sessions)(2), "세션 2개");
//! assert_eq!((Language::English.messages().sessions)(1), "1 session");
//! ```

pub mod column;
pub mod command_line;
pub mod desk;
pub mod directory;
pub mod embed;
pub mod extension;
pub mod file;
pub mod find;
pub mod hide;
pub mod import;
pub mod inspect;
pub mod library;
pub mod mirror;
pub mod now;
pub mod picture;
pub mod plan_page;
pub mod publish;
pub mod safety;
pub mod sharing;
pub mod site;
pub mod static_page;
pub mod studio;

mod en;
mod ko;
mod language;
mod particle;
#[cfg(test)]
mod tests;

pub use language::Language;

use crate::plan::Change;
use crate::program::Date;

/// A refusal or failure as text: what could not be done and why, and what the user can do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What could not be done, with the value and the rule.
    pub message: String,
    /// What to do next.
    pub hint: String,
}

/// The messages in one language, grouped by screen.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in ko.rs and en.rs")]
pub struct Messages {
    pub tag: &'static str,
    pub language_name: &'static str,

    // Dates and durations
    /// `8월 18일 (토)`
    pub date: fn(Date) -> String,
    /// `2018년 8월 18일 (토)`, for a date away from its program
    pub date_with_year: fn(Date) -> String,
    /// `1시간 20분`, from whole minutes
    pub duration: fn(i64) -> String,

    // The frame around every page
    pub tab_program: &'static str,
    pub tab_plan: &'static str,
    pub tab_wallpaper: &'static str,
    pub tab_library: &'static str,
    pub settings: &'static str,
    pub back: &'static str,
    pub loading: &'static str,
    pub skip_to_content: &'static str,
    pub page_missing: fn() -> Refusal,
    pub not_found: fn() -> Refusal,
    pub to_program: &'static str,
    pub dismiss: &'static str,
    pub retry: &'static str,

    // Saving
    pub saved: &'static str,
    pub ready_offline: &'static str,
    pub saving: &'static str,
    pub not_saved: fn() -> Refusal,
    pub not_saved_short: &'static str,
    pub damaged_plan: fn() -> Refusal,

    // The program
    pub pick: &'static str,
    pub picked: &'static str,
    pub search: &'static str,
    pub filters: &'static str,
    pub rooms_by_time: &'static str,
    pub sessions: fn(usize) -> String,
    pub days: &'static str,
    pub cancelled: &'static str,
    pub program_missing: fn() -> Refusal,

    // A session
    pub speakers: &'static str,
    pub track: &'static str,
    pub language: &'static str,
    pub level: &'static str,
    pub about: &'static str,
    pub website: &'static str,
    pub overlaps_with_plan: &'static str,
    pub session_missing: fn() -> Refusal,

    // My timetable
    pub plan_empty: fn() -> Refusal,
    /// Picks and own entries
    pub entries: fn(usize) -> String,
    /// The number of times at which entries overlap
    pub overlaps: fn(usize) -> String,
    /// Begins with the minutes, since narrow places show only the beginning
    pub overlap_with: fn(title: &str, minutes: i64) -> String,
    pub gap: fn(minutes: i64) -> String,
    pub change: fn(Change) -> &'static str,
    pub followed: &'static str,
    pub returned: &'static str,
    pub make_wallpaper: &'static str,
    pub take_out: &'static str,
    pub taken_out: fn(title: &str) -> String,
    pub undo: &'static str,

    // Updates
    pub update_ready: &'static str,
    pub update_now: &'static str,

    // Export
    pub text_cancelled: &'static str,
    pub text_removed: &'static str,
}
