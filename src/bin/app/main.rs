//! The app: the only code that touches page, network and storage.

mod app;
mod browser;
mod components;
mod deferred_pages;
mod network;
mod pages;
mod route;
mod state;
mod status;
mod storage;
mod tasks;
mod workers;

use browser::guard;
use browser::other_tabs;
use components::install;
use deferred_pages::{begin_tasks, deferred, fetch};
use leptos::prelude::GetUntracked;
use network::service_worker;
use pages::deferred::Fetched;
use pages::finder;
use pages::program::is_grid;
use route::Route;
use state::State;
use wasm_bindgen_futures::spawn_local;

fn main() {
    // What is published is built so that a panic stops at once, and says nothing.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    install::listen();
    // Not the spawn of Leptos, which works only once something is mounted.
    spawn_local(async move {
        guard::begun().await;
        let state = State::wake();
        state.library.load().await;
        let deferred = deferred();
        // The static page of any other route is better than a word of waiting.
        let needs_more = finder::asks_at_address() || is_grid(state.settings);
        if Route::here() != Route::Program || needs_more {
            fetch(deferred, state).await;
        }
        app::take_over(state, deferred);
        keep_up(state);
        // A database that does not answer must not keep the other pages waiting.
        let rest = async {
            if deferred.fetched.get_untracked() != Fetched::Here {
                fetch(deferred, state).await;
            }
        };
        futures::future::join(state.plan.adopt(), rest).await;
        if deferred.fetched.get_untracked() == Fetched::Here {
            begin_tasks(state).await;
        }
        state.offline.prepare();
    });
}

/// Shows what other tabs save. And looks again when the page becomes visible, since a phone may have dropped what the page relied on.
fn keep_up(state: State) {
    other_tabs::listen(move || spawn_local(state.refresh()));
    browser::on_visible(move || {
        spawn_local(state.refresh());
        service_worker::check_for_update();
    });
}
