//! Fetching files of our own.

use crate::page::{link, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The text of a file, by its path below the app's base. None where there is no connection or no such file.
pub async fn text(path: &str) -> Option<String> {
    fetch(path).await.ok().flatten()
}

async fn fetch(path: &str) -> Result<Option<String>, JsValue> {
    let response = JsFuture::from(window().fetch_with_str(&link(&format!("/{path}")))).await?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return Ok(None);
    }
    Ok(JsFuture::from(response.text()?).await?.as_string())
}
