//! The messages of the desk at which an organiser makes a site of a program. A separate catalogue, which only the publisher carries.

use super::Refusal;

/// The texts of the desk, and of the page beside a site that says how to put it on the web.
#[expect(missing_docs, reason = "each field is named after what it says; the texts stand in ko/desk.rs and en/desk.rs")]
pub struct DeskMessages {
    pub title: &'static str,
    pub about: &'static str,

    // The fields and what is said below them
    pub name: &'static str,
    pub short_name: &'static str,
    pub short_name_hint: &'static str,
    pub description: &'static str,
    pub description_hint: &'static str,
    pub languages: &'static str,
    pub languages_hint: &'static str,
    pub own_color: &'static str,
    pub color: &'static str,
    pub color_hint: &'static str,
    pub icon: &'static str,
    pub icon_hint: &'static str,
    pub drop_icon: &'static str,
    pub logo: &'static str,
    pub logo_hint: &'static str,
    pub drop_logo: &'static str,
    pub background: &'static str,
    pub background_hint: &'static str,
    pub drop_background: &'static str,
    pub pictures_not_drafted: &'static str,
    pub base: &'static str,
    pub base_hint: &'static str,
    pub domain: &'static str,
    pub domain_hint: &'static str,
    pub walking: &'static str,
    pub walking_hint: &'static str,
    pub speaker_calendars: &'static str,
    pub zone: fn(&str) -> String,
    pub before: &'static str,
    pub before_hint: &'static str,

    // The table of sessions
    pub edit: &'static str,
    pub sessions: &'static str,
    pub sessions_about: &'static str,
    pub add_session: &'static str,
    pub undo: &'static str,
    pub paste: &'static str,
    pub paste_hint: &'static str,
    pub take_rows: &'static str,
    pub pasted: fn(added: usize, corrected: usize, unchanged: usize, left_out: usize) -> String,
    pub as_program: &'static str,
    pub as_workbook: &'static str,
    pub as_table: &'static str,
    pub cell_title: &'static str,
    pub cell_date: &'static str,
    pub cell_start: &'static str,
    pub cell_end: &'static str,
    pub cell_room: &'static str,
    pub cell_track: &'static str,
    pub cell_speakers: &'static str,
    pub cell_cancelled: &'static str,
    pub cell_gone: &'static str,
    pub room_names: &'static str,
    pub track_colors: &'static str,
    pub row_unreadable: fn() -> Refusal,

    // What would come of it
    pub loading_app: fn(here: usize, all: usize) -> String,
    pub app_failed: fn() -> Refusal,
    pub load_again: &'static str,
    pub working: &'static str,
    pub preview: &'static str,
    pub on_home_screen: &'static str,
    pub beside_name: &'static str,
    pub beside_links: &'static str,
    pub wallpaper: &'static str,
    pub changes: &'static str,
    pub no_changes: &'static str,
    pub make: &'static str,
    pub made: fn(file: &str, pages: usize, bytes: usize) -> Refusal,
    pub save: &'static str,

    // What went wrong
    pub not_a_site: fn() -> Refusal,
    pub other_conference: fn(&str) -> Refusal,
    pub no_language: fn() -> Refusal,
    pub app_missing: fn() -> Refusal,

    // How to put it on the web
    pub steps: &'static str,
    pub steps_about: &'static str,
    pub hosts: [HostSteps; 6],
}

/// The steps for one kind of host.
#[expect(missing_docs, reason = "each field is named after what it says")]
pub struct HostSteps {
    pub name: &'static str,
    pub steps: [&'static str; 3],
    /// Whether the text of a workflow is part of them.
    pub has_workflow: bool,
}
