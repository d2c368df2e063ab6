use super::*;
use crate::messages::Language;
use crate::program::{Block, Inline, ProgramId, RoomId, SessionId, Span, plain_text};

/// Returns a program of two talks in one room.
fn program() -> Program {
    let file = r#"{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul",
        "days": [{"date": "2018-08-18", "label": "Day 1"}], "rooms": [{"id": "a", "name": "A"}], "tracks": [{"id": "t", "name": "T"}], "sessions": [
        {"id": "1", "title": "One", "start": "2018-08-18T13:00:00+09:00", "end": "2018-08-18T13:30:00+09:00", "day": "2018-08-18", "rooms": ["a"], "track": "t"},
        {"id": "2", "title": "Two", "start": "2018-08-18T14:00:00+09:00", "end": "2018-08-18T14:30:00+09:00", "day": "2018-08-18", "rooms": ["a"]}]}"#;
    program_file::read(file).unwrap()
}

/// Returns the program after the gate and the warnings, and checks that a second pass changes nothing.
fn admitted(change: impl FnOnce(&mut Program)) -> (Program, Vec<String>) {
    let mut program = program();
    change(&mut program);
    let Imported { program, warnings, .. } = admit(program).unwrap();
    let again = admit(program.clone()).unwrap();
    assert_eq!((&again.program, again.warnings.as_slice()), (&program, [].as_slice()));
    assert_eq!(program_file::read(&program_file::write(&program)).unwrap(), program);
    (program, warnings.iter().map(|warning| warning.sentence(Language::English)).collect())
}

fn refused(change: impl FnOnce(&mut Program)) -> String {
    let mut program = program();
    change(&mut program);
    admit(program).unwrap_err().refusal(Language::English).message
}

fn moment(text: &str) -> crate::program::Moment {
    crate::program::Moment::parse(text).unwrap()
}

#[test]
fn a_valid_program_is_unchanged() {
    let (after, said) = admitted(|_| ());
    assert_eq!((after, said), (program(), Vec::new()));
}

#[test]
fn exceeding_a_limit_is_refused_with_the_number() {
    let room = |at: usize| Room { id: RoomId::new(at.to_string()), name: at.to_string(), names: BTreeMap::new() };
    let said = refused(|program| program.rooms.extend((0..MAX_ROOMS).map(room)));
    assert_eq!(said, "The program is too large: 5001 rooms, and at most 5000 are read");
    let track = |at: usize| Track { id: crate::program::TrackId::new(at.to_string()), name: at.to_string(), color: None };
    assert!(refused(|program| program.tracks.extend((0..MAX_TRACKS).map(track))).contains("2001 tracks"));
    let day = |at: usize| Day { date: Date::from_days_since_epoch(at as i64), label: None };
    assert!(refused(|program| program.days.extend((0..MAX_DAYS).map(day))).contains("401 days"));
    let session = |at: usize, session: &Session| Session { id: SessionId::new(format!("n{at}")), ..session.clone() };
    let many = |program: &mut Program| {
        let first = program.sessions[0].clone();
        program.sessions = (0..=MAX_SESSIONS).map(|at| session(at, &first)).collect();
    };
    assert!(refused(many).contains("20001 sessions"));
}

#[test]
fn a_repeated_day_is_listed_once() {
    let (after, said) = admitted(|program| program.days = vec![program.days[0].clone(); 100_000]);
    assert_eq!((after, said), (program(), Vec::new()));
}

#[test]
fn texts_that_are_too_long_in_total_are_refused() {
    let long = Block::Paragraph(vec![Inline::Text("x".repeat(50_000))]);
    let said = refused(|program| {
        let first = program.sessions[0].clone();
        let session = |at: usize| Session { id: SessionId::new(at.to_string()), about: vec![long.clone()], ..first.clone() };
        program.sessions = (0..400).map(session).collect();
    });
    assert_eq!(said, "The file is too large: 20 MB, and at most 16 MB are read");
}

