//! The present moment on `/`: during the conference what is over is folded away, and now stands in the list.

use super::program::finder::Finder;
use super::program::is_scrolled;
use crate::element::{el, live, nothing};
use crate::page;
use crate::state::State;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::present::now::{Now, Phase};
use siganpyo::program::Program;
use std::cell::Cell;
use std::sync::Arc;
use wasm_bindgen_futures::JsFuture;

/// How often the line of now is moved, in milliseconds.
const MINUTE: i32 = 60_000;

thread_local! {
    /// Whether the person wants to see what is over.
    static UNFOLDED: Cell<bool> = const { Cell::new(false) };
}

/// The button that folds what is over and unfolds it, during the conference.
pub fn present_moment(program: Arc<Program>, finder: Finder, state: State) -> AnyView {
    let texts = state.language().find_messages();
    let Now { phase, past, line, .. } = now(&program);
    finder.now.set(line);
    if phase != Phase::During {
        return nothing();
    }
    follow_the_clock(program, finder);
    if past.is_empty() {
        return nothing();
    }
    // Who has begun to read must not lose the place.
    if !UNFOLDED.get() && !is_scrolled() {
        finder.past.set(Some(past.clone()));
    }
    live(move || {
        let past = past.clone();
        let is_folded = finder.past.with(Option::is_some);
        let text = if is_folded { (texts.show_past)(past.len()) } else { texts.fold_past.to_owned() };
        let turn = move || {
            UNFOLDED.set(is_folded);
            finder.past.set((!is_folded).then(|| past.clone()));
            page::window().scroll_to_with_x_and_y(0.0, 0.0);
        };
        let button = el("button").class("chip plain").attr("aria-expanded", (!is_folded).to_string()).text(text).on_click(turn);
        if finder.asks() { nothing() } else { el("div").class("chips").child(button).into() }
    })
}

fn now(program: &Program) -> Now {
    Now::new(program, (js_sys::Date::now() / 1000.0) as i64)
}

fn follow_the_clock(program: Arc<Program>, finder: Finder) {
    spawn_local(async move {
        loop {
            let _ = JsFuture::from(page::after(MINUTE)).await;
            // The page may have been left meanwhile.
            if finder.now.try_set(now(&program).line).is_some() {
                break;
            }
        }
    });
}
