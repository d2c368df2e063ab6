//! The messages about timetables that are shared as links. A separate catalogue, since the page of a first visit does not
//! need it.

use super::Refusal;

/// The messages in one language.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in the folders ko and en")]
pub struct SharingMessages {
    // Invalid share codes
    pub not_a_code: fn() -> Refusal,
    pub code_of_later_version: fn() -> Refusal,
    pub code_damaged: fn() -> Refusal,
    pub code_of_other_program: fn() -> Refusal,

    // The content of an opened link
    pub heading: &'static str,
    /// The number of sessions in the link, and how many of them are in the timetable already
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

    // A link to the user's own timetable
    pub share: &'static str,
    pub own_heading: &'static str,
    pub own_about: fn(sessions: usize, with_own: bool) -> String,
    /// The switch for own entries and what is hidden.
    pub send_along: fn(own: usize, hidden: usize) -> String,
    /// What a link has besides picks.
    pub came_along: fn(own: usize, hidden: usize) -> String,
    pub link: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub copy_by_hand: &'static str,
    pub send: &'static str,

    // Scanning a code
    pub scan: &'static str,
    pub scan_about: &'static str,
    pub scan_picture: &'static str,
    pub no_camera: fn() -> Refusal,
    pub camera_refused: fn() -> Refusal,
    pub no_code: fn() -> Refusal,
    pub foreign_code: fn() -> Refusal,

    // A link with a program
    pub linked_heading: &'static str,
    pub linked_from: fn(host: &str) -> String,
    pub linked_inside: &'static str,
    pub linked_known: fn(title: &str) -> String,
    pub with_picks: &'static str,
    pub open_linked: &'static str,

    // Sending one's own
    pub not_shared: fn() -> Refusal,
    pub own_file_about: fn(sessions: usize) -> String,
    pub send_file: &'static str,
    pub save_file: &'static str,
    pub scan_this: &'static str,
    pub code_of_link: &'static str,
    pub too_long_for_code: &'static str,
    /// On the home screen, from the browser
    pub carried: fn(sessions: usize) -> String,
}
