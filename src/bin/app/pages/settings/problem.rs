//! *Report a problem*: what a maintainer needs to know of this device, as a text to copy. Nothing personal is in it.

use super::text_to_copy::text_to_copy;
use crate::browser;
use crate::browser::problems::noted;
use crate::components::element::{El, live, nothing, tag};
use crate::network::service_worker;
use crate::state::State;
use crate::state::device;
use crate::status::{Offline, Save};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{Element, Event};

/// The most lines of the report that are shown without scrolling.
const LONGEST: usize = 16;

pub fn problem(state: State) -> El {
    let messages = state.language().safety_messages();
    // Empty until it is wanted.
    let report = RwSignal::new(String::new());
    let write = move |event: Event| {
        // It is also told when the report is folded again.
        if event_target::<Element>(&event).has_attribute("open") {
            spawn_local(async move {
                let text = written(state).await;
                let _ = report.try_set(text);
            });
        }
    };
    let shown = move || match report.get() {
        text if text.is_empty() => nothing(),
        text => as_text(text, state),
    };
    let unfold = tag::details()
        .action("problem")
        .on("toggle", write)
        .child(tag::summary().text(messages.problem))
        .child(tag::p().class("fine").text(messages.problem_about))
        .child(live(shown));
    tag::section().class("block").child(unfold)
}

fn as_text(text: String, state: State) -> AnyView {
    let rows = text.lines().count().min(LONGEST);
    text_to_copy(text, rows, "copy-problem", state.language().safety_messages().problem, state)
}

/// The report. In English, whoever reads it.
async fn written(state: State) -> String {
    let programs = state.library.cards().await.len();
    let (promised, room) = (device::is_persistent().await, device::room().await);
    let (entries, own) = state.plan.current.with_untracked(|plan| (plan.picks().count(), plan.own().count()));
    let save = match state.plan.save.get_untracked() {
        Save::Saved => "saved",
        Save::Opening | Save::Saving => "being saved",
        Save::Failed => "not saved",
    };
    let offline = match state.offline.status.get_untracked() {
        Offline::Pending | Offline::App(_) => "being checked".to_owned(),
        Offline::Ready(_) => "ready".to_owned(),
        Offline::Failed => format!("missing: {}", service_worker::missing().join(" ")),
        Offline::Unsupported => "no service workers".to_owned(),
    };
    let (width, height, ratio) = browser::screen();
    let opened_from = if browser::is_installed() { "the home screen" } else { "a tab" };
    let facts = [
        format!("app: {} ({})", env!("CARGO_PKG_VERSION"), browser::build()),
        format!("engine: {}", browser::user_agent()),
        format!("language: {}; opened from {opened_from}", state.messages().tag),
        format!("screen: {width}x{height}, ratio {}", hundredths(ratio)),
        format!("timetable: {save}; {entries} picks, {own} own entries"),
        format!("library: {programs} programs; on trial: {}", state.program.is_trial.get_untracked()),
        format!("storage: {}; {}", kept_for(promised), room.map_or_else(|| "room unknown".to_owned(), megabytes)),
        format!("offline: {offline}"),
    ];
    let problems = noted();
    let problems = if problems.is_empty() { vec!["none".to_owned()] } else { problems };
    let heading = "problems since the page was opened:".to_owned();
    facts.into_iter().chain([heading]).chain(problems).collect::<Vec<_>>().join("\n")
}

fn kept_for(promised: Option<bool>) -> &'static str {
    match promised {
        Some(true) => "promised to stay",
        Some(false) => "may be cleared",
        None => "no promise known",
    }
}

/// With two digits behind the point; integers, since the code for printing others weighs four kilobytes.
fn hundredths(number: f64) -> String {
    let whole = (number * 100.0).round() as u32;
    format!("{}.{:02}", whole / 100, whole % 100)
}

fn megabytes(bytes: f64) -> String {
    format!("room for {} MB", (bytes / 1e6) as u64)
}
