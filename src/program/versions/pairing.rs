//! Matches the sessions of an old version with those of a new one.
//!
//! Each round, from the surest sign to the weakest, pairs two sessions if neither could be paired with another one. Every
//! round uses an index of the sessions that are left, so the work grows with the number of sessions and not with its square.

use super::facts::{Facts, People, Sign};
use std::collections::{BTreeMap, BTreeSet};

/// What became of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate<S> {
    /// It is this session.
    Follow(S),
    /// It may be one of these, in their order.
    Ask(Vec<S>),
    /// It was removed.
    Gone,
}

/// The most candidates that the user is asked about.
const MOST_CANDIDATES: usize = 6;

/// The most sessions under one key of an index whose titles are compared. What more sessions share is not significant.
const MOST_COMPARED: usize = 60;

/// Returns the fate of each of the old sessions; the numbers are indices into `new`. Each new session is matched at most
/// once.
pub fn pair(old: &[Facts], new: &[Facts]) -> Vec<Fate<usize>> {
    let mut pairing = Pairing {
        old,
        new,
        of_old: vec![None; old.len()],
        taken: vec![false; new.len()],
        repeated: repeated(old, new),
        alike: BTreeMap::new(),
    };
    pairing.pair_all();
    pairing.fates()
}

/// Returns the titles that occur more than once in one of the versions.
fn repeated<'f>(old: &'f [Facts], new: &'f [Facts]) -> BTreeSet<&'f str> {
    let mut found = BTreeSet::new();
    for side in [old, new] {
        let mut seen = BTreeSet::new();
        found.extend(side.iter().map(Facts::key).filter(|key| !seen.insert(*key)));
    }
    found
}

struct Pairing<'f, 'a> {
    old: &'f [Facts<'a>],
    new: &'f [Facts<'a>],
    of_old: Vec<Option<usize>>,
    taken: Vec<bool>,
    repeated: BTreeSet<&'f str>,
    /// For each old session that only its title could still match: the new ones with similar titles.
    alike: BTreeMap<usize, BTreeMap<usize, Sign>>,
}

/// The sessions of both sides that are left under one key of an index.
#[derive(Default)]
struct Left {
    old: Vec<usize>,
    new: Vec<usize>,
}

