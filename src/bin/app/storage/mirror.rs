//! The small copies in localStorage: written at once, checked when read.

use gloo_storage::{LocalStorage, Storage};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use siganpyo::plan::Plan;
use siganpyo::program::{ProgramId, SessionId};
use siganpyo::wire::settings::Settings;
use siganpyo::wire::stored_plan;
use std::hash::Hasher;

const SETTINGS: &str = "siganpyo.settings";
const EARLY: &str = "siganpyo.early";

/// A plan with what shows whether it was written to its end. `src/early.js` reads `plan`.
#[derive(Serialize, Deserialize)]
struct Mirror {
    /// Hash of `plan`, so that a torn or foreign value is recognised.
    sum: String,
    plan: String,
}

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
    let mirror = serde_json::from_str::<Mirror>(&raw).ok().filter(|mirror| mirror.sum == checksum(&mirror.plan));
    match mirror.and_then(|mirror| stored_plan::read(&mirror.plan).ok()) {
        Some(plan) => Mirrored::Plan(plan),
        None => set_aside(program, &raw),
    }
}

fn set_aside(program: &ProgramId, raw: &str) -> Mirrored {
    let _ = LocalStorage::raw().set_item(&format!("siganpyo.set-aside.{program}.{}", checksum(raw)), raw);
    Mirrored::Damaged
}

/// Writes the copy; where it cannot be written, the database is what counts.
pub fn write_plan(plan: &Plan) {
    if !is_granted() {
        return;
    }
    let text = stored_plan::write(plan);
    let _ = LocalStorage::set(plan_key(&plan.program), Mirror { sum: checksum(&text), plan: text });
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

fn checksum(text: &str) -> String {
    let mut hasher = fnv::FnvHasher::default();
    hasher.write(text.as_bytes());
    format!("{:016x}", hasher.finish())
}
