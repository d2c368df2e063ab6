//! The clipboard. Everything that writes to it must be called while a tap is being handled.

use super::{call, window};
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// Undefined on pages without https.
fn clipboard() -> JsValue {
    Reflect::get(&window().navigator(), &"clipboard".into()).unwrap_or_default()
}

/// Whether there is one.
pub fn is_there() -> bool {
    !clipboard().is_undefined()
}

/// Puts a text on the clipboard, and says whether the browser did it.
pub fn copy(text: &str) -> impl Future<Output = bool> + use<> {
    finished(call(&clipboard(), "writeText", &[&text.into()]))
}

/// Whether the browser can put pictures on the clipboard.
pub fn takes_pictures() -> bool {
    Reflect::has(&window(), &"ClipboardItem".into()).unwrap_or(false) && is_there()
}

/// Puts a PNG file on the clipboard, and says whether the browser did it.
pub fn copy_picture(png: &File) -> impl Future<Output = bool> + use<> {
    let put = || {
        let types = Object::new();
        Reflect::set(&types, &"image/png".into(), png)?;
        // By name, since web-sys counts it among the unstable interfaces.
        let constructor: js_sys::Function = Reflect::get(&window(), &"ClipboardItem".into())?.dyn_into()?;
        let item = Reflect::construct(&constructor, &Array::of1(&types))?;
        call(&clipboard(), "write", &[&Array::of1(&item)])
    };
    finished(put())
}

async fn finished(promise: Result<JsValue, JsValue>) -> bool {
    match promise.and_then(JsCast::dyn_into::<Promise>) {
        Ok(promise) => JsFuture::from(promise).await.is_ok(),
        Err(_) => false,
    }
}
