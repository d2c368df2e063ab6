//! The person's plan for the program on the screen: opened, changed, saved.

mod decisions;

use super::program::ProgramState;
use super::settings::SettingsState;
use super::toast::ToastState;
use crate::browser::other_tabs;
use crate::status::{Save, Toast};
use crate::storage::{self, Found};
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::plan::{Pick, Plan, entries, merge};
use siganpyo::program::{Date, Program, ProgramId, SessionId};
use siganpyo::wire::early_picks::EarlyPick;

pub struct PlanState {
    pub current: RwSignal<Plan>,
    pub save: RwSignal<Save>,
    /// Whether a stored plan could not be read and was set aside.
    pub is_damaged: RwSignal<bool>,
    /// Number of picks that changed. `tasks::update_checks` counts them, since the code for counting can wait until the deferred pages
    /// are here.
    pub changed: RwSignal<usize>,
    /// The last thing that can be undone, with its button.
    pub undoable: RwSignal<Option<Toast>>,
    /// Number of saves so far; only the latest one may set the status.
    saves: StoredValue<u64>,
    program: &'static ProgramState,
    settings: &'static SettingsState,
    toast: &'static ToastState,
}

impl PlanState {
    pub fn new(program: &'static ProgramState, settings: &'static SettingsState, toast: &'static ToastState) -> PlanState {
        PlanState {
            current: RwSignal::new(Plan::empty(ProgramId::new(""))),
            // Nothing counts as saved before the database has confirmed it.
            save: RwSignal::new(Save::Opening),
            is_damaged: RwSignal::new(false),
            changed: RwSignal::new(0),
            undoable: RwSignal::new(None),
            saves: StoredValue::new(0),
            program,
            settings,
            toast,
        }
    }

    /// Reads the plan for a program from localStorage and adds the picks that were tapped before the app had started.
    pub fn open(&'static self, program: &Program) {
        let Found { plan, damaged } = storage::read_mirrored_plan(&program.id);
        if damaged {
            self.is_damaged.set(true);
        }
        let mut plan = plan.unwrap_or_else(|| Plan::empty(program.id.clone()));
        let has_early = adopt_early(&mut plan, program, self.settings.messages().tag);
        // A save that is still running belongs to the plan before.
        self.saves.update_value(|saves| *saves += 1);
        self.save.set(if has_early { Save::Saving } else { Save::Opening });
        self.undoable.set(None);
        self.current.set(plan);
    }

    /// Merges the plan in the database into the one from localStorage and saves the result to both; after that the early taps
    /// are safe.
    pub async fn adopt(&'static self) {
        if self.program.shown.with_untracked(|_| self.program.get()).is_none() {
            return self.save.set(Save::Saved);
        }
        self.join_stored().await;
        // Also if nothing was picked: an early tap that is not removed would be applied again at the next start.
        if self.store().await {
            storage::forget_early();
        }
    }

    /// Merges what another tab has saved, and saves again if the database lacks something or the last save failed.
    pub async fn refresh(&'static self) {
        if !self.join_stored().await || self.save.get_untracked() == Save::Failed {
            self.save().await;
        }
    }

    /// Merges the plan in the database into the shown one. Returns false if the database has less or does not answer.
    async fn join_stored(&'static self) -> bool {
        let program = self.current.with_untracked(|plan| plan.program.clone());
        let Ok(Found { plan, damaged }) = storage::load_plan(&program).await else { return false };
        if damaged {
            self.is_damaged.set(true);
        }
        let stored = plan.unwrap_or_else(|| Plan::empty(program));
        self.join(stored.clone());
        self.current.with_untracked(|plan| *plan == stored)
    }

    /// Merges a copy into the shown plan, unless another program is shown by now.
    fn join(&'static self, copy: Plan) {
        let shown = self.current.get_untracked();
        if shown.program == copy.program {
            let joined = merge(shown.clone(), copy);
            if shown != joined {
                self.current.set(joined);
            }
        }
    }

    /// Returns a signal that says whether a session is picked.
    pub fn picked(&'static self, session: SessionId) -> Memo<bool> {
        Memo::new(move |_| self.current.with(|plan| plan.is_picked(&session)))
    }

    /// Picks the session, or removes the pick.
    pub fn toggle(&'static self, session: &SessionId) {
        let Some(program) = self.program.get() else { return };
        let picked = self.current.with_untracked(|plan| plan.is_picked(session));
        match program.session(session) {
            _ if picked => self.change(|plan| plan.take_out(session)),
            Some(found) => self.change(|plan| plan.put(Pick::of(&program, found, self.settings.messages().tag))),
            None => {}
        }
    }

    pub fn change(&'static self, change: impl FnOnce(&mut Plan)) {
        self.current.update(change);
        spawn_local(async move {
            if self.save().await {
                storage::ask_to_stay();
            }
        });
    }

    /// Saves the plan, and returns whether that worked.
    pub async fn save(&'static self) -> bool {
        self.save.set(Save::Saving);
        self.store().await
    }

    /// The same without a word before it is done.
    async fn store(&'static self) -> bool {
        let ticket = self.saves.with_value(|saves| saves + 1);
        self.saves.set_value(ticket);
        let outcome = storage::save_plan(&self.current.get_untracked()).await;
        let is_saved = outcome.is_ok();
        if let Ok(stored) = outcome {
            self.join(stored);
            other_tabs::announce();
        }
        if self.saves.with_value(|latest| *latest == ticket) {
            self.save.set(if is_saved { Save::Saved } else { Save::Failed });
        }
        is_saved
    }

    /// The program days that the plan has entries on.
    pub fn days(&'static self) -> Vec<Date> {
        let Some(program) = self.program.get() else { return Vec::new() };
        let entries = self.current.with(|plan| entries(plan, &program, self.settings.messages().tag));
        let planned = |date: &Date| entries.iter().any(|entry| entry.day == *date);
        program.days.iter().map(|day| day.date).filter(planned).collect()
    }

    /// The plan for a program, whether it is on the screen or not.
    pub async fn of(&'static self, program: &ProgramId) -> Plan {
        let shown = self.current.get_untracked();
        if shown.program == *program {
            return shown;
        }
        let plan = storage::read_mirrored_plan(program).plan.unwrap_or_else(|| Plan::empty(program.clone()));
        match storage::load_plan(program).await {
            Ok(Found { plan: Some(stored), .. }) => merge(plan, stored),
            _ => plan,
        }
    }

    /// Changes the plan for a program, whether it is on the screen or not.
    pub async fn change_of(&'static self, program: &ProgramId, change: impl FnOnce(&mut Plan)) {
        let mut plan = self.of(program).await;
        if self.current.with_untracked(|shown| shown.program == plan.program) {
            self.current.update(change);
            self.save().await;
        } else {
            change(&mut plan);
            let _ = storage::save_plan(&plan).await;
        }
    }
}

/// Applies the taps from before the start, and returns whether there were any.
fn adopt_early(plan: &mut Plan, program: &Program, language: &str) -> bool {
    let mut has_early = false;
    for EarlyPick { program: id, session, picked } in storage::read_early() {
        let known = program.session(&session).filter(|_| id == program.id && plan.is_picked(&session) != picked);
        has_early |= known.is_some();
        match known {
            Some(_) if !picked => plan.take_out(&session),
            Some(session) => plan.put(Pick::of(program, session, language)),
            None => {}
        }
    }
    has_early
}
