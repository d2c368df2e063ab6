use crate::import::{Imported, Options, import};
use crate::program::Kind;

#[test]
fn both_languages_and_overflow_rooms_are_read() {
    let file = include_str!("../../../tests/fixtures/import/opass.json");
    let Imported { program, warnings, .. } = import(file.as_bytes(), &Options::default()).unwrap();
    let [keynote, short] = program.sessions.as_slice() else { panic!() };
    assert_eq!(
        (keynote.title.as_str(), keynote.subtitle.as_deref(), &keynote.kind),
        ("主題演講", Some("Opening"), &Kind::Keynote)
    );
    assert_eq!(
        (program.room_names(keynote, "en"), program.room_names(keynote, "zh")),
        (vec!["Main Hall".into(), "R1".into()], vec!["國際會議廳".into(), "R1".into()])
    );
    assert_eq!((keynote.speakers[0].as_str(), program.tracks[0].name.as_str(), keynote.about.len()), ("小明", "標籤", 2));
    // A number as an id is a row number and is not kept.
    assert_eq!(
        (short.title.as_str(), short.subtitle.as_deref(), keynote.id.as_str(), short.id.as_str() == "2"),
        ("短講", None, "1b1c", false)
    );
    assert_eq!((program.time_zone.as_str(), warnings.len()), ("+08:00", 1));
}
