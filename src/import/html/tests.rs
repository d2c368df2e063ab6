use crate::import::table::{Row, Table};
use crate::import::{Imported, Options, detect, import};
use crate::messages::Language;

/// A table of these rows.
pub(super) fn table(rows: &[&[&str]]) -> Table {
    let row = |cells: &&[&str]| Row { cells: cells.iter().map(|cell| (*cell).to_owned()).collect(), ..Row::default() };
    Table { rows: rows.iter().map(row).collect(), ..Table::default() }
}

fn imported(page: &str) -> Imported {
    let options = Options { time_zone: Some("Asia/Seoul".to_owned()), ..Options::default() };
    import(page.as_bytes(), &options).unwrap_or_else(|error| panic!("{:?}", error.refusal(Language::English)))
}

fn sessions(page: &str) -> Vec<String> {
    let program = imported(page).program;
    let session = |session: &crate::program::Session| {
        let rooms = program.room_names(session, "en").join("+");
        let (start, end) = (session.span.start, session.span.end.clock());
        format!("{} {}-{end} {} @{rooms} {}", start.date().day(), start.clock(), session.title, session.speakers.join("+"))
    };
    program.sessions.iter().map(session).collect()
}

#[test]
fn a_page_with_a_grid_and_a_list_is_read() {
    let page = include_str!("../../../tests/fixtures/import/grid.html");
    let expected = [
        "15 10:00-10:20 Opening @Big room+Small room ",
        "15 10:30-11:10 Clocks @Big room Ada Lee",
        "15 10:30-11:10 Data @Small room Bo Kim",
        "15 11:20-12:40 A long workshop @Big room ",
        "15 11:20-12:00 Screens @Small room ",
        "15 12:00-12:40 Tests & taste @Small room ",
        "16 10:00-10:40 The second day @Big room ",
    ];
    assert_eq!(
        (sessions(page), imported(page).program.title),
        (expected.map(str::to_owned).to_vec(), "Small Meeting 2026".into())
    );
}

#[test]
fn merged_cells_of_a_list_are_those_of_each_row() {
    let page = "<table><tr><th>날짜<th>시간<th>장소<th>제목<tr><td rowspan=3>2026-08-15<td rowspan=2>10:00~10:40<td>A<td>가\
        <tr><td>B<td>나<tr><td>11:00~11:40<td>A<td>다</table>";
    assert_eq!(sessions(page), ["15 10:00-10:40 가 @A ", "15 10:00-10:40 나 @B ", "15 11:00-11:40 다 @A "]);
}

#[test]
fn lines_that_begin_with_a_hash_state_what_a_page_does_not() {
    let page = "<p># start: 2026-08-15</p><table><tr><th>time<th>A<th>B<tr><td>10:00-10:40<td>a<td>b<tr><td>11:00-11:40<td>c<td></table>";
    assert_eq!(sessions(page), ["15 10:00-10:40 a @A ", "15 10:00-10:40 b @B ", "15 11:00-11:40 c @A "]);
}

#[test]
fn other_pages_are_refused_as_before() {
    for page in [
        "<!DOCTYPE html><p>10:00 Opening</p>",
        "<html><table><tr><td>a<td>b</table>",
        "<div><table>",
        "<table><tr><td rowspan=99999999999 colspan=9999999>x",
    ] {
        let error = import(page.as_bytes(), &Options::default()).unwrap_err().refusal(Language::English);
        assert_eq!(error.message, "This is a web page, not a schedule file", "{page}");
    }
    assert_ne!(detect(b"<schedule><conference/></schedule>"), Some(crate::import::Format::Html));
}

#[test]
fn a_page_of_very_many_cells_is_refused() {
    let page = format!("<table>{}", "<tr><td><td><td>".repeat(400_000));
    let error = import(page.as_bytes(), &Options::default()).unwrap_err().refusal(Language::English);
    assert!(error.message.contains("cells, and at most 1000000 are read"), "{}", error.message);
}

#[test]
fn classes_name_the_parts_of_sessions() {
    // EasyChair: a talk that is all of its session is what that is about.
    let page = include_str!("../../../tests/fixtures/import/easychair.html");
    let expected = [
        "5 09:00-09:35 How moths fold @Oak Hall Ada Moon+Bo Sun",
        "5 09:00-10:10 Session 1A: Wings @Oak Hall ",
        "5 09:00-10:00 Session 1B: Lamps @Elm Hall ",
        "5 09:35-10:10 Scales in the dark @Oak Hall Di Field",
        "5 10:10-10:40 Coffee Break @ ",
    ];
    assert_eq!(sessions(page), expected);
    let program = imported(page).program;
    assert!(format!("{:?}", program.sessions[2].about).contains("09:00 Why lamps"), "{program:?}");
    assert!(!format!("{program:?}").contains("abstract"), "{program:?}");
    let list = "<title>Moths</title><h2>Friday, 5 March 2027</h2><ul><li><span class='time'>10:00 – 10:40</span><b class='session-title'>Bees</b>\
        <i class='speaker'>Ada</i><em class='room'>Oak</em><li><span class='time'>11:00 – 11:40</span><b class='session-title'>Ants</b></ul>\
        <h2>Saturday, 6 March 2027</h2><ul><li><span class='time'>10:00 – 10:40</span><b class='session-title'>Owls</b></ul>";
    assert_eq!(sessions(list), ["5 10:00-10:40 Bees @Oak Ada", "5 11:00-11:40 Ants @ ", "6 10:00-10:40 Owls @ "]);
    for page in ["<ul class='menu'><li class='item'>Talks</ul>", "<p class='title'>A</p><p class='time'>10:00</p>"] {
        assert!(import(page.as_bytes(), &Options::default()).is_err(), "{page}");
    }
}

#[test]
fn a_table_with_times_is_read_or_said_to_be_left_out() {
    let page = "<title>Moths 2027</title><h2>Friday, 5 March 2027</h2><table><tr><th>Time<th>Oak<th>Elm<tr><td>10:00-10:40<td>Bees<td>Ants\
        <tr><td>11:00-11:40<td>Owls<td>Frogs</table><h2>Saturday, 6 March 2027</h2><table><tr><th>Time<th>Oak<th>Elm<tr><td>10:00-10:40<td>Newts<td></table>\
        <h2>Buses</h2><table><tr><td>from the lake<td>9:15</table><table><tr><td>Menu<td>Home</table>";
    assert_eq!(sessions(page).last().map(String::as_str), Some("6 10:00-10:40 Newts @Oak "));
    let warnings = imported(page).sentences(10, Language::English);
    assert!(warnings.iter().any(|warning| warning.contains("left out: \"Buses\"")), "{warnings:?}");
}
