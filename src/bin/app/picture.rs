//! A finished picture on its way out of the app.

use crate::page::{document, window};
use js_sys::{Array, ArrayBuffer, Object, Reflect};
use siganpyo::wire::job::Picture;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, File, FilePropertyBag, HtmlAnchorElement, Url};

/// A picture as a file, made before the person asks for it: iOS opens its share sheet only while a tap is being handled.
#[derive(Clone, PartialEq)]
pub struct Finished {
    pub picture: Picture,
    pub name: String,
    /// Address of the file within this page.
    pub url: String,
    file: File,
}

/// How handing a picture over ended.
pub enum Handed {
    /// The share sheet or the browser's downloads have it.
    Over,
    /// The person closed the share sheet.
    Declined,
    /// The browser did not count it as an answer to a tap.
    TapAgain,
}

impl Finished {
    /// The picture as a PNG file of this name.
    pub fn new(picture: Picture, png: &ArrayBuffer, name: String) -> Result<Finished, JsValue> {
        let kind = FilePropertyBag::new();
        kind.set_type("image/png");
        let file = File::new_with_buffer_source_sequence_and_options(&Array::of1(png), &name, &kind)?;
        let url = Url::create_object_url_with_blob(&file)?;
        Ok(Finished { picture, name, url, file })
    }

    /// Gives its memory back.
    pub fn forget(&self) {
        let _ = Url::revoke_object_url(&self.url);
    }

    /// Whether the browser has a share sheet that takes files.
    pub fn can_be_shared(&self) -> bool {
        let navigator = window().navigator();
        let can = Reflect::get(&navigator, &"canShare".into()).ok().and_then(|can| can.dyn_into::<js_sys::Function>().ok());
        can.and_then(|can| can.call1(&navigator, &self.share_data()).ok()).is_some_and(|answer| answer.is_truthy())
    }

    /// Nothing but the file: with a title or a text some iPhones no longer offer to save the picture.
    fn share_data(&self) -> Object {
        let data = Object::new();
        let _ = Reflect::set(&data, &"files".into(), &Array::of1(&self.file));
        data
    }

    /// Opens the share sheet. Must be called while a tap is being handled.
    pub fn share(&self) -> impl Future<Output = Handed> + use<> {
        let sheet = window().navigator().share_with_data(self.share_data().unchecked_ref());
        async move {
            let Err(error) = JsFuture::from(sheet).await else { return Handed::Over };
            match Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string()).as_deref() {
                Some("NotAllowedError") => Handed::TapAgain,
                _ => Handed::Declined,
            }
        }
    }

    /// Puts the file among the browser's downloads.
    pub fn download(&self) {
        let link: HtmlAnchorElement = document().create_element("a").expect("a valid name").unchecked_into();
        link.set_href(&self.url);
        link.set_download(&self.name);
        link.click();
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

/// Absent on pages that did not come over a safe connection.
fn clipboard() -> Option<Clipboard> {
    Reflect::get(&window().navigator(), &"clipboard".into()).ok()?.dyn_into().ok()
}
