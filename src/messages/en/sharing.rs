//! English: timetables that travel as links.

use super::{plural, refusal};
use crate::messages::Refusal;
use crate::messages::sharing::SharingMessages;
use crate::program::line::isolated;

fn own_and_hidden(own: usize, hidden: usize) -> String {
    let own = (own > 0).then(|| plural(own, "own event", "own events"));
    let hidden = (hidden > 0).then(|| format!("what is hidden ({hidden})"));
    own.into_iter().chain(hidden).collect::<Vec<_>>().join(" and ")
}

pub(in crate::messages) const SHARING: SharingMessages = SharingMessages {
    not_a_code: || refusal("This is not a share code", "Copy the whole link or scan the QR code again."),
    code_of_later_version: || {
        refusal("This share code is from a newer version of the app", "Update the app and open the link again.")
    },
    code_damaged: || refusal("Part of the share code is missing or mistyped", "Copy the whole link or scan the QR code again."),
    code_of_other_program: || refusal("The share code is for another conference", "Open that conference first, then the link."),

    heading: "A shared timetable",
    holds: |title, sessions, mine| {
        let mine = match mine {
            0 => "None are in your timetable yet".to_owned(),
            mine if mine == sessions => "All are in your timetable already".to_owned(),
            mine => format!("{mine} in your timetable already"),
        };
        format!("{} from “{title}”. {mine}.", plural(sessions, "session", "sessions"), title = isolated(title))
    },
    gone: |sessions| format!("{} from the link no longer in the program.", plural(sessions, "session is", "sessions are")),
    mine: "already picked",
    add: "Add to my timetable",
    not_now: "Not now",
    close: "Close",
    added: |sessions| format!("{} added to your timetable", plural(sessions, "session", "sessions")),
    elsewhere: |title| Refusal {
        message: format!("The link is for “{title}”, another conference on this device", title = isolated(title)),
        hint: "Show that conference to see its sessions.".to_owned(),
    },
    show_program: "Show that conference",

    share: "Share",
    own_heading: "Link to your timetable",
    own_about: |sessions, with_own| {
        let picks = plural(sessions, "pick", "picks");
        let (also, not) = if with_own { (" and what you switched on", "") } else { ("", " (not your own events)") };
        format!("A link with your {picks}{also}{not}. Nothing is uploaded.")
    },
    send_along: |own, hidden| format!("Also send {}", own_and_hidden(own, hidden)),
    came_along: |own, hidden| format!("Also in it: {}.", own_and_hidden(own, hidden)),
    link: "Link",
    copy: "Copy link",
    copied: "Link copied",
    copy_by_hand: "The browser blocks copying. The link is selected: copy it by hand.",
    send: "Send link",
    scan: "Scan a QR code",
    scan_about: "Point the camera at a friend’s timetable or a conference’s QR code.",
    scan_picture: "Find it in an image",
    no_camera: || {
        refusal(
            "There is no camera to use",
            "Choose a photo or screenshot of the code, or paste the link into the address field.",
        )
    },
    camera_refused: || {
        refusal("The camera was not allowed", "Allow it in the browser’s settings, or choose a photo or screenshot of the code.")
    },
    no_code: || refusal("No QR code was found in this image", "Choose an image that shows the code large and sharp."),
    foreign_code: || {
        refusal(
            "This QR code is not a timetable",
            "Scan the address of a conference’s schedule or the code of a friend’s timetable.",
        )
    },
    linked_heading: "Open a conference",
    linked_from: |host| format!("This link leads to a conference’s schedule at {host}. Nothing was downloaded yet."),
    linked_inside: "This link holds a conference’s schedule.",
    linked_known: |title| format!("This link is for “{title}”, which is on this device.", title = isolated(title)),
    with_picks: "It also holds picks, which you will see once the conference is open.",
    open_linked: "Open",
    not_shared: || refusal("The file could not be made", "Reload the page and try again."),
    own_file_about: |sessions| {
        let picks = if sessions == 1 { "1 pick".to_owned() } else { format!("{sessions} picks") };
        format!(
            "This conference’s schedule is too big for a link. Send the schedule and your {picks} as one file, to be opened in this app’s library."
        )
    },
    send_file: "Send the file",
    save_file: "Save the file",
    scan_this: "Somebody beside you can open it with their camera.",
    code_of_link: "QR code of the link to my timetable",
    too_long_for_code: "The link is too long for a QR code.",
    carried: |sessions| format!("Your picks ({sessions}) came along"),
};
