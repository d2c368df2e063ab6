//! A file that leaves the app: through the share sheet or as a download.

use crate::browser::{document, window};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FilePropertyBag, HtmlAnchorElement, Url};

/// A file, made before the person asks for it: iOS opens its share sheet only while a tap is being handled.
#[derive(Clone, PartialEq)]
pub struct Outgoing {
    pub name: String,
    /// Address of the file within this page.
    pub url: String,
    pub file: File,
}

/// The result of sharing a file.
pub enum Handed {
    /// The share sheet or the browser's downloads have it.
    Over,
    /// The person closed the share sheet.
    Declined,
    /// The browser did not count it as an answer to a tap.
    TapAgain,
}

impl Outgoing {
    /// A file of this name and media type with one piece of content: a text or a buffer.
    pub fn new(content: &JsValue, name: String, media_type: &str) -> Result<Outgoing, JsValue> {
        let kind = FilePropertyBag::new();
        kind.set_type(media_type);
        let file = File::new_with_buffer_source_sequence_and_options(&Array::of1(content), &name, &kind)?;
        let url = Url::create_object_url_with_blob(&file)?;
        Ok(Outgoing { name, url, file })
    }

    /// Releases its memory.
    pub fn forget(&self) {
        let _ = Url::revoke_object_url(&self.url);
    }

    /// Whether the browser has a share sheet that takes such files.
    pub fn can_be_shared(&self) -> bool {
        can_be_shared(std::slice::from_ref(self))
    }

    /// Opens the share sheet. Must be called while a tap is being handled.
    pub fn share(&self) -> impl Future<Output = Handed> + use<> {
        share(std::slice::from_ref(self))
    }

    /// Puts the file among the browser's downloads.
    pub fn download(&self) {
        let link: HtmlAnchorElement = document().create_element("a").expect("a valid name").unchecked_into();
        link.set_href(&self.url);
        link.set_download(&self.name);
        link.click();
    }
}

/// Whether the browser has a share sheet that takes these files together.
pub fn can_be_shared(files: &[Outgoing]) -> bool {
    let navigator = window().navigator();
    let can = Reflect::get(&navigator, &"canShare".into()).ok().and_then(|can| can.dyn_into::<js_sys::Function>().ok());
    can.and_then(|can| can.call1(&navigator, &share_data(files)).ok()).is_some_and(|answer| answer.is_truthy())
}

/// Opens the share sheet for all of these files. Must be called while a tap is being handled.
pub fn share(files: &[Outgoing]) -> impl Future<Output = Handed> + use<> {
    let sheet = window().navigator().share_with_data(share_data(files).unchecked_ref());
    async move {
        let Err(error) = JsFuture::from(sheet).await else { return Handed::Over };
        match Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string()).as_deref() {
            Some("NotAllowedError") => Handed::TapAgain,
            _ => Handed::Declined,
        }
    }
}

/// Nothing but the files: with a title or a text some iPhones no longer offer to save them.
fn share_data(files: &[Outgoing]) -> Object {
    let data = Object::new();
    let files: Array = files.iter().map(|file| JsValue::from(&file.file)).collect();
    let _ = Reflect::set(&data, &"files".into(), &files);
    data
}
