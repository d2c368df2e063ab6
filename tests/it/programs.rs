//! The built-in program: a table of PyCon Korea 2018, imported by our importer.

use siganpyo::import::{Options, import};
use siganpyo::program::{Kind, Program};
use siganpyo::wire::program_file;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn pyconkr() -> Program {
    let table = std::fs::read(path("tests/fixtures/pyconkr-2018.csv")).unwrap();
    let imported = import(&table, &Options::default()).unwrap();
    assert_eq!(imported.warnings, []);
    imported.program
}

#[test]
fn the_built_in_program_is_the_import_of_our_table() {
    let written = program_file::write(&pyconkr());
    let committed = path("public/programs/pyconkr-2018.json");
    if std::env::var_os("ACCEPT").is_some() {
        std::fs::write(&committed, &written).unwrap();
    }
    assert!(std::fs::read_to_string(committed).unwrap() == written, "run the test with ACCEPT=1 and look at the difference");
}

#[test]
fn all_58_entries_are_there() {
    let program = pyconkr();
    let count = |kind: Kind| program.sessions.iter().filter(|session| session.kind == kind).count();
    assert_eq!((program.sessions.len(), count(Kind::Keynote), count(Kind::Talk)), (58, 3, 55));
    let rooms: Vec<&str> = program.rooms.iter().map(|room| room.name.as_str()).collect();
    assert_eq!(rooms, ["101", "102", "103", "104", "105", "202"]);
    let days: Vec<String> = program.days.iter().map(|day| day.date.to_string()).collect();
    assert_eq!(days, ["2018-08-18", "2018-08-19"]);
    assert_eq!((program.id.as_str(), program.time_zone.as_str()), ("pyconkr-2018", "Asia/Seoul"));
    assert!(program.sessions.iter().all(|session| session.span.start.offset() == 9 * 3600 && session.span.minutes() >= 25));
    let without_room = program.sessions.iter().filter(|session| session.rooms.is_empty());
    assert!(
        without_room.clone().count() == 3
            && without_room.clone().all(|session| session.kind == Kind::Keynote && session.track.is_none())
    );
    assert_eq!(siganpyo::program::check(&program).iter().map(|finding| finding.oddity.as_str()).collect::<Vec<_>>(), ["no-room"]);
}

/// Every row of the facts, if they are available, is in the program with the same title, time, room and speakers.
#[test]
fn the_built_in_program_agrees_with_the_facts() {
    let shared = std::env::var_os("SIGANPYO_SHARED").map_or_else(|| path("../shared"), PathBuf::from);
    let Ok(facts) = std::fs::read(shared.join("programs/pyconkr-2018.csv")) else {
        println!("skipped: {} is not here", shared.join("programs/pyconkr-2018.csv").display());
        return;
    };
    let program = pyconkr();
    let key = |start: String, end: String, room: String| format!("{start} {end} {room}");
    let mut sessions: BTreeMap<(String, String), (String, Vec<String>)> = BTreeMap::new();
    for session in &program.sessions {
        let place =
            key(session.span.start.to_string(), session.span.end.to_string(), program.room_names(session, "ko").join(","));
        sessions.insert((place, session.title.clone()), (session.speakers.join(", "), session.level.iter().cloned().collect()));
    }
    let mut rows = 0;
    for row in csv::Reader::from_reader(facts.as_slice()).deserialize() {
        let row: BTreeMap<String, String> = row.unwrap();
        let at = |column: &str| format!("{}T{}:00+09:00", row["date"], row[column]);
        let found = sessions.remove(&(key(at("start"), at("end"), row["room"].clone()), row["title"].clone()));
        let (speakers, level) = found.unwrap_or_else(|| panic!("not in the program: {row:?}"));
        assert_eq!((speakers, level.concat()), (row["speakers"].clone(), row["level"].clone()));
        rows += 1;
    }
    assert_eq!((rows, sessions.len()), (58, 0));
    println!("compared {rows} rows");
}
