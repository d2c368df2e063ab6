//! The mark that `src/early.js` keeps in localStorage while a program is being drawn. A start that finds one opens without that program.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(js_namespace = siganpyoGuard)]
extern "C" {
    fn begin() -> Promise;
    /// What comes now, until the next frame, works on the program in use, and the page may die of it.
    pub fn mark();
    /// The same of another program of the library.
    #[wasm_bindgen(js_name = mark)]
    pub fn mark_other(id: &str);
    #[wasm_bindgen(js_name = mark)]
    fn marked() -> Promise;
}

/// Whether the last start went well has been looked at; before, the settings are not to be relied on.
pub async fn begun() {
    let _ = JsFuture::from(begin()).await;
}

/// The page has drawn what it has to draw, and answers.
pub async fn answered() {
    let _ = JsFuture::from(marked()).await;
}
