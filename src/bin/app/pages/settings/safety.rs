//! Where the timetable is stored and how safe it is there, in one sentence.

use super::backup_file::text_of;
use super::text_to_copy::text_to_copy;
use crate::browser;
use crate::components::element::{El, nothing, tag};
use crate::components::notice::notice;
use crate::state::State;
use crate::state::device;
use crate::status::Save;
use leptos::prelude::*;
use leptos::task::spawn_local;

pub fn safety(state: State) -> El {
    let messages = state.language().safety_messages();
    // Whether the browser has promised to keep what is stored, none until it has answered; and whether it gives little room.
    let answers = RwSignal::new((None::<bool>, false));
    Effect::new(move || {
        // It may be asked when the first pick was saved.
        state.plan.save.track();
        spawn_local(async move {
            let said = (device::is_persistent().await, device::is_cramped().await);
            // The page may have been left meanwhile.
            let _ = answers.try_set(said);
        });
    });
    let place = move || match state.plan.save.get() {
        Save::Saved => {
            tag::p().attr("data-kept", "saved").text(format!("{} {}", messages.is_saved, how_safe(state, answers.get()))).into()
        }
        Save::Opening => nothing(),
        Save::Saving => tag::p().attr("data-kept", "saving").text(messages.is_saving).into(),
        Save::Failed => notice((messages.is_not_saved)(), []),
    };
    tag::section()
        .class("block")
        .child(tag::h2().text(messages.heading))
        .live_child(place)
        .live_child(move || if state.plan.save.get() == Save::Failed { plan_as_text(state) } else { nothing() })
        .child(tag::p().class("fine").text(messages.nowhere_else))
}

fn how_safe(state: State, (stays, is_cramped): (Option<bool>, bool)) -> &'static str {
    let messages = state.language().safety_messages();
    match stays {
        _ if browser::is_ios() && browser::is_installed() => messages.on_home_screen,
        Some(true) if !browser::is_ios() => messages.promised,
        _ if is_cramped => messages.perhaps_private,
        // What Safari promises does not hold in its tabs.
        _ if browser::is_ios() => messages.seven_days,
        _ => messages.not_promised,
    }
}

/// In case nothing else can be had.
fn plan_as_text(state: State) -> AnyView {
    text_to_copy(state.plan.current.with(text_of), 4, "copy-text", state.language().safety_messages().backup, state)
}
