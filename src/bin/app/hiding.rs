//! What is put out of sight and comes back. Picks are never touched, and a picked session is never out of sight.

use crate::page;
use crate::state::State;
use crate::status::Toast;
use crate::storage;
use crate::tabs;
use leptos::prelude::*;
use siganpyo::plan::{Hidden, Hideable};
use siganpyo::present::{SessionSet, out_of_sight};
use siganpyo::program::Program;
use std::sync::Arc;

/// Rules that only these parts of the pages need.
const STYLE: &str = include_str!("../../../style/hiding.css");

/// Adds the rules for what hides and brings back.
pub fn adopt_style() {
    page::adopt_style("hiding", STYLE);
}

impl State {
    /// The sessions that are not hidden, now and when that changes. What is in sight stays so when it is taken out of the plan, so
    /// that it can be put back where it was; what comes into the plan comes into sight.
    pub fn in_sight(self, program: &Arc<Program>) -> SessionSet {
        let away = self.hidden.with(|hidden| self.plan.with_untracked(|plan| out_of_sight(program, plan, hidden)));
        let shown = away.others();
        if !away.is_empty() {
            let program = program.clone();
            let is_picked = move |place: usize| self.plan.with(|plan| plan.is_picked(&program.sessions[place].id));
            Memo::new(move |_| away.iter().any(&is_picked)).track();
        }
        shown
    }

    /// Takes over what another tab has put out of sight.
    pub fn look_at_hidden(self) {
        let hidden = self.plan.with_untracked(|plan| storage::read_hidden(&plan.program));
        if let Some(hidden) = hidden.filter(|hidden| self.hidden.with_untracked(|known| known != hidden)) {
            self.hidden.set(hidden);
        }
    }

    /// Puts something out of sight, says so, and offers to bring it back.
    pub fn hide(self, what: Hideable) {
        let text = (self.language().hide_messages().done)(what.name());
        self.change_hidden(|hidden| hidden.hide(&what));
        self.say_hidden(text, move || self.unhide(&what));
    }

    /// Brings something back into sight.
    pub fn unhide(self, what: &Hideable) {
        self.change_hidden(|hidden| hidden.show(what));
    }

    /// Brings everything back, and offers to put it out of sight again.
    pub fn unhide_all(self) {
        let before = self.hidden.get_untracked();
        self.change_hidden(|hidden| *hidden = Hidden::default());
        let text = self.language().hide_messages().all_shown.to_owned();
        self.say_hidden(text, move || self.change_hidden(|hidden| *hidden = before.clone()));
    }

    fn say_hidden(self, text: String, undo: impl Fn() + Send + Sync + 'static) {
        self.toast.set(Some(Toast { text, action: Some((self.messages().undo, Arc::new(undo))) }));
    }

    /// Begins with what is stored, since another tab may have changed it.
    fn change_hidden(self, change: impl FnOnce(&mut Hidden)) {
        let Some(program) = self.program() else { return };
        let mut hidden = storage::read_hidden(&program.id).unwrap_or_else(|| self.hidden.get_untracked());
        change(&mut hidden);
        let away = self.plan.with_untracked(|plan| out_of_sight(&program, plan, &hidden));
        let away: Vec<&str> = away.iter().map(|place| program.sessions[place].id.as_str()).collect();
        storage::write_hidden(&program.id, &hidden, &away);
        self.hidden.set(hidden);
        tabs::announce();
    }
}
