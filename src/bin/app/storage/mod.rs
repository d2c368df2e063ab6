//! What the device keeps: programs and plans in IndexedDB, and small copies in localStorage.

mod db;
mod mirror;

pub use mirror::{Mirrored, forget_early, read_early, read_plan as read_mirrored_plan, read_settings, write_settings};

use siganpyo::plan::{Plan, merge};
use siganpyo::program::ProgramId;
use siganpyo::wire::library_card::LibraryCard;
use siganpyo::wire::{program_file, stored_plan};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// The device did not keep or did not give back what it was asked to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StorageError;

impl From<JsValue> for StorageError {
    fn from(_: JsValue) -> Self {
        StorageError
    }
}

/// A plan as the database has it.
pub enum Stored {
    Nothing,
    Damaged,
    Plan(Plan),
}

/// The plan for a program.
pub async fn load_plan(program: &ProgramId) -> Result<Stored, StorageError> {
    Ok(match db::get(&plan_key(program)).await? {
        None => Stored::Nothing,
        Some(text) => stored_plan::read(&text).map_or(Stored::Damaged, Stored::Plan),
    })
}

/// Writes the plan, merged with what is stored, to both places and reads it back. Returns what is stored now.
///
/// A stored plan that cannot be read is set aside under a name of its own, never overwritten.
pub async fn save_plan(plan: &Plan) -> Result<Plan, StorageError> {
    mirror::write_plan(plan);
    let key = plan_key(&plan.program);
    let written = Rc::new(RefCell::new(String::new()));
    let (mine, record, name) = (plan.clone(), written.clone(), key.clone());
    db::change(&key, move |stored| {
        let (merged, set_aside) = merge_stored(mine, stored);
        *record.borrow_mut() = stored_plan::write(&merged);
        let mut puts = vec![(name.clone(), record.borrow().clone())];
        puts.extend(set_aside.map(|text| (format!("set-aside/{name}/{}", js_sys::Date::now() as u64), text)));
        puts
    })
    .await?;
    let found = db::get(&key).await?.ok_or(StorageError)?;
    if found != *written.borrow() {
        // Another tab may have come after; what it wrote contains ours.
        let theirs = stored_plan::read(&found).map_err(|_| StorageError)?;
        return if merge(theirs.clone(), plan.clone()) == theirs { Ok(theirs) } else { Err(StorageError) };
    }
    stored_plan::read(&found).map_err(|_| StorageError)
}

fn merge_stored(mine: Plan, stored: Option<String>) -> (Plan, Option<String>) {
    let Some(text) = stored else { return (mine, None) };
    match stored_plan::read(&text) {
        Ok(theirs) => (merge(mine, theirs), None),
        Err(_) => (mine, Some(text)),
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

/// All program files that are kept.
pub async fn programs() -> Result<Vec<String>, StorageError> {
    let mut texts = Vec::new();
    for key in db::keys("program/").await? {
        texts.extend(db::get(&key).await?);
    }
    Ok(texts)
}

/// The cards of all programs that are kept; one that an earlier version of the app kept without a card gets one.
pub async fn cards() -> Result<Vec<LibraryCard>, StorageError> {
    let mut cards = Vec::new();
    for key in db::keys("program/").await? {
        let id = &key["program/".len()..];
        let card = db::get(&format!("card/{id}")).await?.and_then(|text| LibraryCard::read(&text));
        if let Some(card) = card {
            cards.push(card);
        } else if let Some(text) = db::get(&key).await? {
            cards.extend(program_file::read(&text).ok().map(|program| LibraryCard::of(&program)));
        }
    }
    Ok(cards)
}

/// Keeps the card of a program.
pub async fn save_card(card: &LibraryCard) -> Result<(), StorageError> {
    put(format!("card/{}", card.id), card.write()).await
}

/// Removes the program and its card. Its plan stays.
pub async fn remove_program(id: &ProgramId) -> Result<(), StorageError> {
    db::remove(&[program_key(id), format!("card/{id}")]).await
}

const TRIAL_FILE: &str = "trial/file";
const TRIAL_CARD: &str = "trial/card";

/// Keeps the one program that was opened and may yet be discarded.
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

/// Forgets the program on trial.
pub async fn remove_trial() -> Result<(), StorageError> {
    db::remove(&[TRIAL_FILE.to_owned(), TRIAL_CARD.to_owned()]).await
}

async fn put(key: String, text: String) -> Result<(), StorageError> {
    let name = key.clone();
    db::change(&key, move |_| vec![(name, text)]).await
}

fn plan_key(program: &ProgramId) -> String {
    format!("plan/{program}")
}

fn program_key(program: &ProgramId) -> String {
    format!("program/{program}")
}
