//! A copy of the timetable as a file: saving or sending one, and opening one again.

use super::backup_file::{Refused, read, to_file};
use crate::browser::outgoing::{Handed, Outgoing};
use crate::components::element::{El, button, live, nothing, tag};
use crate::components::frame::actions;
use crate::components::notice::notice;
use crate::state::State;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::plan::Plan;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// What came of opening a copy.
#[derive(Clone)]
enum Opened {
    Nothing,
    Found(Plan),
    Refused(Refused),
}

pub fn backup(state: State) -> El {
    let messages = state.language().safety_messages();
    let opened = RwSignal::new(Opened::Nothing);
    let title = move || state.program.get().map(|program| program.title.clone()).unwrap_or_default();
    let input = tag::input().input_type("file").action("open-backup").on("change", move |event| chosen(&event, opened));
    tag::section()
        .class("block")
        .child(tag::h2().text(messages.backup))
        .child(tag::p().live_text(move || (messages.backup_about)(&title())))
        .child(live(move || way_out(state)))
        .child(tag::div().class("actions").child(tag::label().class("button file").text(messages.backup_open).child(input)))
        .child(tag::div().role("status").live_child(move || match opened.get() {
            Opened::Nothing => nothing(),
            Opened::Refused(refused) => notice(refused.messages(state), []),
            Opened::Found(copy) => found(copy, move || opened.set(Opened::Nothing), state),
        }))
}

/// The button that saves or sends a copy. The file is made before the tap, since iOS opens its share sheet only during one.
fn way_out(state: State) -> AnyView {
    let messages = state.language().safety_messages();
    let file = state.plan.current.with(|plan| if plan.is_empty() { None } else { to_file(plan) });
    let Some(file) = file else { return tag::p().class("fine").text(messages.backup_empty).into() };
    let forgotten = send_wrapper::SendWrapper::new(file.clone());
    on_cleanup(move || forgotten.forget());
    let shareable = file.can_be_shared();
    let label = if shareable { messages.backup_share } else { messages.backup_save };
    let save = button("save-backup", label).class("button main");
    actions([save.on_click(move || hand_over(&file, shareable, state))]).into()
}

fn hand_over(file: &Outgoing, shareable: bool, state: State) {
    let say = move |text: &str| state.toast.say(text.to_owned());
    let done = state.language().safety_messages().backup_saved;
    if !shareable {
        file.download();
        return say(done);
    }
    let sheet = file.share();
    spawn_local(async move {
        match sheet.await {
            Handed::Over => say(done),
            Handed::TapAgain => say(state.language().studio_messages().tap_again),
            Handed::Declined => {}
        }
    });
}

fn chosen(event: &Event, opened: RwSignal<Opened>) {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    // So that the same file can be chosen again.
    input.set_value("");
    spawn_local(async move {
        let outcome = match read(&file).await {
            Ok(copy) => Opened::Found(copy),
            Err(refused) => Opened::Refused(refused),
        };
        let _ = opened.try_set(outcome);
    });
}

/// What is in the copy, and what can be done with it; `close` is called once that is decided.
pub fn found(copy: Plan, close: impl Fn() + Copy + 'static, state: State) -> AnyView {
    let messages = state.language().safety_messages();
    let Some(program) = state.program.get().filter(|program| program.id == copy.program) else {
        let title = state.program.get().map(|program| program.title.clone()).unwrap_or_default();
        return notice((messages.other_program)(copy.program.as_str(), &title), []);
    };
    // Untracked: this is about the moment when the copy was opened.
    let new = state.plan.current.with_untracked(|plan| plan.lacks(&copy));
    let said = (messages.found)(copy.picks().count(), copy.own().count(), new);
    let titles = copy.picks().map(|pick| pick.title.clone()).chain(copy.own().map(|own| own.title.clone()));
    let list = tag::ul().class("fine").children(titles.map(|title| tag::li().text(title)));
    let (joined, replacing) = (copy.clone(), copy);
    let join = button("join-backup", messages.join).class("button main").on_click(move || {
        close();
        state.plan.restore(|plan| plan.add(&joined), messages.joined);
    });
    let replace = button("replace-backup", messages.replace).class("button").on_click(move || {
        close();
        state.plan.restore(|plan| plan.replace(&replacing), messages.replaced);
    });
    let cancel = button("cancel-backup", messages.cancel).on_click(close);
    tag::div()
        .attr("data-step", "backup")
        .child(tag::p().child(tag::strong().text(program.title.as_str())))
        .child(tag::p().text(said))
        .child(list)
        .child(actions([join, replace, cancel]))
        .into()
}
