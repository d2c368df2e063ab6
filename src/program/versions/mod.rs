//! Compares two versions of a program: which sessions are the same, and whether it is the same program at all.
//!
//! This is slow compared with what the app does at a tap, so it runs in the worker that imports programs. The result is
//! small.
//!
//! ```
//! use siganpyo::import::{Options, import};
//! use siganpyo::program::Change;
//! use siganpyo::program::versions::Matching;
//!
//! let [old, new] = ["13:00,13:40", "15:00,15:40"].map(|times| {
//!     let table = format!("# time_zone: Asia/Seoul\ndate,start,end,title\n\
//!         2018-08-18,{times},Types\n2018-08-18,16:00,16:40,Tests\n");
//!     import(table.as_bytes(), &Options::default()).unwrap().program
//! });
//! let matching = Matching::of(&old, &new);
//! let differences = matching.differences(&old, &new);
//! assert_eq!(differences.len(), 1);
//! assert_eq!(differences[0].changes, [Change::Moved]);
//! ```

mod facts;
mod pairing;
mod verdict;

pub use facts::Facts;
pub use pairing::{Fate, pair};
pub use verdict::{Doubt, Verdict, strands};

use super::change::{Change, Seen, differences};
use super::{Program, Session, SessionId};
use std::collections::BTreeMap;

/// For every session of the old version, which session of the new version it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matching {
    fates: BTreeMap<SessionId, Fate<SessionId>>,
    added: Vec<SessionId>,
}

/// A difference between two versions.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference<'p> {
    /// The session in the old version; `None` if it was added.
    pub before: Option<&'p Session>,
    /// The session in the new version; `None` if it was removed or if there are several candidates.
    pub after: Option<&'p Session>,
    /// What changed; empty if it was added.
    pub changes: Vec<Change>,
    /// The candidates in the new version.
    pub candidates: &'p [SessionId],
}

impl Matching {
    /// Matches two versions of a program.
    pub fn of(old: &Program, new: &Program) -> Matching {
        let [before, now] = [old, new].map(facts_of);
        let mut added: Vec<bool> = vec![true; now.len()];
        let id = |at: usize| new.sessions[at].id.clone();
        let mut fates = BTreeMap::new();
        for (session, fate) in old.sessions.iter().zip(pair(&before, &now)) {
            if let Fate::Follow(at) = fate {
                added[at] = false;
            }
            fates.insert(session.id.clone(), fate.map(id));
        }
        let added = new.sessions.iter().zip(added).filter(|(_, added)| *added).map(|(session, _)| session.id.clone());
        Matching { added: added.collect(), fates }
    }

    /// Returns what became of a session of the old version, or `None` if the old version does not have it.
    pub fn fate(&self, old: &SessionId) -> Option<&Fate<SessionId>> {
        self.fates.get(old)
    }

    /// Returns the sessions of the new version that match no session of the old one, in program order.
    pub fn added(&self) -> &[SessionId] {
        &self.added
    }

    /// Returns the number of sessions that are in both versions.
    pub fn kept(&self) -> usize {
        self.fates.values().filter(|fate| fate.followed().is_some()).count()
    }

    /// Returns all differences: the sessions of the old version in program order, then those that were added.
    pub fn differences<'p>(&'p self, old: &'p Program, new: &'p Program) -> Vec<Difference<'p>> {
        let mut by_id: BTreeMap<&SessionId, &Session> = BTreeMap::new();
        by_id.extend(new.sessions.iter().map(|session| (&session.id, session)));
        let of_old = old.sessions.iter().filter_map(|session| self.difference(session, old, new, &by_id));
        let added = self.added.iter().filter_map(|id| by_id.get(id)).map(|session| Difference {
            before: None,
            after: Some(session),
            changes: Vec::new(),
            candidates: &[],
        });
        of_old.chain(added).collect()
    }

    fn difference<'p>(
        &'p self,
        before: &'p Session,
        old: &Program,
        new: &Program,
        by_id: &BTreeMap<&SessionId, &'p Session>,
    ) -> Option<Difference<'p>> {
        let row = |after, changes, candidates| Some(Difference { before: Some(before), after, changes, candidates });
        match self.fates.get(&before.id)? {
            Fate::Ask(candidates) => row(None, vec![Change::Ambiguous], candidates.as_slice()),
            Fate::Gone => row(None, vec![Change::Removed], &[]),
            Fate::Follow(id) => {
                let after = by_id.get(id)?;
                let rooms = old.room_names(before, "");
                let changes = differences(before.seen(&rooms), after, new);
                if changes.is_empty() && before.id == after.id { None } else { row(Some(after), changes, &[]) }
            }
        }
    }
}

impl Session {
    /// Returns it in the form in which it is compared, with the names of its rooms.
    pub fn seen<'a>(&'a self, rooms: &'a [String]) -> Seen<'a> {
        Seen { title: &self.title, span: self.span, rooms, speakers: &self.speakers, cancelled: self.cancelled }
    }
}

impl<S> Fate<S> {
    /// Returns the matching session if it is clear which one it is.
    pub fn followed(&self) -> Option<&S> {
        match self {
            Fate::Follow(one) => Some(one),
            _ => None,
        }
    }

    /// Converts the sessions of the fate.
    pub fn map<T>(self, change: impl Fn(S) -> T) -> Fate<T> {
        match self {
            Fate::Follow(one) => Fate::Follow(change(one)),
            Fate::Ask(several) => Fate::Ask(several.into_iter().map(change).collect()),
            Fate::Gone => Fate::Gone,
        }
    }
}

/// Returns the facts of all sessions, in program order.
pub fn facts_of(program: &Program) -> Vec<Facts<'_>> {
    program.sessions.iter().map(|session| Facts::of_session(session, program)).collect()
}

#[cfg(test)]
mod tests;
