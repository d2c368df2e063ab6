//! Where the timetable is and how safe it is there, in one line that is true.

use crate::backup::text_of;
use crate::components::notice::notice;
use crate::element::{El, el, live, nothing};
use crate::page;
use crate::state::State;
use crate::status::{Save, Toast};
use leptos::prelude::*;
use leptos::task::spawn_local;

pub fn safety(state: State) -> El {
    let words = state.language().safety_messages();
    // Whether the browser has promised to keep what is stored, none until it has answered; and whether it gives little room.
    let answers = RwSignal::new((None::<bool>, false));
    Effect::new(move || {
        // It may be asked when the first pick was saved.
        state.save.track();
        spawn_local(async move {
            let said = (state.stays().await, state.is_cramped().await);
            // The page may have been left meanwhile.
            let _ = answers.try_set(said);
        });
    });
    let place = move || match state.save.get() {
        Save::Saved => {
            el("p").attr("data-kept", "saved").text(format!("{} {}", words.is_saved, how_safe(state, answers.get()))).into()
        }
        Save::Saving => el("p").attr("data-kept", "saving").text(words.is_saving).into(),
        Save::Failed => notice((words.is_not_saved)(), []),
    };
    el("section")
        .class("block")
        .child(el("h2").text(words.heading))
        .live_child(place)
        .child(live(move || if state.save.get() == Save::Failed { text_to_copy(state) } else { nothing() }))
        .child(el("p").class("fine").text(words.nowhere_else))
}

fn how_safe(state: State, (stays, is_cramped): (Option<bool>, bool)) -> &'static str {
    let words = state.language().safety_messages();
    match stays {
        _ if page::is_ios() && page::is_installed() => words.on_home_screen,
        Some(true) if !page::is_ios() => words.promised,
        _ if is_cramped => words.perhaps_private,
        // What Safari promises does not hold in its tabs.
        _ if page::is_ios() => words.seven_days,
        _ => words.not_promised,
    }
}

/// The plan as text, in case nothing else can be had.
fn text_to_copy(state: State) -> AnyView {
    let words = state.language().safety_messages();
    let text = state.plan.with(text_of);
    let copied = text.clone();
    let copy = el("button").class("button").attr("data-action", "copy-text").text(words.copy_text).on_click(move || {
        let copying = page::copy(&copied);
        spawn_local(async move {
            if copying.await {
                state.toast.set(Some(Toast { text: words.copied.to_owned(), action: None }));
            }
        });
    });
    let area = el("textarea").class("copy").attr("readonly", "").attr("rows", "4").attr("aria-label", words.backup).text(text);
    el("div").class("fallback").child(area).child(copy).into()
}
