//! What came with the app before, if it comes with a program of another id now: organisers correct a title, and the id may change with
//! it. Without this, the picks would stay with a program that gets no new versions any more.

use super::library::LibraryState;
use super::plan::PlanState;
use super::program::{ProgramState, built_in_file};
use super::settings::SettingsState;
use super::toast::ToastState;
use crate::storage::{self, StorageError};
use crate::workers;
use leptos::prelude::*;
use siganpyo::plan::Attachment;
use siganpyo::program::ProgramId;
use siganpyo::program::versions::Verdict;
use siganpyo::wire::library_card::{LibraryCard, Source};
use siganpyo::wire::stored_plan;

pub struct FormerState {
    pub(super) library: &'static LibraryState,
    pub(super) plan: &'static PlanState,
    pub(super) program: &'static ProgramState,
    pub(super) settings: &'static SettingsState,
    pub(super) toast: &'static ToastState,
}

/// A former program that may be another conference, so that the person is asked.
#[derive(Clone)]
pub struct Unclear {
    /// The card of the former program.
    pub card: LibraryCard,
    /// Which sessions of the present program its picks would follow.
    attachments: Vec<Attachment>,
}

thread_local! {
    /// What the person is asked. Not a field of the state, so that a first visit does not carry the code for it.
    static UNCLEAR: ArcRwSignal<Option<Unclear>> = ArcRwSignal::new(None);
}

/// Returns what the person is asked as a signal.
pub fn unclear() -> ArcRwSignal<Option<Unclear>> {
    UNCLEAR.with(ArcRwSignal::clone)
}

impl FormerState {
    /// Looks for former programs, and takes their picks along.
    ///
    /// # Errors
    /// If the database or the reader does not answer; then the next start tries again.
    pub async fn begin(&'static self) -> Result<(), StorageError> {
        let mut cards = storage::cards().await?;
        cards.retain(|card| self.came_with_the_app(card));
        // Reading the app's own program takes as long as opening the app, so it is not done for nothing.
        if cards.is_empty() || self.program.built_in().await.is_none() {
            return Ok(());
        }
        cards.retain(|card| self.came_with_the_app(card));
        for card in cards {
            self.examine(card).await?;
        }
        Ok(())
    }

    /// Whatever was opened from a file or an address has that as its source.
    fn came_with_the_app(&'static self, card: &LibraryCard) -> bool {
        card.source.is_none() && !self.program.is_built_in(&ProgramId::new(&card.id)) && !storage::is_deadly(&card.id)
    }

    async fn examine(&'static self, card: LibraryCard) -> Result<(), StorageError> {
        let id = ProgramId::new(&card.id);
        let (Some(old), Some(own)) = (storage::load_program(&id).await?, built_in_file().await) else { return Ok(()) };
        let plan = self.plan.of(&id).await;
        let compared = workers::compare(&old, &own, Some(stored_plan::write(&plan))).await.ok_or(StorageError::Silent)?;
        let unclear = Unclear { card, attachments: compared.attachments };
        match compared.verdict {
            Verdict::Unchanged | Verdict::Changed => self.take_along(unclear).await,
            Verdict::OtherConference => keep_separate(unclear.card).await,
            Verdict::Doubtful(_) if plan.is_empty() => keep_separate(unclear.card).await,
            Verdict::Doubtful(_) => {
                UNCLEAR.with(|asked| asked.set(Some(unclear)));
                Ok(())
            }
        }
    }

    /// Adds the picks to the plan for the present program, and removes the former one from the library. Its plan stays on the device.
    async fn take_along(&'static self, Unclear { card, attachments }: Unclear) -> Result<(), StorageError> {
        let Some(own) = self.program.built_in().await else { return Ok(()) };
        let (id, title) = (ProgramId::new(&card.id), own.program.title.clone());
        let mut picks = self.plan.of(&id).await;
        picks.attach(&attachments);
        let is_planned = !picks.is_empty();
        self.plan.change_of(&own.program.id, |plan| plan.add(&picks)).await;
        if self.program.is_in_use(&card.id) {
            self.library.switch(own).await;
        }
        storage::remove_program(&id).await?;
        if is_planned {
            self.toast.say((self.settings.language().library_messages().taken_along)(&title));
        }
        Ok(())
    }

    /// Does what the person decided.
    pub async fn decide(&'static self, unclear: Unclear, is_same: bool) {
        let card = unclear.card.clone();
        // If it fails, the next start asks again.
        let _ = if is_same { self.take_along(unclear).await } else { keep_separate(card).await };
        // Not before the answer is stored: whoever leaves the page when the question is gone is not asked again.
        UNCLEAR.with(|asked| asked.set(None));
    }
}

/// Keeps it like a program that was opened from a file.
async fn keep_separate(card: LibraryCard) -> Result<(), StorageError> {
    let _turn = storage::turn().await;
    // A check for a new version may have changed the card in the meantime.
    let card = storage::written_card(&card.id).await?.unwrap_or(card);
    storage::save_card(&LibraryCard { source: Some(Source::default()), ..card }).await
}
