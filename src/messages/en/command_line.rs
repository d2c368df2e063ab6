//! What the command line says in English.

use crate::messages::Refusal;
use crate::messages::command_line::{CommandLine, Unfetched, dates, twelve_hours_later};
use crate::plan::Change;
use crate::program::versions::{Doubt, Verdict};
use crate::program::{Finding, Oddity, Program};

pub(in crate::messages) const COMMAND_LINE: CommandLine = CommandLine {
    hint: "Hint",

    cannot_read: |why| Refusal {
        message: format!("cannot be read: {why}"),
        hint: "Check the name and whether you may read it.".to_owned(),
    },
    cannot_write: |why| Refusal {
        message: format!("cannot be written: {why}"),
        hint: "Check that the folder is there, may be written to, and has room. What was there before is unchanged.".to_owned(),
    },
    output_is_input: || Refusal {
        message: "this file is read, so the result is not written over it".to_owned(),
        hint: "Give another name after -o. The file is unchanged.".to_owned(),
    },
    not_a_photo: || Refusal {
        message: "cannot be used as a photo: it is not a PNG file".to_owned(),
        hint: "Save the photo as PNG and try again.".to_owned(),
    },
    not_png: || Refusal {
        message: "wallpapers are written as PNG, and this name is for something else".to_owned(),
        hint: "Give a name that ends with .png after -o.".to_owned(),
    },
    not_pdf: || Refusal {
        message: "these sheets are written as PDF, and this name is for something else".to_owned(),
        hint: "Give a name that ends with .pdf after -o.".to_owned(),
    },
    no_doors: || Refusal {
        message: "no session has a room, so there are no doors".to_owned(),
        hint: "Name the rooms in the program, or choose another --day.".to_owned(),
    },
    doors: |sheets| count(sheets, "sheet", "sheets"),
    door_code: "Scan for this room in the timetable: pick what you want to hear, without a login.",
    letters_missing: |letters| format!("the wallpaper lacks what no font here has: {letters}"),
    only_one_picture: |pictures| Refusal {
        message: format!("there are {pictures} wallpapers, and only one can be written here"),
        hint: "Give a file name after -o, so that further wallpapers get numbers, or choose a --day.".to_owned(),
    },
    not_text: || Refusal {
        message: "cannot be read: it is not UTF-8 text".to_owned(),
        hint: "Turn a published program into a program file with \"siganpyo import\" first.".to_owned(),
    },
    link_too_long: |length, limit| Refusal {
        message: format!("The link would have {length} characters, and the limit is {limit}"),
        hint: "Publish the program file on the web and give its address instead of the file.".to_owned(),
    },
    not_a_program: |is_table, command| Refusal {
        message: if is_table {
            "this is a table, not a program; import it first".to_owned()
        } else {
            "this is a published schedule, not a program file; import it first".to_owned()
        },
        hint: format!("Run: {command}"),
    },
    not_a_calendar: || Refusal {
        message: "this is not a calendar file".to_owned(),
        hint: "Export it from a calendar as iCalendar; the name of such a file ends with .ics.".to_owned(),
    },
    no_plan_in_calendar: || {
        Refusal {
        message: "this calendar has no sessions that were picked".to_owned(),
        hint: "Give a calendar file of your timetable. To add the events of another calendar to a plan, use siganpyo plan --entries."
            .to_owned(),
    }
    },
    not_fetched,

    with_option: |hint, option| format!("{hint}\nOn the command line: {option}"),
    imported: |program| {
        let sessions = count(program.sessions.len(), "session", "sessions");
        let days = count(program.days.len(), "day", "days");
        let rooms = count(program.rooms.len(), "room", "rooms");
        format!("{}: {sessions} on {days} in {rooms}, times of {}", program.title, program.time_zone)
    },
    rows: |read, lost, is_table| {
        let (one, many) = if is_table { ("row", "rows") } else { ("session", "sessions") };
        match lost {
            0 => format!("{}: all read", count(read, one, many)),
            lost => format!("{}: {read} read, {lost} not", count(read + lost, one, many)),
        }
    },
    rows_lost: |lost| Refusal {
        message: format!("{} not read, so nothing was written", count(lost, "session was", "sessions were")),
        hint: "Correct what is named above. Without --strict, what can be read is written.".to_owned(),
    },
    decoded: |encoding| format!("The file is not UTF-8; read as {encoding}"),

    id_kept: |id| {
        format!("The program keeps the id {id:?} of the version before, so that everyone who has it gets the new version.")
    },
    id_differs: |before, now| {
        format!(
            "The id was {before:?} and is {now:?}: phones take the two for different conferences, and whoever picked sessions \
             from the first does not see what changes in the second. Use --id {before} to keep it."
        )
    },
    replaced_other: |title| format!("The file that was there had another conference, {title:?}."),
    published_other: |title| format!("What is published is another conference, {title:?}, so its id is not taken."),
    which_id: |before, now| Refusal {
        message: format!(
            "The version before is {:?}; it is unclear whether {:?} is a new version of that or another conference",
            before.title, now.title
        ),
        hint: format!(
            "If it is a new version, add --id {}. If it is another conference, add --id {}. Nothing was written.",
            before.id, now.id
        ),
    },
    same_id: |id| format!("The id is {id:?}, as published."),
    strands: |before, now| Refusal {
        message: format!(
            "what is published has the id {before:?} and this has {now:?}: phones take the two for different conferences, and \
             whoever picked sessions from the first may not get this one"
        ),
        hint: format!(
            "Import it again with --id {before}, or with --against and what is published. If it is another conference, go on."
        ),
    },

    no_such_session: |id, near| Refusal {
        message: format!("There is no session {id:?} in the program"),
        hint: match near {
            [] => "\"siganpyo list\" shows all ids.".to_owned(),
            near => format!("Perhaps one of these: {}. \"siganpyo list\" shows all ids.", near.join(", ")),
        },
    },
    no_such_day: |day, known| Refusal {
        message: format!("There is no day {day} in the program"),
        hint: format!("Its days are: {}.", known.join(", ")),
    },
    nothing_found: "Nothing found.",
    found_as: |meaning, sessions| match sessions {
        1 => format!("The last session is shown for {meaning:?}."),
        _ => format!("The last {sessions} sessions are shown for {meaning:?}."),
    },
    plan_of_other_program: |plan, program| Refusal {
        message: format!("The timetable is for the conference {plan:?}, not for {program:?}"),
        hint: "Give the program file that the timetable was made with, or a later version of it.".to_owned(),
    },
    picks_not_there: |picks| format!("{} no longer in the program", count(picks, "pick is", "picks are")),

    looks_right: "Nothing looks wrong.",
    finding,

    unchanged: "Nothing has changed.",
    added: "new",
    change: |change| match change {
        Change::Moved => "moved",
        Change::Length => "other length",
        Change::Room => "other room",
        Change::Retitled => "other title",
        Change::Speakers => "other speakers",
        Change::Cancelled => "cancelled",
        Change::Removed => "removed",
        Change::Ambiguous => "unclear which",
    },
    followed: "re-listed",
    verdict: |verdict| match verdict {
        Verdict::Unchanged | Verdict::Changed => None,
        Verdict::Doubtful(Doubt::Empty) => Some("The new version has no sessions."),
        Verdict::Doubtful(Doubt::MuchSmaller) => Some("The new version has less than half of the sessions of the old one."),
        Verdict::Doubtful(Doubt::LittleInCommon) => Some("Almost no session is in both versions."),
        Verdict::Doubtful(Doubt::Older) => Some("By its name, the new version is older than the old one."),
        Verdict::OtherConference => Some("These are programs of different conferences."),
    },
    new_overlap: |one, other| format!("Now at the same time: {one:?} and {other:?}"),
};

