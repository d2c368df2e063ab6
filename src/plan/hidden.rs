//! The sessions and tracks that a user hid. A preference next to the plan, not a part of it.

use crate::program::{Session, Track};
use std::collections::BTreeMap;

/// The hidden sessions and tracks of one program, by id, each with the name that it had.
///
/// If an id has another name in a new version of the program, it may be something else and is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hidden {
    /// Titles of sessions by their ids.
    pub sessions: BTreeMap<String, String>,
    /// Names of tracks by their ids.
    pub tracks: BTreeMap<String, String>,
}

/// Something that can be hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Hideable {
    Session { id: String, title: String },
    Track { id: String, name: String },
}

impl Hideable {
    /// Returns one session.
    pub fn session(session: &Session) -> Hideable {
        Hideable::Session { id: session.id.to_string(), title: session.title.clone() }
    }

    /// Returns a track with all of its sessions.
    pub fn track(track: &Track) -> Hideable {
        Hideable::Track { id: track.id.to_string(), name: track.name.clone() }
    }

    /// Returns its title or name.
    pub fn name(&self) -> &str {
        match self {
            Hideable::Session { title, .. } => title,
            Hideable::Track { name, .. } => name,
        }
    }
}

impl Hidden {
    /// Whether this was hidden under this name.
    pub fn has(&self, what: &Hideable) -> bool {
        match what {
            Hideable::Session { id, title } => self.sessions.get(id) == Some(title),
            Hideable::Track { id, name } => self.tracks.get(id) == Some(name),
        }
    }

    /// Hides it.
    pub fn hide(&mut self, what: &Hideable) {
        match what.clone() {
            Hideable::Session { id, title } => self.sessions.insert(id, title),
            Hideable::Track { id, name } => self.tracks.insert(id, name),
        };
    }

    /// Hides what the other has hidden, too.
    pub fn add(&mut self, other: &Hidden) {
        for (id, title) in &other.sessions {
            self.sessions.entry(id.clone()).or_insert_with(|| title.clone());
        }
        for (id, name) in &other.tracks {
            self.tracks.entry(id.clone()).or_insert_with(|| name.clone());
        }
    }

    /// Whether all that the other has hidden is hidden.
    pub fn has_all(&self, other: &Hidden) -> bool {
        let has =
            |mine: &BTreeMap<String, String>, theirs: &BTreeMap<String, String>| theirs.keys().all(|id| mine.contains_key(id));
        has(&self.sessions, &other.sessions) && has(&self.tracks, &other.tracks)
    }

    /// How many sessions and tracks are hidden.
    pub fn count(&self) -> usize {
        self.sessions.len() + self.tracks.len()
    }

    /// Shows it again.
    pub fn show(&mut self, what: &Hideable) {
        match what {
            Hideable::Session { id, .. } => self.sessions.remove(id),
            Hideable::Track { id, .. } => self.tracks.remove(id),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_sent_is_hidden_besides() {
        let hidden = |id: &str, title: &str| {
            let mut hidden = Hidden::default();
            hidden.hide(&Hideable::Session { id: id.to_owned(), title: title.to_owned() });
            hidden
        };
        let (mut mine, theirs) = (hidden("a", "One"), hidden("b", "Two"));
        assert!(!mine.has_all(&theirs));
        mine.add(&theirs);
        mine.add(&hidden("a", "Other"));
        assert!(mine.has_all(&theirs) && mine.count() == 2);
        assert_eq!(mine.sessions["a"], "One", "mine stays as it is");
    }

    #[test]
    fn hidden_items_can_be_shown_again_and_are_shown_under_another_name() {
        let session = |title: &str| Hideable::Session { id: "a".to_owned(), title: title.to_owned() };
        let track = Hideable::Track { id: "a".to_owned(), name: "One".to_owned() };
        let mut hidden = Hidden::default();
        hidden.hide(&session("One"));
        assert!(hidden.has(&session("One")) && !hidden.has(&session("Two")) && !hidden.has(&track));
        hidden.hide(&session("Two"));
        hidden.hide(&track);
        assert!(!hidden.has(&session("One")) && hidden.has(&session("Two")) && hidden.has(&track));
        hidden.show(&session("Two"));
        hidden.show(&track);
        assert_eq!(hidden, Hidden::default());
    }
}
