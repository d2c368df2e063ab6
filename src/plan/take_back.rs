//! Undo: reverts what one action did to a plan, and nothing that was done since.

use super::{Plan, Record};
use std::collections::BTreeMap;

impl Plan {
    /// Undoes the step from the plan `before` to the plan `after`, by new edits. Records that were edited again since are
    /// left unchanged.
    pub fn take_back(&mut self, before: &Plan, after: &Plan) {
        let picks = touched(&before.picks, &after.picks, &self.picks);
        let (back, new): (Vec<_>, Vec<_>) = picks.into_iter().partition(|(_, was)| was.is_some());
        self.put_all(back.into_iter().filter_map(|(_, was)| was));
        self.take_out_all(new.iter().map(|(session, _)| session));
        let own = touched(&before.own, &after.own, &self.own);
        let (back, new): (Vec<_>, Vec<_>) = own.into_iter().partition(|(_, was)| was.is_some());
        self.put_all_own(back.into_iter().filter_map(|(_, was)| was));
        self.take_out_all_own(new.iter().map(|(id, _)| id));
    }
}

/// Returns the records that the action changed and nothing has changed since, each with its value before, or `None` if it had
/// none.
fn touched<K: Ord + Clone, T: PartialEq + Clone>(
    before: &BTreeMap<K, Record<T>>,
    after: &BTreeMap<K, Record<T>>,
    now: &BTreeMap<K, Record<T>>,
) -> Vec<(K, Option<T>)> {
    let is_touched = |(key, record): &(&K, &Record<T>)| before.get(key) != Some(record) && now.get(key) == Some(record);
    let was = |key: &K| before.get(key).filter(|record| record.kept).map(|record| record.value.clone());
    after.iter().filter(is_touched).map(|(key, _)| (key.clone(), was(key))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::tests::{pick, span};
    use crate::plan::{OwnEntry, Pick, Priority};
    use crate::program::{ProgramId, SessionId};

    fn kept(plan: &Plan) -> (Vec<Pick>, Vec<OwnEntry>) {
        (plan.picks().cloned().collect(), plan.own().cloned().collect())
    }

    fn own(id: &str, title: &str) -> OwnEntry {
        OwnEntry { id: id.to_owned(), title: title.to_owned(), span: span("12:00", "13:00"), place: None, note: None }
    }

    fn start() -> Plan {
        let mut plan = Plan::empty(ProgramId::new("p"));
        plan.put(pick("a", "10:00", "11:00"));
        plan.put(pick("b", "10:30", "11:00"));
        plan.put_own(own("lunch", "Lunch"));
        plan
    }

    #[test]
    fn every_action_can_be_undone() {
        type Action = fn(&mut Plan);
        let actions: [(&str, Action); 6] = [
            ("take out", |plan| plan.take_out(&SessionId::new("a"))),
            ("put in", |plan| plan.put(pick("c", "10:00", "11:00"))),
            ("replace", |plan| plan.put(Pick { priority: Some(Priority::Must), ..pick("a", "10:10", "11:00") })),
            ("edit an own entry", |plan| plan.put_own(own("lunch", "Dinner"))),
            ("take out an own entry", |plan| plan.take_out_own("lunch")),
            ("go under another id", |plan| {
                plan.take_out(&SessionId::new("a"));
                plan.put(pick("d", "10:00", "11:00"));
            }),
        ];
        for (what, act) in actions {
            let before = start();
            let mut plan = before.clone();
            act(&mut plan);
            let after = plan.clone();
            assert_ne!(kept(&plan), kept(&before), "{what}");
            plan.take_back(&before, &after);
            assert_eq!(kept(&plan), kept(&before), "{what}");
        }
    }

    #[test]
    fn later_edits_are_kept() {
        let before = start();
        let mut plan = before.clone();
        plan.take_out(&SessionId::new("a"));
        plan.take_out_own("lunch");
        let after = plan.clone();
        plan.put(pick("z", "15:00", "16:00"));
        plan.put(pick("a", "10:20", "11:20"));
        plan.take_back(&before, &after);
        let (picks, own) = kept(&plan);
        assert_eq!(picks.iter().map(|pick| pick.session.as_str()).collect::<Vec<_>>(), ["a", "b", "z"]);
        assert_eq!(picks[0].span, span("10:20", "11:20"), "edited again since");
        assert_eq!(own.len(), 1);
    }
}
