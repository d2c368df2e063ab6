//! Files of this device, and what other apps handed over.

use super::opening::Opening;
use super::raw::{Raw, RawFile, buffer, name_of};
use super::step::Step;
use super::texts::{read_text, scanned};
use crate::network;
use crate::pages::scanner::text_in_file;
use js_sys::ArrayBuffer;
use leptos::prelude::*;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use web_sys::{File, FileList};

/// The files of a list, which may be missing.
pub fn listed(files: Option<FileList>) -> Vec<File> {
    let all = |files: FileList| (0..files.length()).filter_map(|at| files.get(at)).collect();
    files.map(all).unwrap_or_default()
}

/// Reads files of the device: one, or several with the parts of one program.
pub fn read_files(files: Vec<File>, opening: Opening) {
    if let [file] = files.as_slice()
        && file.type_().starts_with("image/")
    {
        return scan_file(file.clone(), opening);
    }
    let number = opening.begin();
    let bytes: f64 = files.iter().map(|file| file.size()).sum();
    if files.is_empty() || bytes > f64::from(network::MAX_BYTES) {
        return opening.refuse(number, opening.too_large(bytes as usize), None);
    }
    opening.step.set(Step::Reading);
    spawn_local(async move {
        let mut raw = Vec::new();
        for file in &files {
            let Some(bytes) = buffer(file.array_buffer()).await else {
                return opening.refuse(number, (opening.messages().file_unreadable)(), None);
            };
            raw.push(RawFile { name: file.name(), bytes });
        }
        if opening.is_latest(number) {
            opening.read(together(raw));
        }
    });
}

/// The name of a part says nothing about the whole.
fn together(files: Vec<RawFile>) -> Raw {
    let name = if let [file] = files.as_slice() { name_of(&file.name) } else { None };
    Raw { files, name, ..Raw::default() }
}

/// Looks for a code in a picture.
fn scan_file(file: File, opening: Opening) {
    let number = opening.begin();
    opening.step.set(Step::Reading);
    spawn_local(async move {
        match text_in_file(&file).await {
            Some(text) if opening.is_latest(number) => {
                opening.step.set(Step::Idle);
                scanned(&text, opening);
            }
            Some(_) => {}
            None => opening.refuse(number, (opening.sharing_messages().no_code)(), None),
        }
    });
}

/// Opens what was handed over: files, each with its name and length, or a text without any.
pub fn read_handed_over(bytes: &ArrayBuffer, parts: Vec<(String, u32)>, opening: Opening) {
    if let Some(text) = parts.is_empty().then(|| text_of(bytes)).flatten() {
        return read_text(&text, opening);
    }
    if parts.is_empty() {
        return opening.read(Raw::of(bytes.clone()));
    }
    let mut from = 0;
    let files = parts.into_iter().map(|(name, length)| {
        let bytes = SendWrapper::new(bytes.slice_with_end(from, from + length));
        from += length;
        RawFile { name, bytes }
    });
    opening.read(together(files.collect()));
}

fn text_of(bytes: &ArrayBuffer) -> Option<String> {
    String::from_utf8(js_sys::Uint8Array::new(bytes).to_vec()).ok()
}
