//! The calendar file that was handed out last, which says what is new in the next one.

use crate::storage;
use siganpyo::program::ProgramId;

/// Returns the file for this program's plan, if there is one.
pub async fn last(program: &ProgramId) -> Option<String> {
    storage::load_calendar(program).await
}

/// Remembers the file. Where the device has no room, the numbers of the next one come from the plan alone.
pub async fn remember(program: &ProgramId, file: String) {
    let _ = storage::save_calendar(program, file).await;
}
