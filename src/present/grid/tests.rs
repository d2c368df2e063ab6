use super::*;
use crate::present::axis::{LONGEST, Squeeze, WITHOUT_END};
use crate::program::Room;
use crate::program::{Moment, ProgramId, RoomId, Session, SessionId, Span};
use std::collections::BTreeSet;

/// Returns a program of sessions written as `A 10:00-11:00`, with rooms as letters or `-` for none; hours from 24 on are
/// after midnight.
fn program(rooms: &str, sessions: &str) -> Program {
    let date = Date::parse("2018-08-18").unwrap();
    let midnight = Moment::from_local(date, 0, 0, 0, 9 * 3600).unwrap();
    let at = |clock: &str| {
        let (hour, minute) = clock.split_once(':').unwrap();
        midnight.plus_minutes(hour.parse::<i64>().unwrap() * 60 + minute.parse::<i64>().unwrap()).unwrap()
    };
    let room = |letter: char| Room { id: RoomId::new(letter), name: letter.to_string(), names: [].into() };
    let session = |(index, line): (usize, &str)| {
        let (letters, span) = line.trim().split_once(' ').unwrap();
        let (from, to) = span.split_once('-').unwrap();
        Session {
            id: SessionId::new(index.to_string()),
            title: index.to_string(),
            subtitle: None,
            span: Span::new(at(from), at(to)).unwrap(),
            day: date,
            rooms: letters.chars().filter(|letter| *letter != '-').map(RoomId::new).collect(),
            track: None,
            kind: crate::program::Kind::Talk,
            language: None,
            level: None,
            speakers: Vec::new(),
            about: Vec::new(),
            url: None,
            cancelled: false,
        }
    };
    Program {
        id: ProgramId::new("p"),
        version: "1".to_owned(),
        title: "P".to_owned(),
        subtitle: None,
        url: None,
        venue: None,
        time_zone: "Asia/Seoul".to_owned(),
        days: vec![crate::program::Day { date, label: None }],
        rooms: rooms.chars().map(room).collect(),
        tracks: Vec::new().into(),
        walking: Vec::new(),
        aliases: Vec::new(),
        sessions: sessions.split(',').filter(|line| !line.trim().is_empty()).enumerate().map(session).collect(),
    }
}

fn grid(rooms: &str, sessions: &str) -> Grid {
    let program = program(rooms, sessions);
    Grid::new(&program, Date::parse("2018-08-18").unwrap(), &SessionSet::all(program.sessions.len()), "ko")
}

/// Returns blocks as `0:A` (session and columns), followed by the lane if there are several: `0:A 1/2`.
fn written(grid: &Grid) -> Vec<String> {
    let block = |block: &Block| {
        let names = grid.columns[block.column..block.column + block.columns].iter();
        let names: String = names.map(|column| if column.name.is_empty() { "-" } else { &*column.name }).collect();
        let lane = match block.lane.lanes {
            1 => String::new(),
            lanes => format!(" {}/{lanes}", block.lane.lane + 1),
        };
        format!("{}:{names}{lane}", block.session)
    };
    grid.blocks.iter().map(block).collect()
}

fn column_names(grid: &Grid) -> String {
    grid.columns.iter().map(|column| column.room.map_or("-", |_| column.name.as_str())).collect()
}

#[test]
fn columns_are_the_rooms_of_the_day_in_order() {
    let day = grid("CBA", "A 10:00-11:00, C 10:00-10:30");
    assert_eq!((column_names(&day), written(&day)), ("CA".to_owned(), vec!["1:C".to_owned(), "0:A".to_owned()]));
    let block = day.blocks[0];
    assert_eq!((block.top, block.height, day.axis.height), (0, 30, 60));
    let empty = grid("A", "");
    assert!(empty.columns.is_empty() && empty.blocks.is_empty() && empty.axis.hours.is_empty());
}

#[test]
fn only_shown_sessions_have_columns() {
    let program = program("AB", "A 10:00-11:00, B 10:00-11:00");
    let grid = Grid::new(&program, Date::parse("2018-08-18").unwrap(), &SessionSet::of(2, [1]), "ko");
    assert_eq!((column_names(&grid), written(&grid)), ("B".to_owned(), vec!["1:B".to_owned()]));
    let other = Grid::new(&program, Date::parse("2018-08-19").unwrap(), &SessionSet::all(2), "ko");
    assert!(other.blocks.is_empty());
}

