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
fn talks_in_a_block_have_its_room_and_title_and_the_block_is_no_session() {
    let page = include_str!("../fixtures/pages/en-blocks.html");
    let imported = read(page).unwrap();
    let first = &imported.program.sessions[2];
    assert_eq!((first.title.as_str(), first.span.end.clock().to_string().as_str()), ("Small Binaries", "12:00"));
    assert!(format!("{:?}", first.about).contains("Session 3: Compilers"), "{:?}", first.about);
    let said = imported.sentences(9, Language::English);
    assert!(
        said[1].starts_with("The talks inside 2 blocks are the sessions") && said[1].contains("Session 4: Runtimes"),
        "{said:?}"
    );
    // What is open for longer beside other sessions is one of them, and so is a block whose talks have no times.
    let exhibition =
        "<h2>2026-08-15</h2><div><div>10:00–13:00 Exhibition @ Lobby</div><ul><li>10:00 Owls</li><li>11:00 Bats</li></ul></div>";
    assert!(sessions(&read(exhibition).unwrap()).iter().any(|session| session.contains("Exhibition")));
    let untimed = "<h2>2026-08-15</h2><section><h3>10:00–12:00 Birds</h3><ul><li>Owls</li><li>Wrens</li></ul></section>\
        <section><h3>13:00–15:00 Mammals</h3><ul><li>Bats</li><li>Moles</li></ul></section>";
    let imported = read(untimed).unwrap();
    assert_eq!(sessions(&imported), ["08-15 10:00 Birds @", "08-15 13:00 Mammals @"]);
    assert!(format!("{:?}", imported.program.sessions[0].about).contains("Wrens"));
}

/// What a page offers if it asks which of its timetables is meant.
fn offered(page: &str) -> Vec<String> {
    let lists = read(page).err().map(|error| error.lists().to_vec()).unwrap_or_default();
    lists.into_iter().map(|(name, count, _)| format!("{name} ({count})")).collect()
}

#[test]
fn of_several_timetables_one_is_read_and_the_others_are_named() {
    let table = |year: u16, rows: &[&str]| {
        let rows: String = rows.iter().zip(10..).map(|(title, hour)| format!("<tr><td>{hour}:00<td>{title}")).collect();
        format!("<h2>{year}년 9월 12일</h2><table><tr><th>시간<th>제목{rows}</table>")
    };
    let (now, before) = (table(2026, &["부엉이", "박쥐", "점심"]), table(2025, &["두더지", "여우"]));
    let page = format!("<!DOCTYPE html><title>숲</title>{now}{before}");
    assert_eq!(offered(&page), ["2026-09-12: 부엉이 (3)", "2025-09-12: 두더지 (2)"]);
    let told = Options { list: Some("2025-09-12: 두더지".to_owned()), ..seoul() };
    let imported = import(page.as_bytes(), &told).unwrap();
    assert_eq!(sessions(&imported), ["09-12 10:00 두더지 @", "09-12 11:00 여우 @"]);
    let said = imported.sentences(9, Language::English);
    assert!(said.iter().any(|said| said.contains("\"2026-09-12: 부엉이\", 3 sessions")), "{said:?}");
    // A much smaller one is not worth a question, and said to be left out. A page without a document type is no tree.
    let long = table(2026, &["가", "나", "다", "라", "마", "바", "사"]);
    let imported = read(&format!("{long}{before}")).unwrap();
    assert_eq!(imported.program.sessions.len(), 7);
    assert!(imported.sentences(9, Language::Korean).iter().any(|said| said.contains("두더지")));
    let list = |year: u16, titles: [&str; 3]| {
        let items: String = titles.iter().zip(10..).map(|(title, hour)| format!("<li>{hour}:00 {title}</li>")).collect();
        format!("<div><h3>{year}년 9월 12일</h3><ul>{items}</ul></div>")
    };
    let lists =
        format!("<title>숲</title>{}{}", list(2026, ["부엉이", "박쥐", "점심"]), list(2025, ["두더지", "여우", "너구리"]));
    assert_eq!(offered(&lists), ["2026-09-12: 부엉이 (3)", "2025-09-12: 두더지 (3)"]);
}

