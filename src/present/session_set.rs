//! Sets of a program's sessions.

/// A set of sessions by index, one bit each, so that ten thousand sessions are counted quickly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionSet {
    bits: Vec<u64>,
    sessions: usize,
}

impl SessionSet {
    /// Creates an empty set for a program with this many sessions.
    pub fn none(sessions: usize) -> SessionSet {
        SessionSet { bits: vec![0; sessions.div_ceil(64)], sessions }
    }

    /// Creates a set of all of this many sessions.
    pub fn all(sessions: usize) -> SessionSet {
        SessionSet::of(sessions, 0..sessions)
    }

    /// Creates a set of sessions with these indices. Indices that are out of range are ignored.
    pub fn of(sessions: usize, indices: impl IntoIterator<Item = usize>) -> SessionSet {
        let mut set = SessionSet::none(sessions);
        indices.into_iter().for_each(|index| set.insert(index));
        set
    }

    /// Adds a session.
    pub fn insert(&mut self, index: usize) {
        if index < self.sessions {
            self.bits[index / 64] |= 1 << (index % 64);
        }
    }

    /// Whether the session is in the set.
    pub fn contains(&self, index: usize) -> bool {
        index < self.sessions && self.bits[index / 64] >> (index % 64) & 1 == 1
    }

    /// Returns the number of sessions in the set.
    pub fn len(&self) -> usize {
        self.bits.iter().map(|bits| bits.count_ones() as usize).sum()
    }

    /// Whether the set is empty.
    pub fn is_empty(&self) -> bool {
        self.bits.iter().all(|bits| *bits == 0)
    }

    /// Returns the indices in program order.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        (0..self.sessions).filter(|index| self.contains(*index))
    }

    /// Keeps only the sessions that are in the other set, too. Both must be of the same program.
    pub fn keep(&mut self, other: &SessionSet) {
        self.bits.iter_mut().zip(&other.bits).for_each(|(bits, other)| *bits &= other);
    }

    /// Adds all sessions of the other set. Both must be of the same program.
    pub fn add(&mut self, other: &SessionSet) {
        self.bits.iter_mut().zip(&other.bits).for_each(|(bits, other)| *bits |= other);
    }

    /// Returns the complement of the set.
    pub fn others(&self) -> SessionSet {
        SessionSet::of(self.sessions, (0..self.sessions).filter(|index| !self.contains(*index)))
    }

    /// Returns how many sessions are in both sets, which must be of the same program.
    pub fn count_in(&self, other: &SessionSet) -> usize {
        self.bits.iter().zip(&other.bits).map(|(bits, other)| (bits & other).count_ones() as usize).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_have_the_usual_operations() {
        let mut set = SessionSet::of(130, [0, 63, 64, 129, 130]);
        assert_eq!(set.iter().collect::<Vec<_>>(), [0, 63, 64, 129]);
        assert_eq!((set.len(), SessionSet::all(130).len(), SessionSet::all(0).len()), (4, 130, 0));
        assert!(!set.contains(130) && !set.contains(1) && set.contains(129));
        assert_eq!(set.count_in(&SessionSet::of(130, [63, 1])), 1);
        set.add(&SessionSet::of(130, [5]));
        set.keep(&SessionSet::of(130, [5, 64, 65]));
        assert_eq!(set, SessionSet::of(130, [5, 64]));
        assert_eq!(SessionSet::of(3, [1]).others(), SessionSet::of(3, [0, 2]));
        assert!(!set.is_empty() && SessionSet::none(130).is_empty());
    }
}
