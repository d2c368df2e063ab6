//! The notice about the last start, if the page died while it showed a program. `src/early.js` finds that out.

use crate::storage;
use leptos::prelude::*;
use siganpyo::wire::last_start::LastStart;

thread_local! {
    /// The notice. Not a field of the state, so that a first visit does not carry the code for it.
    static LAST: ArcRwSignal<Option<LastStart>> = ArcRwSignal::new(None);
}

/// Returns the notice as a signal.
pub fn signal() -> ArcRwSignal<Option<LastStart>> {
    LAST.with(ArcRwSignal::clone)
}

/// Reads the notice from localStorage again.
pub fn refresh() {
    LAST.with(|last| last.set(storage::read_last_start()));
}

/// Replaces the notice, also in localStorage.
pub fn say(last: Option<LastStart>) {
    storage::write_last_start(last.as_ref());
    LAST.with(|said| said.set(last));
}

/// Removes the notice if `is_it` holds for it.
pub fn forget(is_it: impl FnOnce(&LastStart) -> bool) {
    if storage::read_last_start().as_ref().is_some_and(is_it) {
        say(None);
    }
}
