use crate::import::{Imported, Options, import};
use crate::messages::Language;
use crate::program::{Kind, Session, TrackId, plain_text};

fn read(text: &str) -> Imported {
    let options = Options { time_zone: Some("Europe/Brussels".to_owned()), ..Options::default() };
    import(text.as_bytes(), &options).unwrap_or_else(|error| panic!("{:?}", error.refusal(Language::English)))
}

fn refused(text: &str) -> String {
    import(text.as_bytes(), &Options::default()).unwrap_err().refusal(Language::English).message
}

/// Returns each session as `id start length day rooms title`.
fn shown(imported: &Imported) -> Vec<String> {
    let show = |session: &Session| {
        let rooms = imported.program.room_names(session, "en").join("+");
        let (start, minutes) = (session.span.start, session.span.minutes());
        format!("{} {start} {minutes} {} {rooms} {}", session.id, session.day, session.title)
    };
    imported.program.sessions.iter().map(show).collect()
}

#[test]
fn pentabarf_is_read_without_rooms_zones_and_dates() {
    let imported = read(include_str!("../../../tests/fixtures/import/pentabarf.xml"));
    assert_eq!(
        shown(&imported),
        [
            "20 2010-02-06T16:40:00+01:00 15 2010-02-06 Blue An introduction",
            "21 2010-02-07T01:30:00+01:00 60 2010-02-06 Blue Late show",
            "22 2010-02-07T10:00:00+01:00 3240 2010-02-07 Green Tea tent",
        ]
    );
    let program = &imported.program;
    let head = (program.title.as_str(), program.venue.as_deref(), program.subtitle.as_deref(), program.id.as_str());
    assert_eq!(head, ("Small Days 2010", Some("Town Hall, Brussels"), Some("A meeting"), "small-days-2010"));
    let [talk, late, tent] = program.sessions.as_slice() else { panic!() };
    assert_eq!(
        (plain_text(&talk.about).as_str(), talk.speakers.as_slice()),
        ("How & why.", ["Ada Example".to_owned()].as_slice())
    );
    assert_eq!((&late.kind, tent.cancelled, imported.warnings.len()), (&Kind::Keynote, true, 0));
    assert!(
        import(include_bytes!("../../../tests/fixtures/import/pentabarf.xml"), &Options::default())
            .unwrap_err()
            .needs_time_zone()
    );
}

#[test]
fn the_hubs_tracks_nights_and_repeated_ids_are_read() {
    let imported = import(include_bytes!("../../../tests/fixtures/import/hub.xml"), &Options::default()).unwrap();
    let sessions = shown(&imported);
    assert_eq!(
        sessions[..2],
        [
            "g-1 2024-12-27T10:30:00+01:00 30 2024-12-27 Saal 1 Opening".to_owned(),
            "g-2 2024-12-28T00:30:00+01:00 45 2024-12-27 Saal 1 Nightwatch".to_owned(),
        ]
    );
    assert!(
        sessions[2].starts_with("g-2-") && sessions[2].contains(" 2024-12-28T04:30:00+01:00 120 2024-12-27 "),
        "{}",
        sessions[2]
    );
    let program = &imported.program;
    assert_eq!((program.time_zone.as_str(), program.version.as_str(), program.id.as_str()), ("Europe/Berlin", "v7", "c3-2024"));
    let opening = &program.sessions[0];
    assert_eq!((opening.track.as_ref().map(TrackId::as_str), opening.speakers.len()), (Some("art-beauty"), 2));
    assert_eq!((plain_text(&opening.about).as_str(), opening.language.as_deref()), ("Short text.\none\ntwo", Some("de, en")));
    assert_eq!((program.tracks.len(), program.tracks[0].color.unwrap().to_string().as_str()), (1, "#f9b000"));
    assert_eq!(imported.warnings.len(), 1);
}

#[test]
fn wafers_dates_in_utc_and_early_days_are_corrected() {
    let expected = ["a 2023-09-10T10:00:00+05:30 45 2023-09-10 Hall A", "b 2023-09-11T09:00:00+05:30 45 2023-09-11 Hall B"]
        .map(str::to_owned);
    assert_eq!(shown(&read(include_str!("../../../tests/fixtures/import/wafer.xml"))), expected);
}

#[test]
fn the_offset_follows_from_the_times_of_day_and_rooms_keep_their_order() {
    let event = |start: &str, clock: &str| {
        format!("<event><date>{start}</date><start>{clock}</start><duration>0:45</duration><title>{clock}</title></event>")
    };
    let utc = format!(
        "<schedule><conference/><day date='2016-07-02'><room name='B'/><room name='A'>{}{}</room></day>
        <day date='2016-07-03'><room name='B'>{}</room></day></schedule>",
        event("2016-07-02T08:00:00+00:00", "10:00"),
        event("2016-07-02T22:30:00Z", "00:30:00"),
        event("2016-07-03T08:00:00+00:00", "10:00")
    );
    let imported = import(utc.as_bytes(), &Options::default()).unwrap();
    let expected = ["2016-07-02T10:00:00+02:00 45 2016-07-02 A 10:00", "2016-07-03T00:30:00+02:00 45 2016-07-02 A 00:30:00"];
    let shown = shown(&imported);
    assert!(shown.iter().zip(expected).all(|(session, expected)| session.ends_with(expected)), "{shown:?}");
    let rooms: Vec<&str> = imported.program.rooms.iter().map(|room| room.name.as_str()).collect();
    assert_eq!((rooms, imported.program.time_zone.as_str()), (vec!["B", "A"], "+02:00"));
}

#[test]
fn damaged_and_foreign_files_get_an_error_message() {
    let whole = include_str!("../../../tests/fixtures/import/hub.xml");
    assert!(refused(&whole[..whole.len() / 2]).starts_with("The file is damaged: it cannot be read from line "));
    assert_eq!(
        refused("<schedule><day><session/></day></schedule>"),
        "This XML file is not a schedule of a known form: it begins with <schedule>"
    );
    assert_eq!(refused("<schedule><conference><title>a</title></conference></schedule>"), "No sessions were found in the file");
    let shift = "<event id='1'><start>10:00</start><duration>1:00</duration><title>Shift 1</title></event>";
    let shifts = format!("<schedule><conference/><day date='2024-12-27'><room name='a'>{shift}{shift}</room></day></schedule>");
    assert_eq!(refused(&shifts), "These are shifts for volunteers, not the schedule");
}

#[test]
fn hostile_files_take_little_time() {
    for text in [
        format!("<schedule>{}", "<a>".repeat(1_000_000)),
        format!("<schedule {}/>", (0..100_000).map(|at| format!("a{at}='' ")).collect::<String>()),
        format!("<schedule><conference/>{}", "&#1".repeat(300_000)),
        format!("<schedule>{}</schedule>", "<!-- <".repeat(100_000)),
        format!(
            "<schedule><conference/><day date='2024-12-27'>{}</day></schedule>",
            "<event><title>a</title><start>1:00</start></event>".repeat(20_001)
        ),
    ] {
        assert!(!refused(&text).is_empty());
    }
}
