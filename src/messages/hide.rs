//! The messages about hiding sessions and tracks. A separate catalogue, since that code is loaded after the page.

/// The messages in one language.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in the folders ko and en")]
pub struct HideMessages {
    // On a session's page
    pub hide_session: &'static str,
    pub show_session: &'static str,
    pub hide_track: fn(name: &str) -> String,
    pub show_track: fn(name: &str) -> String,
    /// Shown after hiding a session or a track
    pub done: fn(name: &str) -> String,
    pub is_hidden: &'static str,
    pub track_is_hidden: fn(name: &str) -> String,
    /// Shown after one of the two above
    pub but_picked: &'static str,

    // Under a list, and among the choices to filter by
    /// The button that opens the list of hidden items
    pub see_hidden: fn(sessions: usize) -> String,
    pub hide: &'static str,
    /// The same if there are some
    pub hide_more: fn(sessions: usize) -> String,
    pub tracks: &'static str,
    pub sessions: &'static str,
    /// Shows one session again
    pub show_again: fn(name: &str) -> String,
    pub show_all: &'static str,
    pub all_shown: &'static str,
    /// About sessions that fit free time
    pub not_shown: fn(sessions: usize) -> String,
}
