//! Fetching: files of our own, and program files from elsewhere.

use crate::page::{link, window};
use js_sys::ArrayBuffer;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, RequestCache, RequestCredentials, RequestInit, Response};

/// The most bytes of a file, as [`siganpyo::import::MAX_BYTES`].
const MAX_BYTES: u32 = siganpyo::import::MAX_BYTES as u32;

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

/// Why a file of another site did not come.
pub enum Far {
    /// The site answered with this status.
    Refused(u16),
    /// No answer, or one that the browser must not show us: it does not tell which.
    Silent,
}

impl From<JsValue> for Far {
    fn from(_: JsValue) -> Far {
        Far::Silent
    }
}

/// The status with which our service worker answers where there is no network.
const NOTHING_TO_SAY: u16 = 204;

/// The bytes of a file anywhere on the web. Tells how many have arrived, and stops when they are not wanted any more.
pub async fn fetch_far(address: &str, arrived: impl Fn(u32), is_wanted: impl Fn() -> bool) -> Result<ArrayBuffer, Far> {
    let options = RequestInit::new();
    options.set_credentials(RequestCredentials::Omit);
    // The browser asks whether what it kept is still good. A condition of ours in a header would need the other site's leave.
    options.set_cache(RequestCache::NoCache);
    let response = JsFuture::from(window().fetch_with_str_and_init(address, &options)).await?;
    let response: Response = response.unchecked_into();
    if response.status() == NOTHING_TO_SAY {
        return Err(Far::Silent);
    }
    if !response.ok() {
        return Err(Far::Refused(response.status()));
    }
    let Some(body) = response.body() else { return Err(Far::Silent) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let pieces = js_sys::Array::new();
    let mut bytes = 0;
    while is_wanted() && bytes <= MAX_BYTES {
        let piece = JsFuture::from(reader.read()).await?;
        if js_sys::Reflect::get(&piece, &"done".into())?.is_truthy() {
            let whole = web_sys::Blob::new_with_u8_array_sequence(&pieces)?;
            return Ok(JsFuture::from(whole.array_buffer()).await?.unchecked_into());
        }
        let piece: js_sys::Uint8Array = js_sys::Reflect::get(&piece, &"value".into())?.unchecked_into();
        bytes += piece.length();
        pieces.push(&piece);
        arrived(bytes);
    }
    let _ = reader.cancel();
    // One byte too many says the importer's own words about files that are too large.
    Ok(ArrayBuffer::new(MAX_BYTES + 1))
}

/// What another app shared, with the name of the file; an empty name for text. The service worker hands it out once.
pub async fn take_shared() -> Option<(ArrayBuffer, String)> {
    let response = JsFuture::from(window().fetch_with_str(&link("/shared"))).await.ok()?;
    let response: Response = response.unchecked_into();
    let name = response.headers().get("x-name").ok()??;
    let name = js_sys::decode_uri_component(&name).map(String::from).unwrap_or_default();
    let bytes = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some((bytes.unchecked_into(), name))
}
