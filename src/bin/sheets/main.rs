//! The Web Worker that takes workbooks of Excel apart for the reader: bytes in, the sheets as text out.
//!
//! Apart from the reader, since it is half as large again and most people never open a spreadsheet: it is loaded with the first one and
//! stays on the device from then on.

use js_sys::{Array, Object, Reflect, Uint8Array, global};
use siganpyo::import::grids;
use siganpyo::wire::job::Answer;
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

/// Every request is a workbook, or nothing at all if only this program is to be loaded.
fn serve(scope: &DedicatedWorkerGlobalScope, request: &JsValue) {
    let field = |name: &str| Reflect::get(request, &name.into()).unwrap_or_default();
    let workbooks = Array::from(&field("buffers")).into_iter();
    let texts: Array = workbooks.map(|bytes| JsValue::from(text(&Uint8Array::new(&bytes).to_vec()))).collect();
    post(scope, &[("id", field("id")), ("answer", Answer::APART.into()), ("buffers", texts.clone().into())], &texts);
}

fn text(workbook: &[u8]) -> js_sys::ArrayBuffer {
    Uint8Array::from(grids(workbook).as_bytes()).buffer()
}

/// `buffers` are transferred, not copied.
fn post(scope: &DedicatedWorkerGlobalScope, fields: &[(&str, JsValue)], buffers: &Array) {
    let message = Object::new();
    for (name, value) in fields {
        Reflect::set(&message, &(*name).into(), value).expect("a new object takes every field");
    }
    scope.post_message_with_transfer(&message, buffers).expect("a plain object can be posted");
}
