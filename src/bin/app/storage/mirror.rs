//! The small copies in localStorage: written at once, checked when read.

use gloo_storage::{LocalStorage, Storage};
use siganpyo::plan::Plan;
use siganpyo::program::ProgramId;
use siganpyo::wire::early_picks::{self, EarlyPick};
use siganpyo::wire::mirrored_plan;
use siganpyo::wire::settings::Settings;

const SETTINGS: &str = "siganpyo.settings";
const EARLY: &str = "siganpyo.early";

/// What the mirror holds of a plan.
pub enum Mirrored {
    Nothing,
    Damaged,
    Plan(Plan),
}

/// Whether the browser grants localStorage. Where it denies it, every call of gloo-storage would panic.
fn is_granted() -> bool {
    matches!(crate::page::window().local_storage(), Ok(Some(_)))
}

pub fn read_plan(program: &ProgramId) -> Mirrored {
    let Some(raw) = raw(&plan_key(program)) else { return Mirrored::Nothing };
    match mirrored_plan::read(&raw) {
        Some(plan) => Mirrored::Plan(plan),
        None => set_aside(program, &raw),
    }
}

fn set_aside(program: &ProgramId, raw: &str) -> Mirrored {
    let _ = LocalStorage::raw().set_item(&format!("siganpyo.set-aside.{program}.{}", mirrored_plan::checksum(raw)), raw);
    Mirrored::Damaged
}

/// Writes the copy; where it cannot be written, the database is what counts.
pub fn write_plan(plan: &Plan) {
    if !is_granted() {
        return;
    }
    let _ = LocalStorage::raw().set_item(&plan_key(&plan.program), &mirrored_plan::write(plan));
}

pub fn read_settings() -> Settings {
    raw(SETTINGS).map(|text| Settings::read(&text)).unwrap_or_default()
}

pub fn write_settings(settings: &Settings) {
    if is_granted() {
        let _ = LocalStorage::raw().set_item(SETTINGS, &settings.write());
    }
}

/// What was tapped before the app woke up.
pub fn read_early() -> Vec<EarlyPick> {
    raw(EARLY).or_else(early_in_memory).map(|text| early_picks::read(&text)).unwrap_or_default()
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

fn raw(key: &str) -> Option<String> {
    is_granted().then(|| LocalStorage::raw().get_item(key).ok())??
}

fn plan_key(program: &ProgramId) -> String {
    format!("siganpyo.plan.{program}")
}
