//! Files that were opened with the installed app, from the file manager of a computer.
//!
//! By name, since web-sys does not have the launch queue (<https://developer.chrome.com/docs/capabilities/web-apis/file-handling>).

use super::files::read_files;
use super::opening::Opening;
use crate::browser;
use js_sys::{Array, Reflect};
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use web_sys::File;

/// Reads the files of every launch from now on; a browser without a launch queue has none.
pub fn follow(opening: Opening) {
    let _ = consume(move |launch| {
        spawn_local(async move {
            if let Ok(files) = files(&launch).await {
                read_files(files, opening);
            }
        });
    });
}

fn consume(consumer: impl FnMut(JsValue) + 'static) -> Result<(), JsValue> {
    let queue = Reflect::get(&browser::window(), &"launchQueue".into())?;
    let consumer = Closure::<dyn FnMut(JsValue)>::new(consumer).into_js_value();
    browser::call(&queue, "setConsumer", &[&consumer]).map(drop)
}

async fn files(launch: &JsValue) -> Result<Vec<File>, JsValue> {
    let mut files = Vec::new();
    for handle in Array::from(&Reflect::get(launch, &"files".into())?) {
        files.push(browser::call_and_wait(&handle, "getFile", &[]).await?.unchecked_into());
    }
    Ok(files)
}
