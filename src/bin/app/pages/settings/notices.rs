//! The licences of everything in the app, fetched when somebody unfolds them.

use crate::components::element::{El, live, tag};
use crate::components::notice::notice;
use crate::network;
use crate::state::State;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Written by the build. The service worker keeps it from its first use on.
const FILE: &str = "notices.txt";

pub fn notices(state: State) -> El {
    let messages = state.language().safety_messages();
    let text = RwSignal::new(String::new());
    let failed = RwSignal::new(false);
    let said = move || {
        if failed.get() {
            notice((messages.notices_unreachable)(), [])
        } else if text.read().is_empty() {
            tag::p().text(messages.notices_coming).into()
        } else {
            tag::p().class("fine words").text(text.get()).into()
        }
    };
    let unfold = tag::details()
        .action("notices")
        .on("toggle", move |_| ask(text, failed))
        .child(tag::summary().text(messages.notices))
        .child(live(said));
    tag::section().class("block").child(tag::p().class("fine").text(messages.licences)).child(unfold)
}

/// Fetches the text unless it is loaded; after a failure, unfolding again tries again.
fn ask(text: RwSignal<String>, failed: RwSignal<bool>) {
    if text.read_untracked().is_empty() {
        failed.set(false);
        spawn_local(async move {
            match network::text(FILE).await {
                Some(found) => text.set(found),
                None => failed.set(true),
            }
        });
    }
}
