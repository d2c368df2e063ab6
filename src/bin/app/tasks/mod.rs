//! What goes on beside the pages, once the deferred part of the app is here.

mod font_subsets;
mod reconnection;
mod retry_saving;
mod settings_copy;
mod stored_programs;
mod update_checks;

use crate::state::State;
use leptos::task::spawn_local;

/// Begins all of it.
pub fn begin(state: State) {
    spawn_local(state.recovery.begin());
    settings_copy::begin(state);
    font_subsets::begin(state);
    reconnection::begin(state.offline);
    retry_saving::begin(state);
    update_checks::begin(state);
    stored_programs::begin(state);
}
