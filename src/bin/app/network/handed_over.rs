//! What another app or a site handed to this one. The service worker keeps the latest, unread, until the person opens or discards it.

use crate::network::service_worker::ask_worker;
use js_sys::{ArrayBuffer, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// What waits, as far as it can be told without opening it.
#[derive(Clone, PartialEq)]
pub struct HandedOver {
    /// Of the file; empty for a text.
    pub name: String,
    /// One more than are ever read, where it was not waited for all of them.
    pub bytes: usize,
    /// Where the text is nothing but an address.
    pub address: Option<String>,
    pub from: Sender,
}

/// Who handed it over.
#[derive(Clone, PartialEq)]
pub enum Sender {
    /// The origin of a site.
    Site(String),
    /// Another app on this device.
    Device,
    /// The browser does not tell which of the two.
    Unknown,
}

/// What waits; none where nothing does.
pub async fn waiting() -> Option<HandedOver> {
    let answer = ask_worker("waiting").await?;
    let field = |name: &str| Reflect::get(&answer, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let text = |name| field(name).as_string().filter(|text| !text.is_empty());
    // What else may stand in the worker's place answers something else.
    let from = match field("from").as_string()?.as_str() {
        "" => Sender::Unknown,
        "device" => Sender::Device,
        site => Sender::Site(site.to_owned()),
    };
    let bytes = field("bytes").as_f64()? as usize;
    Some(HandedOver { name: text("name").unwrap_or_default(), bytes, address: text("address"), from })
}

/// The bytes of what waits, which then waits no more.
pub async fn take() -> Option<ArrayBuffer> {
    ask_worker("open").await?.dyn_into().ok()
}

/// Forgets what waits.
pub async fn discard() {
    ask_worker("discard").await;
}
