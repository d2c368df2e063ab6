//! What the library says. A catalogue of its own, since the page that a first visit waits for does not need it.

use super::Refusal;
use super::column::Column;
use crate::program::versions::Doubt;

/// What a doubt about a new version is put in words with.
#[derive(Debug, Clone, Copy)]
pub struct Edition<'a> {
    /// What it calls its version.
    pub version: &'a str,
    /// How many sessions it has.
    pub sessions: usize,
}

/// The texts of one language.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in the folders ko and en")]
pub struct LibraryMessages {
    pub about: &'static str,
    pub built_in: &'static str,
    pub in_use: &'static str,
    pub use_this: &'static str,
    pub version: fn(&str) -> String,
    /// When its source was last looked at
    pub looked: fn(when: &str) -> String,
    pub look: &'static str,
    pub looking: &'static str,
    pub kept_old: fn(reason: &str) -> String,
    pub source_late: &'static str,
    pub other_conference: fn(title: &str) -> String,
    pub rename: &'static str,
    pub new_name: fn(title: &str) -> String,
    pub rename_done: &'static str,
    pub remove: &'static str,
    /// With how many entries its plan has
    pub remove_ask: fn(title: &str, entries: usize) -> Refusal,
    pub removed: fn(title: &str) -> String,
    pub not_removed: fn() -> Refusal,

    // Ways in
    pub open: &'static str,
    pub open_about: &'static str,
    pub open_file: &'static str,
    pub drop_or_paste: &'static str,
    pub address: &'static str,
    pub open_address: &'static str,
    pub not_an_address: fn(text: &str) -> Refusal,
    /// The site may forbid it, or not answer: a browser does not tell which
    pub address_silent: fn(host: &str) -> Refusal,
    pub address_refused: fn(host: &str, status: u16) -> Refusal,
    pub address_late: fn(host: &str) -> Refusal,
    pub open_in_tab: &'static str,
    /// With its bytes, or one more than are read where it was not waited for all of them, and how many are read
    pub too_large: fn(bytes: usize, limit: usize) -> Refusal,
    pub file_unreadable: fn() -> Refusal,
    pub nothing_shared: fn() -> Refusal,

    // What another app or a site handed over
    pub handed_over: &'static str,
    pub handed_about: &'static str,
    /// In place of the name of a file
    pub handed_text: &'static str,
    pub size: fn(bytes: usize) -> String,
    pub from_site: fn(site: &str) -> String,
    pub from_device: &'static str,
    pub from_unknown: &'static str,
    pub open_handed: &'static str,
    pub fetch_handed: fn(host: &str) -> String,

    /// With the kilobytes that have arrived
    pub fetching: fn(kilobytes: u32) -> String,
    pub reading: &'static str,
    pub cancel: &'static str,

    // Questions
    pub zone_needed: fn() -> Refusal,
    pub zone_of_device: fn(zone: &str) -> String,
    pub zone_name: &'static str,
    pub zone_use: &'static str,
    pub columns: &'static str,
    pub columns_about: &'static str,
    /// What a column of a table is taken for; none where it is not used
    pub column: fn(Option<Column>) -> &'static str,

    // Before it is kept
    pub preview: &'static str,
    pub rooms: fn(usize) -> String,
    pub day_count: fn(usize) -> String,
    pub zone_is: fn(zone: &str) -> String,
    pub first_session: fn(when: &str, title: &str) -> String,
    pub shift: &'static str,
    pub earlier: &'static str,
    pub later: &'static str,
    pub shifted: fn(minutes: i64) -> String,
    pub warnings: fn(usize) -> String,
    pub newer_version: fn(title: &str) -> String,
    pub same_version: fn(title: &str) -> String,
    /// Another conference has its id
    pub namesake: fn(title: &str) -> String,
    pub changed_sessions: fn(usize) -> String,
    pub doubt: fn(Doubt, kept: Edition<'_>, new: Edition<'_>) -> Refusal,
    pub keep: &'static str,
    pub keep_anyway: &'static str,
    pub replace: &'static str,
    pub keep_beside: &'static str,
    pub discard: &'static str,
    pub opened: fn(title: &str, sessions: usize) -> String,

    // What the page died of
    pub not_opened: fn(title: &str) -> Refusal,
    pub version_not_opened: fn(title: &str) -> Refusal,
    pub look_again: &'static str,
    /// Why a version was not taken, for [`LibraryMessages::kept_old`]
    pub deadly: &'static str,

    // On trial, and what could not be kept
    pub on_trial: fn(title: &str) -> Refusal,
    pub too_big_to_keep: fn() -> Refusal,
}
