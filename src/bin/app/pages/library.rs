//! `/library`: the programs on this device, and opening another one.

mod cards;
mod day_question;
mod desk;
mod directory;
mod fetching;
mod files;
mod first_sessions;
mod launched;
pub mod linked;
mod list_question;
mod meanings;
mod opening;
mod preview;
mod raw;
mod refused;
mod step;
mod texts;
mod waiting;
mod ways_in;
mod zone_question;

use super::page;
use crate::browser::{self, link};
use crate::components::element::{all, live, nothing, tag};
use crate::components::frame::{actions, main_link};
use crate::components::notice::notice;
use crate::components::sheet::closed_by_back;
use crate::route::Route;
use crate::state::State;
use crate::state::updates::follow_checks;
use leptos::prelude::*;
use leptos::task::spawn_local;
use opening::Opening;
use siganpyo::wire::library_card::LibraryCard;

/// The notice that a program is on trial and not kept yet.
pub fn trial_notice(place: Memo<Route>, state: State) -> AnyView {
    live(move || {
        let messages = state.language().library_messages();
        match state.program.get().filter(|_| state.program.is_trial.get() && place.get() != Route::Library) {
            Some(program) => {
                notice((messages.on_trial)(&program.title), [main_link(link("/library"), state.messages().tab_library)])
            }
            None => nothing(),
        }
    })
}

pub fn library(state: State) -> AnyView {
    let common = state.language().library_messages();
    let opening = Opening::new(state);
    launched::follow(opening);
    linked::follow(opening);
    let cards = RwSignal::new(Vec::<LibraryCard>::new());
    let publishing = RwSignal::new(String::new());
    Effect::new(move || {
        state.program.shown.track();
        state.program.is_trial.track();
        follow_checks();
        spawn_local(async move {
            let library = state.library.cards().await;
            // The page may have been left meanwhile.
            let _ = cards.try_set(library);
        });
    });
    // Other changes of a card update in place, so that a question on it stays open during an update check.
    let named = Memo::new(move |_| {
        let names = cards.with(|cards| cards.iter().map(|card| (card.id.clone(), card.title.clone())).collect::<Vec<_>>());
        (names, state.program.get().map(|program| program.id.clone()), state.program.is_trial.get())
    });
    let list = live(move || {
        // Read and not only tracked: a memo that was never read tracks nothing.
        named.with(|_| ());
        untrack(|| all(cards.read().iter().map(|card| cards::card(card, cards, publishing, state))))
    });
    closed_by_back(Memo::new(move |_| !publishing.read().is_empty()), move || publishing.set(String::new()));
    let lead = tag::p().class("lead").text(common.about).into();
    let content = [
        live(move || if publishing.read().is_empty() { nothing() } else { desk::desk(publishing, state) }),
        waiting::waiting(opening),
        preview::preview(opening, state),
        lead,
        list,
        directory::directory(cards, opening, state),
        ways_in::ways_in(opening),
        live(move || subscriptions(state)),
    ];
    page(state.messages().tab_library, state, all(content))
}

/// The calendars that the build wrote beside the app, of the program that came with it.
fn subscriptions(state: State) -> AnyView {
    let messages = state.language().library_messages();
    let is_here = state.program.get().is_some_and(|program| state.program.is_built_in(&program.id));
    let address = browser::address();
    // In an extension the app may have no host.
    let host = address.strip_prefix("http").and_then(|rest| Some(rest.split_once("://")?.1));
    let Some(host) = host.filter(|_| is_here) else { return nothing() };
    let all = tag::a().class("button").action("subscribe").href(format!("webcal://{host}calendar/all.ics"));
    let parts = tag::a().class("button").attr("rel", "external").href(format!("{address}calendar/"));
    tag::section()
        .class("block")
        .child(tag::h2().text(messages.subscribe))
        .child(actions([all.text(messages.subscribe_all), parts.text(messages.subscribe_parts)]))
        .into()
}
