//! Files on their way to the reader.

use js_sys::{ArrayBuffer, Uint8Array};
use send_wrapper::SendWrapper;
use siganpyo::export::{Picks, shared_in};
use siganpyo::wire::import_job::ImportJob;
use siganpyo::wire::library_card::Source;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// Bytes at the beginning of a file in which a share code ends.
const MOST_OF_CODE: u32 = 100 << 10;

/// Bytes at the beginning of a file that say what it is.
const HEAD: u32 = 64;

/// What is being opened: a file, or several with the parts of one program.
#[derive(Clone, Default)]
pub struct Raw {
    pub files: Vec<RawFile>,
    /// The name of a file, which is all that some files say of their conference.
    pub name: Option<String>,
    pub source: Source,
    /// The picks that came with it.
    pub picks: Option<Picks>,
}

#[derive(Clone)]
pub struct RawFile {
    /// Empty where it has none.
    pub name: String,
    pub bytes: SendWrapper<ArrayBuffer>,
}

impl Raw {
    /// What has neither a name nor an address.
    pub fn of(bytes: ArrayBuffer) -> Raw {
        Raw { files: vec![RawFile { name: String::new(), bytes: SendWrapper::new(bytes) }], ..Raw::default() }
    }

    /// The same with another answer to a question about it.
    pub fn with(&self, answer: impl FnOnce(&mut Source)) -> Raw {
        let mut raw = self.clone();
        answer(&mut raw.source);
        raw
    }

    pub fn job(&self, language: &str, zones: Vec<String>) -> ImportJob {
        let names = self.files.iter().map(|file| file.name.clone()).collect();
        ImportJob { names, title: self.name.clone(), zones, ..ImportJob::of(&self.source, language) }
    }

    /// Copies of the files: the worker takes what it is given, and they may have to be read again.
    pub fn buffers(&self) -> Vec<ArrayBuffer> {
        self.files.iter().map(|file| file.bytes.slice(0)).collect()
    }

    /// The picks in a file that holds a program and somebody's picks.
    pub fn picks_inside(&self) -> Option<Picks> {
        shared_in(&self.beginning(MOST_OF_CODE))
    }

    /// Whether it is a calendar, which may be a program or somebody's own events.
    pub fn is_calendar(&self) -> bool {
        self.beginning(HEAD).contains("BEGIN:VCALENDAR")
    }

    /// The beginning of the only file.
    fn beginning(&self, most: u32) -> String {
        let [file] = self.files.as_slice() else { return String::new() };
        String::from_utf8_lossy(&Uint8Array::new(&file.bytes.slice_with_end(0, most)).to_vec()).into_owned()
    }
}

/// The content of a file or of a fetched body.
pub async fn buffer(promise: js_sys::Promise) -> Option<SendWrapper<ArrayBuffer>> {
    Some(SendWrapper::new(JsFuture::from(promise).await.ok()?.dyn_into().ok()?))
}

/// A file's name without its ending, where that leaves a word.
pub fn name_of(file: &str) -> Option<String> {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    Some(stem.replace(['-', '_'], " ").trim().to_owned()).filter(|name| !name.is_empty())
}
