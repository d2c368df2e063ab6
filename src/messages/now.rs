//! The messages of the card that says where to go now.

/// The messages in one language.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in the folders ko and en")]
pub struct NowMessages {
    /// Names the card for screen readers
    pub heading: &'static str,
    pub on: &'static str,
    pub next: &'static str,
    pub tomorrow: &'static str,
    pub left: fn(minutes: i64) -> String,
    pub starts_in: fn(minutes: i64) -> String,
    pub way: fn(minutes: i64) -> String,
    /// There is no more time than the way takes
    pub go_now: fn(minutes: i64) -> String,
    pub free: fn(minutes: i64) -> String,
    /// Nothing of the plan is on, but sessions are in this many rooms
    pub nothing_picked: fn(rooms: usize) -> String,
    /// The same where sessions have no rooms
    pub nothing_picked_of: fn(sessions: usize) -> String,
    /// Nothing at all is on
    pub nothing_on: &'static str,
    /// Nothing is on before this time of day
    pub nothing_until: fn(clock: &str) -> String,
    pub also_on: &'static str,
    pub more_on: fn(usize) -> String,
    pub days_to_go: fn(days: i64) -> String,
    pub begins: &'static str,
    pub heard: fn(sessions: usize) -> String,
    pub over: &'static str,
    pub wallpaper: &'static str,

    // The mode that fills the screen
    pub venue: &'static str,
    pub leave_venue: &'static str,
    /// What it does, and that it does so only while it is open
    pub venue_about: &'static str,
    /// The same where the browser does not keep the screen on
    pub venue_sleeps: &'static str,
    pub sound: &'static str,
    pub try_signal: &'static str,
}
