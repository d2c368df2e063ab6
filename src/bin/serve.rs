//! The frame of a worker: requests come as messages, are served in their order, and each gets one answer. `siganpyo::wire::job` says what
//! the messages are. A file that each worker includes, since the library does not name the browser.

use js_sys::{Array, Object, Reflect, global};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Serves every request with `work`, which gets the job as JSON and the buffers, and returns the answer as JSON and buffers. JSON, since one
/// worker needs no reader of it.
pub fn serve(work: impl Fn(&str, &Array) -> (String, Array) + 'static) {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = global().unchecked_into();
    let own = scope.clone();
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let request = event.data();
        let field = |name: &str| Reflect::get(&request, &name.into()).unwrap_or_default();
        let (answer, buffers) = work(&field("job").as_string().unwrap_or_default(), &Array::from(&field("buffers")));
        post(&own, &[("id", field("id")), ("answer", answer.into()), ("buffers", buffers.clone().into())], &buffers);
    });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
    // Messages that come before the listener are lost, so the page waits for this one.
    post(&scope, &[("ready", JsValue::TRUE)], &Array::new());
}

/// `buffers` are transferred, not copied.
fn post(scope: &DedicatedWorkerGlobalScope, fields: &[(&str, JsValue)], buffers: &Array) {
    let message = Object::new();
    for (name, value) in fields {
        Reflect::set(&message, &(*name).into(), value).expect("a new object takes every field");
    }
    scope.post_message_with_transfer(&message, buffers).expect("a plain object can be posted");
}
