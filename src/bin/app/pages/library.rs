//! `/library`: the programs on this device, and opening another one.

mod cards;
mod opening;
mod preview;
mod waiting;
mod ways_in;

use super::page;
use crate::components::frame::main_link;
use crate::components::notice::notice;
use crate::element::{all, el, live, nothing};
use crate::page::link;
use crate::place::Place;
use crate::sources::follow_looks;
use crate::state::State;
use leptos::prelude::*;
use leptos::task::spawn_local;
use opening::Opening;
use siganpyo::wire::library_card::LibraryCard;

/// Says of a program that was opened that it is not kept yet; the library says more.
pub fn trial_notice(place: Memo<Place>, state: State) -> AnyView {
    live(move || {
        let words = state.language().library_messages();
        match state.program().filter(|_| state.trial.get() && place.get() != Place::Library) {
            Some(program) => {
                notice((words.on_trial)(&program.title), [main_link(link("/library"), state.messages().tab_library)])
            }
            None => nothing(),
        }
    })
}

pub fn library(state: State) -> AnyView {
    let messages = state.language().library_messages();
    let opening = Opening::new(state);
    let cards = RwSignal::new(Vec::<LibraryCard>::new());
    Effect::new(move || {
        state.shown.track();
        state.trial.track();
        follow_looks();
        spawn_local(async move {
            let library = state.library().await;
            // The page may have been left meanwhile.
            let _ = cards.try_set(library);
        });
    });
    // What else changes on a card follows by itself, so that a question on it stays while programs are looked for.
    let named = Memo::new(move |_| {
        let names = cards.with(|cards| cards.iter().map(|card| (card.id.clone(), card.title.clone())).collect::<Vec<_>>());
        (names, state.program().map(|program| program.id.clone()), state.trial.get())
    });
    let list = live(move || {
        // Read and not only tracked: a memo that was never read follows nothing.
        named.with(|_| ());
        untrack(|| all(cards.read().iter().map(|card| cards::card(card, cards, state))))
    });
    let lead = el("p").class("lead").text(messages.about).into();
    let content = [waiting::waiting(opening), preview::preview(opening, state), lead, list, ways_in::ways_in(opening)];
    page(state.messages().tab_library, state, all(content))
}
