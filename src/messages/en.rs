//! English.

mod command_line;
mod file;
mod find;
mod hide;
mod import;
mod library;
mod now;
mod picture;
mod plan_page;
mod safety;
mod sharing;
mod site;
mod static_page;
mod studio;

pub(super) use command_line::COMMAND_LINE;
pub(super) use file::FILE;
pub(super) use find::FIND;
pub(super) use hide::HIDE;
pub(super) use import::IMPORT;
pub(super) use library::LIBRARY;
pub(super) use now::NOW;
pub(super) use picture::PICTURE;
pub(super) use plan_page::PLAN;
pub(super) use safety::SAFETY;
pub(super) use sharing::SHARING;
pub(super) use site::SITE;
pub(super) use static_page::STATIC_PAGE;
pub(super) use studio::STUDIO;

use super::{Messages, Refusal};
use crate::plan::Change;
use crate::program::line::isolated;
use crate::program::{Date, Weekday};

pub(super) const MESSAGES: Messages = Messages {
    tag: "en",
    language_name: "English",

    date,
    duration,

    // The frame around every page
    tab_program: "Program",
    tab_plan: "My timetable",
    tab_wallpaper: "Wallpaper",
    tab_library: "Library",
    settings: "Settings",
    back: "Back",
    loading: "Opening the program…",
    skip_to_content: "Skip to content",
    page_missing: || refusal("This page could not be loaded", "Try again where there is a connection. Your picks are safe."),
    not_found: || refusal("There is no page at this address", "Go back to the program below."),
    to_program: "Show the program",
    dismiss: "Close",
    retry: "Try again",

    // Saving
    saved: "Saved",
    saving: "Saving…",
    not_saved_short: "Not saved",
    not_saved: || {
        refusal(
            "Nothing is being saved: this browser does not allow it or is out of space",
            "Your picks are gone when you close this page. Open it in a window that is not private, or save them as a wallpaper now.",
        )
    },
    damaged_plan: || {
        refusal(
            "One stored copy of your timetable is damaged and cannot be read",
            "It was set aside, not deleted. What the other copies hold is still here: please check it.",
        )
    },

    // The program
    pick: "Pick",
    search: "Find a session",
    filters: "Filters",
    rooms_by_time: "Rooms by time",
    sessions: |count| plural(count, "session", "sessions"),
    days: "Days",
    cancelled: "Cancelled",
    program_missing: || {
        refusal("The program could not be loaded", "Open it once more where you have a connection. Your picks are untouched.")
    },

    // A session
    speakers: "Speakers",
    track: "Track",
    language: "Language",
    level: "Level",
    about: "About",
    website: "See it on the website",
    overlaps_with_plan: "Overlaps with your timetable",
    session_missing: || {
        refusal(
            "This session is not in the program",
            "The program has changed or the address is wrong. If you had picked it, My timetable still has it.",
        )
    },

    // My timetable
    plan_empty: || {
        refusal(
            "You have not picked anything yet",
            "Tap the pick button of a session you want to hear: they gather here in the order of the day.",
        )
    },
    picks: |count| plural(count, "pick", "picks"),
    overlaps: |count| plural(count, "overlap", "overlaps"),
    overlap_with: |title, minutes| format!("Overlaps “{title}” by {}", duration(minutes), title = isolated(title)),
    gap: |minutes| format!("{} free", duration(minutes)),
    change: |change| match change {
        Change::Moved => "The time has changed",
        Change::Length => "The length has changed",
        Change::Room => "The room has changed",
        Change::Retitled => "The title has changed",
        Change::Speakers => "The speakers have changed",
        Change::Cancelled => "Cancelled",
        Change::Removed => "No longer in the program; shown as last seen",
        Change::Ambiguous => "Several sessions may be this one; which is it?",
    },
    followed: "The program lists it anew; found again by its title and speakers",
    returned: "It takes place after all",
    make_wallpaper: "Make a wallpaper",
    take_out: "Remove",
    taken_out: |title| format!("Removed “{title}”", title = isolated(title)),
    undo: "Undo",

    // Updates
    update_ready: "There is a new version of the app.",
    update_now: "Change now",

    // Outside the browser that can do it
    in_app_browser: || {
        refusal(
            "In a browser inside another app your picks do not last, and nothing opens without a signal",
            "Open this page in the phone's own browser before you pick.",
        )
    },
    open_in_browser: "Open in the browser",

    // A program file that cannot be read

    // Export
    text_cancelled: "cancelled",
    text_removed: "no longer in the program",
};

fn date(date: Date) -> String {
    format!("{} {} {}", weekday(date.weekday()), date.day(), month(date.month()))
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Mon",
        Weekday::Tuesday => "Tue",
        Weekday::Wednesday => "Wed",
        Weekday::Thursday => "Thu",
        Weekday::Friday => "Fri",
        Weekday::Saturday => "Sat",
        Weekday::Sunday => "Sun",
    }
}

fn month(month: u8) -> &'static str {
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][usize::from(month) - 1]
}

fn duration(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

fn refusal(message: &str, hint: &str) -> Refusal {
    Refusal { message: message.to_owned(), hint: hint.to_owned() }
}

/// Refuses a file with more bytes than are ever read.
fn too_large(bytes: usize, limit: usize) -> Refusal {
    Refusal {
        message: format!("The file is too large: {} MB, and at most {} MB are read", bytes.div_ceil(1 << 20), limit >> 20),
        hint: "Check that this is the program and not a recording or an archive.".to_owned(),
    }
}

fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
