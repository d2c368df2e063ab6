//! The differences between a picked session and the copy in the pick.

use super::Pick;
use crate::program::{Change, Program, Seen, differences};

/// What became of a session: whether it takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It takes place.
    Planned,
    /// It was announced and will not take place.
    Cancelled,
    /// It is not in the program.
    Removed,
}

impl Pick {
    /// Returns the copy of the session in the form in which it is compared.
    pub fn seen(&self) -> Seen<'_> {
        Seen {
            title: &self.title,
            span: self.span,
            rooms: &self.rooms,
            speakers: &self.speakers,
            cancelled: self.standing == Standing::Cancelled,
        }
    }

    /// Returns what became of the session in this program.
    pub fn standing_in(&self, program: &Program) -> Standing {
        match program.session(&self.session) {
            None => Standing::Removed,
            Some(session) if session.cancelled => Standing::Cancelled,
            Some(_) => Standing::Planned,
        }
    }

    /// Whether there is a change that the user has not confirmed.
    pub fn has_news(&self, program: &Program) -> bool {
        let returned = || self.standing != Standing::Planned && self.standing_in(program) == Standing::Planned;
        let followed = || self.was.is_some() && program.session(&self.session).is_some();
        followed() || returned() || !changes(self, program).is_empty()
    }

    /// Whether the program has candidates for this session, so that the user must be asked.
    fn is_ambiguous(&self, program: &Program) -> bool {
        self.candidates.iter().any(|id| program.session(id).is_some())
    }
}

/// Returns what changed since the session was picked or the changes were last confirmed.
pub fn changes(pick: &Pick, program: &Program) -> Vec<Change> {
    match program.session(&pick.session) {
        Some(session) => differences(pick.seen(), session, program),
        None if pick.is_ambiguous(program) => vec![Change::Ambiguous],
        None if pick.standing == Standing::Removed => Vec::new(),
        None => vec![Change::Removed],
    }
}
