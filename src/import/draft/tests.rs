use super::*;
use crate::messages::Language;
use crate::program::Moment;
use std::collections::BTreeSet;

fn local(text: &str) -> When {
    When::Local(Moment::parse(&format!("{text}:00Z")).unwrap().unix())
}

/// Returns a session of half an hour in room A, in Seoul time.
fn row(title: &str, start: &str) -> DraftRow {
    DraftRow { rooms: vec!["A".to_owned()], ..DraftRow::new(title.to_owned(), Start::At(local(start)), End::After(30)) }
}

fn draft(rows: Vec<DraftRow>) -> Draft {
    Draft { title: Some("P".to_owned()), time_zone: Some("Asia/Seoul".to_owned()), rows, ..Draft::default() }
}

fn ids(rows: Vec<DraftRow>) -> Vec<String> {
    let program = draft(rows).finish(&Options::default()).unwrap().program;
    program.sessions.iter().map(|session| session.id.to_string()).collect()
}

fn sentences(imported: &Imported) -> Vec<String> {
    imported.warnings.iter().map(|warning| warning.sentence(Language::English)).collect()
}

#[test]
fn an_imported_program_can_be_written_and_read_again() {
    let rows = vec![
        DraftRow {
            speakers: vec!["강효준".to_owned(), " ".to_owned()],
            track: Some("Web".to_owned()),
            ..row("b\u{1}\n c", "2018-08-18T13:00")
        },
        DraftRow { rooms: vec!["A".to_owned(), "홀 1".to_owned(), "A".to_owned()], ..row("a", "2018-08-19T00:30") },
    ];
    let program = draft(rows).finish(&Options::default()).unwrap().program;
    assert_eq!(program_file::read(&program_file::write(&program)).unwrap(), program);
    assert_eq!(program.sessions[0].title, "b c");
    assert_eq!(program.sessions[0].speakers, ["강효준"]);
    assert_eq!(program.sessions[1].day.to_string(), "2018-08-18");
    assert_eq!(program.room_names(&program.sessions[1], "ko"), ["A", "홀 1"]);
    assert_eq!((program.days.len(), program.id.as_str()), (1, "p-2018"));
}

#[test]
fn ids_made_of_content_survive_other_times_and_another_order_of_rows() {
    let before = ids(vec![row("Intro", "2018-08-18T13:00"), row("Outro", "2018-08-18T14:00")]);
    let after = ids(vec![row("Outro", "2018-08-18T14:00"), row("“intro” ", "2018-08-18T17:00")]);
    assert_eq!(before, [after[1].clone(), after[0].clone()]);
    let breaks = || {
        ["2018-08-18T12:00", "2018-08-18T16:00", "2018-08-19T12:00", "2018-08-19T12:00"].map(|start| row("Break", start)).to_vec()
    };
    let mut turned = breaks();
    turned.reverse();
    let breaks = ids(breaks());
    assert_eq!(breaks, ids(turned));
    assert_eq!(breaks.iter().collect::<BTreeSet<_>>().len(), 4);
    assert!(breaks[1..].iter().all(|id| id.starts_with(&breaks[0])));
}

#[test]
fn a_repeated_id_is_replaced_and_reported() {
    let with_id = |title: &str, start: &str| DraftRow { id: Some("7".to_owned()), ..row(title, start) };
    let rows = vec![with_id("b", "2018-08-18T14:00"), with_id("a", "2018-08-18T13:00")];
    let imported = draft(rows).finish(&Options::default()).unwrap();
    assert_eq!(imported.program.sessions[0].id.as_str(), "7");
    assert!(imported.program.sessions[1].id.as_str().starts_with("7-"));
    assert!(sentences(&imported)[0].starts_with("\"b\": the id \"7\" appears twice"));
}

