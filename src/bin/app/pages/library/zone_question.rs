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
use leptos::prelude::*;
use siganpyo::messages::Refusal;
use siganpyo::messages::library::LibraryMessages;
use siganpyo::wire::import_job::Offer;

/// How many of those found are shown; who sees more types more.
const FOUND: usize = 6;

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
        .child(others(raw, opening))
        .into()
}

fn read_in(raw: &Raw, zone: &str, opening: Opening) {
    opening.read(raw.with(|source| source.time_zone = Some(zone.to_owned())));
}

fn offer_button(offer: &Offer, messages: &'static LibraryMessages, state: State) -> El {
    let is_here = browser::device_zone().as_ref() == Some(&offer.value);
    offered("zone-offer", (messages.zone_offer)(&spaced(&offer.value), offer.is_likely, is_here), offer, state)
}

/// A field whose text is looked for in the names of all zones, or read as what people call theirs.
fn others(raw: &Raw, opening: Opening) -> AnyView {
    let messages = opening.messages();
    let typed = RwSignal::new(String::new());
    let field = tag::input()
        .input_type("text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("placeholder", "Berlin, KST, UTC+9")
        .action("time-zone")
        .on("input", move |event| typed.set(event_target_value(&event)));
    let zones = StoredValue::new(browser::time_zones());
    let chosen = raw.clone();
    let found = live(move || {
        let found = zones.with_value(|zones| matching(zones, &typed.get()));
        if found.is_empty() {
            return nothing();
        }
        let raw = chosen.clone();
        let choices = found.into_iter().map(|zone| {
            let raw = raw.clone();
            let choice = tag::button().class("button").text(spaced(&zone));
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
    all([label.into(), found, actions([read, cancel]).into()])
}

/// The zones whose names hold what was typed, those first in which a word begins with it.
fn matching(zones: &[String], typed: &str) -> Vec<String> {
    let wanted = typed.trim().to_lowercase().replace(' ', "_");
    if wanted.len() < 2 {
        return Vec::new();
    }
    let begins = |name: &str| name.split(['/', '_']).any(|word| word.starts_with(&wanted));
    let (first, others): (Vec<&String>, Vec<&String>) =
        zones.iter().filter(|zone| zone.to_lowercase().contains(&wanted)).partition(|zone| begins(&zone.to_lowercase()));
    first.into_iter().chain(others).take(FOUND).cloned().collect()
}

fn spaced(zone: &str) -> String {
    zone.replace('_', " ")
}
