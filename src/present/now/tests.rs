use super::*;
use crate::messages::Language;
use crate::wire::program_file;

fn program() -> Program {
    program_file::read(
        r#"{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul",
        "days": [{"date": "2018-08-18"}, {"date": "2018-08-19"}],
        "rooms": [{"id": "c", "name": "C"}, {"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
        "sessions": [
          {"id": "0", "title": "Tea", "start": "2018-08-18T10:00:00+09:00", "end": "2018-08-19T18:00:00+09:00", "day": "2018-08-18", "rooms": ["c"]},
          {"id": "1", "title": "One", "start": "2018-08-18T10:00:00+09:00", "end": "2018-08-18T11:00:00+09:00", "day": "2018-08-18", "rooms": ["a", "b"]},
          {"id": "2", "title": "Two", "start": "2018-08-18T11:00:00+09:00", "end": "2018-08-18T11:00:00+09:00", "day": "2018-08-18", "rooms": ["b"]},
          {"id": "3", "title": "Off", "start": "2018-08-18T11:30:00+09:00", "end": "2018-08-18T12:30:00+09:00", "day": "2018-08-18", "rooms": ["a"], "cancelled": true},
          {"id": "4", "title": "Lunch", "start": "2018-08-18T12:00:00+09:00", "end": "2018-08-18T13:00:00+09:00", "day": "2018-08-18"},
          {"id": "5", "title": "Three", "start": "2018-08-18T13:00:00+09:00", "end": "2018-08-18T14:00:00+09:00", "day": "2018-08-18", "rooms": ["a"]},
          {"id": "6", "title": "Party", "start": "2018-08-19T00:30:00+09:00", "end": "2018-08-19T05:00:00+09:00", "day": "2018-08-18", "rooms": ["b"]},
          {"id": "7", "title": "End", "start": "2018-08-19T10:00:00+09:00", "end": "2018-08-19T11:00:00+09:00", "day": "2018-08-19", "rooms": ["a"]}
        ]}"#,
    )
    .unwrap()
}

fn at(text: &str) -> Now {
    at_with(text, &[])
}

/// Returns the same with these sessions hidden, given by index.
fn at_with(text: &str, hidden: &[usize]) -> Now {
    let shown = SessionSet::of(8, hidden.iter().copied()).others();
    Now::new(&program(), &shown, Moment::parse(&format!("2018-08-{text}:00+09:00")).unwrap().unix())
}

#[test]
fn a_visit_opens_the_first_day_and_during_the_conference_the_present_day() {
    for (clock, phase, opens) in [
        ("10T12:00", Phase::Before, 18),
        ("18T03:59", Phase::Before, 18),
        ("18T04:00", Phase::During, 18),
        ("18T23:00", Phase::During, 18),
        ("19T04:59", Phase::During, 18),
        ("19T05:00", Phase::During, 19),
        ("19T12:00", Phase::During, 19),
        ("19T17:59", Phase::During, 19),
        ("19T18:00", Phase::After, 18),
    ] {
        let now = at(clock);
        assert_eq!((now.phase, now.opens.map(Date::day)), (phase, Some(opens)), "{clock}");
    }
}

#[test]
fn running_and_next_sessions_are_found_for_each_room() {
    for (clock, running, next, line) in [
        ("10T12:00", vec![], vec![0, 1, 4], None),
        ("18T09:00", vec![], vec![0, 1, 4], Some(0)),
        ("18T10:00", vec![0, 1], vec![2, 4, 5], Some(2)),
        ("18T10:59", vec![0, 1], vec![2, 4, 5], Some(2)),
        ("18T11:29", vec![0, 2], vec![4, 5, 6], Some(3)),
        ("18T11:45", vec![0], vec![4, 5, 6], Some(4)),
        ("18T13:30", vec![0, 5], vec![6], Some(6)),
        ("19T00:30", vec![0, 6], vec![], None),
        ("19T06:00", vec![0], vec![7], Some(7)),
        ("19T10:30", vec![0, 7], vec![], None),
        ("19T19:00", vec![], vec![], None),
    ] {
        let now = at(clock);
        assert_eq!((now.running, now.next, now.line), (running, next, line), "{clock}");
    }
}

#[test]
fn the_list_scrolls_to_the_latest_running_slot_or_the_next_session() {
    for (clock, here) in [
        ("10T12:00", None),
        ("18T09:00", Some(0)),
        ("18T10:59", Some(1)),
        ("18T11:29", Some(2)),
        ("18T11:45", Some(4)),
        ("18T13:30", Some(5)),
        ("18T20:00", Some(6)),
        ("19T03:00", None),
        ("19T10:30", Some(7)),
        ("19T12:00", None),
    ] {
        assert_eq!(at(clock).here, here, "{clock}");
    }
}

#[test]
fn hidden_sessions_are_neither_running_nor_next_nor_past() {
    let now = at_with("18T11:29", &[2, 3]);
    assert_eq!((now.running, now.next, now.line, now.here), (vec![0], vec![4, 5, 6], Some(4), Some(4)));
    assert_eq!(at_with("18T12:30", &[1]).past.iter().collect::<Vec<_>>(), [2, 3]);
    assert_eq!(at_with("19T04:00", &[6]).opens.map(Date::day), Some(19), "the party is hidden, so its day is over");
    assert_eq!(at_with("18T12:00", &[0, 1, 2, 3, 4, 5, 6]).opens.map(Date::day), Some(19));
}

#[test]
fn past_sessions_are_counted_and_running_ones_are_kept() {
    let program = program();
    let day = |number| Date::new(2018, 8, number).unwrap();
    for (clock, past) in [("18T09:00", 0), ("18T11:00", 1), ("18T12:30", 3), ("19T09:00", 6), ("19T18:00", 7)] {
        assert_eq!(at(clock).past_of(&program, day(18)), past, "{clock}");
    }
    assert!(!at("19T09:00").past.contains(0));
    assert_eq!(at("19T18:00").past_of(&program, day(19)), 1);
}

#[test]
fn a_program_without_sessions_opens_no_day() {
    let mut program = program();
    program.sessions.clear();
    let now = Now::new(&program, &SessionSet::none(0), 0);
    assert_eq!((now.opens, now.running.len(), now.line), (None, 0, None));
}

#[test]
fn the_phones_time_is_only_shown_if_it_differs() {
    let span = |from: &str, to: &str| {
        let at = |clock: &str| Moment::parse(&format!("2018-08-18T{clock}:00+09:00")).unwrap();
        Span::new(at(from), at(to)).unwrap()
    };
    let told =
        |span, offset, zone| phone_time(span, offset, zone, Language::English.messages(), Language::English.find_messages());
    let afternoon = span("13:00", "13:25");
    for (span, offset, zone, expected) in [
        (afternoon, 540, "Asia/Tokyo", None),
        (afternoon, 120, "Europe/Berlin", Some("06:00–06:25 your time (Europe/Berlin)")),
        (afternoon, 330, "", Some("09:30–09:55 your time (UTC+5:30)")),
        (afternoon, -420, "", Some("Fri 17 Aug 21:00–21:25 your time (UTC−7)")),
        (span("13:00", "13:00"), 480, "Asia/Taipei", Some("12:00 your time (Asia/Taipei)")),
    ] {
        assert_eq!(told(span, offset, zone).as_deref(), expected, "{offset}");
    }
}
