//! What single records say about themselves.

use super::super::json::Json;
use super::keys::{self, Role};
use super::titles::title_text;

/// Whether a record has a title.
pub(super) fn has_title(record: &Json) -> bool {
    record.fields().iter().any(|(name, value)| matches!(keys::role(name), Role::Title(_)) && title_text(value).is_some())
}

/// Whether an item of a list is neither an id nor a list of ids.
pub(super) fn holds_records(item: &Json) -> bool {
    item.text().is_none() && (!item.is_list() || item.items().iter().any(|inner| inner.text().is_none()))
}

/// Whether a record says at what time it is.
pub(super) fn has_time(record: &Json) -> bool {
    record.fields().iter().any(|(name, value)| matches!(keys::role(name), Role::Start | Role::Time) && value.text().is_some())
}

/// What keeps a place of a slot empty calls itself.
const FILLERS: [&str; 5] = ["gap", "spacer", "filler", "empty", "blank"];

/// Whether a record may be a session without a title, among others that have one.
pub(super) fn may_lack_title(record: &Json) -> bool {
    let has_start = record.fields().iter().any(|(name, _)| matches!(keys::role(name), Role::Start | Role::Time));
    let fills_gap = || {
        let words = record.fields().iter().filter(|(name, _)| matches!(keys::role(name), Role::Kind | Role::Id));
        { words }.any(|(_, value)| value.text().is_some_and(|text| FILLERS.contains(&text)))
    };
    record.fields().iter().any(|(name, value)| match keys::role(name) {
        // A slot with nothing in it is no session, and neither is what only fills a gap.
        Role::Title(_) => !has_start && !fills_gap(),
        Role::People => !value.is_null(),
        _ => false,
    })
}

/// Whether a record says when, and has no parts.
pub(super) fn is_occurrence(record: &Json) -> bool {
    let fields = record.fields();
    fields.iter().any(|(name, value)| value.text().is_some() && matches!(keys::role(name), Role::Start))
        && !fields.iter().any(|(name, value)| matches!(keys::role(name), Role::Title(_)) || has_title(value))
        && !fields.iter().any(|(_, value)| value.items().iter().any(|item| !item.fields().is_empty() || item.text().is_some()))
}
