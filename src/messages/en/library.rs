//! English: the library.

use super::{duration, plural, refusal, too_large};
use crate::messages::Refusal;
use crate::messages::column::Column;
use crate::messages::library::LibraryMessages;
use crate::program::line::isolated;
use crate::program::versions::Doubt;

pub(in crate::messages) const LIBRARY: LibraryMessages = LibraryMessages {
    about: "The programs on this device.",
    built_in: "Built in",
    in_use: "In use",
    use_this: "Show this program",
    version: |version| format!("version {version}"),
    looked: |when| format!("last looked for {when}"),
    look: "Look for a new version",
    looking: "Looking…",
    kept_old: |reason| {
        format!(
            "Its source has something else now, which was not taken: {reason}. Your program stays as it is; to decide otherwise, open the source again below."
        )
    },
    source_late: "Its source did not answer in time. Your program stays as it is. The source is asked again later, less and less often; “Look for a new version” asks at once.",
    other_conference: |title| format!("it is another conference, “{title}”", title = isolated(title)),
    rename: "Rename",
    new_name: |title| format!("New name for “{title}”", title = isolated(title)),
    rename_done: "Save the name",
    remove: "Remove",
    remove_ask: |title, entries| Refusal {
        message: format!("Remove “{title}” from the library?", title = isolated(title)),
        hint: match entries {
            0 => "Nothing is picked from it. You can open its file again.".to_owned(),
            entries => format!(
                "The {} of your timetable stay on this device and come back when you open the same program again.",
                plural(entries, "entry", "entries")
            ),
        },
    },
    removed: |title| format!("“{title}” removed", title = isolated(title)),
    not_removed: || {
        refusal("It was not removed", "This browser does not let the app into its storage. Open the app again and try once more.")
    },

    open: "Open a program",
    open_about: "Opens the schedule file that a conference publishes (schedule.xml, JSON, iCal, CSV). The file does not leave this device.",
    open_file: "Open a program file",
    drop_or_paste: "You can also drop a file here, or paste the content of one or its address.",
    address: "Address of a schedule file",
    open_address: "Open the address",
    not_an_address: |text| Refusal {
        message: format!("This is not an address on the web: “{text}”"),
        hint: "Paste an address that begins with https://".to_owned(),
    },
    address_silent: |host| Refusal {
        message: format!("{host} did not hand out the file. It does not give its files to other apps, or the connection broke"),
        hint: "Open the address in a new tab, download the file there, and open it here as a file.".to_owned(),
    },
    address_refused: |host, status| Refusal {
        message: format!("{host} has no such file or does not show it (answer {status})"),
        hint: "Check the address.".to_owned(),
    },
    address_late: |host| Refusal {
        message: format!("{host} did not send all of the file in time"),
        hint: "Try again later, or open the address in a new tab, download the file there, and open it here as a file."
            .to_owned(),
    },
    open_in_tab: "Open in a new tab",
    too_large,
    file_unreadable: || refusal("The file cannot be read", "Choose it again. The programs in the library are as they were."),
    nothing_shared: || refusal("Nothing arrived with the share", "Share it again, or choose the file below."),
    handed_over: "Something was handed to this app",
    handed_about: "Nothing of it was opened yet. If you did not mean to open it, discard it.",
    handed_text: "Text",
    size: |bytes| {
        if bytes < 1 << 20 { format!("{} KB", bytes.div_ceil(1 << 10)) } else { format!("{} MB", bytes.div_ceil(1 << 20)) }
    },
    from_site: |site| format!("Sent by the website {site}"),
    from_device: "Shared by another app on this device",
    from_unknown: "Shared by another app on this device, or sent by a website that keeps its name to itself",
    open_handed: "Open it",
    fetch_handed: |host| format!("Fetch it from {host}"),
    fetching: |kilobytes| format!("Fetching the file… {kilobytes} KB"),
    reading: "Reading the file…",
    cancel: "Cancel",

    zone_needed: || refusal("The file does not say its time zone", "Choose the venue's time zone. It is kept with the program."),
    zone_of_device: |zone| format!("{zone} (this phone)"),
    zone_name: "Another time zone",
    zone_use: "Read with this zone",
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

    preview: "Please check before it is kept",
    rooms: |rooms| plural(rooms, "room", "rooms"),
    day_count: |days| plural(days, "day", "days"),
    zone_is: |zone| format!("time zone {zone}"),
    first_session: |when, title| format!("First session: {when} “{title}”", title = isolated(title)),
    shift: "Where the times are off, all of them can be moved",
    earlier: "30 min earlier",
    later: "30 min later",
    shifted: |minutes| match minutes {
        0 => "not moved".to_owned(),
        minutes if minutes < 0 => format!("moved {} earlier", duration(-minutes)),
        minutes => format!("moved {} later", duration(minutes)),
    },
    warnings: |warnings| plural(warnings, "thing to know", "things to know"),
    newer_version: |title| {
        format!("A new version of “{title}” in your library. Your timetable stays with it.", title = isolated(title))
    },
    same_version: |title| format!("The library has “{title}” just like this.", title = isolated(title)),
    namesake: |title| {
        format!(
            "It has the id of “{title}”, and is another conference. If you keep it, both stay, each with a timetable of its own."
        )
    },
    changed_sessions: |sessions| format!("{} changed", plural(sessions, "session", "sessions")),
    doubt: |doubt, kept, new| {
        let (message, hint) = match doubt {
            Doubt::Empty | Doubt::MuchSmaller => (
                format!("It has {} sessions, and the one in the library has {}", new.sessions, kept.sessions),
                "The file may be cut off, or only a part. Keep it beside the other one where you are not sure.",
            ),
            Doubt::LittleInCommon => (
                "Hardly a session of it is in the one in the library".to_owned(),
                "It may be another edition of the conference. Keep it beside the other one where you are not sure.",
            ),
            Doubt::Older => (
                format!("It is version {}, and the one in the library is {}", new.version, kept.version),
                "It seems to be older. Keep it beside the other one where you are not sure.",
            ),
        };
        Refusal { message, hint: hint.to_owned() }
    },
    keep: "Keep and show",
    keep_anyway: "Replace it all the same",
    replace: "Replace with the new version",
    keep_beside: "Keep both",
    discard: "Discard",
    opened: |title, sessions| {
        format!("“{title}” is in the library: {}", plural(sessions, "session", "sessions"), title = isolated(title))
    },

    not_opened: |title| Refusal {
        message: format!("“{title}” did not open last time", title = isolated(title)),
        hint: "So the app began without it. Open it again, or discard it; what you picked from it stays on this device."
            .to_owned(),
    },
    version_not_opened: |title| Refusal {
        message: format!("A new version of “{title}” did not open", title = isolated(title)),
        hint: "So you see the version before it. Your picks are as they were, and a still newer version will be taken again."
            .to_owned(),
    },
    look_again: "Open it again",
    deadly: "the app stopped while it was opened",

    taken_along: |title| format!("The program has a new name, “{title}”. Your picks came along.", title = isolated(title)),
    may_be_former: |title| Refusal {
        message: format!("Is this a new version of “{title}”?", title = isolated(title)),
        hint:
            "You picked sessions in the program that this app came with before. If both are the same conference, your picks can \
               move to the one that you see now."
                .to_owned(),
    },
    take_along: "Same conference: move my picks",
    keep_separate: "Another one: keep both",

    on_trial: |title| Refusal {
        message: format!("“{title}” is on trial", title = isolated(title)),
        hint: "It is not kept yet. Check it in the library, and keep or discard it there.".to_owned(),
    },
    too_big_to_keep: || {
        refusal(
            "The program could not be kept on this device",
            "You can read it now, but must open it again after closing the app. Free some space and open it again.",
        )
    },
};
