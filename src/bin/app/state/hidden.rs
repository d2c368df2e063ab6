//! Sessions and tracks that the person has hidden. Picks are never changed by this, and a picked session is never hidden.

use super::plan::PlanState;
use super::program::ProgramState;
use super::settings::SettingsState;
use super::toast::ToastState;
use crate::browser::other_tabs;
use crate::storage;
use leptos::prelude::*;
use siganpyo::plan::{Hidden, Hideable};
use siganpyo::present::{SessionSet, out_of_sight};
use siganpyo::program::{Program, ProgramId};
use std::sync::Arc;

pub struct HiddenState {
    pub current: RwSignal<Hidden>,
    plan: &'static PlanState,
    program: &'static ProgramState,
    settings: &'static SettingsState,
    toast: &'static ToastState,
}

impl HiddenState {
    pub fn new(
        plan: &'static PlanState,
        program: &'static ProgramState,
        settings: &'static SettingsState,
        toast: &'static ToastState,
    ) -> HiddenState {
        HiddenState { current: RwSignal::new(Hidden::default()), plan, program, settings, toast }
    }

    /// Reads from localStorage what is hidden in a program.
    pub fn open(&'static self, program: &ProgramId) {
        self.current.set(storage::read_hidden(program).unwrap_or_default());
    }

    /// Returns the sessions that are not hidden, and tracks changes. A session that is shown stays shown when it is removed from the plan, so
    /// that it can be picked again in the same place; a session that is added to the plan is shown.
    pub fn in_sight(&'static self, program: &Arc<Program>) -> SessionSet {
        let plan = self.plan.current;
        let away = self.current.with(|hidden| plan.with_untracked(|plan| out_of_sight(program, plan, hidden)));
        let shown = away.others();
        if !away.is_empty() {
            let program = program.clone();
            let is_picked = move |place: usize| plan.with(|plan| plan.is_picked(&program.sessions[place].id));
            Memo::new(move |_| away.iter().any(&is_picked)).track();
        }
        shown
    }

    /// Reads what another tab has hidden.
    pub fn refresh(&'static self) {
        let hidden = self.plan.current.with_untracked(|plan| storage::read_hidden(&plan.program));
        if let Some(hidden) = hidden.filter(|hidden| self.current.with_untracked(|known| known != hidden)) {
            self.current.set(hidden);
        }
    }

    /// Hides something, with an undo button.
    pub fn hide(&'static self, what: Hideable) {
        let text = (self.settings.language().hide_messages().done)(what.name());
        self.change(|hidden| hidden.hide(&what));
        self.offer_undo(text, move || self.show(&what));
    }

    /// Hides what somebody sent, too.
    pub fn add(&'static self, hidden: &Hidden) {
        if hidden.count() > 0 {
            self.change(|mine| mine.add(hidden));
        }
    }

    /// Shows something that was hidden.
    pub fn show(&'static self, what: &Hideable) {
        self.change(|hidden| hidden.show(what));
    }

    /// Shows everything that was hidden, with an undo button.
    pub fn show_all(&'static self) {
        let before = self.current.get_untracked();
        self.change(|hidden| *hidden = Hidden::default());
        let text = self.settings.language().hide_messages().all_shown.to_owned();
        self.offer_undo(text, move || self.change(|hidden| *hidden = before.clone()));
    }

    fn offer_undo(&'static self, text: String, undo: impl Fn() + Send + Sync + 'static) {
        self.toast.offer(text, self.settings.messages().undo, Arc::new(undo));
    }

    /// Starts from the stored state, since another tab may have changed it.
    fn change(&'static self, change: impl FnOnce(&mut Hidden)) {
        let Some(program) = self.program.get() else { return };
        let mut hidden = storage::read_hidden(&program.id).unwrap_or_else(|| self.current.get_untracked());
        change(&mut hidden);
        let away = self.plan.current.with_untracked(|plan| out_of_sight(&program, plan, &hidden));
        let away: Vec<&str> = away.iter().map(|place| program.sessions[place].id.as_str()).collect();
        storage::write_hidden(&program.id, &hidden, &away);
        self.current.set(hidden);
        other_tabs::announce();
    }
}
