//! Saves again after a failure while the page is open: WebKit's database may be unavailable for some seconds after a
//! reload, and nobody should have to leave the page and come back.

use crate::state::State;
use crate::status::Save;
use leptos::prelude::*;
use std::time::Duration;

/// How long to wait before the first try; each further one comes after twice as long.
const FIRST: Duration = Duration::from_secs(4);
const LONGEST: Duration = Duration::from_secs(64);

/// Saves again from now on whenever saving failed.
pub fn begin(state: State) {
    let wait = StoredValue::new(FIRST);
    Effect::new(move || match state.plan.save.get() {
        Save::Saved => wait.set_value(FIRST),
        Save::Opening | Save::Saving => {}
        Save::Failed => {
            let now = wait.get_value();
            wait.set_value((now * 2).min(LONGEST));
            set_timeout(
                move || {
                    if state.plan.save.get_untracked() == Save::Failed {
                        leptos::task::spawn_local(state.refresh());
                    }
                },
                now,
            );
        }
    });
}
