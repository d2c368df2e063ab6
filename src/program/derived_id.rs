//! Ids for what has none in its source; the same content gives the same id.
//!
//! Picks, share codes and programs in links rely on it, so what comes out never changes.

use super::title;
use std::hash::Hasher;

/// Returns eight letters and digits that are derived from these parts. They are 40 bits, so that two of 20,000 sessions
/// collide in one of 5,000 programs.
pub fn content_id<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hash = fnv::FnvHasher::default();
    for part in parts {
        hash.write(part.as_bytes());
        // No text has this byte, so different parts never give the same bytes.
        hash.write_u8(0xFF);
    }
    letters(spread(hash.finish()))
}

/// Returns the id of a session with this title and these speakers. It stays the same if time or room change.
pub fn of_session(session: &str, speakers: &[String]) -> String {
    let mut speakers: Vec<String> = speakers.iter().map(|name| title::normal(name)).collect();
    speakers.sort();
    let title = Some(title::normal(session)).filter(|title| !title.is_empty());
    let title = title.as_deref().unwrap_or(session);
    content_id(std::iter::once(title).chain(speakers.iter().map(String::as_str)))
}

/// Converts a name to an id: letters and digits of any script in lower case, everything else one hyphen. Empty if there are
/// none.
pub fn slug(text: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::VersionName;
    use std::collections::BTreeSet;

    #[test]
    fn the_id_of_a_session_never_changes() {
        assert_eq!(of_session("그리고 물고기는 고마웠어요", &["김무성".to_owned()]), "pq4m2sme");
        assert_eq!(of_session("Why I Learn, How I Learn.", &["송영숙".to_owned()]), "t5pmff7n");
    }

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
}
