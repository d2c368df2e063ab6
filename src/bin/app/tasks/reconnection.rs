//! What could not be fetched for the venue is fetched as soon as there is a connection again.

use crate::state::offline::OfflineState;
use crate::status::Offline;
use leptos::prelude::*;

pub fn begin(offline: &'static OfflineState) {
    let _ = window_event_listener_untyped("online", move |_| {
        if offline.status.get_untracked() == Offline::Failed {
            offline.prepare();
        }
    });
}
