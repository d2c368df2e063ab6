//! Browsers inside other apps: they lose stored data and cannot work offline, so a link to a real browser is offered, which takes the
//! picks along.

use super::place::Place;
use crate::browser;
use crate::components::element::{live, nothing, tag};
use crate::components::notice::notice;
use crate::state::State;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::export::{Picks, way_out};
use siganpyo::plan::Plan;

/// The notice with its button; nothing in a browser of its own.
pub fn way_out_notice(state: State) -> AnyView {
    if leading_out(&browser::address()).is_none() {
        return nothing();
    }
    let _ = browser::root().dataset().set("inApp", "");
    let place = RwSignal::new(None::<Place>);
    Effect::new(move || {
        let Some(program) = state.program.get() else { return };
        spawn_local(async move {
            let _ = place.try_set(Some(outside(Place::of(&program, state).await, state).await));
        });
    });
    let taken = Memo::new(move |_| taken(place.get(), state));
    // With each pick the link changes, and only rarely what is said.
    let is_left = Memo::new(move |_| taken.with(Option::is_none));
    live(move || {
        let messages = state.language().safety_messages();
        let told = match is_left.get() {
            true => (messages.in_app_file)(browser::is_ios(), state.plan.current.with(|plan| !plan.is_empty())),
            false => (messages.in_app_browser)(browser::is_ios()),
        };
        let address = move || leading_out(&taken.get().unwrap_or_else(here));
        let link = tag::a().class("button").attr("rel", "external").live("href", address);
        notice(told, [link.text(messages.open_in_browser)])
    })
}

/// Where the phone's own browser finds the program: in the link, if it is nowhere else.
async fn outside(place: Place, state: State) -> Place {
    match place {
        Place::Device => Place::inside_link(state).await.unwrap_or(Place::Device),
        elsewhere => elsewhere,
    }
}

/// The address that takes along what is here; `None` if no link can.
fn taken(place: Option<Place>, state: State) -> Option<String> {
    let planned = state.program.get().filter(|_| !state.plan.current.with(Plan::is_empty));
    let hidden = state.hidden.current.get();
    let picks = planned.map(|program| state.plan.current.with(|plan| Picks::of(plan, &program, Some(&hidden))));
    match place {
        None => Some(here()),
        Some(Place::Site) if picks.is_none() => Some(here()),
        Some(place) => place.short_link(picks),
    }
}

fn here() -> String {
    browser::window().location().href().unwrap_or_default()
}

fn leading_out(address: &str) -> Option<String> {
    let encode = |text: &str| String::from(js_sys::encode_uri_component(text));
    way_out(&browser::user_agent(), browser::is_ios(), address, encode)
}
