//! What the device keeps: programs and plans in IndexedDB, and small copies in localStorage.

mod db;
mod mirror;
mod turn;

pub use mirror::{
    forget_early, read as read_copy, read_early, read_hidden, read_last_start, read_settings, write as write_copy, write_hidden,
    write_last_start, write_settings,
};
pub use siganpyo::keep::{Found, KeepError as StorageError};
pub use turn::turn;

use crate::browser::guard;
use futures::future::{Either, select};
use siganpyo::keep::{self, Device};
use siganpyo::plan::Plan;
use siganpyo::program::ProgramId;
use siganpyo::wire::library_card::LibraryCard;
use siganpyo::wire::program_file;
use siganpyo::wire::settings::Settings;
use siganpyo::wire::version_before::VersionBefore;
use std::cell::Cell;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// What this browser keeps.
struct Browser;

impl Device for Browser {
    fn copy(&self, name: &str) -> Option<String> {
        mirror::read(name)
    }

    fn write_copy(&self, name: &str, text: &str) {
        mirror::write(name, text);
    }

    async fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        db::get(key).await
    }

    async fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        db::keys(prefix).await
    }

    async fn change(
        &self,
        key: &str,
        change: impl FnOnce(Option<String>) -> Vec<(String, String)> + 'static,
    ) -> Result<(), StorageError> {
        db::change(key, change).await
    }
}

/// The plan for a program, as the small copy has it.
pub fn read_mirrored_plan(program: &ProgramId) -> Found {
    keep::load_copy(&Browser, program)
}

/// The plan for a program, as the database has it.
pub async fn load_plan(program: &ProgramId) -> Result<Found, StorageError> {
    keep::load(&Browser, program).await
}

/// Writes the plan, merged with what is stored, to both places and reads it back. Returns what is stored now.
pub async fn save_plan(plan: &Plan) -> Result<Plan, StorageError> {
    keep::save(&Browser, plan).await
}

/// Asks the browser once a visit for persistent storage. Does not wait for the answer, which may never come.
pub fn ask_to_stay() {
    thread_local!(static ASKED: Cell<bool> = const { Cell::new(false) });
    if !ASKED.replace(true)
        && let Ok(asking) = crate::browser::window().navigator().storage().persist()
    {
        spawn_local(async move { drop(JsFuture::from(asking).await) });
    }
}

/// Returns whether the storage is persistent; `None` if the browser does not answer in time.
pub async fn stays() -> Option<bool> {
    soon(crate::browser::window().navigator().storage().persisted()).await?.as_bool()
}

/// Returns the storage quota in bytes; `None` if the browser does not answer in time.
pub async fn room() -> Option<f64> {
    let estimate = soon(crate::browser::window().navigator().storage().estimate()).await?;
    js_sys::Reflect::get(&estimate, &"quota".into()).ok()?.as_f64()
}

/// Waits for the browser's answer with a time limit.
async fn soon(asking: Result<js_sys::Promise, wasm_bindgen::JsValue>) -> Option<wasm_bindgen::JsValue> {
    match select(JsFuture::from(asking.ok()?), JsFuture::from(crate::browser::after(db::PATIENCE))).await {
        Either::Left((answer, _)) => answer.ok(),
        Either::Right(_) => None,
    }
}

/// The program file with this id.
pub async fn load_program(id: &ProgramId) -> Result<Option<String>, StorageError> {
    db::get(&program_key(id)).await
}

/// Keeps a program file.
pub async fn save_program(id: &ProgramId, text: String) -> Result<(), StorageError> {
    let key = program_key(id);
    let name = key.clone();
    db::change(&key, move |stored| if stored.as_ref() == Some(&text) { Vec::new() } else { vec![(name, text)] }).await
}

/// Returns the ids of all stored programs.
pub async fn program_ids() -> Result<Vec<String>, StorageError> {
    let keys = db::keys("program/").await?;
    Ok(keys.into_iter().map(|key| key["program/".len()..].to_owned()).collect())
}

const RULES: &str = "rules";

/// Returns the rules that all stored programs have passed.
pub async fn passed_rules() -> Result<Option<String>, StorageError> {
    db::get(RULES).await
}

/// Records the rules that all stored programs have passed.
pub async fn save_passed_rules(rules: &str) -> Result<(), StorageError> {
    put(RULES.to_owned(), rules.to_owned()).await
}

/// The cards of all programs that are kept; one that an earlier version of the app kept without a card gets one.
pub async fn cards() -> Result<Vec<LibraryCard>, StorageError> {
    let mut cards = Vec::new();
    for id in program_ids().await? {
        if let Some(card) = written_card(&id).await? {
            cards.push(card);
        } else if is_deadly(&id) {
            cards.push(LibraryCard { title: id.clone(), id, ..LibraryCard::default() });
        } else if let Some(text) = load_program(&ProgramId::new(&id)).await? {
            guard::mark_other(&id);
            cards.extend(program_file::read(&text).ok().map(|program| LibraryCard::of(&program)));
        }
    }
    Ok(cards)
}

