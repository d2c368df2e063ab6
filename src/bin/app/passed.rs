//! Programs that an earlier version of the app has stored pass the gate once: it may have had fewer rules than the reader has now. It also
//! let another conference take the place of the app's own program, where that came under its id; those two are parted.
//!
//! Everything that is stored from then on comes from the reader. So nothing of this is on the way of a start.

use crate::last_start;
use crate::shelf::own_file;
use crate::state::{Kept, State};
use crate::storage::{self, StorageError};
use crate::worker;
use js_sys::Uint8Array;
use leptos::task::spawn_local;
use siganpyo::import::RULES;
use siganpyo::plan::Plan;
use siganpyo::program::ProgramId;
use siganpyo::program::versions::Verdict;
use siganpyo::wire::job::{Answer, ImportJob, Job};
use siganpyo::wire::last_start::LastStart;
use siganpyo::wire::library_card::LibraryCard;

/// What became of a stored program.
enum Passed {
    AsItIs,
    /// Something had to be left out.
    Cleaned(String),
    Refused,
}

/// Has stored programs pass, unless all have. Where the reader or the database does not answer, the next start tries again.
pub fn begin(state: State) {
    spawn_local(async move {
        let _ = state.pass_all().await;
    });
}

impl State {
    async fn pass_all(self) -> Result<(), StorageError> {
        if storage::passed_rules().await?.as_deref() == Some(RULES) {
            return Ok(());
        }
        // The app's own has passed in the build.
        let own = own_file().await;
        // Then it is known which one that is.
        self.built_in().await;
        for (id, file) in storage::kept_files().await? {
            if own.as_ref() == Some(&file) {
                continue;
            }
            let passed = match self.pass(file.clone()).await.ok_or(StorageError::Failed)? {
                Passed::AsItIs => file,
                Passed::Cleaned(file) => {
                    self.put_cleaned(&id, file.clone()).await?;
                    file
                }
                Passed::Refused => {
                    self.set_aside(&id).await;
                    continue;
                }
            };
            if let Some(own) = &own
                && self.is_built_in(&ProgramId::new(&id))
                && is_another_conference(own, &passed).await?
            {
                self.part(&id, passed).await?;
            }
        }
        storage::save_passed_rules(RULES).await
    }

    /// None where the reader does not answer.
    async fn pass(self, file: String) -> Option<Passed> {
        let bytes = Uint8Array::from(file.as_bytes()).buffer();
        let language = self.messages().tag.to_owned();
        let job = Job::Import(ImportJob { language, time_zone: None, shift: 0, columns: Vec::new(), title: None });
        match worker::ask(&job, &[bytes]).await.ok()?.0 {
            Answer::Imported { program, .. } if program == file => Some(Passed::AsItIs),
            Answer::Imported { program, .. } => Some(Passed::Cleaned(program)),
            Answer::Refused { .. } => Some(Passed::Refused),
            _ => None,
        }
    }

    async fn put_cleaned(self, id: &str, file: String) -> Result<(), StorageError> {
        storage::save_program(&ProgramId::new(id), file.clone()).await?;
        if self.is_in_use(id)
            && let Some(kept) = Kept::read(file)
        {
            self.renew(kept);
        }
        Ok(())
    }

    /// Gives another conference under the id of the app's own program an id of its own. What was picked may be of either of the two, so both have it.
    async fn part(self, shared: &str, file: String) -> Result<(), StorageError> {
        let Some(kept) = Kept::read(file) else { return Ok(()) };
        let in_use = self.is_in_use(shared);
        let card = storage::written_card(shared).await?.unwrap_or_else(|| LibraryCard::of(&kept.program));
        let kept = self.keep_beside(&card, kept).await?;
        storage::save_plan(&Plan { program: kept.program.id.clone(), ..self.plan_of(shared).await }).await?;
        storage::remove_program(&ProgramId::new(shared)).await?;
        if in_use {
            self.switch(kept).await;
        }
        Ok(())
    }

    /// It stays where it is until the person discards it, and is not what the app begins with.
    async fn set_aside(self, id: &str) {
        last_start::say(Some(LastStart { program: Some(id.to_owned()), trial: false, version: false }));
        if self.is_in_use(id)
            && let Some(own) = self.built_in().await
        {
            self.set(|settings| settings.layout = None);
            self.switch(own).await;
        }
    }
}

/// Whether a file is of another conference than the app's own program; an error where the reader does not answer.
async fn is_another_conference(own: &str, file: &str) -> Result<bool, StorageError> {
    let compared = worker::compare(own.to_owned(), file.to_owned(), None).await.ok_or(StorageError::Failed)?;
    Ok(compared.verdict == Verdict::OtherConference)
}
