//! The programs on this device.
//!
//! A program that was opened is on trial at first: it can be read like any other, also after a reload, but nothing of the library
//! is touched until the person keeps it.

pub mod versions;

use super::hidden::HiddenState;
use super::last_start;
use super::plan::PlanState;
use super::program::{Kept, ProgramState, Shown, built_in_file};
use super::settings::SettingsState;
use super::toast::ToastState;
use crate::storage::{self, StorageError};
use leptos::prelude::*;
use siganpyo::messages::Refusal;
use siganpyo::plan::Attachment;
use siganpyo::program::{Program, ProgramId};
use siganpyo::wire::library_card::LibraryCard;
use siganpyo::wire::mirrored_plan::checksum;
use siganpyo::wire::stored_plan;

pub struct LibraryState {
    pub(super) hidden: &'static HiddenState,
    pub(super) plan: &'static PlanState,
    pub(super) program: &'static ProgramState,
    pub(super) settings: &'static SettingsState,
    pub(super) toast: &'static ToastState,
}

impl LibraryState {
    /// Shows the program that was last in use, else the built-in one, else any that the device keeps.
    pub async fn load(&'static self) {
        let (in_use, is_trial) = self.settings.current.with_untracked(|settings| (settings.program.clone(), settings.trial));
        let mut kept = if is_trial { Kept::on_trial().await } else { None };
        self.program.is_trial.set(kept.is_some());
        if let Some(id) = in_use.filter(|_| kept.is_none()) {
            kept = Kept::by_id(&id).await;
        }
        if kept.is_none() {
            kept = self.program.built_in().await;
        }
        if kept.is_none() {
            kept = Kept::any().await;
        }
        match kept {
            Some(kept) => self.show(kept),
            None => self.program.shown.set(Shown::Missing),
        }
    }

    /// Shows a program with its plan and its hidden sessions as localStorage has them.
    fn show(&'static self, kept: Kept) {
        self.plan.open(&kept.program);
        self.hidden.open(&kept.program.id);
        self.program.show(kept);
    }

    /// Shows the program that was last in use with its stored plan, and stores both again.
    pub async fn reload(&'static self) {
        self.load().await;
        self.plan.adopt().await;
        let _ = self.keep_in_step().await;
    }

    /// Shows another program with its own plan.
    pub async fn switch(&'static self, kept: Kept) {
        let is_built_in = self.program.built_in().await.is_some_and(|built_in| built_in.file == kept.file);
        self.settings.use_program((!is_built_in).then(|| kept.program.id.to_string()));
        last_start::forget(|last| last.is_of(kept.program.id.as_str()));
        self.program.is_trial.set(false);
        self.show(kept);
        self.plan.adopt().await;
        let _ = self.keep_in_step().await;
    }

    /// The programs on this device: the one that came with the app, and all that are kept.
    pub async fn cards(&'static self) -> Vec<LibraryCard> {
        let shown =
            self.program.get().filter(|program| !self.program.is_trial.get_untracked() && self.program.is_built_in(&program.id));
        let built_in = match shown {
            // Reading the file again would take as long as opening the app.
            Some(program) => Some(LibraryCard::of(&program)),
            None => self.program.built_in().await.map(|kept| LibraryCard::of(&kept.program)),
        };
        let kept = storage::cards().await.unwrap_or_default();
        let mut cards: Vec<LibraryCard> = Vec::new();
        for card in built_in.into_iter().chain(kept) {
            match cards.iter_mut().find(|known| known.id == card.id) {
                // The built-in program as it is kept: under the name that the person gave it, and perhaps in a later version.
                Some(known) => *known = card,
                None => cards.push(card),
            }
        }
        cards
    }

    /// Shows a program that was opened, without touching the library.
    pub async fn try_out(&'static self, kept: Kept, card: &LibraryCard) {
        last_start::forget(|last| last.trial);
        // If the device cannot store it, it can still be read until the page is left.
        if storage::save_trial(card.write(), kept.file.to_string()).await.is_ok() {
            self.settings.set(|settings| settings.trial = true);
        }
        self.program.is_trial.set(true);
        self.show(kept);
        self.plan.adopt().await;
    }

    /// The card of the program on trial.
    pub async fn trial_card(&'static self) -> Option<LibraryCard> {
        storage::trial_card().await
    }

    /// Returns an id for a program that is kept beside the others: its own, unless another conference has it
    /// already, even if only a plan is left of that.
    pub async fn id_beside(&'static self, published: &str, program: &Program) -> ProgramId {
        let cards = self.cards().await;
        let is_taken = |id: &str| cards.iter().any(|card| card.id == id);
        let own = ProgramId::new(published);
        let is_planned_otherwise = match storage::load_plan(&own).await {
            Ok(storage::Found { plan: Some(plan), .. }) => !plan.may_be_for(program),
            _ => false,
        };
        if is_taken(published) || is_planned_otherwise { own.beside(&program.title, is_taken) } else { own }
    }

    /// Stores a program under a new id, because another program has the id of its card. Returns it with the new id.
    pub async fn keep_beside(&'static self, card: &LibraryCard, kept: Kept) -> Result<Kept, StorageError> {
        let id = self.id_beside(&card.id, &kept.program).await;
        let kept = kept.under(id.as_str());
        storage::save_program(&id, kept.file.to_string()).await?;
        let published = Some(card.published_id().to_owned());
        storage::save_card(&LibraryCard { id: id.to_string(), published, ..card.clone() }).await?;
        Ok(kept)
    }

