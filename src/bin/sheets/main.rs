//! The Web Worker that takes workbooks of Excel apart for the reader: bytes in, the sheets as text out.
//!
//! Apart from the reader, since it is half as large again and most people never open a spreadsheet: it is loaded with the first one and
//! stays on the device from then on.

#[path = "../frame/mod.rs"]
mod frame;

use js_sys::{Array, ArrayBuffer, Uint8Array};
use siganpyo::import::grids;
use siganpyo::wire::job::Answer;
use wasm_bindgen::JsValue;

/// Every request is a workbook, or nothing at all if only this program is to be loaded.
fn main() {
    frame::serve(|_, workbooks, post| {
        let texts = workbooks.iter().map(|bytes| JsValue::from(text(&Uint8Array::new(&bytes).to_vec())));
        post.answer(Answer::APART, &texts.collect::<Array>());
    });
}

fn text(workbook: &[u8]) -> ArrayBuffer {
    Uint8Array::from(grids(workbook).as_bytes()).buffer()
}
