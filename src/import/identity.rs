//! Handing out ids, each once. What they are made of is in [`derived_id`](crate::program::derived_id).

use std::collections::{BTreeMap, BTreeSet};

/// Hands out each id only once.
#[derive(Debug, Default)]
pub(super) struct Taken {
    ids: BTreeSet<String>,
    counts: BTreeMap<String, usize>,
}

impl Taken {
    /// Returns the first of the candidates that is free, or else the last one with a number. There must be a candidate.
    pub fn claim(&mut self, candidates: impl IntoIterator<Item = String>) -> String {
        let mut last = String::new();
        for candidate in candidates {
            if self.ids.insert(candidate.clone()) {
                return candidate;
            }
            last = candidate;
        }
        loop {
            let count = self.counts.entry(last.clone()).or_insert(1);
            *count += 1;
            let numbered = format!("{last}-{count}");
            if self.ids.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_handed_out_once() {
        let mut taken = Taken::default();
        let mut claim = |candidates: &[&str]| taken.claim(candidates.iter().map(ToString::to_string));
        assert_eq!(claim(&["a", "b"]), "a");
        assert_eq!(claim(&["a", "b"]), "b");
        assert_eq!(claim(&["b-2"]), "b-2");
        assert_eq!(claim(&["a", "b"]), "b-3");
    }
}
