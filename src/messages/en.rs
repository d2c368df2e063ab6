//! English.

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

    // The picture
    free_time: |minutes| format!("{} free", duration(minutes)),
    overlapping: |minutes| format!("{} overlap", duration(minutes)),
    cancelled: "cancelled",
    removed: "no longer in the program",
    program_version: |version| format!("program {version}"),
    nothing_to_paint: || Refusal {
        message: "There is nothing to put into the picture".to_owned(),
        hint: "Pick a session first, or choose another day.".to_owned(),
    },
    screen_too_small: |width, height| Refusal {
        message: format!("A screen of {width}×{height} has no room for text that can be read"),
        hint: "Check the size of the screen, or choose a larger zone.".to_owned(),
    },
    screen_too_large: |width, height| Refusal {
        message: format!("A picture of {width}×{height} is too large to be made"),
        hint: "Give the size of the phone's screen in pixels, such as 1179×2556.".to_owned(),
    },
    no_such_zone: |name, choices| Refusal {
        message: format!("There is no lock-screen zone {name:?}"),
        hint: format!("Choose one of: {choices}"),
    },
    no_such_theme: |name, choices| Refusal {
        message: format!("There is no theme {name:?}"),
        hint: format!("Choose one of: {choices}"),
    },
    no_such_day: |day| Refusal { message: format!("This is not a date: {day:?}"), hint: "Write it like 2018-08-18.".to_owned() },
    fonts_missing: || Refusal {
        message: "The fonts of the picture could not be loaded".to_owned(),
        hint: "Connect to the internet and try again. Once loaded, they also work offline.".to_owned(),
    },
    fonts_broken: || Refusal {
        message: "The fonts of the picture are damaged".to_owned(),
        hint: "Reload the app and try again.".to_owned(),
    },
    fonts_not_found: |folder| Refusal {
        message: format!("The fonts of the picture are not in {folder}"),
        hint: "Make them with `cargo xtask fonts`, or name their folder in SIGANPYO_FONTS.".to_owned(),
    },
    cannot_write: |path, reason| Refusal {
        message: format!("The file {path} cannot be written: {reason}"),
        hint: "Check that the folder exists and may be written to.".to_owned(),
    },
    worker_outdated: || Refusal {
        message: "The app is being updated".to_owned(),
        hint: "Close the app and open it again.".to_owned(),
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
