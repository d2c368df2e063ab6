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
        let request = Request { design: Some(Design::Agenda), ..Request::new(&program, &plan, Language::English, screen) };
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
fn a_logo_stands_beside_the_name_and_covers_nothing() {
    let Some(mut fonts) = fonts_with_slices() else { return };
    let [latin, hebrew] = ["Rust in the browser", "מבוא לראסט"].map(|title| program_of(&[(title, "10:00", 40)]));
    let marks =
        [(240, 20), (80, 80), (10, 80), (1, 1)].map(|(width, height)| Mark::read(&("f".repeat(width) + "\n").repeat(height)));
    for (program, mark) in
        [&latin, &hebrew].into_iter().flat_map(|program| marks.iter().map(move |mark| (program, mark.as_ref())))
    {
        let plan = all_of(program);
        for (design, screen) in
            Design::ALL.into_iter().flat_map(|design| [PHONE, Post::Square.screen()].map(|screen| (design, screen)))
        {
            let request = Request { design: Some(design), logo: mark, ..Request::new(program, &plan, Language::English, screen) };
            let scenes = scenes(&request, &mut fonts).unwrap();
            check(&request, &scenes, "with a logo");
            let is_logo = |item: &&Item| matches!(item, Item::Logo { .. });
            let logos: Vec<Frame> = scenes[0].items.iter().filter(is_logo).map(Item::frame).collect();
            let [logo] = logos[..] else { panic!("{} logos", logos.len()) };
            let name = run(&scenes[0], "시험 대회").frame();
            assert!(logo.y < name.bottom() && name.y < logo.bottom(), "{design:?}: {logo:?} beside {name:?}");
            let covered = |text: &&TextRun| {
                let text = text.frame();
                logo.x < text.right() && text.x < logo.right() && logo.y < text.bottom() && text.y < logo.bottom()
            };
            assert_eq!(texts(&scenes[0]).find(covered), None, "{design:?}");
        }
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

fn design_of(sessions: &[(&str, &str, i64)], fonts: &mut Fonts) -> Design {
    let program = program_of(sessions);
    let scenes = scenes(&Request::new(&program, &all_of(&program), Language::Korean, PHONE), fonts).unwrap();
    scenes[0].reading.expect("a timetable").design
}

#[test]
fn the_design_that_reads_best_is_used_unless_one_was_chosen() {
    let Some(mut fonts) = fonts() else { return };
    let few = [("여는 말", "10:00", 40), ("파이썬으로 만드는 작은 시간표", "13:00", 40), ("닫는 말", "17:00", 30)];
    assert_eq!(design_of(&few, &mut fonts), Design::Ticket, "there is room for a head, and for time that passes");
    let starts: Vec<String> = (9..21).map(|hour| format!("{hour:02}:00")).collect();
    let full: Vec<(&str, &str, i64)> = starts.iter().map(|start| ("소설 쓰는 딥 러닝", start.as_str(), 40)).collect();
    assert_eq!(design_of(&full, &mut fonts), Design::Agenda, "one picture in the place of two");
    let parallel = [("네코유메: 파이썬으로 만든 블록체인 기반 롤플레잉 게임", "13:00", 25); 6];
    assert_eq!(design_of(&parallel, &mut fonts), Design::Grid, "next to each other they are larger");
    let program = program_of(&parallel);
    for design in Design::ALL {
        let plan = all_of(&program);
        let request = Request { design: Some(design), ..Request::new(&program, &plan, Language::Korean, PHONE) };
        let chosen = scenes(&request, &mut fonts).unwrap();
        assert!(chosen.iter().all(|scene| scene.reading.is_some_and(|reading| reading.design == design)));
    }
}

#[test]
fn a_time_is_printed_once_and_an_end_only_where_something_else_follows() {
    let Some(mut fonts) = fonts() else { return };
    let sessions = [("하나", "13:00", 60), ("둘", "13:00", 60), ("셋", "14:00", 30), ("넷", "15:00", 30)];
    let program = program_of(&sessions);
    let plan = all_of(&program);
    for design in Design::ALL {
        let request = Request { design: Some(design), ..Request::new(&program, &plan, Language::English, PHONE) };
        let scenes = scenes(&request, &mut fonts).unwrap();
        let printed: String = scenes.iter().flat_map(texts).map(|run| format!("{} ", run.text)).collect();
        let count = |time: &str| printed.matches(time).count();
        assert_eq!([count("13:00"), count("14:00"), count("15:00")], [1, 1, 1], "{design:?}: {printed}");
        assert_eq!([count("14:30"), count("15:30")], [1, 1], "{design:?}: {printed}");
        assert!(scenes[0].words.contains("13:00–14:00"), "read aloud, every entry is complete");
    }
}

#[test]
fn a_picture_begins_with_the_conference_its_year_and_as_of_when() {
    let Some(mut fonts) = fonts() else { return };
    let mut program = program_of(&[("여는 말", "10:00", 40)]);
    (program.title, program.version) = ("시험 대회: 해마다 여는 행사".to_owned(), "2024-04-30".to_owned());
    let plan = all_of(&program);
    for design in Design::ALL {
        let mut words = |language| {
            let request = Request { design: Some(design), ..Request::new(&program, &plan, language, PHONE) };
            texts(&scenes(&request, &mut fonts).unwrap()[0]).map(|run| run.text.clone()).collect::<Vec<_>>()
        };
        assert_eq!(words(Language::Korean)[..3], ["시험 대회 2024", "4월 30일 기준", "5월 4일 토요일"], "{design:?}");
        assert_eq!(words(Language::English)[..3], ["시험 대회 2024", "as of 30 Apr", "Saturday 4 May"], "{design:?}");
    }
}

#[test]
fn pages_of_a_long_day_are_numbered_and_begin_with_the_time_that_they_cover() {
    let Some(mut fonts) = fonts() else { return };
    let starts: Vec<String> = (0..24).map(|number| format!("{:02}:{:02}", 9 + number / 2, number % 2 * 30)).collect();
    let sessions: Vec<(&str, &str, i64)> = starts.iter().map(|start| ("파이썬으로 만드는 시간표", start.as_str(), 30)).collect();
    let program = program_of(&sessions);
    let plan = all_of(&program);
    for design in Design::ALL {
        let request = Request { design: Some(design), ..Request::new(&program, &plan, Language::English, PHONE) };
        let scenes = scenes(&request, &mut fonts).unwrap();
        assert!(scenes.len() > 1, "{design:?}");
        for (at, scene) in scenes.iter().enumerate() {
            let page = run(scene, &format!("{}/{} · ", at + 1, scenes.len())).text.clone();
            let first = scene.words.lines().nth(1).and_then(|line| line.split('–').next()).unwrap();
            assert!(page.contains(&format!("· {first} – ")), "{design:?}: {page} of {}", scene.words);
        }
    }
}

#[test]
fn parallel_entries_of_a_ticket_have_a_line_of_the_spine_each() {
    let Some(mut fonts) = fonts() else { return };
    let program = program_of(&[("하나", "13:00", 120), ("둘", "13:30", 30), ("셋", "14:00", 30), ("넷", "16:00", 30)]);
    let plan = all_of(&program);
    let request = Request { design: Some(Design::Ticket), ..Request::new(&program, &plan, Language::Korean, PHONE) };
    let scene = scenes(&request, &mut fonts).unwrap().remove(0);
    let accent = Theme::Black.palette(TRACKS.iter().find_map(|(_, color)| Color::parse(color))).accent;
    let is_line =
        |item: &&Item| matches!(item, Item::Filled { frame, color, .. } if *color == accent && frame.height > frame.width * 2.0);
    let lines: Vec<Frame> = scene.items.iter().filter(is_line).map(Item::frame).collect();
    let (one, three, four) = (run(&scene, "하나").frame(), run(&scene, "셋").frame(), run(&scene, "넷").frame());
    assert_eq!(lines.len(), 4, "{lines:?}");
    assert!(lines[0].bottom() > three.bottom() && lines[0].bottom() < four.y, "{:?} runs beside what begins during it", lines[0]);
    assert!(lines[1].x > lines[0].x && lines[2].x == lines[1].x && lines[3].x == lines[0].x, "{lines:?}");
    let gap = |upper: Frame, lower: Frame| lower.y - upper.bottom();
    assert!(gap(three, four) > gap(one, run(&scene, "둘").frame()), "free time is space");
}
