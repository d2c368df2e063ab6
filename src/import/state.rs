//! What a record says about whether its session takes place: `"status": "cancelled"`, `"state": {"name": "Draft"}`, `"deleted": true`.

use super::json::Json;
use super::words::words;
use crate::program::cancelled;

/// The last words of the states of what was never accepted, or is not shown to anybody.
const REFUSED: [&str; 9] =
    ["rejected", "draft", "submitted", "pending", "withdrawn", "declined", "waitlisted", "deleted", "archived"];

/// Fields with yes or no that say the same; before them may stand "is".
const FLAGS: [&str; 4] = ["draft", "deleted", "archived", "hidden"];

/// A state has a few words; a text with more is a sentence about something.
const MAX_WORDS: usize = 4;

/// What becomes of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum State {
    Planned,
    Cancelled,
    /// It was not accepted or is not shown, with the word for it.
    Refused(String),
}

impl State {
    /// Returns what a state says; `None` if the session takes place, or nothing is known of it.
    pub fn of_text(text: &str) -> Option<State> {
        let words = words(text);
        let last = words.last().filter(|_| words.len() <= MAX_WORDS)?;
        if cancelled::is_mark(text) || is_cancelled(last) {
            return Some(State::Cancelled);
        }
        REFUSED.contains(&last.as_str()).then(|| State::Refused(text.to_lowercase()))
    }

    /// Returns what a field with yes or no says: `isCancelled`, `deleted`.
    pub fn of_flag(name: &str, value: &Json) -> Option<State> {
        let is_yes =
            value.is_true() || value.text().is_some_and(|text| matches!(text.to_lowercase().as_str(), "true" | "yes" | "1"));
        let words = words(name);
        let flag = match words.as_slice() {
            [flag] => flag,
            [is, flag] if is == "is" => flag,
            _ => return None,
        };
        if !is_yes {
            return None;
        }
        let is_refused = FLAGS.contains(&flag.as_str());
        is_cancelled(flag).then_some(State::Cancelled).or_else(|| is_refused.then(|| State::Refused(flag.clone())))
    }

    /// Returns what a record says, of whose fields `names_state` tells those with a state.
    pub fn of(record: &Json, names_state: impl Fn(&str) -> bool) -> State {
        let stated = record
            .fields()
            .iter()
            .filter(|(name, _)| names_state(name))
            .filter_map(|(_, value)| State::of_text(value.name(&[])?));
        let flagged = record.fields().iter().filter_map(|(name, value)| State::of_flag(name, value));
        // Sanity keeps the draft of a document beside it.
        let is_draft = || record.get("_id").text().is_some_and(|id| id.starts_with("drafts."));
        let of_id = || is_draft().then(|| State::Refused("draft".to_owned()));
        { stated }.chain(flagged).next().or_else(of_id).unwrap_or(State::Planned)
    }
}

fn is_cancelled(word: &str) -> bool {
    matches!(word, "cancelled" | "canceled")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_texts_names_and_flags() {
        let refused = |word: &str| State::Refused(word.to_owned());
        for (record, expected) in [
            (r#"{"status": "Cancelled"}"#, State::Cancelled),
            (r#"{"status": {"id": 3, "name": "취소"}}"#, State::Cancelled),
            (r#"{"status": "SESSION_STATE_CANCELED"}"#, State::Cancelled),
            (r#"{"isCancelled": true, "status": "open"}"#, State::Cancelled),
            (r#"{"cancelled": false, "status": "confirmed"}"#, State::Planned),
            (r#"{"status": "never_rejected"}"#, refused("never_rejected")),
            (r#"{"status": "A talk that tells how one of mine was rejected"}"#, State::Planned),
            (r#"{"is_deleted": 1}"#, refused("deleted")),
            (r#"{"hidden": "true"}"#, refused("hidden")),
            (r#"{"hidden": 0, "draft": false, "title": "deleted"}"#, State::Planned),
            (r#"{"_id": "drafts.7"}"#, refused("draft")),
        ] {
            let read: Json = serde_json::from_str(record).unwrap();
            assert_eq!(State::of(&read, |name| name == "status"), expected, "{record}");
        }
    }
}
