//! Every rule for programs, tested with every way to import one.

use siganpyo::import::{Imported, Options, admit, import};
use siganpyo::messages::Language;
use siganpyo::program::Program;
use siganpyo::wire::program_file;
use std::fmt::Write;

/// A row of a program that breaks a rule.
#[derive(Clone)]
struct Row {
    title: String,
    start: String,
    end: String,
    room: String,
    url: String,
    about: String,
}

impl Row {
    fn plain(number: usize) -> Row {
        let hour = 10 + number % 10;
        Row {
            title: format!("Talk {number}"),
            start: format!("2018-08-18T{hour}:00:00+09:00"),
            end: format!("2018-08-18T{hour}:30:00+09:00"),
            room: "A".to_owned(),
            url: String::new(),
            about: String::new(),
        }
    }
}

/// A way to import: writes rows in a format, without the fields that the format does not have.
type Door = (&'static str, fn(&[Row]) -> String);

// The other formats share their code with one of these: all are read into the same draft.
const DOORS: [Door; 5] =
    [("own format", own), ("table", table), ("JSON list", list), ("calendar", calendar), ("schedule.xml", schedule_xml)];

fn own(rows: &[Row]) -> String {
    let mut rooms: Vec<&str> = rows.iter().map(|row| row.room.as_str()).collect();
    rooms.sort_unstable();
    rooms.dedup();
    let number = |room: &str| rooms.binary_search(&room).unwrap().to_string();
    let rooms: Vec<_> = rooms.iter().map(|room| serde_json::json!({ "id": number(room), "name": room })).collect();
    let session = |(at, row): (usize, &Row)| {
        serde_json::json!({ "id": at.to_string(), "title": row.title, "start": row.start, "end": row.end, "day": row.start[..10],
            "rooms": [number(&row.room)], "url": row.url, "abstract": [{ "p": [{ "t": row.about }] }] })
    };
    let sessions: Vec<_> = rows.iter().enumerate().map(session).collect();
    let mut days: Vec<&str> = rows.iter().map(|row| &row.start[..10]).collect();
    days.sort_unstable();
    days.dedup();
    let days: Vec<_> = days.into_iter().map(|date| serde_json::json!({ "date": date })).collect();
    serde_json::json!({ "format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul", "days": days,
        "rooms": rooms, "tracks": [], "sessions": sessions })
    .to_string()
}

fn table(rows: &[Row]) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut file = "# title: P\n# time_zone: Asia/Seoul\ntitle,start,end,room,url,description\n".to_owned();
    for row in rows {
        let cells = [&row.title, &row.start, &row.end, &row.room, &row.url, &row.about].map(|cell| quoted(cell));
        file += &(cells.join(",") + "\n");
    }
    file
}

fn list(rows: &[Row]) -> String {
    let session = |row: &Row| serde_json::json!({ "title": row.title, "start": row.start, "end": row.end, "room": row.room, "url": row.url, "description": row.about });
    serde_json::json!(rows.iter().map(session).collect::<Vec<_>>()).to_string()
}

fn calendar(rows: &[Row]) -> String {
    let text = |text: &str| text.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;").replace(['\r', '\n'], "\\n");
    let utc = |moment: &str| {
        let moment = siganpyo::program::Moment::parse(moment).unwrap();
        let utc = siganpyo::program::Moment::new(moment.unix(), 0).unwrap().to_string();
        utc[..19].replace(['-', ':'], "") + "Z"
    };
    let mut file = "BEGIN:VCALENDAR\r\nX-WR-CALNAME:P\r\nX-WR-TIMEZONE:Asia/Seoul\r\n".to_owned();
    for (at, row) in rows.iter().enumerate() {
        let _ = write!(
            file,
            "BEGIN:VEVENT\r\nUID:{at}\r\nSUMMARY:{}\r\nDTSTART:{}\r\nDTEND:{}\r\nLOCATION:{}\r\nURL:{}\r\nDESCRIPTION:{}\r\nEND:VEVENT\r\n",
            text(&row.title),
            utc(&row.start),
            utc(&row.end),
            text(&row.room),
            text(&row.url),
            text(&row.about)
        );
    }
    file + "END:VCALENDAR\r\n"
}

