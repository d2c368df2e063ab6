//! English: files that cannot be read.

use crate::messages::Refusal;
use crate::messages::file::{FileMessages, Rule};

pub(in crate::messages) const FILE: FileMessages = FileMessages {
    not_json: |line, column| Refusal {
        message: format!("The file cannot be read: its JSON is broken at line {line}, column {column}"),
        hint: "Check that the file was downloaded to its end, or download it again.".to_owned(),
    },
    not_a_program: |found| Refusal {
        message: format!("This is not a program file: its format is “{found}”, not siganpyo-program/1"),
        hint: "Check that this is the program file that the conference published.".to_owned(),
    },
    not_a_plan: |found| Refusal {
        message: format!("This is not a backup: its format is “{found}”, not siganpyo-plan/1"),
        hint: "Check that this is a backup saved by this app.".to_owned(),
    },
    broken_program: |place, rule| Refusal {
        message: format!("The program file has a mistake: {} in {place}", rule_text(&rule)),
        hint: "Tell the conference about it. Your library is unchanged.".to_owned(),
    },
};

fn rule_text(rule: &Rule) -> String {
    match rule {
        Rule::Empty(key) => format!("{key} is empty"),
        Rule::Missing(key) => format!("{key} is missing or of the wrong type"),
        Rule::Repeated(id) => format!("the id “{id}” appears twice"),
        Rule::Unknown(id) => format!("there is no “{id}”"),
        Rule::NotATime(text) => format!("“{text}” is not a date or a time such as 2018-08-18T13:00:00+09:00"),
        Rule::EndsBeforeStart => "the end is before the start".to_owned(),
        Rule::NotAColor(text) => format!("“{text}” is not a colour such as #rrggbb"),
    }
}
