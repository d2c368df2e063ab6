//! Fetching: files of our own, and program files from elsewhere.

pub mod handed_over;
pub mod service_worker;

use crate::browser::problems::report;
use crate::browser::{after, link, window};
use futures::future::{Either, select};
use js_sys::ArrayBuffer;
use std::pin::pin;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, ReadableStreamDefaultReader, RequestCache, RequestCredentials, RequestInit, Response,
};

/// The most bytes of a file, as [`siganpyo::import::MAX_BYTES`].
pub const MAX_BYTES: u32 = siganpyo::import::MAX_BYTES as u32;

/// Fetches a text file by its path below the app's base; `None` if there is no connection or no such file.
pub async fn text(path: &str) -> Option<String> {
    match fetch(path).await {
        Ok(text) => text,
        Err(cause) => {
            report(path, &cause);
            None
        }
    }
}

async fn fetch(path: &str) -> Result<Option<String>, JsValue> {
    let response = JsFuture::from(window().fetch_with_str(&link(&format!("/{path}")))).await?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return Ok(None);
    }
    Ok(JsFuture::from(response.text()?).await?.as_string())
}

/// Why a file of another site could not be fetched.
pub enum Far {
    /// The site answered with this status.
    Refused(u16),
    /// No answer, or one that the browser may not show to this page; it does not say which.
    Silent,
    /// The time limit was reached.
    Late,
    /// It is larger than the limit.
    TooLarge,
}

impl From<JsValue> for Far {
    fn from(cause: JsValue) -> Far {
        report("another site", &cause);
        Far::Silent
    }
}

/// The status that our service worker answers with if there is no network.
const NOTHING_TO_SAY: u16 = 204;

/// The time limit for a file that a person waits for, in milliseconds.
pub const WAITED_FOR: f64 = 120_000.0;

/// How often the time limit and the caller's wish are checked, in milliseconds.
const TICK: i32 = 250;

/// Fetches a file from anywhere on the web within `patience` milliseconds. Calls `arrived` with the number of bytes so far, and closes the
/// connection when `is_wanted` says no.
pub async fn fetch_far(
    address: &str,
    patience: f64,
    arrived: &dyn Fn(u32),
    is_wanted: &dyn Fn() -> bool,
) -> Result<ArrayBuffer, Far> {
    let abort = AbortController::new()?;
    let signal = abort.signal();
    let outcome = {
        let fetching = pin!(fetch_whole(address, &signal, arrived));
        let waiting = pin!(wait(patience, is_wanted));
        match select(fetching, waiting).await {
            Either::Left((outcome, _)) => outcome,
            Either::Right(_) => Err(Far::Late),
        }
    };
    // Does nothing if all of it has arrived.
    abort.abort();
    outcome
}

/// Ends at the time limit, measured on a monotonic clock, or when nobody waits any more.
async fn wait(patience: f64, is_wanted: &dyn Fn() -> bool) {
    let clock = || window().performance().map_or(f64::INFINITY, |clock| clock.now());
    let end = clock() + patience;
    while is_wanted() && clock() < end {
        let _ = JsFuture::from(after(TICK)).await;
    }
}

async fn fetch_whole(address: &str, signal: &AbortSignal, arrived: &dyn Fn(u32)) -> Result<ArrayBuffer, Far> {
    let options = RequestInit::new();
    options.set_credentials(RequestCredentials::Omit);
    // The browser revalidates its own cache. A conditional header of ours would need the other site's permission.
    options.set_cache(RequestCache::NoCache);
    options.set_signal(Some(signal));
    let response = JsFuture::from(window().fetch_with_str_and_init(address, &options)).await?;
    let response: Response = response.unchecked_into();
    if response.status() == NOTHING_TO_SAY {
        return Err(Far::Silent);
    }
    if !response.ok() {
        return Err(Far::Refused(response.status()));
    }
    // The header counts compressed bytes, so this is a lower bound.
    let announced = response.headers().get("content-length")?.and_then(|length| length.parse().ok());
    let Some(body) = response.body() else { return Err(Far::Silent) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let pieces = js_sys::Array::new();
    let mut bytes = 0;
    while bytes.max(announced.unwrap_or_default()) <= MAX_BYTES {
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
    Err(Far::TooLarge)
}