#[test]
fn overlapping_sessions_in_a_room_have_lanes() {
    let day = grid("AB", "A 10:00-11:00, A 10:30-11:30, B 10:30-11:00, A 11:30-12:00, A 11:45-11:45");
    assert_eq!(written(&day), ["0:A 1/2", "1:A 2/2", "2:B", "3:A 1/2", "4:A 2/2"]);
    assert_eq!(day.columns.iter().map(|column| column.lanes).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(day.blocks[4].height, WITHOUT_END);
    let lightning = grid("A", "A 10:00-10:05, A 10:05-10:10");
    assert_eq!(lightning.columns[0].lanes, 1);
}

#[test]
fn a_session_for_everybody_spans_all_columns_unless_it_overlaps_others() {
    for (sessions, columns, blocks) in [
        ("- 09:00-10:00, A 10:00-11:00, C 10:00-11:00", "AC", "0:AC, 1:A, 2:C"),
        ("- 09:00-10:00, - 09:30-10:00, A 10:00-11:00", "A-", "0:- 1/2, 1:- 2/2, 2:A"),
        ("- 09:00-10:00, A 09:30-10:00", "A-", "0:-, 1:A"),
        ("- 09:00-10:00", "-", "0:-"),
        ("AB 09:00-10:00, C 09:00-10:00", "ABC", "0:AB, 1:C"),
        ("AC 09:00-10:00, C 11:00-12:00", "AC", "0:AC, 1:C"),
        ("AC 09:00-10:00, B 09:00-10:00", "ABC", "0:A, 1:B, 0:C"),
        ("ABC 09:00-10:00, B 09:30-10:00", "ABC", "0:A, 0:B 1/2, 0:C, 1:B 2/2"),
        ("ABC 09:00-10:00, C 09:30-10:00", "ABC", "0:AB, 0:C 1/2, 1:C 2/2"),
    ] {
        let day = grid("ABC", sessions);
        assert_eq!((column_names(&day).as_str(), written(&day).join(", ").as_str()), (columns, blocks), "{sessions}");
    }
}

#[test]
fn sessions_that_last_nearly_all_day_are_listed_above() {
    for (sessions, all_day) in [
        ("A 09:00-18:00, B 10:00-11:00, B 11:00-12:00", vec![0]),
        ("B 09:00-10:00, A 10:00-14:01, B 12:00-13:00", vec![1]),
        ("A 09:00-13:00, B 09:30-10:00, B 18:00-19:00", vec![]),
        ("A 09:00-12:30, B 09:30-10:00, B 13:00-14:00", vec![0]),
        ("A 09:00-18:00", vec![]),
        ("A 09:00-17:00, B 09:00-17:00, C 09:00-12:00", vec![]),
        ("A 09:00-10:00, B 09:00-09:30", vec![]),
    ] {
        let day = grid("ABC", sessions);
        assert_eq!(day.all_day, all_day, "{sessions}");
        let shown: BTreeSet<usize> = day.blocks.iter().map(|block| block.session).chain(day.all_day).collect();
        assert_eq!(shown.len(), sessions.split(',').count(), "nothing is lost: {sessions}");
    }
    let program = program("AB", "A 09:00-18:00, B 10:00-11:00, B 11:00-12:00");
    let alone = Grid::new(&program, Date::parse("2018-08-18").unwrap(), &SessionSet::of(3, [0]), "ko");
    assert_eq!((alone.all_day, alone.blocks.len()), (vec![0], 0), "also where a filter hides the others");
    let week = grid("A", "A 09:00-96:00");
    assert_eq!(week.axis.height, LONGEST, "what goes on for days ends with the first");
}

#[test]
fn long_empty_stretches_are_squeezed_and_hours_stay_aligned() {
    let day = grid("A", "A 10:20-11:00, A 12:30-13:00, A 16:00-17:00");
    assert_eq!(day.blocks.iter().map(|block| (block.top, block.height)).collect::<Vec<_>>(), [(20, 40), (150, 30), (210, 60)]);
    assert_eq!(day.axis.squeezes, [Squeeze { top: 180, height: 30, minutes: 180 }], "90 minutes are left as they are");
    let hours: Vec<_> = day.axis.hours.iter().map(|hour| (hour.top, hour.clock.as_str())).collect();
    assert_eq!(hours, [(0, "10:00"), (60, "11:00"), (120, "12:00"), (180, "13:00"), (210, "16:00"), (270, "17:00")]);
    assert_eq!(day.axis.height, 270);
}

#[test]
fn a_day_continues_after_midnight() {
    let day = grid("A", "A 23:00-24:30, A 24:30-25:00");
    assert_eq!(day.blocks[1].top, 90);
    let hours: Vec<_> = day.axis.hours.iter().map(|hour| (hour.clock.as_str(), hour.after_midnight)).collect();
    assert_eq!(hours, [("23:00", false), ("00:00", true), ("01:00", true)]);
}

#[test]
fn the_line_of_now_is_interpolated_in_squeezed_stretches() {
    let day = grid("A", "A 10:20-11:00, A 14:00-15:00");
    let line = |clock: &str| day.axis.line(Moment::parse(&format!("2018-08-18T{clock}:00+09:00")).unwrap());
    for (clock, top) in [("10:00", Some(0)), ("10:45", Some(45)), ("12:30", Some(75)), ("14:10", Some(100)), ("15:00", Some(150))]
    {
        assert_eq!(line(clock), top, "{clock}");
    }
    assert_eq!((line("09:59"), line("15:01")), (None, None));
}

#[test]
fn arrow_keys_move_to_the_closest_block() {
    //        A        B              C
    // 10:00  0        1              2
    // 11:00  3 | 4    (1 goes on)    5
    // 12:00  6 -------------------------
    let day =
        grid("ABC", "A 10:00-11:00, B 10:00-12:00, C 10:00-10:30, A 11:00-12:00, A 11:00-11:30, C 11:00-12:00, - 12:00-13:00");
    let block = |session: usize| day.blocks.iter().position(|block| block.session == session).unwrap();
    let step = |from: usize, way: Way| day.step(day.focus(block(from))?, way).map(|to| day.blocks[to.block].session);
    for (from, way, to) in [
        (0, Way::Right, Some(1)),
        (1, Way::Right, Some(2)),
        (2, Way::Right, None),
        (0, Way::Down, Some(3)),
        (3, Way::Right, Some(4)),
        (4, Way::Right, Some(1)),
        (4, Way::Left, Some(3)),
        (5, Way::Left, Some(1)),
        (1, Way::Left, Some(0)),
        (3, Way::Down, Some(6)),
        (6, Way::Down, None),
        (6, Way::Up, Some(3)),
        (2, Way::Down, Some(5)),
        (0, Way::Up, None),
    ] {
        assert_eq!(step(from, way), to, "{from} {way:?}");
    }
    assert_eq!(day.focus(99), None);
}

#[test]
fn left_and_right_preserve_the_time() {
    let day = grid("ABC", "A 10:00-11:00, C 10:00-11:00, C 11:00-12:00, B 15:00-16:00, A 15:00-16:00");
    let mut focus = day.focus(0).unwrap();
    let mut walked = Vec::new();
    for way in [Way::Right, Way::Right, Way::Left, Way::Left, Way::Right, Way::Up, Way::Right, Way::Down, Way::Left] {
        focus = day.step(focus, way).unwrap_or(focus);
        walked.push(day.blocks[focus.block].session);
    }
    assert_eq!(walked, [3, 1, 3, 0, 3, 2, 2, 3, 4]);
}

/// Returns the blocks that can be reached from one of them with arrow keys.
fn reached(day: &Grid, start: usize) -> BTreeSet<usize> {
    let mut open: Vec<Focus> = day.focus(start).into_iter().collect();
    let mut seen: BTreeSet<(usize, i64)> = open.iter().map(|focus| (focus.block, focus.time)).collect();
    while let Some(focus) = open.pop() {
        let ways = [Way::Up, Way::Down, Way::Left, Way::Right];
        let next = ways.into_iter().filter_map(|way| day.step(focus, way));
        open.extend(next.filter(|focus| seen.insert((focus.block, focus.time))));
    }
    seen.into_iter().map(|(block, _)| block).collect()
}

#[test]
fn arrow_keys_reach_every_block() {
    let mut seed = 7_u64;
    let mut random = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    for _ in 0..120 {
        let session = |at: u64, random: &mut dyn FnMut(u64) -> u64| {
            let start = 540 + at * 20;
            let end = start + random(9) * 15;
            let room = ["A", "B", "C", "D", "-", "AB", "BD"][random(7) as usize];
            format!("{room} {}:{:02}-{}:{:02}", start / 60, start % 60, end / 60, end % 60)
        };
        let sessions: Vec<String> = (0..1 + random(20)).map(|at| session(at, &mut random)).collect();
        let day = grid("ABCD", &sessions.join(","));
        for start in 0..day.blocks.len() {
            let seen = reached(&day, start);
            assert_eq!(seen.len(), day.blocks.len(), "from {start} in {sessions:?}");
        }
    }
}

#[test]
fn no_two_blocks_overlap() {
    let letters = ["A", "B", "AB", "-", "AC", "C"];
    let session = |at: usize| {
        let (start, length) = (540 + at * 7 % 200, at * 11 % 50);
        (
            start,
            format!(
                "{} {}:{:02}-{}:{:02}",
                letters[at % 6],
                start / 60,
                start % 60,
                (start + length) / 60,
                (start + length) % 60
            ),
        )
    };
    let mut sessions: Vec<_> = (0..60).map(session).collect();
    sessions.sort();
    let day = grid("ABC", &sessions.into_iter().map(|(_, line)| line).collect::<Vec<_>>().join(","));
    for (at, one) in day.blocks.iter().enumerate() {
        for other in &day.blocks[at + 1..] {
            let in_time = one.top < other.top + other.height && other.top < one.top + one.height;
            let in_columns = one.column < other.column + other.columns && other.column < one.column + one.columns;
            let in_lane = one.lane.lane == other.lane.lane || one.lane.lanes == 1 || other.lane.lanes == 1;
            assert!(!(in_time && in_columns && in_lane), "{one:?} {other:?}");
        }
    }
}

#[test]
fn every_session_can_be_tapped_and_its_title_is_cut_between_lines() {
    let day = grid("AB", "A 10:00-11:00, B 10:00-10:05, B 10:05-10:10");
    for minute in [14, 22, 34] {
        let scale = day.scale(minute);
        assert!(day.blocks.iter().all(|block| scale.place(block.top, block.height).1 >= 46), "{minute}");
    }
    assert_eq!([10, 44, 57, 58, 92].map(title_lines), [1, 1, 1, 2, 4]);
}

#[test]
fn a_day_opens_at_what_the_person_goes_to_or_else_at_what_is_on() {
    let lines = "A 10:00-11:00, B 10:00-11:00, C 12:00-13:00, D 12:30-13:30, D 15:00-16:00";
    let program = program("ABCD", lines);
    let day = grid("ABCD", lines);
    let opens = |picked: &[&str], clock: &str| {
        let now = Moment::parse(&format!("2018-08-18T{clock}:00+09:00")).unwrap().unix();
        let is_picked = |session: &Session| picked.contains(&session.id.as_str());
        day.opens_at(&program, is_picked, now).map(|block| block.session)
    };
    assert_eq!(opens(&["1", "2"], "10:30"), Some(1), "what is on");
    assert_eq!(opens(&["1", "2"], "11:00"), Some(2), "what is next");
    assert_eq!(opens(&["1", "2"], "09:00"), Some(1), "what is first, before the day");
    assert_eq!(opens(&["1"], "12:40"), Some(2), "what is on, when nothing is to come");
    assert_eq!(opens(&["3"], "20:00"), Some(3), "what was picked, when all is over");
    assert_eq!((opens(&[], "12:40"), opens(&[], "20:00")), (Some(2), None));
}
