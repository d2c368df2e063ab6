//! Searching and filtering on `/`: everything behind the search field.

mod choices;
pub mod hiding;
mod results;
mod search;

use crate::browser;
use crate::browser::rules::rules;
use crate::components::element::{all, live, nothing, tag};
use crate::pages::finder::Finder;
use crate::state::State;
use crate::status::Offline;
use choices::{chips, choices};
use leptos::prelude::*;
use leptos::task::spawn_local;
use results::results;
use search::Search;
use siganpyo::program::Program;
use std::sync::Arc;

/// Styles of what a search shows.
const STYLE: &str = rules!("find.css");

/// Begins searching once everything for the venue is on the device and the browser rests, so that the first key need not wait for it.
pub fn begin_at_rest(finder: Finder, state: State) {
    let is_ready = Memo::new(move |_| matches!(state.offline.status.get(), Offline::Ready(_)));
    Effect::new(move || {
        if is_ready.get() {
            spawn_local(async move {
                browser::rest().await;
                finder.wake();
            });
        }
    });
}

/// The choices and what they leave; nothing of the latter while nothing is asked for.
pub fn find(program: Arc<Program>, finder: Finder, state: State) -> AnyView {
    browser::adopt_style("find", STYLE);
    let search = Search::begin(program, finder, state);
    let asks = Memo::new(move |_| finder.asks());
    all([
        live(move || chips(search)),
        live(move || if finder.open.get() { choices(search) } else { nothing() }),
        live(move || if asks.get() { tag::div().class("found").child(results(search)).into() } else { nothing() }),
    ])
}
