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
    // Whether the browser has promised to keep what is stored; none until it has answered.
    let stays = RwSignal::new(None::<bool>);
    Effect::new(move || {
        // It may be asked when the first pick was saved.
        state.save.track();
        spawn_local(async move {
            let answer = state.stays().await;
            // The page may have been left meanwhile.
            let _ = stays.try_set(answer);
        });
    });
    let place = move || match state.save.get() {
        Save::Saved => {
            el("p").attr("data-kept", "saved").text(format!("{} {}", words.is_saved, how_safe(state, stays.get()))).into()
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

fn how_safe(state: State, stays: Option<bool>) -> &'static str {
    let words = state.language().safety_messages();
    match stays {
        _ if page::is_ios() && page::is_installed() => words.on_home_screen,
        // What Safari promises does not hold in its tabs.
        _ if page::is_ios() => words.seven_days,
        Some(true) => words.promised,
        _ => words.not_promised,
    }
}

/// The plan as text, in case nothing else can be had.
fn text_to_copy(state: State) -> AnyView {
    let words = state.language().safety_messages();
    let text = state.plan.with(text_of);
    let copied = text.clone();
    let copy = el("button").class("button").attr("data-action", "copy-text").text(words.copy_text).on_click(move || {
        let writing = page::window().navigator().clipboard().write_text(&copied);
        spawn_local(async move {
            if wasm_bindgen_futures::JsFuture::from(writing).await.is_ok() {
                state.toast.set(Some(Toast { text: words.copied.to_owned(), action: None }));
            }
        });
    });
    let area = el("textarea").class("copy").attr("readonly", "").attr("rows", "4").attr("aria-label", words.backup).text(text);
    el("div").class("fallback").child(area).child(copy).into()
}
