//! Checks for new versions of programs in the background, past the caches, without ever risking what is
//! kept.

use crate::browser;
use crate::state::State;
use crate::state::updates::Asked;
use crate::status::Offline;
use crate::storage;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::plan::Plan;
use siganpyo::wire::library_card::LibraryCard;
use std::cell::Cell;
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;

/// How often the program on the screen is checked while the app is open, and how often at most.
const EVERY: Duration = Duration::from_secs(4 * 60);
/// How often the other programs are checked at most, in seconds.
const OTHERS: u64 = 60 * 60;

/// How long to wait before the first retry of a failed database, in milliseconds; every further wait is twice as long.
const AGAIN: i32 = 4_000;

thread_local! {
    /// When programs were last checked since the app was opened, in seconds since 1970.
    static LAST: Cell<u64> = const { Cell::new(0) };
}

/// Counts changed picks from now on, and checks for new versions: once everything for the venue is stored or has
/// failed, whenever the page becomes visible, and from time to time.
pub fn begin(state: State) {
    Effect::new(move || {
        let program = state.program.get();
        let news =
            |plan: &Plan| program.as_deref().map_or(0, |program| plan.picks().filter(|pick| pick.has_news(program)).count());
        let count = state.plan.current.with(news);
        browser::badge(count);
        state.plan.changed.set(count);
    });
    spawn_local(async move {
        let mut wait = AGAIN;
        while state.library.keep_in_step().await.is_err() {
            let _ = JsFuture::from(browser::after(wait)).await;
            wait = wait.saturating_mul(2);
        }
    });
    Effect::new(move || {
        if state.offline.status.get() != Offline::Pending {
            check_all(state);
        }
    });
    let _ = window_event_listener_untyped("visibilitychange", move |_| check_all(state));
    let _ = set_interval_with_handle(move || check_all(state), EVERY);
}

/// Checks the programs that are due, unless the page is hidden or offline.
fn check_all(state: State) {
    let now = browser::clock().unsigned_abs();
    let is_soon = now < LAST.get() + EVERY.as_secs() / 2;
    if is_soon || browser::document().hidden() || !browser::window().navigator().on_line() {
        return;
    }
    LAST.set(now);
    spawn_local(async move {
        let shown = state.program.get().map(|program| program.id.to_string());
        let is_due = |card: &LibraryCard| {
            let is_shown = shown.as_ref() == Some(&card.id);
            is_shown && card.missed == 0 || card.is_due(now, if is_shown { EVERY.as_secs() } else { OTHERS })
        };
        let is_harmless = |card: &LibraryCard| !storage::is_deadly(&card.id);
        for card in state.library.cards().await.into_iter().filter(is_due).filter(is_harmless) {
            spawn_local(state.updates.check(card, Asked::InBackground));
        }
    });
}
