//! Background tasks that start once the deferred part of the app is loaded.

mod font_subsets;
mod overlaps;
mod painter;
mod reconnection;
mod retry_saving;
mod search_key;
mod settings_copy;
mod stored_programs;
pub mod toasts;
mod update_checks;

use crate::browser;
use crate::state::State;
use leptos::task::spawn_local;
use siganpyo::present::filter::address;

/// Starts all of them.
pub fn begin(state: State) {
    forget_foreign_parameters();
    search_key::begin();
    spawn_local(state.recovery.begin());
    settings_copy::begin(state);
    font_subsets::begin(state);
    reconnection::begin(state.offline);
    retry_saving::begin(state);
    update_checks::begin(state);
    overlaps::begin(state);
    painter::begin(state);
    toasts::begin(state);
    stored_programs::begin(state);
    spawn_local(async move {
        let _ = state.former.begin().await;
    });
}

/// Takes what messengers and networks add to links (`fbclid`, `utm_source`) out of the address, so that it is not shared on. In the extension
/// the path stands there.
fn forget_foreign_parameters() {
    let query = browser::query();
    // The guide to the home screen may be open already, and put there what is to come along.
    if !browser::parameters(&query, |key| key == browser::HOME).is_empty() {
        return;
    }
    let is_own = |key: &str| key == browser::SHARED || key.starts_with('/') || address::is_known(key);
    let own = browser::parameters(&query, is_own);
    if own != query.trim_start_matches('?') {
        browser::set_query(&own);
    }
}
