use super::lines::MAX_LINE;
use super::*;
use crate::export::text::tests::{plan, program};
use crate::plan::tests::span;
use crate::plan::{OwnEntry, Pick};
use crate::program::{SessionId, Walk};
use std::collections::BTreeMap;

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

fn options<'a>() -> CalendarOptions<'a> {
    CalendarOptions::new(at("2018-08-01T00:00:00Z"), "ko")
}

fn file() -> String {
    calendar(&plan(), &program(), &options())
}

#[test]
fn every_entry_is_an_event_in_time_order() {
    let unfolded = file().replace("\r\n ", "");
    let (head, _) = unfolded.split_once("BEGIN:VEVENT").unwrap();
    assert!(head.contains("\r\nNAME:P\r\nX-WR-CALNAME:P\r\nX-WR-TIMEZONE:Asia/Seoul\r\n"), "{head}");
    let events: Vec<&str> = unfolded.split("BEGIN:VEVENT\r\n").skip(1).collect();
    assert_eq!(events.len(), 4);
    assert_eq!(
        events[1],
        "UID:session-a@p.siganpyo\r\nDTSTAMP:20180801T000000Z\r\nSEQUENCE:2\r\nLAST-MODIFIED:20180801T000000Z\r\n\
         DTSTART:20180818T040000Z\r\nDTEND:20180818T042500Z\r\n\
         SUMMARY:Rust\\, 그리고 \\\\ 파이썬\\; 아주 긴 제목이라서 접어야 하는 이야기\r\nLOCATION:101호\\, COEX\r\n\
         DESCRIPTION:강효준\\, 이한\r\nURL:https://example.org/a\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\n"
    );
    assert!(events[0].contains("UID:own-1@p.siganpyo") && events[0].contains("LOCATION:로비\r\nDESCRIPTION:비건\\n메뉴\r\n"));
    assert!(
        events[2].contains("STATUS:CANCELLED") && !events[2].contains("DTEND"),
        "cancelled, and without an end: {}",
        events[2]
    );
    assert!(events[3].contains("UID:session-gone%20%26@p.siganpyo") && events[3].contains("STATUS:CANCELLED"));
}

#[test]
fn text_of_a_program_never_adds_a_line() {
    let mut program = program();
    program.title = "P\r\nEND:VCALENDAR".to_owned();
    program.venue = Some("\u{85}X\nBEGIN:VALARM".to_owned());
    for session in &mut program.sessions {
        session.url = Some("https://a.example/\r\nEND:VEVENT\r\nBEGIN:VEVENT".to_owned());
        session.title = "T\r\nATTACH:file:///etc/passwd".to_owned();
    }
    let file = calendar(&plan(), &program, &options());
    for line in ["END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "ATTACH:file:///etc/passwd"] {
        let count = file.lines().filter(|written| *written == line).count();
        let expected = if line == "END:VCALENDAR" {
            1
        } else if line.ends_with("VEVENT") {
            4
        } else {
            0
        };
        assert_eq!(count, expected, "{line}");
    }
    assert!(!file.contains("URL:"));
}

#[test]
fn lines_of_any_text_are_short_and_nothing_is_empty() {
    let mut program = program();
    let titles = [format!("{}👩‍💻", "한 글자 ".repeat(100)), "a, b; c \\ d\r\ne\u{7}".to_owned(), "BEGIN:VEVENT".repeat(42)];
    for title in titles {
        program.sessions[0].title = title;
        let options = CalendarOptions { alarm: Some(Alarm::Minutes(10)), ..options() };
        let file = calendar(&plan(), &program, &options);
        assert!(file.ends_with("\r\nEND:VCALENDAR\r\n"));
        assert!(file.split("\r\n").all(|line| line.len() <= MAX_LINE && !line.contains(['\r', '\n']) && !line.ends_with(':')));
        let again = calendar(&plan(), &program, &CalendarOptions { earlier: Some(&file), ..options });
        assert_eq!(again, file, "nothing has changed since");
    }
}

#[test]
fn a_session_is_linked_to_its_own_page_or_to_that_in_the_app() {
    let program = program();
    let file = calendar(&plan(), &program, &CalendarOptions { address: Some("https://app.example/x/"), ..options() });
    let links: Vec<&str> = file.lines().filter_map(|line| line.strip_prefix("URL:")).collect();
    assert_eq!(links, ["https://example.org/a", "https://app.example/x/session/b"], "what is gone has no page");
}

/// A calendar as phones have it: an event is replaced by a higher number of the same UID and by nothing else.
#[derive(Default)]
struct Phone(BTreeMap<String, Event>);

