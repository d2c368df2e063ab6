use crate::import::{Imported, Options, import};
use crate::messages::Language;
use crate::program::plain_text;

fn read(text: &str) -> Imported {
    import(text.as_bytes(), &Options::default()).unwrap_or_else(|error| panic!("{:?}", error.refusal(Language::English)))
}

#[test]
fn version_1_gives_the_same_program_as_the_xml() {
    let json = read(include_str!("../../../tests/fixtures/import/c3voc-v1.json"));
    let xml = read(include_str!("../../../tests/fixtures/import/hub.xml"));
    let rooms: Vec<&str> = json.program.rooms.iter().map(|room| room.name.as_str()).collect();
    assert_eq!(rooms, ["Saal Z", "Saal 1"]);
    let [opening, false_zero, night] = json.program.sessions.as_slice() else { panic!() };
    assert_eq!(*opening, xml.program.sessions[0]);
    assert_eq!((night.id.as_str(), night.day, night.speakers.len()), ("g-2", opening.day, 1));
    assert_eq!(false_zero.span.start.to_string(), "2024-12-27T13:00:00+01:00");
    let sentences: Vec<String> = json.warnings.iter().map(|warning| warning.sentence(Language::English)).collect();
    assert_eq!(sentences, ["1 start is marked as UTC but given in local time; taken as local: \"False zero\""]);
}

#[test]
fn version_2_is_read() {
    let program = read(include_str!("../../../tests/fixtures/import/c3voc-v2.json")).program;
    let session = &program.sessions[0];
    assert_eq!((session.span.minutes(), session.speakers.as_slice()), (30, ["Ada Example".to_owned()].as_slice()));
    assert_eq!(
        (program.rooms[0].name.as_str(), program.tracks[0].name.as_str(), plain_text(&session.about).as_str()),
        ("Saal 1", "Art", "a")
    );
    assert_eq!((program.tracks.len(), program.rooms.len()), (1, 1));
}