fn schedule_xml(rows: &[Row]) -> String {
    // XML cannot contain control characters.
    let text = |text: &str| {
        let kept: String = text.chars().filter(|letter| !letter.is_ascii_control() || *letter == '\n').collect();
        kept.replace('&', "&amp;").replace('<', "&lt;")
    };
    let mut file = "<schedule><conference><title>P</title><time_zone_name>Asia/Seoul</time_zone_name></conference>".to_owned();
    for (at, row) in rows.iter().enumerate() {
        let minutes = {
            let moment = |text: &str| siganpyo::program::Moment::parse(text).unwrap().unix();
            (moment(&row.end) - moment(&row.start)) / 60
        };
        let _ = write!(
            file,
            "<day index='{}' date='{}'><room name='{}'><event id='{at}'><title>{}</title><date>{}</date><duration>{:02}:{:02}</duration>\
             <url>{}</url><description>{}</description></event></room></day>",
            at + 1,
            &row.start[..10],
            text(&row.room).replace('\'', "&apos;"),
            text(&row.title),
            row.start,
            minutes / 60,
            minutes % 60,
            text(&row.url),
            text(&row.about)
        );
    }
    file + "</schedule>"
}

/// Returns the imported program with the warnings, or why it was refused.
fn through((name, write): Door, rows: &[Row]) -> Result<(Program, String), String> {
    let options = Options { title: Some("P".to_owned()), ..Options::default() };
    let imported = import(write(rows).as_bytes(), &options);
    let Imported { program, warnings, .. } =
        imported.map_err(|error| format!("{name}: {}", error.refusal(Language::English).message))?;
    let again = admit(program.clone()).expect("what has passed passes again");
    assert_eq!((&again.program, again.warnings.as_slice()), (&program, [].as_slice()), "{name}: what has passed passes as it is");
    let kept = program_file::read(&program_file::write(&program)).expect("what is written can be read");
    assert_eq!(kept, program, "{name}");
    Ok((program, warnings.iter().map(|warning| warning.sentence(Language::English)).collect::<Vec<_>>().join("\n")))
}

/// Checks a rule for every way to import.
fn each(change: fn(&mut Row), rule: impl Fn(&str, &Program, &str)) {
    for door in DOORS {
        let mut rows: Vec<Row> = (0..3).map(Row::plain).collect();
        change(&mut rows[1]);
        let (program, said) = through(door, &rows).unwrap_or_else(|refusal| panic!("{refusal}"));
        rule(door.0, &program, &said);
    }
}

#[test]
fn every_format_is_tested_and_valid_rows_pass() {
    for (name, write) in DOORS {
        assert!(siganpyo::import::detect(write(&[Row::plain(0)]).as_bytes()).is_some(), "{name}");
    }
    each(|_| (), |door, program, said| assert_eq!((program.sessions.len(), said), (3, ""), "{door}"));
}

#[test]
fn single_lines_have_no_control_characters() {
    each(
        |row| {
            row.title = "\u{1b}]0;x\u{7}T\u{202e}itle\u{9b}\u{2066}".to_owned();
            row.room = "\u{1b}[31mro\u{85}om\u{202e}".to_owned();
        },
        |door, program, _| {
            let names = program.rooms.iter().map(|room| &room.name).chain(program.sessions.iter().map(|session| &session.title));
            let acts = |letter: char| letter.is_control() || ('\u{202a}'..='\u{202e}').contains(&letter) || letter == '\u{2066}';
            for name in names {
                assert!(!name.contains(acts), "{door}: {name:?}");
            }
            assert!(program.sessions.iter().any(|session| session.title.ends_with("Title")), "{door}");
        },
    );
}

