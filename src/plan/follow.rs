//! Which session of a new version of the program each pick follows.

use super::{Attachment, Pick, Plan, Record};
use crate::program::versions::{Facts, Fate, Matching, pair};
use crate::program::{Program, Session, SessionId};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hasher;

/// Returns the attachments after which every pick has the id of its session in the new version. Picks that already have it
/// are left out.
///
/// `old` is the version that the plan was last attached to. Without it (a plan from a file or another device), only the
/// copies in the picks tell which session was meant. This is slow: not for the page.
pub fn attachments(plan: &Plan, old: Option<&Program>, new: &Program) -> Vec<Attachment> {
    let versions = Versions { old: old.map(|old| Old::of(old, new)), now: sessions_by_id(new), new };
    let (settled, others): (Vec<&Pick>, Vec<&Pick>) = plan.picks().partition(|pick| versions.is_attached(pick));
    let (known, loose): (Vec<&Pick>, Vec<&Pick>) = others.into_iter().partition(|pick| versions.fate(&pick.session).is_some());
    let mut taken: BTreeSet<SessionId> = BTreeSet::new();
    taken.extend(settled.iter().map(|pick| pick.session.clone()));
    let mut fates: Vec<(&Pick, Fate<SessionId>)> =
        settled.iter().map(|pick| (*pick, Fate::Follow(pick.session.clone()))).collect();
    for pick in known {
        let fate = versions.fate(&pick.session).cloned().unwrap_or(Fate::Gone);
        // Two picks never become one: the pick that has the session already keeps it.
        let is_free = fate.followed().is_none_or(|session| taken.insert(session.clone()));
        fates.push((pick, if is_free { fate } else { Fate::Gone }));
    }
    fates.extend(versions.fates_of_loose(loose, &taken));
    fates.into_iter().filter_map(|(pick, fate)| attachment(&plan.picks[&pick.session], fate, &versions.now)).collect()
}

/// The version that a plan is attached to and the new one.
struct Versions<'p> {
    old: Option<Old<'p>>,
    now: BTreeMap<&'p SessionId, &'p Session>,
    new: &'p Program,
}

struct Old<'p> {
    program: &'p Program,
    sessions: BTreeMap<&'p SessionId, &'p Session>,
    matching: Matching,
}

impl<'p> Old<'p> {
    fn of(old: &'p Program, new: &Program) -> Old<'p> {
        Old { program: old, sessions: sessions_by_id(old), matching: Matching::of(old, new) }
    }
}

fn sessions_by_id(program: &Program) -> BTreeMap<&SessionId, &Session> {
    program.sessions.iter().map(|session| (&session.id, session)).collect()
}

impl<'p> Versions<'p> {
    /// Returns what became of a session of the old version, or `None` if it has no such session.
    fn fate(&self, session: &SessionId) -> Option<&Fate<SessionId>> {
        self.old.as_ref()?.matching.fate(session)
    }

    /// Whether the pick already has its id in the new version, because another tab was faster. The old version may have
    /// another talk under that id.
    fn is_attached(&self, pick: &Pick) -> bool {
        let (Some(old), Some(now)) = (&self.old, self.now.get(&pick.session)) else { return false };
        let copy = facts(pick);
        let after = copy.agreement(&Facts::of_session(now, self.new));
        let before =
            old.sessions.get(&pick.session).map_or(0, |session| copy.agreement(&Facts::of_session(session, old.program)));
        let came_here = || {
            let fate = pick.was.as_ref().and_then(|was| old.matching.fate(was));
            fate.and_then(Fate::followed) == Some(&pick.session)
        };
        after > before && after == Facts::MOST_AGREEMENT || after >= before && came_here()
    }

    /// Returns what became of picks that the old version does not have: they are matched with added sessions that no pick
    /// has.
    fn fates_of_loose<'a>(&self, loose: Vec<&'a Pick>, taken: &BTreeSet<SessionId>) -> Vec<(&'a Pick, Fate<SessionId>)> {
        if loose.is_empty() {
            return Vec::new();
        }
        let added: Option<BTreeSet<&SessionId>> = self.old.as_ref().map(|old| old.matching.added().iter().collect());
        let is_open =
            |session: &&Session| added.as_ref().is_none_or(|added| added.contains(&session.id)) && !taken.contains(&session.id);
        let open: Vec<&Session> = self.new.sessions.iter().filter(is_open).collect();
        let copies: Vec<Facts> = loose.iter().map(|pick| facts(pick)).collect();
        let sessions: Vec<Facts> = open.iter().map(|session| Facts::of_session(session, self.new)).collect();
        let fates = pair(&copies, &sessions).into_iter().map(|fate| fate.map(|at| open[at].id.clone()));
        let fates = loose.into_iter().zip(fates);
        fates.map(|(pick, fate)| (pick, if fate == Fate::Gone { self.still_asked(pick) } else { fate })).collect()
    }

    /// Returns the same candidates again if the user was asked about them and has not answered.
    fn still_asked(&self, pick: &Pick) -> Fate<SessionId> {
        let by_now = |id: &SessionId| match self.fate(id) {
            Some(fate) => fate.followed().cloned(),
            None => self.now.contains_key(id).then(|| id.clone()),
        };
        let candidates: Vec<SessionId> = pick.candidates.iter().filter_map(by_now).collect();
        if candidates.is_empty() { Fate::Gone } else { Fate::Ask(candidates) }
    }
}

/// Returns the facts of the pick under the id that the source gave it.
fn facts(pick: &Pick) -> Facts<'_> {
    Facts::of_copy(pick.was.as_ref().unwrap_or(&pick.session).as_str(), &pick.title, pick.seen())
}

fn attachment(record: &Record<Pick>, fate: Fate<SessionId>, sessions: &BTreeMap<&SessionId, &Session>) -> Option<Attachment> {
    let pick = &record.value;
    let detached = || if sessions.contains_key(&pick.session) { detached_id(pick) } else { pick.session.clone() };
    let (now, candidates) = match fate {
        Fate::Follow(id) => (id, Vec::new()),
        Fate::Ask(candidates) => (detached(), candidates),
        Fate::Gone => (detached(), Vec::new()),
    };
    let is_as_before = now == pick.session && candidates == pick.candidates;
    (!is_as_before).then(|| Attachment { pick: pick.session.clone(), edit: record.edit, now, candidates })
}

/// Returns an id for a pick whose own id was given to another talk. It is the same on every device and differs between talks.
fn detached_id(pick: &Pick) -> SessionId {
    let mut hash = fnv::FnvHasher::default();
    hash.write(pick.title.as_bytes());
    hash.write_i64(pick.span.start.unix());
    SessionId::new(format!("{}~{:08x}", pick.was.as_ref().unwrap_or(&pick.session), hash.finish() as u32))
}
