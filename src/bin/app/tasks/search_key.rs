//! The key `/` leads to the search field, as on most sites with one.

use crate::browser;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// Begins to listen for it.
pub fn begin() {
    let _ = window_event_listener(leptos::ev::keydown, |event| {
        if is_for_search(&event) && browser::focus(browser::elements("[role=searchbox]").next()) {
            event.prevent_default();
        }
    });
}

/// Whether the key was not typed into a field, nor as a part of a shortcut.
fn is_for_search(event: &KeyboardEvent) -> bool {
    let is_field = |element: HtmlElement| ["INPUT", "TEXTAREA", "SELECT"].contains(&element.tag_name().as_str());
    let target = event.target().and_then(|target| target.dyn_into().ok());
    event.key() == "/" && !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !target.is_some_and(is_field)
}
