//! A file on its way to the reader.

use js_sys::{ArrayBuffer, Uint8Array};
use send_wrapper::SendWrapper;
use siganpyo::export::{Picks, shared_in};
use siganpyo::wire::library_card::Source;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// Bytes at the beginning of a file in which a share code ends.
const MOST_OF_CODE: u32 = 100 << 10;

/// Bytes at the beginning of a file that say what it is.
const HEAD: u32 = 64;

/// A file that is being opened.
#[derive(Clone)]
pub struct Raw {
    pub bytes: SendWrapper<ArrayBuffer>,
    /// Its name, which is all that some files say of their conference.
    pub name: Option<String>,
    pub source: Source,
    /// The picks that came with it.
    pub picks: Option<Picks>,
}

impl Raw {
    /// The picks in a file that holds a program and somebody's picks.
    pub fn picks_inside(&self) -> Option<Picks> {
        shared_in(&self.beginning(MOST_OF_CODE))
    }

    /// Whether it is a calendar, which may be a program or somebody's own events.
    pub fn is_calendar(&self) -> bool {
        self.beginning(HEAD).contains("BEGIN:VCALENDAR")
    }

    fn beginning(&self, most: u32) -> String {
        String::from_utf8_lossy(&Uint8Array::new(&self.bytes.slice_with_end(0, most)).to_vec()).into_owned()
    }
}

/// The content of a file or of a fetched body.
pub async fn buffer(promise: js_sys::Promise) -> Option<SendWrapper<ArrayBuffer>> {
    Some(SendWrapper::new(JsFuture::from(promise).await.ok()?.dyn_into().ok()?))
}
