//! Files or a text that another app or site has shared with this app. The service worker keeps the latest one,
//! unread, until the person opens or discards it.

use crate::network::service_worker::ask_worker;
use js_sys::{Array, ArrayBuffer, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// What is waiting, as far as that is known without opening it.
#[derive(Clone, PartialEq)]
pub struct HandedOver {
    /// Of the file, or of all of them; empty for a text.
    pub name: String,
    /// Name and length of each file; none for a text.
    pub parts: Vec<(String, u32)>,
    /// One more than the limit if the rest was not read.
    pub bytes: usize,
    /// Set if the text is nothing but an address.
    pub address: Option<String>,
    pub from: Sender,
}

/// Who has shared it.
#[derive(Clone, PartialEq)]
pub enum Sender {
    /// The origin of a site.
    Site(String),
    /// Another app on this device.
    Device,
    /// The browser does not say which of the two.
    Unknown,
}

/// Returns what is waiting.
pub async fn waiting() -> Option<HandedOver> {
    let answer = ask_worker("waiting").await?;
    let field = |name: &str| Reflect::get(&answer, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let text = |name| field(name).as_string().filter(|text| !text.is_empty());
    // Another worker, such as `sw-kill.js`, answers something else.
    let from = match field("from").as_string()?.as_str() {
        "" => Sender::Unknown,
        "device" => Sender::Device,
        site => Sender::Site(site.to_owned()),
    };
    let bytes = field("bytes").as_f64()? as usize;
    let name = text("name").unwrap_or_default();
    Some(HandedOver { name, parts: parts(&field("parts")), bytes, address: text("address"), from })
}

fn parts(list: &JsValue) -> Vec<(String, u32)> {
    if !Array::is_array(list) {
        return Vec::new();
    }
    let parts = Array::from(list).into_iter().map(|part| Array::from(&part));
    let read = |part: Array| Some((part.get(0).as_string()?, part.get(1).as_f64()? as u32));
    parts.filter_map(read).collect()
}

/// Takes the bytes of what is waiting.
pub async fn take() -> Option<ArrayBuffer> {
    ask_worker("open").await?.dyn_into().ok()
}

/// Discards what is waiting.
pub async fn discard() {
    ask_worker("discard").await;
}
