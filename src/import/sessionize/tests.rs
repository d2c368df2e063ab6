use crate::import::{Imported, Options, import};
use crate::program::{Kind, Session};

const GRID: &str = include_str!("../../../tests/fixtures/import/sessionize-grid.json");

const ALL: &str = include_str!("../../../tests/fixtures/import/sessionize-all.json");

fn read(text: &str) -> Imported {
    import(text.as_bytes(), &Options { time_zone: Some("America/New_York".to_owned()), ..Options::default() }).unwrap()
}

#[test]
fn every_session_of_the_grid_is_read_once() {
    let Imported { program, warnings, .. } = read(GRID);
    let shown: Vec<String> = program
        .sessions
        .iter()
        .map(|session: &Session| format!("{} {} {:?}", session.id, program.room_names(session, "en").join("+"), session.kind))
        .collect();
    assert_eq!(shown, ["57042 Hall 🍕 Keynote", "0a-1 Hall 🍕 Break", "0a-2 Side Break"]);
    assert_eq!(program.sessions[0].span.start.to_string(), "2018-08-27T09:00:00-04:00");
    assert_eq!((program.sessions[0].about.len(), warnings.iter().filter(|warning| warning.is_left_out()).count()), (2, 1));
    assert!(import(GRID.as_bytes(), &Options::default()).unwrap_err().needs_time_zone());
}

#[test]
fn people_rooms_and_categories_are_resolved_in_the_view_all() {
    let program = read(ALL).program;
    let session = &program.sessions[0];
    assert_eq!(session.speakers, ["Bob Example", "Ada Example", "gone"].map(str::to_owned)[..2].to_vec());
    assert_eq!((session.title.as_str(), program.rooms.len(), program.tracks[0].name.as_str()), ("A & B", 1, "Mobile"));
    assert_eq!((session.id.as_str(), &session.kind), ("7", &Kind::Talk));
}

#[test]
fn an_empty_export_has_no_sessions() {
    for text in [
        r#"{"sessions": [], "speakers": [], "questions": [], "categories": [], "rooms": []}"#,
        r#"[{"date": "2018-08-27T00:00:00", "rooms": [], "timeSlots": []}]"#,
        "[]",
    ] {
        let refusal = import(text.as_bytes(), &Options::default()).unwrap_err().refusal(crate::messages::Language::English);
        assert_eq!(refusal.message, "No sessions were found in the file", "{text}");
    }
}

#[test]
fn the_view_sessions_has_each_session_once_and_the_view_speakers_has_none() {
    let talk = r#"{"id": "7", "title": "a", "startsAt": "2018-08-27T09:00:00", "endsAt": "2018-08-27T09:40:00", "isServiceSession": false,
        "speakers": [{"id": "u", "name": "Ada Example"}], "categories": [{"categoryItems": [{"id": 1, "name": "Web"}]}], "roomId": 1, "room": "Hall"}"#;
    let hidden = r#"{"id": "8", "title": "b", "startsAt": null, "endsAt": null, "speakers": [], "categories": [], "roomId": null, "room": null}"#;
    let file = format!(
        r#"[{{"groupId": 1, "groupName": "Web", "sessions": [{talk}, {hidden}]}}, {{"groupId": 2, "groupName": "All", "sessions": [{talk}]}}]"#
    );
    let Imported { program, warnings, .. } = read(&file);
    let session = &program.sessions[0];
    assert_eq!((program.sessions.len(), session.id.as_str(), program.rooms[0].name.as_str()), (1, "7", "Hall"));
    assert_eq!((session.speakers.len(), program.tracks[0].name.as_str()), (1, "Web"));
    assert_eq!(warnings.iter().filter(|warning| warning.is_left_out()).count(), 1);
    let people = r#"[{"id": "u", "firstName": "Ada", "lastName": "Example", "fullName": "Ada Example", "bio": "", "tagLine": "",
        "profilePicture": "", "sessions": [{"id": 7, "name": "a"}]}]"#;
    let refusal = import(people.as_bytes(), &Options::default()).unwrap_err().refusal(crate::messages::Language::English);
    assert_eq!(refusal.message, "This file has people but no sessions");
}
