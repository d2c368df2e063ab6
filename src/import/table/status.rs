//! Columns that say whether a session is cancelled: 상태 = 취소, Status = cancelled, Cancelled = yes.

use super::super::json::Json;
use super::super::state::State;
use super::cells::Cells;
use super::columns;
use crate::messages::column::Column;
use crate::program::cancelled;

/// Answers to the heading "Cancelled", in lower case.
const YES: [&str; 10] = ["y", "yes", "true", "1", "o", "○", "v", "✓", "예", "네"];

/// Headings that ask for yes or no.
const YES_OR_NO: [&str; 6] = ["cancelled", "canceled", "iscancelled", "iscanceled", "취소", "취소여부"];

/// Words for what was not accepted, in other languages than those of programs, in lower case.
const REFUSED: [&str; 15] = [
    "대기",
    "보류",
    "반려",
    "탈락",
    "거절",
    "미선정",
    "abgelehnt",
    "refusé",
    "rechazado",
    "recusado",
    "却下",
    "不採用",
    "拒絕",
    "not accepted",
    "declined",
];

/// Returns the state of a row whose session was not accepted.
pub(super) fn refused(cells: &Cells) -> Option<String> {
    let status = cells.get(Column::Status)?;
    let is_refused = || REFUSED.contains(&status.to_lowercase().as_str());
    let answer = || State::of_flag(cells.name(Column::Status)?, &Json::Text(status.to_owned()));
    match State::of_text(status).or_else(answer) {
        Some(State::Refused(state)) => Some(state),
        _ => is_refused().then(|| status.to_owned()),
    }
}

/// Whether the row says that its session is cancelled.
pub(super) fn is_cancelled(cells: &Cells) -> bool {
    let Some(status) = cells.get(Column::Status) else { return false };
    let first = status.split(['(', ',', ':', ';', '/', '–', '\n']).next().unwrap_or_default();
    let is_asked = || cells.name(Column::Status).is_some_and(|name| YES_OR_NO.contains(&columns::plain(name).as_str()));
    cancelled::is_mark(first)
        || cancelled::without_mark(status).is_some()
        || YES.contains(&status.to_lowercase().as_str()) && is_asked()
}
