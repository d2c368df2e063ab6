//! The notice about a program that the page died of when it was last shown.

use crate::components::element::{El, el, live, nothing};
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

/// Its title may be slow to come, from a database that does not answer.
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
    let words = state.language().library_messages();
    let (again, other) = (last.clone(), last.clone());
    let again = button(words.look_again, "look-again").on_click(move || spawn_local(state.recovery.open_again(again.clone())));
    let told = match last.version {
        true => {
            let close = button(state.messages().dismiss, "close-last-start").on_click(|| last_start::say(None));
            notice((words.version_not_opened)(title), [again, close])
        }
        false => {
            let named = title.to_owned();
            let discard = button(words.discard, "discard-program");
            let discard = discard.on_click(move || spawn_local(state.recovery.discard(other.clone(), named.clone())));
            notice((words.not_opened)(title), [again, discard])
        }
    };
    el("div").attr("data-role", "last-start").child(told).into()
}

fn button(text: &str, action: &'static str) -> El {
    el("button").class("button").attr("data-action", action).text(text)
}
