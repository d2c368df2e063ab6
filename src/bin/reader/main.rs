//! The reader: the Web Worker for program files. A message in, a call of the library, a message out; `siganpyo::wire::job` says what
//! the messages are.
//!
//! Apart from the worker that paints, since it is as large again and not needed at the venue: it is fetched when the first file is
//! opened and stays on the device from then on.

mod program;

use js_sys::{Array, Object, Reflect, global};
use siganpyo::messages::{Language, Refusal};
use siganpyo::wire::job::{Answer, Job};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = global().unchecked_into();
    let desk = scope.clone();
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| serve(&desk, &event.data()));
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
    // Messages that come before the listener are lost, so the page waits for this one.
    post(&scope, &[("ready", JsValue::TRUE)]);
}

fn serve(scope: &DedicatedWorkerGlobalScope, request: &JsValue) {
    let field = |name: &str| Reflect::get(request, &name.into()).unwrap_or_default();
    let job = field("job").as_string().and_then(|json| serde_json::from_str(&json).ok());
    let answer = work(job, &field("buffers")).unwrap_or_else(|Refusal { message, hint }| Answer::Refused { message, hint });
    let answer = serde_json::to_string(&answer).expect("plain data");
    post(scope, &[("id", field("id")), ("answer", answer.into()), ("buffers", Array::new().into())]);
}

fn work(job: Option<Job>, buffers: &JsValue) -> Result<Answer, Refusal> {
    match job {
        Some(Job::Import(job)) => {
            let language = Language::from_tag(&job.language).unwrap_or(Language::ALL[0]);
            program::read(&job, language, buffers)
        }
        Some(Job::Compare(job)) => Ok(program::compare(&job)),
        // A page newer than this, for as long as an update of the app has not reached both; or a job of the painter.
        Some(Job::Warm { .. } | Job::Wallpaper(_)) | None => Err((Language::ALL[0].picture_messages().worker_outdated)()),
    }
}

fn post(scope: &DedicatedWorkerGlobalScope, fields: &[(&str, JsValue)]) {
    let message = Object::new();
    for (name, value) in fields {
        Reflect::set(&message, &(*name).into(), value).expect("a new object takes every field");
    }
    scope.post_message(&message).expect("a plain object can be posted");
}
