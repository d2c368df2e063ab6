//! `/settings`: language, appearance, getting ready for the venue, where things are kept and how safe they are, and licences.

pub mod backup;
mod backup_file;
mod notices;
mod problem;
mod readiness;
mod safety;
mod text_to_copy;

use crate::browser;
use crate::components::element::{all, tag};
use crate::components::frame::{option, options, top_line};
use crate::components::install;
use crate::pages::home;
use crate::state::State;
use leptos::prelude::*;
use siganpyo::messages::Language;

pub fn settings_page(state: State) -> AnyView {
    let messages = state.messages();
    let main = tag::main()
        .id("main")
        .child(tag::section().class("block").child(languages(state)))
        .child(tag::section().class("block").child(appearances(state)))
        .child(readiness::readiness(state))
        .child(install::guide(state.language().safety_messages(), move || home::carried_home("/", state)))
        .child(safety::safety(state))
        .child(backup::backup(state))
        .child(problem::problem(state))
        .child(notices::notices(state));
    all([top_line(move || messages.settings.to_owned(), super::kept(state), None), main.into()])
}

fn languages(state: State) -> AnyView {
    let choice = |language: Language| {
        let choose = move || state.settings.set(|settings| settings.language = Some(language.tag().to_owned()));
        option(language.messages().language_name, move || state.language() == language, choose).attr("lang", language.tag())
    };
    let offered = browser::site_languages();
    let offered = offered.iter().filter_map(|tag| Language::from_tag(tag));
    options(state.language().safety_messages().ui_language, offered.map(choice))
}

fn appearances(state: State) -> AnyView {
    let messages = state.language().safety_messages();
    let choice = |(label, value): (&str, Option<&'static str>)| {
        let chosen = move || state.settings.current.with(|settings| settings.appearance.as_deref() == value);
        option(label, chosen, move || state.settings.set(|settings| settings.appearance = value.map(str::to_owned)))
    };
    let choices =
        [(messages.appearance_auto, None), (messages.appearance_light, Some("light")), (messages.appearance_dark, Some("dark"))];
    options(messages.appearance, choices.map(choice))
}
