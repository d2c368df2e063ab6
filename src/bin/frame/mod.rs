//! The frame of a worker: requests come as messages, and each gets one answer. `siganpyo::wire::job` says what the messages are. A file that
//! each worker includes, since the library does not name the browser.

use js_sys::{Array, Object, Reflect, global};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Serves every request with `work`, which gets the job as JSON, the buffers, and where to put the answer.
pub fn serve(work: impl Fn(&str, &Array, Post) + 'static) {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = global().unchecked_into();
    let own = scope.clone();
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let request = event.data();
        let field = |name: &str| Reflect::get(&request, &name.into()).unwrap_or_default();
        let post = Post { scope: own.clone(), id: field("id") };
        work(&field("job").as_string().unwrap_or_default(), &Array::from(&field("buffers")), post);
    });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
    // Messages that come before the listener are lost, so the page waits for this one.
    post(&scope, &[("ready", JsValue::TRUE)], &Array::new());
}

/// Where the answer to a request goes.
pub struct Post {
    scope: DedicatedWorkerGlobalScope,
    id: JsValue,
}

impl Post {
    /// Sends the answer, which is JSON; the buffers are transferred, not copied.
    pub fn answer(self, answer: &str, buffers: &Array) {
        post(&self.scope, &[("id", self.id), ("answer", answer.into()), ("buffers", buffers.clone().into())], buffers);
    }
}

fn post(scope: &DedicatedWorkerGlobalScope, fields: &[(&str, JsValue)], buffers: &Array) {
    let message = Object::new();
    for (name, value) in fields {
        Reflect::set(&message, &(*name).into(), value).expect("a new object takes every field");
    }
    scope.post_message_with_transfer(&message, buffers).expect("a plain object can be posted");
}
