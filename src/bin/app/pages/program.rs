//! `/`: the whole program by day and time.

use super::with_program;
use crate::components::frame::{Icon, TopLine};
use crate::components::notice::Empty;
use crate::components::session_row::SessionRow;
use crate::page::{self, link, session_link};
use crate::state::{State, use_messages, use_state};
use leptos::prelude::*;
use siganpyo::messages::Messages;
use siganpyo::present::timetable::{DaySection, Row, Slot, timetable};
use siganpyo::program::Program;
use siganpyo::program::search::Query;
use std::cell::Cell;
use std::sync::Arc;

thread_local! {
    /// How far the list was scrolled when it was left, so that Back returns to the same place.
    static PLACE: Cell<f64> = const { Cell::new(0.0) };
}

#[component]
pub fn ProgramPage() -> impl IntoView {
    let (state, messages) = (use_state(), use_messages());
    let title =
        Signal::derive(move || state.program().map_or_else(|| messages.app_name.to_owned(), |program| program.title.clone()));
    let scroll = window_event_listener(leptos::ev::scroll, |_| PLACE.set(page::window().scroll_y().unwrap_or_default()));
    on_cleanup(move || scroll.remove());
    request_animation_frame(|| page::window().scroll_to_with_x_and_y(0.0, PLACE.get()));
    view! {
        <TopLine heading=title save=state.save messages settings=link("/settings")/>
        {with_program(move |program| view! { <ProgramList program state messages/> })}
    }
}

#[component]
fn ProgramList(program: Arc<Program>, state: State, messages: &'static Messages) -> impl IntoView {
    let query = RwSignal::new(String::new());
    let searched = program.clone();
    let days = Memo::new(move |_| {
        let query = Query::new(&query.read());
        timetable(&searched, messages, |session| query.matches(session, &searched))
    });
    let headings: Vec<(String, String)> =
        days.with_untracked(|days| days.iter().map(|day| (day_anchor(day), day.heading.clone())).collect());
    view! {
        <main id="main" data-program=program.id.to_string()>
            {program.venue.clone().map(|venue| view! { <p class="where">{venue}</p> })}
            <div class="find">
                <Icon name="search"/>
                <input type="search" role="searchbox" autocomplete="off" enterkeyhint="search" aria-label=messages.search placeholder=messages.search
                    prop:value=query on:input=move |event| query.set(event_target_value(&event))/>
            </div>
            <nav class="days" aria-label=messages.days>
                {headings.into_iter().map(|(anchor, heading)| view! { <button on:click=move |_| show_day(&anchor)>{heading}</button> }).collect_view()}
            </nav>
            <Show when=move || days.with(Vec::is_empty)>
                <Empty refusal=(messages.search_empty)(&query.read())>
                    <button class="button" on:click=move |_| query.set(String::new())>{messages.search_clear}</button>
                </Empty>
            </Show>
            {move || days.get().into_iter().map(|day| view! { <Day day state messages/> }).collect_view()}
        </main>
    }
}

fn day_anchor(day: &DaySection) -> String {
    format!("day-{}", day.date)
}

fn show_day(anchor: &str) {
    if let Some(day) = page::document().get_element_by_id(anchor) {
        day.scroll_into_view();
    }
}

#[component]
fn Day(day: DaySection, state: State, messages: &'static Messages) -> impl IntoView {
    let anchor = day_anchor(&day);
    view! {
        <section class="day" id=anchor>
            <h2>{day.heading}</h2>
            <ol>{day.slots.into_iter().map(|slot| view! { <Time time=slot state messages/> }).collect_view()}</ol>
        </section>
    }
}

#[component]
fn Time(time: Slot, state: State, messages: &'static Messages) -> impl IntoView {
    view! {
        <li class="slot">
            <h3>{time.clock}</h3>
            <ul class="sessions">{time.rows.into_iter().map(|row| session(row, state, messages)).collect_view()}</ul>
        </li>
    }
}

fn session(row: Row, state: State, messages: &'static Messages) -> impl IntoView {
    let (id, other) = (row.id.clone(), row.id.clone());
    let picked = Memo::new(move |_| state.plan.with(|plan| plan.is_picked(&id)));
    let toggle = Callback::new(move |()| state.toggle(&other));
    view! { <SessionRow href=session_link(row.id.as_str()) row picked=picked.into() toggle messages/> }
}