#[test]
fn invalid_ids_are_refused() {
    for id in ["\u{1b}[2J", "a\u{202e}b", &"x".repeat(301), " "] {
        assert!(refused(|program| program.sessions[0].id = SessionId::new(id)).contains("cannot be used"), "{id:?}");
        assert!(refused(|program| program.id = ProgramId::new(id)).contains("cannot be used"), "{id:?}");
    }
}

#[test]
fn names_become_single_lines_without_control_characters() {
    let evil = "\u{1b}[2J\u{202e}Na\nme\u{9b}";
    let (after, said) = admitted(|program| {
        program.title = evil.to_owned();
        program.venue = Some("\u{7}".to_owned());
        program.days[0].label = Some(evil.to_owned());
        program.rooms[0].name = evil.to_owned();
        program.rooms[0].names.insert("k\u{1}o".to_owned(), evil.to_owned());
        program.tracks[0].name = evil.to_owned();
        let session = &mut program.sessions[0];
        session.title = evil.to_owned();
        session.subtitle = Some(evil.to_owned());
        session.level = Some("\u{2067}".to_owned());
        session.kind = Kind::Other(evil.to_owned());
        session.speakers = vec![evil.to_owned(), "\u{1}".to_owned()];
    });
    let text = format!("{after:?}");
    assert_eq!(text.matches("[2JNa me").count(), 9, "{text}");
    assert!(!text.contains("\\u{") && after.venue.is_none() && after.sessions[0].level.is_none());
    assert_eq!((after.sessions[0].speakers.len(), said), (1, Vec::new()));
}

#[test]
fn long_texts_are_cut_and_reported() {
    let (after, said) = admitted(|program| {
        program.sessions[0].title = "x".repeat(12_000_000);
        program.sessions[1].speakers = vec!["A".to_owned(); 600];
    });
    assert_eq!(after.sessions[0].title.chars().count(), MAX_LINE + 1);
    assert_eq!(after.sessions[1].speakers.len(), MAX_SPEAKERS);
    assert_eq!(said[0], "\"Two\": 100 of its people and rooms were left out, since there are too many");
    assert!(said[1].starts_with("1 text was too long and cut"), "{said:?}");
}

#[test]
fn impossible_times_are_left_out_or_lose_their_end() {
    let span = |from: &str, to: &str| Span::new(moment(from), moment(to)).unwrap();
    let (after, said) = admitted(|program| {
        program.sessions[0].span = span("0001-01-05T10:00:00Z", "0001-01-05T11:00:00Z");
        program.sessions[1].span = span("2018-08-18T14:00:00+09:00", "2019-06-03T22:00:00+09:00");
    });
    assert_eq!((after.sessions.len(), after.sessions[0].span.minutes()), (1, 0));
    assert_eq!(
        said,
        [
            "\"One\": left out, since it starts on 0001-01-05, which is not in the years 1950 to 2150",
            "\"Two\": it lasts 6944 hours, and no session lasts more than 744; only the start is shown",
        ]
    );
    let none = refused(|program| {
        program.sessions.iter_mut().for_each(|session| session.span = span("9999-12-20T10:00:00Z", "9999-12-20T11:00:00Z"));
    });
    assert!(none.starts_with("No session of the file can be shown"), "{none}");
}

#[test]
fn a_session_is_on_a_day_close_to_its_start() {
    let (after, said) = admitted(|program| {
        program.days[0].date = Date::parse("2026-12-01").unwrap();
        program.sessions.iter_mut().for_each(|session| session.day = Date::parse("2026-12-01").unwrap());
    });
    let days: Vec<String> = after.days.iter().map(|day| day.date.to_string()).collect();
    assert_eq!(days, ["2018-08-18", "2026-12-01"]);
    assert!(after.sessions.iter().all(|session| session.day.to_string() == "2018-08-18"));
    assert_eq!(said, ["2 sessions were on a day far from the start, and now on the day of the start: \"One\", \"Two\""]);
}

