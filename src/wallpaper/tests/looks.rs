//! Regression tests for layout mistakes.

use super::scripts::fonts_with_slices;
use super::*;

const PHONE: Screen = Screen { width: 1179, height: 2556 };

/// Returns a program of one day, without tracks, of sessions with these titles, starts and minutes.
fn program_of(sessions: &[(&str, &str, i64)]) -> Program {
    let mut program = program();
    program.sessions.truncate(sessions.len());
    for (session, (title, start, minutes)) in program.sessions.iter_mut().zip(sessions) {
        let start = Moment::parse(&format!("2024-05-04T{start}:00+09:00")).unwrap();
        session.title = (*title).to_owned();
        session.span = Span::new(start, start.plus_minutes(*minutes).unwrap()).unwrap();
        session.day = program.days[0].date;
        session.rooms = vec![RoomId::new("101")];
        (session.track, session.cancelled) = (None, false);
    }
    program
}

fn all_of(program: &Program) -> Plan {
    let mut plan = Plan::empty(program.id.clone());
    program.sessions.iter().for_each(|session| plan.put(Pick::of(program, session, "en")));
    plan
}

fn run<'s>(scene: &'s Scene, text: &str) -> &'s TextRun {
    texts(scene).find(|run| run.text.contains(text)).unwrap_or_else(|| panic!("no {text}"))
}

#[test]
fn a_right_to_left_program_is_set_from_right_to_left() {
    let Some(mut fonts) = fonts_with_slices() else { return };
    let titles = ["מבוא לראסט", "Rust בדפדפן: מה אפשר ומה אי אפשר", "שיחה פתוחה"];
    let program = program_of(&[(titles[0], "10:00", 40), (titles[1], "11:00", 40), (titles[2], "12:00", 40)]);
    let plan = all_of(&program);
    for screen in [PHONE, Post::Square.screen()] {
        let request = Request::new(&program, &plan, Language::English, screen);
        let band = request.zone.band(screen);
        let scenes = scenes(&request, &mut fonts).unwrap();
        check(&request, &scenes, "from right to left");
        let scene = &scenes[0];
        let time = run(scene, "11:00").frame();
        assert!((time.right() - band.right as f32).abs() < 1.0, "times stand at the right: {time:?}");
        let titles: Vec<Frame> = ["מבוא", "בדפדפן", "שיחה"].map(|word| run(scene, word).frame()).to_vec();
        let begins = titles.iter().map(|title| title.right());
        assert!(begins.clone().all(|right| (right - titles[0].right()).abs() < 1.0), "titles begin together: {titles:?}");
        let (first_face, title) = (run(scene, "11:00").glyphs[0].face, run(scene, "Rust"));
        let rightmost = title.glyphs.iter().max_by(|one, other| one.x.total_cmp(&other.x)).unwrap();
        assert_eq!(rightmost.face, first_face, "the title begins with its Latin word, at the right");
    }
}

#[test]
fn a_bar_for_an_overlap_with_another_picture_does_not_cross_the_heading() {
    let Some(mut fonts) = fonts() else { return };
    let long = "A title that is long enough to fill three lines of type on any phone, so that few of them share a picture";
    let starts: Vec<String> = (0..24).map(|number| format!("{:02}:{:02}", 9 + number / 2, number % 2 * 30)).collect();
    let sessions: Vec<(&str, &str, i64)> = starts.iter().map(|start| (long, start.as_str(), 45)).collect();
    let program = program_of(&sessions);
    let plan = all_of(&program);
    let scenes = scenes(&Request::new(&program, &plan, Language::English, PHONE), &mut fonts).unwrap();
    assert!(scenes.len() > 1, "several pictures");
    let accent = Theme::Black.palette(None).accent;
    for scene in &scenes {
        let heading = run(scene, "Sat").frame();
        let is_bar = |item: &&Item| matches!(item, Item::Filled { frame, color, .. } if *color == accent && frame.height > frame.width * 4.0);
        let bars: Vec<Frame> = scene.items.iter().filter(is_bar).map(Item::frame).collect();
        assert!(!bars.is_empty() && bars.iter().all(|bar| bar.y >= heading.bottom() - 1.0), "{heading:?} is crossed by {bars:?}");
    }
}

#[test]
fn a_long_word_is_not_broken_if_smaller_type_or_another_position_of_the_room_avoids_it() {
    let Some(mut fonts) = fonts_with_slices() else { return };
    let starts: Vec<String> = (9..21).map(|hour| format!("{hour:02}:00")).collect();
    for count in 1..=starts.len() {
        let mut sessions: Vec<(&str, &str, i64)> = starts[..count].iter().map(|start| ("Обед", start.as_str(), 55)).collect();
        sessions[0].0 = "Высоконагруженное кэширование";
        let mut program = program_of(&sessions);
        program.rooms[0].name = "Аудитория 305".to_owned();
        let plan = all_of(&program);
        for screen in [PHONE, Screen { width: 750, height: 1334 }, Screen { width: 1080, height: 2340 }] {
            let scenes = scenes(&Request::new(&program, &plan, Language::English, screen), &mut fonts).unwrap();
            let is_whole = scenes.iter().any(|scene| texts(scene).any(|run| run.text.starts_with("Высоконагруженное")));
            assert!(is_whole, "{count} on {screen:?}");
        }
    }
}

#[test]
fn a_short_label_among_long_ones_is_not_widened() {
    let Some(mut fonts) = fonts() else { return };
    let starts: Vec<String> = (9..21).map(|hour| format!("{hour:02}:00")).collect();
    let sessions: Vec<(&str, &str, i64)> = starts.iter().map(|start| ("Talk", start.as_str(), 55)).collect();
    let mut program = program_of(&sessions);
    program.rooms[1].name = "Stage A, Stage B".to_owned();
    for session in program.sessions.iter_mut().step_by(2) {
        session.rooms = vec![program.rooms[1].id.clone()];
    }
    program.rooms[0].name = "B2".to_owned();
    let plan = all_of(&program);
    let scenes = scenes(&Request::new(&program, &plan, Language::English, PHONE), &mut fonts).unwrap();
    let scene = &scenes[0];
    let pill = |text: &str| {
        let words = texts(scene).find(|run| run.text == text).expect(text).frame();
        let holds = |frame: &Frame| {
            frame.x <= words.x && frame.right() >= words.right() && frame.y <= words.y + 2.0 && frame.bottom() >= words.y
        };
        let pills = scene.items.iter().filter(|item| matches!(item, Item::Outlined { .. })).map(Item::frame);
        pills.filter(holds).map(|frame| frame.width).fold(f32::MAX, f32::min)
    };
    let (short, long) = (pill("B2"), pill("Stage A, Stage B"));
    assert!(short < long, "{short} and {long}");
}
