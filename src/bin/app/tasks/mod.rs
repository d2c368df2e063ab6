//! Background tasks that start once the deferred part of the app is loaded.

mod font_subsets;
mod reconnection;
mod retry_saving;
mod settings_copy;
mod stored_programs;
mod update_checks;

use crate::state::State;
use leptos::task::spawn_local;

/// Starts all of them.
pub fn begin(state: State) {
    spawn_local(state.recovery.begin());
    settings_copy::begin(state);
    font_subsets::begin(state);
    reconnection::begin(state.offline);
    retry_saving::begin(state);
    update_checks::begin(state);
    stored_programs::begin(state);
    spawn_local(async move {
        let _ = state.former.begin().await;
    });
}
