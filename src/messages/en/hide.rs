//! English: hiding sessions and tracks.

use crate::messages::hide::HideMessages;
use crate::program::line::isolated;

pub(in crate::messages) const HIDE: HideMessages = HideMessages {
    hide_session: "Hide this session",
    show_session: "Show this session again",
    hide_track: |name| format!("Hide track “{name}”", name = isolated(name)),
    show_track: |name| format!("Show track “{name}” again", name = isolated(name)),
    done: |name| format!("“{name}” is hidden", name = isolated(name)),
    is_hidden: "You hid this session.",
    track_is_hidden: |name| format!("You hid the track “{name}”.", name = isolated(name)),
    but_picked: "Still shown because you picked it.",

    see_hidden: |sessions| match sessions {
        1 => "See 1 hidden session".to_owned(),
        _ => format!("See {sessions} hidden sessions"),
    },
    hide: "Hide",
    hide_more: |sessions| format!("{sessions} hidden"),
    tracks: "Tracks to hide",
    sessions: "Hidden sessions",
    show_again: |name| format!("Show {name} again"),
    show_all: "Show all again",
    all_shown: "All sessions are shown again.",
    not_shown: |sessions| match sessions {
        1 => "1 hidden session fits, too.".to_owned(),
        _ => format!("{sessions} hidden sessions fit, too."),
    },
};