#[test]
fn rows_without_a_valid_time_are_left_out_and_reported() {
    let mut nameless = DraftRow { end: End::After(0), ..row(" \u{7}", "2018-08-18T13:00") };
    nameless.line = Some(3);
    let imported = draft(vec![
        nameless,
        DraftRow { start: Start::Unreadable("noon".to_owned()), ..row("a", "2018-08-18T13:00") },
        DraftRow { start: Start::Missing, ..row("b", "2018-08-18T13:00") },
        DraftRow { end: End::After(-30), ..row("c", "2018-08-18T13:00") },
        DraftRow { end: End::Missing, ..row("d", "2018-08-18T13:00") },
        DraftRow {
            end: End::Unreadable("late".to_owned()),
            url: Some("javascript:x".to_owned()),
            ..row("e", "2018-08-18T13:00")
        },
    ])
    .finish(&Options::default())
    .unwrap();
    assert_eq!(imported.program.sessions.len(), 4);
    assert!(imported.program.sessions.iter().all(|session| session.span.minutes() == 0));
    assert_eq!(
        sentences(&imported),
        [
            "Line 3: it has no title; shown as \"–\"",
            "\"a\": skipped: its start \"noon\" is not a date and a time",
            "\"b\": skipped: no start time",
            "\"c\": it ends before it starts; only the start is shown",
            "\"e\": its end \"late\" is not a time; only the start is shown",
            "\"e\": the link \"javascript:x\" was left out: it is not a web address",
            "1 session has no end: \"d\"",
        ]
    );
    assert_eq!(imported.warnings.iter().filter(|warning| warning.is_left_out()).count(), 2);
}

#[test]
fn the_zone_is_the_sources_or_that_of_the_options_or_the_offset() {
    let zone = |stated: Option<&str>, asked: Option<&str>, start: When| {
        let row = DraftRow::new("a".to_owned(), Start::At(start), End::After(30));
        let draft = Draft { time_zone: stated.map(str::to_owned), rows: vec![row], ..Draft::default() };
        let options = Options { time_zone: asked.map(str::to_owned), ..Options::default() };
        draft.finish(&options).map(|imported| {
            let program = imported.program;
            format!("{} {}", program.sessions[0].span.start, program.time_zone)
        })
    };
    let stated = When::Stated(Moment::parse("2024-12-27T11:00:00+01:00").unwrap());
    let wall = local("2024-12-27T11:00");
    assert_eq!(zone(Some("Asia/Seoul"), Some("Europe/Berlin"), wall).unwrap(), "2024-12-27T11:00:00+09:00 Asia/Seoul");
    assert_eq!(zone(None, Some("Europe/Berlin"), wall).unwrap(), "2024-12-27T11:00:00+01:00 Europe/Berlin");
    assert_eq!(zone(Some("Nowhere"), Some("Europe/Berlin"), wall).unwrap(), "2024-12-27T11:00:00+01:00 Europe/Berlin");
    assert_eq!(zone(None, None, stated).unwrap(), "2024-12-27T11:00:00+01:00 +01:00");
    assert_eq!(zone(Some("Asia/Seoul"), None, stated).unwrap(), "2024-12-27T19:00:00+09:00 Asia/Seoul");
    for needs in [zone(None, None, wall), zone(None, None, When::Utc(0)), zone(Some("Nowhere"), None, wall)] {
        assert!(needs.unwrap_err().needs_time_zone());
    }
}

#[test]
fn empty_and_too_large_files_are_refused() {
    let message = |rows: Vec<DraftRow>| draft(rows).finish(&Options::default()).unwrap_err().refusal(Language::English).message;
    assert_eq!(message(Vec::new()), "No sessions were found in the file");
    assert!(
        message(vec![DraftRow { start: Start::Missing, ..row("a", "2018-08-18T13:00") }])
            .contains("1 row is without a readable start")
    );
    assert!(message(vec![row("a", "2018-08-18T13:00"); MAX_SESSIONS + 1]).contains("20001 sessions"));
}

#[test]
fn a_program_without_a_name_gets_one_and_a_warning() {
    let named = |title: Option<&str>| {
        let draft = Draft { title: title.map(str::to_owned), ..draft(vec![row("a", "2018-08-18T13:00")]) };
        draft.finish(&Options::default()).unwrap().program
    };
    assert_eq!((named(None).title.as_str(), named(None).id.as_str().len()), ("2018-08-18", 21));
    assert_eq!(named(Some("PyCon Korea 2018")).id.as_str(), "pycon-korea-2018");
    assert!(named(Some("파이콘 한국")).id.as_str().starts_with("program-"));
    assert_eq!(named(Some("Demo")).version.len(), 8);
}

#[test]
fn ids_made_of_titles_differ_in_every_script_and_survive_other_spelling() {
    let id = |title: &str| {
        let draft = Draft { title: Some(title.to_owned()), ..draft(vec![row("a", "2018-08-18T13:00")]) };
        draft.finish(&Options::default()).unwrap().program.id.to_string()
    };
    assert_eq!(id("시간표 - Sheet1"), id("시간표-sheet1"));
    assert_ne!(id("시간표 - Sheet1"), id("행사 - Sheet1"));
    assert_ne!(id("파이콘"), id("루비콘"));
    assert_ne!(id("DevFest 서울"), id("DevFest 부산"));
    assert_eq!(id("DevFest: Seoul"), "devfest-seoul-2018");
    assert!(id("DevFest 서울").starts_with("devfest-") && id("DevFest 서울").ends_with("-2018"));
}

