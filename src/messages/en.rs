//! English.

mod command_line;
mod import;

pub(super) use command_line::COMMAND_LINE;
pub(super) use import::IMPORT;

use super::{Messages, Refusal, Rule};
use crate::program::{Date, Weekday};

pub(super) const ENGLISH: Messages = Messages {
    language_name: "English",

    date,
    duration,

    not_json: |line, column| Refusal {
        message: format!("The file cannot be read: its JSON is broken at line {line}, column {column}"),
        hint: "Check that the file was downloaded to its end, or download it again.".to_owned(),
    },
    not_a_program: |found| Refusal {
        message: format!("This is not a program file: its format is {found:?}, not siganpyo-program/1"),
        hint: "Check that this is the program file that the conference published.".to_owned(),
    },
    not_a_plan: |found| Refusal {
        message: format!("This is not a timetable file: its format is {found:?}, not siganpyo-plan/1"),
        hint: "Check that this is a backup file saved by this app.".to_owned(),
    },
    broken_program: |place, rule| Refusal {
        message: format!("The program file is faulty: {} in {place}", rule_text(&rule)),
        hint: "Tell the conference about it. The program you have stays as it is.".to_owned(),
    },

    // Export
    text_cancelled: "cancelled",
    text_removed: "no longer in the program",
    not_a_code: || Refusal {
        message: "This is not a share code".to_owned(),
        hint: "Copy the whole link or scan the QR code again.".to_owned(),
    },
    code_of_later_version: || Refusal {
        message: "The share code cannot be read: it was made by a newer version of this app".to_owned(),
        hint: "Update the app and open the link again.".to_owned(),
    },
    code_damaged: || Refusal {
        message: "The share code is damaged: a part of it is missing or mistyped".to_owned(),
        hint: "Copy the whole link or scan the QR code again.".to_owned(),
    },
    code_of_other_program: || Refusal {
        message: "The share code is for another program".to_owned(),
        hint: "Open the program of that conference first, then the link.".to_owned(),
    },
};

fn rule_text(rule: &Rule) -> String {
    match rule {
        Rule::Empty => "a value is empty".to_owned(),
        Rule::Repeated(id) => format!("the id {id:?} stands twice"),
        Rule::Unknown(id) => format!("there is no {id:?}"),
        Rule::NotATime(text) => format!("{text:?} is not a date or a time such as 2018-08-18T13:00:00+09:00"),
        Rule::EndsBeforeStart => "the end is before the start".to_owned(),
        Rule::NotAColor(text) => format!("{text:?} is not a colour such as #rrggbb"),
    }
}

fn date(date: Date) -> String {
    format!("{} {} {}", weekday(date.weekday()), date.day(), month(date.month()))
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Mon",
        Weekday::Tuesday => "Tue",
        Weekday::Wednesday => "Wed",
        Weekday::Thursday => "Thu",
        Weekday::Friday => "Fri",
        Weekday::Saturday => "Sat",
        Weekday::Sunday => "Sun",
    }
}

fn month(month: u8) -> &'static str {
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][usize::from(month) - 1]
}

fn duration(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}
