//! Rules for every picture, tested with many plans.

mod looks;
mod properties;
pub(super) mod scripts;

use super::fonts::tests::fonts;
use super::scene::Frame;
use super::typeset::FLOOR;
use super::*;
use crate::plan::{EntryId, OwnEntry, Pick};
use crate::program::{Day, Kind, Moment, ProgramId, Room, RoomId, Session, SessionId, Span, Track, TrackId};
use std::collections::BTreeMap;

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
const TRACKS: [(&str, &str); 3] = [("웹", "#3776ab"), ("Data & AI", "#000000"), ("커뮤니티와 그 밖의 이야기", "#ffe873")];
const ROOMS: [&str; 3] = ["101", "그랜드 볼룸", "Conference Centre North Wing, Auditorium 3"];

/// The generator of Numerical Recipes: the same plans on every machine.
struct Random(u32);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % bound
    }
}

/// Returns 60 sessions on two days; every title begins with the session's number.
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
        rooms: ROOMS.map(|name| Room { id: RoomId::new(name), name: name.to_owned(), names: BTreeMap::new() }).to_vec().into(),
        tracks: TRACKS.map(track).to_vec().into(),
        walking: Vec::new(),
        aliases: Vec::new(),
        sessions: (0..60).map(|number| session(number, &mut random)).collect(),
    };
    program.days[1].label = Some("둘째 날".to_owned());
    program.sort();
    program
}

fn track((name, color): (&str, &str)) -> Track {
    Track { id: TrackId::new(name), name: name.to_owned(), color: Color::parse(color) }
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
        track: TRACKS.get(random.below(4)).map(|(name, _)| TrackId::new(*name)),
        kind: Kind::Talk,
        language: None,
        level: None,
        speakers: ["강효준", "Niño R. Eclarin", "Łukasz"][..random.below(4)].iter().map(|name| (*name).to_owned()).collect(),
        about: Vec::new(),
        url: None,
        cancelled: random.below(12) == 0,
    }
}

/// Returns up to 20 picks, one of a session that was removed, and an own entry.
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

/// Checks that nothing is outside the band, no text is too small or lacks a glyph, no two texts overlap, and every entry is
/// shown once.
fn check(request: &Request<'_>, scenes: &[Scene], what: &str) {
    let band = request.zone.band(request.screen);
    let least = FLOOR * request.point.unwrap_or_else(|| device::density(request.screen));
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
        check_lines(scene, what);
    }
    let shown: Vec<EntryId> = scenes.iter().flat_map(|scene| scene.entries.clone()).collect();
    let planned: Vec<EntryId> =
        crate::plan::entries(request.plan, request.program, "ko").into_iter().map(|entry| entry.id).collect();
    assert_eq!(shown, planned, "{what}");
}

/// Checks that each title, which begins with the number of its session, is shown once.
fn check_titles(scenes: &[Scene], what: &str) {
    for id in scenes.iter().flat_map(|scene| &scene.entries) {
        let number = format!("#{}:", id.as_str().trim_start_matches('s'));
        let count = scenes.iter().flat_map(texts).filter(|run| run.text.starts_with(&number)).count();
        assert_eq!(count, 1, "{what}: title {number}");
    }
}

/// Checks that no line from above to below crosses text.
fn check_lines(scene: &Scene, what: &str) {
    let is_line = |item: &&Item| matches!(item, Item::Filled { frame, radius: 0.0, .. } if frame.height > frame.width * 1.5);
    for line in scene.items.iter().filter(is_line).map(Item::frame) {
        let is_apart = |text: Frame| {
            line.right() <= text.x || text.right() <= line.x || line.bottom() <= text.y + 1.0 || text.bottom() <= line.y + 1.0
        };
        let crossed = texts(scene).find(|run| !is_apart(run.frame()));
        assert!(
            crossed.is_none(),
            "{what}: {line:?} crosses {:?} at {:?}",
            crossed.map(|run| &run.text),
            crossed.map(TextRun::frame)
        );
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
