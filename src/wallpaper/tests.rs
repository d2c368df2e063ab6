//! What must hold for every picture, tried on many plans.

use super::fonts::tests::fonts;
use super::scene::Frame;
use super::typeset::FLOOR;
use super::*;
use crate::plan::{EntryId, OwnEntry, Pick};
use crate::program::{Day, Kind, Moment, ProgramId, Room, RoomId, Session, SessionId, Span};
use std::collections::BTreeMap;

const SCREENS: [(u32, u32, Zone); 6] = [
    (1179, 2556, Zone::IosWidgetsTop),
    (1080, 2400, Zone::Android),
    (750, 1334, Zone::IosHomeButton),
    (828, 1792, Zone::IosWidgetsBottom),
    (1440, 3120, Zone::AndroidLargeClock),
    (360, 780, Zone::Full),
];

const TITLES: [&str; 8] = [
    "짧은 이야기",
    "파이썬으로 만드는 작은 시간표",
    "Types, traits and other promises",
    "아무도 끝까지 읽지 않는 설명서를 쓰는 사람들을 위한 도구와 그 뒤에 숨은 생각들, 그리고 몇 가지 실패담과 앞으로의 계획",
    "An unreasonably long title that goes on about everything, repeats itself about everything, and then goes on once more",
    "띄어쓰기가하나도없는아주길고긴제목이라서어디에서도줄을바꿀수없는경우를위한이야기그리고더더더",
    "Supercalifragilisticexpialidociousnessologicalizationability",
    "日本語とテスト 🎉 漢字 éàü",
];
const ROOMS: [&str; 3] = ["101", "그랜드 볼룸", "Conference Centre North Wing, Auditorium 3"];

/// Numerical Recipes' generator: the same plans on every machine.
struct Random(u32);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % bound
    }
}

/// 60 sessions on two days; every title begins with the session's own number.
fn program() -> Program {
    let mut random = Random(7);
    let mut program = Program {
        id: ProgramId::new("p"),
        version: "3.1".to_owned(),
        title: "시험 대회".to_owned(),
        subtitle: None,
        url: None,
        venue: None,
        time_zone: "Asia/Seoul".to_owned(),
        days: ["2024-05-04", "2024-05-05"].map(|date| Day { date: Date::parse(date).unwrap(), label: None }).to_vec(),
        rooms: ROOMS.map(|name| Room { id: RoomId::new(name), name: name.to_owned(), names: BTreeMap::new() }).to_vec(),
        tracks: Vec::new(),
        sessions: (0..60).map(|number| session(number, &mut random)).collect(),
    };
    program.days[1].label = Some("둘째 날".to_owned());
    program.sort();
    program
}

fn session(number: usize, random: &mut Random) -> Session {
    let day = Date::parse(["2024-05-04", "2024-05-05"][number % 2]).unwrap();
    let start = Moment::from_local(day, 9 + random.below(10) as u8, 5 * random.below(12) as u8, 0, 9 * 3600).unwrap();
    let end = start.plus_minutes([0, 10, 25, 40, 120][random.below(5)]).unwrap();
    Session {
        id: SessionId::new(format!("s{number}")),
        title: format!("#{number}: {}", TITLES[random.below(TITLES.len())]),
        subtitle: None,
        span: Span::new(start, end).unwrap(),
        day,
        rooms: (0..random.below(3)).map(|_| RoomId::new(ROOMS[random.below(3)])).collect(),
        track: None,
        kind: Kind::Talk,
        language: None,
        level: None,
        speakers: ["강효준", "Niño R. Eclarin", "Łukasz"][..random.below(4)].iter().map(|name| (*name).to_owned()).collect(),
        about: Vec::new(),
        url: None,
        cancelled: random.below(12) == 0,
    }
}

/// Up to 20 picks, one of a session that is gone, and an entry of the person's own.
fn plan(program: &Program, random: &mut Random) -> Plan {
    let mut plan = Plan::empty(program.id.clone());
    for _ in 0..=random.below(20) {
        plan.put(Pick::of(program, &program.sessions[random.below(program.sessions.len())], "ko"));
    }
    let gone = Pick::of(program, &program.sessions[random.below(program.sessions.len())], "ko");
    if random.below(3) == 0 {
        plan.put(Pick { session: SessionId::new("gone"), title: "#gone: 사라진 발표".to_owned(), ..gone.clone() });
    }
    if random.below(3) == 0 {
        plan.put_own(OwnEntry {
            id: "own".to_owned(), title: "#own: 점심".to_owned(), span: gone.span, place: None, note: None
        });
    }
    plan
}

fn texts(scene: &Scene) -> impl Iterator<Item = &TextRun> {
    scene.items.iter().filter_map(|item| match item {
        Item::Text(run) => Some(run),
        _ => None,
    })
}

