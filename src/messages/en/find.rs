//! English: searching and filtering.

use crate::messages::Refusal;
use crate::messages::find::FindMessages;
use crate::program::Kind;

pub(in crate::messages) const FIND: FindMessages = FindMessages {
    day: "Day",
    track: "Track",
    room: "Room",
    language: "Language",
    kind: "Kind",
    level: "Level",
    my_plan: "My timetable",
    fits_plan: "Fits my gaps",
    not_stated: "Not stated",
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
    abstracts_coming: "Fetching the abstract…",
    abstracts_missing: || Refusal {
        message: "The abstract could not be fetched".to_owned(),
        hint: "Try again where there is a connection.".to_owned(),
    },
    clear_all: "Clear all",
    show_more: |count| format!("Show {count} more"),
    too_many_choices: |count| format!("And {count} more. Type a name into the search field to find its sessions."),
    too_many_to_draw: |count| {
        format!("{count} more sessions of this day are in the list. Filter by room or track to see them here.")
    },
    shown_for: |meaning| format!("Shown for “{meaning}”"),
    nothing_found: "No session matches all of this",
    hurts: |name, sessions| match sessions {
        1 => format!("Without {name} there is 1 session."),
        _ => format!("Without {name} there are {sessions} sessions."),
    },
    drop_part: |name| format!("Remove {name}"),
    show_past: |count| match count {
        1 => "Show 1 past session".to_owned(),
        _ => format!("Show {count} past sessions"),
    },
    fold_past: "Only what is still to come",
    now: "Now",
    more_by: |speaker| format!("More by {speaker}"),
    same_time: "At the same time",
    copy_link: "Copy link",
    link_copied: "The link is copied.",
    all_day: "All day",
    closer: "Closer together",
    wider: "Further apart",
    no_room: "No room",
    phone_time: |clock, zone| format!("{clock} on this phone ({zone})"),
};
