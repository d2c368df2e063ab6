//! What the names of fields mean: what the person said, or else what they usually do.

use super::super::ImportError;
use super::super::json::Json;
use super::super::limits::MAX_NAMES;
use super::vocabulary::{guessed, meant};
use crate::messages::column::Column;
use crate::messages::import::{Part, Problem};
use fnv::{FnvHashMap, FnvHashSet};
use std::cell::RefCell;
use std::collections::BTreeMap;

pub(in crate::import) use super::super::words::words;
pub(super) use super::vocabulary::{Role, Unit};

thread_local! {
    /// A file has a dozen names of fields and each of them a hundred thousand times.
    static SEEN: RefCell<FnvHashMap<String, Role>> = RefCell::default();
}

/// Refuses a tree whose fields have more different names than those of any program: each is looked at for what it may mean.
pub(super) fn refuse_too_many(root: &Json) -> Result<(), ImportError> {
    let (mut names, mut left) = (FnvHashSet::default(), vec![root]);
    while let Some(node) = left.pop() {
        names.extend(node.fields().iter().map(|(name, _)| name.as_str()));
        left.extend(node.items());
        left.extend(node.fields().iter().map(|(_, value)| value));
    }
    let count = names.len();
    if count <= MAX_NAMES { Ok(()) } else { Err(Problem::TooMany { part: Part::Names, count, limit: MAX_NAMES }.into()) }
}

/// Longer names are no names.
const MAX_LENGTH: usize = 100;

/// Returns what a field of this name says.
pub(super) fn role(name: &str) -> Role {
    if name.len() > MAX_LENGTH {
        return Role::Other;
    }
    SEEN.with_borrow_mut(|seen| {
        if let Some(role) = seen.get(name) {
            return *role;
        }
        if seen.len() >= MAX_NAMES {
            seen.clear();
        }
        let role = role_of(name);
        seen.insert(name.to_owned(), role);
        role
    })
}

thread_local! {
    /// What the person said about fields of the file that is being read.
    static TOLD: RefCell<BTreeMap<String, Role>> = RefCell::default();
}

/// Has names mean what the person said, for as long as it is kept.
pub(super) struct Told;

impl Told {
    pub fn of(fields: &[(String, Option<Column>)]) -> Told {
        let told = fields.iter().map(|(name, column)| (name.clone(), meant(*column)));
        TOLD.set(told.collect());
        SEEN.take();
        Told
    }
}

impl Drop for Told {
    fn drop(&mut self) {
        TOLD.take();
        SEEN.take();
    }
}

/// Returns the role of a field, which another one has if the person said so: there is only one start.
fn role_of(name: &str) -> Role {
    TOLD.with_borrow(|told| {
        let guess = || match guessed(name) {
            Role::Title(rank) if told.values().any(|role| *role == Role::Title(0)) => Role::Title(rank.saturating_add(1)),
            role @ (Role::Start | Role::End | Role::Day | Role::Room) if told.values().any(|other| *other == role) => Role::Other,
            Role::Time if told.values().any(|role| *role == Role::Start) => Role::Other,
            role => role,
        };
        told.get(name).copied().unwrap_or_else(guess)
    })
}

/// Returns the noun that names of lists and of references share: `speakerIds`, `speaker_id` and `speakers` have the same.
pub(super) fn noun(name: &str) -> String {
    let mut words = words(name);
    let is_id = |word: &str| matches!(word, "id" | "ids" | "key" | "keys" | "code" | "codes" | "slug" | "ref" | "refs");
    while words.len() > 1 && is_id(&words[words.len() - 1]) {
        words.pop();
    }
    let whole = words.concat();
    match whole.strip_suffix("ies") {
        Some(rest) => format!("{rest}y"),
        None => whole.strip_suffix('s').unwrap_or(&whole).to_owned(),
    }
}

/// Whether a field of a session holds when it is.
pub(super) fn names_planning(name: &str) -> bool {
    matches!(noun(name).as_str(), "schedule" | "scheduling" | "timing" | "period" | "interval")
}

/// Whether a field holds several sessions.
pub(super) fn names_sessions(name: &str) -> bool {
    let nouns = ["session", "talk", "event", "title", "presentation", "lecture"];
    name.ends_with('s') && nouns.contains(&noun(name).as_str())
}

/// Whether a field is about the conference as a whole.
pub(super) fn names_conference(name: &str) -> bool {
    let nouns = [
        "conference",
        "event",
        "eventdetail",
        "detail",
        "meta",
        "metadata",
        "info",
        "config",
        "setting",
        "festival",
        "about",
        "convention",
    ];
    nouns.contains(&noun(name).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_any_style_have_their_roles() {
        for (names, expected) in [
            (
                &["start", "startTime", "start-time", "START_TIME", "timeStart", "startsAt", "begin_time", "debut", "starttime"]
                    [..],
                Role::Start,
            ),
            (&["end", "endTime", "ends_at", "fin", "dtend", "timeEnd", "enddate"], Role::End),
            (&["date", "DAY", "jour", "event_date"], Role::Day),
            (&["time", "timeslot", "시간"], Role::Time),
            (&["room", "roomId", "stage_name", "hosted_by_camp", "microlocation", "venue"], Role::Room),
            (&["speakers", "speakerName", "Presenters", "speaker_ids"], Role::People),
            (&["setDurationMins", "mins"], Role::Length(Unit::Minutes)),
            (&["duration"], Role::Length(Unit::Unknown)),
            (&["title", "title_ko", "title_zh_hant"], Role::Title(0)),
            (&["published", "createdAt", "dateReadable", "sponsors"], Role::Foreign),
            (&["timezone", "time_zone", "timeZone", "timezone_id"], Role::Zone),
        ] {
            for name in names {
                assert_eq!(role(name), expected, "{name}");
            }
        }
        assert!(role("title") < role("name") && role("Paper Title") < role("SESSION_TITLE") && role("title") < role("session"));
    }

    #[test]
    fn references_and_lists_share_a_noun() {
        for (one, other) in
            [("speakerIds", "speakers"), ("timeSlotId", "timeSlots"), ("roomId", "rooms"), ("category_id", "categories")]
        {
            assert_eq!(noun(one), noun(other));
        }
    }
}
