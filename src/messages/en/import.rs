//! What importing says in English.

use super::structure::{lists, no_times};
use super::{too_large, weekday_name};
use crate::messages::Refusal;
use crate::messages::import::{Form, ImportMessages, LookAlike, Part, Place, Problem, Remark, Undated, letters};

pub(in crate::messages) const IMPORT: ImportMessages = ImportMessages { refusal, warning };

fn refusal(problem: &Problem) -> Refusal {
    let (message, hint) = match problem {
        Problem::TooLarge { bytes, limit } => return too_large(*bytes, *limit),
        Problem::Empty => (
            "The file is empty".to_owned(),
            "Download it again, or export it again where it was made.".to_owned(),
        ),
        Problem::Encoding { likely: Some(likely) } => (
            format!("The file cannot be read as text: it is not UTF-8 but seems to be {likely}"),
            "Save it as \"CSV UTF-8\" in the spreadsheet, and open that file.".to_owned(),
        ),
        Problem::Encoding { likely: None } => (
            "The file cannot be read as text: it is not UTF-8".to_owned(),
            "Check that this is a schedule file; if it is a spreadsheet, save it as \"CSV UTF-8\".".to_owned(),
        ),
        Problem::UnknownFormat { beginning } => (
            format!("This file cannot be read: it begins with {beginning:?}"),
            "Ask the conference for its schedule as XML, JSON, iCal or a table (CSV), or open a file saved by this app.".to_owned(),
        ),
        Problem::Broken { line } => (
            match line {
                Some(line) => format!("The file is damaged: it cannot be read from line {line} on"),
                None => "The file is damaged".to_owned(),
            },
            "Download it again. It was probably cut off or edited.".to_owned(),
        ),
        Problem::LaterLink => (
            "This link was made by a later version of the app".to_owned(),
            "Update this app, then open the link again.".to_owned(),
        ),
        Problem::DamagedLink => (
            "Part of the link is missing or wrong".to_owned(),
            "Ask for the link again, and copy all of it.".to_owned(),
        ),
        Problem::LookAlike(what) => look_alike(what),
        Problem::Columns { found, title, start, misspelt, .. } => columns(found, *title, *start, misspelt),
        Problem::TooMany { part, count, limit } => {
            let part = match part {
                Part::Sessions => "sessions",
                Part::Days => "days",
                Part::Rooms => "rooms",
                Part::Tracks => "tracks",
                Part::Cells => "cells",
                Part::Names => "different names of fields",
            };
            (
                format!("The schedule is too large: {count} {part}, and at most {limit} are read"),
                "Check that this is the schedule of one conference. If it is, split it into several files, such as one for each day."
                    .to_owned(),
            )
        }
        Problem::OddId { id, limit } => (
            format!("The id {id:?} cannot be used: it is empty, longer than {limit} bytes, or has control characters"),
            "Give it a short id of letters and digits where the file was made.".to_owned(),
        ),
        Problem::NoSessions { left_out: 0, .. } => (
            "No sessions were found in the file".to_owned(),
            "Check that the schedule has been published, and download it again. If it has sessions, its form is not known: each needs a title and a start."
                .to_owned(),
        ),
        Problem::NoSessions { left_out, first } => (
            format!("No session of the file can be shown: {} without a readable start", count(*left_out, "row is", "rows are")),
            match first.as_deref() {
                Some((place, remark)) => format!("{}. Write dates as 2018-08-18 and times as 13:00.", warning(place, remark)),
                None => "Write dates as 2018-08-18 and times as 13:00.".to_owned(),
            },
        ),
        Problem::NoTimes { count, title, reason } => no_times(*count, title, reason),
        Problem::ManyReadings { readings } => (
            format!("It is unclear which list is the schedule: {}", lists(readings)),
            "Choose one of them, or save it as a file of its own and open that.".to_owned(),
        ),
        Problem::Undated { rows, why } => undated(*rows, why),
        Problem::NoTimeZone => (
            "The times are unclear: the file has no time zone".to_owned(),
            "Give the time zone of the venue, such as Asia/Seoul; a CSV file can begin with these lines:\n# title: My Conference 2027\n# time_zone: Asia/Seoul"
                .to_owned(),
        ),
        Problem::UnknownTimeZone { name, near } => (
            format!("There is no time zone {name:?}: it must be a name such as Asia/Seoul or an offset such as +09:00"),
            match near.as_slice() {
                [] => "Zones are named after a continent and a city: Asia/Seoul, Europe/Berlin, America/New_York.".to_owned(),
                near => format!("Perhaps one of these: {}.", near.join(", ")),
            },
        ),
        Problem::AmbiguousTimeZone { name, choices } => (
            format!("The time zone {name:?} is ambiguous"),
            format!("Write the one that the venue is in: {}.", choices.join(", ")),
        ),
    };
    Refusal { message, hint }
}

