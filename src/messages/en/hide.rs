//! English: hiding sessions and tracks.

use crate::messages::hide::HideMessages;
use crate::program::line::isolated;

pub(in crate::messages) const HIDE: HideMessages = HideMessages {
    hide_session: "Hide this session",
    show_session: "Show this session again",
    hide_track: |name| format!("Hide track “{name}”", name = isolated(name)),
    show_track: |name| format!("Show track “{name}” again", name = isolated(name)),
    done: |name| format!("“{name}” is hidden", name = isolated(name)),
    is_hidden: "Hidden from the program.",
    track_is_hidden: |name| format!("Track “{name}” is hidden.", name = isolated(name)),
    but_picked: "Shown all the same, since you picked it.",

    see_hidden: |sessions| match sessions {
        1 => "See 1 hidden session".to_owned(),
        _ => format!("See {sessions} hidden sessions"),
    },
    hide: "Hide",
    hide_more: |sessions| format!("Hide · {sessions} hidden"),
    tracks: "Tracks to hide",
    sessions: "Hidden sessions",
    show_again: |name| format!("Show {name} again"),
    show_all: "Show all again",
    all_shown: "Everything is shown again.",
    not_shown: |sessions| match sessions {
        1 => "1 hidden session is not listed here.".to_owned(),
        _ => format!("{sessions} hidden sessions are not listed here."),
    },
};
