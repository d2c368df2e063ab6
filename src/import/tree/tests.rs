//! Small programs in the forms that people publish, with invented names. What each form is, is said where it is read.

mod apps;
mod forms;
mod hostile;
mod kinds;
mod nesting;
mod nights;
mod papers;
mod services;
mod shapes;
mod sites;
mod told;

use crate::import::{Imported, NamedFile, Options, import, import_files};
use crate::messages::Language;
use crate::program::Program;

fn options() -> Options {
    Options { time_zone: Some("Asia/Seoul".to_owned()), ..Options::default() }
}

fn read(file: &str, options: &Options) -> Imported {
    import(file.as_bytes(), options).unwrap_or_else(|error| panic!("{:?} in {file}", error.refusal(Language::English)))
}

/// Returns each session as `05 10:00-10:40 Title @Room (Speaker)`, where 05 is the day of the month.
fn rows(program: &Program) -> Vec<String> {
    let row = |session: &crate::program::Session| {
        let (start, end) = (session.span.start.to_string(), session.span.end.to_string());
        let rooms = session.rooms.iter().filter_map(|id| program.rooms.iter().find(|room| room.id == *id));
        let rooms: String = rooms.map(|room| format!(" @{}", room.name)).collect();
        let people = if session.speakers.is_empty() { String::new() } else { format!(" ({})", session.speakers.join(", ")) };
        format!("{} {}-{} {}{rooms}{people}", &start[8..10], &start[11..16], &end[11..16], session.title)
    };
    program.sessions.iter().map(row).collect()
}

fn check(file: &str, options: &Options, expected: &[&str]) {
    let imported = read(file, options);
    assert_eq!(rows(&imported.program), expected, "{file}");
}

fn check_files(files: &[(&str, &str)], expected: &[&str]) {
    let files: Vec<NamedFile> =
        files.iter().map(|(name, text)| NamedFile { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() }).collect();
    let imported = import_files(&files, &options()).unwrap_or_else(|error| panic!("{:?}", error.refusal(Language::English)));
    assert_eq!(rows(&imported.program), expected);
}

/// Returns the message and the hint of a refusal.
fn refusal(file: &str, options: &Options) -> String {
    let refusal = import(file.as_bytes(), options).expect_err("refused").refusal(Language::English);
    format!("{} / {}", refusal.message, refusal.hint)
}

#[test]
fn what_has_no_list_is_named_by_its_beginning() {
    let refusal = import(br#"{ "format": "holiday-photos/3" }"#, &options()).unwrap_err().refusal(Language::English);
    assert!(refusal.message.contains("holiday-photos/3"), "{}", refusal.message);
    let empty = import(br#"{ "events": [] }"#, &options()).unwrap_err().refusal(Language::English);
    assert!(empty.message.contains("No sessions"), "{}", empty.message);
}
