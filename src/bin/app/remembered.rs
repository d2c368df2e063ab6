//! Settings, kept in the database as well: a browser writes localStorage to the disk some seconds later, and a phone that dies in
//! between would open with another program than the one whose picks it had called saved.

use crate::last_start;
use crate::state::State;
use crate::storage;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::wire::settings::Settings;

/// Takes up what only the database remembers, then keeps every change in both places.
pub fn begin(state: State) {
    spawn_local(async move {
        if let Some(stored) = storage::load_settings().await {
            state.recall(stored).await;
        }
        Effect::new(move || {
            let settings = state.settings.get();
            // Nothing is said of a failure: settings are no promise, and the copy in localStorage is there.
            spawn_local(async move {
                let _ = storage::save_settings(&settings).await;
            });
        });
    });
}

impl State {
    /// Takes up settings that are newer than what localStorage had, and shows the program that was in use by them.
    async fn recall(self, stored: Settings) {
        let known = self.settings.get_untracked();
        if stored.edit <= known.edit {
            return;
        }
        let is_same = (&known.program, known.trial) == (&stored.program, stored.trial);
        self.settings.set(stored);
        self.settings.with_untracked(storage::write_settings);
        if !is_same {
            // Chosen since the last start, so what is said of it is settled.
            let (program, trial) = self.settings.with_untracked(|settings| (settings.program.clone(), settings.trial));
            last_start::forget(|last| last.trial == trial && (trial || last.program == program) && !last.version);
            self.load().await;
            self.adopt_plan().await;
            let _ = self.keep_in_step().await;
        }
    }
}
