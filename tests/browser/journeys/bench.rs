//! Not a test: prints the time of a picture in the worker, next to that of libraries that a web developer would use instead.
//! `cargo xtask bench` runs it after installing those in `target/peers`; no time is asserted.

use super::KOREAN;
use crate::harness::{Engine, Setup, Visit, copy, eventually, visit};
use serde::Deserialize;
use serde_json::{Value, json};
use siganpyo::plan::{Entry, Pick, Plan, entries};
use siganpyo::program::Program;
use siganpyo::wire::job::{Job, WallpaperJob};
use siganpyo::wire::{program_file, stored_plan};
use std::path::Path;

const ROUNDS: usize = 11;
const COLD_STARTS: usize = 5;

/// The painter, then others by their names in `tests/peers/peers.js`, with how much faster than them it should be.
type Ways = [(&'static str, Option<f64>)];
const CHROMIUM: &Ways = &[
    ("painter", None),
    ("Canvas 2D", Some(1.0 / 1.5)),
    ("html2canvas", Some(4.0)),
    ("html-to-image", Some(4.0)),
    ("satori + resvg", Some(8.0)),
    ("takumi", Some(1.0)),
];
const WEBKIT: &Ways = &[("painter", None), ("Canvas 2D", Some(1.0))];

/// One drawing.
#[derive(Deserialize)]
struct Drawn {
    /// Milliseconds from the day to the PNG's bytes.
    time: f64,
    bytes: usize,
    /// Of our own.
    steps: Option<Steps>,
}

/// Microseconds.
#[derive(Deserialize)]
struct Steps {
    layout: u32,
    paint: u32,
    encode: u32,
}

/// Milliseconds.
#[derive(Deserialize)]
struct First {
    warm: f64,
    first: f64,
}

#[test]
#[ignore = "measures instead of testing: cargo xtask bench"]
fn bench_a_picture_beside_its_peers() {
    visit(Setup::phone(KOREAN).copied(), async |visit| beside(visit, "Chromium", CHROMIUM).await);
    if Engine::WebKit.is_here() {
        visit(Setup::engine(Engine::WebKit).language(KOREAN).copied(), async |visit| beside(visit, "WebKitGTK", WEBKIT).await);
    }
}

#[test]
#[ignore = "measures instead of testing: cargo xtask bench"]
fn bench_the_first_picture_after_a_cold_start() {
    visit(Setup::phone(KOREAN).copied(), async |visit| {
        open_peers(visit).await;
        print_first("this machine", &cold_starts(visit).await);
        let slow = visit.browser().slow_down();
        print_first("page and worker stopped for three quarters of the time", &cold_starts(visit).await);
        drop(slow);
    });
}

/// Runs all libraries in turn, so that other load on this machine slows all of them alike.
async fn beside(visit: &Visit, engine: &str, ways: &Ways) {
    open_peers(visit).await;
    let (job, day) = twelve_picks(&visit.program);
    let script = "const [name, day, done] = arguments; draw(name, day).then(done, (error) => done(String(error)))";
    let mut drawn: Vec<Vec<Drawn>> = ways.iter().map(|_| Vec::new()).collect();
    for _ in 0..ROUNDS {
        for ((name, _), drawn) in ways.iter().zip(&mut drawn) {
            let day = if *name == "painter" { job.clone() } else { day.clone() };
            drawn.push(visit.browser().ask_later(script, vec![json!(name), day]).await);
        }
    }
    print(engine, ways, &drawn);
}

async fn cold_starts(visit: &Visit) -> Vec<First> {
    let mut found = Vec::new();
    for _ in 0..COLD_STARTS {
        let script = "const [job, done] = arguments; first(job).then(done)";
        found.push(visit.browser().ask_later(script, vec![twelve_picks(&visit.program).0]).await);
    }
    found
}

/// Opens the page with all libraries. The app is not opened, so no service worker is involved.
async fn open_peers(visit: &Visit) {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/peers/page");
    assert!(page.is_dir(), "{} is not there; `cargo xtask bench` makes it", page.display());
    copy(&page, &visit.host.folder().join("peers"));
    visit.open("/peers/").await;
    let is_ready = async || visit.browser().ask::<bool>("return window.isReady ?? false", Vec::new()).await;
    eventually("the peers are loaded", async || is_ready().await.then_some(())).await;
}

/// Returns a full day in Korean, as our job with its program file and as the peers take it: every fourth session.
fn twelve_picks(program: &Program) -> (Value, Value) {
    let mut plan = Plan::empty(program.id.clone());
    for session in program.sessions.iter().step_by(4).take(12) {
        plan.put(Pick::of(program, session, KOREAN.tag()));
    }
    let row = |entry: Entry| json!({ "start": entry.span.start.clock(), "title": entry.title, "room": entry.rooms.join(", ") });
    let rows: Vec<Value> = entries(&plan, program, KOREAN.tag()).into_iter().map(row).collect();
    let heading = (KOREAN.messages().date)(program.days[0].date);
    let day = json!({ "heading": heading, "footer": program.title, "entries": rows });
    let job = WallpaperJob {
        plan: stored_plan::write(&plan),
        language: KOREAN.tag().to_owned(),
        width: 1179,
        height: 2556,
        zone: "ios-widgets-top".to_owned(),
        theme: "black".to_owned(),
        ..WallpaperJob::default()
    };
    let job = serde_json::to_string(&Job::Wallpaper(Box::new(job))).expect("plain data");
    (json!({ "job": job, "program": program_file::write(program) }), day)
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn print(engine: &str, ways: &Ways, drawn: &[Vec<Drawn>]) {
    println!("12 picks in Korean, 1179x2556, {engine}, median of {} warm ones, from the day to the PNG's bytes:", ROUNDS - 1);
    let warm = |drawn: &[Drawn]| median(drawn[1..].iter().map(|one| one.time));
    let own = warm(&drawn[0]);
    for ((name, goal), drawn) in ways.iter().zip(drawn) {
        let ratio = goal.map(|goal| format!("; the painter is {:.2}x as fast (goal: {goal:.2}x)", warm(drawn) / own));
        let (ratio, first, bytes) = (ratio.unwrap_or_default(), drawn[0].time, drawn[0].bytes);
        println!("  {name:<14}{:7.1} ms (first {first:.0} ms), {bytes} bytes{ratio}", warm(drawn));
    }
    let step = |of: fn(&Steps) -> u32| {
        let steps = drawn[0][1..].iter().filter_map(|one| one.steps.as_ref());
        median(steps.map(|steps| f64::from(of(steps)) / 1000.0))
    };
    let (layout, paint, encode) = (step(|steps| steps.layout), step(|steps| steps.paint), step(|steps| steps.encode));
    println!("  of the painter: layout {layout:.1} ms, paint {paint:.1} ms, encode {encode:.1} ms");
}

fn print_first(speed: &str, found: &[First]) {
    let (warm, first) = (median(found.iter().map(|one| one.warm)), median(found.iter().map(|one| one.first)));
    println!("first picture of a worker that was warmed up, {speed}: {first:.0} ms (goal at a quarter of the speed: 400 ms)");
    println!(
        "  warming it up: {warm:.0} ms; median of {COLD_STARTS}, the very first {:.0} + {:.0} ms",
        found[0].warm, found[0].first
    );
}