#[test]
fn links_lead_to_the_web_and_have_one_line() {
    for url in
        ["javascript:alert(1)", "intent://x#Intent;end", "data:text/html,x", "https://a.example/\r\nEND:VEVENT", "mailto:a@b"]
    {
        let mut rows: Vec<Row> = (0..2).map(Row::plain).collect();
        rows[1].url = url.to_owned();
        for door in DOORS {
            let (program, said) = through(door, &rows).unwrap();
            let found: Vec<&str> = program.sessions.iter().filter_map(|session| session.url.as_deref()).collect();
            // Some formats join the lines of a value; the rest of such a link is then a part of its path.
            let is_harmless = |url: &&str| url.starts_with("https://a.example/") && !url.contains(char::is_whitespace);
            assert!(found.iter().all(is_harmless), "{}: {found:?}", door.0);
            assert!(!found.is_empty() || said.contains("link") || door.0 == "calendar" || said.is_empty(), "{}: {said}", door.0);
        }
    }
}

#[test]
fn sessions_in_implausible_years_are_left_out_and_reported() {
    for year in ["0001", "1949", "2151", "9998"] {
        let mut rows: Vec<Row> = (0..2).map(Row::plain).collect();
        rows[1].start = format!("{year}-06-05T10:00:00+09:00");
        rows[1].end = format!("{year}-06-05T11:00:00+09:00");
        for door in DOORS {
            let (program, said) = through(door, &rows).unwrap();
            assert_eq!(program.sessions.len(), 1, "{}", door.0);
            assert!(said.contains("Talk 1") && said.contains("skipped"), "{} {year}: {said}", door.0);
        }
    }
}

#[test]
fn a_session_of_ten_months_loses_its_end_and_is_reported() {
    each(
        |row| row.end = "2019-06-03T22:00:00+09:00".to_owned(),
        |door, program, said| {
            assert_eq!(program.sessions.len(), 3, "{door}");
            assert!(program.sessions.iter().all(|session| session.span.minutes() <= 30), "{door}");
            assert!(said.contains("Talk 1") && (said.contains("only the start") || said.contains("no end")), "{door}: {said}");
        },
    );
}

#[test]
fn long_titles_and_abstracts_are_cut_and_reported() {
    each(
        |row| row.title = format!("A{}", "b".repeat(200_000)),
        |door, program, said| {
            assert!(program.sessions.iter().all(|session| session.title.chars().count() <= 1_001), "{door}");
            assert!(said.contains("cut"), "{door}: {said}");
        },
    );
    each(
        |row| row.about = "b c ".repeat(50_000),
        |door, program, said| {
            let length = |session: &siganpyo::program::Session| siganpyo::program::plain_text(&session.about).chars().count();
            assert!(program.sessions.iter().all(|session| length(session) <= 50_000), "{door}");
            assert!(said.contains("cut"), "{door}: {said}");
        },
    );
}

#[test]
fn exceeding_a_limit_is_refused_with_the_number() {
    let with_rooms = |row: Row, at: usize| Row { room: format!("Room {at}"), ..row };
    let with_day = |row: Row, at: usize| {
        let date = siganpyo::program::Date::from_days_since_epoch(15_000 + at as i64);
        Row { start: format!("{date}T10:00:00+09:00"), end: format!("{date}T11:00:00+09:00"), ..row }
    };
    let same = |row: Row, _: usize| row;
    type Case = (&'static str, usize, fn(Row, usize) -> Row);
    let cases: [Case; 3] = [("20001 sessions", 20_001, same), ("5001 rooms", 5_001, with_rooms), ("401 days", 401, with_day)];
    for (number, count, change) in cases {
        let rows: Vec<Row> = (0..count).map(|at| change(Row::plain(at), at)).collect();
        for door in DOORS {
            let refusal = through(door, &rows).expect_err(number);
            assert!(refusal.contains(number), "{refusal}");
        }
    }
}
