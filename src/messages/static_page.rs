//! The messages that only the static page needs, which is shown before the app has started and where it cannot run.

/// The messages of the static page.
#[expect(
    missing_docs,
    reason = "each field is named after what it says; the texts stand in ko/static_page.rs and en/static_page.rs"
)]
pub struct StaticPageMessages {
    pub app_unsupported: &'static str,
    pub rest_loading: &'static str,
    // The page of the calendars
    pub calendars: &'static str,
    pub calendars_about: &'static str,
    pub all_sessions: &'static str,
    pub tracks: &'static str,
    pub rooms: &'static str,
    pub speakers: &'static str,
    // The page of several programs
    pub start: &'static str,
    pub start_about: &'static str,
    /// With `{built}` and `{here}` for two paths.
    pub misplaced: &'static str,
    pub incomplete: &'static str,
}
