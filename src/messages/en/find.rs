//! English: searching and filtering.

use super::{plural, weekday};
use crate::messages::Refusal;
use crate::messages::find::FindMessages;
use crate::program::Kind;
use crate::program::line::isolated;

pub(in crate::messages) const FIND: FindMessages = FindMessages {
    day: "Day",
    short_date: |date| format!("{} {}", weekday(date.weekday()), date.day()),
    track: "Track",
    room: "Room",
    language: "Language",
    kind: "Kind",
    level: "Level",
    my_plan: "My timetable",
    fits_plan: "Fits my gaps",
    not_stated: "Not stated",
    language_name,
    kind_name: |kind| match kind {
        Kind::Talk => "Talk",
        Kind::Keynote => "Keynote",
        Kind::Workshop => "Workshop",
        Kind::Lightning => "Lightning talk",
        Kind::Social => "Social",
        Kind::Break => "Break",
        Kind::Other(word) => word,
    },
    searched: |query| format!("“{query}”"),
    abstracts_coming: "Loading the abstract…",
    abstracts_missing: || Refusal {
        message: "The abstract could not be loaded".to_owned(),
        hint: "Go online and try again.".to_owned(),
    },
    clear_all: "Clear all",
    show_more: |count| format!("Show {count} more"),
    too_many_choices: |count| format!("And {count} more. Type a name into the search field to find its sessions."),
    too_many_to_draw: |count| {
        format!("{count} more sessions of this day are in the list. Filter by room or track to see them here.")
    },
    shown_for: |meaning| format!("Shown for “{meaning}”"),
    nothing_found: "No session matches all filters",
    no_results: |query| format!("No results for “{query}”", query = isolated(query)),
    hurts: |name, sessions| format!("Remove {name} to see {}.", plural(sessions, "session", "sessions")),
    drop_part: |name| format!("Remove {name}"),
    show_past: |count| match count {
        1 => "Show 1 past session".to_owned(),
        _ => format!("Show {count} past sessions"),
    },
    fold_past: "Upcoming sessions only",
    now: "Now",
    more_by: |speaker| format!("More by {speaker}"),
    same_time: "Also at this time",
    copy_link: "Copy link",
    link_copied: "Link copied.",
    all_day: "All day",
    closer: "Zoom out",
    wider: "Zoom in",
    no_room: "No room",
    phone_time: |clock, zone| format!("{clock} your time ({zone})"),
};

fn language_name(primary: &str) -> Option<&'static str> {
    Some(match primary {
        "ko" => "Korean",
        "en" => "English",
        "ja" => "Japanese",
        "zh" => "Chinese",
        "de" => "German",
        "fr" => "French",
        "es" => "Spanish",
        "pt" => "Portuguese",
        "it" => "Italian",
        "nl" => "Dutch",
        "pl" => "Polish",
        "cs" => "Czech",
        "ru" => "Russian",
        "uk" => "Ukrainian",
        "he" => "Hebrew",
        "ar" => "Arabic",
        _ => return None,
    })
}
