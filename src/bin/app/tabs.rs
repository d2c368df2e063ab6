//! Other tabs of the app: what one saves, the others show. And looking again when the page becomes visible, since a phone may have
//! dropped what the page relied on.

use crate::offline;
use crate::page::{document, own_name};
use crate::state::State;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, Event};

thread_local! {
    /// None in browsers without such channels; there a tab looks when it becomes visible.
    static CHANNEL: Option<BroadcastChannel> = BroadcastChannel::new(&own_name("saved")).ok();
}

/// Looks again when another tab has saved, and when the page becomes visible.
pub fn listen(state: State) {
    let look = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        if event.type_() == "message" {
            spawn_local(state.look_again());
        } else if !document().hidden() {
            spawn_local(state.look_again());
            offline::look_for_update();
        }
    });
    let look: JsValue = look.into_js_value();
    let _ = document().add_event_listener_with_callback("visibilitychange", look.unchecked_ref());
    CHANNEL.with(|channel| channel.as_ref().map(|channel| channel.set_onmessage(Some(look.unchecked_ref()))));
}

/// Tells the other tabs that something was saved.
pub fn announce() {
    CHANNEL.with(|channel| channel.as_ref().map(|channel| channel.post_message(&JsValue::NULL)));
}
