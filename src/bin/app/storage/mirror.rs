//! The small copies in localStorage: written at once, checked when read.

use gloo_storage::{LocalStorage, Storage};
use siganpyo::plan::Hidden;
use siganpyo::program::ProgramId;
use siganpyo::wire::early_picks::{self, EarlyPick};
use siganpyo::wire::hidden_file;
use siganpyo::wire::last_start::LastStart;
use siganpyo::wire::settings::Settings;

const SETTINGS: &str = "siganpyo.settings";
const EARLY: &str = "siganpyo.early";
const LAST_START: &str = "siganpyo.last-start";

/// Whether the browser grants localStorage. Where it denies it, every call of gloo-storage would panic.
fn is_granted() -> bool {
    matches!(crate::page::window().local_storage(), Ok(Some(_)))
}

/// The text of this name; none where there is none or the browser denies it.
pub fn read(name: &str) -> Option<String> {
    is_granted().then(|| LocalStorage::raw().get_item(name).ok())??
}

/// Writes a text, if the browser lets us.
pub fn write(name: &str, text: &str) {
    if is_granted() {
        let _ = LocalStorage::raw().set_item(name, text);
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
    format!("siganpyo.hidden.{program}")
}

/// What was tapped before the app woke up.
pub fn read_early() -> Vec<EarlyPick> {
    read(EARLY).or_else(early_in_memory).map(|text| early_picks::read(&text)).unwrap_or_default()
}

/// Where localStorage is denied, `src/early.js` leaves the taps on the window.
fn early_in_memory() -> Option<String> {
    let taps = js_sys::Reflect::get(&crate::page::window(), &"siganpyoEarly".into()).ok()?;
    js_sys::JSON::stringify(&taps).ok()?.as_string()
}

pub fn forget_early() {
    if is_granted() {
        LocalStorage::delete(EARLY);
    }
}
