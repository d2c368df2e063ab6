//! What is said where a program is searched and filtered. A catalogue of its own, since that code arrives after the page.

use super::Refusal;
use crate::program::Kind;

/// The texts of one language.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in the folders ko and en")]
pub struct FindMessages {
    pub day: &'static str,
    pub track: &'static str,
    pub room: &'static str,
    pub language: &'static str,
    pub kind: &'static str,
    pub level: &'static str,
    pub my_plan: &'static str,
    /// The choice of sessions at whose time nothing of the plan is
    pub fits_plan: &'static str,
    /// The choice of sessions of which the program does not say it
    pub not_stated: &'static str,
    pub kind_name: fn(&Kind) -> &str,
    pub searched: fn(query: &str) -> String,
    /// Beside what stands of a session while its abstract is fetched
    pub abstracts_coming: &'static str,
    pub abstracts_missing: fn() -> Refusal,
    pub clear_all: &'static str,
    pub show_more: fn(usize) -> String,
    /// Behind the last of very many choices
    pub too_many_choices: fn(usize) -> String,
    /// Above rooms by time, where a day has more sessions than can be drawn
    pub too_many_to_draw: fn(usize) -> String,
    pub nothing_found: &'static str,
    /// How much there would be without the part that hurts most
    pub hurts: fn(name: &str, sessions: usize) -> String,
    pub drop_part: fn(name: &str) -> String,
    /// The button that shows what is over, and the one that folds it away
    pub show_past: fn(usize) -> String,
    pub fold_past: &'static str,
    /// The button that leads to the present moment
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
    /// A time on the phone's clock, beside the venue's
    pub phone_time: fn(clock: &str, zone: &str) -> String,
}
