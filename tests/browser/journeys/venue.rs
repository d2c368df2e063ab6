//! The card that says where to go now, kept on the screen: it stays awake, and signals when it is time to go.

use super::now::set_clock;
use super::{ENGLISH, KOREAN, pick_and_save};
use crate::harness::{Setup, Visit, eventually, visit};
use crate::pages::{PlanPage, ProgramPage};
use siganpyo::program::Session;

/// Notes what is asked of the phone, and lets the test put the clock forward and back by minutes.
const PHONE: &str = "{
    window.buzzes = 0; window.locks = 0; window.skew = 0;
    navigator.vibrate = () => { window.buzzes += 1; return true };
    Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => {
        window.locks += 1; return { release: async () => { window.locks -= 1 } } } } });
    const now = Date.now.bind(Date);
    Date.now = () => now() + window.skew * 60000;
}";

async fn number(visit: &Visit, name: &str) -> u32 {
    visit.browser().ask(&format!("return window.{name}"), Vec::new()).await
}

async fn becomes(visit: &Visit, buzzes: u32, is_due: bool) {
    let met = async || {
        let shown = !visit.browser().find_all("#venue[data-due]").await.is_empty();
        (number(visit, "buzzes").await == buzzes && shown == is_due).then_some(())
    };
    eventually(&format!("{buzzes} signals, due: {is_due}"), met).await;
}

async fn put_clock(visit: &Visit, minutes: i32) {
    visit.browser().ask::<()>(&format!("window.skew = {minutes}"), Vec::new()).await;
}

async fn open_at(visit: &Visit, clock: &str, starts: [&str; 2]) {
    let program = visit.program.clone();
    let session = |clock: &str| {
        let begins = |session: &&Session| session.span.start.to_string().starts_with(&format!("2018-08-18T{clock}"));
        program.sessions.iter().find(begins).unwrap_or_else(|| panic!("a session at {clock}"))
    };
    let page = ProgramPage::open(visit).await;
    pick_and_save(visit, &page, &starts.map(session)).await;
    set_clock(visit, "2018-08-18", clock).await;
    visit.browser().before_every_page(PHONE).await;
    PlanPage::open(visit).await;
    visit.browser().tap_on("[data-action=venue]").await;
    visit.browser().find("#venue[role=dialog] .now-card").await;
}

#[test]
fn the_phone_signals_when_it_is_time_to_go_whatever_its_clock_does() {
    visit(Setup::phone(KOREAN), async |visit| {
        open_at(visit, "13:00", ["13:40", "14:40"]).await;
        becomes(visit, 0, false).await;
        assert_eq!(number(visit, "locks").await, 1, "the screen stays on");
        // Two minutes before the start, and five to go.
        put_clock(visit, 38).await;
        becomes(visit, 1, true).await;
        // The clock is put back, as at the end of summer time, and it is time to go once more.
        put_clock(visit, -20).await;
        becomes(visit, 1, false).await;
        put_clock(visit, 39).await;
        becomes(visit, 2, true).await;
        // Slept through the first one: the next one signals on its own.
        put_clock(visit, 60).await;
        becomes(visit, 2, false).await;
        put_clock(visit, 98).await;
        becomes(visit, 3, true).await;
        visit.browser().tap_on("[data-action=close-venue]").await;
        let is_gone = async || visit.browser().find_all("#venue").await.is_empty().then_some(());
        eventually("it is closed", is_gone).await;
        assert_eq!(number(visit, "locks").await, 0, "the screen may turn off");
        put_clock(visit, -60).await;
        put_clock(visit, 38).await;
        visit.assert_quiet_console().await;
    });
}

#[test]
fn back_closes_it_and_it_says_what_it_cannot_do() {
    visit(Setup::phone(ENGLISH), async |visit| {
        open_at(visit, "13:30", ["13:40", "14:40"]).await;
        let messages = visit.language().now_messages();
        visit.browser().says(messages.venue_about).await;
        let refuse = "navigator.wakeLock.request = async () => { throw new Error('no') }";
        visit.browser().ask::<()>(refuse, Vec::new()).await;
        visit.browser().back().await;
        let is_gone = async || visit.browser().find_all("#venue").await.is_empty().then_some(());
        eventually("it is closed", is_gone).await;
        PlanPage::here(visit).act("[data-action=venue]").await;
        visit.browser().says(messages.venue_sleeps).await;
    });
}
