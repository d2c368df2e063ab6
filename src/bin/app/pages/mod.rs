//! One file for each route. Pages read the state and call its verbs; they never name storage.

pub mod deferred;
pub mod finder;
pub mod former;
pub mod home;
pub mod last_start;
pub mod library;
pub mod live_page;
pub mod not_found;
pub mod now;
pub mod place;
pub mod plan;
pub mod program;
pub mod qr;
pub mod scanner;
pub mod session;
pub mod settings;
pub mod shared;
pub mod wallpaper;
pub mod way_out;

use crate::browser::{self, clipboard, link};
use crate::components::element::{all, live, tag};
use crate::components::frame::{Kept, main_link, top_line};
use crate::components::notice::empty;
use crate::state::State;
use crate::state::program::Shown;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::plan::Plan;
use siganpyo::program::Program;
use std::sync::Arc;
use std::time::Duration;

/// A page with a fixed heading and the way to the settings.
fn page(heading: &'static str, state: State, content: AnyView) -> AnyView {
    page_named(move || heading.to_owned(), state, content)
}

/// The same with a heading that is not in the catalogue.
fn page_named(heading: impl Fn() -> String + Copy + Send + 'static, state: State, content: AnyView) -> AnyView {
    let top = top_line(heading, kept(state), Some(link("/settings")));
    all([top, tag::main().id("main").child(content).into()])
}

/// What is on the device, for the line at the top.
fn kept(state: State) -> Kept {
    let has_plan = Signal::derive(move || !state.plan.current.with(Plan::is_empty));
    Kept { save: state.plan.save, has_plan, offline: state.offline.status, messages: state.messages() }
}

/// What a page shows once there is a program, and what it says until then.
fn with_program(state: State, content: impl Fn(Arc<Program>) -> AnyView + Send + 'static) -> AnyView {
    let messages = state.messages();
    live(move || match state.program.shown.get() {
        Shown::Loading => tag::p().class("lead").role("status").text(messages.loading).into(),
        Shown::Missing => empty((messages.program_missing)(), [main_link(link("/library"), messages.tab_library)]),
        Shown::Program(program) => content(program),
    })
}

/// The phone's clock in seconds since 1970, looked at this often, and when the page becomes visible, since phones stop pages meanwhile.
fn clock(every: Duration) -> RwSignal<i64> {
    let now = RwSignal::new(browser::clock());
    let look = move || {
        let _ = now.try_set(browser::clock());
    };
    if let Ok(ticking) = set_interval_with_handle(look, every) {
        on_cleanup(move || ticking.clear());
    }
    let visible = window_event_listener_untyped("visibilitychange", move |_| look());
    on_cleanup(move || visible.remove());
    now
}

/// Copies a text and says so. Must be called while a tap is being handled.
pub fn copy_and_say(text: &str, said: &'static str, state: State) {
    let copying = clipboard::copy(text);
    spawn_local(async move {
        if copying.await {
            state.toast.say(said);
        }
    });
}

/// What a page says while nothing is picked.
fn nothing_picked(state: State) -> AnyView {
    let messages = state.messages();
    empty((messages.plan_empty)(), [main_link(link("/"), messages.to_program)])
}
