//! A file that was refused: why, what a person may know of it, and a report for whoever can teach the app to read it.

use super::meanings;
use super::opening::Opening;
use super::step::RefusedFile;
use crate::components::element::{El, all, button, tag};
use crate::components::frame::actions;
use crate::components::notice::notice;
use crate::pages::copy_and_say;
use crate::state::State;
use leptos::prelude::*;
use siganpyo::messages::Refusal;

pub fn refused_file(refusal: Refusal, file: &RefusedFile, opening: Opening, state: State) -> AnyView {
    let correction = (!file.fields.is_empty()).then(|| correction(file, opening));
    let parts = correction.into_iter().chain(report(&file.report, opening, state));
    all([notice(refusal, [])].into_iter().chain(parts.map(AnyView::from)))
}

/// The fields of what may be the sessions: the person may know which of them is the start.
fn correction(file: &RefusedFile, opening: Opening) -> El {
    let messages = opening.messages();
    tag::section()
        .class("block")
        .attr("data-role", "meanings")
        .child(tag::h2().text(messages.fields))
        .child(tag::p().text(messages.fields_missing))
        .child(meanings::fields(&file.fields, &file.raw, opening))
}

fn report(report: &str, opening: Opening, state: State) -> Option<El> {
    let messages = opening.messages();
    let copied = report.to_owned();
    let copy = button("copy-report", messages.report).class("button").on_click(move || {
        copy_and_say(&copied, messages.report_copied, state);
    });
    let shown = tag::details()
        .child(tag::summary().text(messages.report_shown))
        .child(tag::p().class("copy report").attr("data-role", "report").text(report));
    let block = tag::section().class("block").child(tag::p().text(messages.report_about)).child(shown);
    (!report.is_empty()).then(|| block.child(actions([copy])))
}
