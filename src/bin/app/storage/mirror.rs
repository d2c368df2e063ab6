//! The small copies in localStorage: written at once, checked when read.
//!
//! What earlier versions kept under names without the app's path, `src/early.js` has copied before anything is read here.

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

/// None where the browser denies it; there gloo-storage would panic.
fn granted() -> Option<web_sys::Storage> {
    window().local_storage().ok()?.map(|_| LocalStorage::raw())
}

/// The text of this name; none where there is none or the browser denies it.
pub fn read(name: &str) -> Option<String> {
    granted()?.get_item(&own_name(name)).ok()?
}

/// Writes a text, if the browser lets us.
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

/// What the page died of when it was last shown, as `src/early.js` found out.
pub fn read_last_start() -> Option<LastStart> {
    LastStart::read(&read(LAST_START)?)
}

/// Keeps what is to be said of the last start.
pub fn write_last_start(last: Option<&LastStart>) {
    write(LAST_START, &last.map_or_else(String::new, LastStart::write));
}

/// What is hidden of a program; none where nothing ever was or the browser denies it.
pub fn read_hidden(program: &ProgramId) -> Option<Hidden> {
    read(&hidden_name(program)).map(|text| hidden_file::read(&text))
}

/// Keeps what is hidden of a program, with the sessions that this takes out of sight. Also read by `src/early.js`.
pub fn write_hidden(program: &ProgramId, hidden: &Hidden, away: &[&str]) {
    write(&hidden_name(program), &hidden_file::write(hidden, away));
}

fn hidden_name(program: &ProgramId) -> String {
    format!("hidden.{program}")
}

/// What was tapped before the app woke up.
pub fn read_early() -> Vec<EarlyPick> {
    read(EARLY).or_else(early_in_memory).map(|text| early_picks::read(&text)).unwrap_or_default()
}

/// Where localStorage is denied, `src/early.js` leaves the taps on the window.
fn early_in_memory() -> Option<String> {
    let taps = js_sys::Reflect::get(&window(), &"siganpyoEarly".into()).ok()?;
    js_sys::JSON::stringify(&taps).ok()?.as_string()
}

pub fn forget_early() {
    if let Some(storage) = granted() {
        let _ = storage.remove_item(&own_name(EARLY));
    }
}
