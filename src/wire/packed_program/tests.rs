//! Packed programs as they are read and refused.

use super::*;
use crate::import::{Options, import};
use crate::program::derived_id;
use crate::program::{Color, Date, Day, Kind, Room, RoomId, Session, SessionId, Track, TrackId, Walk};
use crate::wire::program_file;

fn imported(file: &str) -> Program {
    import(file.as_bytes(), &Options { time_zone: Some("Asia/Seoul".to_owned()), ..Options::default() }).unwrap().program
}

fn pycon() -> Program {
    imported(include_str!("../../../tests/fixtures/pyconkr-2018.csv"))
}

/// A program with one of everything.
fn with_everything() -> Program {
    let mut program = imported(include_str!("../../../tests/fixtures/six-scripts.json"));
    let day = program.days[0].date;
    program.subtitle = Some("부제".to_owned());
    program.venue = None;
    program
        .days
        .insert(0, Day { date: Date::from_days_since_epoch(day.days_since_epoch() - 1), label: Some("전야제".to_owned()) });
    program.rooms.push(Room {
        id: RoomId::new("r-9"),
        name: "Hall".to_owned(),
        names: [("ko".to_owned(), "홀".to_owned())].into_iter().collect(),
    });
    program.tracks.push(Track {
        id: TrackId::new("web-service"),
        name: "Web Service".to_owned(),
        color: Color::parse("#0a0b0c"),
    });
    program.walking = vec![Walk { from: vec![RoomId::new("r-9")], to: vec![], minutes: 5 }];
    program.aliases = vec!["장고 = Django".to_owned()];
    let session: &mut Session = &mut program.sessions[0];
    session.kind = Kind::Other("poster".to_owned());
    session.cancelled = true;
    session.track = Some(TrackId::new("web-service"));
    session.rooms.push(RoomId::new("r-9"));
    session.span.end = session.span.end.plus_minutes(7).unwrap();
    session.url = Some("https://example.org/a?b=c&d".to_owned());
    program
}

fn without_abstracts(program: &Program) -> Program {
    program_file::read(&program_file::write_index(program)).unwrap()
}

#[test]
fn a_program_is_read_as_it_was_written() {
    for program in [pycon(), with_everything(), imported(include_str!("../../../tests/fixtures/two-talks.json"))] {
        assert_eq!(read(&write(&program)).unwrap(), without_abstracts(&program));
    }
}

#[test]
fn pycon_korea_2018_leaves_a_link_room_for_all_of_its_sessions() {
    let length = write(&pycon()).len();
    assert!(length < 3_700, "{length}");
}

#[test]
fn ids_that_importers_make_take_no_room() {
    let mut program = pycon();
    let written = write(&program).len();
    for session in &mut program.sessions {
        session.id = SessionId::new(derived_id::of_session(&session.title, &session.speakers));
    }
    let text = write(&program);
    assert!(text.len() <= written, "{} and {written}", text.len());
    assert_eq!(read(&text).unwrap(), without_abstracts(&program));
}

#[test]
fn links_of_the_first_version_are_read_for_ever() {
    let link = include_str!("../../../tests/fixtures/program-in-link.txt");
    assert_eq!(read(link.trim()).unwrap(), without_abstracts(&pycon()));
}

#[test]
fn a_change_of_any_character_is_refused_and_so_is_a_cut_anywhere() {
    let text = write(&pycon());
    for at in 0..text.len() {
        let other = if text[at..].starts_with('A') { 'B' } else { 'A' };
        let changed = format!("{}{other}{}", &text[..at], &text[at + 1..]);
        assert!(read(&changed).is_err(), "{at}");
        assert!(read(&text[..at]).is_err(), "cut at {at}");
    }
}

/// Wraps bytes as a program would be.
fn forged(bytes: &[u8]) -> String {
    armor::write(VERSION, &compress_to_vec(bytes, EFFORT))
}

#[test]
fn a_link_that_unpacks_to_too_much_is_refused_before_it_does() {
    assert_eq!(read(&forged(&vec![0; 5_000_000])), Err(LinkError::TooLong));
}

#[test]
fn what_fits_its_checksum_and_is_no_program_is_refused() {
    let bytes = decompress_to_vec_with_limit(&armor::read(&write(&pycon()), VERSION).unwrap(), MAX_UNPACKED).unwrap();
    for end in 0..bytes.len().min(1_200) {
        assert!(read(&forged(&bytes[..end])).is_err(), "{end}");
    }
    // Whatever a byte becomes, reading ends, and what is read can be judged by the gate.
    for at in (0..bytes.len()).step_by(7) {
        for other in [0, 1, 0x80, 0xFF] {
            let changed: Vec<u8> =
                bytes.iter().enumerate().map(|(index, byte)| if index == at { other } else { *byte }).collect();
            if let Some(program) = unpacked(&changed) {
                let _ = crate::import::admit(program);
            }
        }
    }
}
