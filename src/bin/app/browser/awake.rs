//! A screen that stays on, and signals that reach somebody who looks elsewhere. Called by name, since only some browsers have them.

use super::{attempt, call_and_wait, window};
use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

/// Keeps the screen on for as long as the calling part of the page is there, where the browser can
/// (<https://www.w3.org/TR/screen-wake-lock/>). The lock ends whenever the page is out of sight, so it is asked for again.
///
/// Returns whether the screen stays on; `None` until the browser has answered.
pub fn stay_awake() -> RwSignal<Option<bool>> {
    let stays = RwSignal::new(None);
    let lock = StoredValue::new_local(None::<JsValue>);
    let ask = move || {
        spawn_local(async move {
            let locks = Reflect::get(&window().navigator(), &"wakeLock".into()).unwrap_or_default();
            let asked = call_and_wait(&locks, "request", &[&"screen".into()]).await.ok();
            let _ = stays.try_set(Some(asked.is_some()));
            if let Some(late) = lock.try_set_value(asked).flatten() {
                release(&late);
            }
        });
    };
    let again = window_event_listener_untyped("visibilitychange", move |_| {
        if !super::document().hidden() {
            ask();
        }
    });
    on_cleanup(move || {
        again.remove();
        lock.with_value(|lock| lock.iter().for_each(release));
    });
    ask();
    stays
}

fn release(lock: &JsValue) {
    attempt(lock, "release", &[]);
}
