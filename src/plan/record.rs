//! The records of a plan, and merging two copies of a plan.

use super::{OwnEntry, Pick, Plan};
use crate::program::SessionId;
use std::collections::BTreeMap;

/// One pick or own entry with what is needed to merge it.
#[derive(Debug, Clone, PartialEq)]
pub struct Record<T> {
    /// The entry; also kept when it was removed, so that it can be restored.
    pub value: T,
    /// Number of the edit that made the record; higher is later.
    pub edit: u64,
    /// False once the entry was removed.
    pub kept: bool,
}

/// Merges two copies of a plan: the later of two records wins, and of two with the same edit number one that was not removed.
///
/// Commutative, associative and idempotent, so copies may be merged in any order and any number of times. The copies must
/// belong to the same program; the first one's id is used.
pub fn merge(one: Plan, other: Plan) -> Plan {
    Plan { program: one.program, picks: merge_records(one.picks, other.picks), own: merge_records(one.own, other.own) }
}

fn merge_records<K: Ord, T: Rank>(mut one: BTreeMap<K, Record<T>>, other: BTreeMap<K, Record<T>>) -> BTreeMap<K, Record<T>> {
    for (key, record) in other {
        let wins = one.get(&key).is_none_or(|present| rank(present) < rank(&record));
        if wins {
            one.insert(key, record);
        }
    }
    one
}

fn rank<T: Rank>(record: &Record<T>) -> (u64, bool, T::Key<'_>) {
    (record.edit, record.kept, record.value.rank())
}

/// Decides between two records with the same edit number: any order works that is the same on both sides.
trait Rank {
    type Key<'a>: Ord
    where
        Self: 'a;
    fn rank(&self) -> Self::Key<'_>;
}

impl Rank for Pick {
    type Key<'a> = (
        (crate::program::Span, &'a str, &'a [String], &'a [String]),
        (Option<super::Priority>, super::Standing, Option<&'a SessionId>, &'a [SessionId]),
    );

    fn rank(&self) -> Self::Key<'_> {
        let copy = (self.span, self.title.as_str(), self.rooms.as_slice(), self.speakers.as_slice());
        (copy, (self.priority, self.standing, self.was.as_ref(), &self.candidates))
    }
}

impl Rank for OwnEntry {
    type Key<'a> = &'a OwnEntry;

    fn rank(&self) -> &OwnEntry {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::tests::pick;
    use crate::program::ProgramId;

    /// Returns a plan after edits written as `+a -a +b`.
    fn plan(edits: &str) -> Plan {
        let mut plan = Plan::empty(ProgramId::new("p"));
        for edit in edits.split_whitespace() {
            match edit.split_at(1) {
                ("+", id) => plan.put(pick(id, "13:00", "13:25")),
                (_, id) => plan.take_out(&SessionId::new(id)),
            }
        }
        plan
    }

    #[test]
    fn merging_is_commutative_associative_and_idempotent() {
        let plans = ["", "+a", "+a -a", "+a +b", "+b +a -b", "+a -a +a +c", "+c +b -c +c"].map(plan);
        for a in &plans {
            assert_eq!(merge(a.clone(), a.clone()), *a);
            for b in &plans {
                let ab = merge(a.clone(), b.clone());
                assert_eq!(ab, merge(b.clone(), a.clone()));
                for c in &plans {
                    assert_eq!(merge(ab.clone(), c.clone()), merge(a.clone(), merge(b.clone(), c.clone())));
                }
            }
        }
    }

    #[test]
    fn merging_takes_the_later_edit_and_prefers_keeping_a_pick() {
        let merged = |one: &str, other: &str| merge(plan(one), plan(other)).is_picked(&SessionId::new("a"));
        assert!(!merged("+a -a", "+a"));
        assert!(merged("+a -a +a", "+a -a"));
        assert!(merged("+b +a", "+a -a"), "two edits with the same number");
    }
}
