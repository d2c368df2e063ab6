//! How safe what is stored is on this device, as far as the browser tells.

use crate::storage;

/// In bytes. Normal windows of today's browsers give several times as much on any phone, private ones a part of its memory.
const CRAMPED: f64 = 2e9;

/// Returns whether the storage is persistent; `None` if the browser does not say.
pub async fn is_persistent() -> Option<bool> {
    storage::stays().await
}

/// Returns the storage quota in bytes; `None` if the browser does not say.
pub async fn room() -> Option<f64> {
    storage::room().await
}

/// Returns whether the quota is as small as in a private window. No browser says whether it is one.
pub async fn is_cramped() -> bool {
    room().await.is_some_and(|room| room < CRAMPED)
}
