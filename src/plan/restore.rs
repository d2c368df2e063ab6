//! Restoring a copy of a plan: merging it into the plan, or replacing the plan.

use super::{OwnEntry, Pick, Plan};

impl Plan {
    /// Returns how many entries of the copy are not in this plan.
    pub fn lacks(&self, copy: &Plan) -> usize {
        let picks = copy.picks().filter(|pick| !self.is_picked(&pick.session)).count();
        picks + copy.own().filter(|own| !self.has_own(&own.id)).count()
    }

    /// Adds the entries of the copy that this plan does not have. Entries that both have stay as they are here.
    pub fn add(&mut self, copy: &Plan) {
        let picks: Vec<_> = copy.picks().filter(|pick| !self.is_picked(&pick.session)).cloned().collect();
        self.put_all(picks);
        let own: Vec<_> = copy.own().filter(|own| !self.has_own(&own.id)).cloned().collect();
        self.put_all_own(own);
    }

    /// Replaces the entries of this plan with those of the copy, by new edits.
    pub fn replace(&mut self, copy: &Plan) {
        let picks: Vec<_> = self.picks().map(|pick| pick.session.clone()).filter(|id| !copy.is_picked(id)).collect();
        self.take_out_all(&picks);
        let own: Vec<_> = self.own().map(|own| own.id.clone()).filter(|id| !copy.has_own(id)).collect();
        self.take_out_all_own(&own);
        let mine = |pick: &&Pick| self.picks.get(&pick.session).is_some_and(|mine| mine.kept && mine.value == **pick);
        let picks: Vec<_> = copy.picks().filter(|pick| !mine(pick)).cloned().collect();
        self.put_all(picks);
        let mine = |own: &&OwnEntry| self.own.get(&own.id).is_some_and(|mine| mine.kept && mine.value == **own);
        let own: Vec<_> = copy.own().filter(|own| !mine(own)).cloned().collect();
        self.put_all_own(own);
    }

    fn has_own(&self, id: &str) -> bool {
        self.own.get(id).is_some_and(|record| record.kept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::merge;
    use crate::plan::tests::{pick, span};
    use crate::plan::{OwnEntry, Pick, Priority};
    use crate::program::ProgramId;

    /// Returns a plan with picks in lower case and own entries in capitals.
    fn plan(entries: &str) -> Plan {
        let mut plan = Plan::empty(ProgramId::new("p"));
        for entry in entries.split_whitespace() {
            if entry.chars().all(char::is_lowercase) {
                plan.put(pick(entry, "13:00", "13:25"));
            } else {
                let (id, title, span) = (entry.to_owned(), entry.to_owned(), span("12:00", "13:00"));
                plan.put_own(OwnEntry { id, title, span, place: None, note: None });
            }
        }
        plan
    }

    fn entries(plan: &Plan) -> String {
        let picks = plan.picks().map(|pick| pick.session.as_str());
        picks.chain(plan.own().map(|own| own.id.as_str())).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_copy_is_merged_into_the_plan_or_replaces_it() {
        for (mine, copy, lacks, joined) in
            [("", "a L", 2, "a L"), ("a L", "", 0, "a L"), ("a b K", "b c L", 2, "a b c K L"), ("a", "a", 0, "a")]
        {
            let (mine, copy) = (plan(mine), plan(copy));
            assert_eq!(mine.lacks(&copy), lacks);
            let (mut added, mut replaced) = (mine.clone(), mine.clone());
            added.add(&copy);
            assert_eq!(entries(&added), joined);
            replaced.replace(&copy);
            assert_eq!(entries(&replaced), entries(&copy));
            // Both are edits that win over every older copy of the plan, and can be undone by another.
            assert_eq!(entries(&merge(replaced.clone(), mine.clone())), entries(&copy));
            replaced.replace(&mine);
            assert_eq!(entries(&replaced), entries(&mine));
        }
    }

    #[test]
    fn merging_prefers_the_plan_and_replacing_takes_the_copy() {
        let mut mine = plan("");
        mine.put(Pick { priority: Some(Priority::Must), ..pick("a", "13:00", "13:25") });
        let before = mine.clone();
        mine.add(&plan("a"));
        assert_eq!(mine, before);
        mine.replace(&plan("a"));
        assert_eq!(mine.picks().next().unwrap().priority, None);
    }
}
