//! What a record is called.

use super::super::json::Json;
use super::super::kind;
use super::keys::{self, Role};
use crate::program::Kind;

/// Characters of a description that may be a title.
const MAX_SHORT: usize = 80;

/// Returns the text of the likeliest title with the name of its field.
pub(super) fn title(record: &Json) -> Option<(&str, &str)> {
    let titles = record.fields().iter().filter_map(|(name, value)| match keys::role(name) {
        Role::Title(rank) => Some((rank, name.as_str(), title_text(value)?)),
        _ => None,
    });
    let best = titles.min_by_key(|(rank, ..)| *rank).map(|(_, name, text)| (text, name));
    best.or_else(|| kind_as_title(record)).or_else(|| text_as_title(record))
}

/// Returns the short description of a slot that has no title, with the name of its field.
pub(super) fn text_as_title(record: &Json) -> Option<(&str, &str)> {
    let of = |role: Role| record.fields().iter().filter(move |(name, value)| keys::role(name) == role && value.text().is_some());
    of(Role::Start).chain(of(Role::Time)).next()?;
    let texts = of(Role::Text).filter_map(|(name, value)| Some((value.text()?, name.as_str())));
    { texts }.find(|(text, _)| !text.trim().is_empty() && text.chars().count() <= MAX_SHORT && !text.contains('\n'))
}

/// Returns the kind of a break that has a start and no title, with the name of its field.
pub(super) fn kind_as_title(record: &Json) -> Option<(&str, &str)> {
    let of = |role: Role| record.fields().iter().filter(move |(name, value)| keys::role(name) == role && !value.is_null());
    of(Role::Start).next()?;
    let lacks_title = record.fields().iter().any(|(name, value)| matches!(keys::role(name), Role::Title(_)) && value.is_null());
    if !lacks_title {
        return None;
    }
    let kinds = of(Role::Kind).filter_map(|(name, value)| Some((value.name(&[])?, name.as_str())));
    { kinds }.find(|(text, _)| kind::known(text) == Some(Kind::Break))
}

/// Returns the text of a title, which may be given in several languages.
pub(super) fn title_text(value: &Json) -> Option<&str> {
    match value {
        // A record with a title is a session of its own.
        Json::Object(fields) if fields.iter().all(|(name, value)| !value.is_list() && keys::role(name) != Role::Title(0)) => {
            value.name(&[])
        }
        Json::Text(text) => Some(text.as_str()).filter(|text| !text.trim().is_empty()),
        _ => None,
    }
}
