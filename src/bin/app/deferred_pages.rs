//! The pages that a first visit does not wait for.
//!
//! [`hand_out`] and everything that only it reaches is split off by the build (`finish/split.rs` of xtask) into a file of its own, which
//! is fetched once the program can be read and picked from. One function hands out everything, since each split function waits for a
//! fetch of its own.

use crate::browser::rules::rules;
use crate::browser::{self, guard};
use crate::components::element::{all, nothing};
use crate::pages::deferred::{Beside, Deferred, Fetched, Part};
use crate::pages::former::former;
use crate::pages::last_start;
use crate::pages::library::{library, trial_notice};
use crate::pages::not_found::not_found;
use crate::pages::now;
use crate::pages::plan::my_timetable;
use crate::pages::program::find::hiding::hidden_of;
use crate::pages::program::find::{begin_at_rest, find};
use crate::pages::program::grid::grid;
use crate::pages::program::now::{present_moment, to_now};
use crate::pages::program::scrolling;
use crate::pages::session::session_page;
use crate::pages::settings::settings_page;
use crate::pages::shared;
use crate::pages::wallpaper::wallpaper_page;
use crate::pages::way_out::way_out_notice;
use crate::route::Route;
use crate::state::State;
use crate::tasks::{self, toasts};
use futures::FutureExt;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::program::SessionId;
use wasm_split_helpers::SplitLoaderError;

/// The styles that no page of a first visit needs, in the order in which they count.
const STYLE: &str = rules!("choices.css", "grid.css", "wallpaper.css", "cards.css");

/// What is asked of the deferred part.
enum Request {
    View(Part),
    /// To begin, now that it is here: with its styles, and with looking for a share code in the address.
    Begin,
    /// To begin what goes on beside the pages.
    Tasks,
}

/// The way to the deferred part.
pub fn deferred() -> Deferred {
    Deferred::new(view_of, |deferred, state| {
        spawn_local(async move {
            fetch(deferred, state).await;
            begin_tasks(state).await;
        });
    })
}

/// Fetches the deferred part, and has it look for a share code.
pub async fn fetch(deferred: Deferred, state: State) {
    let is_here = preload().await.is_ok();
    if is_here {
        let _ = hand_out(Request::Begin, state).await;
    }
    deferred.fetched.set(if is_here { Fetched::Here } else { Fetched::Failed });
}

/// Begins what goes on beside the pages, once they are here.
pub async fn begin_tasks(state: State) {
    let _ = hand_out(Request::Tasks, state).await;
}

/// A view of the deferred part, which is here, so that there is nothing to wait for.
fn view_of(part: Part, state: State) -> AnyView {
    hand_out(Request::View(part), state).now_or_never().and_then(Result::ok).unwrap_or_else(nothing)
}

#[wasm_split_helpers::wasm_split(pages, fallible, preload(preload))]
fn hand_out(request: Request, state: State) -> Result<AnyView, SplitLoaderError> {
    guard::mark();
    Ok(match request {
        Request::View(part) => view(part, state),
        Request::Begin => {
            browser::adopt_style("deferred", STYLE);
            shared::begin(state);
            nothing()
        }
        Request::Tasks => {
            tasks::begin(state);
            nothing()
        }
    })
}

fn view(part: Part, state: State) -> AnyView {
    match part {
        Part::Find(program, finder) => find(program, finder, state),
        Part::Notices(route) => {
            toasts::leave_with(route, state);
            all([way_out_notice(state), last_start::told(state), former(state), trial_notice(route, state)])
        }
        Part::Grid(program) => grid(&program, state.hidden.in_sight(&program), state),
        Part::Beside(Beside::Past, program, finder) => {
            scrolling::return_after_search(finder);
            begin_at_rest(finder, state);
            all([now::of_program(program.clone(), finder, state), present_moment(program, finder, state)])
        }
        Part::Beside(Beside::ToNow, program, finder) => {
            scrolling::follow();
            to_now(program, finder, state)
        }
        Part::Beside(Beside::Hidden, program, finder) => hidden_of(&program, finder, state),
        Part::Page(Route::Session(id)) => session_page(SessionId::new(id), state),
        Part::Page(Route::Plan) => my_timetable(state),
        Part::Page(Route::Wallpaper) => wallpaper_page(state),
        Part::Page(Route::Library) => library(state),
        Part::Page(Route::Settings) => settings_page(state),
        Part::Page(Route::Program | Route::Nowhere) => not_found(state),
    }
}
