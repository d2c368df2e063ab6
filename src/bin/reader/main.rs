//! The reader: the Web Worker for program files. A message in, a call of the library, a message out; `siganpyo::wire::job` says what
//! the messages are.
//!
//! Apart from the worker that paints, since it is as large again and not needed at the venue: it is fetched when the first file is
//! opened and stays on the device from then on.

mod code;
mod import;
mod program;

use js_sys::{Array, Object, Reflect, global};
use program::Outcome;
use siganpyo::messages::Language;
use siganpyo::wire::job::{Answer, Job};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = global().unchecked_into();
    let own = scope.clone();
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| serve(&own, &event.data()));
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
    // Messages that come before the listener are lost, so the page waits for this one.
    post(&scope, &[("ready", JsValue::TRUE)], &Array::new());
}

fn serve(scope: &DedicatedWorkerGlobalScope, request: &JsValue) {
    let field = |name: &str| Reflect::get(request, &name.into()).unwrap_or_default();
    let job = field("job").as_string().and_then(|json| serde_json::from_str(&json).ok());
    let refused = |refusal| (Answer::refused(refusal), Array::new());
    let (answer, buffers) = work(job, &Array::from(&field("buffers"))).unwrap_or_else(refused);
    let answer = serde_json::to_string(&answer).expect("plain data");
    post(scope, &[("id", field("id")), ("answer", answer.into()), ("buffers", buffers.clone().into())], &buffers);
}

fn work(job: Option<Job>, buffers: &Array) -> Outcome {
    match job {
        Some(Job::Import(job)) => Ok(import::read(&job, buffers)),
        Some(Job::Begin(job)) => Ok(import::begin(&job, buffers)),
        Some(Job::Zones { job, text }) => Ok(import::search_zones(&job, &text, buffers)),
        Some(Job::Warm { .. }) => Ok((Answer::Warm, Array::new())),
        Some(Job::Compare(job)) => Ok((program::compare(&job, buffers), Array::new())),
        Some(Job::Pack) => Ok((program::pack(buffers)?, Array::new())),
        Some(Job::Scan { width }) => Ok((Answer::Scanned { text: code::text_in(buffers, width) }, Array::new())),
        // A page newer than this, for as long as an update of the app has not reached both; or a job of another worker.
        Some(Job::Wallpaper(_) | Job::Code { .. } | Job::TakeApart) | None => {
            Err((Language::FALLBACK.picture_messages().worker_outdated)())
        }
    }
}

/// `buffers` are transferred, not copied.
fn post(scope: &DedicatedWorkerGlobalScope, fields: &[(&str, JsValue)], buffers: &Array) {
    let message = Object::new();
    for (name, value) in fields {
        Reflect::set(&message, &(*name).into(), value).expect("a new object takes every field");
    }
    scope.post_message_with_transfer(&message, buffers).expect("a plain object can be posted");
}
