//! What is to be said of the last start, where the page died of a program (`src/early.js` found that out).

use crate::storage;
use leptos::prelude::*;
use siganpyo::wire::last_start::LastStart;

thread_local! {
    /// What is to be said. Not a field of the state, so that a first visit does not carry the code for it.
    static LAST: ArcRwSignal<Option<LastStart>> = ArcRwSignal::new(None);
}

/// What is to be said now, as a signal.
pub fn signal() -> ArcRwSignal<Option<LastStart>> {
    LAST.with(ArcRwSignal::clone)
}

/// Reads what is stored once more.
pub fn refresh() {
    LAST.with(|last| last.set(storage::read_last_start()));
}

/// Says this of the last start from now on.
pub fn say(last: Option<LastStart>) {
    storage::write_last_start(last.as_ref());
    LAST.with(|said| said.set(last));
}

/// Says nothing more, if what is said is this.
pub fn forget(is_it: impl FnOnce(&LastStart) -> bool) {
    if storage::read_last_start().as_ref().is_some_and(is_it) {
        say(None);
    }
}
