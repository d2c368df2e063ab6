//! Web pages in the styles of conference sites, each with its sessions in a text beside it: month and day, start, title, room.

use siganpyo::import::{ImportError, Imported, Options, better_sources, import};
use siganpyo::messages::Language;
use std::path::{Path, PathBuf};

fn seoul() -> Options {
    Options { time_zone: Some("Asia/Seoul".to_owned()), ..Options::default() }
}

fn read(page: &str) -> Result<Imported, ImportError> {
    import(page.as_bytes(), &seoul())
}

/// Returns `08-15 10:00 title @room` of each session.
fn sessions(imported: &Imported) -> Vec<String> {
    let program = &imported.program;
    let sessions = program.sessions.iter().map(|session| {
        let (start, rooms) = (session.span.start.to_string(), program.room_names(session, "ko").join("+"));
        format!("{} {} {} @{rooms}", &start[5..10], &start[11..16], session.title)
    });
    sessions.collect()
}

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pages");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|extension| extension == "html")).collect()
}

#[test]
fn pages_in_the_styles_of_conference_sites_are_read() {
    let pages = fixtures();
    assert!(pages.len() > 50, "{} pages", pages.len());
    let mut wrong = Vec::new();
    for page in pages {
        let expected = std::fs::read_to_string(page.with_extension("txt")).unwrap();
        let mut expected: Vec<&str> = expected.lines().collect();
        let name = page.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mut found = match import(&std::fs::read(&page).unwrap(), &seoul()) {
            Ok(imported) => sessions(&imported),
            Err(error) => vec![error.refusal(Language::English).message],
        };
        expected.sort_unstable();
        found.sort_unstable();
        if found != expected {
            wrong.push(format!("{name}:\n  found {found:#?}\n  expected {expected:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn speakers_are_found_by_classes_labels_and_the_form_of_names() {
    for (page, expected) in [
        (
            "<p>2026-08-15</p><li><b>10:00</b> <span class=title>Owls</span> <span class=speaker>Ada Lee</span></li><li><b>11:00</b> Bats</li>",
            "Ada Lee",
        ),
        (
            "<h2>2026-08-15</h2><div><p>10:00</p><h3>부엉이</h3><p>연사: 김하늘</p></div><div><p>11:00</p><h3>박쥐</h3></div>",
            "김하늘",
        ),
        (
            "<h2>2026-08-15</h2><div><p>10:00</p><h3>부엉이</h3><p>김하늘 (숲대학교)</p></div><div><p>11:00</p><h3>박쥐</h3></div>",
            "김하늘 (숲대학교)",
        ),
    ] {
        let imported = read(page).unwrap_or_else(|error| panic!("{page}: {error}"));
        assert_eq!(imported.program.sessions[0].speakers.join("+"), expected, "{page}");
    }
}

#[test]
fn what_a_page_does_not_say_is_asked() {
    let page = "<html><ul><li>10:00 여는 말</li><li>11:00 닫는 말</li></ul>";
    assert!(read(page).unwrap_err().needs_first_day());
    let dated = page.replace("<ul>", "<h2>2026년 8월 15일</h2><ul>");
    assert!(import(dated.as_bytes(), &Options::default()).unwrap_err().needs_time_zone());
    assert_eq!(sessions(&read(&dated).unwrap()), ["08-15 10:00 여는 말 @", "08-15 11:00 닫는 말 @"]);
}

#[test]
fn times_that_are_not_of_sessions_are_left_out() {
    let page = "<title>숲 2026</title><h2>8월 15일(토)</h2><ul><li>10:00~10:40 부엉이</li><li>11:00~11:40 박쥐</li><li>12:00~13:00 점심</li></ul>\
        <h2>새 소식</h2><p>2026.03.02 14:20 참가 신청이 열렸습니다</p><footer>문의 09:00~18:00 숲 모임</footer>";
    assert_eq!(sessions(&read(page).unwrap()), ["08-15 10:00 부엉이 @", "08-15 11:00 박쥐 @", "08-15 12:00 점심 @"]);
}

#[test]
fn how_a_page_was_read_is_said_and_a_page_without_a_timetable_is_refused() {
    let page = "<h2>2026-08-15</h2><ul><li>10:00 Owls</li><li>11:00 Bats</li></ul>";
    let said = read(page).unwrap().sentences(9, Language::English);
    assert!(said[0].contains("2 sessions") && said[0].contains("Compare"), "{said:?}");
    for page in ["<html><h1>Owls</h1><p>Buy a ticket until 10:00.</p>", "<html><script>var a = {title: 1};</script>"] {
        let refusal = read(page).unwrap_err().refusal(Language::English);
        assert!(refusal.message.contains("web page") && refusal.hint.contains("Looked for"), "{page}");
    }
}

#[test]
fn sources_that_a_page_names_are_found() {
    let page = "<!DOCTYPE html><html><a href='schedule/export/schedule.xml'>XML</a><pretalx-schedule event-url='https://p.example/moss/'></pretalx-schedule>";
    let found = better_sources(page.as_bytes(), "https://moss.example/2026/");
    assert_eq!(
        found,
        ["https://moss.example/2026/schedule/export/schedule.xml", "https://p.example/moss/schedule/export/schedule.json"]
    );
    assert!(better_sources(b"title,start\n", "https://moss.example/").is_empty());
}

#[test]
fn hostile_pages_come_to_an_end() {
    let many = |part: &str| format!("<html><h2>2026-08-15</h2>{}", part.repeat(1_000));
    for page in [
        many("<div>10:00 a"),
        many("10:00 a<br>"),
        many("<p>2026-08-15</p>"),
        many("<li>10:00<li>Track 1"),
        many("<i>10:00</i> Track 1 "),
        many("<div class=h-event><p class=p-name>"),
        many("<a href=#x>Day 1</a>"),
        many("<table><tr><td>10:00"),
    ] {
        // Whatever comes of it: the test ends.
        let _ = read(&page);
    }
}
