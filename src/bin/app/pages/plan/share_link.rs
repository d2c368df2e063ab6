//! A link to the plan, to copy, to send or to scan; a file where the program does not fit into a link.

use super::context::{Context, Sheet};
use crate::browser;
use crate::browser::clipboard;
use crate::browser::outgoing::{Handed, Outgoing};
use crate::components::check::check;
use crate::components::element::{all, button, live, tag};
use crate::components::frame::actions;
use crate::components::notice::notice;
use crate::pages::place::Place;
use crate::pages::qr::qr;
use crate::pages::scanner::look;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::export::{self, Link, Picks};
use siganpyo::messages::Refusal;
use siganpyo::plan::Hidden;
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
    /// The browser makes no file.
    Failed,
}

pub fn own_link(program: &Arc<Program>, context: Context) -> AnyView {
    let messages = context.state.language().sharing_messages();
    let state = context.state;
    let shared = RwSignal::new_local(Shared::Working);
    let (picks, own) = state.plan.current.with_untracked(|plan| (plan.picks().count(), plan.own().count()));
    let hidden = state.hidden.current.with_untracked(Hidden::count);
    let is_along = RwSignal::new(false);
    let about = program.clone();
    Effect::new(move || {
        let (about, with_own) = (about.clone(), is_along.get());
        spawn_local(async move {
            let made = make(&about, with_own, context).await;
            // The sheet may be closed by now, and the switch be moved again.
            if is_along.try_get_untracked() == Some(with_own) {
                forget(&shared);
                let _ = shared.try_set(made);
            }
        });
    });
    on_cleanup(move || forget(&shared));
    let content = live(move || match shared.get() {
        Shared::Working => tag::p().role("status").text(context.common.loading).into(),
        Shared::Link(link) => {
            let about = (messages.own_about)(picks, is_along.get_untracked());
            all([tag::p().text(about).into(), by_link(link, context)])
        }
        Shared::File(file) => all([tag::p().text((messages.own_file_about)(picks)).into(), by_file(file, context)]),
        Shared::Failed => notice((messages.not_shared)(), []),
    });
    let scan = button("scan", messages.scan).class("button").on_click(move || context.sheet.set(Sheet::Scan));
    let scan = actions([scan]);
    let along = move || check("along", (messages.send_along)(own, hidden), false, move |is_on| is_along.set(is_on));
    let switch = (own + hidden > 0).then(along);
    all([tag::h2().id("sheet-title").text(messages.own_heading).into()]
        .into_iter()
        .chain(switch.map(AnyView::from))
        .chain([content, scan.into()]))
}

/// The scanner for the code of somebody who shows theirs.
pub fn scan(context: Context) -> AnyView {
    let messages = context.state.language().sharing_messages();
    let found = move |text: String| {
        context.sheet.set(Sheet::Closed);
        match Link::read(&text) {
            Some(link) => browser::set_fragment(link.write("").trim_start_matches('#')),
            None => {
                let Refusal { message, hint } = (messages.foreign_code)();
                context.state.toast.say(format!("{message}. {hint}"));
            }
        }
    };
    look("sheet-title", messages, Arc::new(found))
}

async fn make(program: &Program, with_own: bool, context: Context) -> Shared {
    let state = context.state;
    let hidden = with_own.then(|| state.hidden.current.get_untracked());
    let picks = state.plan.current.with_untracked(|plan| Picks::of(plan, program, hidden.as_ref()));
    if let Some(link) = Place::of(program, state).await.whole_link(picks.clone(), state).await {
        return Shared::Link(link);
    }
    let content = export::with_shared(&state.program.file(), &picks);
    match Outgoing::new(&content.as_str().into(), export::shared_file_name(program.id.as_str()), "application/json") {
        Ok(file) => Shared::File(file),
        Err(_) => Shared::Failed,
    }
}

/// Releases the memory of a file.
fn forget(shared: &RwSignal<Shared, LocalStorage>) {
    if let Some(Shared::File(file)) = shared.try_get_untracked() {
        file.forget();
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
