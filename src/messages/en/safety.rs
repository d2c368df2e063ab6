//! English: where things are and how safe they are.

use super::{plural, refusal, too_large};
use crate::messages::Refusal;
use crate::messages::safety::SafetyMessages;
use crate::program::line::isolated;

pub(in crate::messages) const SAFETY: SafetyMessages = SafetyMessages {
    appearance: "Appearance",
    appearance_auto: "As the phone",
    appearance_light: "Light",
    appearance_dark: "Dark",
    ui_language: "Language",

    heading: "Where your timetable is",
    is_saved: "Your timetable is saved in this browser, on this device.",
    is_saving: "Your timetable is being saved…",
    is_not_saved: || {
        refusal(
            "Your timetable is NOT saved: this browser does not keep it",
            "It is gone when this page is closed. Save a copy below, or copy this text and keep it somewhere else.",
        )
    },
    on_home_screen: "The app is on the home screen, and what it keeps stays for as long as the app stays there.",
    promised: "The browser has agreed not to clear it away when space runs out.",
    seven_days: "Safari clears what a tab has kept when it has been used for seven days without a visit here. Add the app to the home screen, or save a copy.",
    not_promised: "The browser may clear it away when the device runs out of space. A copy outside the browser is safe.",
    perhaps_private: "The browser gives unusually little room, as private windows do. If this is one, your timetable is gone when it is closed: open the app in a normal window, or save a copy.",
    nowhere_else: "It is nowhere else: no account, no tracking. Clearing the browser's data deletes it, and so does closing a private window.",
    copy_text: "Copy the text",
    copied: "Copied",
    problem: "Report a problem",
    problem_about: "Copy this text and send it with a few words to whoever runs this page. It says nothing personal: no titles, no names, not what you picked.",

    backup: "A copy of your timetable",
    backup_about: |title| {
        format!(
            "A file with your picks and your own entries for “{title}”. Keep it where you like, or open it on another device.",
            title = isolated(title)
        )
    },
    backup_empty: "There is nothing to copy yet.",
    backup_save: "Save a copy",
    backup_share: "Send a copy",
    backup_saved: "The copy is with your downloads, or where you sent it",
    backup_open: "Open a copy",
    found: |picks, own, new| {
        let own = if own > 0 { format!(" and {} of your own", plural(own, "entry", "entries")) } else { String::new() };
        let new = if new > 0 {
            format!("{new} of them not in your timetable yet")
        } else {
            "all of them in your timetable already".to_owned()
        };
        format!("The copy has {}{own}, {new}.", plural(picks, "pick", "picks"))
    },
    join: "Add to my timetable",
    replace: "Replace my timetable",
    cancel: "Cancel",
    joined: "The copy was added to your timetable",
    replaced: "Your timetable is now that of the copy",
    other_program: |id, title| Refusal {
        message: format!("The copy belongs to another program ({id}), not to “{title}”", title = isolated(title)),
        hint: "Show its program in the library first, then open the copy again.".to_owned(),
    },
    too_large: |bytes, limit| Refusal {
        message: too_large(bytes, limit).message,
        hint: "Choose the copy that this app saved. Your timetable is as it was.".to_owned(),
    },
    unreadable: || refusal("The file cannot be read", "Choose it again. Your timetable is as it was."),

    ready_heading: "Ready for the venue",
    ready: |megabytes, clock| {
        format!(
            "✓ Ready: program, app, painter and fonts are all on this device ({megabytes} MB, checked at {clock}). It works without a signal."
        )
    },
    pending: "Fetching what is needed to work without a signal. Keep this page open for a moment.",
    failed: |missing| Refusal {
        message: match missing {
            "" => "The app could not be made ready to work without a signal".to_owned(),
            missing => format!("Not ready to work without a signal. Still missing: {missing}"),
        },
        hint: "Fetch the rest where you have a connection.".to_owned(),
    },
    part_program: "the program",
    part_fonts: "fonts for the picture",
    part_app: "parts of the app",
    fetch: "Fetch it now",
    unsupported: "This browser cannot open the app without a signal. Open it in Safari or Chrome.",
    two_places_tab: "This is about the tab in the browser. On iPhone and iPad the app on the home screen is a place of its own: open it there once while you have a connection, and look at this page there.",
    two_places_app: "This is about the app on the home screen. The tab in the browser is a place of its own, with a timetable of its own.",

    licences: "Fonts: Pretendard, Noto Sans (SIL Open Font License 1.1). App: MIT or Apache-2.0.",
    notices: "Licences of fonts and software",
    notices_coming: "Fetching them…",
    notices_unreachable: || {
        refusal(
            "The licences could not be fetched",
            "Fold this up and open it again where you have a connection. Once fetched, they can be read without a signal.",
        )
    },
    install: "Add to the home screen",
    install_about: "From the home screen it opens like an app, and what is saved stays longer.",
    install_ios: [
        "Tap Share in Safari. If you do not see it, it is behind “…”.",
        "Choose “Add to Home Screen”; scroll down or tap “View More” if it is hidden.",
        "Tap “Add”, and open it from the home screen once while you have a signal.",
    ],
    install_ios_carry: "On an iPhone the home screen app and Safari keep their data apart. Add it before you pick.",
};