fn check(request: &Request<'_>, scenes: &[Scene], what: &str) {
    let band = request.zone.band(request.screen);
    let least = FLOOR * device::density(request.screen);
    for scene in scenes {
        for item in &scene.items {
            let Frame { x, y, .. } = item.frame();
            let is_inside = x >= band.left as f32
                && y >= band.top as f32
                && item.frame().right() <= band.right as f32
                && item.frame().bottom() <= band.bottom as f32;
            assert!(is_inside, "{what}: outside {band:?}: {item:?}");
        }
        for run in texts(scene) {
            assert!(run.size >= least, "{what}: {} is set in {}", run.text, run.size);
            assert!(run.glyphs.iter().all(|glyph| glyph.id != 0), "{what}: a glyph is missing in {}", run.text);
        }
        check_overlaps(scene, what);
    }
    let shown: Vec<EntryId> = scenes.iter().flat_map(|scene| scene.entries.clone()).collect();
    let planned: Vec<EntryId> =
        crate::plan::entries(request.plan, request.program, "ko").into_iter().map(|entry| entry.id).collect();
    assert_eq!(shown, planned, "{what}");
    for id in planned {
        let number = format!("#{}:", id.as_str().trim_start_matches('s'));
        let count = scenes.iter().flat_map(texts).filter(|run| run.text.starts_with(&number)).count();
        assert_eq!(count, 1, "{what}: title {number}");
    }
}

fn check_overlaps(scene: &Scene, what: &str) {
    let runs: Vec<&TextRun> = texts(scene).collect();
    for (at, one) in runs.iter().enumerate() {
        for other in &runs[at + 1..] {
            let (a, b) = (one.frame(), other.frame());
            let is_apart = a.right() <= b.x || b.right() <= a.x || a.bottom() <= b.y || b.bottom() <= a.y;
            assert!(is_apart, "{what}: {} covers {}", one.text, other.text);
        }
    }
}

#[test]
fn every_picture_is_whole_and_readable() {
    let Some(mut fonts) = fonts() else { return };
    let program = program();
    let mut random = Random(1);
    for round in 0..100 {
        let plan = plan(&program, &mut random);
        // Every plan in every theme; a third of the screens in each round, since all of them take a minute.
        let screens = SCREENS.into_iter().skip(round % 3).step_by(3);
        for ((width, height, zone), theme) in screens.flat_map(|screen| Theme::ALL.map(|theme| (screen, theme))) {
            let language = Language::ALL[round % 2];
            let screen = Screen { width, height };
            let request = Request { program: &program, plan: &plan, language, screen, zone, theme, day: None };
            let scenes = scenes(&request, &mut fonts).unwrap();
            check(&request, &scenes, &format!("plan {round} at {width}x{height}"));
        }
    }
}

#[test]
fn nothing_is_painted_outside_the_zone() {
    let Some(mut fonts) = fonts() else { return };
    let program = program();
    let mut random = Random(2);
    for (width, height, zone) in SCREENS {
        let plan = plan(&program, &mut random);
        let (language, screen) = (Language::Korean, Screen { width, height });
        let request = Request { program: &program, plan: &plan, language, screen, zone, theme: Theme::Black, day: None };
        let band = zone.band(screen);
        for scene in scenes(&request, &mut fonts).unwrap() {
            let canvas = scene.paint(&fonts);
            let (columns, rows) = canvas.inked().expect("something is painted");
            assert!(i64::from(columns.start) >= i64::from(band.left) && i64::from(columns.end) <= i64::from(band.right));
            assert!(i64::from(rows.start) >= i64::from(band.top) && i64::from(rows.end) <= i64::from(band.bottom));
        }
    }
}

#[test]
fn a_day_shows_only_its_entries_and_no_entries_make_no_picture() {
    let Some(mut fonts) = fonts() else { return };
    let program = program();
    let plan = plan(&program, &mut Random(3));
    let screen = Screen { width: 1179, height: 2556 };
    let mut draw = |day: &str, screen| {
        let day = Date::parse(day);
        let (language, zone, theme) = (Language::English, Zone::Ios, Theme::Paper);
        scenes(&Request { program: &program, plan: &plan, language, screen, zone, theme, day }, &mut fonts)
    };
    let entries = draw("2024-05-05", screen).unwrap().into_iter().flat_map(|scene| scene.entries);
    let days: Vec<Date> = entries.filter_map(|id| Some(program.session(&SessionId::new(id.as_str()))?.day)).collect();
    assert!(!days.is_empty() && days.iter().all(|day| *day == program.days[1].date));
    assert_eq!(draw("2024-05-06", screen), Err(Error(Problem::Nothing)));
    let (tiny, vast) = (Screen { width: 60, height: 60 }, Screen { width: 50_000, height: 50_000 });
    assert_eq!(draw("2024-05-05", tiny), Err(Error(Problem::ScreenTooSmall(tiny))));
    assert_eq!(draw("2024-05-05", vast), Err(Error(Problem::ScreenTooLarge(vast))));
}
