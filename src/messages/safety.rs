//! The messages in the settings about where data is stored, how safe it is, and licences. A separate catalogue, since the
//! page of a first visit does not need it.

use super::Refusal;

/// The messages in one language.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in the folders ko and en")]
pub struct SafetyMessages {
    pub appearance: &'static str,
    pub appearance_auto: &'static str,
    pub appearance_light: &'static str,
    pub appearance_dark: &'static str,
    pub ui_language: &'static str,

    // Where the picks are
    pub heading: &'static str,
    pub is_saved: &'static str,
    pub is_saving: &'static str,
    /// Followed by the text to copy
    pub is_not_saved: fn() -> Refusal,
    pub on_home_screen: &'static str,
    pub promised: &'static str,
    /// A tab of Safari
    pub seven_days: &'static str,
    pub not_promised: &'static str,
    /// The browser gives little storage, as private windows do
    pub perhaps_private: &'static str,
    pub nowhere_else: &'static str,
    pub copy_text: &'static str,
    pub copied: &'static str,
    pub problem: &'static str,
    pub problem_about: &'static str,

    // Backups
    pub backup: &'static str,
    pub backup_about: fn(title: &str) -> String,
    pub backup_empty: &'static str,
    pub backup_save: &'static str,
    pub backup_share: &'static str,
    pub backup_saved: &'static str,
    pub backup_open: &'static str,
    /// The content of the file, and how much of it is not in the timetable
    pub found: fn(picks: usize, own: usize, new: usize) -> String,
    pub join: &'static str,
    pub replace: &'static str,
    pub cancel: &'static str,
    pub joined: &'static str,
    pub replaced: &'static str,
    pub other_program: fn(id: &str, title: &str) -> Refusal,
    pub unreadable: fn() -> Refusal,
    pub too_large: fn(bytes: usize, limit: usize) -> Refusal,

    // Ready for the venue
    pub ready_heading: &'static str,
    /// With the size in megabytes and the time of the check
    pub ready: fn(megabytes: &str, clock: &str) -> String,
    pub pending: &'static str,
    /// With what is missing, in the texts of the fields below
    pub failed: fn(missing: &str) -> Refusal,
    pub part_program: &'static str,
    pub part_fonts: &'static str,
    pub part_app: &'static str,
    pub fetch: &'static str,
    /// What is ready lacks the part that reads files
    pub without_reader: &'static str,
    pub reader_not_fetched: &'static str,
    pub unsupported: &'static str,
    pub two_places_tab: &'static str,
    pub two_places_app: &'static str,

    // Licences
    pub licences: &'static str,
    /// Shows the texts
    pub notices: &'static str,
    pub notices_coming: &'static str,
    pub notices_unreachable: fn() -> Refusal,
    // On the home screen
    pub install: &'static str,
    pub install_about: &'static str,
    pub install_ios: [&'static str; 3],
    pub install_ios_carry: &'static str,

    // In a browser inside another app
    pub in_app_browser: fn(is_ios: bool) -> Refusal,
    /// The conference came from a file that does not fit into a link
    pub in_app_file: fn(is_ios: bool, has_picks: bool) -> Refusal,
    pub open_in_browser: &'static str,
    /// On the way to the home screen of an iPhone
    pub install_carries: fn(picks: usize) -> String,
}
