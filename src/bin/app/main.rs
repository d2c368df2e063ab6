//! The app: the only code that touches page, network and storage.

mod album;
mod app;
mod backup;
mod components;
mod element;
mod guard;
mod handed_over;
mod hiding;
mod in_app;
mod install;
mod last_start;
mod later;
mod net;
mod offline;
mod outgoing;
mod page;
mod pages;
mod passed;
mod picture;
mod place;
mod planning;
mod remembered;
mod scripts;
mod second_try;
mod shelf;
mod sources;
mod state;
mod status;
mod storage;
mod tabs;
mod updates;
mod worker;

use later::Later;
use leptos::prelude::{GetUntracked, RwSignal, Set};
use place::Place;

fn main() {
    console_error_panic_hook::set_once();
    install::listen();
    // Not the spawn of Leptos, which works only once something is mounted.
    wasm_bindgen_futures::spawn_local(async move {
        guard::begun().await;
        let state = state::State::wake();
        state.load().await;
        let pages = RwSignal::new(Later::Coming);
        // The static page of any other place is better than a word of waiting.
        let needs_more = !pages::program::finder::address().is_empty() || pages::program::is_grid(state);
        if Place::here() != Place::Program || needs_more {
            pages.set(later::fetch(state).await);
        }
        app::take_over(state, pages);
        tabs::listen(state);
        // A database that does not answer must not keep the other pages waiting.
        let rest = async {
            if pages.get_untracked() != Later::Here {
                pages.set(later::fetch(state).await);
            }
        };
        futures::future::join(state.adopt_plan(), rest).await;
        if pages.get_untracked() == Later::Here {
            later::begin(state).await;
        }
        offline::prepare(state);
    });
}
