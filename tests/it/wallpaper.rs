//! A few pictures compared pixel by pixel. Run with `ACCEPT=1` to replace the expected pictures by the present ones, then
//! look at them.

use crate::pictures::{font_file, fonts, unpacked};
use siganpyo::messages::Language;
use siganpyo::plan::Plan;
use siganpyo::program::{Color, Program};
use siganpyo::wallpaper::{Design, Request, Screen, Theme, Zone, draw, needed_slices};
use siganpyo::wire::{plan_file, program_file};
use std::fs;
use std::path::{Path, PathBuf};

const PROGRAM: &str = r#"{
"format": "siganpyo-program/1", "id": "p", "version": "7", "title": "시험 대회", "time_zone": "Asia/Seoul",
"days": [{"date": "2024-05-04"}, {"date": "2024-05-05", "label": "둘째 날"}],
"rooms": [{"id": "a", "name": "101", "names": {"en": "Room 101"}}, {"id": "b", "name": "그랜드 볼룸", "names": {"en": "Grand Ballroom"}}],
"tracks": [],
"sessions": [
{"id": "1", "title": "여는 말", "start": "2024-05-04T09:30:00+09:00", "end": "2024-05-04T10:00:00+09:00", "day": "2024-05-04", "kind": "keynote", "speakers": ["강효준"]},
{"id": "2", "title": "파이썬으로 만드는 작은 시간표, 그리고 그 뒷이야기", "start": "2024-05-04T10:00:00+09:00", "end": "2024-05-04T10:40:00+09:00", "day": "2024-05-04", "rooms": ["a"], "speakers": ["송영숙", "Niño R. Eclarin"]},
{"id": "3", "title": "Types, traits and other promises", "start": "2024-05-04T10:20:00+09:00", "end": "2024-05-04T11:00:00+09:00", "day": "2024-05-04", "rooms": ["b"], "speakers": ["Łukasz Żak"]},
{"id": "4", "title": "취소된 워크숍", "start": "2024-05-04T12:00:00+09:00", "end": "2024-05-04T12:50:00+09:00", "day": "2024-05-04", "rooms": ["a"], "cancelled": true},
{"id": "5", "title": "온라인 뉴스 댓글은 정말 사람들의 목소리일까?", "start": "2024-05-05T13:00:00+09:00", "end": "2024-05-05T13:40:00+09:00", "day": "2024-05-05", "rooms": ["b"], "speakers": ["이준범"]},
{"id": "6", "title": "닫는 말", "start": "2024-05-05T15:00:00+09:00", "end": "2024-05-05T15:40:00+09:00", "day": "2024-05-05"}
]}"#;

/// Parallel sessions with tracks, in Korean, English, Japanese and Hebrew.
const SCRIPTS: &str = r##"{
"format": "siganpyo-program/1", "id": "p", "version": "2024-04-30", "title": "말모이 2024: 글과 글꼴의 모임", "time_zone": "Asia/Seoul",
"days": [{"date": "2024-05-04"}],
"rooms": [{"id": "a", "name": "101"}, {"id": "b", "name": "대강당"}, {"id": "c", "name": "Hall B"}],
"tracks": [{"id": "type", "name": "글꼴", "color": "#d8452e"}, {"id": "web", "name": "Web", "color": "#2f80ed"}, {"id": "art", "name": "Art", "color": "#27ae60"}],
"sessions": [
{"id": "1", "title": "글자를 깎는 사람들", "start": "2024-05-04T10:00:00+09:00", "end": "2024-05-04T10:40:00+09:00", "day": "2024-05-04", "rooms": ["b"], "track": "type", "speakers": ["강효준"]},
{"id": "2", "title": "Variable fonts in practice", "start": "2024-05-04T11:00:00+09:00", "end": "2024-05-04T11:40:00+09:00", "day": "2024-05-04", "rooms": ["a"], "track": "web"},
{"id": "3", "title": "日本語の組版と改行", "start": "2024-05-04T11:00:00+09:00", "end": "2024-05-04T11:40:00+09:00", "day": "2024-05-04", "rooms": ["b"], "track": "type"},
{"id": "4", "title": "אותיות ורשת", "start": "2024-05-04T11:00:00+09:00", "end": "2024-05-04T11:40:00+09:00", "day": "2024-05-04", "rooms": ["c"], "track": "art"},
{"id": "5", "title": "점심 먹으며 보는 활자 전시", "start": "2024-05-04T13:30:00+09:00", "end": "2024-05-04T15:00:00+09:00", "day": "2024-05-04", "rooms": ["c"], "track": "art"},
{"id": "6", "title": "Rust in the type foundry", "start": "2024-05-04T14:00:00+09:00", "end": "2024-05-04T14:30:00+09:00", "day": "2024-05-04", "rooms": ["a"], "track": "web", "cancelled": true}
]}"##;

/// Emoji, flags, keycaps and symbols in titles.
const SIGNS: &str = r#"{
"format": "siganpyo-program/1", "id": "p", "version": "2024-04-30", "title": "그림 글자 2024 🎉", "time_zone": "Asia/Seoul",
"days": [{"date": "2024-05-04"}], "tracks": [],
"rooms": [{"id": "a", "name": "☕ 라운지"}],
"sessions": [
{"id": "1", "title": "🐍 파이썬으로 만드는 로봇 🤖", "start": "2024-05-04T10:00:00+09:00", "end": "2024-05-04T10:40:00+09:00", "day": "2024-05-04", "rooms": ["a"]},
{"id": "2", "title": "👩🏽‍💻 Rust 🦀 in 3️⃣ steps", "start": "2024-05-04T11:00:00+09:00", "end": "2024-05-04T11:40:00+09:00", "day": "2024-05-04"},
{"id": "3", "title": "🇰🇷 → 🇪🇺: ⌘K와 ✅ № ♥", "start": "2024-05-04T12:00:00+09:00", "end": "2024-05-04T12:40:00+09:00", "day": "2024-05-04", "rooms": ["a"]}
]}"#;

