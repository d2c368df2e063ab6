//! The question whether the app's program is a new version of the one that came with the app before.

use crate::components::element::{button, live, nothing, tag};
use crate::components::notice::notice;
use crate::state::State;
use crate::state::former::{Unclear, unclear};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The question, where there is one.
pub fn former(state: State) -> AnyView {
    let asked = unclear();
    live(move || match asked.get() {
        Some(unclear) => question(&unclear, state),
        None => nothing(),
    })
}

fn question(unclear: &Unclear, state: State) -> AnyView {
    let messages = state.language().library_messages();
    let answer = |action, label, is_same: bool| {
        let unclear = unclear.clone();
        button(action, label).class("button").on_click(move || spawn_local(state.former.decide(unclear.clone(), is_same)))
    };
    let buttons = [answer("take-along", messages.take_along, true), answer("keep-separate", messages.keep_separate, false)];
    tag::div().attr("data-role", "former").child(notice((messages.may_be_former)(&unclear.card.title), buttons)).into()
}
