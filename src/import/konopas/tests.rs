use crate::import::{Imported, Options, import};
use crate::messages::Language;
use crate::program::{Kind, Session};

fn read(text: &str) -> Imported {
    let options = Options { time_zone: Some("Europe/Helsinki".to_owned()), ..Options::default() };
    import(text.as_bytes(), &options).unwrap_or_else(|error| panic!("{:?}", error.refusal(Language::English)))
}

fn refused(text: &str) -> String {
    import(text.as_bytes(), &Options::default()).unwrap_err().refusal(Language::English).message
}

fn shown(imported: &Imported) -> Vec<String> {
    let show = |session: &Session| {
        let rooms = imported.program.room_names(session, "en").join("+");
        format!("{} {} {rooms} {} {}", session.span.start, session.span.minutes(), session.title, session.speakers.join(","))
    };
    imported.program.sessions.iter().map(show).collect()
}

#[test]
fn all_ways_to_write_a_program_are_read() {
    let expected = ["2013-07-05T13:30:00+03:00 75 Hall Panel Dr Ada Example Jr,Bob"];
    let people = r#"[{"id": "7", "name": ["Ada", "Example", "Dr", "Jr"], "prog": ["1"]}]"#;
    for entry in [
        r#"{"id": "1", "title": "Panel", "tags": ["Track:Books", "Type:Panel"], "date": "2013-07-05", "time": "13:30", "mins": "75", "loc": ["Hall", "Area"], "people": [{"id": "7"}, {"name": "Bob"}], "desc": "<p>a</p>"}"#,
        r#"{"id": 1, "title": "Panel", "day": "2013/07/05", "time": " 1:30 PM", "mins": 75, "loc": ["Hall"], "people": ["7", "Bob"]}"#,
        r#"{"id": "1", "title": "Panel", "date": "2013-07-05", "day": "Friday", "time": "13:30:00", "mins": 75, "room": "Hall", "floor": "1", "people": [{"id": "7"}, {"name": "Bob (moderator)"}]}"#,
        r#"{"id": "1", "title": "Panel", "datetime": "2013-07-05T10:30:00.000Z", "mins": 75, "loc": ["Hall"], "people": [{"id": "7"}, {"id": "x", "name": "Bob"}]}"#,
    ] {
        for file in [
            format!("\u{FEFF}var program = [{entry}];\nvar people = {people};\n"),
            format!("// a\n/* b */ prog=[{entry}]\npeople = {people}"),
            format!("[{entry}] {people}"),
            format!(r#"{{"program": [{entry}], "people": {people}}}"#).replace("{\"program\"", "all = {\"program\""),
        ] {
            assert_eq!(shown(&read(&file)), expected, "{file}");
        }
    }
}

#[test]
fn tags_ids_and_missing_ends_are_read() {
    let imported = read(include_str!("../../../tests/fixtures/import/konopas.js"));
    let program = &imported.program;
    assert_eq!(
        (&program.sessions[0].kind, program.tracks[0].name.as_str(), program.sessions.len()),
        (&Kind::Workshop, "Books", 3)
    );
    assert!(program.sessions.iter().all(|session| !["5", "6", "8"].contains(&session.id.as_str())));
    let sentences: Vec<String> = imported.warnings.iter().map(|warning| warning.sentence(Language::English)).collect();
    assert_eq!(sentences[0], "\"Lost\": skipped: its start \"2013-07-05 noon\" is not a date and a time");
    assert!(sentences.iter().any(|sentence| sentence.starts_with("3 sessions have no end")), "{sentences:?}");
}

#[test]
fn lists_of_people_empty_files_and_scripts_are_refused() {
    assert_eq!(refused(r#"var people = [{"id": "1", "name": ["A", "B"], "prog": []}]"#), "This file has people but no sessions");
    assert_eq!(refused("var program = []"), "No sessions were found in the file");
    assert_eq!(refused("var program = [{\"title\": \"a\",\n]"), "The file is damaged: it cannot be read from line 1 on");
    assert_eq!(refused("var program = [{\"title\": \"a\", \"date\": alert(1)}]"), "No sessions were found in the file");
}