#[derive(Debug, PartialEq)]
struct Event {
    sequence: u32,
    modified: String,
    start: String,
    status: String,
    rings: Option<String>,
}

impl Phone {
    fn import(&mut self, file: &str) {
        for block in file.replace("\r\n ", "").split("BEGIN:VEVENT\r\n").skip(1) {
            let of = |name: &str| block.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':')).map(str::to_owned);
            let event = Event {
                sequence: of("SEQUENCE").unwrap().parse().unwrap(),
                modified: of("LAST-MODIFIED").unwrap(),
                start: of("DTSTART").unwrap(),
                status: of("STATUS").unwrap(),
                rings: of("TRIGGER"),
            };
            let uid = of("UID").unwrap();
            let before = self.0.get(&uid);
            if let Some(before) = before.filter(|before| before.sequence == event.sequence) {
                assert_eq!(*before, event, "another event with the same number");
            }
            if before.is_none_or(|before| before.sequence < event.sequence) {
                assert!(before.is_none_or(|before| before.modified < event.modified), "{event:?}");
                self.0.insert(uid, event);
            }
        }
    }

    fn shown(&self, session: &str) -> String {
        let event = &self.0[&format!("session-{session}@p.siganpyo")];
        format!("{} {} {}", event.start, event.status, event.rings.as_deref().unwrap_or("silent"))
    }
}

/// A person who hands each file to the phone.
struct Person {
    plan: Plan,
    program: Program,
    phone: Phone,
    last: Option<String>,
}

impl Person {
    fn export(&mut self) {
        // The clock stands still, and even goes back.
        let stamp = at(if self.last.is_some() { "2018-07-31T00:00:00Z" } else { "2018-08-01T00:00:00Z" });
        let alarm = Some(Alarm::Minutes(10));
        let options = CalendarOptions { stamp, alarm, earlier: self.last.as_deref(), ..options() };
        let file = calendar(&self.plan, &self.program, &options);
        self.phone.import(&file);
        self.last = Some(file);
    }

    fn move_a(&mut self, from: &str, to: &str) {
        self.program.sessions[0].span = span(from, to);
    }
}

fn person() -> Person {
    Person { plan: plan(), program: program(), phone: Phone::default(), last: None }
}

#[test]
fn a_moved_session_is_one_event_that_moves_with_its_alarm() {
    let mut person = person();
    person.export();
    assert_eq!(person.phone.shown("a"), "20180818T040000Z CONFIRMED -PT10M");
    for (from, to, start) in [("15:00", "15:25", "060000"), ("16:00", "16:25", "070000"), ("13:00", "13:25", "040000")] {
        // Moved twice and back to where it was, and never confirmed.
        person.move_a(from, to);
        person.export();
        assert_eq!(person.phone.shown("a"), format!("20180818T{start}Z CONFIRMED -PT10M"));
        assert_eq!(person.phone.0.len(), 4);
        let (program, session) = (person.program.clone(), SessionId::new("a"));
        if from == "16:00" {
            person.plan.confirm(&session, &program, "ko");
        }
    }
    person.export();
    assert_eq!(person.phone.0.len(), 4);
}

#[test]
fn without_the_earlier_file_a_change_that_was_seen_or_not_has_a_higher_number() {
    let mut person = person();
    let mut numbers = Vec::new();
    let mut export = |person: &mut Person| {
        person.last = None;
        person.export();
        numbers.push(person.phone.0["session-a@p.siganpyo"].sequence);
    };
    export(&mut person);
    person.move_a("15:00", "15:25");
    // `export` has the clock go forward where there is no earlier file, so only the number is looked at.
    person.phone.0.clear();
    export(&mut person);
    let program = person.program.clone();
    person.plan.confirm(&SessionId::new("a"), &program, "ko");
    person.phone.0.clear();
    export(&mut person);
    assert!(numbers.is_sorted_by(|one, other| one < other), "{numbers:?}");
}

