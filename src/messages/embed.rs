//! The messages of the timetable on the conference's own page, which `embed.js` says.

/// The messages in one language, beside those that the app has too.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in ko/embed.rs and en/embed.rs")]
pub struct EmbedMessages {
    /// A language and region for which browsers write dates as the app does.
    pub locale: &'static str,
    pub today: &'static str,
    pub no_sessions: &'static str,
    /// With `{zone}` for the venue's time zone.
    pub venue_time: &'static str,
    pub failed: &'static str,
    pub unreadable: &'static str,
    pub open_app: &'static str,
}
