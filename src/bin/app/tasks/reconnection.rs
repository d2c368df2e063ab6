//! Fetches what is missing for the venue as soon as there is a connection again, and looks again when another service worker takes over.

use crate::network::service_worker;
use crate::state::offline::OfflineState;
use crate::status::Offline;
use leptos::prelude::*;

pub fn begin(offline: &'static OfflineState) {
    let _ = window_event_listener_untyped("online", move |_| {
        if offline.status.get_untracked() == Offline::Failed {
            offline.prepare();
        }
    });
    service_worker::on_replaced(|| offline.prepare());
}
