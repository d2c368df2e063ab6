//! `/`: the whole program by day and time.

mod list;

use super::with_program;
use crate::components::frame::{icon, top_line};
use crate::components::notice::empty;
use crate::element::{El, all, el};
use crate::page::{self, link};
use crate::state::State;
use leptos::prelude::*;
use list::{anchor, list};
use siganpyo::present::SessionSet;
use siganpyo::present::outline::Outline;
use siganpyo::present::timetable::day_heading;
use siganpyo::program::Program;
use siganpyo::program::search::Query;
use std::cell::Cell;
use std::sync::Arc;

thread_local! {
    /// How far the list was scrolled when it was left, so that Back returns to the same place.
    static PLACE: Cell<f64> = const { Cell::new(0.0) };
}

pub fn program_page(state: State) -> AnyView {
    let messages = state.messages();
    let title = move || state.program().map_or_else(|| messages.app_name.to_owned(), |program| program.title.clone());
    let scroll = window_event_listener(leptos::ev::scroll, |_| PLACE.set(page::window().scroll_y().unwrap_or_default()));
    on_cleanup(move || scroll.remove());
    request_animation_frame(|| page::window().scroll_to_with_x_and_y(0.0, PLACE.get()));
    let top = top_line(title, state.save, messages, Some(link("/settings")));
    all([top, with_program(state, move |program| content(&program, state))])
}

fn content(program: &Arc<Program>, state: State) -> AnyView {
    let messages = state.messages();
    let query = RwSignal::new(String::new());
    let outline = Outline::new(program, None);
    let jumps = outline.days.iter().map(|day| jump(&anchor(day.date), &day_heading(program, day.date, messages)));
    let jumps = el("nav").class("days").attr("aria-label", messages.days).children(jumps);
    let searched = program.clone();
    let found = move || {
        let query = Query::new(&query.read());
        if query.is_empty() {
            return outline.clone();
        }
        let sessions = searched.sessions.iter().enumerate();
        let found = sessions.filter(|(_, session)| query.matches(session, &searched)).map(|(place, _)| place);
        Outline::new(&searched, Some(&SessionSet::of(searched.sessions.len(), found)))
    };
    let listed = program.clone();
    el("main")
        .id("main")
        .attr("data-program", program.id.as_str())
        .children(program.venue.as_deref().map(|venue| el("p").class("where").text(venue)))
        .child(search_field(messages.search, query))
        .child(jumps)
        .live_child(move || match found() {
            outline if outline.days.is_empty() => {
                let clear = el("button").class("button").text(messages.search_clear).on_click(move || query.set(String::new()));
                empty((messages.search_empty)(&query.read()), [clear])
            }
            outline => list(&listed, &outline, PLACE.get(), state),
        })
        .into()
}

fn search_field(label: &'static str, query: RwSignal<String>) -> El {
    let input = el("input")
        .attr("type", "search")
        .attr("role", "searchbox")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "search")
        .attr("aria-label", label)
        .attr("placeholder", label)
        .live_value(move || query.get())
        .on("input", move |event| query.set(event_target_value(&event)));
    el("div").class("find").child(icon("search")).child(input)
}

/// A button that scrolls to a day.
fn jump(anchor: &str, heading: &str) -> El {
    let anchor = anchor.to_owned();
    el("button").text(heading).on_click(move || {
        if let Some(day) = page::document().get_element_by_id(&anchor) {
            day.scroll_into_view();
        }
    })
}
