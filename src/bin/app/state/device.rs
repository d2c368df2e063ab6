//! How safe what is stored is on this device, as far as the browser tells.

use crate::storage;

/// In bytes. Normal windows of today's browsers give several times as much on any phone, private ones a part of its memory.
const CRAMPED: f64 = 2e9;

/// Returns whether the storage is persistent; `None` if the browser does not say.
pub async fn is_persistent() -> Option<bool> {
    storage::stays().await
}

const TAKEN: &str = "home";

/// Notes what came along to the home screen, and returns whether that is new: the address of an app there never changes.
pub fn takes_in(carried: &str) -> bool {
    let is_new = storage::read_copy(TAKEN).as_deref() != Some(carried);
    storage::write_copy(TAKEN, carried);
    is_new
}

/// Returns the storage quota in bytes; `None` if the browser does not say.
pub async fn room() -> Option<f64> {
    storage::room().await
}

/// Returns whether the quota is as small as in a private window. No browser says whether it is one.
pub async fn is_cramped() -> bool {
    room().await.is_some_and(|room| room < CRAMPED)
}
