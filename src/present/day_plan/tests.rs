use super::*;
use crate::plan::tests::span;
use crate::plan::{OwnEntry, Pick, Plan, entries};
use crate::present::SessionSet;
use crate::program::{ProgramId, RoomId, SessionId, Walk};
use crate::wire::program_file;

/// Returns a program of sessions written as `a A 10:00-11:00`: id, rooms as letters or `-`, time.
fn program(sessions: &str) -> Program {
    let session = |line: &str| {
        let [id, rooms, time] = line.split_whitespace().collect::<Vec<_>>()[..] else { panic!("{line}") };
        let (from, to) = time.split_once('-').unwrap();
        let rooms: Vec<String> = rooms.chars().filter(|room| *room != '-').map(|room| format!(r#""{room}""#)).collect();
        format!(
            r#"{{"id": "{id}", "title": "{id}", "day": "2018-08-18", "rooms": [{}],
            "start": "2018-08-18T{from}:00+09:00", "end": "2018-08-18T{to}:00+09:00"}}"#,
            rooms.join(",")
        )
    };
    let sessions: Vec<String> = sessions.split(',').filter(|line| !line.trim().is_empty()).map(session).collect();
    program_file::read(&format!(
        r#"{{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul",
        "days": [{{"date": "2018-08-18"}}], "sessions": [{}],
        "rooms": [{{"id": "A", "name": "A"}}, {{"id": "B", "name": "B"}}, {{"id": "C", "name": "C", "names": {{"ko": "씨"}}}}]}}"#,
        sessions.join(",")
    ))
    .unwrap()
}

/// Returns a plan of some sessions of the program.
fn plan(program: &Program, picked: &str) -> Plan {
    let mut plan = Plan::empty(ProgramId::new("p"));
    for id in picked.split_whitespace() {
        plan.put(Pick::of(program, program.session(&SessionId::new(id)).unwrap(), "ko"));
    }
    plan
}

fn own(id: &str, from: &str, to: &str, place: Option<&str>) -> OwnEntry {
    OwnEntry { id: id.to_owned(), title: id.to_owned(), span: span(from, to), place: place.map(str::to_owned), note: None }
}

fn unix(clock: &str) -> i64 {
    span(clock, clock).start.unix()
}

/// Without walking times.
const NO_WAY: i64 = 0;

/// Minutes between rooms for which [`with_ways`] states nothing else.
const WAYS: i64 = 3;

/// Adds a walking time of 10 minutes between A and B.
fn with_ways(program: Program) -> Program {
    let walk = Walk { from: vec![RoomId::new("A")], to: vec![RoomId::new("B")], minutes: 10 };
    Program { walking: vec![walk], ..program }
}

#[test]
fn blocks_are_drawn_to_scale_and_long_gaps_folded() {
    let program = program("a A 10:20-11:00, b B 10:30-11:30, c A 15:30-16:00, d A 17:00-17:00");
    let entries = entries(&plan(&program, "a b c d"), &program, "ko");
    let days = day_plans(&entries, &program, 0, NO_WAY);
    let placed: Vec<_> = days[0]
        .blocks
        .iter()
        .map(|block| (block.entry, block.top, block.height, block.lane.unwrap().lane, block.lane.unwrap().lanes))
        .collect();
    assert_eq!(placed, [(0, 20, 40, 0, 2), (1, 30, 60, 1, 2), (2, 120, 30, 0, 1), (3, 180, 15, 0, 1)]);
    let gaps: Vec<_> = days[0].gaps.iter().map(|gap| (gap.top, gap.height, gap.gap.minutes())).collect();
    assert_eq!(gaps, [(90, 30, 240), (150, 30, 60)], "long gaps are folded");
    assert_eq!(days[0].totals, Totals { entries: 4, overlaps: 1, gaps: 2, free_minutes: 300, tight: 0 });
    assert_eq!(days[0].blocks[0].overlaps, [(1, 30)]);
    assert_eq!(days[0].blocks[1].overlaps, [(0, 30)]);
    assert_eq!(days[0].axis.squeezes.len(), 2);
    assert_eq!(day_plans(&[], &program, 0, NO_WAY), []);
}

