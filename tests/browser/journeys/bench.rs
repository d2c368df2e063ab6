//! Not a test: prints what a picture costs in the worker. `cargo xtask bench` runs it; nothing asserts a time.

use super::KOREAN;
use crate::harness::{Device, Setup, Visit, visit};
use crate::pages::{Frame, ProgramPage};
use serde::Deserialize;
use serde_json::json;
use siganpyo::plan::{Pick, Plan};
use siganpyo::program::Program;
use siganpyo::wire::job::{Job, WallpaperJob};
use siganpyo::wire::{program_file, stored_plan};

const ROUNDS: u32 = 15;

/// Starts a worker of its own, asks it for the same picture again and again, and answers in milliseconds from question to bytes.
const SCRIPT: &str = "const [address, job, rounds, done] = arguments;
    const worker = new Worker(address, { type: 'module' });
    const ask = (job) => new Promise((answered) => {
        worker.onmessage = ({ data }) => answered(data);
        worker.postMessage({ id: 1, job, buffers: [] });
    });
    worker.onmessage = async () => {
        const from = performance.now();
        await ask(JSON.stringify({ warm: { language: 'ko' } }));
        const result = { warm: performance.now() - from, rounds: [] };
        for (let round = 0; round < rounds; round++) {
            const from = performance.now();
            const { answer, buffers } = await ask(job);
            const { timings } = JSON.parse(answer).wallpaper;
            result.rounds.push({ total: performance.now() - from, ...timings, bytes: buffers[0].byteLength });
        }
        worker.terminate();
        done(result);
    };";

#[derive(Deserialize)]
struct Report {
    warm: f64,
    rounds: Vec<Round>,
}

/// Milliseconds in all, microseconds of each step.
#[derive(Deserialize)]
struct Round {
    total: f64,
    layout: u32,
    paint: u32,
    encode: u32,
    bytes: usize,
}

#[test]
#[ignore = "measures instead of testing: cargo xtask bench"]
fn bench_a_picture_in_the_worker() {
    for (speed, name) in [(1, "this machine"), (4, "main thread 4 times slower")] {
        visit(Setup::phone(KOREAN).on(Device::PHONE), async |visit| {
            ProgramPage::open(visit).await;
            Frame(visit).is_ready_for_the_venue().await;
            visit.browser().devtools("Emulation.setCPUThrottlingRate", json!({ "rate": speed })).await;
            print(name, &measure(visit).await);
        });
    }
}

async fn measure(visit: &Visit) -> Report {
    let job = serde_json::to_string(&Job::Wallpaper(Box::new(twelve_picks(&visit.program)))).expect("plain data");
    visit.browser().ask_later(SCRIPT, vec![json!("/worker_loader.js"), json!(job), json!(ROUNDS)]).await
}

/// A full day in Korean: every fourth session.
fn twelve_picks(program: &Program) -> WallpaperJob {
    let mut plan = Plan::empty(program.id.clone());
    for session in program.sessions.iter().step_by(4).take(12) {
        plan.put(Pick::of(program, session, KOREAN.tag()));
    }
    WallpaperJob {
        program: program_file::write(program),
        plan: stored_plan::write(&plan),
        language: KOREAN.tag().to_owned(),
        width: 1179,
        height: 2556,
        zone: "ios-widgets-top".to_owned(),
        theme: "black".to_owned(),
        day: None,
        ..WallpaperJob::default()
    }
}

fn print(name: &str, report: &Report) {
    let median = |value: fn(&Round) -> f64| {
        let mut values: Vec<f64> = report.rounds.iter().map(value).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    let step = |name: &str, value: fn(&Round) -> f64| format!("{name} {:.1} ms", median(value) / 1000.0);
    println!("worker in Chromium, {name}: warm-up {:.0} ms, first picture {:.0} ms", report.warm, report.rounds[0].total);
    println!(
        "  median of {ROUNDS}: {:.1} ms from plan to PNG ({}, {}, {}), {} bytes",
        median(|round| round.total),
        step("layout", |round| f64::from(round.layout)),
        step("paint", |round| f64::from(round.paint)),
        step("encode", |round| f64::from(round.encode)),
        report.rounds[0].bytes,
    );
}
