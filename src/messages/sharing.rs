//! What is said of timetables that travel as links. A catalogue of its own, since the page that a first visit waits for does not
//! need it.

use super::Refusal;

/// The texts of one language.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in the folders ko and en")]
pub struct SharingMessages {
    // What is wrong with a share code
    pub not_a_code: fn() -> Refusal,
    pub code_of_later_version: fn() -> Refusal,
    pub code_damaged: fn() -> Refusal,
    pub code_of_other_program: fn() -> Refusal,

    // What an opened link holds
    pub heading: &'static str,
    /// Sessions of the link, and how many of them are in the timetable already
    pub holds: fn(title: &str, sessions: usize, mine: usize) -> String,
    pub gone: fn(sessions: usize) -> String,
    pub mine: &'static str,
    pub add: &'static str,
    pub not_now: &'static str,
    pub close: &'static str,
    pub added: fn(sessions: usize) -> String,
    /// The link is for another program of the library
    pub elsewhere: fn(title: &str) -> Refusal,
    pub show_program: &'static str,

    // A link to one's own timetable
    pub share: &'static str,
    pub own_heading: &'static str,
    pub own_about: fn(sessions: usize) -> String,
    pub link: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub copy_by_hand: &'static str,
    pub send: &'static str,
}
