//! The kept versions of the program on the screen: the one in the database, and the one before it.

use super::LibraryState;
use crate::browser::guard;
use crate::state::program::Kept;
use crate::storage::{self, StorageError};
use crate::workers;
use leptos::prelude::*;
use siganpyo::plan::{Attachment, Plan};
use siganpyo::program::{Program, ProgramId};
use siganpyo::wire::library_card::LibraryCard;
use siganpyo::wire::mirrored_plan::checksum;
use siganpyo::wire::stored_plan;
use siganpyo::wire::version_before::Round;

impl LibraryState {
    /// Keeps the program on the screen in the database. Where that has another version, one of the two came later: what was
    /// taken in over the app's own file, unless the app has brought another file since. Then the picks follow that first.
    ///
    /// # Errors
    ///
    /// The database does not say what it has. That may be a later version, so nothing is written over it.
    pub async fn keep_in_step(&'static self) -> Result<(), StorageError> {
        let Some(program) = self.program.get().filter(|_| !self.program.is_trial.get_untracked()) else { return Ok(()) };
        // If the page died of this program, nothing is shown or overwritten before the person has decided.
        if storage::is_deadly(program.id.as_str()) {
            return Ok(());
        }
        let Some(file) = self.program.whole_file().await else { return Ok(()) };
        let kept = storage::load_program(&program.id).await?;
        if kept.as_ref() == Some(&file) {
            return self.let_go_of_version_before(&program.id).await;
        }
        if let Some(old) = kept {
            let card = storage::card(program.id.as_str()).await;
            let is_later = |card: &&LibraryCard| card.over.as_deref() == Some(&*checksum(&file));
            if let Some(card) = card.as_ref().filter(is_later)
                && let Some(later) = Kept::read(old.clone())
            {
                let _ = storage::save_card(&up_to_date(card, &later.program)).await;
                self.settings.set(|settings| settings.program = Some(program.id.to_string()));
                self.program.show(later);
                return self.let_go_of_version_before(&program.id).await;
            }
            let plan = self.plan.current.with_untracked(stored_plan::write);
            let attachments = workers::compare(&old, &file, Some(plan)).await.map(|compared| compared.attachments);
            self.attach(&program.id, &attachments.unwrap_or_default()).await;
            if let Some(card) = card {
                let _ = storage::save_card(&card.renewed(&program)).await;
            }
            storage::remove_version_before(program.id.as_str()).await?;
        }
        storage::save_program(&program.id, file).await
    }

    /// Removes the version before the current one, after the page has shown the current one and answered.
    pub async fn let_go_of_version_before(&'static self, id: &ProgramId) -> Result<(), StorageError> {
        guard::answered().await;
        let Some(before) = storage::version_before(id.as_str()).await? else { return Ok(()) };
        // If the app was closed while the version was taken in, the picks are not attached to it yet.
        self.plan.change_of(id, |plan| attach_rounds(plan, &before.rounds)).await;
        storage::remove_version_before(id.as_str()).await
    }

    /// Attaches the picks of a program to the sessions of its new version, whether its plan is on the screen or not.
    pub async fn attach(&'static self, id: &ProgramId, attachments: &[Attachment]) {
        if !attachments.is_empty() {
            self.plan.change_of(id, |plan| plan.attach(attachments)).await;
        }
    }
}

/// Returns the card brought up to date with the stored program: if the app was closed right after a new
/// version was stored, the card still describes the old one.
pub fn up_to_date(card: &LibraryCard, kept: &Program) -> LibraryCard {
    LibraryCard { seen: card.seen.clone(), over: card.over.clone(), ..card.renewed(kept) }
}

/// Attaches the picks to several new versions, one after another.
pub fn attach_rounds(plan: &mut Plan, rounds: &[Round]) {
    for round in rounds {
        plan.attach(&round.attachments);
    }
}
