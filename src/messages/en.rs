//! English.

mod command_line;
mod desk;
mod directory;
mod embed;
mod extension;
mod file;
mod find;
mod hide;
mod import;
mod inspect;
mod library;
mod mirror;
mod now;
mod picture;
mod plan_page;
mod publish;
mod safety;
mod sharing;
mod site;
mod static_page;
mod structure;
mod studio;

pub(super) use command_line::COMMAND_LINE;
pub(super) use desk::DESK;
pub(super) use directory::DIRECTORY;
pub(super) use embed::EMBED;
pub(super) use extension::EXTENSION;
pub(super) use file::FILE;
pub(super) use find::FIND;
pub(super) use hide::HIDE;
pub(super) use import::IMPORT;
pub(super) use inspect::INSPECT;
pub(super) use library::LIBRARY;
pub(super) use mirror::MIRROR;
pub(super) use now::NOW;
pub(super) use picture::PICTURE;
pub(super) use plan_page::PLAN;
pub(super) use publish::PUBLISH;
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
    date_with_year,
    duration,

    // The frame around every page
    tab_program: "Program",
    tab_plan: "My timetable",
    tab_wallpaper: "Wallpaper",
    tab_library: "Library",
    settings: "Settings",
    back: "Back",
    loading: "Loading…",
    skip_to_content: "Skip to content",
    page_missing: || refusal("This page could not be loaded", "Go online and try again. Your picks are safe."),
    not_found: || refusal("Page not found", "Go back to the program below."),
    to_program: "Show the program",
    dismiss: "Close",
    retry: "Try again",

    // Saving
    saved: "Saved",
    ready_offline: "Ready offline",
    saving: "Saving…",
    not_saved_short: "Not saved",
    not_saved: || {
        refusal(
            "Your picks are not being saved",
            "The browser blocks it or is out of space. They will be lost when you close this page: open it in a normal window, or copy your link now.",
        )
    },
    damaged_plan: || {
        refusal(
            "Part of your saved timetable is damaged",
            "The damaged part was set aside. Everything else is here; please check that nothing is missing.",
        )
    },

    // The program
    pick: "Pick",
    picked: "Picked",
    search: "Find a session",
    filters: "Filters",
    rooms_by_time: "Grid view",
    sessions: |count| plural(count, "session", "sessions"),
    days: "Days",
    cancelled: "Cancelled",
    program_missing: || refusal("The program could not be loaded", "Go online and reload. Your picks are safe."),

    // A session
    speakers: "Speakers",
    track: "Track",
    language: "Language",
    level: "Level",
    about: "About",
    website: "View on website",
    overlaps_with_plan: "Overlaps with your timetable",
    session_missing: || {
        refusal("Session not found", "It left the program, or the address is wrong. If you picked it, My timetable still has it.")
    },

    // My timetable
    plan_empty: || refusal("No picks yet", "Tap ⊕ (Pick) on any session and it appears here, in order."),
    entries: |count| plural(count, "entry", "entries"),
    overlaps: |count| plural(count, "overlap", "overlaps"),
    overlap_with: |title, minutes| format!("{} overlap with “{}”", duration(minutes), isolated(title)),
    gap: |minutes| format!("{} free", duration(minutes)),
    change: |change| match change {
        Change::Moved => "The time has changed",
        Change::Length => "The length has changed",
        Change::Room => "The room has changed",
        Change::Retitled => "The title has changed",
        Change::Speakers => "The speakers have changed",
        Change::Cancelled => "Cancelled",
        Change::Removed => "No longer in the program; shown as last seen",
        Change::Ambiguous => "Which of these is your session?",
    },
    followed: "Re-listed; matched by title and speakers",
    returned: "Back on",
    make_wallpaper: "Make wallpaper",
    take_out: "Remove",
    taken_out: |title| format!("Removed “{title}”", title = isolated(title)),
    undo: "Undo",

    // Updates
    update_ready: "A new version is ready.",
    update_now: "Update now",

    // Export
    text_cancelled: "cancelled",
    text_removed: "no longer in the program",
};

fn date(date: Date) -> String {
    format!("{} {} {}", weekday(date.weekday()), date.day(), month(date.month()))
}

fn date_with_year(day: Date) -> String {
    format!("{} {}", date(day), day.year())
}

/// Returns the first and the last day of a conference, with the year once if it is the same.
fn dates(first: Date, last: Date) -> String {
    match last {
        last if last == first => date_with_year(first),
        last if last.year() == first.year() => format!("{} – {}", date(first), date_with_year(last)),
        last => format!("{} – {}", date_with_year(first), date_with_year(last)),
    }
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

fn weekday_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

fn month_name(month: u8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES[usize::from(month) - 1]
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
        hint: "Check that this is the schedule file and not a recording or an archive.".to_owned(),
    }
}

fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
