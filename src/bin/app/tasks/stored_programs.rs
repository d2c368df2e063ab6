//! Checks programs that an earlier version of the app has stored, once for each set of rules. Earlier versions also
//! let another conference replace the built-in program if it had the same id; the two are separated here.
//!
//! Everything that is stored later comes from the reader, so a start needs no checks.

use crate::state::State;
use crate::state::last_start;
use crate::state::program::{Kept, built_in_file};
use crate::storage::{self, StorageError};
use crate::workers::{self, Read};
use js_sys::Uint8Array;
use leptos::task::spawn_local;
use siganpyo::import::RULES;
use siganpyo::plan::Plan;
use siganpyo::program::ProgramId;
use siganpyo::program::versions::Verdict;
use siganpyo::wire::import_job::ImportJob;
use siganpyo::wire::last_start::LastStart;
use siganpyo::wire::library_card::LibraryCard;

/// What the check found.
enum Passed {
    AsItIs,
    /// Something had to be removed; this is the file without it.
    Cleaned(String),
    Refused,
}

/// Checks all stored programs unless that was done. If the reader or the database does not answer, the next start tries again.
pub fn begin(state: State) {
    spawn_local(async move {
        let _ = pass_all(state).await;
    });
}

async fn pass_all(state: State) -> Result<(), StorageError> {
    if storage::passed_rules().await?.as_deref() == Some(RULES) {
        return Ok(());
    }
    // The build has checked the built-in program.
    let own = built_in_file().await;
    // After this its id is known.
    state.program.built_in().await;
    for id in storage::program_ids().await? {
        let Some(file) = storage::load_program(&ProgramId::new(&id)).await? else { continue };
        if own.as_ref() == Some(&file) {
            continue;
        }
        let passed = match pass(file.clone(), state).await.ok_or(StorageError::Silent)? {
            Passed::AsItIs => file,
            Passed::Cleaned(file) => {
                put_cleaned(&id, file.clone(), state).await?;
                file
            }
            Passed::Refused => {
                set_aside(&id, state).await;
                continue;
            }
        };
        if let Some(own) = &own
            && state.program.is_built_in(&ProgramId::new(&id))
            && is_another_conference(own, &passed).await?
        {
            part(&id, passed, state).await?;
        }
    }
    storage::save_passed_rules(RULES).await
}

/// `None` if the reader does not answer.
async fn pass(file: String, state: State) -> Option<Passed> {
    let bytes = Uint8Array::from(file.as_bytes()).buffer();
    let language = state.messages().tag.to_owned();
    let job = ImportJob { language, ..ImportJob::default() };
    match workers::read(job, &[bytes]).await.ok()? {
        Read::Program { file: passed, .. } if passed == file => Some(Passed::AsItIs),
        Read::Program { file: passed, .. } => Some(Passed::Cleaned(passed)),
        Read::Refused { .. } => Some(Passed::Refused),
        Read::ZoneNeeded(..) | Read::DayNeeded(_) | Read::ListNeeded(_) | Read::Whole | Read::Plan(_) => None,
    }
}

async fn put_cleaned(id: &str, file: String, state: State) -> Result<(), StorageError> {
    storage::save_program(&ProgramId::new(id), file.clone()).await?;
    if state.program.is_in_use(id)
        && let Some(kept) = Kept::read(file)
    {
        state.program.show(kept);
    }
    Ok(())
}

/// Gives a conference that has the id of the built-in program a new id. The picks may belong to either, so both get them.
async fn part(shared: &str, file: String, state: State) -> Result<(), StorageError> {
    let Some(kept) = Kept::read(file) else { return Ok(()) };
    let in_use = state.program.is_in_use(shared);
    let card = storage::written_card(shared).await?.unwrap_or_else(|| LibraryCard::of(&kept.program));
    let kept = state.library.keep_beside(&card, kept).await?;
    storage::save_plan(&Plan { program: kept.program.id.clone(), ..state.plan.of(&ProgramId::new(shared)).await }).await?;
    storage::remove_program(&ProgramId::new(shared)).await?;
    if in_use {
        state.library.switch(kept).await;
    }
    Ok(())
}

/// Leaves the program stored until the person discards it, and shows the built-in one.
async fn set_aside(id: &str, state: State) {
    last_start::say(Some(LastStart { program: Some(id.to_owned()), trial: false, version: false }));
    if state.program.is_in_use(id)
        && let Some(own) = state.program.built_in().await
    {
        state.settings.set(|settings| settings.layout = None);
        state.library.switch(own).await;
    }
}

/// Returns whether a file belongs to another conference than the built-in program.
async fn is_another_conference(own: &str, file: &str) -> Result<bool, StorageError> {
    let compared = workers::compare(own, file, None).await.ok_or(StorageError::Silent)?;
    Ok(compared.verdict == Verdict::OtherConference)
}