#[test]
fn links_must_lead_to_the_web() {
    let injected = "https://a.example/\r\nEND:VEVENT\r\nBEGIN:VEVENT";
    let (after, said) = admitted(|program| {
        program.url = Some("javascript:alert(1)".to_owned());
        program.sessions[0].url = Some(injected.to_owned());
        program.sessions[1].url = Some(" https://a.example/b c ".to_owned());
    });
    assert_eq!((after.url, after.sessions[0].url.clone()), (None, None));
    assert_eq!(after.sessions[1].url.as_deref(), Some("https://a.example/b%20c"));
    assert_eq!(said.len(), 2, "{said:?}");
}

#[test]
fn names_of_the_same_are_at_least_two_and_limited() {
    let lines = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
    let (after, said) = admitted(|program| {
        program.aliases = lines(&[
            "장고= Django\u{1b} = 장고",
            "alone = = alone",
            "",
            &"x = ".repeat(1_000),
            &format!("{}=b", "a".repeat(999)),
            "y = z =",
        ]);
    });
    assert_eq!((after.aliases, said.len()), (lines(&["장고 = Django", "y = z"]), 0));
    let (after, said) = admitted(|program| program.aliases = lines(&["a = b"; 1_001]));
    assert_eq!(after.aliases.len(), MAX_ALIASES);
    assert_eq!(said, ["1 lines of names that mean the same were left out, since at most 1000 are kept"]);
}

#[test]
fn walking_times_are_limited_and_listed_once() {
    let walk = |from: &str, minutes: u32| Walk { from: vec![RoomId::new(from)], to: vec![RoomId::new("a")], minutes };
    let (after, said) = admitted(|program| {
        program.walking = vec![walk("b", 5), walk("b", 5), walk("c", u32::MAX), walk("\u{1b}", 1)];
    });
    assert_eq!((after.walking, said.len()), (vec![walk("b", 5)], 1));
    let (after, said) = admitted(|program| program.walking.extend((0..2_500).map(|at| walk(&at.to_string(), 1))));
    assert_eq!(after.walking.len(), MAX_WALKS);
    assert_eq!(said, ["500 ways between rooms were left out, since at most 2000 are kept"]);
}

#[test]
fn abstracts_are_limited_in_depth_and_length() {
    let word = |text: &str| vec![Inline::Text(text.to_owned())];
    let deep = |depth: usize| (0..depth).fold(Block::Paragraph(word("x")), |block, _| Block::Quote(vec![block]));
    let marked = (0..50).fold(word("y"), |content, _| vec![Inline::Strong(content)]);
    let (after, said) = admitted(|program| {
        program.sessions[0].about = vec![deep(58), Block::Paragraph(marked), Block::Paragraph(Vec::new())];
        let link = Inline::Link { href: "intent://x".to_owned(), content: word("z\n\u{202e}z\u{1}") };
        program.sessions[1].about = vec![Block::Paragraph(vec![link]), Block::Code("a\n\tb\u{1b}".to_owned())];
    });
    let depth = |block: &Block| format!("{block:?}").matches("Quote").count();
    assert_eq!(depth(&after.sessions[0].about[0]), super::super::limits::MAX_DEPTH - 1);
    assert_eq!(format!("{:?}", after.sessions[0].about[1]).matches("Strong").count(), super::super::limits::MAX_MARKS);
    assert_eq!(plain_text(&after.sessions[0].about), "x\ny");
    assert_eq!(plain_text(&after.sessions[1].about), "z z\na\n\tb");
    assert!(!format!("{:?}", after.sessions[1].about).contains("Link") && said.is_empty());

    let (after, said) = admitted(|program| {
        program.sessions[0].about = vec![Block::Paragraph(vec![Inline::Break; 100_000])];
        program.sessions[1].about = vec![Block::Code("x".repeat(100_000))];
    });
    assert_eq!(plain_text(&after.sessions[1].about).len(), super::super::limits::MAX_BODY);
    assert!(said[0].starts_with("2 texts were too long and cut"), "{said:?}");
}
