//! A sheet over the lower part of the page.

use super::frame::icon;
use crate::browser;
use crate::browser::rules::rules;
use crate::components::element::tag;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

const STYLE: &str = rules!("sheet.css");

/// A sheet of this name, which takes the focus. The element of its content that is called `<name>-title` says what it is about.
pub fn sheet(name: &'static str, close_label: &str, close: impl Fn() + Clone + 'static, content: AnyView) -> AnyView {
    browser::adopt_style("sheet", STYLE);
    let escape = close.clone();
    let button =
        tag::button().class("round close").action("close-sheet").aria_label(close_label).on_click(close).child(icon("close"));
    request_animation_frame(move || {
        browser::focus(browser::document().get_element_by_id(name));
    });
    tag::section()
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
        .child(content)
        .into()
}
