//! English: where things are and how safe they are.

use super::{plural, refusal, too_large};
use crate::messages::Refusal;
use crate::messages::safety::SafetyMessages;
use crate::program::line::isolated;

pub(in crate::messages) const SAFETY: SafetyMessages = SafetyMessages {
    appearance: "Appearance",
    appearance_auto: "System",
    appearance_light: "Light",
    appearance_dark: "Dark",
    ui_language: "Language",

    heading: "Storage",
    is_saved: "Your timetable is saved in this browser, on this device.",
    is_saving: "Your timetable is being saved…",
    is_not_saved: || {
        refusal(
            "Your timetable is not being saved",
            "It will be lost when you close this page. Save a backup below, or copy this text and keep it somewhere else.",
        )
    },
    on_home_screen: "Your picks stay until you delete the app.",
    promised: "The browser keeps them even when space runs out.",
    seven_days: "Safari may delete your picks after 7 days without a visit. Add the app to the home screen, or save a backup.",
    not_promised: "The browser may delete it when space runs out. A saved backup is safe.",
    perhaps_private: "If this is a private window, your timetable is lost when you close it; there is as little space as in one. Open the app in a normal window, or save a backup.",
    nowhere_else: "It is stored nowhere else: no account, no tracking. Clearing the browser’s data or closing a private window deletes it.",
    copy_text: "Copy text",
    copied: "Copied",
    problem: "Report a problem",
    problem_about: "Copy this text and send it with a few words to whoever runs this site. It has nothing personal: no titles, no names, no picks.",

    backup: "Backup",
    backup_about: |title| {
        format!(
            "A file with your picks and your own events for “{title}”. Keep it where you like, or restore it on another device.",
            title = isolated(title)
        )
    },
    backup_empty: "There is nothing to back up yet.",
    backup_save: "Save backup",
    backup_share: "Send backup",
    backup_saved: "The backup is in your downloads, or where you sent it",
    backup_open: "Restore backup",
    found: |picks, own, new| {
        let own =
            if own > 0 { format!(" and {}", plural(own, "event of your own", "events of your own")) } else { String::new() };
        let new = if new > 0 {
            format!("{new} of them are not in your timetable yet")
        } else {
            "all of them are in your timetable already".to_owned()
        };
        format!("The file has {}{own}; {new}.", plural(picks, "pick", "picks"))
    },
    join: "Add to my timetable",
    replace: "Replace my timetable",
    cancel: "Cancel",
    joined: "Added to your timetable",
    replaced: "Timetable replaced",
    other_program: |id, title| Refusal {
        message: format!("The backup is from another conference ({id}), not from “{title}”", title = isolated(title)),
        hint: "Show that conference first, then restore the backup again.".to_owned(),
    },
    too_large: |bytes, limit| Refusal {
        message: too_large(bytes, limit).message,
        hint: "Choose a backup saved by this app. Your timetable is unchanged.".to_owned(),
    },
    unreadable: || refusal("The file cannot be read", "Try another file. Your timetable is unchanged."),

    ready_heading: "Ready for the venue",
    ready: |megabytes, clock| format!("✓ Works offline ({megabytes} MB, checked {clock})"),
    pending: "Downloading what is needed offline. Keep this page open for a moment.",
    failed: |missing| Refusal {
        message: match missing {
            "" => "The app does not work offline yet".to_owned(),
            missing => format!("The app does not work offline yet. Still missing: {missing}"),
        },
        hint: "Go online and download the rest.".to_owned(),
    },
    part_program: "the program",
    part_fonts: "fonts for the wallpaper",
    part_app: "parts of the app",
    fetch: "Download",
    without_reader: "Opening another conference’s file needs a connection the first time: that part is not on this device yet.",
    reader_not_fetched: "Not downloaded. Connect to the internet and try again.",
    unsupported: "This browser cannot open the app offline. Use Safari or Chrome.",
    two_places_tab: "This is about the browser tab. The home-screen app stores its own data: open it once online and check this page there, too.",
    two_places_app: "This is about the home-screen app. The browser tab stores its own data.",

    licences: "Fonts: Pretendard, Noto Sans (SIL Open Font License 1.1). App: MIT or Apache-2.0.",
    notices: "Licences of fonts and software",
    notices_coming: "Downloading…",
    notices_unreachable: || {
        refusal(
            "The licences could not be downloaded",
            "Go online, fold this up and open it again. Once downloaded, they also work offline.",
        )
    },
    install: "Add to Home Screen",
    install_about: "Opens like an app, and your picks are kept longer.",
    install_ios: [
        "Tap Share in Safari. If you do not see it, it is behind “…”.",
        "Choose “Add to Home Screen”. If you do not see it, scroll down or unfold the list.",
        "Tap “Add”, and open it from the home screen once while you are online.",
    ],
    install_ios_carry: "Already picked? Copy your link under “Share”, then paste it in the library of the home-screen app. Your own events move with a backup (Settings).",
    in_app_browser: |is_ios| {
        refusal(
            "You are inside another app: picks may vanish, and it won’t work offline",
            if is_ios { "Open this page in Safari before you pick." } else { "Open this page in Chrome before you pick." },
        )
    },
    in_app_file: |is_ios, has_picks| {
        let browser = if is_ios { "Safari" } else { "Chrome" };
        let hint = if has_picks {
            format!(
                "This conference came from a file and does not fit into a link. Send yourself its file under “My timetable”, “Share”, and open that in the library in {browser}."
            )
        } else {
            format!("This conference came from a file: open that file in the library in {browser}.")
        };
        refusal("You are inside another app: picks may vanish, and it won’t work offline", &hint)
    },
    open_in_browser: "Open in browser",
    install_carries: |picks| format!("Your picks ({picks}) come along to the app on the home screen. Add it from this page."),
};