#[test]
fn days_have_totals() {
    let program = program("a A 10:00-11:00, b B 10:30-11:30, c C 10:45-11:00");
    let mut two = plan(&program, "a b c");
    let mut tomorrow = own("x", "10:00", "11:00", None);
    for (id, hours) in [("x", 24), ("y", 27)] {
        let shift = |moment: Moment| moment.plus_minutes(hours * 60).unwrap();
        let span = span("10:00", "11:00");
        tomorrow = OwnEntry {
            id: id.to_owned(),
            span: crate::program::Span::new(shift(span.start), shift(span.end)).unwrap(),
            ..tomorrow
        };
        two.put_own(tomorrow.clone());
    }
    let days = day_plans(&entries(&two, &program, "ko"), &program, 0, NO_WAY);
    assert_eq!(days.iter().map(|day| day.date.day()).collect::<Vec<_>>(), [18, 19]);
    let total: Totals = days.iter().map(|day| day.totals).sum();
    assert_eq!(total, Totals { entries: 5, overlaps: 1, gaps: 1, free_minutes: 120, tight: 0 });
}

#[test]
fn entries_are_past_present_next_or_later() {
    let mut program =
        program("a A 10:00-11:00, b B 11:00-12:00, off A 12:00-13:00, c A 13:00-14:00, d B 13:00-14:00, e A 15:00-16:00");
    let entries_of = |program: &Program, plan: &Plan| entries(plan, program, "ko");
    let chosen = plan(&program, "a b off c d e");
    program.sessions[2].cancelled = true;
    for (clock, stages) in [
        ("09:00", "nlllll"),
        ("10:00", "*nllll"),
        ("11:00", "-*lnnl"),
        ("12:30", "--lnnl"),
        ("14:00", "-----n"),
        ("16:00", "------"),
    ] {
        let days = day_plans(&entries_of(&program, &chosen), &program, unix(clock), NO_WAY);
        let letter = |block: &PlanBlock| match block.stage {
            Stage::Past => '-',
            Stage::Present => '*',
            Stage::Next => 'n',
            Stage::Later => 'l',
        };
        assert_eq!(days[0].blocks.iter().map(letter).collect::<String>(), stages, "{clock}");
    }
}

#[test]
fn a_change_is_tight_if_walking_takes_longer_than_there_is_time() {
    // Entries in time order; tight changes as (to, from, minutes, needed).
    for (sessions, expected) in [
        ("a A 10:00-11:00, b B 11:05-12:00", vec![(1, 0, 5, 10)]),
        ("a A 10:00-11:00, b B 11:10-12:00", vec![]),
        ("a B 10:00-11:00, b A 11:00-12:00", vec![(1, 0, 0, 10)]),
        ("a A 10:00-11:00, b A 11:00-12:00", vec![]),
        ("a AB 10:00-11:00, b B 11:00-12:00", vec![]),
        ("a AC 10:00-11:00, b B 11:00-12:00", vec![(1, 0, 0, 3)]),
        ("a A 10:00-11:00, b B 10:55-12:00", vec![]),
        ("a - 10:00-11:00, b B 11:00-12:00", vec![(1, 0, 0, 3)]),
        ("a A 10:00-10:58, b C 10:00-10:59, c B 11:00-12:00", vec![(2, 0, 2, 10)]),
    ] {
        let program = with_ways(program(sessions));
        let ids: Vec<&str> = program.sessions.iter().map(|session| session.id.as_str()).collect();
        let days = day_plans(&entries(&plan(&program, &ids.join(" ")), &program, "ko"), &program, 0, WAYS);
        let tight = |block: &PlanBlock| block.tight.map(|tight| (block.entry, tight.from, tight.minutes, tight.needed));
        assert_eq!(days[0].blocks.iter().filter_map(tight).collect::<Vec<_>>(), expected, "{sessions}");
        assert_eq!(days[0].totals.tight, expected.len());
    }
}

#[test]
fn own_entries_have_walking_times_if_their_place_is_a_room() {
    let program = program("a C 10:00-11:00");
    for (place, tight) in [(Some("씨"), false), (Some("C"), false), (Some("Lobby"), true), (None, true)] {
        let mut plan = plan(&program, "a");
        plan.put_own(own("mine", "11:00", "11:30", place));
        let days = day_plans(&entries(&plan, &program, "ko"), &program, 0, WAYS);
        assert_eq!(days[0].blocks[1].tight.is_some(), tight, "{place:?}");
    }
}

