//! The ways in which a program comes to the library: files, an address, a paste, a drop.

use super::files::{listed, read_files};
use super::opening::Opening;
use super::texts::{open_address, read_text, scanned};
use crate::browser;
use crate::components::element::{El, button, tag};
use crate::components::frame::actions;
use crate::pages::scanner::scanner;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Element, Event, HtmlInputElement};

pub fn ways_in(opening: Opening) -> AnyView {
    let messages = opening.messages();
    let input = tag::input()
        .input_type("file")
        .attr("multiple", "")
        .action("open-program")
        .on("change", move |event| chosen(&event, opening));
    listen(opening);
    let scan = scanner(opening.sharing_messages(), Arc::new(move |text| scanned(&text, opening)));
    tag::section()
        .class("block ways-in")
        .child(tag::h2().text(messages.open))
        .child(tag::p().text(messages.open_about))
        .child(actions([tag::label().class("button file").text(messages.open_file).child(input)]).child(scan))
        .child(tag::p().class("fine").text(messages.drop_or_paste))
        .child(address_form(opening))
        .into()
}

fn address_form(opening: Opening) -> El {
    let messages = opening.messages();
    let address = RwSignal::new(String::new());
    let field = tag::input()
        .input_type("url")
        .attr("inputmode", "url")
        .attr("autocomplete", "off")
        .attr("placeholder", "https://…/schedule.xml")
        .action("program-address")
        .live_value(move || address.get())
        .on("input", move |event| address.set(event_target_value(&event)));
    let label = tag::label().class("field").child(tag::span().text(messages.address)).child(field);
    let open = button("open-address", messages.open_address).class("button").input_type("submit");
    tag::form().class("address").attr("novalidate", "").child(label).child(open).on("submit", move |event| {
        event.prevent_default();
        open_address(&address.get_untracked(), opening);
    })
}

fn chosen(event: &Event, opening: Opening) {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
    read_files(listed(input.files()), opening);
    // So that the same files can be chosen again.
    input.set_value("");
}

fn read_transfer(transfer: &DataTransfer, opening: Opening) -> bool {
    let files = listed(transfer.files());
    if !files.is_empty() {
        read_files(files, opening);
        return true;
    }
    match transfer.get_data("text/plain") {
        Ok(text) if !text.trim().is_empty() => read_text(&text, opening),
        _ => return false,
    }
    true
}

/// Takes what is dropped or pasted anywhere on the page, for as long as it is open.
fn listen(opening: Opening) {
    let document = browser::document();
    let drop = Closure::<dyn FnMut(DragEvent)>::new(move |event: DragEvent| {
        event.prevent_default();
        if let Some(transfer) = event.data_transfer() {
            read_transfer(&transfer, opening);
        }
    });
    let over = Closure::<dyn FnMut(DragEvent)>::new(|event: DragEvent| event.prevent_default());
    let paste = Closure::<dyn FnMut(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        // A paste into a field belongs to the field.
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let into_field = target.is_some_and(|target| target.matches("input, textarea").unwrap_or_default());
        if let Some(transfer) = event.clipboard_data().filter(|_| !into_field)
            && read_transfer(&transfer, opening)
        {
            event.prevent_default();
        }
    });
    let listeners = [
        ("drop", SendWrapper::new(drop.into_js_value())),
        ("dragover", SendWrapper::new(over.into_js_value())),
        ("paste", SendWrapper::new(paste.into_js_value())),
    ];
    for (name, listener) in &listeners {
        let _ = document.add_event_listener_with_callback(name, listener.unchecked_ref());
    }
    on_cleanup(move || {
        for (name, listener) in &listeners {
            let _ = browser::document().remove_event_listener_with_callback(name, listener.unchecked_ref());
        }
    });
}