/// The card of a kept program.
pub async fn card(id: &str) -> Option<LibraryCard> {
    cards().await.unwrap_or_default().into_iter().find(|card| card.id == id)
}

/// Reads the stored card of a program, without making one if there is none.
pub async fn written_card(id: &str) -> Result<Option<LibraryCard>, StorageError> {
    Ok(db::get(&format!("card/{id}")).await?.and_then(|text| LibraryCard::read(&text)))
}

/// Returns whether the page died of this program and the person has not decided what to do about it.
pub fn is_deadly(id: &str) -> bool {
    read_last_start().is_some_and(|last| last.is_of(id))
}

/// Keeps the card of a program.
pub async fn save_card(card: &LibraryCard) -> Result<(), StorageError> {
    put(format!("card/{}", card.id), card.write()).await
}

/// Removes the program and its card. Its plan stays.
pub async fn remove_program(id: &ProgramId) -> Result<(), StorageError> {
    db::remove(&[program_key(id), format!("card/{id}"), before_key(id.as_str())]).await
}

/// Reads the version before the current one, if the current one was not shown yet.
pub async fn version_before(id: &str) -> Result<Option<VersionBefore>, StorageError> {
    Ok(db::get(&before_key(id)).await?.and_then(|text| VersionBefore::read(&text)))
}

/// Stores the version that is about to be replaced.
pub async fn save_version_before(before: &VersionBefore) -> Result<(), StorageError> {
    put(before_key(&before.card.id), before.write()).await
}

/// Removes the version before the current one.
pub async fn remove_version_before(id: &str) -> Result<(), StorageError> {
    db::remove(&[before_key(id)]).await
}

fn before_key(id: &str) -> String {
    format!("before/{id}")
}

const SETTINGS: &str = "settings";

/// The settings as the database has them.
pub async fn load_settings() -> Option<Settings> {
    db::get(SETTINGS).await.ok()?.map(|text| Settings::read(&text))
}

/// Keeps the settings in the database as well, unless it has newer ones.
pub async fn save_settings(settings: &Settings) -> Result<(), StorageError> {
    let (edit, text) = (settings.edit, settings.write());
    db::change(SETTINGS, move |stored| {
        let is_newer = stored.is_some_and(|stored| Settings::read(&stored).edit > edit);
        if is_newer { Vec::new() } else { vec![(SETTINGS.to_owned(), text)] }
    })
    .await
}

const TRIAL_FILE: &str = "trial/file";
const TRIAL_CARD: &str = "trial/card";

/// Stores the program on trial.
pub async fn save_trial(card: String, file: String) -> Result<(), StorageError> {
    put(TRIAL_CARD.to_owned(), card).await?;
    put(TRIAL_FILE.to_owned(), file).await
}

/// The file of the program on trial.
pub async fn load_trial() -> Result<Option<String>, StorageError> {
    db::get(TRIAL_FILE).await
}

/// The card of the program on trial.
pub async fn trial_card() -> Option<LibraryCard> {
    LibraryCard::read(&db::get(TRIAL_CARD).await.ok()??)
}

/// Removes the program on trial.
pub async fn remove_trial() -> Result<(), StorageError> {
    db::remove(&[TRIAL_FILE.to_owned(), TRIAL_CARD.to_owned()]).await
}

const PHOTO: &str = "photo";

/// The photo for pictures.
pub async fn load_photo() -> Result<Option<String>, StorageError> {
    db::get(PHOTO).await
}

/// Keeps the photo for pictures.
pub async fn save_photo(address: String) -> Result<(), StorageError> {
    put(PHOTO.to_owned(), address).await
}

/// Removes the photo for pictures.
pub async fn remove_photo() -> Result<(), StorageError> {
    db::remove(&[PHOTO.to_owned()]).await
}

const DIRECTORY: &str = "directory";

/// The directory of programs, as it was fetched last.
pub async fn load_directory() -> Result<Option<String>, StorageError> {
    db::get(DIRECTORY).await
}

/// Keeps the directory of programs.
pub async fn save_directory(text: String) -> Result<(), StorageError> {
    put(DIRECTORY.to_owned(), text).await
}

/// Removes the directory of programs.
pub async fn remove_directory() -> Result<(), StorageError> {
    db::remove(&[DIRECTORY.to_owned()]).await
}

/// The calendar file of the plan that was handed out last.
pub async fn load_calendar(program: &ProgramId) -> Option<String> {
    db::get(&calendar_key(program)).await.ok()?
}

/// Keeps the calendar file that is handed out.
pub async fn save_calendar(program: &ProgramId, file: String) -> Result<(), StorageError> {
    put(calendar_key(program), file).await
}

fn calendar_key(program: &ProgramId) -> String {
    format!("calendar/{program}")
}

async fn put(key: String, text: String) -> Result<(), StorageError> {
    let name = key.clone();
    db::change(&key, move |_| vec![(name, text)]).await
}

fn program_key(program: &ProgramId) -> String {
    format!("program/{program}")
}
