//! The messages of the library. A separate catalogue, since the page of a first visit does not need it.

use super::Refusal;
use super::column::Column;
use crate::program::Date;
use crate::program::versions::Doubt;

/// The data in a message about a doubtful new version.
#[derive(Debug, Clone, Copy)]
pub struct Edition<'a> {
    /// The version it states.
    pub version: &'a str,
    /// The number of sessions.
    pub sessions: usize,
}

/// The messages in one language.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in the folders ko and en")]
pub struct LibraryMessages {
    pub about: &'static str,
    pub built_in: &'static str,
    pub in_use: &'static str,
    pub use_this: &'static str,
    /// The date of a version, or what the publisher calls it
    pub as_of: fn(date: &str) -> String,
    pub version: fn(&str) -> String,
    /// The first and the last day, with the year
    pub dates: fn(Date, Date) -> String,
    /// When its source was last checked for updates
    pub looked: fn(when: &str) -> String,
    pub look: &'static str,
    pub looking: &'static str,
    // The result of a check that the person asked for
    pub up_to_date: &'static str,
    pub renewed: &'static str,
    pub no_answer: &'static str,
    pub kept_old: fn(reason: &str) -> String,
    pub source_late: &'static str,
    pub other_conference: fn(title: &str) -> String,
    pub rename: &'static str,
    pub new_name: fn(title: &str) -> String,
    pub rename_done: &'static str,
    pub remove: &'static str,
    /// With the number of entries of its plan
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
    /// The site may not allow it, or not answer: a browser does not tell which
    pub address_silent: fn(host: &str) -> Refusal,
    pub address_refused: fn(host: &str, status: u16) -> Refusal,
    pub address_late: fn(host: &str) -> Refusal,
    pub linked_offline: fn() -> Refusal,
    pub use_mirror: fn(host: &str) -> String,
    /// Above what to write to a site that does not let other sites read its file
    pub ask_site_about: &'static str,
    pub ask_site: fn(address: &str) -> String,
    pub copy_sentence: &'static str,
    pub sentence_copied: &'static str,
    pub open_in_tab: &'static str,
    /// With its number of bytes, or one more than the limit if the download was stopped, and the limit
    pub too_large: fn(bytes: usize, limit: usize) -> Refusal,
    pub file_unreadable: fn() -> Refusal,
    pub no_room_for_file: fn() -> Refusal,
    /// Offline, before the part of the app that reads files was downloaded
    pub reader_missing: fn() -> Refusal,
    /// The same of the part that takes spreadsheets apart
    pub sheets_missing: fn() -> Refusal,
    pub nothing_shared: fn() -> Refusal,

    // Handed over by another app or site
    pub handed_over: &'static str,
    pub handed_about: &'static str,
    /// Used instead of the name of a file
    pub handed_text: &'static str,
    pub size: fn(bytes: usize) -> String,
    pub from_site: fn(site: &str) -> String,
    pub from_device: &'static str,
    pub from_unknown: &'static str,
    pub open_handed: &'static str,
    pub fetch_handed: fn(host: &str) -> String,

    /// With the kilobytes downloaded so far
    pub fetching: fn(kilobytes: u32) -> String,
    pub reading: &'static str,
    pub cancel: &'static str,

    // Making a site
    pub publish: &'static str,
    /// The part of the app that makes sites is not here, or stopped
    pub publisher_missing: fn() -> Refusal,

    // Questions
    pub zone_needed: fn() -> Refusal,
    /// A zone that the file suggests, or that the device is in
    pub zone_offer: fn(zone: &str, is_likely: bool, is_here: bool) -> String,
    pub zone_again: &'static str,
    pub zone_name: &'static str,
    pub zone_use: &'static str,
    pub day_needed: fn() -> Refusal,
    pub first_day: &'static str,
    pub first_day_hint: &'static str,
    pub day_use: &'static str,
    pub day_again: &'static str,
    /// Above the first sessions, as they read with the day that was chosen
    pub begins_so: &'static str,
    pub begins_with_nothing: &'static str,
    pub list_needed: fn() -> Refusal,
    /// The name of a list in the file, with its number of entries
    pub list_offer: fn(path: &str, entries: usize) -> String,
    pub list_again: &'static str,
    /// Of structured data, where a table has columns
    pub fields: &'static str,
    pub fields_about: &'static str,
    /// Where no field is known to be the start
    pub fields_missing: &'static str,
    pub columns: &'static str,
    pub columns_about: &'static str,
    /// The meaning of a table's column; `None` if it is not used
    pub column: fn(Option<Column>) -> &'static str,

    // A refused file
    pub report_about: &'static str,
    pub report_shown: &'static str,
    pub report: &'static str,
    pub report_copied: &'static str,

    // Before the program is kept
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

    // Calendars
    pub plan_found: &'static str,
    pub add_entries: &'static str,
    pub entries_added: fn(usize) -> String,
    pub subscribe: &'static str,
    pub subscribe_all: &'static str,
    pub subscribe_parts: &'static str,

    // After the page crashed
    pub not_opened: fn(title: &str) -> Refusal,
    pub version_not_opened: fn(title: &str) -> Refusal,
    pub look_again: &'static str,
    /// Why a version was not used, for [`LibraryMessages::kept_old`]
    pub deadly: &'static str,

    // The program that came with the app before
    pub taken_along: fn(title: &str) -> String,
    pub may_be_former: fn(title: &str) -> Refusal,
    pub take_along: &'static str,
    pub keep_separate: &'static str,

    // A program on trial, and what could not be kept
    /// Another one could not be opened
    pub still_on_trial: fn(title: &str) -> Refusal,
    pub show_preview: &'static str,
    pub on_trial: fn(title: &str) -> Refusal,
    pub too_big_to_keep: fn() -> Refusal,
}
