//! How safe what is stored is on this device, as far as the browser tells.

use crate::storage;

/// In bytes. Normal windows of today's browsers give several times as much on any phone, private ones a part of its memory.
const CRAMPED: f64 = 2e9;

/// Whether the browser has promised not to clear away what is kept here; none where it does not say.
pub async fn is_persistent() -> Option<bool> {
    storage::stays().await
}

/// How many bytes the browser would keep at most; none where it does not say.
pub async fn room() -> Option<f64> {
    storage::room().await
}

/// Whether the browser gives so little room as private windows do. No browser says what it is.
pub async fn is_cramped() -> bool {
    room().await.is_some_and(|room| room < CRAMPED)
}
