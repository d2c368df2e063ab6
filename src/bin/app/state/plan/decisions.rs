//! Changes to the plan beyond picking. Everything that replaces something can be undone.

use super::PlanState;
use crate::status::{Act, Toast};
use leptos::prelude::*;
use siganpyo::plan::{EntryId, OwnEntry, Pick, Plan, Priority};
use siganpyo::program::SessionId;
use std::sync::Arc;

impl PlanState {
    /// Changes the plan and shows what was done, with an undo button.
    pub fn change_and_say(&'static self, text: impl Into<String>, change: impl FnOnce(&mut Plan)) {
        let before = self.current.get_untracked();
        self.change(change);
        let after = self.current.get_untracked();
        self.offer_undo(text.into(), move |plan| plan.take_back(&before, &after));
    }

    /// Shows what was done, with a button that calls `undo` on the plan. The message leaves; my timetable keeps the button.
    fn offer_undo(&'static self, text: String, undo: impl Fn(&mut Plan) + Send + Sync + 'static) {
        let label = self.settings.messages().undo;
        let act: Act = Arc::new(move || {
            self.undoable.set(None);
            self.change(&undo);
        });
        self.undoable.set(Some(Toast { text: text.clone(), action: Some((label, act.clone())) }));
        self.toast.offer(text, label, act);
    }

    /// Removes an entry, with an undo button.
    pub fn take_out(&'static self, entry: &EntryId, title: &str) {
        let before = self.current.get_untracked();
        match entry {
            EntryId::Pick(session) => {
                self.change(|plan| plan.take_out(session));
                self.offer_back(session);
            }
            EntryId::Own(id) => {
                self.change(|plan| plan.take_out_own(id));
                let text = (self.settings.messages().taken_out)(title);
                let own = before.own.get(id).map(|record| record.value.clone());
                self.offer_undo(text, move |plan| {
                    if let Some(own) = &own {
                        plan.put_own(own.clone());
                    }
                });
            }
        }
    }

    /// Says that a pick was removed, with an undo button. Its record still has all of it, its priority too.
    pub fn offer_back(&'static self, session: &SessionId) {
        let pick = self.current.with_untracked(|plan| plan.picks.get(session).map(|record| record.value.clone()));
        if let Some(pick) = pick {
            self.offer_undo((self.settings.messages().taken_out)(&pick.title), move |plan| plan.put(pick.clone()));
        }
    }

    /// Changes the plan from a copy, with a button that undoes all of it.
    pub fn restore(&'static self, change: impl FnOnce(&mut Plan), text: &str) {
        let before = self.current.get_untracked();
        self.change(change);
        self.offer_undo(text.to_owned(), move |plan| plan.replace(&before));
    }

    /// Sets the priority of a pick.
    pub fn prefer(&'static self, session: &SessionId, priority: Option<Priority>) {
        self.change(|plan| set_priority(plan, session, priority));
    }

    /// Decides for one of several entries at the same time; the others become alternatives.
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

    /// Adds an own entry, or replaces the one with the same id.
    pub fn put_own(&'static self, entry: OwnEntry) {
        let text = (self.settings.language().plan_messages().own_saved)(&entry.title);
        self.change_and_say(text, |plan| plan.put_own(entry));
    }

    /// Confirms the changes of some picks.
    pub fn confirm(&'static self, picks: &[SessionId]) {
        let Some(program) = self.program.get() else { return };
        let tag = self.settings.messages().tag;
        self.change_and_say(self.settings.language().plan_messages().confirmed, |plan| {
            for pick in picks {
                plan.confirm(pick, &program, tag);
            }
        });
    }

    /// Records which session a pick belongs to; `None` if it is none of the candidates.
    pub fn settle(&'static self, pick: &SessionId, title: &str, answer: Option<&SessionId>) {
        let messages = self.settings.language().plan_messages();
        let text = if answer.is_some() { (messages.settled)(title) } else { (messages.settled_none)(title) };
        self.change_and_say(text, |plan| plan.settle(pick, answer));
    }

    /// Returns the picks with changes that are not confirmed.
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