#[test]
fn a_program_named_after_its_file_gives_a_warning() {
    let named = |title: Option<&str>, id: Option<&str>, asked: Option<&str>| {
        let draft =
            Draft { title: title.map(str::to_owned), id: id.map(str::to_owned), ..draft(vec![row("a", "2018-08-18T13:00")]) };
        let options = Options { file_name: Some("final copy".to_owned()), title: asked.map(str::to_owned), ..Options::default() };
        let imported = draft.finish(&options).unwrap();
        let from_name = sentences(&imported).into_iter().find(|sentence| sentence.contains("name of the file"));
        (imported.program.title.clone(), from_name.map(|sentence| sentence.contains("final-copy-2018")))
    };
    assert_eq!(named(None, None, None), ("final copy".to_owned(), Some(true)));
    assert_eq!(named(None, Some("x"), None), ("final copy".to_owned(), Some(false)));
    assert_eq!(named(Some("A"), None, None), ("A".to_owned(), None));
    assert_eq!(named(None, None, Some("B")), ("B".to_owned(), None));
}

#[test]
fn offsets_that_contradict_the_time_of_day_are_corrected() {
    let row = |start: &str, hour: i64| {
        let start = Start::Checked { moment: Moment::parse(&format!("2019-12-27T{start}")).unwrap(), clock: hour * 3600 };
        DraftRow { start, ..row("a", "2019-12-27T11:00") }
    };
    let starts = |time_zone: Option<&str>, rows: Vec<DraftRow>| {
        let draft = Draft { time_zone: time_zone.map(str::to_owned), ..draft(rows) };
        let Imported { program, warnings, .. } = draft.finish(&Options::default()).unwrap();
        let starts: Vec<String> = program.sessions.iter().map(|session| session.span.start.to_string()).collect();
        let warnings: Vec<String> = warnings.iter().map(|warning| warning.sentence(Language::English)).collect();
        (starts, warnings.iter().filter(|warning| warning.contains("UTC")).count())
    };
    let right = || vec![row("11:00:00+01:00", 11), row("12:00:00+01:00", 12)];
    let with = |other: DraftRow| [right(), vec![other]].concat();
    let expected =
        ["2019-12-27T11:00:00+01:00", "2019-12-27T12:00:00+01:00", "2019-12-27T13:00:00+01:00"].map(str::to_owned).to_vec();
    for zone in [None, Some("Europe/Berlin")] {
        // Local time marked as UTC, as at 36C3, and UTC next to local time, as at DebConf.
        assert_eq!(starts(zone, with(row("13:00:00+00:00", 13))), (expected.clone(), 1));
        assert_eq!(starts(zone, with(row("12:00:00+00:00", 13))), (expected.clone(), 0));
    }
    // pretalx states UTC if nobody has set a zone.
    assert_eq!(starts(Some("UTC"), with(row("13:00:00+01:00", 13))), (expected.clone(), 1));
}

#[test]
fn local_times_marked_as_utc_give_a_warning() {
    let suspects = |hours: [i64; 6]| {
        let rows = hours.map(|hour| DraftRow::new(hour.to_string(), Start::At(When::Utc(hour * 3600)), End::After(60))).to_vec();
        let draft = Draft { time_zone: Some("America/Los_Angeles".to_owned()), rows, ..Draft::default() };
        sentences(&draft.finish(&Options::default()).unwrap()).iter().any(|sentence| sentence.contains("at night"))
    };
    assert!(suspects([9, 10, 11, 12, 13, 14]));
    assert!(!suspects([17, 18, 19, 20, 21, 23]));
}

#[test]
fn unused_rooms_tracks_and_days_are_left_out() {
    let room = |name: &str| Room { id: crate::program::RoomId::new(name), name: name.to_owned(), names: BTreeMap::new() };
    let day = |date: &str| Day { date: Date::parse(date).unwrap(), label: Some(date.to_owned()) };
    let draft = Draft {
        rooms: vec![room("B"), room("A")],
        days: vec![day("2018-08-17"), day("2018-08-18")],
        ..draft(vec![row("a [cancelled]", "2018-08-18T13:00")])
    };
    let program = draft.finish(&Options::default()).unwrap().program;
    assert_eq!((program.rooms, program.days), (vec![room("A")].into(), vec![day("2018-08-18")]));
    assert_eq!((program.sessions[0].title.as_str(), program.sessions[0].cancelled), ("a", true));
}
