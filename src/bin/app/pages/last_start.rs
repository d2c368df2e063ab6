//! The notice about a program that the page died of when it was last shown.

use crate::components::element::{button, live, nothing, tag};
use crate::components::notice::notice;
use crate::state::State;
use crate::state::last_start;
use crate::state::recovery::title_of;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::wire::last_start::LastStart;

/// The notice, where there is something to be said.
pub fn told(state: State) -> AnyView {
    let last = last_start::signal();
    live(move || match last.get() {
        Some(last) => once_named(last, state),
        None => nothing(),
    })
}

/// Waits for its title, which may take long if the database does not answer.
fn once_named(last: LastStart, state: State) -> AnyView {
    let title = RwSignal::new(None);
    let unnamed = last.clone();
    spawn_local(async move {
        let found = title_of(&unnamed).await;
        let _ = title.try_set(Some(found));
    });
    live(move || match title.get() {
        Some(title) => said(&last, &title, state),
        None => nothing(),
    })
}

fn said(last: &LastStart, title: &str, state: State) -> AnyView {
    let messages = state.language().library_messages();
    let (again, other) = (last.clone(), last.clone());
    let again = button("look-again", messages.look_again)
        .class("button")
        .on_click(move || spawn_local(state.recovery.open_again(again.clone())));
    let told = if last.version {
        let close = button("close-last-start", state.messages().dismiss).class("button").on_click(|| last_start::say(None));
        notice((messages.version_not_opened)(title), [again, close])
    } else {
        let named = title.to_owned();
        let discard = button("discard-program", messages.remove).class("button");
        let discard = discard.on_click(move || spawn_local(state.recovery.discard(other.clone(), named.clone())));
        notice((messages.not_opened)(title), [again, discard])
    };
    tag::div().attr("data-role", "last-start").child(told).into()
}
