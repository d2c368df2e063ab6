//! The user's plan: picks, own entries, overlaps and gaps.
//!
//! A pick keeps a copy of its session as last seen, so that it survives every change of the program.
//!
//! ```
//! use siganpyo::import::{Options, import};
//! use siganpyo::plan::{Pick, Plan, entries, overlaps};
//!
//! let table = "# time_zone: Asia/Seoul\ndate,start,end,title\n\
//!     2018-08-18,13:00,13:40,Types\n2018-08-18,13:30,14:00,Tests\n";
//! let program = import(table.as_bytes(), &Options::default())?.program;
//! let mut plan = Plan::empty(program.id.clone());
//! plan.put_all(program.sessions.iter().map(|session| Pick::of(&program, session, "en")));
//!
//! let overlaps = overlaps(&entries(&plan, &program, "en"));
//! assert_eq!(overlaps[0].minutes, 10);
//! # Ok::<(), siganpyo::import::ImportError>(())
//! ```

mod attach;
mod change;
mod entry;
mod follow;
mod hidden;
mod of_calendar;
mod overlap;
mod record;
mod restore;
mod sample;
mod snapshot;
mod take_back;
mod uid;
mod walking;

pub use crate::program::Change;
pub use attach::Attachment;
pub use change::{Standing, changes};
pub use entry::{Entry, EntryId, Source, entries};
pub use follow::attachments;
pub use hidden::{Hidden, Hideable};
pub use of_calendar::own_entries;
pub use overlap::{Gap, Overlap, gaps, new_overlaps, overlaps};
pub use record::{Record, merge};
pub use sample::sample;
pub use snapshot::{Outdated, Shown, Snapshot};
pub use uid::{END_OF_UID, OF_PLAN, OF_PROGRAM, TAKEN_OUT, plain};
pub use walking::{rooms_of, way, ways_to};

use crate::program::order::in_order;
use crate::program::{Program, ProgramId, Session, SessionId, Span};
use std::collections::BTreeMap;

/// All picks and own entries of one user for one program.
///
/// Every change gets the next edit number, and a removed entry stays as a record marked as removed. Copies of a plan (another
/// tab, the small copy, a backup) can therefore be merged record by record, and no clock is needed to order them.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The program that the plan is for.
    pub program: ProgramId,
    /// Picks by session, including removed ones.
    pub picks: BTreeMap<SessionId, Record<Pick>>,
    /// Own entries by id, including removed ones.
    pub own: BTreeMap<String, Record<OwnEntry>>,
}

/// A picked session, as last seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Pick {
    /// The session's id.
    pub session: SessionId,
    /// Its title.
    pub title: String,
    /// Its time.
    pub span: Span,
    /// The names of its rooms.
    pub rooms: Vec<String>,
    /// Its speakers.
    pub speakers: Vec<String>,
    /// How much the user wants to attend it, if stated.
    pub priority: Option<Priority>,
    /// Whether it took place when last seen.
    pub standing: Standing,
    /// The id under which it was picked or last confirmed, if it has another one now.
    pub was: Option<SessionId>,
    /// Candidates, if the session was removed from the program and it is not clear which one it is now; the user must be
    /// asked.
    pub candidates: Vec<SessionId>,
}

/// How much the user wants to attend a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// Must attend.
    Must,
    /// Maybe, if nothing better comes up.
    Maybe,
}

/// Something that the user added: lunch, a booth shift, their lightning talk.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OwnEntry {
    /// Unique within the plan.
    pub id: String,
    /// Never empty.
    pub title: String,
    /// Start and end.
    pub span: Span,
    /// Where.
    pub place: Option<String>,
    /// A note.
    pub note: Option<String>,
}

impl Pick {
    /// Copies the session as the program has it now, with room names in the given language.
    pub fn of(program: &Program, session: &Session, language: &str) -> Pick {
        Pick {
            session: session.id.clone(),
            title: session.title.clone(),
            span: session.span,
            rooms: program.room_names(session, language),
            speakers: session.speakers.clone(),
            priority: None,
            standing: if session.cancelled { Standing::Cancelled } else { Standing::Planned },
            was: None,
            candidates: Vec::new(),
        }
    }
}

impl Plan {
    /// Returns an empty plan.
    pub fn empty(program: ProgramId) -> Plan {
        Plan { program, picks: BTreeMap::new(), own: BTreeMap::new() }
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.picks().next().is_none() && self.own().next().is_none()
    }

    /// Whether the plan may have been made for this program, judging by the picks alone: the program has at least one of
    /// them, or there are none.
    pub fn may_be_for(&self, program: &Program) -> bool {
        let is_like = |pick: &Pick, session: &Session| {
            session.span == pick.span || !pick.speakers.is_empty() && session.speakers == pick.speakers
        };
        let sessions = &program.sessions;
        let by_title = in_order(sessions.len(), &|one, other| sessions[one].title.cmp(&sessions[other].title));
        let is_there = |pick: &Pick| {
            let has_title = by_title.binary_search_by(|index| sessions[*index].title.cmp(&pick.title)).is_ok();
            has_title || program.session(&pick.session).is_some_and(|session| is_like(pick, session))
        };
        self.picks().next().is_none() || self.picks().any(is_there)
    }

    /// Whether the session is picked.
    pub fn is_picked(&self, session: &SessionId) -> bool {
        self.picks.get(session).is_some_and(|record| record.kept)
    }