fn undated(rows: usize, why: &Undated) -> (String, String) {
    let rows = count(rows, "row has", "rows have");
    match why {
        Undated::Nothing => (
            format!("The table says nothing about days: {rows} only a time of day"),
            "Add a column \"date\" with dates such as 2026-08-15. If it is all on one day, write this line above the table: # start: 2026-08-15"
                .to_owned(),
        ),
        Undated::NoYear(text) => (
            format!("The year is missing: the dates are written like {text:?}"),
            "Write the dates as 2026-08-15, or write the first day above the table: # start: 2026-08-15. A title with the year is \
             enough, too, such as \"My Conference 2026\""
                .to_owned(),
        ),
        Undated::Counted(text) => (
            format!("The date of the first day is missing: the days are only called {text:?} and the like"),
            "Write the first day in a line above the table: # start: 2026-08-15".to_owned(),
        ),
    }
}

fn look_alike(what: &LookAlike) -> (String, String) {
    match what {
        LookAlike::HtmlPage => (
            "This is a web page, not a schedule file".to_owned(),
            "Looked for times with titles beside them in tables, lists and boxes, for events that pages state for search engines, and for \
             data in scripts. Save the page once it shows the program, or look on the website for a link to the schedule as XML, JSON, \
             iCal or CSV."
                .to_owned(),
        ),
        LookAlike::OtherXml { root } => (
            format!("This XML file is not a schedule of a known form: it begins with <{root}>"),
            "Ask the conference for its schedule.xml, or for its schedule as iCal or CSV.".to_owned(),
        ),
        LookAlike::Shifts => (
            "These are shifts for volunteers, not the schedule".to_owned(),
            "Look for the schedule of talks on the same website.".to_owned(),
        ),
        LookAlike::PeopleOnly => (
            "This file has people but no sessions".to_owned(),
            "The sessions are in another file, usually called program, schedule or sessions. Open that one.".to_owned(),
        ),
        LookAlike::Binary { kind } => (
            format!("A {kind} file cannot be read as a schedule"),
            if what.may_be_spreadsheet() {
                "If it is a spreadsheet, open it, save it again as .xlsx or as \"CSV UTF-8\", and open that file.".to_owned()
            } else {
                "Ask the conference for its schedule as XML, JSON, iCal or CSV.".to_owned()
            },
        ),
    }
}

fn columns(found: &[String], title: bool, start: bool, misspelt: &[(String, String)]) -> (String, String) {
    let misspelt = misspelt.iter().map(|(name, meant)| format!(" Is {name:?} meant as {meant:?}?")).collect::<String>();
    let missing = match (title, start) {
        (false, false) => "neither a title nor a start",
        (false, true) => "no title",
        _ => "no start",
    };
    (
        format!("The table has {missing}: its first line says {}", quoted(found)),
        format!(
            "The first line must name the columns: title and start at least; also date, end, room, speakers, category.{misspelt} For \
             example “date,start,end,room,title,speakers” above rows such as “2026-08-15,10:00,10:40,Hall A,Opening,Ada Lee”."
        ),
    )
}

