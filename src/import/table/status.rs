//! Columns that say whether a session is cancelled: 상태 = 취소, Status = cancelled, Cancelled = yes.

use super::cells::Cells;
use super::columns;
use crate::messages::column::Column;
use crate::program::cancelled;

/// Answers to the heading "Cancelled", in lower case.
const YES: [&str; 10] = ["y", "yes", "true", "1", "o", "○", "v", "✓", "예", "네"];

/// Headings that ask for yes or no.
const YES_OR_NO: [&str; 6] = ["cancelled", "canceled", "iscancelled", "iscanceled", "취소", "취소여부"];

/// Whether the row says that its session is cancelled.
pub(super) fn is_cancelled(cells: &Cells) -> bool {
    let Some(status) = cells.get(Column::Status) else { return false };
    let first = status.split(['(', ',', ':', ';', '/', '–', '\n']).next().unwrap_or_default();
    let is_asked = || cells.name(Column::Status).is_some_and(|name| YES_OR_NO.contains(&columns::plain(name).as_str()));
    cancelled::is_mark(first)
        || cancelled::without_mark(status).is_some()
        || YES.contains(&status.to_lowercase().as_str()) && is_asked()
}
