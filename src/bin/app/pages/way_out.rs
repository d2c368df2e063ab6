//! Browsers inside other apps: they lose stored data and cannot work offline, so a link to a real browser is offered, which takes the
//! picks along.

use super::place::Place;
use crate::browser;
use crate::components::element::{nothing, tag};
use crate::components::notice::notice;
use crate::state::State;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::export::{Picks, way_out};
use siganpyo::plan::Plan;

/// The notice with its button; nothing in a browser of its own.
pub fn way_out_notice(state: State) -> AnyView {
    let messages = state.language().safety_messages();
    if leading_out(&browser::address()).is_none() {
        return nothing();
    }
    let _ = browser::root().dataset().set("inApp", "");
    let place = RwSignal::new(None::<Place>);
    Effect::new(move || {
        let Some(program) = state.program.get() else { return };
        spawn_local(async move {
            let found = Place::of(&program, state).await;
            let _ = place.try_set(Some(found));
        });
    });
    let address = move || {
        let planned = state.program.get().filter(|_| !state.plan.current.with(Plan::is_empty));
        let hidden = state.hidden.current.get();
        let picks = planned.map(|program| state.plan.current.with(|plan| Picks::of(plan, &program, Some(&hidden))));
        let link = place.get().zip(picks).and_then(|(place, picks)| place.link(picks));
        leading_out(&link.unwrap_or_else(|| browser::window().location().href().unwrap_or_default()))
    };
    let link = tag::a().class("button").attr("rel", "external").live("href", address);
    notice((messages.in_app_browser)(browser::is_ios()), [link.text(messages.open_in_browser)])
}

fn leading_out(address: &str) -> Option<String> {
    let encode = |text: &str| String::from(js_sys::encode_uri_component(text));
    way_out(&browser::user_agent(), browser::is_ios(), address, encode)
}
