//! What one record says about time.

use super::super::json::Json;
use super::MAX_FIELDS;
use super::keys::{self, Role};

/// A text in a field, or in a field of that field.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fact<'a> {
    pub role: Role,
    pub text: &'a str,
    pub name: &'a str,
}

/// Returns what a record says about time.
pub(super) fn facts(record: &Json) -> Vec<Fact<'_>> {
    let mut facts = Vec::new();
    for (name, value) in record.fields().iter().take(MAX_FIELDS) {
        let role = keys::role(name);
        if role == Role::Other && keys::names_planning(name) {
            let inner = value.fields().iter().take(MAX_FIELDS);
            facts.extend(inner.filter_map(|(inner, value)| fact(keys::role(inner), inner, value)));
        }
        if !is_about_time(role) {
            continue;
        }
        match value {
            Json::Object(inner) => inner.iter().take(MAX_FIELDS).for_each(|(inner, value)| {
                let role = match (role, keys::role(inner)) {
                    (Role::Start | Role::End, role) if role != Role::Zone => role_of_both(role, keys::role(name)),
                    (_, role) => role,
                };
                facts.extend(fact(role, inner, value));
            }),
            Json::List(items) if role == Role::Time && items.len() == 2 => {
                facts.extend([Role::Start, Role::End].into_iter().zip(items).filter_map(|(role, item)| fact(role, name, item)));
            }
            value => facts.extend(fact(role, name, value)),
        }
    }
    facts
}

/// In `start: {date: …, time: …}` both parts are about the start.
fn role_of_both(inner: Role, outer: Role) -> Role {
    if matches!(inner, Role::Start | Role::End) { inner } else { outer }
}

fn fact<'a>(role: Role, name: &'a str, value: &'a Json) -> Option<Fact<'a>> {
    let text = value.text().map(str::trim).filter(|text| !text.is_empty() && text.len() < 200)?;
    is_about_time(role).then_some(Fact { role, text, name })
}

fn is_about_time(role: Role) -> bool {
    matches!(role, Role::Start | Role::End | Role::Time | Role::Day | Role::Length(_) | Role::Zone)
}