#[test]
fn of_two_languages_one_is_read_but_parallel_tracks_are_one_timetable() {
    let table = |titles: [&str; 3]| {
        let rows: String = titles.iter().zip(10..).map(|(title, hour)| format!("<tr><td>{hour}:00<td>{title}")).collect();
        format!("<table><tr><th>Time<th>Title{rows}</table>")
    };
    let page = |other: [&str; 3]| format!("<h1>2026-08-15</h1>{}{}", table(["부엉이의 밤", "점심", "박쥐의 낮"]), table(other));
    let translated = page(["Night of owls", "Lunch", "Day of bats"]);
    assert_eq!(offered(&translated), ["2026-08-15: 부엉이의 밤 (3)", "2026-08-15: Night of owls (3)"]);
    let parallel = page(["Moles", "Foxes", "Bears"]);
    assert_eq!(sessions(&read(&parallel).unwrap()).len(), 6);
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

#[test]
fn days_that_a_page_does_not_say_are_told() {
    let told = |page: &str| read(page).unwrap_or_else(|error| panic!("{error}")).sentences(10, Language::English);
    let lists = include_str!("../fixtures/pages/ko-span-lists.html");
    assert!(told(lists)[0].contains("which timetable is of which day"), "{:?}", told(lists));
    let tables = include_str!("../fixtures/pages/en-span-tables.html");
    assert!(told(tables)[0].contains("which timetable is of which day"), "{:?}", told(tables));
    // A single list may be of any of the days; topics above lists are no days.
    let one = lists.split_once("</ul>").unwrap().0;
    assert!(told(one)[0].contains("all sessions are on 2026-07-04"), "{:?}", told(one));
    let topics = tables.replace("<table>", "<h3>Topic</h3><table>").replacen("Topic", "Herbs", 1);
    assert!(told(&topics)[0].contains("all sessions are on 2026-09-17"), "{:?}", told(&topics));
}

#[test]
fn what_only_counts_a_session_is_no_title() {
    let page =
        "<p>2026-08-15</p><p>19:10 - 19:40 [세션 1] 로그를 꽃으로<br>19:40 - 20:10 [세션 2] 첫 서리<br>20:10 - 20:20 쉼</p>";
    let found = sessions(&read(page).unwrap_or_else(|error| panic!("{error}")));
    assert_eq!(found, ["08-15 19:10 로그를 꽃으로 @", "08-15 19:40 첫 서리 @", "08-15 20:10 쉼 @"]);
}

#[test]
fn a_title_that_begins_like_a_day_or_a_label_is_one() {
    let page = "<title>Moths</title><p>2026-08-15 10:00 - May flowers</p><p>2026-08-15 11:00 Sunday brunch</p>\
        <p>2026-08-15 12:00 Contact tracing</p>";
    let found = sessions(&read(page).unwrap_or_else(|error| panic!("{error}")));
    assert_eq!(found, ["08-15 10:00 May flowers @", "08-15 11:00 Sunday brunch @", "08-15 12:00 Contact tracing @"]);
}

#[test]
fn minutes_after_a_weekday_are_no_date() {
    let page = "<title>Moths 2026</title><ul><li><h3>Owls</h3><p>Thu 9:15 AM - 10:00 AM</p></li><li><h3>Bats</h3><p>Thu 10:15 AM - 11:00 AM</p></li>\
        </ul><p>Thursday, 13 August 2026</p>";
    let found = sessions(&read(page).unwrap_or_else(|error| panic!("{error}")));
    assert_eq!(found, ["08-13 09:15 Owls @", "08-13 10:15 Bats @"]);
}

#[test]
fn a_day_that_one_way_knows_is_not_asked_by_another() {
    let page = "<title>Moths 2026</title><p>Thursday, 13 August 2026</p><table><tr><th>Day<th>Time<th>Title<tr><td>Thu<td>10:00<td>Owls\
        <tr><td>Thu<td>11:00<td>Bats</table>";
    let found = sessions(&read(page).unwrap_or_else(|error| panic!("{error}")));
    assert_eq!(found, ["08-13 10:00 Owls @", "08-13 11:00 Bats @"]);
}