fn not_fetched(why: &Unfetched) -> Refusal {
    let in_browser = "Open the address in a private browser window, where nobody is logged in, to see what is there.";
    let (message, hint) = match why {
        Unfetched::NoAddress => (
            "this is not an address of the web".to_owned(),
            "Copy it from the address bar of a browser, where it begins with https://.",
        ),
        Unfetched::NotHttps => (
            "not downloaded: the address, or one that it leads on to, does not begin with https://".to_owned(),
            "Try it with https://. http:// is only for localhost, since others could change the file on its way.",
        ),
        Unfetched::NoSuchHost(host) => {
            (format!("there is no host {host:?}"), "Look for a slip in the address, and check that this computer has a network.")
        }
        Unfetched::Status(status @ (404 | 410)) => (format!("the host has no such file (status {status})"), in_browser),
        Unfetched::Status(status @ (401 | 403)) => {
            (format!("the host does not give this file to everybody (status {status})"), in_browser)
        }
        Unfetched::Status(status) => (format!("the host does not give this file (status {status})"), in_browser),
        Unfetched::Late { seconds } => (
            format!(
                "not all of it had arrived after {}",
                count(usize::try_from(*seconds).unwrap_or(usize::MAX), "second", "seconds")
            ),
            "Try again later, or save the file in a browser and give its name.",
        ),
        Unfetched::TooLarge { megabytes } => (
            format!("larger than {megabytes} MB, so the rest was not downloaded"),
            "No program is that large: check what the address leads to.",
        ),
        Unfetched::Page(title) => (
            format!("a web page came and not a file: {title:?}"),
            "Look on that page for a link to the schedule as XML, JSON, iCal or CSV, and give that link's address.",
        ),
        Unfetched::Broken(why) => (
            format!("cannot be downloaded: {why}"),
            "Check the address and the network. If a browser opens it, save the file there and give its name.",
        ),
    };
    Refusal { message, hint: hint.to_owned() }
}

