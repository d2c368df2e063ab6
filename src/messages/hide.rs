//! What is said where sessions and tracks are hidden. A catalogue of its own, since that code arrives after the page.

/// The texts of one language.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in the folders ko and en")]
pub struct HideMessages {
    // On a session's page
    pub hide_session: &'static str,
    pub show_session: &'static str,
    pub hide_track: fn(name: &str) -> String,
    pub show_track: fn(name: &str) -> String,
    /// Said once it is done, of a session or a track
    pub done: fn(name: &str) -> String,
    pub is_hidden: &'static str,
    pub track_is_hidden: fn(name: &str) -> String,
    /// Behind one of the two above
    pub but_picked: &'static str,

    // Under a list, and among the choices to filter by
    /// The button that leads to what is hidden
    pub see_hidden: fn(sessions: usize) -> String,
    pub hide: &'static str,
    /// The same where some are
    pub hide_more: fn(sessions: usize) -> String,
    pub tracks: &'static str,
    pub sessions: &'static str,
    /// Brings one session back
    pub show_again: fn(name: &str) -> String,
    pub show_all: &'static str,
    pub all_shown: &'static str,
    /// Of what would fit free time
    pub not_shown: fn(sessions: usize) -> String,
}
