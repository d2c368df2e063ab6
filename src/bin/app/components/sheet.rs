//! A sheet over the lower part of the page.

use super::frame::icon;
use crate::browser;
use crate::browser::rules::rules;
use crate::components::element::{all, tag};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

const STYLE: &str = rules!("sheet.css");

/// A sheet of this name, which takes the focus. The element of its content that is called `<name>-title` says what it is about.
pub fn sheet(name: &'static str, close_label: &str, close: impl Fn() + Clone + 'static, content: AnyView) -> AnyView {
    browser::adopt_style("sheet", STYLE);
    let (escape, beside) = (close.clone(), close.clone());
    // For fingers and mice; Escape and the button do the same.
    let beside = tag::div().class("sheet-beside").action("beside-sheet").attr("aria-hidden", "true").on_click(beside);
    let button =
        tag::button().class("round close").action("close-sheet").aria_label(close_label).on_click(close).child(icon("close"));
    request_animation_frame(move || {
        browser::focus(browser::document().get_element_by_id(name));
    });
    let sheet = tag::section()
        .class("sheet")
        .id(name)
        .role("dialog")
        .attr("aria-labelledby", format!("{name}-title"))
        .attr("tabindex", "-1")
        .on("keydown", move |event| {
            if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
                escape();
            }
        })
        .child(button)
        .child(content);
    all([beside, sheet])
}

/// Has Back close a sheet instead of leaving the page: while it is open, the history has an entry more.
pub fn closed_by_back(is_open: Memo<bool>, close: impl Fn() + 'static) {
    // Left over where the page was left by a link.
    browser::leave_layer();
    Effect::new(move |was_open: Option<bool>| {
        let is_open = is_open.get();
        match (was_open.unwrap_or(false), is_open) {
            (false, true) => browser::enter_layer(),
            (true, false) => browser::leave_layer(),
            _ => {}
        }
        is_open
    });
    let back = window_event_listener_untyped("popstate", move |_| {
        if is_open.get_untracked() && !browser::is_in_layer() {
            close();
        }
    });
    on_cleanup(move || back.remove());
}
