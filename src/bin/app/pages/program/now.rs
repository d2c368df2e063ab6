//! The present moment on `/`: during the conference past sessions are folded, a line marks the present time, and a button scrolls to it.

use super::{is_grid, is_scrolled};
use crate::browser;
use crate::components::element::{El, button, live, nothing, tag};
use crate::pages::clock;
use crate::pages::finder::Finder;
use crate::state::State;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::present::now::{Now, Phase};
use siganpyo::present::outline::Outline;
use siganpyo::program::Program;
use std::cell::Cell;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

/// How often the line of the present time is moved.
const MINUTE: Duration = Duration::from_secs(60);
/// How many frames to wait for a distant part of the list: two seconds.
const FRAMES: usize = 120;
/// Milliseconds of a frame.
const FRAME: i32 = 16;

thread_local! {
    /// Whether the person wants to see what is over.
    static UNFOLDED: Cell<bool> = const { Cell::new(false) };
    /// Whether the list was left with what is over folded away, so that Back finds the same place in it.
    static FOLDED: Cell<bool> = const { Cell::new(false) };
}

/// The button that folds what is over and unfolds it, during the conference.
pub fn present_moment(program: Arc<Program>, finder: Finder, state: State) -> AnyView {
    let messages = state.language().find_messages();
    let Now { phase, past, .. } = Now::new(&program, &state.hidden.in_sight(&program), browser::clock());
    if phase != Phase::During {
        return nothing();
    }
    follow_the_clock(program, finder, state);
    if past.is_empty() {
        return nothing();
    }
    // Someone who has started to read must not lose the place.
    let fold = if is_scrolled() { FOLDED.get() } else { !UNFOLDED.get() };
    FOLDED.set(fold);
    finder.past.set(fold.then(|| past.clone()));
    live(move || {
        let past = past.clone();
        let is_folded = finder.past.with(Option::is_some);
        let text = if is_folded { (messages.show_past)(past.len()) } else { messages.fold_past.to_owned() };
        let turn = move || {
            UNFOLDED.set(is_folded);
            FOLDED.set(!is_folded);
            finder.past.set((!is_folded).then(|| past.clone()));
            browser::window().scroll_to_with_x_and_y(0.0, 0.0);
        };
        let button = tag::button().class("chip plain").attr("aria-expanded", (!is_folded).to_string()).text(text).on_click(turn);
        if finder.asks() || is_grid(state.settings) { nothing() } else { tag::div().class("chips").child(button).into() }
    })
}

/// Moves the line of the present time.
fn follow_the_clock(program: Arc<Program>, finder: Finder, state: State) {
    let time = clock(MINUTE);
    Effect::new(move || finder.now.set(Now::new(&program, &state.hidden.in_sight(&program), time.get()).line));
}

/// A button to the present moment in the list; nothing outside the conference.
pub fn to_now(program: Arc<Program>, finder: Finder, state: State) -> AnyView {
    let listed = {
        let program = program.clone();
        Memo::new(move |_| finder.listed(&program, state))
    };
    let here = move |program: &Program| listed.with_untracked(|listed| Now::new(program, listed, browser::clock()).here);
    if here(&program).is_none() {
        return nothing();
    }
    let go = move || {
        if let Some(place) = here(&program) {
            go_to(place, &program, &listed.with_untracked(|listed| Outline::new(&program, Some(listed))));
        }
    };
    now_button(go, state).into()
}

/// A button that leads to the present moment.
pub fn now_button(go: impl Fn() + 'static, state: State) -> El {
    button("now", state.language().find_messages().now).on_click(go)
}

/// Scrolls to a session's slot; in a long list first to its stretch, which is then filled.
fn go_to(place: usize, program: &Program, outline: &Outline) {
    let stretch = outline.stretches().position(|stretch| stretch.iter().flatten().any(|one| *one == place));
    let id = program.sessions[place].id.to_string();
    spawn_local(async move {
        for frame in 0..FRAMES {
            if let Some(slot) = slot_of(&id) {
                return with_heading(slot).scroll_into_view();
            }
            if let Some(stretch) = stretch.filter(|_| frame == 0) {
                let found = browser::document().query_selector(&format!("[data-stretch='{stretch}']")).ok().flatten();
                if let Some(stretch) = found {
                    stretch.scroll_into_view();
                }
            }
            let _ = JsFuture::from(browser::after(FRAME)).await;
        }
    });
}

/// The first slot of a day with the day's heading.
fn with_heading(slot: Element) -> Element {
    let day = slot.closest(".day").ok().flatten();
    let first = day.as_ref().and_then(|day| day.query_selector(".slot").ok().flatten());
    day.filter(|_| first.as_ref() == Some(&slot)).unwrap_or(slot)
}

fn slot_of(session: &str) -> Option<Element> {
    browser::document().get_element_by_id(&format!("t-{session}"))?.closest(".slot").ok()?
}
