//! The messages of search and filters. A separate catalogue, since that code is loaded after the page.

use super::Refusal;
use crate::program::{Date, Kind};

/// The messages in one language.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in the folders ko and en")]
pub struct FindMessages {
    pub day: &'static str,
    /// `18일 (토)`, where buttons for days share a narrow row with others
    pub short_date: fn(Date) -> String,
    pub track: &'static str,
    pub room: &'static str,
    pub language: &'static str,
    pub kind: &'static str,
    pub level: &'static str,
    pub my_plan: &'static str,
    /// The choice of sessions that do not overlap with the plan
    pub fits_plan: &'static str,
    /// The choice of sessions for which the program does not state the property
    pub not_stated: &'static str,
    /// The name of a language by the primary part of its tag, such as `ko`
    pub language_name: fn(primary: &str) -> Option<&'static str>,
    pub kind_name: fn(&Kind) -> &str,
    pub searched: fn(query: &str) -> String,
    /// Shown while a session's abstract is being fetched
    pub abstracts_coming: &'static str,
    pub abstracts_missing: fn() -> Refusal,
    pub clear_all: &'static str,
    pub show_more: fn(usize) -> String,
    /// Shown after the last of very many choices
    pub too_many_choices: fn(usize) -> String,
    /// Shown above the grid if a day has more sessions than can be drawn
    pub too_many_to_draw: fn(usize) -> String,
    /// With several conditions
    pub nothing_found: &'static str,
    /// Above the sessions that are found only by what was perhaps meant
    pub shown_for: fn(meaning: &str) -> String,
    /// With nothing but a query
    pub no_results: fn(query: &str) -> String,
    /// The number of results without the filter that excludes most
    pub hurts: fn(name: &str, sessions: usize) -> String,
    pub drop_part: fn(name: &str) -> String,
    /// The button that shows past sessions, and the one that hides them
    pub show_past: fn(usize) -> String,
    pub fold_past: &'static str,
    /// The button that scrolls to the present moment
    pub now: &'static str,
    pub more_by: fn(speaker: &str) -> String,
    pub same_time: &'static str,
    pub copy_link: &'static str,
    pub link_copied: &'static str,
    pub all_day: &'static str,
    pub closer: &'static str,
    pub wider: &'static str,
    /// The column of sessions without a room
    pub no_room: &'static str,
    /// A time in the phone's time zone, next to that of the venue
    pub phone_time: fn(clock: &str, zone: &str) -> String,
}
