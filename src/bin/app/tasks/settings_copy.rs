//! Settings, kept in the database as well: a browser writes localStorage to the disk some seconds later, and a phone that dies in
//! between would open with another program than the one whose picks it had called saved.

use crate::state::State;
use crate::state::last_start;
use crate::storage;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::wire::settings::Settings;

/// Takes up what only the database remembers, then keeps every change in both places.
pub fn begin(state: State) {
    spawn_local(async move {
        if let Some(stored) = storage::load_settings().await {
            recall(stored, state).await;
        }
        Effect::new(move || {
            let settings = state.settings.current.get();
            // Nothing is said of a failure: settings are no promise, and the copy in localStorage is there.
            spawn_local(async move {
                let _ = storage::save_settings(&settings).await;
            });
        });
    });
}

/// Takes up settings that are newer than what localStorage had, and shows the program that was in use by them.
async fn recall(stored: Settings, state: State) {
    let known = state.settings.current.get_untracked();
    if stored.edit <= known.edit {
        return;
    }
    let (program, trial) = (stored.program.clone(), stored.trial);
    state.settings.replace(stored);
    if (known.program, known.trial) != (program.clone(), trial) {
        // Chosen since the last start, so what is said of it is settled.
        last_start::forget(|last| last.trial == trial && (trial || last.program == program) && !last.version);
        state.library.reload().await;
    }
}
