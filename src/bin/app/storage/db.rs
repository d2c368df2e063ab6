//! IndexedDB: one store of texts by key. The only file that names it.
//!
//! Every operation opens the database, works and closes it again: iOS drops the connections of pages in the background, and
//! retrying on a dropped one fails. The store has no schema, so no later version of the app needs an upgrade.
//!
//! Earlier versions gave the database a name without the app's path. What is in that is copied with the making of the new one, in the
//! same transaction: there is either a database with all of it, or none, and then it is done again.

use super::StorageError;
use crate::page::{own_name, window};
use js_sys::{Array, Promise};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, EventTarget, IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode};

const NAME: &str = "records";
/// What earlier versions called it, whatever the app's path: on a shared origin it is other copies' as well, so it stays.
const NAMELESS: &str = "siganpyo";
const STORE: &str = "records";

/// How long any one step may take, in milliseconds. WebKit can leave a request unanswered for ever.
pub const PATIENCE: i32 = 5_000;

/// What went wrong, so that the browser's own exceptions become it.
struct Trouble(StorageError);

impl From<JsValue> for Trouble {
    fn from(_: JsValue) -> Self {
        Trouble(StorageError::Failed)
    }
}

impl From<Trouble> for StorageError {
    fn from(Trouble(error): Trouble) -> Self {
        error
    }
}

#[wasm_bindgen]
extern "C" {
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
        _ => Err(Trouble(StorageError::Failed)),
    }
}

async fn change_in(
    database: &IdbDatabase,
    key: &str,
    change: impl FnOnce(Option<String>) -> Vec<(String, String)> + 'static,
) -> Result<(), Trouble> {
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let transaction = database.unchecked_ref::<StrictDatabase>().transaction(STORE, "readwrite", &options)?;
    let store = transaction.object_store(STORE)?;
    let request = store.get(&key.into())?;
    let answer = request.clone();
    // What is to be written must be asked for before the browser sees an idle transaction, so it happens inside the event.
    let write = Closure::once(move |_: Event| {
        let stored = answer.result().ok().and_then(|value| value.as_string());
        for (key, text) in change(stored) {
            // A put that fails aborts the transaction, and that is what is listened to.
            let _ = store.put_with_key(&text.into(), &key.into());
        }
    });
    request.set_onsuccess(Some(write.as_ref().unchecked_ref()));
    let outcome = first_event(&transaction, &["complete", "error", "abort"]).await;
    request.set_onsuccess(None);
    if outcome? == "complete" { Ok(()) } else { Err(Trouble(StorageError::Failed)) }
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
        _ => Err(Trouble(StorageError::Failed)),
    }
}

/// Keys, and the texts under them in the same order.
type Records = [Array; 2];

async fn open() -> Result<IdbDatabase, Trouble> {
    let name = own_name(NAME);
    if let Some(database) = connect(&name, None).await? {
        return Ok(database);
    }
    let before = connect(NAMELESS, None).await?;
    let records = match &before {
        Some(before) => all(before).await?,
        None => Records::default(),
    };
    match (connect(&name, Some(records)).await, before) {
        // Refused, for want of room perhaps: then what there is must do until it can be copied.
        (Err(Trouble(StorageError::Failed)), Some(before)) => Ok(before),
        (made, before) => {
            before.iter().for_each(IdbDatabase::close);
            made?.ok_or(Trouble(StorageError::Failed))
        }
    }
}

async fn all(database: &IdbDatabase) -> Result<Records, Trouble> {
    let mut texts = None;
    let ask = |store: &IdbObjectStore| {
        texts = Some(store.get_all()?);
        store.get_all_keys()
    };
    let keys = read(database, ask).await?;
    let texts = texts.ok_or(Trouble(StorageError::Failed))?.result()?;
    Ok([keys.unchecked_into(), texts.unchecked_into()])
}

/// Opens the database of this name. Where there is none it is made with these records in it, or else not at all.
async fn connect(name: &str, records: Option<Records>) -> Result<Option<IdbDatabase>, Trouble> {
    let factory = window().indexed_db()?.ok_or(Trouble(StorageError::Failed))?;
    // Whatever its version: a later app may have given it another.
    let request = factory.open(name)?;
    let (opened, is_made) = (request.clone(), records.is_some());
    let is_absent = Rc::new(Cell::new(false));
    let found_absent = is_absent.clone();
    let create = Closure::once(move |_: Event| {
        found_absent.set(true);
        if records.and_then(|records| make(&opened, &records).ok()).is_none() {
            let _ = opened.transaction().map(|transaction| transaction.abort());
        }
    });
    request.set_onupgradeneeded(Some(create.as_ref().unchecked_ref()));
    let outcome = first_event(&request, &["success", "error", "blocked"]).await;
    request.set_onupgradeneeded(None);
    if outcome? != "success" {
        return if is_absent.get() && !is_made { Ok(None) } else { Err(Trouble(StorageError::Failed)) };
    }
    let database: IdbDatabase = request.result()?.unchecked_into();
    // Another tab must be able to delete or upgrade the database at any time.
    let close = database.clone();
    database.set_onversionchange(Some(Closure::once_into_js(move || close.close()).unchecked_ref()));
    Ok(Some(database))
}

fn make(opened: &IdbRequest, [keys, texts]: &Records) -> Result<(), JsValue> {
    let store = opened.result()?.unchecked_into::<IdbDatabase>().create_object_store(STORE)?;
    for (key, text) in keys.iter().zip(texts.iter()) {
        store.put_with_key(&text, &key)?;
    }
    Ok(())
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
