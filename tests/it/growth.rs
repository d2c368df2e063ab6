//! The time of operations on whole programs by their size: it must grow with the size and not with its square.
//!
//! `cargo test --test it growth -- --ignored --nocapture` prints a table in microseconds for each session.

use siganpyo::export::{self, CalendarOptions};
use siganpyo::import::{MAX_DAYS, MAX_ROOMS, MAX_TRACKS, Options, admit, import};
use siganpyo::messages::Language;
use siganpyo::plan::{Pick, Plan, attachments, entries, merge, new_overlaps};
use siganpyo::present::SessionSet;
use siganpyo::present::day_plan::day_plans;
use siganpyo::present::filter::{Facets, Filter, Given, fitting};
use siganpyo::present::grid::Grid;
use siganpyo::present::now::Now;
use siganpyo::present::outline::Outline;
use siganpyo::present::timetable::slots;
use siganpyo::program::search::{Index, Interpreter};
use siganpyo::program::versions::Matching;
use siganpyo::program::{
    Date, Day, Kind, Moment, Program, ProgramId, Room, RoomId, Session, SessionId, Span, Track, TrackId, Walk, check,
};
use siganpyo::wire::{plan_file, program_file};
use std::hint::black_box;
use std::time::Instant;

const SIZES: [usize; 4] = [100, 1_000, 10_000, 20_000];

