//! Whether everything for the venue is on the device, and what to do if not.

use crate::browser;
use crate::components::element::{El, all, button, live, nothing, tag};
use crate::components::frame::actions;
use crate::components::notice::notice;
use crate::network::service_worker;
use crate::state::State;
use crate::status::{Offline, Stock};
use crate::workers;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::messages::safety::SafetyMessages;

pub fn readiness(state: State) -> El {
    let messages = state.language().safety_messages();
    let said = move || match state.offline.status.get() {
        Offline::Pending | Offline::App(_) => tag::p().text(messages.pending).into(),
        Offline::Unsupported => tag::p().text(messages.unsupported).into(),
        Offline::Ready(Stock { bytes, minute }) => {
            let clock = format!("{:02}:{:02}", minute / 60, minute % 60);
            let ready = tag::p().class("here").action("ready").text((messages.ready)(&megabytes(bytes), &clock));
            all([ready.into(), reader(state)])
        }
        Offline::Failed => {
            let fetch = button("fetch", messages.fetch).class("button").on_click(move || state.offline.prepare());
            notice((messages.failed)(&missing(messages)), [fetch])
        }
    };
    let place = if browser::is_installed() { messages.two_places_app } else { messages.two_places_tab };
    let place = browser::is_ios().then(|| tag::p().class("fine").text(place));
    tag::section().class("block").child(tag::h2().text(messages.ready_heading)).live_child(said).children(place)
}

/// What reads the files of other conferences is fetched when it is first needed, and so is no part of what is ready.
fn reader(state: State) -> AnyView {
    let messages = state.language().safety_messages();
    let is_here = RwSignal::new(true);
    let look = move || {
        spawn_local(async move {
            // The page may have been left.
            let has_both = service_worker::has_stored(workers::READER).await && service_worker::has_stored(workers::SHEETS).await;
            let _ = is_here.try_set(has_both);
        });
    };
    look();
    let fetch = move || {
        spawn_local(async move {
            if workers::fetch_reader(state.messages().tag).await {
                let _ = is_here.try_set(true);
            } else {
                state.toast.say(messages.reader_not_fetched);
            }
        });
    };
    live(move || {
        if is_here.get() {
            return nothing();
        }
        let button = button("fetch-reader", messages.fetch).class("button").on_click(fetch);
        all([tag::p().text(messages.without_reader), actions([button])])
    })
}

/// The kinds of missing files, each once.
fn missing(messages: &SafetyMessages) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for path in service_worker::missing() {
        let part = match path.split('/').next() {
            Some("programs") => messages.part_program,
            Some("fonts") => messages.part_fonts,
            _ => messages.part_app,
        };
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.join(", ")
}

/// With one digit behind the point; integers, since the code for printing others weighs four kilobytes.
fn megabytes(bytes: f64) -> String {
    let tenths = (bytes / 1e5).round() as u32;
    format!("{}.{}", tenths / 10, tenths % 10)
}
