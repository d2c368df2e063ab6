use crate::import::{Imported, Options, import};
use crate::messages::Language;
use crate::program::{Kind, Session};

fn read(text: &str) -> Imported {
    let options = Options { time_zone: Some("Europe/Dublin".to_owned()), ..Options::default() };
    import(text.as_bytes(), &options).unwrap_or_else(|error| panic!("{:?}", error.refusal(Language::English)))
}

fn shown(imported: &Imported) -> Vec<String> {
    let show = |session: &Session| {
        let rooms = imported.program.room_names(session, "fr").join("+");
        format!(
            "{} {} {} {rooms} {} {}",
            session.id,
            session.span.start,
            session.span.minutes(),
            session.title,
            session.speakers.join(",")
        )
    };
    imported.program.sessions.iter().map(show).collect()
}

#[test]
fn the_widget_is_read_with_names_in_one_or_several_languages() {
    let imported = read(include_str!("../../../tests/fixtures/import/pretalx-widget.json"));
    let sessions = shown(&imported);
    assert_eq!(sessions[0], "XFUR3C 2022-09-06T01:50:00+02:00 90 Salle A Ada Example");
    assert!(sessions[1].ends_with(" 2022-09-06T12:00:00+02:00 60  Lunch "), "{}", sessions[1]);
    let program = &imported.program;
    assert_eq!((program.days.len(), &program.sessions[1].kind, program.tracks[0].color.is_some()), (1, &Kind::Break, true));
}

#[test]
fn lists_of_submissions_are_read_with_states_and_slots() {
    let imported = read(include_str!("../../../tests/fixtures/import/pretalx-list.json"));
    let sessions = shown(&imported);
    assert_eq!(sessions[0], "AAAAAA 2022-09-06T10:00:00+01:00 30 Hall A Ada Example");
    assert_eq!(sessions[1], "CCCCCC 2022-09-06T11:00:00+01:00 45 Hall C ");
    assert!(
        sessions[2].starts_with("AAAAAA-") && sessions[2].contains(" 2022-09-07T10:00:00+01:00 30 Hall A"),
        "{}",
        sessions[2]
    );
    assert_eq!((sessions.len(), imported.program.sessions[1].cancelled), (3, true));
    assert_eq!(imported.warnings.iter().filter(|warning| warning.is_left_out()).count(), 2);
}

#[test]
fn europythons_days_are_read_with_several_rooms_in_a_row() {
    let imported = read(
        r#"{"days": {"2022-07-13": {"rooms": ["A", "B"], "talks": [
            {"day": "2022-07-13", "ev_custom": "Coffee Break", "title": "", "ev_duration": "30", "event_id": "12", "rooms": ["A", "B"], "talk_id": "", "start_time": "10:15:00", "type": ""},
            {"day": "2022-07-13", "title": "T", "tt_duration": "45", "rooms": ["B"], "talk_id": "EVHW39", "time": "09:00:00", "type": "Keynote", "speaker": "Ada Example, Bob Example", "track": "B"}]}}}"#,
    );
    let sessions = shown(&imported);
    assert_eq!(sessions[0], "EVHW39 2022-07-13T09:00:00+01:00 45 B T Ada Example,Bob Example");
    assert!(sessions[1].contains(" 2022-07-13T10:15:00+01:00 30 ") && sessions[1].ends_with("Coffee Break "));
    assert_eq!((imported.program.sessions[1].rooms.len(), imported.program.tracks.len()), (2, 0));
}

#[test]
fn a_list_of_people_is_recognised() {
    let people = r#"[{"code": "XSUHP3", "name": "Ada Example", "biography": "b"}]"#;
    let message = import(people.as_bytes(), &Options::default()).unwrap_err().refusal(Language::English).message;
    assert_eq!(message, "This file has people but no sessions");
}

#[test]
fn europythons_days_of_events_and_its_sessions_by_code_are_read() {
    let talk = r#"{"event_type": "session", "code": "ABC123", "title": "a", "session_type": "Talk", "speakers": [{"code": "P", "name": "Ada"}],
        "rooms": ["Hall", "Side"], "start": "2024-07-08T11:00:00+02:00", "duration": 15}"#;
    let pause = r#"{"event_type": "break", "title": "Coffee Break", "duration": 15, "rooms": ["Hall"], "start": "2024-07-08T11:15:00+02:00"}"#;
    let day = format!(r#"{{"rooms": ["Side", "Hall"], "events": [{talk}, {pause}]}}"#);
    let expected = "ABC123 2024-07-08T10:00:00+01:00 15 Hall+Side a Ada";
    for file in [format!(r#"{{"days": {{"2024-07-08": {day}}}}}"#), day] {
        let imported = read(&file);
        let sessions = shown(&imported);
        assert_eq!((sessions[0].as_str(), sessions.len()), (expected, 2));
        assert_eq!(imported.program.sessions[1].kind, Kind::Break);
    }
    let hidden = r#"{"code": "DEF456", "title": "b", "session_type": "Talk", "speakers": ["PERSN1"], "start": null, "end": null, "room": null}"#;
    let talk = talk.replace(r#""rooms": ["Hall", "Side"]"#, r#""room": "Hall""#).replace("}],", r#"}, "PERSN1"],"#);
    let imported = read(&format!(r#"{{"DEF456": {hidden}, "ABC123": {talk}}}"#));
    assert_eq!(shown(&imported), [expected.replace("+Side", "")]);
    assert!(imported.warnings.iter().any(crate::import::Warning::is_left_out));
}
