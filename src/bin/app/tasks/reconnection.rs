//! Fetches what is missing for the venue as soon as there is a connection again.

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
