//! What a record is called.

use super::super::json::Json;
use super::super::kind;
use super::keys::{self, Role};
use crate::program::Kind;
use std::borrow::Cow;

/// Characters of a description that may be a title.
const MAX_SHORT: usize = 80;

/// Returns the text of the likeliest title with the name of its field.
pub(super) fn title(record: &Json) -> Option<(&str, &str)> {
    let titles = record.fields().iter().filter_map(|(name, value)| match keys::role(name) {
        Role::Title(rank) => Some((rank, name.as_str(), title_text(value)?)),
        _ => None,
    });
    let best = titles.min_by_key(|(rank, name, _)| (is_person(record, name), *rank)).map(|(_, name, text)| (text, name));
    best.or_else(|| kind_as_title(record)).or_else(|| text_as_title(record))
}

/// Whether a field called "name" is that of a person: no other field is about people, and another one has the subject.
pub(super) fn is_person(record: &Json, field: &str) -> bool {
    const SUBJECTS: [&str; 3] = ["subject", "talk", "주제"];
    let is_subject = |(name, value): &(String, Json)| {
        // A text without a blank may be an id.
        let is_title = value.text().is_some_and(|text| text.contains(' ') || !text.is_ascii());
        is_title && SUBJECTS.contains(&name.to_lowercase().as_str())
    };
    field == "name"
        && record.fields().iter().any(is_subject)
        && !record.fields().iter().any(|(name, _)| keys::role(name) == Role::People)
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

/// Returns a title without the tags around some of its words: `<b>Keynote</b> Moths`.
pub(in crate::import) fn without_markup(title: &str) -> Cow<'_, str> {
    const TAGS: [&str; 8] = ["b", "i", "em", "strong", "u", "span", "small", "sup"];
    let marked = |tag: &&str| title.contains(&format!("</{tag}>"));
    TAGS.iter().filter(|tag| marked(tag)).fold(Cow::Borrowed(title), |title, tag| {
        Cow::Owned(title.replace(&format!("<{tag}>"), "").replace(&format!("</{tag}>"), ""))
    })
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
