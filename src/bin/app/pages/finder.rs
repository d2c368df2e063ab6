//! The search field's state, as far as the page needs it before the code for searching is loaded.

use crate::browser;
use crate::state::State;
use leptos::prelude::*;
use siganpyo::present::SessionSet;
use siganpyo::present::filter::address;
use siganpyo::program::Program;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, UrlSearchParams};

/// What is asked for on the program's page.
#[derive(Clone, Copy)]
pub struct Finder {
    /// What stands in the search field.
    pub typed: RwSignal<String>,
    /// What is chosen, as the query part of an address without what is typed, see `present::filter`.
    pub chosen: RwSignal<String>,
    /// Whether searching was begun, so that everything for it is wanted.
    awake: RwSignal<bool>,
    /// Whether the choices are shown.
    pub open: RwSignal<bool>,
    /// During the conference what is folded away because it is over.
    pub past: RwSignal<Option<SessionSet>>,
    /// During the conference the index of the first session that has not begun; the present time is before it.
    pub now: RwSignal<Option<usize>>,
}

impl Finder {
    /// What the page's address asks for.
    pub fn at_address() -> Finder {
        let address = browser::query();
        let typed =
            UrlSearchParams::new_with_str(&address).ok().and_then(|params| params.get(address::QUERY)).unwrap_or_default();
        // Messengers and networks add parameters of their own to every link.
        let chosen = browser::parameters(&address, address::is_choice);
        let awake = !typed.is_empty() || !chosen.is_empty();
        Finder {
            typed: RwSignal::new(typed),
            chosen: RwSignal::new(chosen),
            awake: RwSignal::new(awake),
            open: RwSignal::new(false),
            past: RwSignal::new(None),
            now: RwSignal::new(None),
        }
    }

    /// Begins searching.
    pub fn wake(self) {
        // Said once, since who hears it makes everything for searching anew. The page may have been left meanwhile.
        if self.awake.try_get_untracked() == Some(false) {
            self.awake.set(true);
        }
    }

    /// Whether searching was begun.
    pub fn is_awake(self) -> bool {
        self.awake.get()
    }

    /// What the list has where nothing is asked for: what is neither hidden nor folded away.
    pub fn listed(self, program: &Arc<Program>, state: State) -> SessionSet {
        let mut listed = state.hidden.in_sight(program);
        self.past.with(|past| {
            if let Some(past) = past {
                listed.keep(&past.others());
            }
        });
        listed
    }

    /// Whether not the whole program is wanted.
    pub fn asks(self) -> bool {
        self.typed.with(|typed| !typed.trim().is_empty()) || self.chosen.with(|chosen| !chosen.is_empty())
    }
}

/// Whether the address asks for anything.
pub fn asks_at_address() -> bool {
    !browser::parameters(&browser::query(), address::is_known).is_empty()
}

/// The search field of the page, of the static one too.
pub fn field() -> Option<HtmlInputElement> {
    browser::document().query_selector("[role=searchbox]").ok().flatten().map(JsCast::unchecked_into)
}
