//! The browser is killed at random moments: everything that was shown as saved before is there afterwards.

use super::ENGLISH;
use crate::harness::{Setup, Visit, eventually, visit};
use crate::pages::{Frame, ProgramPage};
use std::time::Duration;

/// Returns what is picked if the page shows at the same moment that it is saved.
const PROMISED: &str = "return document.querySelector('[data-save=saved]')
    && [...document.querySelectorAll('main [data-session][data-picked=true]')].map((row) => row.dataset.session)";

/// The longest delay after the last tap, in milliseconds: a save takes less.
const WITHIN: u64 = 120;

#[test]
fn killed_ten_times() {
    killed(10);
}

#[test]
#[ignore = "part of the benchmark: takes some minutes"]
fn killed_two_hundred_times() {
    killed(200);
}

fn killed(times: u64) {
    visit(Setup::phone(ENGLISH), async |visit| {
        let sessions: Vec<String> = visit.program.sessions.iter().map(|session| session.id.to_string()).collect();
        let mut random = 20_180_818_u64;
        let mut below = move |limit: u64| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (random >> 33) % limit
        };
        let mut promises = 0;
        for round in 0..times {
            let page = ProgramPage::open(visit).await;
            let mut taps = Vec::new();
            for _ in 0..=below(3) {
                let id = &sessions[below(sessions.len() as u64) as usize];
                page.tap_pick(id).await;
                taps.push(id.clone());
            }
            // Every other time exactly when it is saved. Otherwise the test is about random moments, so it waits here for
            // one.
            match round % 2 {
                0 => Frame(visit).is_saved().await,
                _ => tokio::time::sleep(Duration::from_millis(below(WITHIN))).await,
            }
            let promised: Option<Vec<String>> = visit.browser().ask(PROMISED, Vec::new()).await;
            visit.kill_and_open_browser().await;
            if let Some(promised) = promised {
                promises += 1;
                is_kept(visit, &promised, &format!("round {round} after taps on {taps:?}")).await;
            }
        }
        assert!(promises > times / 5, "only {promises} of {times} times anything was shown as saved");
    });
}

/// Waits until the page shows exactly what was promised.
async fn is_kept(visit: &Visit, promised: &[String], what: &str) {
    let page = ProgramPage::open(visit).await;
    eventually(what, async || (page.picked().await == promised).then_some(())).await;
}
