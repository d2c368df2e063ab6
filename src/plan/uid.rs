//! The name under which calendars know an entry: the same in a person's file and in those of the organiser, over all versions of the
//! program, so that no calendar has a session twice.

use super::EntryId;
use crate::program::{ProgramId, SessionId};

/// What the calendar file of a plan says of its maker (`PRODID`).
pub const OF_PLAN: &str = "-//Siganpyo//Siganpyo//EN";

/// What the calendar files of an organiser say: they have all sessions, which nobody picked.
pub const OF_PROGRAM: &str = "-//Siganpyo//Program//EN";

/// The property of an event that is cancelled because the person removed it from the plan, and not by the organiser.
pub const TAKEN_OUT: &str = "X-SIGANPYO-TAKEN-OUT";

/// Stands at the end of every UID of ours.
pub const END_OF_UID: &str = ".siganpyo";

impl EntryId {
    /// Returns the UID of the entry in calendars.
    pub fn uid(&self, program: &ProgramId) -> String {
        let mark = match self {
            EntryId::Pick(_) => "session",
            EntryId::Own(_) => "own",
        };
        format!("{mark}-{}@{}{END_OF_UID}", plain(self.as_str()), plain(program.as_str()))
    }

    /// Returns the entry that a UID names, and its program; `None` if the UID is not one of ours.
    pub fn of_uid(uid: &str) -> Option<(EntryId, ProgramId)> {
        let (entry, program) = uid.trim().strip_suffix(END_OF_UID)?.split_once('@')?;
        let (mark, id) = entry.split_once('-')?;
        let id = decoded(id)?;
        let entry = match mark {
            "session" => EntryId::Pick(SessionId::new(id)),
            "own" => EntryId::Own(id),
            _ => return None,
        };
        Some((entry, ProgramId::new(decoded(program)?)))
    }
}

/// Replaces all bytes but letters, digits and `-._` by their hexadecimal form, as addresses do. Ids may contain anything.
pub fn plain(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

fn decoded(text: &str) -> Option<String> {
    let mut parts = text.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(part.get(..2)?, 16).ok()?);
        bytes.extend(&part.as_bytes()[2..]);
    }
    String::from_utf8(bytes).ok().filter(|text| !text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uid_names_its_entry_whatever_the_ids_contain() {
        let program = ProgramId::new("부산 @2027");
        for id in ["a", "talk-1", "x@y", "50%", "점심 , 한 끼", "%41\r\n"] {
            for entry in [EntryId::Pick(SessionId::new(id)), EntryId::Own(id.to_owned())] {
                let uid = entry.uid(&program);
                assert!(uid.bytes().all(|byte| byte.is_ascii_graphic() && !b",;:\\".contains(&byte)), "{uid}");
                assert_eq!(EntryId::of_uid(&uid), Some((entry, program.clone())));
            }
        }
    }

    #[test]
    fn other_uids_name_nothing() {
        for uid in [
            "",
            "a@example.org",
            "session-a@p",
            "talk-a@p.siganpyo",
            "session-@p.siganpyo",
            "session-%20@p.siganpyo",
            "session-%4@p.siganpyo",
            "own-%FF@p.siganpyo",
        ] {
            assert_eq!(EntryId::of_uid(uid), None, "{uid}");
        }
    }
}
