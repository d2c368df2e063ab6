//! A finished picture as a file that can be shared, saved and copied.

pub use crate::browser::outgoing::Handed;

use crate::browser::outgoing::Outgoing;
use crate::browser::window;
use js_sys::{Array, ArrayBuffer, Object, Reflect};
use siganpyo::wire::job::Picture;
use std::ops::Deref;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Clipboard;

/// A picture as a file.
#[derive(Clone, PartialEq)]
pub struct Finished {
    pub picture: Picture,
    outgoing: Outgoing,
}

impl Deref for Finished {
    type Target = Outgoing;

    fn deref(&self) -> &Outgoing {
        &self.outgoing
    }
}

impl Finished {
    /// The picture as a PNG file of this name.
    pub fn new(picture: Picture, png: &ArrayBuffer, name: String) -> Result<Finished, JsValue> {
        Ok(Finished { picture, outgoing: Outgoing::new(png, name, "image/png")? })
    }

    /// Releases its memory.
    pub fn forget(&self) {
        self.outgoing.forget();
    }

    /// Whether the browser can put pictures onto the clipboard.
    pub fn can_be_copied() -> bool {
        page_has("ClipboardItem") && clipboard().is_some()
    }

    /// Puts the picture onto the clipboard. Must be called while a tap is being handled.
    pub fn copy(&self) -> impl Future<Output = bool> + use<> {
        let put = || {
            let types = Object::new();
            Reflect::set(&types, &"image/png".into(), &self.file)?;
            // By name, since web-sys counts it among the unstable interfaces.
            let constructor: js_sys::Function = Reflect::get(&window(), &"ClipboardItem".into())?.dyn_into()?;
            let item = Reflect::construct(&constructor, &Array::of1(&types))?;
            Ok::<_, JsValue>(clipboard().ok_or(JsValue::NULL)?.write(&Array::of1(&item)))
        };
        finished(put())
    }
}

/// Puts a text onto the clipboard.
pub fn copy_text(text: &str) -> impl Future<Output = bool> + use<> {
    finished(clipboard().map(|clipboard| clipboard.write_text(text)).ok_or(JsValue::NULL))
}

async fn finished(promise: Result<js_sys::Promise, JsValue>) -> bool {
    match promise {
        Ok(promise) => JsFuture::from(promise).await.is_ok(),
        Err(_) => false,
    }
}

fn page_has(name: &str) -> bool {
    Reflect::has(&window(), &name.into()).unwrap_or(false)
}

/// `None` on pages without https.
fn clipboard() -> Option<Clipboard> {
    Reflect::get(&window().navigator(), &"clipboard".into()).ok()?.dyn_into().ok()
}
