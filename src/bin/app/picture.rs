//! A finished picture on its way out of the app.

pub use crate::outgoing::Handed;

use crate::outgoing::Outgoing;
use js_sys::ArrayBuffer;
use siganpyo::wire::job::Picture;
use std::ops::Deref;
use wasm_bindgen::JsValue;

/// A picture as a file.
#[derive(Clone, PartialEq)]
pub struct Finished {
    pub picture: Picture,
    file: Outgoing,
}

impl Finished {
    /// The picture as a PNG file of this name.
    pub fn new(picture: Picture, png: &ArrayBuffer, name: String) -> Result<Finished, JsValue> {
        Ok(Finished { picture, file: Outgoing::new(png, name, "image/png")? })
    }

    /// Gives its memory back.
    pub fn forget(&self) {
        self.file.forget();
    }
}

impl Deref for Finished {
    type Target = Outgoing;

    fn deref(&self) -> &Outgoing {
        &self.file
    }
}
