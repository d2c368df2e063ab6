//! A text in a field that is only read, with a button that copies it.

use crate::components::element::{button, tag};
use crate::pages::copy_and_say;
use crate::state::State;
use leptos::prelude::AnyView;

/// `action` names the button, `name` is what a screen reader says of the field.
pub fn text_to_copy(text: String, rows: usize, action: &'static str, name: &str, state: State) -> AnyView {
    let messages = state.language().safety_messages();
    let copied = text.clone();
    let copy = button(action, messages.copy_text).class("button");
    let copy = copy.on_click(move || copy_and_say(&copied, messages.copied, state));
    let area = tag::textarea().class("copy").attr("readonly", "").attr("rows", rows.to_string()).aria_label(name).text(text);
    tag::div().class("fallback").child(area).child(copy).into()
}
