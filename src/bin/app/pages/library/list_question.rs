//! Which list of a file has the sessions, where several may have.

use super::first_sessions::offered;
use super::opening::Opening;
use super::raw::Raw;
use crate::components::element::{button, tag};
use crate::components::frame::actions;
use crate::state::State;
use leptos::prelude::*;
use siganpyo::messages::Refusal;
use siganpyo::wire::import_job::Offer;

pub fn list_question(raw: &Raw, lists: &[Offer], opening: Opening, state: State) -> AnyView {
    let messages = opening.messages();
    let Refusal { message, hint } = (messages.list_needed)();
    let offers = lists.iter().map(|list| {
        let (raw, path) = (raw.clone(), list.value.clone());
        let choose = offered("list-offer", (messages.list_offer)(&list.value, list.count as usize), list, state);
        tag::li().child(choose.on_click(move || opening.read(raw.with(|source| source.list = Some(path.clone())))))
    });
    let cancel = button("cancel", messages.cancel).class("quiet").on_click(move || opening.cancel());
    tag::section()
        .class("block ask")
        .attr("data-step", "list")
        .child(tag::h2().text(message))
        .child(tag::p().text(hint))
        .child(tag::ul().class("zones").children(offers))
        .child(actions([cancel]))
        .into()
}
