//! Picks outlive edits of the program: which session of a new version each pick is attached to.
//!
//! [`attachments`] is heavy and may run far from the page. Its result is small, and [`Plan::attach`] makes edits of it, like any
//! other change of the plan. Afterwards a session that the program has under a pick's id is the talk that was picked.

use super::{Pick, Plan, Record, Standing};
use crate::program::versions::{Facts, Fate, Matching, pair};
use crate::program::{Program, Session, SessionId};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hasher;

/// What is to be done with a pick for a new version of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The pick.
    pub pick: SessionId,
    /// The edit of its record that this was worked out for. A record that was edited since is left as it is.
    pub edit: u64,
    /// The id that it goes by from now on: the session that it follows, or where there is none, an id that the program does not
    /// have.
    pub now: SessionId,
    /// Sessions that may be it, where it is not clear which.
    pub candidates: Vec<SessionId>,
}

/// What is to be done so that every pick goes by the id of its session in the new version; nothing for those that do already.
///
/// `old` is the version that the plan was last attached to. Without it (a plan from a file or another device) only the copies in
/// the picks say which session was meant.
pub fn attachments(plan: &Plan, old: Option<&Program>, new: &Program) -> Vec<Attachment> {
    let matching = old.map(|old| (Matching::of(old, new), sessions_by_id(old)));
    let now = sessions_by_id(new);
    let mut fates: BTreeMap<&SessionId, Fate<SessionId>> = BTreeMap::new();
    let mut loose: Vec<&Pick> = Vec::new();
    for pick in plan.picks() {
        let known = matching.as_ref().and_then(|(matching, before)| {
            let session = before.get(&pick.session)?;
            known_fate(pick, session, matching.fate(&pick.session)?, old?, new, now.get(&pick.session).copied())
        });
        match known {
            Some(fate) => drop(fates.insert(&pick.session, fate)),
            None => loose.push(pick),
        }
    }
    let added: Option<BTreeSet<&SessionId>> = matching.as_ref().map(|(matching, _)| matching.added().iter().collect());
    let open: Vec<&Session> = {
        let followed: BTreeSet<&SessionId> = fates.values().filter_map(Fate::followed).collect();
        let is_open = |session: &&Session| {
            added.as_ref().is_none_or(|added| added.contains(&session.id)) && !followed.contains(&session.id)
        };
        new.sessions.iter().filter(is_open).collect()
    };
    for (pick, fate) in loose.iter().zip(fates_of_loose(&loose, &open, new)) {
        let asked = || still_asked(pick, matching.as_ref().map(|(matching, _)| matching), &now);
        fates.insert(&pick.session, if fate == Fate::Gone { asked() } else { fate });
    }
    fates.into_iter().filter_map(|(pick, fate)| attachment(&plan.picks[pick], fate, &now)).collect()
}

fn sessions_by_id(program: &Program) -> BTreeMap<&SessionId, &Session> {
    program.sessions.iter().map(|session| (&session.id, session)).collect()
}

/// The fate of the session that the pick is attached to; none where the pick is attached to nothing in the old version.
fn known_fate(
    pick: &Pick,
    before: &Session,
    fate: &Fate<SessionId>,
    old: &Program,
    new: &Program,
    now: Option<&Session>,
) -> Option<Fate<SessionId>> {
    if fate.followed() == Some(&pick.session) {
        return Some(fate.clone());
    }
    // Another tab may have attached the pick to the new version already; then its id means what it means there.
    let copy = facts(pick);
    let agreement = |session: &Session, program: &Program| copy.agreement(&Facts::of_session(session, program));
    if now.is_some_and(|now| agreement(now, new) > agreement(before, old)) {
        return Some(Fate::Follow(pick.session.clone()));
    }
    Some(fate.clone())
}

/// By the id that the source gave it.
fn facts(pick: &Pick) -> Facts<'_> {
    Facts::of_copy(pick.was.as_ref().unwrap_or(&pick.session).as_str(), &pick.title, pick.seen())
}

