//! The pages that a first visit does not wait for.
//!
//! [`page_at`], [`begin_updates`] and everything that only they reach is split off by the build (`src/bin/xtask/finish/split.rs`) into a file of its
//! own, which is fetched once the program can be read and picked from.

use crate::components::notice::notice;
use crate::element::{el, live, nothing};
use crate::pages::library::library;
use crate::pages::not_found::not_found;
use crate::pages::plan::my_timetable;
use crate::pages::session::session_page;
use crate::pages::settings::settings_page;
use crate::pages::wallpaper::wallpaper_page;
use crate::place::Place;
use crate::state::State;
use crate::updates;
use futures::FutureExt;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::program::SessionId;
use wasm_split_helpers::SplitLoaderError;

/// Whether the later pages are on this device and in memory.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Later {
    Coming,
    Here,
    Failed,
}

/// Fetches the later pages unless they are here.
pub async fn fetch() -> Later {
    match preload().await {
        Ok(()) => Later::Here,
        Err(_) => Later::Failed,
    }
}

/// A later page, or what is to be said until it is here.
pub fn later_page(place: Place, later: RwSignal<Later>, state: State) -> AnyView {
    let messages = state.messages();
    live(move || match later.get() {
        Later::Coming => el("main").id("main").child(el("p").class("lead").attr("role", "status").text(messages.loading)).into(),
        // The file is here, so there is nothing to wait for.
        Later::Here => page_at(place.clone(), state).now_or_never().and_then(Result::ok).unwrap_or_else(nothing),
        Later::Failed => {
            let again = el("button").text(messages.retry).on_click(move || {
                later.set(Later::Coming);
                spawn_local(async move {
                    later.set(fetch().await);
                    begin(state).await;
                });
            });
            el("main").id("main").child(notice((messages.page_missing)(), [again])).into()
        }
    })
}

/// Begins what goes on beside the pages, once they are here.
pub async fn begin(state: State) {
    let _ = begin_updates(state).await;
}

#[wasm_split_helpers::wasm_split(pages, fallible)]
fn begin_updates(state: State) -> Result<(), SplitLoaderError> {
    updates::begin(state);
    Ok(())
}

#[wasm_split_helpers::wasm_split(pages, fallible, preload(preload))]
fn page_at(place: Place, state: State) -> Result<AnyView, SplitLoaderError> {
    Ok(match place {
        Place::Session(id) => session_page(SessionId::new(id), state),
        Place::Plan => my_timetable(state),
        Place::Wallpaper => wallpaper_page(state),
        Place::Library => library(state),
        Place::Settings => settings_page(state),
        Place::Program | Place::Nowhere => not_found(state),
    })
}
