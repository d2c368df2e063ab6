//! What refusals say in English of files whose form nobody described.

use crate::messages::import::Reason;

/// What was found, what it lacks, and what to do.
pub(super) fn no_times(count: usize, title: &str, reason: &Reason) -> (String, String) {
    let were = if count == 1 { "entry was" } else { "entries were" };
    let found = format!("No session of the file can be shown: {count} {were} found, such as {title:?}");
    match reason {
        Reason::NoStart { fields } => (
            format!("{found}, but no start: no field is about a time ({})", fields.join(", ")),
            "The times are probably in another file of the same program: open both together.".to_owned(),
        ),
        Reason::Unreadable { field, text } => (
            format!("{found}, but their starts cannot be read: {field:?} says {text:?}"),
            "Write starts as 2018-08-18 13:00. If the times are in another file, open both together.".to_owned(),
        ),
        Reason::NoTimeOfDay { day, fields } => (
            format!("{found}, but only a day ({day:?}) and no time of day ({})", fields.join(", ")),
            "A timetable needs times of day. If they are in another file, open both together.".to_owned(),
        ),
        Reason::NoDate { text, day, year_is_missing } => (
            match day.as_str() {
                "" => format!("{found}, but no dates: it starts at {text:?}"),
                day => format!("{found}, but no complete dates: it starts at {text:?} on {day:?}"),
            },
            match year_is_missing {
                true => "Give the date of the first day, or write the dates into the file as 2026-08-15.".to_owned(),
                false => "Write the dates into the file as 2026-08-15, or give the date of the first day.".to_owned(),
            },
        ),
    }
}

/// Names the lists that may be the schedule.
pub(super) fn lists(readings: &[(String, usize, String)]) -> String {
    let list = |(path, count, first): &(String, usize, String)| format!("{path:?} ({count}, the first is {first:?})");
    readings.iter().map(list).collect::<Vec<_>>().join(", ")
}
