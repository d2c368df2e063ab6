//! The pages that a first visit does not wait for.
//!
//! [`view_of`] and everything that only it reaches is split off by the build (`src/bin/xtask/finish/split.rs`) into a file of its
//! own, which is fetched once the program can be read and picked from.

use crate::components::notice::notice;
use crate::element::{all, el, live, nothing};
use crate::guard;
use crate::last_start;
use crate::offline;
use crate::pages::find::find;
use crate::pages::find::hiding::hidden_of;
use crate::pages::grid::grid;
use crate::pages::library::{library, trial_notice};
use crate::pages::not_found::not_found;
use crate::pages::now::{present_moment, to_now};
use crate::pages::plan::my_timetable;
use crate::pages::program::finder::Finder;
use crate::pages::session::session_page;
use crate::pages::settings::settings_page;
use crate::pages::shared;
use crate::pages::wallpaper::wallpaper_page;
use crate::passed;
use crate::place::Place;
use crate::remembered;
use crate::scripts;
use crate::second_try;
use crate::state::State;
use crate::updates;
use futures::FutureExt;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::program::{Program, SessionId};
use std::sync::Arc;
use wasm_split_helpers::SplitLoaderError;

/// Whether the later pages are on this device and in memory.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Later {
    Coming,
    Here,
    Failed,
}

/// Fetches the later pages, and looks whether a link to a shared plan was opened.
pub async fn fetch(state: State) -> Later {
    match preload().await {
        Ok(()) => {
            let _ = view_of(Wanted::Shared, state).await;
            Later::Here
        }
        Err(_) => Later::Failed,
    }
}

/// A later page, or what is to be said until it is here.
pub fn later_page(place: Place, later: RwSignal<Later>, state: State) -> AnyView {
    let main = |content: AnyView| el("main").id("main").child(content).into();
    part(later, state, main, move || Wanted::Page(place.clone()))
}

/// What the program page shows of searching.
pub fn later_find(program: Arc<Program>, finder: Finder, later: RwSignal<Later>, state: State) -> AnyView {
    part(later, state, |content| content, move || Wanted::Find(program.clone(), finder))
}

/// The program as rooms by time.
pub fn later_grid(program: Arc<Program>, later: RwSignal<Later>, state: State) -> AnyView {
    part(later, state, |content| content, move || Wanted::Grid(program.clone()))
}

/// What the program page says beside its list. Nothing while that is on its way.
pub fn later_beside(beside: Beside, program: &Arc<Program>, finder: Finder, later: RwSignal<Later>, state: State) -> AnyView {
    let program = program.clone();
    once_here(later, state, move || Wanted::Beside(beside, program.clone(), finder))
}

/// What else concerns every page.
pub fn later_notices(place: Memo<Place>, later: RwSignal<Later>, state: State) -> AnyView {
    once_here(later, state, move || Wanted::Notices(place))
}

/// Nothing while it is on its way.
fn once_here(later: RwSignal<Later>, state: State, wanted: impl Fn() -> Wanted + Send + 'static) -> AnyView {
    live(move || match later.get() {
        Later::Here => at_once(wanted(), state),
        _ => nothing(),
    })
}

/// A view of the later part, which is here, so that there is nothing to wait for.
fn at_once(wanted: Wanted, state: State) -> AnyView {
    view_of(wanted, state).now_or_never().and_then(Result::ok).unwrap_or_else(nothing)
}

fn part(
    later: RwSignal<Later>,
    state: State,
    around: fn(AnyView) -> AnyView,
    wanted: impl Fn() -> Wanted + Send + 'static,
) -> AnyView {
    let messages = state.messages();
    live(move || match later.get() {
        Later::Coming => around(el("p").class("lead").attr("role", "status").text(messages.loading).into()),
        Later::Here => at_once(wanted(), state),
        Later::Failed => {
            let again = el("button").text(messages.retry).on_click(move || {
                later.set(Later::Coming);
                spawn_local(async move {
                    later.set(fetch(state).await);
                    begin(state).await;
                });
            });
            around(notice((messages.page_missing)(), [again]))
        }
    })
}

/// Begins what goes on beside the pages, once they are here.
pub async fn begin(state: State) {
    let _ = view_of(Wanted::Updates, state).await;
}

/// What stands beside the list of the program.
#[derive(Clone, Copy)]
pub enum Beside {
    /// What is over, folded.
    Past,
    /// The way to the present moment.
    ToNow,
    /// The way to what is hidden.
    Hidden,
}

/// What there is in the later part. One function hands it all out: each would wait for its own fetching.
enum Wanted {
    Page(Place),
    Find(Arc<Program>, Finder),
    Beside(Beside, Arc<Program>, Finder),
    /// Nothing to see: from now on new versions of programs are looked for, settings kept twice, fonts for a program's scripts kept,
    /// and what was not saved or not fetched is tried again.
    Updates,
    Grid(Arc<Program>),
    /// What else concerns every page: how the last start went, and that a program is on trial.
    Notices(Memo<Place>),
    /// Nothing to see unless the address has a share code, now or later.
    Shared,
}

#[wasm_split_helpers::wasm_split(pages, fallible, preload(preload))]
fn view_of(wanted: Wanted, state: State) -> Result<AnyView, SplitLoaderError> {
    guard::mark();
    Ok(match wanted {
        Wanted::Updates => {
            last_start::begin(state);
            remembered::begin(state);
            scripts::begin(state);
            offline::fetch_when_online(state);
            second_try::begin(state);
            updates::begin(state);
            passed::begin(state);
            nothing()
        }
        Wanted::Shared => {
            shared::begin(state);
            nothing()
        }
        Wanted::Find(program, finder) => find(program, finder, state),
        Wanted::Notices(place) => all([last_start::told(state), trial_notice(place, state)]),
        Wanted::Grid(program) => grid(&program, state.in_sight(&program), state),
        Wanted::Beside(Beside::Past, program, finder) => present_moment(program, finder, state),
        Wanted::Beside(Beside::ToNow, program, finder) => to_now(program, finder, state),
        Wanted::Beside(Beside::Hidden, program, finder) => hidden_of(&program, finder, state),
        Wanted::Page(Place::Session(id)) => session_page(SessionId::new(id), state),
        Wanted::Page(Place::Plan) => my_timetable(state),
        Wanted::Page(Place::Wallpaper) => wallpaper_page(state),
        Wanted::Page(Place::Library) => library(state),
        Wanted::Page(Place::Settings) => settings_page(state),
        Wanted::Page(Place::Program | Place::Nowhere) => not_found(state),
    })
}