fn fates_of_loose(loose: &[&Pick], open: &[&Session], new: &Program) -> Vec<Fate<SessionId>> {
    if loose.is_empty() {
        return Vec::new();
    }
    let copies: Vec<Facts> = loose.iter().map(|pick| facts(pick)).collect();
    let sessions: Vec<Facts> = open.iter().map(|session| Facts::of_session(session, new)).collect();
    pair(&copies, &sessions).into_iter().map(|fate| fate.map(|at| open[at].id.clone())).collect()
}

/// What the person was asked about and has not answered is asked again, of the same sessions.
fn still_asked(pick: &Pick, matching: Option<&Matching>, now: &BTreeMap<&SessionId, &Session>) -> Fate<SessionId> {
    let by_now = |id: &SessionId| match matching.and_then(|matching| matching.fate(id)) {
        Some(fate) => fate.followed().cloned(),
        None => now.contains_key(id).then(|| id.clone()),
    };
    let candidates: Vec<SessionId> = pick.candidates.iter().filter_map(by_now).collect();
    if candidates.is_empty() { Fate::Gone } else { Fate::Ask(candidates) }
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

/// An id for a pick whose own id was given to another talk: the same on every device, and another one for another talk.
fn detached_id(pick: &Pick) -> SessionId {
    let mut hash = fnv::FnvHasher::default();
    hash.write(pick.title.as_bytes());
    hash.write_i64(pick.span.start.unix());
    SessionId::new(format!("{}~{:08x}", pick.was.as_ref().unwrap_or(&pick.session), hash.finish() as u32))
}

impl Plan {
    /// Makes the edits that attach the picks to the new version. No pick is lost, and doing it again changes nothing.
    ///
    /// The copies in the picks stay as they are, so that what changed can be told until the person confirms it.
    pub fn attach(&mut self, attachments: &[Attachment]) {
        let mut valid: Vec<&Attachment> = attachments.iter().filter(|attachment| self.is_current(attachment)).collect();
        // Onto a pick that stays where it is none can be moved; what does not move then is in the way of others in turn.
        while let Some(at) = valid
            .iter()
            .position(|attachment| self.is_picked(&attachment.now) && !valid.iter().any(|other| other.pick == attachment.now))
        {
            valid.remove(at);
        }
        let moved: Vec<Pick> = valid.iter().map(|attachment| moved(&self.picks[&attachment.pick].value, attachment)).collect();
        for attachment in &valid {
            self.take_out(&attachment.pick);
        }
        for pick in moved {
            self.put(pick);
        }
    }

    fn is_current(&self, attachment: &Attachment) -> bool {
        self.picks.get(&attachment.pick).is_some_and(|record| record.kept && record.edit == attachment.edit)
    }

    /// Answers which of the candidates the pick is; none of them where there is no answer. A candidate that is picked already is
    /// the one pick of both.
    pub fn settle(&mut self, pick: &SessionId, answer: Option<&SessionId>) {
        let Some(record) = self.picks.get(pick).filter(|record| record.kept) else { return };
        match answer {
            Some(now) if self.is_picked(now) => self.take_out(pick),
            _ => {
                let now = answer.unwrap_or(pick).clone();
                self.attach(&[Attachment { pick: pick.clone(), edit: record.edit, now, candidates: Vec::new() }]);
            }
        }
    }

    /// Confirms what changed: the copy in the pick becomes what the program has now.
    pub fn confirm(&mut self, pick: &SessionId, program: &Program, language: &str) {
        let Some(record) = self.picks.get(pick).filter(|record| record.kept) else { return };
        let seen = match program.session(pick) {
            Some(session) => Pick { priority: record.value.priority, ..Pick::of(program, session, language) },
            None => Pick { standing: Standing::Removed, ..record.value.clone() },
        };
        if seen != record.value {
            self.put(seen);
        }
    }
}

fn moved(pick: &Pick, attachment: &Attachment) -> Pick {
    let was = pick.was.clone().unwrap_or_else(|| pick.session.clone());
    Pick {
        session: attachment.now.clone(),
        was: Some(was).filter(|was| *was != attachment.now),
        candidates: attachment.candidates.clone(),
        ..pick.clone()
    }
}

#[cfg(test)]
mod tests;