fn finding(finding: &Finding, program: &Program) -> String {
    let number = finding.sessions.len();
    let sessions = count(number, "session", "sessions");
    let what = match &finding.oddity {
        Oddity::Overlap { room } => format!("{sessions} at the same time as others in {room}"),
        Oddity::NoRoom => format!("{sessions} without a room"),
        Oddity::NoLength => format!("{sessions} without a length"),
        Oddity::VeryLong => format!("{} longer than eight hours", count(number, "session is", "sessions are")),
        Oddity::OutsideDay => {
            format!("{} outside 04:00 to 04:00 of the day given", count(number, "session starts", "sessions start"))
        }
        Oddity::Duplicate => format!("{sessions} with the title, time and room of another one"),
        Oddity::UnknownRoom { room } => return format!("Walking time for {room:?}, which is not a room of the program"),
        Oddity::UnusedAlias { alias } => return format!("Names that mean the same, of which none occurs: {alias:?}"),
        Oddity::RoomsAlike { names } => return format!("Perhaps the same room in different spellings: {}", quoted(names)),
        Oddity::FarApart => {
            let dates = dates(finding, program);
            format!("{} days far from the others ({dates})", count(number, "session is on", "sessions are on"))
        }
        Oddity::ByNight => {
            let times = twelve_hours_later(finding, program);
            let times = times.map_or_else(String::new, |(start, later)| format!("; {start} is perhaps meant as {later}"));
            format!("{} in the night{times}", count(number, "session starts", "sessions start"))
        }
        Oddity::SpeakerTwice { speaker } => format!("{speaker} speaks at two places at the same time"),
        Oddity::SpeakerHurried { speaker } => format!("{speaker} has less time between two sessions than the way takes"),
        Oddity::StruckThrough => {
            format!("{} struck through; if a session is cancelled, write [cancelled]", count(number, "title is", "titles are"))
        }
    };
    let titles =
        finding.sessions.iter().take(3).filter_map(|id| program.session(id)).map(|session| format!("{:?}", session.title));
    let more = if number > 3 { ", …" } else { "" };
    format!("{what}: {}{more}", titles.collect::<Vec<_>>().join(", "))
}

fn count(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn quoted(words: &[String]) -> String {
    words.iter().map(|word| format!("{word:?}")).collect::<Vec<_>>().join(", ")
}
