//! The small copies in localStorage: written at once, checked when read.
//!
//! Earlier versions used names without the app's path; `src/early.js` copies those entries before anything is read here.

use crate::browser::{own_name, window};
use gloo_storage::{LocalStorage, Storage};
use siganpyo::plan::Hidden;
use siganpyo::program::ProgramId;
use siganpyo::wire::early_picks::{self, EarlyPick};
use siganpyo::wire::hidden_file;
use siganpyo::wire::last_start::LastStart;
use siganpyo::wire::settings::Settings;

const SETTINGS: &str = "settings";
const EARLY: &str = "early";
const LAST_START: &str = "last-start";

/// `None` if the browser denies access; gloo-storage would panic.
fn granted() -> Option<web_sys::Storage> {
    window().local_storage().ok()?.map(|_| LocalStorage::raw())
}

/// Reads an entry; `None` if there is none or the browser denies access.
pub fn read(name: &str) -> Option<String> {
    granted()?.get_item(&own_name(name)).ok()?
}

/// Writes an entry, if the browser allows it.
pub fn write(name: &str, text: &str) {
    if let Some(storage) = granted() {
        let _ = storage.set_item(&own_name(name), text);
    }
}

pub fn read_settings() -> Settings {
    read(SETTINGS).map(|text| Settings::read(&text)).unwrap_or_default()
}

pub fn write_settings(settings: &Settings) {
    write(SETTINGS, &settings.write());
}

/// Reads which program the page died of at the last start, as `src/early.js` has recorded it.
pub fn read_last_start() -> Option<LastStart> {
    LastStart::read(&read(LAST_START)?)
}

/// Writes the notice about the last start.
pub fn write_last_start(last: Option<&LastStart>) {
    write(LAST_START, &last.map_or_else(String::new, LastStart::write));
}

/// Reads what is hidden in a program; `None` if nothing ever was or the browser denies access.
pub fn read_hidden(program: &ProgramId) -> Option<Hidden> {
    read(&hidden_name(program)).map(|text| hidden_file::read(&text))
}

/// Writes what is hidden in a program, with the ids of the hidden sessions, which `src/early.js` reads.
pub fn write_hidden(program: &ProgramId, hidden: &Hidden, away: &[&str]) {
    write(&hidden_name(program), &hidden_file::write(hidden, away));
}

fn hidden_name(program: &ProgramId) -> String {
    format!("hidden.{program}")
}

/// Reads the picks that were tapped before the app had started.
pub fn read_early() -> Vec<EarlyPick> {
    read(EARLY).or_else(early_in_memory).map(|text| early_picks::read(&text)).unwrap_or_default()
}

/// If localStorage is denied, `src/early.js` keeps the taps in a variable of the window.
fn early_in_memory() -> Option<String> {
    let taps = js_sys::Reflect::get(&window(), &"siganpyoEarly".into()).ok()?;
    js_sys::JSON::stringify(&taps).ok()?.as_string()
}

pub fn forget_early() {
    if let Some(storage) = granted() {
        let _ = storage.remove_item(&own_name(EARLY));
    }
}
