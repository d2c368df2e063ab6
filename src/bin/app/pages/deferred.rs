//! Access to the deferred part of the pages: which parts can be requested, and what is shown until it is loaded.

use super::finder::Finder;
use crate::components::element::{button, live, nothing, tag};
use crate::components::notice::notice;
use crate::route::Route;
use crate::state::State;
use leptos::prelude::*;
use siganpyo::program::Program;
use std::sync::Arc;

/// Whether the deferred part is on this device and in memory.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fetched {
    Coming,
    Here,
    Failed,
}

/// A view of the deferred part.
pub enum Part {
    Page(Route),
    /// What the program page shows of searching.
    Find(Arc<Program>, Finder),
    /// The program as rooms by time.
    Grid(Arc<Program>),
    Beside(Beside, Arc<Program>, Finder),
    /// What concerns every page: how the last start went, and that a program is on trial.
    Notices(Memo<Route>),
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

/// The way to the deferred part, for pages that must not name it: what they name is fetched with them.
#[derive(Clone, Copy)]
pub struct Deferred {
    pub fetched: RwSignal<Fetched>,
    view: fn(Part, State) -> AnyView,
    fetch_again: fn(Deferred, State),
}

impl Deferred {
    /// `view` is called once everything is here.
    pub fn new(view: fn(Part, State) -> AnyView, fetch_again: fn(Deferred, State)) -> Deferred {
        Deferred { fetched: RwSignal::new(Fetched::Coming), view, fetch_again }
    }

    /// A page, or a message until it is loaded.
    pub fn page(self, route: Route, state: State) -> AnyView {
        let main = |content: AnyView| tag::main().id("main").child(content).into();
        self.awaited(state, main, move || Part::Page(route.clone()))
    }

    pub fn find(self, program: Arc<Program>, finder: Finder, state: State) -> AnyView {
        self.awaited(state, |content| content, move || Part::Find(program.clone(), finder))
    }

    pub fn grid(self, program: Arc<Program>, state: State) -> AnyView {
        self.awaited(state, |content| content, move || Part::Grid(program.clone()))
    }

    /// Nothing until it is loaded.
    pub fn beside(self, beside: Beside, program: &Arc<Program>, finder: Finder, state: State) -> AnyView {
        let program = program.clone();
        self.once_here(state, move || Part::Beside(beside, program.clone(), finder))
    }

    /// Nothing until they are loaded.
    pub fn notices(self, route: Memo<Route>, state: State) -> AnyView {
        self.once_here(state, move || Part::Notices(route))
    }

    fn once_here(self, state: State, part: impl Fn() -> Part + Send + 'static) -> AnyView {
        live(move || match self.fetched.get() {
            Fetched::Here => (self.view)(part(), state),
            _ => nothing(),
        })
    }

    fn awaited(self, state: State, around: fn(AnyView) -> AnyView, part: impl Fn() -> Part + Send + 'static) -> AnyView {
        let messages = state.messages();
        live(move || match self.fetched.get() {
            Fetched::Coming => around(tag::p().class("lead").role("status").text(messages.loading).into()),
            Fetched::Here => (self.view)(part(), state),
            Fetched::Failed => {
                let again = button("retry", messages.retry).on_click(move || {
                    self.fetched.set(Fetched::Coming);
                    (self.fetch_again)(self, state);
                });
                around(notice((messages.page_missing)(), [again]))
            }
        })
    }
}
