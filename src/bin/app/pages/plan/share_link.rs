//! A link to the plan, to copy, to send or to scan; a file where the program does not fit into a link.

use super::context::Context;
use crate::browser;
use crate::browser::clipboard;
use crate::browser::outgoing::{Handed, Outgoing};
use crate::components::element::{all, button, live, tag};
use crate::components::frame::actions;
use crate::pages::place::Place;
use crate::pages::qr::qr;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::export::{self, encode};
use siganpyo::program::Program;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

const FIELD: &str = "plan-link";

/// What can be sent.
#[derive(Clone, PartialEq)]
enum Shared {
    Working,
    Link(String),
    /// Program and picks.
    File(Outgoing),
}

pub fn own_link(program: &Arc<Program>, context: Context) -> AnyView {
    let messages = context.state.language().sharing_messages();
    let shared = RwSignal::new_local(Shared::Working);
    let (code, picks) = context.state.plan.current.with_untracked(|plan| (encode(plan, program), plan.picks().count()));
    let about = program.clone();
    spawn_local(async move {
        let made = make(&about, code, context).await;
        // The sheet may be closed by now.
        let _ = shared.try_set(made);
    });
    on_cleanup(move || {
        if let Shared::File(file) = &*shared.read_untracked() {
            file.forget();
        }
    });
    let content = live(move || match shared.get() {
        Shared::Working => tag::p().role("status").text(context.common.loading).into(),
        Shared::Link(link) => all([tag::p().text((messages.own_about)(picks)).into(), by_link(link, context)]),
        Shared::File(file) => all([tag::p().text((messages.own_file_about)(picks)).into(), by_file(file, context)]),
    });
    all([tag::h2().id("sheet-title").text(messages.own_heading).into(), content])
}

async fn make(program: &Program, code: String, context: Context) -> Shared {
    let state = context.state;
    if let Some(link) = Place::of(program, state).await.whole_link(code.clone(), state).await {
        return Shared::Link(link);
    }
    let content = export::with_shared(&state.program.file(), &code);
    match Outgoing::new(&content.as_str().into(), export::shared_file_name(program.id.as_str()), "application/json") {
        Ok(file) => Shared::File(file),
        Err(_) => Shared::Working,
    }
}

fn by_file(file: Outgoing, context: Context) -> AnyView {
    let messages = context.state.language().sharing_messages();
    let saved = file.clone();
    let send = file.can_be_shared().then(|| {
        button("send-file", messages.send_file).class("button main").on_click(move || {
            let sheet = file.share();
            spawn_local(async move {
                if let Handed::TapAgain = sheet.await {
                    context.state.toast.say(context.state.language().studio_messages().tap_again);
                }
            });
        })
    });
    let save = button("save-file", messages.save_file).class("button").on_click(move || saved.download());
    actions(send.into_iter().chain([save])).into()
}

fn by_link(link: String, context: Context) -> AnyView {
    let messages = context.state.language().sharing_messages();
    // The result of copying.
    let said = RwSignal::new("");
    let code = qr(&link, messages);
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
        field.into(),
        actions([copy]).children(send).into(),
        tag::p().class("fine").role("status").live_text(move || said.get().to_owned()).into(),
        code,
    ])
}

fn select() {
    if let Some(field) = browser::document().get_element_by_id(FIELD) {
        field.unchecked_into::<HtmlInputElement>().select();
    }
}