#[test]
fn what_is_cancelled_leaves_the_program_or_the_plan_is_cancelled_in_the_calendar() {
    let mut person = person();
    person.export();
    person.program.sessions[0].cancelled = true;
    person.export();
    assert_eq!(person.phone.shown("a"), "20180818T040000Z CANCELLED silent");
    person.program.sessions[0].cancelled = false;
    person.export();
    assert_eq!(person.phone.shown("a"), "20180818T040000Z CONFIRMED -PT10M");
    let whole = person.program.clone();
    person.program.sessions = Vec::new().into();
    person.export();
    assert_eq!(person.phone.shown("a"), "20180818T040000Z CANCELLED silent");
    person.program = whole;
    person.export();
    person.plan.take_out(&SessionId::new("a"));
    person.plan.take_out_own("1");
    person.export();
    assert_eq!(person.phone.shown("a"), "20180818T040000Z CANCELLED silent");
    assert_eq!(person.phone.0["own-1@p.siganpyo"].status, "CANCELLED");
    let cancelled = person.phone.0["session-a@p.siganpyo"].sequence;
    person.export();
    assert_eq!(person.phone.0["session-a@p.siganpyo"].sequence, cancelled, "only once");
    let pick = Pick::of(&person.program, &person.program.sessions[0], "ko");
    person.plan.put(pick);
    person.export();
    assert_eq!(person.phone.shown("a"), "20180818T040000Z CONFIRMED -PT10M");
    assert_eq!(person.phone.0.len(), 4);
}

#[test]
fn events_of_other_programs_and_broken_files_are_no_earlier_ones() {
    let other = file().replace("@p.siganpyo", "@q.siganpyo");
    for earlier in [other.as_str(), "", "BEGIN:VCALENDAR", &file().replace("SEQUENCE:2", "SEQUENCE:x").replace("own-1", "x")] {
        let written = calendar(&plan(), &program(), &CalendarOptions { earlier: Some(earlier), ..options() });
        assert_eq!(written.matches("BEGIN:VEVENT").count(), 4);
        assert!(written.contains("SEQUENCE:2\r\n"));
    }
}

#[test]
fn the_alarm_leaves_time_for_the_way() {
    let mut program = program();
    let mut other = program.rooms[0].clone();
    other.id = crate::program::RoomId::new("hall");
    other.name = "Hall".to_owned();
    program.rooms = [program.rooms[0].clone(), other].into_iter().collect();
    let rooms = program.sessions[0].rooms.clone();
    program.walking = vec![Walk { from: vec![crate::program::RoomId::new("hall")], to: rooms, minutes: 7 }];
    let mut plan = plan();
    let lunch = OwnEntry {
        id: "1".to_owned(),
        title: "L".to_owned(),
        span: span("12:00", "12:40"),
        place: Some("Hall".to_owned()),
        note: None,
    };
    plan.put_own(lunch);
    let rings = |alarm: Option<Alarm>| {
        let file = calendar(&plan, &program, &CalendarOptions { alarm, walking: 3, ..options() });
        file.lines().filter_map(|line| line.strip_prefix("TRIGGER:").map(str::to_owned)).collect::<Vec<_>>()
    };
    assert_eq!(rings(Some(Alarm::Way)), ["-PT5M", "-PT12M"], "nothing before the first one, seven minutes to the second one");
    assert_eq!(rings(Some(Alarm::Minutes(15))), ["-PT15M", "-PT15M"], "none for what is cancelled");
    assert!(rings(None).is_empty());
}

#[test]
fn a_conference_over_a_change_of_time_has_the_right_instants() {
    let mut program = program();
    program.time_zone = "Europe/Berlin".to_owned();
    let spans =
        [("2025-03-30T01:30:00+01:00", "2025-03-30T04:00:00+02:00"), ("2025-03-30T09:00:00+02:00", "2025-03-30T09:30:00+02:00")];
    for (session, (start, end)) in program.sessions.iter_mut().zip(spans) {
        session.span = Span::new(at(start), at(end)).unwrap();
    }
    let file = program_calendar(&program.sessions, "P", &program, &options());
    let times: Vec<&str> = file.lines().filter(|line| line.starts_with("DT") && !line.starts_with("DTSTAMP")).collect();
    let expected = ["DTSTART:20250330T003000Z", "DTEND:20250330T020000Z", "DTSTART:20250330T070000Z", "DTEND:20250330T073000Z"];
    assert_eq!(times, expected);
}

#[test]
fn a_calendar_of_the_program_has_the_uids_of_a_persons_own_file() {
    let uids = |file: &str| {
        let uids = file.lines().filter(|line| line.starts_with("UID:session-")).map(str::to_owned);
        uids.collect::<std::collections::BTreeSet<_>>()
    };
    let program = program();
    let published = program_calendar(&program.sessions, "P – Room 101", &program, &options());
    assert!(
        published
            .contains("\r\nX-WR-CALNAME:P – Room 101\r\nX-WR-TIMEZONE:Asia/Seoul\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n")
    );
    assert_eq!(uids(&published).len(), 2);
    assert!(uids(&published).is_subset(&uids(&file())));
}