fn plan(program: &Program, ids: &[&str]) -> Plan {
    let row = |id: &str| {
        let session = program.sessions.iter().find(|session| session.id.as_str() == id).expect("an id of the program above");
        serde_json::json!({ "session": id, "title": session.title, "start": session.span.start.to_string(), "end": session.span.end.to_string() })
    };
    let picks: Vec<_> = ids.iter().map(|id| row(id)).collect();
    plan_file::read(&serde_json::json!({ "format": plan_file::FORMAT, "program": "p", "picks": picks }).to_string()).unwrap()
}

/// Draws the sessions on a small screen and compares them with the picture of that name in `tests/golden`.
fn check(name: &str, ids: &[&str], language: Language, zone: Zone, theme: Theme) {
    check_with(name, ids, |request| Request { language, zone, theme, ..request });
}

/// Draws the sessions of the program in other scripts in this design and theme, and compares in the same way.
fn check_design(name: &str, ids: &[&str], design: Design, theme: Theme) {
    let color = Color::parse("#1f6f54");
    let zone = Zone::Ios;
    check_program(name, SCRIPTS, ids, |request| Request { design: Some(design), theme, color, zone, ..request });
}

/// Draws and compares in the same way, with a modified request.
fn check_with(name: &str, ids: &[&str], change: impl FnOnce(Request<'_>) -> Request<'_>) {
    check_program(name, PROGRAM, ids, |request| change(Request { design: Some(Design::Agenda), ..request }));
}

fn check_program(name: &str, program: &str, ids: &[&str], change: impl FnOnce(Request<'_>) -> Request<'_>) {
    let Some(mut fonts) = fonts() else { return };
    let program = program_file::read(program).unwrap();
    let plan = plan(&program, ids);
    let screen = Screen { width: 300, height: 650 };
    let request = change(Request::new(&program, &plan, Language::Korean, screen));
    let list = String::from_utf8(font_file("slices/list.txt").unwrap()).unwrap();
    for slice in needed_slices(&request, &fonts, &list) {
        assert!(fonts.add_slice(slice, unpacked(&format!("slices/{slice}.gz")).unwrap()), "{slice}");
    }
    let pictures = draw(&request, &mut fonts).unwrap();
    assert_eq!(pictures.len(), 1);
    let painted = &pictures[0].1;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let golden = root.join("tests/golden").join(name);
    if std::env::var_os("ACCEPT").is_some() {
        fs::write(&golden, painted).unwrap();
    }
    assert!(painted.len() <= 21 * 1024, "{name}: {} bytes are too many for the repository", painted.len());
    if fs::read(&golden).ok().as_ref() != Some(painted) {
        panic!("{name}: differs from {}; what was painted is in {}", golden.display(), keep(root, name, painted).display());
    }
}

fn keep(root: &Path, name: &str, picture: &[u8]) -> PathBuf {
    let folder = root.join("target/golden");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(name), picture).unwrap();
    folder.join(name)
}

#[test]
fn one_session_makes_a_poster() {
    check("poster.png", &["5"], Language::Korean, Zone::IosWidgetsTop, Theme::Black);
}

#[test]
fn an_overlap_and_a_cancelled_session_are_visible() {
    check("columns.png", &["2", "3", "4"], Language::English, Zone::Ios, Theme::Paper);
}

#[test]
fn two_days_share_a_picture() {
    check("two-days.png", &["1", "2", "3", "5", "6"], Language::Korean, Zone::Android, Theme::Black);
}

#[test]
fn a_code_is_drawn_on_the_conferences_colour() {
    check_with("color-and-code.png", &["6"], |request| Request {
        zone: Zone::Full,
        theme: Theme::Color,
        color: Color::parse("#d0104c"),
        link: Some("https://siganpyo.example/#s=1aBcDeFgHiJk"),
        ..request
    });
}

#[test]
fn a_ticket_has_a_head_and_a_spine() {
    check_design("ticket-black.png", &["1", "2", "3", "5"], Design::Ticket, Theme::Black);
    check_design("ticket-paper.png", &["1", "3", "4"], Design::Ticket, Theme::Paper);
    check_design("ticket-color.png", &["2", "5", "6"], Design::Ticket, Theme::Color);
}

#[test]
fn a_grid_has_parallel_sessions_next_to_each_other() {
    check_design("grid-black.png", &["1", "2", "3", "4", "5"], Design::Grid, Theme::Black);
    check_design("grid-paper.png", &["1", "2", "4", "5", "6"], Design::Grid, Theme::Paper);
    check_design("grid-color.png", &["2", "3", "5"], Design::Grid, Theme::Color);
}

#[test]
fn emoji_have_the_colour_of_the_text() {
    check_program("emoji.png", SIGNS, &["1", "2", "3"], |request| Request { theme: Theme::Paper, ..request });
}

#[test]
fn a_list_has_the_same_head() {
    check_design("agenda-paper.png", &["1", "2", "3", "5"], Design::Agenda, Theme::Paper);
}
