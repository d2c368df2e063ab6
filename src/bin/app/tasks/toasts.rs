//! Toasts leave by themselves, and with the page that they were shown on.

use crate::browser;
use crate::route::Route;
use crate::state::State;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

/// How long a toast stays, in milliseconds; it stays on while a pointer or the focus is on it.
const LASTS: i32 = 8_000;
/// What is shown within this time before a page opens is about that page, in seconds.
const JUST: i64 = 1;

/// Takes toasts away from now on.
pub fn begin(state: State) {
    let count = StoredValue::new(0_usize);
    Effect::new(move || {
        let is_shown = state.toast.shown.with(Option::is_some);
        count.update_value(|count| *count += 1);
        if is_shown {
            take_away_later(count, state);
        }
    });
}

fn take_away_later(count: StoredValue<usize>, state: State) {
    let number = count.get_value();
    spawn_local(async move {
        let is_latest = || count.get_value() == number;
        while is_latest() {
            let _ = JsFuture::from(browser::after(LASTS)).await;
            if is_latest() && !browser::is_used(".toast") {
                return state.toast.shown.set(None);
            }
        }
    });
}

/// Takes the toast away when another page opens.
pub fn leave_with(route: Memo<Route>, state: State) {
    let since = StoredValue::new(0);
    Effect::new(move || {
        if state.toast.shown.with(Option::is_some) {
            since.set_value(browser::clock());
        }
    });
    Effect::new(move |before: Option<Route>| {
        let here = route.get();
        if before.is_some_and(|before| before != here) && browser::clock() - since.get_value() > JUST {
            state.toast.shown.set(None);
        }
        here
    });
}
