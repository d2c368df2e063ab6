//! Ids: they identify a program, a session, a room or a track across versions.

use std::hash::Hasher;

macro_rules! id {
    ($(#[$doc:meta] $name:ident)*) => {$(
        #[$doc]
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Uses the source's own text as the id.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// Returns the id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

id! {
    /// Identifies a conference over all versions of its program.
    ProgramId
    /// Identifies a session within its program, over versions as far as the source allows.
    SessionId
    /// Identifies a room within its program.
    RoomId
    /// Identifies a track within its program.
    TrackId
}

/// The most letters of a file's name, without its ending.
const MAX_FILE_NAME: usize = 100;

impl ProgramId {
    /// Returns the name of the program's file, without its ending: the id, as far as that can be one.
    pub fn file_name(&self) -> String {
        let is_plain = |letter: char| letter.is_alphanumeric() || "-_.".contains(letter);
        let plain = self.as_str().chars().map(|letter| if is_plain(letter) { letter } else { '-' });
        let name: String = plain.skip_while(|letter| *letter == '.').take(MAX_FILE_NAME).collect();
        if name.is_empty() { "program".to_owned() } else { name }
    }

    /// Returns an id for another conference that has the same id as a stored one. It is derived from the title, so it is the
    /// same on every device unless that one is taken too.
    pub fn beside(&self, title: &str, is_taken: impl Fn(&str) -> bool) -> ProgramId {
        let numbered = |number: u8| {
            let mut hasher = fnv::FnvHasher::default();
            [self.as_str(), title].iter().for_each(|text| hasher.write(text.as_bytes()));
            hasher.write_u8(number);
            format!("{self}-{:06x}", hasher.finish() & 0xff_ffff)
        };
        ProgramId((0..u8::MAX).map(numbered).find(|id| !is_taken(id)).unwrap_or_else(|| numbered(u8::MAX)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_makes_a_name_that_stays_in_its_folder() {
        for (id, name) in [
            ("pyconkr-2018", "pyconkr-2018"),
            ("../../etc/passwd", "-..-etc-passwd"),
            ("...", "program"),
            ("a b/c\\d:e", "a-b-c-d-e"),
            ("파이콘 2026", "파이콘-2026"),
        ] {
            assert_eq!(ProgramId::new(id).file_name(), name);
            assert!(crate::program::listing::is_beside(&format!("{name}.json")));
        }
        assert_eq!(ProgramId::new("x".repeat(300)).file_name().len(), MAX_FILE_NAME);
    }

    #[test]
    fn another_conference_with_the_same_id_gets_its_own_id() {
        let id = ProgramId::new("summit");
        let beside = |title: &str, taken: &[&str]| id.beside(title, |id| taken.contains(&id)).to_string();
        let first = beside("Summit of Busan", &["summit"]);
        assert!(first.starts_with("summit-"), "{first}");
        assert_eq!(beside("Summit of Busan", &["summit"]), first, "it is the same everywhere");
        assert_ne!(beside("Summit of Seoul", &["summit"]), first);
        let second = beside("Summit of Busan", &["summit", &first]);
        assert!(second != first && second != "summit", "{second}");
    }
}
