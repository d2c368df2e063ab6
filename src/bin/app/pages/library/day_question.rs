//! The date of the first day, where a file only says "Day 1" or "Saturday", with the first sessions as they would read.

use super::first_sessions::first_sessions;
use super::opening::Opening;
use super::raw::Raw;
use crate::components::element::{button, tag};
use crate::components::frame::actions;
use crate::state::State;
use crate::workers;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::messages::Refusal;
use siganpyo::program::Date;

/// While a year is typed, the field holds the years 2, 20 and 202.
const FIRST_YEAR: u16 = 1990;

pub fn day_question(raw: &Raw, wrong: Option<Refusal>, opening: Opening, state: State) -> AnyView {
    let messages = opening.messages();
    let Refusal { message, hint } = (messages.day_needed)();
    let wrong = wrong.map(|refusal| tag::p().class("problem").role("alert").text(refusal.message));
    let (date, begins) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (typed, shown) = (raw.clone(), raw.clone());
    let field =
        tag::input().input_type("date").attr("required", "").attr("aria-describedby", "first-day-hint").action("first-day").on(
            "input",
            move |event| {
                date.set(Some(event_target_value(&event)).filter(|text| is_day(text)).unwrap_or_default());
                begin(&shown, date, begins, opening, state);
            },
        );
    let use_it = button("day-use", messages.day_use).class("button main").input_type("submit");
    let cancel = button("cancel", messages.cancel).class("quiet").input_type("button").on_click(move || opening.cancel());
    let form = tag::form()
        .class("address")
        .child(tag::label().class("field").child(tag::span().text(messages.first_day)).child(field))
        .child(tag::p().class("fine").id("first-day-hint").text(messages.first_day_hint))
        .child(tag::p().class("fine firsts").role("status").attr("data-role", "begins-so").live_text(move || begins.get()))
        .child(actions([use_it, cancel]))
        .on("submit", move |event| {
            event.prevent_default();
            let day = date.get_untracked();
            if !day.is_empty() {
                opening.read(typed.with(|source| source.first_day = Some(day)));
            }
        });
    tag::section()
        .class("block ask")
        .attr("data-step", "first-day")
        .child(tag::h2().text(message))
        .child(tag::p().text(hint))
        .children(wrong)
        .child(form)
        .into()
}

fn is_day(text: &str) -> bool {
    Date::parse(text).is_some_and(|date| date.year() >= FIRST_YEAR)
}

/// Shows how the file begins with the day that was chosen; the reader is asked for each.
fn begin(raw: &Raw, date: RwSignal<String>, begins: RwSignal<String>, opening: Opening, state: State) {
    begins.set(String::new());
    let (day, messages) = (date.get_untracked(), opening.messages());
    if day.is_empty() {
        return;
    }
    let raw = raw.with(|source| source.first_day = Some(day.clone()));
    spawn_local(async move {
        let sessions = workers::begin(raw.job(state.messages().tag, Vec::new()), &raw.buffers()).await;
        // Another day may have been chosen meanwhile, or the question answered.
        if date.try_get_untracked() != Some(day) {
            return;
        }
        begins.set(match sessions {
            Ok(sessions) if sessions.is_empty() => messages.begins_with_nothing.to_owned(),
            Ok(sessions) => format!("{}\n{}", messages.begins_so, first_sessions(&sessions, state)),
            Err(_) => String::new(),
        });
    });
}