#[test]
fn cancelled_sessions_have_no_walking_times() {
    let mut program = program("a A 10:00-11:00, b B 11:00-12:00");
    let plan = plan(&program, "a b");
    program.sessions[1].cancelled = true;
    let days = day_plans(&entries(&plan, &program, "ko"), &program, 0, WAYS);
    assert_eq!(days[0].blocks[1].tight, None);
}

/// Returns what fits the gap from 11:00 (in room A) to 13:00 (in room B), as `id` or `id-late-early`.
fn fitting(sessions: &str, hidden: &[usize], walking: i64) -> Vec<String> {
    let mut program = program(&format!("{sessions}, from A 10:00-11:00, to B 13:00-14:00"));
    for session in program.sessions.iter_mut().filter(|session| session.id.as_str() == "lunch") {
        session.kind = crate::program::Kind::Break;
    }
    if walking == WAYS {
        program = with_ways(program);
    }
    let plan = plan(&program, "from to");
    let entries = entries(&plan, &program, "ko");
    let gap = day_plans(&entries, &program, 0, walking)[0].gaps[0].gap;
    let all = program.sessions.len();
    let shown = SessionSet::of(all, (0..all).filter(|index| !hidden.contains(index)));
    let written = |fit: &Fit| {
        let id = program.sessions[fit.session].id.as_str();
        if fit.is_whole() { id.to_owned() } else { format!("{id}-{}-{}", fit.late, fit.early) }
    };
    fits(gap, &entries, &program, &shown, walking).iter().map(written).collect()
}

#[test]
fn sessions_that_fit_a_gap_are_listed_with_what_would_be_missed() {
    for (sessions, expected) in [
        ("a A 11:00-12:00, b B 12:00-13:00", "a b"),
        ("a A 10:45-11:30, b B 12:40-13:20, c C 12:00-12:30", "c a-15-0 b-0-20"),
        ("a A 10:30-13:30", "a-30-30"),
        ("a A 09:00-11:20, b B 12:50-13:30", ""),
        ("a A 09:00-11:30", "a-120-0"),
        ("a A 09:00-11:00, b B 13:00-14:00", ""),
        ("lunch - 11:00-12:00, a A 12:00-12:30", "a lunch"),
        ("a A 11:00-11:00, b A 13:00-13:00, c A 10:59-10:59", "a"),
    ] {
        assert_eq!(fitting(sessions, &[], NO_WAY).join(" "), expected, "{sessions}");
    }
    // In program order `from` comes first.
    assert_eq!(fitting("a A 11:00-12:00, b B 12:00-13:00", &[1], NO_WAY), ["b"]);
}

#[test]
fn walking_there_and_back_is_part_of_the_gap_and_closer_sessions_come_first() {
    assert_eq!(fitting("a A 11:00-12:00, b B 11:10-12:00, c C 11:00-11:40", &[], WAYS), ["a", "b", "c-3-0"]);
    assert_eq!(fitting("b B 11:00-12:00", &[], WAYS), ["b-10-0"]);
    assert_eq!(fitting("a A 12:00-13:00, b C 12:00-12:50", &[], WAYS), ["b", "a-0-10"]);
    assert_eq!(fitting("b B 11:30-12:00, c C 11:30-12:00, a A 11:30-12:00", &[], WAYS), ["a", "c", "b"]);
}

#[test]
fn cancelled_and_picked_sessions_do_not_fit() {
    let mut program = program("a A 10:00-11:00, x A 11:00-11:00, y A 11:10-11:20, b A 12:00-13:00");
    program.sessions[2].cancelled = true;
    let mut plan = plan(&program, "a b");
    let offered = |plan: &Plan| {
        let entries = entries(plan, &program, "ko");
        let gap = gaps(&entries)[0];
        fits(gap, &entries, &program, &SessionSet::all(4), NO_WAY).len()
    };
    assert_eq!(offered(&plan), 1);
    plan.put(Pick::of(&program, &program.sessions[1], "ko"));
    assert_eq!(offered(&plan), 0);
}
