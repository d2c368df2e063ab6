//! Font subsets for scripts that the two main fonts lack. They are stored as soon as a program that needs them is on the
//! screen, since its first picture may be made in a hall without signal.

use crate::network;
use crate::network::service_worker;
use crate::state::State;
use crate::status::{Offline, Stock};
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::program::Program;
use siganpyo::wallpaper::slices;
use std::sync::Arc;

const CHARACTERS: &str = "fonts/characters.txt";
const LIST: &str = "fonts/slices/list.txt";

/// Turns "the app is stored" into "ready for the venue" for every program that is shown from now on.
pub fn begin(state: State) {
    let seen_to: StoredValue<Option<Arc<Program>>> = StoredValue::new(None);
    Effect::new(move || {
        let program = state.program.get();
        let is_seen_to = seen_to.with_value(|seen| seen.as_ref().map(Arc::as_ptr) == program.as_ref().map(Arc::as_ptr));
        match (state.offline.status.get(), program) {
            (Offline::App(stock), None) => state.offline.status.set(Offline::Ready(stock)),
            (Offline::App(stock), Some(program)) => {
                seen_to.set_value(Some(program.clone()));
                spawn_local(see_to(program, stock, state));
            }
            // Another program, or another version, is on the screen now.
            (Offline::Ready(stock), Some(_)) if !is_seen_to => state.offline.status.set(Offline::App(stock)),
            _ => {}
        }
    });
}

async fn see_to(program: Arc<Program>, stock: Stock, state: State) {
    let kept = keep_slices(&program).await;
    let is_shown = untrack(|| state.program.get()).is_some_and(|shown| Arc::ptr_eq(&shown, &program));
    if is_shown && let Offline::App(_) = state.offline.status.get_untracked() {
        let ready = |bytes| Offline::Ready(Stock { bytes: stock.bytes + bytes, ..stock });
        state.offline.status.set(kept.map_or(Offline::Failed, ready));
    }
}

/// Stores the font subsets that the program needs and returns their size; `None` if one could not be fetched.
async fn keep_slices(program: &Program) -> Option<f64> {
    let lacking = slices::lacking(program, &network::text(CHARACTERS).await?);
    if lacking.is_empty() {
        return Some(0.0);
    }
    let of_list = service_worker::keep(vec![LIST.to_owned()]).await?;
    let list = network::text(LIST).await?;
    let names = slices::of_program(program, &lacking, &list);
    let paths = names.into_iter().map(|name| format!("fonts/slices/{name}.gz")).collect();
    Some(of_list + service_worker::keep(paths).await?)
}
