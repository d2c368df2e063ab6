//! Ids for items without an id in the source; the same content gives the same id.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hasher;

/// Returns eight letters and digits that are derived from these parts. They are 40 bits, so that two of 20,000 sessions
/// collide in one of 5,000 programs.
pub(super) fn content_id<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hash = fnv::FnvHasher::default();
    for part in parts {
        hash.write(part.as_bytes());
        // No text has this byte, so different parts never give the same bytes.
        hash.write_u8(0xFF);
    }
    letters(spread(hash.finish()))
}

/// Converts a name to an id: letters and digits of any script in lower case, everything else one hyphen. Empty if there are
/// none.
pub(super) fn slug(text: &str) -> String {
    let mut slug = String::new();
    for letter in text.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Mixes the bits: the low bits of FNV hardly depend on the last bytes' high bits. This is the finaliser of MurmurHash 3.
fn spread(mut hash: u64) -> u64 {
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

/// Writes it in base 32 without the letters that look like digits.
fn letters(hash: u64) -> String {
    const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    (0..8).map(|at| char::from(ALPHABET[(hash >> (5 * at)) as usize & 31])).collect()
}

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
    use crate::program::VersionName;

    #[test]
    fn slugs_keep_letters_of_every_script() {
        for (text, expected) in
            [("PyCon Korea 2018", "pycon-korea-2018"), (" 대강당 (1층) ", "대강당-1층"), ("C++ / Rust!", "c-rust"), ("—", "")]
        {
            assert_eq!(slug(text), expected);
        }
    }

    #[test]
    fn content_ids_depend_on_the_parts_and_their_boundaries() {
        let ids: BTreeSet<String> =
            [vec!["ab", "c"], vec!["a", "bc"], vec!["abc"], vec!["abc", ""], vec!["abd"]].into_iter().map(content_id).collect();
        assert_eq!(ids.len(), 5);
        assert!(ids.iter().all(|id| id.len() == 8 && id.is_ascii()));
        assert!(ids.iter().all(|id| VersionName::of(id).is_none()), "nobody is shown one as a version");
    }

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
