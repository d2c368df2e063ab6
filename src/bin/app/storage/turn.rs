//! Turns: what reads a card, decides and writes it back does so while nobody else does, or the later writer would undo the earlier one.

use futures::channel::oneshot::{self, Receiver, Sender};
use std::cell::Cell;

thread_local! {
    /// The end of the last turn.
    static TURN: Cell<Option<Receiver<()>>> = const { Cell::new(None) };
}

/// Waits until nobody else changes a card. The turn ends when the returned sender is dropped. A turn is for work on the device, never
/// for waiting for a source.
pub async fn turn() -> Sender<()> {
    let (end, ended) = oneshot::channel();
    if let Some(before) = TURN.replace(Some(ended)) {
        let _ = before.await;
    }
    end
}
