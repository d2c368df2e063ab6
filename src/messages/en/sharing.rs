//! English: timetables that travel as links.

use super::{plural, refusal};
use crate::messages::Refusal;
use crate::messages::sharing::SharingMessages;
use crate::program::line::isolated;

pub(in crate::messages) const SHARING: SharingMessages = SharingMessages {
    not_a_code: || refusal("This is not a share code", "Copy the whole link or scan the QR code again."),
    code_of_later_version: || {
        refusal(
            "The share code cannot be read: it was made by a newer version of this app",
            "Update the app and open the link again.",
        )
    },
    code_damaged: || {
        refusal(
            "The share code is damaged: a part of it is missing or mistyped",
            "Copy the whole link or scan the QR code again.",
        )
    },
    code_of_other_program: || {
        refusal("The share code is for another program", "Open the program of that conference first, then the link.")
    },

    heading: "A shared timetable",
    holds: |title, sessions, mine| {
        let mine = match mine {
            0 => "none of them in your timetable yet".to_owned(),
            mine if mine == sessions => "all in your timetable already".to_owned(),
            mine => format!("{mine} of them in your timetable already"),
        };
        format!("{} of “{title}”, {mine}.", plural(sessions, "session", "sessions"), title = isolated(title))
    },
    gone: |sessions| format!("{} of the link no longer in the program.", plural(sessions, "session is", "sessions are")),
    mine: "in your timetable",
    add: "Add to my timetable",
    not_now: "Not now",
    close: "Close",
    added: |sessions| format!("{} added to your timetable", plural(sessions, "session", "sessions")),
    elsewhere: |title| Refusal {
        message: format!("The link is for “{title}”, another program on this device", title = isolated(title)),
        hint: "Show that program to see what the link holds.".to_owned(),
    },
    show_program: "Show that program",

    share: "Share as a link",
    own_heading: "A link to your timetable",
    own_about: |sessions| {
        format!(
            "It holds your {}, not your own entries. Whoever opens it can add them to a timetable of their own. The link itself is the timetable: it is not uploaded anywhere.",
            plural(sessions, "pick", "picks")
        )
    },
    link: "The link",
    copy: "Copy the link",
    copied: "The link is copied",
    copy_by_hand: "The browser does not let the app copy. The link is selected: copy it by hand.",
    send: "Send the link",
};
