//! The date of the first day, where a file only says "Day 1" or "Saturday", with the first sessions as they would read.

use super::first_sessions::first_sessions;
use super::opening::Opening;
use super::raw::Raw;
use crate::components::element::{all, button, live, nothing, tag};
use crate::components::frame::actions;
use crate::state::State;
use crate::workers;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::messages::Refusal;
use siganpyo::program::Date;
use siganpyo::wire::import_job::FirstSession;

/// While a year is typed, the field holds the years 2, 20 and 202.
const FIRST_YEAR: u16 = 1990;

pub fn day_question(raw: &Raw, wrong: Option<Refusal>, opening: Opening, state: State) -> AnyView {
    let messages = opening.messages();
    let Refusal { message, hint } = (messages.day_needed)();
    let wrong = wrong.map(|refusal| tag::p().class("problem").role("alert").text(refusal.message));
    let date = RwSignal::new(None::<String>);
    let typed = raw.clone();
    let field = tag::input()
        .input_type("date")
        .attr("required", "")
        .attr("aria-describedby", "first-day-hint")
        .action("first-day")
        .on("input", move |event| date.set(Some(event_target_value(&event)).filter(|text| is_day(text))));
    let use_it = button("day-use", messages.day_use).class("button main").input_type("submit");
    let cancel = button("cancel", messages.cancel).class("quiet").input_type("button").on_click(move || opening.cancel());
    let form = tag::form()
        .class("address")
        .child(tag::label().class("field").child(tag::span().text(messages.first_day)).child(field))
        .child(tag::p().class("fine").id("first-day-hint").text(messages.first_day_hint))
        .child(tag::div().attr("aria-live", "polite").child(as_it_reads(raw, date, opening, state)))
        .child(actions([use_it, cancel]))
        .on("submit", move |event| {
            event.prevent_default();
            if let Some(day) = date.get_untracked() {
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

/// How the file begins with the day that was chosen; the reader is asked for each.
fn as_it_reads(raw: &Raw, date: RwSignal<Option<String>>, opening: Opening, state: State) -> AnyView {
    let begun = RwSignal::new(None::<Vec<FirstSession>>);
    let raw = raw.clone();
    Effect::new(move || {
        let Some(day) = date.get() else { return begun.set(None) };
        let raw = raw.with(|source| source.first_day = Some(day.clone()));
        spawn_local(async move {
            let sessions = workers::begin(raw.job(state.messages().tag, Vec::new()), &raw.buffers()).await;
            // Another day may have been chosen meanwhile, or the question answered.
            if date.try_get_untracked().flatten() == Some(day) {
                begun.set(sessions.ok());
            }
        });
    });
    let messages = opening.messages();
    live(move || match begun.get() {
        None => nothing(),
        Some(sessions) if sessions.is_empty() => tag::p().text(messages.begins_with_nothing).into(),
        Some(sessions) => {
            all([tag::p().text(messages.begins_so), first_sessions(&sessions, state).attr("data-role", "begins-so")])
        }
    })
}
