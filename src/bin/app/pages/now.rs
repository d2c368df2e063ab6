//! Where to go now: a card, first in the program during the conference and above the timetable at any time, and a mode that fills the screen
//! with it.

mod card;
mod venue;

use super::clock;
use super::finder::Finder;
use super::program::{is_grid, is_scrolled};
use crate::browser;
use crate::components::element::{live, nothing};
use crate::state::State;
use card::{OF_GRID, OF_PLAN, OF_PROGRAM, follow, view};
use leptos::prelude::*;
use siganpyo::plan::Plan;
use siganpyo::present::now::{Now, Phase};
use siganpyo::present::now_card::NowCard;
use siganpyo::program::Program;
use std::sync::Arc;
use std::time::Duration;

/// How often the card looks at the clock.
const TICK: Duration = Duration::from_secs(15);

/// The card above the list, during the conference and while nothing is searched for. Before it the count-down and afterwards what was heard,
/// unless the page was opened without a pick: nothing moves the list of somebody who only looks, or who begins to pick.
pub fn of_program(program: Arc<Program>, finder: Finder, state: State) -> AnyView {
    let card = follow(program, clock(TICK), state);
    let has_picked = !state.plan.current.with_untracked(Plan::is_empty);
    let is_due = move |phase| phase == Phase::During || has_picked;
    let shown = Memo::new(move |_| card.get().filter(|card| !finder.asks() && is_due(card.phase)).map(in_short));
    keep_place();
    live(move || {
        let class = if is_grid(state.settings) { OF_GRID } else { OF_PROGRAM };
        shown.get().map_or_else(nothing, |card| view(class, &card, [venue::opener("quiet", state)], state).into())
    })
}

/// Before the conference the list itself says what comes first.
fn in_short(card: NowCard) -> NowCard {
    let lines = if card.phase == Phase::Before { Vec::new() } else { card.lines };
    NowCard { lines, ..card }
}

/// The card above the timetable, where it stays in sight.
pub fn of_plan(program: Arc<Program>, now: RwSignal<i64>, state: State) -> AnyView {
    let card = follow(program, now, state);
    live(move || card.get().map_or_else(nothing, |card| view(OF_PLAN, &card, [], state).into()))
}

/// The way to the mode that fills the screen, during the conference.
pub fn way_to_venue(now: RwSignal<i64>, state: State) -> AnyView {
    let is_on = Memo::new(move |_| {
        let program = state.program.get();
        program.is_some_and(|program| Now::new(&program, &state.hidden.in_sight(&program), now.get()).phase == Phase::During)
    });
    live(move || if is_on.get() { venue::opener("button", state).into() } else { nothing() })
}

/// Whoever has scrolled a list that is there already must not lose the place when the card comes. After Back both come together, to the
/// place where they were.
fn keep_place() {
    let Some(before) = top_of_list().filter(|_| is_scrolled()) else { return };
    request_animation_frame(move || {
        if let Some(after) = top_of_list() {
            browser::window().scroll_by_with_x_and_y(0.0, after - before);
        }
    });
}

fn top_of_list() -> Option<f64> {
    browser::elements("main[data-program] > .day").next().map(|day| day.get_bounding_client_rect().top())
}