/// How many days and rooms a program has.
type Shape = (&'static str, fn(usize) -> usize, fn(usize) -> usize);

/// Few days and rooms, as many of both as possible, and all sessions at the same time.
const SHAPES: [Shape; 3] = [
    ("four days, forty rooms", |_| 4, |_| 40),
    ("many days, many rooms", |size| (size / 25).clamp(1, MAX_DAYS), |size| (size / 4).min(MAX_ROOMS)),
    ("one day, many rooms", |_| 1, |size| (size / 4).min(MAX_ROOMS)),
];

fn program(size: usize, days: usize, rooms: usize) -> Program {
    let tracks = (size / 10).clamp(1, MAX_TRACKS);
    let date = |day: usize| Date::from_days_since_epoch(18_000 + day as i64);
    let session = |at: usize| {
        // Every room of every day in turn, one slot after the other.
        let (day, slot) = (at % days, at / days / rooms);
        let start = Moment::from_local(date(day), 8, 0, 0, 3600).unwrap().plus_minutes(30 * (slot as i64 % 24)).unwrap();
        Session {
            id: SessionId::new(format!("s{:05}", at * 7919 % size)),
            title: format!("Session {at} on the growth of things"),
            subtitle: None,
            span: Span::new(start, start.plus_minutes(30).unwrap()).unwrap(),
            day: date(day),
            rooms: vec![RoomId::new(format!("room-{}", at / days % rooms))],
            track: Some(TrackId::new(format!("track-{}", at % tracks))),
            kind: Kind::Talk,
            language: Some("en".to_owned()),
            level: Some(format!("Level {}", at % 5)),
            speakers: vec![format!("Speaker {}", at / 2)],
            about: Vec::new(),
            url: None,
            cancelled: false,
        }
    };
    let room = |at: usize| {
        let id = format!("room-{at}");
        Room { id: RoomId::new(&id), name: id, names: Default::default() }
    };
    let walk = |at: usize| Walk {
        from: vec![RoomId::new(format!("room-{at}"))],
        to: vec![RoomId::new(format!("room-{}", at + 1))],
        minutes: 5,
    };
    let mut program = Program {
        id: ProgramId::new("growth"),
        version: "1".to_owned(),
        title: "Growth".to_owned(),
        subtitle: None,
        url: None,
        venue: None,
        time_zone: "Europe/Berlin".to_owned(),
        days: (0..days).map(|day| Day { date: date(day), label: None }).collect(),
        rooms: (0..rooms).map(room).collect(),
        tracks: (0..tracks)
            .map(|at| Track { id: TrackId::new(format!("track-{at}")), name: format!("Track {at}"), color: None })
            .collect(),
        walking: (0..(rooms - 1).min(1_000)).map(walk).collect(),
        aliases: vec!["Speaker 1 = 하나".to_owned()],
        sessions: (0..size).map(session).collect(),
    };
    program.sort();
    program
}

/// An operation with its name.
type Work<'p> = (&'static str, Box<dyn Fn() + 'p>);

/// Returns all operations on a whole program or a whole plan.
fn works(program: &Program) -> Vec<Work<'_>> {
    let messages = Language::English.messages();
    let all = SessionSet::all(program.sessions.len());
    let mut plan = Plan::empty(program.id.clone());
    plan.put_all(program.sessions.iter().map(|session| Pick::of(program, session, "en")));
    let file = program_file::write(program);
    let planned = plan_file::write(&plan);
    let middle = program.sessions[program.sessions.len() / 2].span.start;
    let mut next = program.clone();
    for session in next.sessions.iter_mut().step_by(10) {
        session.span.start = session.span.start.plus_minutes(5).unwrap();
    }
    let listed = entries(&plan, program, "en");
    let find = Language::English.find_messages();
    let code = export::encode(&plan, program);
    let dates: Vec<Date> = program.days.iter().map(|day| day.date).collect();
    vec![
        (
            "read a program file",
            Box::new({
                let file = file.clone();
                move || drop(black_box(program_file::read(&file).unwrap()))
            }),
        ),
        ("import a program file", Box::new(move || drop(black_box(import(file.as_bytes(), &Options::default()).unwrap())))),
        ("admit", Box::new(|| drop(black_box(admit(program.clone()).unwrap())))),
        ("check", Box::new(|| drop(black_box(check(program))))),
        ("sort", Box::new(|| program.clone().sort())),
        (
            "outline and rows",
            Box::new(move || {
                let outline = Outline::new(program, None);
                outline.stretches().for_each(|stretch| drop(black_box(slots(program, stretch, messages))));
            }),
        ),
        ("search index", Box::new(|| drop(black_box(Index::new(program))))),
        (
            "interpret a query",
            Box::new({
                let index = Index::new(program);
                move || drop(black_box(Interpreter::default().interpret("spaeker 하나", &[], &index, program)))
            }),
        ),
        (
            "facets",
            Box::new(move || {
                let facets = Facets::new(program, messages, find);
                let given = Given { within: &all, found: None, fitting: None };
                drop(black_box(facets.view(&Filter::default(), given, find)));
            }),
        ),
        (
            "grids of all days",
            Box::new(move || {
                let all = SessionSet::all(program.sessions.len());
                dates.iter().for_each(|date| drop(black_box(Grid::new(program, *date, &all, "en"))));
            }),
        ),
        ("now", Box::new(move || drop(black_box(Now::new(program, &SessionSet::all(program.sessions.len()), middle.unix()))))),
        (
            "match two versions",
            Box::new({
                let next = next.clone();
                move || drop(black_box(Matching::of(program, &next).differences(program, &next)))
            }),
        ),
        (
            "attach a plan",
            Box::new({
                let plan = plan.clone();
                move || drop(black_box(attachments(&plan, Some(program), &next)))
            }),
        ),
        (
            "attach a plan of unknown origin",
            Box::new({
                let plan = plan.clone();
                move || drop(black_box(attachments(&plan, None, program)))
            }),
        ),
        ("read a plan file", Box::new(move || drop(black_box(plan_file::read(&planned).unwrap())))),
        (
            "merge two plans",
            Box::new({
                let plan = plan.clone();
                move || drop(black_box(merge(plan.clone(), plan.clone())))
            }),
        ),
        (
            "entries",
            Box::new({
                let plan = plan.clone();
                move || drop(black_box(entries(&plan, program, "en")))
            }),
        ),
        (
            "plan by days",
            Box::new({
                let listed = listed.clone();
                move || drop(black_box(day_plans(&listed, program, 0, 5)))
            }),
        ),
        (
            "new overlaps",
            Box::new({
                let (listed, plan) = (listed.clone(), plan.clone());
                move || drop(black_box(new_overlaps(&listed, &plan)))
            }),
        ),
        ("what fits", Box::new(move || drop(black_box(fitting(program, &listed))))),
        (
            "calendar",
            Box::new({
                let plan = plan.clone();
                move || drop(black_box(export::calendar(&plan, program, &CalendarOptions::new(middle, "en"))))
            }),
        ),
        (
            "text",
            Box::new({
                let plan = plan.clone();
                move || drop(black_box(export::text(&plan, program, messages, "en")))
            }),
        ),
        ("share code", Box::new(move || drop(black_box(export::decode(&code, program).unwrap())))),
    ]
}

#[test]
#[ignore = "a benchmark"]
fn growth() {
    let most: usize = std::env::var("GROWTH").ok().and_then(|most| most.parse().ok()).unwrap_or(usize::MAX);
    for (shape, days, rooms) in SHAPES {
        println!("\n{shape}; µs for each of so many sessions");
        let programs: Vec<Program> =
            SIZES.into_iter().filter(|size| *size <= most).map(|size| program(size, days(size), rooms(size))).collect();
        let works: Vec<_> = programs.iter().map(|program| (program.sessions.len(), works(program))).collect();
        for at in 0..works[0].1.len() {
            print!("{:32}", works[0].1[at].0);
            for (size, works) in &works {
                let begin = Instant::now();
                works[at].1();
                print!("{:>10.1}", begin.elapsed().as_secs_f64() * 1e6 / *size as f64);
            }
            println!();
        }
    }
}
