//! The messages of the plan's page. A separate catalogue, since the page of a first visit does not need it.

use super::Refusal;

/// The messages in one language.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in the folders ko and en")]
pub struct PlanMessages {
    // The page
    pub view: &'static str,
    pub as_day: &'static str,
    pub as_list: &'static str,
    pub whole: &'static str,
    /// With the total minutes of all gaps
    pub free: fn(minutes: i64) -> String,
    pub tight_changes: fn(usize) -> String,
    pub print: &'static str,
    pub calendar: &'static str,
    pub alarm: &'static str,
    pub alarm_about: &'static str,
    pub alarm_none: &'static str,
    pub alarm_before: fn(minutes: i64) -> String,
    pub alarm_way: &'static str,
    pub on_now: &'static str,
    pub next: &'static str,
    pub over: &'static str,
    pub changed: &'static str,
    pub walking: &'static str,
    pub walking_about: &'static str,
    pub walking_beside_table: &'static str,
    pub minutes: fn(i64) -> String,
    pub close: &'static str,

    // An entry
    pub open_session: &'static str,
    pub how_much: &'static str,
    pub must: &'static str,
    pub maybe: &'static str,
    pub undecided: &'static str,
    pub go_here: &'static str,
    /// The same in the answer to a tap, which names the other one
    pub go_to_new: &'static str,
    pub going: fn(title: &str) -> String,
    /// For an entry that was chosen instead of others
    pub instead: fn(others: usize) -> String,
    /// For an entry that others were chosen instead of
    pub instead_of: fn(title: &str) -> String,
    /// With the minutes available, the minutes of walking, and the entry before
    pub tight: fn(minutes: i64, needed: i64, from: &str) -> String,

    /// For entries that are drawn as one block
    pub stacked: fn(usize) -> String,
    /// After the first few of a list
    pub more: fn(usize) -> String,

    // Gaps
    pub gap_from_to: fn(from: &str, to: &str) -> String,
    pub fits_whole: &'static str,
    pub fits_partly: &'static str,
    pub nothing_fits: fn() -> Refusal,
    pub miss_beginning: fn(minutes: i64) -> String,
    pub miss_end: fn(minutes: i64) -> String,

    // Own entries
    pub own: &'static str,
    pub add_own: &'static str,
    pub edit_own: &'static str,
    pub edit: &'static str,
    pub own_title: &'static str,
    pub own_day: &'static str,
    pub own_start: &'static str,
    pub own_end: &'static str,
    pub own_place: &'static str,
    pub own_note: &'static str,
    pub own_save: &'static str,
    pub own_saved: fn(title: &str) -> String,
    pub own_untitled: fn() -> Refusal,
    pub own_no_time: fn() -> Refusal,
    pub cancel: &'static str,

    // Changes
    pub changes: fn(usize) -> String,
    pub changes_about: &'static str,
    pub before: &'static str,
    pub after: &'static str,
    pub new_overlap: fn(one: &str, other: &str, minutes: i64) -> String,
    pub confirm: &'static str,
    pub confirm_all: &'static str,
    pub confirmed: &'static str,
    pub which: &'static str,
    pub none_of_these: &'static str,
    pub settled: fn(title: &str) -> String,
    pub settled_none: fn(title: &str) -> String,
}