    /// The picks, in the order of their session ids.
    pub fn picks(&self) -> impl Iterator<Item = &Pick> {
        self.picks.values().filter(|record| record.kept).map(|record| &record.value)
    }

    /// The own entries, in the order of their ids.
    pub fn own(&self) -> impl Iterator<Item = &OwnEntry> {
        self.own.values().filter(|record| record.kept).map(|record| &record.value)
    }

    /// Adds a pick, or replaces the one of this session.
    pub fn put(&mut self, pick: Pick) {
        self.put_all([pick]);
    }

    /// Adds several picks.
    pub fn put_all(&mut self, picks: impl IntoIterator<Item = Pick>) {
        for (edit, pick) in (self.next_edit()..).zip(picks) {
            self.picks.insert(pick.session.clone(), Record { value: pick, edit, kept: true });
        }
    }

    /// Removes a pick.
    pub fn take_out(&mut self, session: &SessionId) {
        self.take_out_all([session]);
    }

    /// Removes several picks.
    pub fn take_out_all<'s>(&mut self, sessions: impl IntoIterator<Item = &'s SessionId>) {
        for (edit, session) in (self.next_edit()..).zip(sessions) {
            if let Some(record) = self.picks.get_mut(session).filter(|record| record.kept) {
                (record.edit, record.kept) = (edit, false);
            }
        }
    }

    /// Adds an own entry, or replaces the one with its id.
    pub fn put_own(&mut self, entry: OwnEntry) {
        self.put_all_own([entry]);
    }

    /// Adds several own entries.
    pub fn put_all_own(&mut self, entries: impl IntoIterator<Item = OwnEntry>) {
        for (edit, entry) in (self.next_edit()..).zip(entries) {
            self.own.insert(entry.id.clone(), Record { value: entry, edit, kept: true });
        }
    }

    /// Removes an own entry.
    pub fn take_out_own(&mut self, id: &str) {
        self.take_out_all_own([id]);
    }

    /// Removes several own entries.
    pub fn take_out_all_own(&mut self, ids: impl IntoIterator<Item = impl AsRef<str>>) {
        for (edit, id) in (self.next_edit()..).zip(ids) {
            if let Some(record) = self.own.get_mut(id.as_ref()).filter(|record| record.kept) {
                (record.edit, record.kept) = (edit, false);
            }
        }
    }

    fn next_edit(&self) -> u64 {
        let picks = self.picks.values().map(|record| record.edit);
        let own = self.own.values().map(|record| record.edit);
        picks.chain(own).max().unwrap_or(0) + 1
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::program::Moment;

    /// Returns a pick on 18 August 2018 in Seoul, with `from` and `to` as `13:00`.
    pub(crate) fn pick(id: &str, from: &str, to: &str) -> Pick {
        Pick {
            session: SessionId::new(id),
            title: id.to_uppercase(),
            span: span(from, to),
            rooms: vec!["101".to_owned()],
            speakers: Vec::new(),
            priority: None,
            standing: Standing::Planned,
            was: None,
            candidates: Vec::new(),
        }
    }

    pub(crate) fn span(from: &str, to: &str) -> Span {
        let at = |clock: &str| Moment::parse(&format!("2018-08-18T{clock}:00+09:00")).unwrap();
        Span::new(at(from), at(to)).unwrap()
    }

    #[test]
    fn a_plan_is_told_apart_from_one_for_another_program_with_the_same_id() {
        let session = |id: &str, title: &str, from: &str, to: &str| {
            format!(
                r#"{{"id":"{id}","title":"{title}","start":"2018-08-18T{from}:00+09:00","end":"2018-08-18T{to}:00+09:00","day":"2018-08-18"}}"#
            )
        };
        let mut plan = Plan::empty(ProgramId::new("p"));
        let may_be = |plan: &Plan, session: String| {
            let file = format!(
                r#"{{"format":"siganpyo-program/1","id":"p","version":"1","title":"P","time_zone":"Asia/Seoul","days":[{{"date":"2018-08-18"}}],"rooms":[],"tracks":[],"sessions":[{session}]}}"#
            );
            plan.may_be_for(&crate::wire::program_file::read(&file).unwrap())
        };
        assert!(may_be(&plan, session("x", "X", "09:00", "10:00")), "nothing says no");
        plan.put(pick("a", "13:00", "13:25"));
        plan.put(pick("b", "14:00", "14:25"));
        for (id, title, from, to, expected) in [
            ("a", "A", "13:00", "13:25", true),
            ("renumbered", "B", "16:00", "16:25", true),
            ("a", "Retitled", "13:00", "13:25", true),
            ("a", "Another talk under that id", "09:00", "10:00", false),
            ("c", "C", "13:00", "13:25", false),
        ] {
            assert_eq!(may_be(&plan, session(id, title, from, to)), expected, "{id} {title}");
        }
    }

    #[test]
    fn removing_a_pick_leaves_a_newer_record() {
        let mut plan = Plan::empty(ProgramId::new("p"));
        plan.put(pick("a", "13:00", "13:25"));
        assert!(plan.is_picked(&SessionId::new("a")));
        plan.take_out(&SessionId::new("a"));
        assert!(plan.is_empty());
        assert_eq!(plan.picks[&SessionId::new("a")].edit, 2);
        plan.put(pick("a", "13:00", "13:25"));
        assert!(plan.is_picked(&SessionId::new("a")));
    }
}