fn warning(place: &Place, remark: &Remark) -> String {
    let sentence = match remark {
        Remark::NoTitle { shown } => format!("it has no title; shown as {shown:?}"),
        Remark::OtherTimeZone { given, stated } => {
            format!("the time zone {given} was not used, since the file states {stated}")
        }
        Remark::NoStart => "skipped: no start time".to_owned(),
        Remark::NotAStart(text) => format!("skipped: its start {text:?} is not a date and a time"),
        Remark::AmbiguousDate { text, readings: [one, other] } => {
            format!("skipped: {text:?} may be {one} or {other}; write the one that is meant")
        }
        Remark::DateOrder { text, read } => {
            format!("dates like {text:?} are ambiguous; they were read like {read}. Write them with the year first")
        }
        Remark::WrongWeekday { text, date } => {
            format!("{text:?} has the wrong weekday: {date} is a {}", weekday_name(date.weekday()))
        }
        Remark::NotAnEnd(text) => format!("its end {text:?} is not a time; only the start is shown"),
        Remark::ImpossibleYear { start, first, last } => {
            format!("skipped: it starts on {start}, not in the years {first} to {last}")
        }
        Remark::TooLong { hours, limit } => {
            format!("it lasts {hours} hours, more than the {limit} of a session; only the start is shown")
        }
        Remark::DayMoved { count, first } => format!(
            "{} on a day that does not fit the start, and moved to the day of the start: {}",
            self::count(*count, "session was", "sessions were"),
            some(first, *count)
        ),
        Remark::ListCut { left_out } => {
            format!("{left_out} of its people and rooms were left out: there are too many")
        }
        Remark::EndsBeforeStart => "it ends before it starts; only the start is shown".to_owned(),
        Remark::NoEnd { count, first } => {
            format!("{} no end: {}", self::count(*count, "session has", "sessions have"), some(first, *count))
        }
        Remark::OddTime { assumed } => format!("the clock is changed at that hour; taken as {assumed}"),
        Remark::Shortened { count, first } => {
            format!("{} too long and cut: {}", self::count(*count, "text was", "texts were"), some(first, *count))
        }
        Remark::FalseOffsets { count, first } => format!(
            "{} marked as UTC but given in local time; taken as local: {}",
            self::count(*count, "start is", "starts are"),
            some(first, *count)
        ),
        Remark::EndsOfNextStarts { count } => format!(
            "no session says when it ends: {count} of them end when the next one in their room begins. A column \"end\" says it exactly"
        ),
        Remark::OnlyUtc => {
            "all times are written with +00:00 and are shown in UTC; if the venue is elsewhere, give its time zone".to_owned()
        }
        Remark::PerhapsNotUtc => {
            "many sessions are at night; perhaps local times are marked as UTC. Compare one with the conference's website"
                .to_owned()
        }
        Remark::ZoneByOffset { stated, assumed } => {
            format!("the file names the time zone {stated:?}, but its times have the offset {assumed}, which was used")
        }
        Remark::UnsafeLink(url) => format!("the link {url:?} was left out: it is not a web address"),
        Remark::RepeatedId { id, now } => format!("the id {id:?} appears twice; this one is now {now:?}"),
        Remark::MisspeltField { field, meant, count } => {
            let often = if *count > 1 { format!(" ({count} times)") } else { String::new() };
            format!("there is no field {field:?}{often}; is {meant:?} meant?")
        }
        Remark::MisspeltColumn { column, meant } => format!("the column {column:?} is not used; is {meant:?} meant?"),
        Remark::NoHeader(columns) => format!(
            "the table has no header; taken by what is in them: {}. If that is wrong, name the columns in the first line",
            columns.iter().map(|(at, column)| format!("{} as {}", letters(*at), column.word())).collect::<Vec<_>>().join(", ")
        ),
        Remark::TakenAsTitle { column } => {
            format!("no column is called a title, so {column:?} was taken; if that is wrong, call the right one \"title\"")
        }
        Remark::PeopleBehindTitles { count } => {
            format!("Names behind titles were taken as the people of {}", self::count(*count, "session", "sessions"))
        }
        Remark::OnlyAnEnd => "not a session: it says when the day is over".to_owned(),
        Remark::NumberedRooms => {
            "The rooms are only numbers from 0 on. If another file has their names, open both together".to_owned()
        }
        Remark::Grid { rooms } if rooms.is_empty() => {
            "read as a grid with a column for each day; each cell is a session".to_owned()
        }
        Remark::Grid { rooms } => format!(
            "read as a grid with the rooms {}; of each cell the first line is the title and the second the people",
            quoted(rooms)
        ),
        Remark::AfterMidnight { count, first } => format!(
            "{} after midnight below a later one of the same day, and taken to be in the night after it: {}",
            self::count(*count, "session stands", "sessions stand"),
            some(first, *count)
        ),
        Remark::Afternoons { count } => format!(
            "no time is after 13:00, and times run backwards: {} taken to be in the afternoon",
            self::count(*count, "session was", "sessions were")
        ),
        Remark::SheetsAreRooms { rooms } => {
            format!("nothing else says where sessions are, so the names of the sheets were taken as rooms: {}", quoted(rooms))
        }
        Remark::HeadingsAreRooms { rooms } => format!(
            "nothing else says where sessions are, so the names above parts of the table were taken as rooms: {}",
            quoted(rooms)
        ),
        Remark::TablesLeftOut(names) => format!("tables that are not read as a timetable were left out: {}", quoted(names)),
        Remark::NotADay(text) => format!("{text:?} is not a date; write the first day as \"# start: 2026-08-15\""),
        Remark::UnclosedQuote => "a quotation mark is never closed; it was left out, so check the cells of this row".to_owned(),
        Remark::UnknownColumns(names) => format!("columns that are not used: {}", quoted(names)),
        Remark::NotAccepted(state) => format!("skipped: its state is {state:?}"),
        Remark::Repetition(rule) => format!("shown once: its repetition {rule:?} cannot be followed"),
        Remark::RepetitionsCut { taken } => format!("it repeats too often; only the first {taken} are shown"),
        Remark::UnknownKey(key) => format!("there is no setting {key:?}"),
        Remark::TooFar { minutes, limit } => {
            format!("a walking time of {minutes} minutes was left out; the most is {limit}")
        }
        Remark::WalksCut { taken, left_out } => {
            format!("{left_out} walking times were left out; at most {taken} are kept")
        }
        Remark::ReadFrom(form) => {
            let Form { lists, title, start, days_from_keys, rooms_from_keys, rooms_from_columns } = form.as_ref();
            let start = start.as_ref().map_or_else(|| "the keys".to_owned(), |start| format!("{start:?}"));
            let days = if *days_from_keys { ", days from the keys" } else { "" };
            let rooms = match (rooms_from_keys, rooms_from_columns) {
                (true, _) => ", rooms from the keys",
                (_, true) => ", rooms from the columns",
                _ => "",
            };
            format!(
                "a file of unknown form; sessions from {}, titles from {title:?}, times from {start}{days}{rooms}. Compare a few with the conference's website",
                quoted(lists)
            )
        }
        Remark::Outlined { sessions, with_rooms } => format!(
            "read from the page by its times: {}, {with_rooms} of them with a room. Compare a few with the page",
            count(*sessions, "session", "sessions")
        ),
        Remark::Blocks { count, first } => format!(
            "the talks inside {} are the sessions, in the room of the block and with its title: {}",
            self::count(*count, "block", "blocks"),
            some(first, *count)
        ),
        Remark::DaysCompleted { year, first } => match (year, first) {
            (_, Some(first)) => format!("the file does not state full dates; the first day was taken as {first}"),
            (Some(year), None) => format!("the dates have no year; taken as {year}"),
            (None, None) => "the file does not state full dates".to_owned(),
        },
        Remark::ListLeftOut { list, count, first } => {
            format!(
                "{} of {list:?} left out, since they are at another time: {first:?} and so on",
                self::count(*count, "entry", "entries")
            )
        }
        Remark::TimetableLeftOut(list, count) => {
            format!("another timetable of the page was left out: {list:?}, {}", self::count(*count, "session", "sessions"))
        }
        Remark::TimetablesAreDays { days } => {
            format!(
                "the page does not say which timetable is of which day; taken as its {days} days in their order. Compare with the page"
            )
        }
        Remark::OneDayOfSeveral { day, first, last } => {
            format!("the page speaks of the days from {first} to {last}, but all sessions are on {day}. Compare with the page")
        }
        Remark::PartsOfSessions { count } => format!(
            "{} in the descriptions of the sessions that they belong to",
            self::count(*count, "entry is", "entries, such as papers, are")
        ),
        Remark::EndsByNext { count } => {
            format!("{} no end; taken to end when the next one starts", self::count(*count, "session has", "sessions have"))
        }
        Remark::OneAfterTheOther { count } => format!(
            "{} only how long it takes; taken to begin when the one above it ends",
            self::count(*count, "session says", "sessions say")
        ),
        Remark::RowsBetween { count, minutes } => format!(
            "{} no time; taken as the times between those above and below, {minutes} minutes apart",
            self::count(*count, "row of the grid has", "rows of the grid have")
        ),
        Remark::More { count } => format!("and {}", self::count(*count, "more note", "more notes")),
        Remark::NotAWay(text) => format!("{text:?} is not a walking time; write it as \"101, 102 > 201 = 5\""),
        Remark::NotAnAlias(text) => format!("{text:?} is not two names of the same; write them as \"장고 = Django\""),
        Remark::AliasesCut { taken, left_out } => {
            format!("{left_out} lines of names that mean the same were left out; at most {taken} are kept")
        }
        Remark::UnknownRoom(room) => format!("there is no session in room {room:?}, so its walking time is ignored"),
        Remark::NamedAfterFile { title, id: None } => {
            format!("the title {title:?} is the name of the file; give another one as \"# title: …\"")
        }
        Remark::NamedAfterFile { title, id: Some(id) } => format!(
            "the title {title:?} and the id {id:?} come from the name of the file. Give both, since people's picks belong to the id: \
             \"# title: …\" and \"# id: …\""
        ),
        Remark::NamedAfterRow { title } => {
            format!("the title {title:?} is what stands above the table; give another one as \"# title: …\"")
        }
        Remark::NoProgramTitle { assumed } => format!("the file does not name the conference; taken as {assumed:?}"),
    };
    match position(place) {
        position if position.is_empty() => sentence[..1].to_uppercase() + &sentence[1..],
        position => format!("{position}: {sentence}"),
    }
}

fn position(place: &Place) -> String {
    let row = place.cell.as_ref().map(|cell| cell.row).filter(|row| place.line != Some(*row));
    let row = row.map_or_else(String::new, |row| format!(" (row {row})"));
    let line = place.line.map(|line| format!("Line {line}{row}"));
    let cell = place.cell.as_ref().map(|cell| format!("column {} {:?}", cell.letters(), cell.name));
    let title = place.title.as_ref().map(|title| format!("{title:?}"));
    [line, cell, title].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn count(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Returns the first few of `count`, and how many more there are.
fn some(first: &[String], count: usize) -> String {
    match count - first.len() {
        0 => quoted(first),
        more => format!("{} and {more} more", quoted(first)),
    }
}

fn quoted(words: &[String]) -> String {
    words.iter().map(|word| format!("{word:?}")).collect::<Vec<_>>().join(", ")
}
