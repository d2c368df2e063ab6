//! Toasts leave by themselves, with the page that they were shown on, and as soon as something else is used: they may cover it.

use crate::browser;
use crate::route::Route;
use crate::state::State;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event};

/// How long a toast stays, in milliseconds; it stays on while a pointer or the focus is on it.
const LASTS: i32 = 8_000;
/// What is shown within this time before a page opens is about that page, in seconds.
const JUST: i64 = 1;

/// Takes toasts away from now on.
pub fn begin(state: State) {
    let count = StoredValue::new(0_usize);
    leave_with_use_of_others(state);
    Effect::new(move || {
        let is_shown = state.toast.shown.with(Option::is_some);
        count.update_value(|count| *count += 1);
        if is_shown {
            take_away_later(count, state);
        }
    });
}

/// Takes the toast away with the next tap elsewhere, before that is answered with a toast of its own, and with scrolling.
///
/// Not when a finger comes down: the page may be lower without a toast, and what was about to be tapped would move away.
fn leave_with_use_of_others(state: State) {
    let used = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_toast = target.is_some_and(|target| target.closest(".toast").is_ok_and(|toast| toast.is_some()));
        state.toast.shown.maybe_update(|shown| !is_toast && shown.take().is_some());
    });
    for event in ["click", "wheel", "touchmove"] {
        let listen = [&event.into(), used.as_ref(), &true.into()];
        let _ = browser::call(&browser::document(), "addEventListener", &listen);
    }
    used.forget();
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
