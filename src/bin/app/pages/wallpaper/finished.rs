//! A finished picture as a file that can be shared, saved and copied.

pub use crate::browser::outgoing::Handed;

use crate::browser::outgoing::Outgoing;
use js_sys::ArrayBuffer;
use siganpyo::wire::job::Picture;
use std::ops::Deref;
use wasm_bindgen::JsValue;

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

    /// The file alone.
    pub fn outgoing(&self) -> Outgoing {
        self.outgoing.clone()
    }

    /// Releases its memory.
    pub fn forget(&self) {
        self.outgoing.forget();
    }
}
