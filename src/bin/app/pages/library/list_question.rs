//! Which list of a file has the sessions, where several may have.

use super::first_sessions::first_sessions;
use super::opening::Opening;
use super::raw::Raw;
use crate::components::element::{button, tag};
use crate::components::frame::actions;
use crate::state::State;
use leptos::prelude::*;
use siganpyo::messages::Refusal;
use siganpyo::wire::import_job::OfferedList;

pub fn list_question(raw: &Raw, lists: &[OfferedList], opening: Opening, state: State) -> AnyView {
    let messages = opening.messages();
    let Refusal { message, hint } = (messages.list_needed)();
    let offered = lists.iter().map(|list| {
        let (raw, path) = (raw.clone(), list.path.clone());
        let name = (messages.list_offer)(&list.path, list.count as usize);
        let choose = tag::button().class("button offer").action("list-offer").text(name);
        let choose = choose.on_click(move || opening.read(raw.with(|source| source.list = Some(path.clone()))));
        tag::li().child(choose).child(first_sessions(&list.sessions, state))
    });
    let cancel = button("cancel", messages.cancel).class("quiet").on_click(move || opening.cancel());
    tag::section()
        .class("block ask")
        .attr("data-step", "list")
        .child(tag::h2().text(message))
        .child(tag::p().text(hint))
        .child(tag::ul().class("zones").children(offered))
        .child(actions([cancel]))
        .into()
}
