//! Attaching picks to the sessions of a new version, as edits of the plan like any other.
//!
//! Which session a pick follows is worked out in `follow`, far from the page. Afterwards a session that the program has under a
//! pick's id is the talk that was picked.

use super::{Pick, Plan, Standing};
use crate::program::order::in_order;
use crate::program::{Program, SessionId};

/// What is to be done with a pick for a new version of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The pick.
    pub pick: SessionId,
    /// The edit of its record that this was worked out for. A record that was edited since is left as it is.
    pub edit: u64,
    /// Its id from now on: that of the session that it follows; where there is none, an id that no session of the program has.
    pub now: SessionId,
    /// Sessions that may be it, where it is not clear which.
    pub candidates: Vec<SessionId>,
}

impl Plan {
    /// Makes the edits that attach the picks to the new version. No pick is lost, and doing it again changes nothing.
    ///
    /// The copies in the picks stay as they are, so that what changed can be told until the person confirms it.
    pub fn attach(&mut self, attachments: &[Attachment]) {
        let valid = self.possible(attachments.iter().filter(|attachment| self.is_current(attachment)).collect());
        let moved: Vec<Pick> = valid.iter().map(|attachment| moved(&self.picks[&attachment.pick].value, attachment)).collect();
        self.take_out_all(valid.iter().map(|attachment| &attachment.pick));
        self.put_all(moved);
    }

    /// Those that can be done together. A pick cannot take an id that another pick keeps; then it keeps its own, which may in turn
    /// keep a third from moving.
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

    /// What lets the picks go by the ids again that they had before these edits of [`Plan::attach`] were made.
    pub fn way_back(&self, attachments: &[Attachment]) -> Vec<Attachment> {
        // A pick that is unchanged was never attached.
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
