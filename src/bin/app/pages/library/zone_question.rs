//! The time zone of a file that does not say it: what is likely, each with the first session as it would read, and a list of all to
//! search in.

use super::first_sessions::offered;
use super::opening::Opening;
use super::raw::Raw;
use super::step::Question;
use crate::browser;
use crate::components::element::{El, all, button, live, nothing, tag};
use crate::components::frame::actions;
use crate::state::State;
use crate::workers;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::messages::Refusal;
use siganpyo::messages::library::LibraryMessages;
use siganpyo::wire::import_job::Offer;
use wasm_bindgen_futures::JsFuture;

/// Milliseconds after a key before zones are looked for: the file is read again for each.
const PAUSE: i32 = 150;

pub fn zone_question(raw: &Raw, question: Question, opening: Opening, state: State) -> AnyView {
    let messages = opening.messages();
    let Refusal { message, hint } = question.wrong.unwrap_or_else(messages.zone_needed);
    let offers = question.offered.iter().map(|offer| {
        let (raw, zone) = (raw.clone(), offer.value.clone());
        tag::li().child(offer_button(offer, messages, state).on_click(move || read_in(&raw, &zone, opening)))
    });
    tag::section()
        .class("block ask")
        .attr("data-step", "zone")
        .child(tag::h2().text(message))
        .child(tag::p().text(hint))
        .child(tag::ul().class("zones").children(offers))
        .child(others(raw, opening, state))
        .into()
}

fn read_in(raw: &Raw, zone: &str, opening: Opening) {
    opening.read(raw.with(|source| source.time_zone = Some(zone.to_owned())));
}

fn offer_button(offer: &Offer, messages: &'static LibraryMessages, state: State) -> El {
    let is_here = browser::device_zone().as_ref() == Some(&offer.value);
    offered("zone-offer", (messages.zone_offer)(&spaced(&offer.value), offer.is_likely, is_here), offer, state)
}

/// A field whose text is looked for among zones and places, or read as what people call their zone.
fn others(raw: &Raw, opening: Opening, state: State) -> AnyView {
    let messages = opening.messages();
    let typed = RwSignal::new(String::new());
    let field = tag::input()
        .input_type("text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("placeholder", "Berlin, KST, UTC+9")
        .action("time-zone")
        .on("input", move |event| typed.set(event_target_value(&event)));
    let found = RwSignal::new(Vec::<Offer>::new());
    let looked = raw.clone();
    Effect::new(move || look(typed.get(), looked.clone(), typed, found, state));
    let chosen = raw.clone();
    let list = live(move || {
        let found = found.get();
        if found.is_empty() {
            return nothing();
        }
        let choices = found.iter().map(|offer| {
            let (raw, zone) = (chosen.clone(), offer.value.clone());
            let choice = offered("zone-found", spaced(&offer.value), offer, state);
            tag::li().child(choice.on_click(move || read_in(&raw, &zone, opening)))
        });
        tag::ul().class("zones found").children(choices).into()
    });
    let raw = raw.clone();
    let read = button("zone-use", messages.zone_use).class("button");
    let read = read.live("disabled", move || typed.with(|zone| zone.trim().is_empty()).then(String::new));
    let read = read.on_click(move || read_in(&raw, typed.get_untracked().trim(), opening));
    let cancel = button("cancel", messages.cancel).class("quiet").on_click(move || opening.cancel());
    let label = tag::label().class("field").child(tag::span().text(messages.zone_name)).child(field);
    all([label.into(), list, actions([read, cancel]).into()])
}

/// Has the reader look for zones, unless more is typed meanwhile. Where it does not answer, what was typed can still be used.
fn look(text: String, raw: Raw, typed: RwSignal<String>, found: RwSignal<Vec<Offer>>, state: State) {
    spawn_local(async move {
        let _ = JsFuture::from(browser::after(PAUSE)).await;
        let is_latest = || typed.try_with_untracked(|typed| *typed == text).unwrap_or_default();
        if !is_latest() {
            return;
        }
        let job = raw.job(state.messages().tag, browser::time_zones());
        let zones = workers::zones_like(text.clone(), job, &raw.buffers()).await.unwrap_or_default();
        if is_latest() {
            found.set(zones);
        }
    });
}

fn spaced(zone: &str) -> String {
    zone.replace('_', " ")
}
