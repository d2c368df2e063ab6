//! Failures that the page does not show: they go to the console and to the report in the settings. `src/early.js` keeps the last twenty.

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Notes that something did not work, and what the browser said: an exception or a text. Neither may hold anything personal.
    #[wasm_bindgen(js_name = siganpyoReport)]
    pub fn report(what: &str, cause: &JsValue);
}

/// What was noted since the page was opened, with the time in Greenwich before each line.
pub fn noted() -> Vec<String> {
    let lines = Reflect::get(&super::window(), &"siganpyoProblems".into()).unwrap_or_default();
    Array::from(&lines).iter().filter_map(|line| line.as_string()).collect()
}
