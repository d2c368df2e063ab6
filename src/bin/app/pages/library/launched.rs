//! Files that were opened with the installed app, from the file manager of a computer.
//!
//! By name, since web-sys does not have the launch queue (<https://developer.chrome.com/docs/capabilities/web-apis/file-handling>).

use super::opening::Opening;
use super::ways_in::read_file;
use crate::browser;
use js_sys::{Array, Reflect};
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;

/// Reads the first file of every launch from now on; a browser without a launch queue has none.
pub fn follow(opening: Opening) {
    let _ = consume(move |launch| {
        spawn_local(async move {
            if let Ok(file) = first_file(&launch).await {
                read_file(file.unchecked_into(), opening);
            }
        });
    });
}

fn consume(consumer: impl FnMut(JsValue) + 'static) -> Result<(), JsValue> {
    let queue = Reflect::get(&browser::window(), &"launchQueue".into())?;
    let consumer = Closure::<dyn FnMut(JsValue)>::new(consumer).into_js_value();
    browser::call(&queue, "setConsumer", &[&consumer]).map(drop)
}

async fn first_file(launch: &JsValue) -> Result<JsValue, JsValue> {
    let handle = Array::from(&Reflect::get(launch, &"files".into())?).get(0);
    browser::call_and_wait(&handle, "getFile", &[]).await
}
