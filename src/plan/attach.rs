//! Attaching picks to the sessions of a new version of the program, as ordinary edits of the plan.
//!
//! `follow` works out which session a pick follows, in a worker and not in the page. Afterwards, if the program has a session
//! with a pick's id, that session is the talk that was picked.

use super::{Pick, Plan, Standing};
use crate::program::order::in_order;
use crate::program::{Program, SessionId};

/// What is to be done with a pick for a new version of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The pick.
    pub pick: SessionId,
    /// The edit number of the record that this was computed for. A record that was edited since is left unchanged.
    pub edit: u64,
    /// Its new id: that of the session that it follows, or else an id that no session of the program has.
    pub now: SessionId,
    /// Candidates, if it is not clear which session it follows.
    pub candidates: Vec<SessionId>,
}

impl Plan {
    /// Attaches the picks to the new version. No pick is lost, and repeating it changes nothing.
    ///
    /// The copies in the picks are kept, so that changes can be shown until the user confirms them.
    pub fn attach(&mut self, attachments: &[Attachment]) {
        let valid = self.possible(attachments.iter().filter(|attachment| self.is_current(attachment)).collect());
        let moved: Vec<Pick> = valid.iter().map(|attachment| moved(&self.picks[&attachment.pick].value, attachment)).collect();
        self.take_out_all(valid.iter().map(|attachment| &attachment.pick));
        self.put_all(moved);
    }

    /// Returns the attachments that are possible together. A pick cannot take an id that another pick keeps; then it keeps
    /// its own, which may in turn keep a third one from moving.
    fn possible<'a>(&self, attachments: Vec<&'a Attachment>) -> Vec<&'a Attachment> {
        let (pick, now) = (|at: usize| &attachments[at].pick, |at: usize| &attachments[at].now);
        let by_pick = in_order(attachments.len(), &|one, other| pick(one).cmp(pick(other)));
        let by_now = in_order(attachments.len(), &|one, other| now(one).cmp(now(other)));
        let is_moved = |session: &SessionId| by_pick.binary_search_by(|at| pick(*at).cmp(session)).is_ok();
        let is_blocked = |at: &usize| self.is_picked(now(*at)) && !is_moved(now(*at));
        let mut blocked: Vec<usize> = (0..attachments.len()).filter(is_blocked).collect();
        let mut is_possible = vec![true; attachments.len()];
        while let Some(at) = blocked.pop() {
            if std::mem::replace(&mut is_possible[at], false) {
                let first = by_now.partition_point(|other| now(*other) < pick(at));
                blocked.extend(by_now[first..].iter().take_while(|other| now(**other) == pick(at)));
            }
        }
        attachments.into_iter().zip(is_possible).filter_map(|(attachment, possible)| possible.then_some(attachment)).collect()
    }

    /// Returns the attachments that give the picks back the ids that they had before these edits of [`Plan::attach`].
    pub fn way_back(&self, attachments: &[Attachment]) -> Vec<Attachment> {
        // An unchanged pick was never attached.
        let made = attachments.iter().filter(|attachment| !self.is_current(attachment));
        let back = made.filter_map(|Attachment { pick, now, .. }| {
            let record = self.picks.get(now).filter(|record| record.kept)?;
            Some(Attachment { pick: now.clone(), edit: record.edit, now: pick.clone(), candidates: Vec::new() })
        });
        back.collect()
    }

    fn is_current(&self, attachment: &Attachment) -> bool {
        self.picks.get(&attachment.pick).is_some_and(|record| record.kept && record.edit == attachment.edit)
    }

    /// Sets which of the candidates the pick is; `None` for none of them. If the candidate is picked already, the two picks
    /// become one.
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

    /// Confirms the changes: the copy in the pick becomes the session as it is in the program now.
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
