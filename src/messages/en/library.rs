//! English: the library.

use super::{dates, duration, plural, refusal, too_large};
use crate::messages::Refusal;
use crate::messages::column::Column;
use crate::messages::library::LibraryMessages;
use crate::program::line::isolated;
use crate::program::versions::Doubt;

pub(in crate::messages) const LIBRARY: LibraryMessages = LibraryMessages {
    about: "Your conferences",
    built_in: "Built in",
    in_use: "In use",
    use_this: "Show this conference",
    as_of: |date| format!("as of {date}"),
    version: |version| format!("version {version}"),
    dates,
    looked: |when| format!("checked {when}"),
    look: "Check for updates",
    looking: "Checking…",
    up_to_date: "Up to date",
    renewed: "Updated to the new version",
    no_answer: "Could not check. Are you online?",
    kept_old: |reason| format!("Not updated: {reason}. Your version stays as it is. To replace it, open the source again below."),
    source_late: "Its source did not answer in time. Your version stays as it is. The source is asked less and less often; “Check for updates” asks at once.",
    other_conference: |title| format!("it is another conference, “{title}”", title = isolated(title)),
    rename: "Rename",
    new_name: |title| format!("New name for “{title}”", title = isolated(title)),
    rename_done: "Save name",
    remove: "Remove",
    remove_ask: |title, entries| Refusal {
        message: format!("Remove “{title}” from the library?", title = isolated(title)),
        hint: match entries {
            0 => "You picked nothing from it. You can open its file again.".to_owned(),
            entries => format!(
                "The {} of your timetable stay on this device and come back when you add the same conference again.",
                plural(entries, "entry", "entries")
            ),
        },
    },
    removed: |title| format!("Removed “{title}”", title = isolated(title)),
    not_removed: || refusal("It was not removed", "Open the app again and retry. The browser blocks its storage."),

    open: "Add a conference",
    open_about: "Opens the schedule file that a conference publishes (schedule.xml, JSON, iCal, CSV, spreadsheet), or several files with its parts. They do not leave this device.",
    open_file: "Open schedule files",
    drop_or_paste: "You can also drop files here, or paste the content of one or its address.",
    address: "Address of a schedule file",
    open_address: "Open address",
    not_an_address: |text| Refusal {
        message: format!("This is not an address on the web: “{text}”"),
        hint: "Paste an address that begins with https://".to_owned(),
    },
    address_silent: |host| Refusal {
        message: format!("Couldn’t download from {host}. The site blocks other apps, or you’re offline"),
        hint: "Open the address in a new tab, download the file there, and open it here as a file.".to_owned(),
    },
    address_refused: |host, status| Refusal {
        message: format!("Not found at {host} ({status})"),
        hint: "Check the address.".to_owned(),
    },
    address_late: |host| Refusal {
        message: format!("{host} did not send all of the file in time"),
        hint: "Try again later, or open the address in a new tab, download the file there, and open it here as a file."
            .to_owned(),
    },
    open_in_tab: "Open in a new tab",
    too_large,
    no_room_for_file: || {
        refusal("This browser has no room for the file", "Close other tabs and press the button again. What you typed is kept.")
    },
    file_unreadable: || refusal("The file cannot be read", "Choose it again. Your library is unchanged."),
    reader_missing: || {
        refusal("Opening files needs a connection the first time", "Go online and open it again. Your library is unchanged.")
    },
    sheets_missing: || {
        refusal(
            "Opening spreadsheets needs a connection the first time",
            "Go online and open it again. Your library is unchanged.",
        )
    },
    nothing_shared: || refusal("Nothing was shared", "Share it again, or choose the file below."),
    handed_over: "Something was handed to this app",
    handed_about: "Nothing was opened yet. If you did not mean to open it, choose “Don’t add”.",
    handed_text: "Text",
    size: |bytes| {
        if bytes < 1 << 20 { format!("{} KB", bytes.div_ceil(1 << 10)) } else { format!("{} MB", bytes.div_ceil(1 << 20)) }
    },
    from_site: |site| format!("Sent by the website {site}"),
    from_device: "Shared by another app on this device",
    from_unknown: "Shared by another app on this device, or sent by a website that hides its name",
    open_handed: "Open",
    fetch_handed: |host| format!("Download from {host}"),
    fetching: |kilobytes| format!("Downloading… {kilobytes} KB"),
    reading: "Reading the file…",
    cancel: "Cancel",

    publish: "Publish as a site",
    publisher_missing: || {
        refusal("What makes sites could not be loaded", "Go online and open it again. What you typed is still here.")
    },

    zone_needed: || refusal("The file has no time zone", "Choose the time zone of the venue."),
    zone_offer: |zone, is_likely, is_here| match (is_likely, is_here) {
        (true, true) => format!("{zone} (likely, this device)"),
        (true, false) => format!("{zone} (likely)"),
        (false, true) => format!("{zone} (this device)"),
        (false, false) => zone.to_owned(),
    },
    zone_again: "Read in another time zone",
    zone_name: "Another time zone",
    zone_use: "Use this time zone",
    day_needed: || {
        refusal(
            "On which day does it begin?",
            "The file has times and days, but not the date of the first day. Choose it, and the other days follow.",
        )
    },
    first_day: "First day",
    first_day_hint: "It is kept with the conference and used for its updates.",
    day_use: "Use this day",
    day_again: "It begins on another day",
    begins_so: "The first sessions would then be:",
    begins_with_nothing: "The days in the file do not fit this date. Choose another one.",
    list_needed: || {
        refusal("The file has several lists of sessions", "Choose the one you are looking for. Each shows its first sessions.")
    },
    list_offer: |path, entries| format!("“{path}”: {}", plural(entries, "session", "sessions"), path = isolated(path)),
    list_again: "Read another list of the file",
    fields: "Fields of the file",
    fields_about: "Guessed from their names. Correct what is wrong, and the file is read again. It is kept with the conference.",
    fields_missing: "Choose what each one holds: a title and a start are needed. The file is read again with every choice.",
    columns: "Columns of the table",
    columns_about: "Guessed from the header. Correct what is wrong, and the table is read again.",
    column: |column| match column {
        Some(Column::Date) => "Date",
        Some(Column::Weekday) => "Weekday",
        Some(Column::Status) => "Status",
        Some(Column::Start) => "Start",
        Some(Column::End) => "End",
        Some(Column::EndDate) => "Date of the end",
        Some(Column::Duration) => "Length",
        Some(Column::Room) => "Room",
        Some(Column::Title) => "Title",
        Some(Column::Subtitle) => "Subtitle",
        Some(Column::Speakers) => "Speakers",
        Some(Column::Track) => "Track",
        Some(Column::Category) => "Category",
        Some(Column::Level) => "Level",
        Some(Column::Language) => "Language",
        Some(Column::Kind) => "Kind",
        Some(Column::Abstract) => "Abstract",
        Some(Column::Url) => "Link",
        Some(Column::Id) => "Id",
        None => "Not used",
    },

    report_about: "Should this file be readable? Send a report to whoever runs this page. It says how the file is built, and nothing of what is in it: no titles, no names.",
    report_shown: "What the report says",
    report: "Copy the report",
    report_copied: "Copied. Paste it into a message or an issue.",

    preview: "Is this the right conference?",
    rooms: |rooms| plural(rooms, "room", "rooms"),
    day_count: |days| plural(days, "day", "days"),
    zone_is: |zone| format!("time zone {zone}"),
    first_session: |when, title| format!("First session: {when} “{title}”", title = isolated(title)),
    shift: "Times wrong? Shift them all",
    earlier: "30 min earlier",
    later: "30 min later",
    shifted: |minutes| match minutes {
        0 => "not moved".to_owned(),
        minutes if minutes < 0 => format!("moved {} earlier", duration(-minutes)),
        minutes => format!("moved {} later", duration(minutes)),
    },
    warnings: |warnings| plural(warnings, "note", "notes"),
    newer_version: |title| format!("A new version of “{title}”. Your timetable stays with it.", title = isolated(title)),
    same_version: |title| format!("You already have this version of “{title}”.", title = isolated(title)),
    namesake: |title| {
        format!(
            "It has the id of “{title}” but is another conference. If you add it, both stay, each with its own timetable.",
            title = isolated(title)
        )
    },
    changed_sessions: |sessions| format!("{} changed", plural(sessions, "session", "sessions")),
    doubt: |doubt, kept, new| {
        let (message, hint) = match doubt {
            Doubt::Empty | Doubt::MuchSmaller => (
                format!("It has {} sessions; the version you have has {}", new.sessions, kept.sessions),
                "The file may be cut off, or only a part. If unsure, keep both.",
            ),
            Doubt::LittleInCommon => (
                "Almost no session matches the version you have".to_owned(),
                "It may be from another year. If unsure, keep both.",
            ),
            Doubt::Older => (
                format!("It is version {}; you have {}", new.version, kept.version),
                "It seems to be older. If unsure, keep both.",
            ),
        };
        Refusal { message, hint: hint.to_owned() }
    },
    keep: "Add",
    keep_anyway: "Replace anyway",
    replace: "Replace with the new version",
    keep_beside: "Keep both",
    discard: "Don’t add",
    opened: |title, sessions| format!("Added “{title}”: {}", plural(sessions, "session", "sessions"), title = isolated(title)),

    plan_found: "Your timetable, from a calendar file",
    add_entries: "Add to my timetable as my events",
    entries_added: |count| format!("{} added", plural(count, "event", "events")),
    subscribe: "Subscribe in your calendar",
    subscribe_all: "All sessions",
    subscribe_parts: "One room or track",

    not_opened: |title| Refusal {
        message: format!("“{title}” did not open last time", title = isolated(title)),
        hint: "So the app began without it. Open it again, or remove it; your picks stay on this device.".to_owned(),
    },
    version_not_opened: |title| Refusal {
        message: format!("A new version of “{title}” did not open", title = isolated(title)),
        hint: "So you see the version before it. Your picks are unchanged, and a newer version will be used again.".to_owned(),
    },
    look_again: "Open it again",
    deadly: "the app stopped while it was opened",

    taken_along: |title| format!("The conference has a new name, “{title}”. Your picks came along.", title = isolated(title)),
    may_be_former: |title| {
        Refusal {
        message: format!("Is this a new version of “{title}”?", title = isolated(title)),
        hint:
            "You picked sessions in what this app came with before. If it is the same conference, your picks can move to the one you \
               see now."
                .to_owned(),
    }
    },
    take_along: "Same conference: move my picks",
    keep_separate: "Another one: keep both",

    still_on_trial: |title| Refusal {
        message: format!("You are still previewing “{title}”", title = isolated(title)),
        hint: "It has not been added yet.".to_owned(),
    },
    show_preview: "Back to the preview",
    on_trial: |title| Refusal {
        message: format!("Previewing “{title}”", title = isolated(title)),
        hint: "If you like it, add it in the library.".to_owned(),
    },
    too_big_to_keep: || {
        refusal(
            "The conference could not be saved on this device",
            "You can read it now, but must open it again after closing the app. Free some space and open it again.",
        )
    },
    linked_offline: || refusal("There is no connection", "The link opens as soon as there is one. Keep this page open."),
    use_mirror: |host| format!("Download from {host}"),
    ask_site_about: "If the conference’s site agrees to this, the link opens right away next time.",
    ask_site: |address| {
        format!(
            "Hello, please send Access-Control-Allow-Origin: * with {address} so that attendees can open it in a timetable app."
        )
    },
    copy_sentence: "Copy the sentence",
    sentence_copied: "The sentence is copied.",
};