    /// Returns the program on trial with another id.
    pub fn trial_as(&'static self, id: &str) -> Option<Kept> {
        Some(Kept { program: self.program.get()?, file: self.program.file() }.under(id))
    }

    /// Puts a program that was on trial into the library and shows it. Where it takes the place of an older version, `attachments` say
    /// which sessions the picks follow; then what was picked on trial is added to them.
    pub async fn keep(&'static self, kept: Kept, card: &LibraryCard, attachments: Option<&[Attachment]>) {
        let picked_on_trial = self.plan.current.get_untracked();
        let _ = storage::remove_version_before(&card.id).await;
        // For a later version of the built-in program: the built-in file must not replace it again.
        let own = if self.program.is_built_in(&kept.program.id) { built_in_file().await } else { None };
        let card = &LibraryCard { over: own.map(checksum), ..card.clone() };
        let is_saved = storage::save_program(&kept.program.id, kept.file.to_string()).await.is_ok();
        if is_saved && storage::save_card(card).await.is_ok() {
            // This comes before the trial is removed, so that a page that is closed in between still has one of the two.
            self.settings.use_program(Some(kept.program.id.to_string()));
        } else {
            let Refusal { message, hint } = (self.settings.language().library_messages().too_big_to_keep)();
            self.toast.say(format!("{message}. {hint}"));
        }
        let _ = storage::remove_trial().await;
        self.switch(kept).await;
        let Some(attachments) = attachments else { return };
        let is_of_trial = picked_on_trial.program.as_str() != card.id;
        if is_of_trial || !attachments.is_empty() {
            self.plan.change(|plan| {
                plan.attach(attachments);
                if is_of_trial {
                    plan.add(&picked_on_trial);
                }
            });
        }
    }

    /// Goes back to the program that was in use before the one on trial.
    pub async fn discard_trial(&'static self) {
        self.settings.set(|settings| settings.trial = false);
        self.program.is_trial.set(false);
        let _ = storage::remove_trial().await;
        self.reload().await;
    }

    /// Shows a program of the library.
    pub async fn switch_to(&'static self, id: &str) {
        let mut found = Kept::by_id(id).await;
        if found.is_none() && self.program.is_built_in(&ProgramId::new(id)) {
            found = self.program.built_in().await;
        }
        if let Some(kept) = found {
            self.switch(kept).await;
        }
    }

    /// Gives a program the name that the person calls it by.
    pub async fn rename(&'static self, card: LibraryCard, title: String) -> Result<(), StorageError> {
        let _turn = storage::turn().await;
        // A new version may have been found in the meantime.
        let card = storage::card(&card.id).await.unwrap_or(card);
        storage::save_card(&LibraryCard { title, renamed: true, ..card }).await
    }

    /// Takes a program out of the library and returns its file; what is planned for it stays on the device.
    pub async fn remove(&'static self, id: &str) -> Result<String, StorageError> {
        let id = ProgramId::new(id);
        let file = storage::load_program(&id).await?.ok_or_else(|| StorageError::Failed("no such program".to_owned()))?;
        storage::remove_program(&id).await?;
        let is_shown = self.program.get().is_some_and(|program| program.id == id);
        if is_shown && let Some(built_in) = self.program.built_in().await {
            self.switch(built_in).await;
        }
        Ok(file)
    }

    /// Puts a program back that was taken out.
    pub async fn put_back(&'static self, card: &LibraryCard, file: String) -> Result<(), StorageError> {
        let id = ProgramId::new(&card.id);
        // Another program may have been stored under its id in the meantime.
        let is_taken = storage::load_program(&id).await?.is_some_and(|kept| kept != file);
        let Some(kept) = Kept::read(file.clone()).filter(|_| is_taken) else {
            storage::save_program(&id, file).await?;
            return storage::save_card(card).await;
        };
        self.keep_beside(card, kept).await.map(drop)
    }

    /// The file of a program of the library.
    pub async fn file_of(&'static self, id: &str) -> Option<String> {
        let id = ProgramId::new(id);
        match storage::load_program(&id).await {
            Ok(Some(file)) => Some(file),
            _ if self.program.get().is_some_and(|program| program.id == id) => self.program.whole_file().await,
            _ if self.program.is_built_in(&id) => built_in_file().await,
            _ => None,
        }
    }

    /// What an organiser typed for the site of a program.
    pub fn site_draft(&self, id: &str) -> Option<String> {
        storage::read_copy(&site_draft(id))
    }

    /// Keeps what an organiser typed. A large icon may not fit; then it is chosen again.
    pub fn keep_site_draft(&self, id: &str, draft: &str) {
        storage::write_copy(&site_draft(id), draft);
    }

    /// Returns the number of entries in the plan for a program, and the plan as a record.
    pub async fn planned(&'static self, id: &str) -> (usize, Option<String>) {
        match storage::load_plan(&ProgramId::new(id)).await {
            Ok(storage::Found { plan: Some(plan), .. }) => {
                (plan.picks().count() + plan.own().count(), Some(stored_plan::write(&plan)))
            }
            _ => (0, None),
        }
    }
}

/// The name of what an organiser typed.
fn site_draft(id: &str) -> String {
    format!("site-draft/{id}")
}
