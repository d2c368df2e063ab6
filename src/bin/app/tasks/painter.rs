//! Gets the painter ready while the browser rests, once there is something to paint: a picture may be wanted soon.

use crate::browser;
use crate::state::State;
use crate::status::Offline;
use crate::workers;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Begins to wait for the first entry, and for everything for the venue to be on the device.
pub fn begin(state: State) {
    let is_due = Memo::new(move |_| {
        matches!(state.offline.status.get(), Offline::Ready(_)) && state.plan.current.with(|plan| !plan.is_empty())
    });
    Effect::new(move || {
        if is_due.get() {
            spawn_local(async move {
                browser::rest().await;
                workers::warm_up(state.messages().tag);
            });
        }
    });
}
