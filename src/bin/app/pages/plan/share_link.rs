//! A link to the plan, to copy or to send.

use super::context::Context;
use crate::browser;
use crate::browser::clipboard;
use crate::components::element::{all, button, tag};
use crate::components::frame::actions;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::export;
use siganpyo::program::Program;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

const FIELD: &str = "plan-link";

pub fn own_link(program: &Program, context: Context) -> AnyView {
    let messages = context.state.language().sharing_messages();
    let (link, picks) = context
        .state
        .plan
        .current
        .with_untracked(|plan| (export::link(&browser::address(), plan, program), plan.picks().count()));
    // The result of copying.
    let said = RwSignal::new("");
    let shown = link.clone();
    let field = tag::input().input_type("text").id(FIELD).attr("readonly", "").live_value(move || shown.clone());
    let field = tag::label().class("field").child(tag::span().text(messages.link)).child(field);
    let (copied, sent) = (link.clone(), link);
    let copy = button("copy-link", messages.copy).class("button").on_click(move || {
        let copying = clipboard::copy(&copied);
        spawn_local(async move {
            let is_copied = copying.await;
            if !is_copied {
                select();
            }
            // The sheet may be closed by now.
            let _ = said.try_set(if is_copied { messages.copied } else { messages.copy_by_hand });
        });
    });
    let send = browser::can_share()
        .then(|| button("send-link", messages.send).class("button").on_click(move || browser::share_link(&sent)));
    all([
        tag::h2().id("sheet-title").text(messages.own_heading),
        tag::p().text((messages.own_about)(picks)),
        field,
        actions([copy]).children(send),
        tag::p().class("fine").role("status").live_text(move || said.get().to_owned()),
    ])
}

fn select() {
    if let Some(field) = browser::document().get_element_by_id(FIELD) {
        field.unchecked_into::<HtmlInputElement>().select();
    }
}
