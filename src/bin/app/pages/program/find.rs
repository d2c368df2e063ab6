//! Searching and filtering on `/`: everything behind the search field.

mod choices;
pub mod hiding;
mod results;
mod search;

use crate::browser;
use crate::browser::rules::rules;
use crate::components::element::{all, live, nothing, tag};
use crate::pages::finder::{Finder, field};
use crate::state::State;
use choices::{chips, choices};
use leptos::prelude::*;
use results::results;
use search::Search;
use siganpyo::program::Program;
use std::sync::Arc;
use web_sys::Element;

/// Styles of what a search shows.
const STYLE: &str = rules!("find.css");

/// Whoever looks something up and is done is where the list was before. The field gets the focus before anything is typed.
fn keep_place(asks: Memo<bool>) {
    let here = || browser::window().scroll_y().unwrap_or_default();
    let place = StoredValue::new(if asks.get_untracked() { 0.0 } else { here() });
    let focused = window_event_listener_untyped("focusin", move |_| {
        if !asks.get_untracked() && is_focused() {
            place.set_value(here());
        }
    });
    on_cleanup(move || focused.remove());
    Effect::new(move |asked: Option<bool>| {
        let asks = asks.get();
        if asked == Some(true) && !asks {
            let place = place.get_value();
            // The list is there again after a frame, and has its height after another.
            request_animation_frame(move || {
                request_animation_frame(move || browser::window().scroll_to_with_x_and_y(0.0, place));
            });
        }
        asks
    });
}

fn is_focused() -> bool {
    let field = field().map(Element::from);
    field.is_some() && field == browser::document().active_element()
}

/// The choices and what they leave; nothing of the latter while nothing is asked for.
pub fn find(program: Arc<Program>, finder: Finder, state: State) -> AnyView {
    browser::adopt_style("find", STYLE);
    let search = Search::begin(program, finder, state);
    let asks = Memo::new(move |_| finder.asks());
    keep_place(asks);
    all([
        live(move || chips(search)),
        live(move || if finder.open.get() { choices(search) } else { nothing() }),
        live(move || if asks.get() { tag::div().class("found").child(results(search)).into() } else { nothing() }),
    ])
}