impl<'f> Pairing<'f, '_> {
    fn pair_all(&mut self) {
        let repeated = self.repeated.clone();
        let vague = |facts: &Facts| facts.is_common() || repeated.contains(facts.key());
        let talk = |facts: &Facts| format!("{}\n{}", facts.key(), facts.people().join("\n"));
        self.unique(&|facts| (!vague(facts)).then(|| format!("{}\n{}", facts.id(), facts.key())));
        self.by_same_ids(&|facts| vague(facts).then(|| talk(facts)));
        self.unique(&|facts| Some(format!("{}\n{} {} {}", facts.id(), facts.start(), facts.place(), talk(facts))));
        // Identical rows are interchangeable.
        self.in_turn(&|facts| Some(format!("{} {} {} {}", facts.start(), facts.minutes(), facts.place(), talk(facts))));
        self.in_turn(&|facts| Some(format!("{} {} {}", facts.start(), facts.place(), talk(facts))));
        self.unique(&|facts| Some(format!("{} {}", facts.start(), talk(facts))));
        self.unique(&|facts| Some(format!("{}\n{:?} {}", facts.id(), facts.day(), talk(facts))));
        self.unique(&|facts| Some(format!("{:?} {} {}", facts.day(), facts.place(), talk(facts))));
        self.unique(&|facts| Some(format!("{:?} {}", facts.day(), talk(facts))));
        self.unique(&|facts| (!facts.is_common()).then(|| talk(facts)));
        self.by_id();
        self.unique_compatible(&|facts| Some(format!("{} {} {} {}", facts.start(), facts.minutes(), facts.place(), facts.key())));
        self.unique_compatible(&|facts| Some(format!("{} {} {}", facts.start(), facts.place(), facts.key())));
        self.unique_compatible(&|facts| Some(format!("{} {}", facts.start(), facts.key())));
        self.unique_compatible(&|facts| Some(format!("{:?} {} {}", facts.day(), facts.place(), facts.key())));
        self.unique_compatible(&|facts| Some(format!("{:?} {}", facts.day(), facts.key())));
        self.unique_compatible(&|facts| (!vague(facts)).then(|| facts.key().to_owned()));
        // The third break of a day stays the third break if the number of breaks is the same.
        self.in_turn_of_as_many(&|facts| facts.is_common().then(|| format!("{:?} {}", facts.day(), talk(facts))));
        self.by_likeness();
    }

    /// Returns the sessions that are left, by key; sessions without a key are left out.
    fn index(&self, key: &dyn Fn(&Facts) -> Option<String>) -> BTreeMap<String, Left> {
        let mut index: BTreeMap<String, Left> = BTreeMap::new();
        for at in self.left_of_old() {
            if let Some(key) = key(&self.old[at]) {
                index.entry(key).or_default().old.push(at);
            }
        }
        for at in (0..self.new.len()).filter(|at| !self.taken[*at]) {
            // Only old sessions with the same key as a new one.
            if let Some(left) = key(&self.new[at]).and_then(|key| index.get_mut(&key)) {
                left.new.push(at);
            }
        }
        index
    }

    fn left_of_old(&self) -> impl Iterator<Item = usize> {
        (0..self.old.len()).filter(|at| self.of_old[*at].is_none())
    }

    fn join(&mut self, old: usize, new: usize) {
        self.of_old[old] = Some(new);
        self.taken[new] = true;
    }

    /// Pairs two sessions if each is the only one with its key.
    fn unique(&mut self, key: &dyn Fn(&Facts) -> Option<String>) {
        for left in self.index(key).into_values() {
            if let ([old], [new]) = (left.old.as_slice(), left.new.as_slice()) {
                self.join(*old, *new);
            }
        }
    }

    /// Pairs in the same way, but only if the speakers allow it: they have a speaker in common, one of the two has no
    /// speakers, or a talk with a title of its own got other speakers and stayed on its day.
    fn unique_compatible(&mut self, key: &dyn Fn(&Facts) -> Option<String>) {
        for left in self.index(key).into_values() {
            let ([old], [new]) = (left.old.as_slice(), left.new.as_slice()) else { continue };
            let (before, now) = (&self.old[*old], &self.new[*new]);
            let replaced = !before.is_common() && before.day() == now.day();
            if before.people_with(now) != People::Other || replaced {
                self.join(*old, *new);
            }
        }
    }

    /// Pairs by id the sessions with the same key if all of them kept their ids. If ids had been reassigned, at least one of
    /// them would be different.
    fn by_same_ids(&mut self, key: &dyn Fn(&Facts) -> Option<String>) {
        for mut left in self.index(key).into_values() {
            left.old.sort_by_key(|at| self.old[*at].id());
            left.new.sort_by_key(|at| self.new[*at].id());
            let before = left.old.iter().map(|at| self.old[*at].id());
            if before.eq(left.new.iter().map(|at| self.new[*at].id())) {
                left.old.into_iter().zip(left.new).for_each(|(old, new)| self.join(old, new));
            }
        }
    }

    /// Pairs sessions with the same key in their order.
    fn in_turn(&mut self, key: &dyn Fn(&Facts) -> Option<String>) {
        for left in self.index(key).into_values() {
            left.old.into_iter().zip(left.new).for_each(|(old, new)| self.join(old, new));
        }
    }

    /// Pairs in the same way if both sides have the same number of sessions.
    fn in_turn_of_as_many(&mut self, key: &dyn Fn(&Facts) -> Option<String>) {
        for left in self.index(key).into_values().filter(|left| left.old.len() == left.new.len()) {
            left.old.into_iter().zip(left.new).for_each(|(old, new)| self.join(old, new));
        }
    }

    /// Pairs sessions that kept their id and are the same talk.
    fn by_id(&mut self) {
        for left in self.index(&|facts| Some(facts.id().to_owned())).into_values() {
            if let ([old], [new]) = (left.old.as_slice(), left.new.as_slice())
                && self.old[*old].is_same_talk(&self.new[*new])
            {
                self.join(*old, *new);
            }
        }
    }

    /// Pairs sessions whose titles changed a little.
    fn by_likeness(&mut self) {
        let by_sign = self.by_sign();
        let alike = self.left_of_old().map(|old| (old, self.alike(old, &by_sign)));
        self.alike = alike.collect();
        let pairs = self.alike.iter().flat_map(|(old, found)| found.iter().map(move |(new, sign)| (*old, *new, *sign)));
        let sure: Vec<(usize, usize)> =
            pairs.filter(|(_, _, sign)| *sign == Sign::Sure).map(|(old, new, _)| (old, new)).collect();
        let mut counts: BTreeMap<(bool, usize), usize> = BTreeMap::new();
        for (old, new) in &sure {
            *counts.entry((true, *old)).or_default() += 1;
            *counts.entry((false, *new)).or_default() += 1;
        }
        for (old, new) in sure {
            if counts[&(true, old)] == 1 && counts[&(false, new)] == 1 {
                self.join(old, new);
            }
        }
    }

    /// Returns the new sessions that are left, by everything that a session with a new title keeps.
    fn by_sign(&self) -> BTreeMap<String, Vec<usize>> {
        let mut found: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for at in (0..self.new.len()).filter(|at| !self.taken[*at]) {
            signs(&self.new[at]).into_iter().for_each(|sign| found.entry(sign).or_default().push(at));
        }
        found
    }

    /// Returns the new sessions that are left and may be the old one with a new title.
    fn alike(&self, old: usize, by_sign: &BTreeMap<String, Vec<usize>>) -> BTreeMap<usize, Sign> {
        let before = &self.old[old];
        let at_signs =
            signs(before).into_iter().filter_map(|sign| by_sign.get(&sign)).filter(|found| found.len() <= MOST_COMPARED);
        let open = at_signs.flatten().copied().filter(|new| !self.taken[*new]);
        open.filter_map(|new| Some((new, before.retitled_as(&self.new[new])?))).collect()
    }

    /// Returns which of the new sessions that are left an unpaired old one might be. `by_key` has those that are left by
    /// title.
    fn doubt(&self, old: usize, by_key: &BTreeMap<&str, Vec<usize>>) -> Fate<usize> {
        let before = &self.old[old];
        let of_title = by_key.get(before.key()).filter(|found| found.len() <= MOST_COMPARED);
        let of_title = of_title.into_iter().flatten().copied().filter(|new| {
            let now = &self.new[*new];
            let people = before.people_with(now);
            before.day() == now.day() && people != People::Other
                || !self.is_vague(before)
                || people == People::Same && !before.is_common()
        });
        let alike = self.alike.get(&old).into_iter().flat_map(BTreeMap::keys).copied().filter(|new| !self.taken[*new]);
        let mut candidates: BTreeSet<usize> = BTreeSet::new();
        candidates.extend(of_title.chain(alike));
        let mut candidates: Vec<usize> = candidates.into_iter().collect();
        candidates.sort_by_key(|new| self.new[*new].start().abs_diff(before.start()));
        candidates.truncate(MOST_CANDIDATES);
        candidates.sort_unstable();
        if candidates.is_empty() { Fate::Gone } else { Fate::Ask(candidates) }
    }

    /// Whether the title alone does not identify the session.
    fn is_vague(&self, facts: &Facts) -> bool {
        facts.is_common() || self.repeated.contains(facts.key())
    }

    fn fates(&self) -> Vec<Fate<usize>> {
        let mut by_key: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for at in (0..self.new.len()).filter(|at| !self.taken[*at]) {
            by_key.entry(self.new[at].key()).or_default().push(at);
        }
        let fate = |at: usize| self.of_old[at].map_or_else(|| self.doubt(at, &by_key), Fate::Follow);
        (0..self.old.len()).map(fate).collect()
    }
}

/// Returns what a session with a new title keeps: its speakers, or its start.
fn signs(facts: &Facts) -> Vec<String> {
    facts.people().iter().cloned().chain([facts.start().to_string()]).collect()
}
