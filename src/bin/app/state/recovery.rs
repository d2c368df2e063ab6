//! Recovery after the page died of a program. `src/early.js` has started the app without it. A version that was taken in automatically
//! is replaced by the one before; for anything else the person decides.

use super::last_start::{self, say};
use super::library::LibraryState;
use super::library::versions::attach_rounds;
use super::plan::PlanState;
use super::program::{Kept, ProgramState, built_in_file};
use super::settings::SettingsState;
use super::toast::ToastState;
use super::updates::{Asked, UpdateState};
use crate::storage::{self, StorageError};
use leptos::prelude::*;
use siganpyo::program::ProgramId;
use siganpyo::wire::last_start::LastStart;
use siganpyo::wire::library_card::LibraryCard;

/// The most characters of a title that are shown: the program that killed the page may have a very long one.
const LONGEST: usize = 80;

pub struct RecoveryState {
    pub(super) updates: &'static UpdateState,
    pub(super) library: &'static LibraryState,
    pub(super) plan: &'static PlanState,
    pub(super) program: &'static ProgramState,
    pub(super) settings: &'static SettingsState,
    pub(super) toast: &'static ToastState,
}

impl RecoveryState {
    /// Does what needs no decision of the person.
    pub async fn begin(&'static self) {
        // If the database does not answer, the next start tries again.
        let _ = match storage::read_last_start() {
            Some(last) if is_settled(&last).await => {
                say(None);
                Ok(())
            }
            Some(last) => self.go_back(&last).await,
            None => self.note_unreadable().await,
        };
        last_start::refresh();
    }

    /// Goes back to the version before, if the page died of one that was taken in automatically and had never been shown. If it is interrupted,
    /// the next start does it again.
    async fn go_back(&'static self, last: &LastStart) -> Result<(), StorageError> {
        let Some(id) = last.program.as_deref().filter(|id| last.is_of(id)) else { return Ok(()) };
        let Some(mut before) = storage::version_before(id).await? else { return Ok(()) };
        let program = ProgramId::new(id);
        if storage::load_program(&program).await?.as_deref() == Some(&*before.file) {
            return storage::remove_version_before(id).await;
        }
        let Some(kept) = Kept::read(before.file.clone()) else { return Ok(()) };
        before.turn_back(self.plan.of(&program).await);
        storage::save_version_before(&before).await?;
        self.plan.change_of(&program, |plan| attach_rounds(plan, &before.back)).await;
        storage::save_program(&program, before.file.clone()).await?;
        let problem = Some(self.settings.language().library_messages().deadly.to_owned());
        let seen = Some(before.seen);
        storage::save_card(&LibraryCard { problem, seen: seen.clone(), deadly: seen, ..before.card }).await?;
        say(Some(LastStart { program: Some(id.to_owned()), trial: false, version: true }));
        let _ = storage::remove_version_before(id).await;
        // If that is the built-in file, it is shown as such, so that the next built-in version replaces it.
        let is_own = self.program.is_built_in(&program) && built_in_file().await.is_some_and(|own| own == before.file);
        let own = if is_own { self.program.built_in().await } else { None };
        self.library.switch(own.unwrap_or(kept)).await;
        Ok(())
    }

    /// Shows a notice if the program in use is stored but cannot be read.
    async fn note_unreadable(&'static self) -> Result<(), StorageError> {
        let (program, trial) = self.settings.current.with_untracked(|settings| (settings.program.clone(), settings.trial));
        let is_shown = |id: &String| self.program.get().is_some_and(|shown| shown.id.as_str() == id);
        let file = match &program {
            _ if trial && !self.program.is_trial.get_untracked() => storage::load_trial().await?,
            Some(id) if !trial && !is_shown(id) => storage::load_program(&ProgramId::new(id)).await?,
            _ => None,
        };
        if file.is_some_and(|file| Kept::read(file).is_none()) {
            say(Some(LastStart { program, trial, version: false }));
        }
        Ok(())
    }

    /// Opens the program again.
    pub async fn open_again(&'static self, last: LastStart) {
        say(None);
        let id = last.program.clone().unwrap_or_default();
        if last.version {
            if let Ok(Some(card)) = storage::written_card(&id).await {
                let card = LibraryCard { seen: None, deadly: None, problem: None, ..card };
                let _ = storage::save_card(&card).await;
                self.updates.check(card, Asked::ByPerson).await;
            }
            return;
        }
        if last.trial {
            self.settings.set(|settings| settings.trial = true);
            self.library.load().await;
            self.plan.adopt().await;
        } else {
            self.library.switch_to(&id).await;
        }
        let is_open = if last.trial {
            self.program.is_trial.get_untracked()
        } else {
            self.program.get().is_some_and(|shown| shown.id.as_str() == id)
        };
        if !is_open {
            say(Some(last));
        }
    }

    /// Removes the program from the device; the plan for it stays.
    pub async fn discard(&'static self, last: LastStart, title: String) {
        let id = last.program.clone().unwrap_or_default();
        let outcome = if last.trial {
            storage::remove_trial().await
        } else if self.program.is_built_in(&ProgramId::new(&id)) {
            self.discard_later_version(&id).await
        } else {
            self.library.remove(&id).await.map(drop)
        };
        let messages = self.settings.language().library_messages();
        let text = match outcome {
            Ok(()) => {
                say(None);
                (messages.removed)(&title)
            }
            Err(_) => (messages.not_removed)().message,
        };
        self.toast.say(text);
    }

    /// Replaces a later version of the built-in program with the built-in file, and attaches the picks to that.
    async fn discard_later_version(&'static self, id: &str) -> Result<(), StorageError> {
        if let Some(card) = storage::written_card(id).await? {
            let deadly = card.seen.clone();
            storage::save_card(&LibraryCard { over: None, deadly, ..card }).await?;
        }
        say(None);
        self.library.keep_in_step().await
    }
}

/// Returns whether the device no longer has the program. The phone may have died before this was recorded.
async fn is_settled(last: &LastStart) -> bool {
    let id = last.program.clone().unwrap_or_default();
    match (last.trial, last.version) {
        (true, _) => storage::load_trial().await.is_ok_and(|file| file.is_none()),
        (_, true) => storage::written_card(&id).await.is_ok_and(|card| card.is_none_or(|card| card.deadly.is_none())),
        (_, false) => storage::load_program(&ProgramId::new(&id)).await.is_ok_and(|file| file.is_none()),
    }
}

/// Returns the title of the program in the notice.
pub async fn title_of(last: &LastStart) -> String {
    let id = last.program.clone().unwrap_or_default();
    let card = if last.trial { storage::trial_card().await } else { storage::written_card(&id).await.ok().flatten() };
    let title = card.map(|card| card.title).filter(|title| !title.is_empty()).unwrap_or(id);
    title.chars().take(LONGEST).collect()
}
