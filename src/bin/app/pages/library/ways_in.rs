//! The ways in which a program comes to the library: a file, an address, a paste, a drop, a share from another app.

use super::opening::{Distant, Opening, Step};
use super::raw::{Raw, buffer};
use crate::browser;
use crate::components::element::{El, button, tag};
use crate::components::frame::actions;
use crate::network;
use crate::pages::scanner::{scanner, text_in_file};
use js_sys::ArrayBuffer;
use leptos::prelude::*;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use siganpyo::export::Link;
use siganpyo::messages::Refusal;
use siganpyo::wire::library_card::Source;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Event, File, HtmlInputElement};

pub fn ways_in(opening: Opening) -> AnyView {
    let messages = opening.messages();
    let input = tag::input().input_type("file").action("open-program").on("change", move |event| chosen(&event, opening));
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

/// Opens an address that was typed or pasted: of a file, or a link of ours. On iOS a link opens the browser and never the app on the
/// home screen, so there it can be pasted.
fn open_address(text: &str, opening: Opening) {
    if let Some(link) = Link::read(text) {
        return browser::set_fragment(link.write("").trim_start_matches('#'));
    }
    fetch(Distant { address: text.trim().to_owned(), ..Distant::default() }, opening);
}

/// Fetches a file from another site, where that site allows it.
pub fn fetch(file: Distant, opening: Opening) {
    let messages = opening.messages();
    let number = opening.begin();
    let url = web_sys::Url::new(&file.address).ok().filter(|url| matches!(url.protocol().as_str(), "https:" | "http:"));
    let Some(url) = url else { return opening.refuse(number, (messages.not_an_address)(&file.address), None) };
    opening.step.set(Step::Fetching { kilobytes: 0 });
    let host = url.host();
    spawn_local(async move {
        let progress = move |bytes: u32| opening.finish(number, Step::Fetching { kilobytes: bytes / 1024 });
        let still_wanted = move || opening.is_latest(number);
        let fetched = network::fetch_far(&file.address, network::WAITED_FOR, &progress, &still_wanted).await;
        let refuse = |refusal: Refusal| opening.refuse(number, refusal, Some(file.address.clone()));
        match fetched {
            Ok(bytes) if opening.is_latest(number) => opening.read(file.raw(bytes)),
            Ok(_) => {}
            Err(network::Far::Refused(status)) => refuse((messages.address_refused)(&host, status)),
            Err(network::Far::Late) => refuse((messages.address_late)(&host)),
            Err(network::Far::TooLarge) => refuse(too_large(network::MAX_BYTES as usize + 1, opening)),
            Err(network::Far::Silent) => {
                opening.finish(number, Step::Forbidden { refusal: (messages.address_silent)(&host), file });
            }
        }
    });
}

impl Distant {
    /// What it holds, once it is here.
    fn raw(self, bytes: ArrayBuffer) -> Raw {
        let name = self.address.rsplit('/').next().and_then(name_of);
        let source = Source { address: Some(self.address), ..self.source };
        Raw { bytes: SendWrapper::new(bytes), name, source, picks: self.picks }
    }
}

fn chosen(event: &Event, opening: Opening) {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    read_file(file, opening);
    // So that the same file can be chosen again.
    input.set_value("");
}

/// Reads a file of the device.
pub fn read_file(file: File, opening: Opening) {
    if file.type_().starts_with("image/") {
        return scan_file(file, opening);
    }
    let number = opening.begin();
    if file.size() > f64::from(network::MAX_BYTES) {
        return opening.refuse(number, too_large(file.size() as usize, opening), None);
    }
    opening.step.set(Step::Reading);
    let name = name_of(&file.name());
    spawn_local(async move {
        match buffer(file.array_buffer()).await {
            Some(bytes) if opening.is_latest(number) => opening.read(Raw { bytes, name, source: Source::default(), picks: None }),
            Some(_) => {}
            None => opening.refuse(number, (opening.messages().file_unreadable)(), None),
        }
    });
}

pub fn too_large(bytes: usize, opening: Opening) -> Refusal {
    (opening.messages().too_large)(bytes, network::MAX_BYTES as usize)
}

/// A code leads to a program or to somebody's picks; any other text is none of ours.
fn scanned(text: &str, opening: Opening) {
    if text.trim().starts_with("http") {
        return read_text(text, opening);
    }
    opening.refuse(opening.begin(), (opening.sharing_messages().foreign_code)(), None);
}

/// Looks for a code in a picture.
fn scan_file(file: File, opening: Opening) {
    let number = opening.begin();
    opening.step.set(Step::Reading);
    spawn_local(async move {
        match text_in_file(&file).await {
            Some(text) if opening.is_latest(number) => {
                opening.step.set(Step::Idle);
                scanned(&text, opening);
            }
            Some(_) => {}
            None => opening.refuse(number, (opening.sharing_messages().no_code)(), None),
        }
    });
}

/// Text is the content of a file, unless it is nothing but an address.
fn read_text(text: &str, opening: Opening) {
    let text = text.trim();
    let is_line = !text.contains('\n');
    // A messenger shares a link with words around it.
    if is_line && text.contains("://") && Link::read(text).is_some()
        || text.starts_with("http") && !text.contains(char::is_whitespace)
    {
        return open_address(text, opening);
    }
    let bytes = js_sys::Uint8Array::from(text.as_bytes()).buffer();
    opening.read(Raw { bytes: SendWrapper::new(bytes), name: None, source: Source::default(), picks: None });
}

fn read_transfer(transfer: &DataTransfer, opening: Opening) -> bool {
    if let Some(file) = transfer.files().and_then(|files| files.get(0)) {
        read_file(file, opening);
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
        let into_field = event.target().is_some_and(|target| target.has_type::<HtmlInputElement>());
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

/// Opens what was handed over: a file, or a text without a name.
pub fn read_handed_over(bytes: ArrayBuffer, name: &str, opening: Opening) {
    match name.is_empty().then(|| text_of(&bytes)).flatten() {
        Some(text) => read_text(&text, opening),
        None => opening.read(Raw { bytes: SendWrapper::new(bytes), name: name_of(name), source: Source::default(), picks: None }),
    }
}

fn text_of(bytes: &ArrayBuffer) -> Option<String> {
    String::from_utf8(js_sys::Uint8Array::new(bytes).to_vec()).ok()
}

/// A file's name without its ending, where that leaves a word.
fn name_of(file: &str) -> Option<String> {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    Some(stem.replace(['-', '_'], " ").trim().to_owned()).filter(|name| !name.is_empty())
}
