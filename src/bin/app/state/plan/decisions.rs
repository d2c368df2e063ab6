//! What can be done with the entries of the plan beyond picking. Whatever replaces something can be undone.

use super::PlanState;
use leptos::prelude::*;
use siganpyo::plan::{EntryId, OwnEntry, Pick, Plan, Priority};
use siganpyo::program::SessionId;
use std::sync::Arc;

impl PlanState {
    /// Changes the plan, says what was done, and offers to take it back.
    pub fn change_and_say(&'static self, text: impl Into<String>, change: impl FnOnce(&mut Plan)) {
        let before = self.current.get_untracked();
        self.change(change);
        let after = self.current.get_untracked();
        self.offer_undo(text.into(), move |plan| plan.take_back(&before, &after));
    }

    /// Says what was done, with a button that changes the plan back.
    fn offer_undo(&'static self, text: String, undo: impl Fn(&mut Plan) + Send + Sync + 'static) {
        self.toast.offer(text, self.settings.messages().undo, Arc::new(move || self.change(&undo)));
    }

    /// Takes an entry out and offers to bring it back.
    pub fn take_out(&'static self, entry: &EntryId, title: &str) {
        let text = (self.settings.messages().taken_out)(title);
        let before = self.current.get_untracked();
        match entry {
            EntryId::Pick(session) => {
                self.change(|plan| plan.take_out(session));
                let pick = before.picks.get(session).map(|record| record.value.clone());
                self.offer_undo(text, move |plan| {
                    if let Some(pick) = &pick {
                        plan.put(pick.clone());
                    }
                });
            }
            EntryId::Own(id) => {
                self.change(|plan| plan.take_out_own(id));
                let own = before.own.get(id).map(|record| record.value.clone());
                self.offer_undo(text, move |plan| {
                    if let Some(own) = &own {
                        plan.put_own(own.clone());
                    }
                });
            }
        }
    }

    /// Changes the plan by what a copy says, and offers to undo all of it.
    pub fn restore(&'static self, change: impl FnOnce(&mut Plan), text: &str) {
        let before = self.current.get_untracked();
        self.change(change);
        self.offer_undo(text.to_owned(), move |plan| plan.replace(&before));
    }

    /// Says how much a pick is wanted.
    pub fn prefer(&'static self, session: &SessionId, priority: Option<Priority>) {
        self.change(|plan| set_priority(plan, session, priority));
    }

    /// Decides for one of several entries at once; the others stay as what one may do instead.
    pub fn go_to(&'static self, entry: &EntryId, title: &str, others: &[EntryId]) {
        let text = (self.settings.language().plan_messages().going)(title);
        self.change_and_say(text, |plan| {
            if let EntryId::Pick(session) = entry {
                set_priority(plan, session, Some(Priority::Must));
            }
            for other in others {
                if let EntryId::Pick(session) = other {
                    set_priority(plan, session, Some(Priority::Maybe));
                }
            }
        });
    }

    /// Puts an own entry in, or replaces the one with its id.
    pub fn put_own(&'static self, entry: OwnEntry) {
        let text = (self.settings.language().plan_messages().own_saved)(&entry.title);
        self.change_and_say(text, |plan| plan.put_own(entry));
    }

    /// Confirms what changed about some picks.
    pub fn confirm(&'static self, picks: &[SessionId]) {
        let Some(program) = self.program.get() else { return };
        let tag = self.settings.messages().tag;
        self.change_and_say(self.settings.language().plan_messages().confirmed, |plan| {
            for pick in picks {
                plan.confirm(pick, &program, tag);
            }
        });
    }

    /// Answers which session a pick is; none where it is none of those that were offered.
    pub fn settle(&'static self, pick: &SessionId, title: &str, answer: Option<&SessionId>) {
        let messages = self.settings.language().plan_messages();
        let text = if answer.is_some() { (messages.settled)(title) } else { (messages.settled_none)(title) };
        self.change_and_say(text, |plan| plan.settle(pick, answer));
    }

    /// The picks that have something to confirm.
    pub fn unconfirmed(&'static self) -> Vec<SessionId> {
        let Some(program) = self.program.get() else { return Vec::new() };
        let plan = self.current.read_untracked();
        plan.picks().filter(|pick| pick.has_news(&program)).map(|pick| pick.session.clone()).collect()
    }
}

fn set_priority(plan: &mut Plan, session: &SessionId, priority: Option<Priority>) {
    let kept = plan.picks.get(session).filter(|record| record.kept).map(|record| record.value.clone());
    if let Some(pick) = kept {
        plan.put(Pick { priority, ..pick });
    }
}
