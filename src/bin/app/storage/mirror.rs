//! The small copies in localStorage: written at once, checked when read.

use gloo_storage::{LocalStorage, Storage};
use serde::de::DeserializeOwned;
use siganpyo::plan::Plan;
use siganpyo::program::{ProgramId, SessionId};
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
    if !is_granted() {
        return Mirrored::Nothing;
    }
    let Ok(raw) = LocalStorage::raw().get_item(&plan_key(program)) else { return Mirrored::Nothing };
    let Some(raw) = raw else { return Mirrored::Nothing };
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
    read(SETTINGS).unwrap_or_default()
}

pub fn write_settings(settings: &Settings) {
    if is_granted() {
        let _ = LocalStorage::set(SETTINGS, settings);
    }
}

/// What was tapped before the app woke up: program, session, and whether it is picked.
pub fn read_early() -> Vec<(ProgramId, SessionId, bool)> {
    let rows: Vec<(String, String, bool)> = read(EARLY).or_else(early_in_memory).unwrap_or_default();
    rows.into_iter().map(|(program, session, picked)| (ProgramId::new(program), SessionId::new(session), picked)).collect()
}

/// Where localStorage is denied, `src/early.js` leaves the taps on the window.
fn early_in_memory() -> Option<Vec<(String, String, bool)>> {
    let taps = js_sys::Reflect::get(&crate::page::window(), &"siganpyoEarly".into()).ok()?;
    serde_json::from_str(&js_sys::JSON::stringify(&taps).ok()?.as_string()?).ok()
}

pub fn forget_early() {
    if is_granted() {
        LocalStorage::delete(EARLY);
    }
}

fn read<T: DeserializeOwned>(key: &str) -> Option<T> {
    is_granted().then(|| LocalStorage::get(key).ok())?
}

fn plan_key(program: &ProgramId) -> String {
    format!("siganpyo.plan.{program}")
}
