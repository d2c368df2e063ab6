//! Other tabs of the app: each tells the others when it has saved.

use super::own_name;
use wasm_bindgen::prelude::*;
use web_sys::BroadcastChannel;

thread_local! {
    /// `None` in browsers without such channels; there a tab refreshes when it becomes visible.
    static CHANNEL: Option<BroadcastChannel> = BroadcastChannel::new(&own_name("saved")).ok();
}

/// Calls `saved` whenever another tab has saved something.
pub fn listen(saved: impl Fn() + 'static) {
    let saved = Closure::<dyn FnMut()>::new(saved).into_js_value();
    CHANNEL.with(|channel| channel.as_ref().map(|channel| channel.set_onmessage(Some(saved.unchecked_ref()))));
}

/// Tells the other tabs that something was saved.
pub fn announce() {
    CHANNEL.with(|channel| channel.as_ref().map(|channel| channel.post_message(&JsValue::NULL)));
}
