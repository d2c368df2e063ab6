//! Some of a program's sessions.

/// A set of sessions by their places in the program, a bit each, so that ten thousand are counted in a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionSet {
    bits: Vec<u64>,
    sessions: usize,
}

impl SessionSet {
    /// None of so many sessions.
    pub fn none(sessions: usize) -> SessionSet {
        SessionSet { bits: vec![0; sessions.div_ceil(64)], sessions }
    }

    /// All of so many sessions.
    pub fn all(sessions: usize) -> SessionSet {
        SessionSet::of(sessions, 0..sessions)
    }

    /// Those at the given places. A place that the program does not have is left out.
    pub fn of(sessions: usize, indices: impl IntoIterator<Item = usize>) -> SessionSet {
        let mut set = SessionSet::none(sessions);
        indices.into_iter().for_each(|index| set.insert(index));
        set
    }

    /// Adds one.
    pub fn insert(&mut self, index: usize) {
        if index < self.sessions {
            self.bits[index / 64] |= 1 << (index % 64);
        }
    }

    /// Whether it is among them.
    pub fn contains(&self, index: usize) -> bool {
        index < self.sessions && self.bits[index / 64] >> (index % 64) & 1 == 1
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.bits.iter().map(|bits| bits.count_ones() as usize).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.bits.iter().all(|bits| *bits == 0)
    }

    /// Their places in program order.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        (0..self.sessions).filter(|index| self.contains(*index))
    }

    /// Keeps only those that are in the other set too. Both must be of one program.
    pub fn keep(&mut self, other: &SessionSet) {
        self.bits.iter_mut().zip(&other.bits).for_each(|(bits, other)| *bits &= other);
    }

    /// Adds all of the other set. Both must be of one program.
    pub fn add(&mut self, other: &SessionSet) {
        self.bits.iter_mut().zip(&other.bits).for_each(|(bits, other)| *bits |= other);
    }

    /// All the others of the program.
    pub fn others(&self) -> SessionSet {
        SessionSet::of(self.sessions, (0..self.sessions).filter(|index| !self.contains(*index)))
    }

    /// How many are in both sets, which must be of one program.
    pub fn count_in(&self, other: &SessionSet) -> usize {
        self.bits.iter().zip(&other.bits).map(|(bits, other)| (bits & other).count_ones() as usize).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_know_what_is_in_them() {
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
