//! Keeps the settings in the database as well: browsers write localStorage to the disk seconds later, and after a crash in
//! between the app would open another program than the one whose picks it had called saved.

use crate::state::State;
use crate::state::last_start;
use crate::storage;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::wire::settings::Settings;

/// Reads newer settings from the database, then stores every change in both places.
pub fn begin(state: State) {
    spawn_local(async move {
        if let Some(stored) = storage::load_settings().await {
            recall(stored, state).await;
        }
        Effect::new(move || {
            let settings = state.settings.current.get();
            // A failure is not shown: settings are no promise, and localStorage has them.
            spawn_local(async move {
                let _ = storage::save_settings(&settings).await;
            });
        });
    });
}

/// Takes over settings that are newer than those in localStorage, and shows the program that they name.
async fn recall(stored: Settings, state: State) {
    let known = state.settings.current.get_untracked();
    if stored.edit <= known.edit {
        return;
    }
    let (program, trial) = (stored.program.clone(), stored.trial);
    state.settings.replace(stored);
    if (known.program, known.trial) != (program.clone(), trial) {
        // The person has chosen it since the last start, so the notice about it is settled.
        last_start::forget(|last| last.trial == trial && (trial || last.program == program) && !last.version);
        state.library.reload().await;
    }
}
