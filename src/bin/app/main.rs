//! The app: the only code that touches page, network and storage.

mod app;
mod components;
mod element;
mod in_app;
mod install;
mod net;
mod offline;
mod page;
mod pages;
mod picture;
mod state;
mod status;
mod storage;
mod worker;

fn main() {
    console_error_panic_hook::set_once();
    install::listen();
    let state = state::State::wake();
    // Not the spawn of Leptos, which works only once something is mounted.
    wasm_bindgen_futures::spawn_local(async move {
        state.load().await;
        app::take_over(state);
        state.adopt_stored().await;
        offline::prepare(state);
    });
}
