//! `/settings`: language, appearance, where things are kept, and getting ready for the venue.

use crate::components::frame::{option, options, top_line};
use crate::components::notice::notice;
use crate::element::{El, all, el};
use crate::install;
use crate::offline;
use crate::state::State;
use crate::status::Offline;
use leptos::prelude::*;
use siganpyo::messages::Language;

pub fn settings_page(state: State) -> AnyView {
    let messages = state.messages();
    let storage = el("section").class("block").child(el("h2").text(messages.storage)).child(el("p").text(messages.storage_about));
    let main = el("main")
        .id("main")
        .child(el("section").class("block").child(languages(state)))
        .child(el("section").class("block").child(appearances(state)))
        .child(readiness(state))
        .child(install::guide(messages))
        .child(storage)
        .child(el("p").class("fine").text(messages.licences));
    all([top_line(move || messages.settings.to_owned(), state.save, messages, None), main.into()])
}

fn languages(state: State) -> AnyView {
    let choice = |language: Language| {
        let choose = move || state.set(|settings| settings.language = Some(language.tag().to_owned()));
        option(language.messages().language_name, move || state.language() == language, choose).attr("lang", language.tag())
    };
    options(state.messages().ui_language, Language::ALL.map(choice))
}

fn appearances(state: State) -> AnyView {
    let messages = state.messages();
    let choice = |(label, value): (&str, Option<&'static str>)| {
        let chosen = move || state.settings.with(|settings| settings.appearance.as_deref() == value);
        option(label, chosen, move || state.set(|settings| settings.appearance = value.map(str::to_owned)))
    };
    let choices =
        [(messages.appearance_auto, None), (messages.appearance_light, Some("light")), (messages.appearance_dark, Some("dark"))];
    options(messages.appearance, choices.map(choice))
}

/// Whether everything for the venue is on the device.
fn readiness(state: State) -> El {
    let messages = state.messages();
    let said = move || match state.offline.get() {
        Offline::Pending => el("p").text(messages.offline_pending).into(),
        Offline::Unsupported => el("p").text(messages.offline_unsupported).into(),
        Offline::Ready { bytes } => el("p").class("here").text((messages.offline_ready)(&megabytes(bytes))).into(),
        Offline::Failed => {
            let retry = el("button").class("button").text(messages.retry).on_click(move || offline::prepare(state));
            notice((messages.offline_failed)(), [retry])
        }
    };
    el("section").class("block").child(el("h2").text(messages.offline_heading)).live_child(said)
}

/// With one digit behind the point; integers, since the code for printing others weighs four kilobytes.
fn megabytes(bytes: f64) -> String {
    let tenths = (bytes / 1e5).round() as u32;
    format!("{}.{}", tenths / 10, tenths % 10)
}
