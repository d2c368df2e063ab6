//! IndexedDB: one store of texts by key. The only file that names it, but for its opening in `src/early.js`.
//!
//! Every operation opens the database, works and closes it again: iOS drops the connections of pages in the background, and
//! retrying on a dropped one fails. The store has no schema, so no later version of the app needs an upgrade.

use crate::browser::problems::report;
use crate::browser::{after, window};
use js_sys::{Array, Promise, Reflect};
use siganpyo::keep::KeepError as StorageError;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, EventTarget, IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode};

const STORE: &str = "records";

/// The time limit for each step in milliseconds. WebKit can leave a request unanswered for ever.
pub const PATIENCE: i32 = 5_000;

/// A failure, made from the browser's exceptions.
struct Trouble(StorageError);

impl From<JsValue> for Trouble {
    fn from(exception: JsValue) -> Self {
        Trouble(StorageError::Failed(said(&exception).unwrap_or_default()))
    }
}

impl From<Trouble> for StorageError {
    fn from(Trouble(error): Trouble) -> Self {
        report("database", &error.cause().into());
        error
    }
}

#[wasm_bindgen]
extern "C" {
    /// Opens the database of this copy of the app, see `src/early.js`: a script says it in a third of the bytes.
    #[wasm_bindgen(catch, js_name = siganpyoDatabase)]
    fn open_database() -> Result<Promise, JsValue>;

    /// `IDBDatabase.transaction` with options, which web-sys offers only as an unstable API.
    type StrictDatabase;
    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn transaction(this: &StrictDatabase, store: &str, mode: &str, options: &JsValue) -> Result<IdbTransaction, JsValue>;
}

/// The text under a key.
pub async fn get(key: &str) -> Result<Option<String>, StorageError> {
    let database = open().await?;
    let result = read(&database, |store| store.get(&key.into())).await;
    database.close();
    Ok(result?.as_string())
}

/// All keys that begin with `prefix`, in order.
pub async fn keys(prefix: &str) -> Result<Vec<String>, StorageError> {
    let database = open().await?;
    let result = read(&database, IdbObjectStore::get_all_keys).await;
    database.close();
    let keys = Array::from(&result?);
    let keys = keys.iter().filter_map(|key| key.as_string());
    Ok(keys.filter(|key| key.starts_with(prefix)).collect())
}

/// Reads the text under `key` and writes what `change` makes of it, key by key, in one transaction that another tab cannot
/// come between. Returns once the browser has flushed it to the disk.
pub async fn change(
    key: &str,
    change: impl FnOnce(Option<String>) -> Vec<(String, String)> + 'static,
) -> Result<(), StorageError> {
    let database = open().await?;
    let result = change_in(&database, key, change).await;
    database.close();
    Ok(result?)
}

/// Removes what is under the keys, in one transaction.
pub async fn remove(keys: &[String]) -> Result<(), StorageError> {
    let database = open().await?;
    let result = remove_in(&database, keys).await;
    database.close();
    Ok(result?)
}

async fn remove_in(database: &IdbDatabase, keys: &[String]) -> Result<(), Trouble> {
    let transaction = database.transaction_with_str_and_mode(STORE, IdbTransactionMode::Readwrite)?;
    let store = transaction.object_store(STORE)?;
    for key in keys {
        store.delete(&key.into())?;
    }
    match first_event(&transaction, &["complete", "error", "abort"]).await?.as_str() {
        "complete" => Ok(()),
        event => Err(failed(&transaction, event)),
    }
}

async fn change_in(
    database: &IdbDatabase,
    key: &str,
    change: impl FnOnce(Option<String>) -> Vec<(String, String)> + 'static,
) -> Result<(), Trouble> {
    let options = js_sys::Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let transaction = database.unchecked_ref::<StrictDatabase>().transaction(STORE, "readwrite", &options)?;
    let store = transaction.object_store(STORE)?;
    let request = store.get(&key.into())?;
    let answer = request.clone();
    // The writes must be requested before the browser sees an idle transaction, so this happens inside the event.
    let write = Closure::once(move |_: Event| {
        let stored = answer.result().ok().and_then(|value| value.as_string());
        for (key, text) in change(stored) {
            // A put that fails aborts the transaction, which is handled below.
            let _ = store.put_with_key(&text.into(), &key.into());
        }
    });
    request.set_onsuccess(Some(write.as_ref().unchecked_ref()));
    let outcome = first_event(&transaction, &["complete", "error", "abort"]).await;
    request.set_onsuccess(None);
    match outcome?.as_str() {
        "complete" => Ok(()),
        event => Err(failed(&transaction, event)),
    }
}

async fn read(
    database: &IdbDatabase,
    ask: impl FnOnce(&IdbObjectStore) -> Result<IdbRequest, JsValue>,
) -> Result<JsValue, Trouble> {
    let transaction = database.transaction_with_str_and_mode(STORE, IdbTransactionMode::Readonly)?;
    let request = ask(&transaction.object_store(STORE)?)?;
    // A failure may arrive at the transaction only.
    match first_event(&transaction, &["complete", "error", "abort"]).await?.as_str() {
        "complete" => Ok(request.result()?),
        event => Err(failed(&transaction, event)),
    }
}

/// Why a transaction failed, in the browser's words; the name of the event where it has none.
fn failed(transaction: &IdbTransaction, event: &str) -> Trouble {
    let error = Reflect::get(transaction, &"error".into()).unwrap_or_default();
    Trouble(StorageError::Failed(said(&error).unwrap_or_else(|| event.to_owned())))
}

/// What an exception says.
fn said(exception: &JsValue) -> Option<String> {
    Reflect::get(exception, &"message".into()).ok()?.as_string()
}

async fn open() -> Result<IdbDatabase, Trouble> {
    let opening = Promise::race(&Array::of2(&open_database()?.into(), &after(PATIENCE)));
    let database = JsFuture::from(opening).await?;
    if database.is_undefined() { Err(Trouble(StorageError::Silent)) } else { Ok(database.unchecked_into()) }
}

/// The type of the first of these events, or an error when none comes in time.
async fn first_event(target: &EventTarget, types: &[&str]) -> Result<String, Trouble> {
    let first = Promise::new(&mut |resolve, _| {
        for name in types {
            let _ = target.add_event_listener_with_callback(name, &resolve);
        }
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PATIENCE);
    });
    match JsFuture::from(first).await?.dyn_into::<Event>() {
        Ok(event) => Ok(event.type_()),
        Err(_) => Err(Trouble(StorageError::Silent)),
    }
}
