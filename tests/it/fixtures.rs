//! The content of each of our own files of every format: sessions, days, rooms, and what was left out.

use siganpyo::import::{Options, Warning, import};
use siganpyo::messages::Language;
use std::path::Path;

/// Returns `start minutes day rooms title` of each session, and the number of sessions that were left out.
fn check(name: &str, expected: &[&str], left_out: usize) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import").join(name);
    let options = Options { time_zone: Some("Europe/Berlin".to_owned()), ..Options::default() };
    let imported = import(&std::fs::read(path).unwrap(), &options)
        .unwrap_or_else(|error| panic!("{name}: {}", error.refusal(Language::English).message));
    let program = &imported.program;
    let sessions = program.sessions.iter().map(|session| {
        let (start, rooms) = (session.span.start, program.room_names(session, "en").join("+"));
        format!("{start} {} {} {rooms} {}", session.span.minutes(), session.day, session.title)
    });
    assert_eq!(sessions.collect::<Vec<_>>(), expected, "{name}");
    assert_eq!(imported.warnings.iter().filter(|warning| Warning::is_left_out(warning)).count(), left_out, "{name}");
}

#[test]
fn a_table_with_a_heading_and_day_first_dates_is_read() {
    check(
        "table.csv",
        &["2018-08-18T13:00:00+09:00 25 2018-08-18 101 Deep, dive", "2018-08-19T09:40:00+09:00 0 2018-08-19 101+102 쉬는 시간"],
        0,
    );
}

#[test]
fn fields_of_days_and_time_slots_apply_to_their_sessions() {
    check(
        "app.json",
        &[
            "2018-08-18T13:00:00+09:00 25 2018-08-18  Lunch",
            "2018-08-18T13:00:00+09:00 25 2018-08-18 101 Deep & wide",
            "2018-08-19T23:00:00+09:00 90 2018-08-19 101+102 Party",
        ],
        0,
    );
}

#[test]
fn slots_with_talks_and_slots_without_are_read() {
    check(
        "tree.yml",
        &[
            "2027-03-05T09:30:00+01:00 40 2027-03-05 Oak Wings",
            "2027-03-05T09:30:00+01:00 40 2027-03-05 Elm Stings",
            "2027-03-05T12:00:00+01:00 60 2027-03-05  Lunch",
            "2027-03-06T23:30:00+01:00 60 2027-03-06 Oak Lamps",
        ],
        1,
    );
}

#[test]
fn europythons_breaks_are_in_all_rooms() {
    check(
        "europython-days.json",
        &["2024-07-08T11:00:00+02:00 15 2024-07-08 Hall a", "2024-07-08T11:15:00+02:00 15 2024-07-08 Hall+Side Coffee Break"],
        0,
    );
}

#[test]
fn sessions_that_are_not_in_the_schedule_are_counted() {
    check("sessionize-sessions.json", &["2018-08-27T09:00:00+02:00 40 2018-08-27 Hall a"], 1);
}

#[test]
fn repeated_events_in_a_custom_zone_are_read() {
    check(
        "outlook.ics",
        &[
            "2024-07-05T09:00:00+02:00 15 2024-07-05 Hall, first floor Stand-up",
            "2024-07-09T10:00:00+02:00 15 2024-07-09  Stand-up, moved",
            "2024-07-10T00:00:00+02:00 2880 2024-07-10  Sprints",
            "2024-07-13T09:00:00+02:00 15 2024-07-13 Hall, first floor Stand-up",
        ],
        0,
    );
}
