//! `/`: the whole program by day and time.

pub mod find;
pub mod grid;
pub mod list;
pub mod now;
pub mod scrolling;

use super::deferred::{Beside, Deferred};
use super::live_page::LivePage;
use super::{kept, with_program};
use crate::browser::{self, link};
use crate::components::element::{El, all, nothing, tag};
use crate::components::frame::{icon, main_heading, to_settings};
use crate::pages::finder::Finder;
use crate::state::State;
use crate::state::settings::SettingsState;
use leptos::prelude::*;
use list::{learn_heights, list};
use siganpyo::markup::{day_anchor, day_jump};
use siganpyo::present::outline::{Outline, OutlineDay};
use siganpyo::program::Program;
use std::cell::Cell;
use std::sync::Arc;

/// Takes over how far the static page was scrolled, and what else it is worth knowing of it.
pub fn begin_at(scrolled: f64) {
    PLACE.set(scrolled);
    learn_heights();
}

/// How far the list is scrolled, in CSS pixels.
pub fn scrolled() -> f64 {
    PLACE.get()
}

/// Whether it is, so that nothing should move it.
pub fn is_scrolled() -> bool {
    scrolled() > 0.0
}

thread_local! {
    /// How far the list was scrolled when it was left, so that Back returns to the same place.
    static PLACE: Cell<f64> = const { Cell::new(0.0) };
}

pub fn program_page(deferred: Deferred, state: State) -> AnyView {
    let messages = state.messages();
    let title = move || state.program.get().map_or_else(browser::site_name, |program| program.title.clone());
    let scroll = window_event_listener(leptos::ev::scroll, |_| PLACE.set(browser::window().scroll_y().unwrap_or_default()));
    on_cleanup(move || scroll.remove());
    request_animation_frame(|| browser::window().scroll_to_with_x_and_y(0.0, PLACE.get()));
    let finder = Finder::at_address();
    let venue = move || state.program.get().and_then(|program| program.venue.clone());
    let below = tag::div()
        .class("sub")
        .live_child(move || venue().map_or_else(nothing, |venue| tag::p().class("where").text(venue).into()))
        .child(kept(state).line());
    let top = tag::header()
        .class("top of-program")
        .child(tag::div().class("name").child(main_heading(title)).child(below))
        .children(search_field(finder, state))
        .child(to_settings(link("/settings"), messages));
    all([top.into(), with_program(state, move |program| content(&program, finder, deferred, state))])
}

fn content(program: &Arc<Program>, finder: Finder, deferred: Deferred, state: State) -> AnyView {
    let (searched, listed) = (program.clone(), program.clone());
    // Only whether anything is searched for, so that not every key renders the page.
    let asks = Memo::new(move |_| finder.asks());
    let grid = Memo::new(move |_| is_grid(state.settings));
    tag::main()
        .id("main")
        .attr("data-program", program.id.as_str())
        .live_child(move || if finder.is_awake() { deferred.find(searched.clone(), finder, state) } else { nothing() })
        .child(deferred.beside(Beside::Past, program, finder, state))
        .live_child(move || {
            if asks.get() {
                nothing()
            } else if grid.get() {
                deferred.grid(listed.clone(), state)
            } else {
                whole(&listed, finder, deferred, state)
            }
        })
        .child(deferred.beside(Beside::Hidden, program, finder, state))
        .into()
}

/// The whole program, but for what is hidden or over, with buttons for its days.
fn whole(program: &Arc<Program>, finder: Finder, deferred: Deferred, state: State) -> AnyView {
    let messages = state.messages();
    let outline = Outline::new(program, Some(&finder.listed(program, state)));
    let jumps = outline.days.iter().map(|day| jump(day, program, state));
    let to_now = deferred.beside(Beside::ToNow, program, finder, state);
    let jumps = tag::nav().class("days").aria_label(messages.days).child(to_now).children(jumps);
    all([jumps.into(), list(program, &outline, finder.now, PLACE.get(), state)])
}

/// Whether the program is shown as rooms by time.
pub fn is_grid(settings: &SettingsState) -> bool {
    settings.current.with(|settings| settings.layout.is_some())
}

/// The field, and the buttons for the choices and for rooms by time. What stands behind them arrives after the page.
fn search_field(finder: Finder, state: State) -> [El; 3] {
    let messages = state.messages();
    let input = tag::input()
        .input_type("search")
        .role("searchbox")
        .id("search")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "search")
        .aria_label(messages.search)
        .attr("placeholder", messages.search)
        .live_value(move || finder.typed.get())
        .on("focus", move |_| finder.wake())
        .on("input", move |event| {
            finder.wake();
            finder.typed.set(event_target_value(&event));
        });
    let filters = tag::button()
        .class("round")
        .live("aria-expanded", move || Some(finder.open.get().to_string()))
        .aria_label(messages.filters)
        .on_click(move || {
            finder.wake();
            finder.open.update(|open| *open = !*open);
        })
        .child(icon("filter"));
    let layout = tag::button()
        .class("round")
        .pressed(move || is_grid(state.settings))
        .aria_label(messages.rooms_by_time)
        .on_click(move || {
            let layout = (!is_grid(state.settings)).then(|| "grid".to_owned());
            state.settings.set(|settings| settings.layout = layout);
        })
        .child(icon("grid"));
    [tag::div().class("find").child(icon("search")).child(input), filters, layout]
}

/// A button that scrolls to a day.
fn jump(day: &OutlineDay, program: &Program, state: State) -> El {
    let anchor = day_anchor(day.date);
    day_jump(program, day, &LivePage::new(state)).on_click(move || {
        if let Some(day) = browser::document().get_element_by_id(&anchor) {
            day.scroll_into_view();
        }
    })
}
