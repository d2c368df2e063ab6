//! What a record is called.

use super::super::json::Json;
use super::super::kind;
use super::super::when;
use super::keys::{self, Role};
use crate::program::Kind;
use std::borrow::Cow;

/// Characters of a description that may be a title.
const MAX_SHORT: usize = 80;

/// Lines of it.
const MAX_LINES: usize = 3;

/// Names of what a slot is called if nobody gives a talk in it.
const DESCRIBED: [&str; 7] = ["label", "caption", "general", "common", "plenary", "everyone", "shared"];

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
    let moments = of(Role::Day).filter(|(_, value)| value.text().and_then(when::date_time).is_some());
    of(Role::Start).chain(of(Role::Time)).chain(moments).next()?;
    let is_described = |name: &str| keys::role(name) == Role::Text || DESCRIBED.contains(&name.to_lowercase().as_str());
    let fields = record.fields().iter().filter(|(name, _)| is_described(name));
    let texts = fields.filter_map(|(name, value)| Some((value.text()?, name.as_str())));
    let is_short = |text: &str| (1..=MAX_SHORT).contains(&text.chars().count()) && text.lines().count() <= MAX_LINES;
    { texts }.find(|(text, _)| is_short(text.trim()))
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

/// Elements that mark or decorate words of a title.
const ELEMENTS: [&str; 14] = ["a", "b", "i", "em", "strong", "u", "span", "small", "sup", "sub", "font", "mark", "code", "img"];

/// Returns a title without the tags around some of its words: `<b>Keynote</b> Moths`, `<i class="fa-cup"></i> Break`.
pub(in crate::import) fn without_markup(title: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut rest = title;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        match after.split_once('>').filter(|(tag, _)| is_markup(tag, title)) {
            Some((tag, behind)) => {
                out.push_str(if is_break(tag) { " " } else { "" });
                rest = behind;
            }
            None => {
                out.push('<');
                rest = after;
            }
        }
    }
    if out.is_empty() && rest.len() == title.len() {
        return Cow::Borrowed(title);
    }
    out.push_str(rest);
    Cow::Owned(out.trim().to_owned())
}

/// Whether what stands between angle brackets is a tag of such an element, which is closed somewhere, or a line break.
fn is_markup(tag: &str, title: &str) -> bool {
    let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
    is_break(tag) || name == "img" || ELEMENTS.contains(&name) && title.contains(&format!("</{name}>"))
}

fn is_break(tag: &str) -> bool {
    tag.trim_end_matches(['/', ' ']) == "br"
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
