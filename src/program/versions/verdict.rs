//! Whether a program may take the place of the one that is kept.

use super::{Matching, Program};
use crate::program::title;

/// What a program is to the one that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The same in every detail, whatever it calls its version.
    Unchanged,
    /// Another version of the same conference.
    Changed,
    /// Perhaps another version; ask before it replaces the one that is kept.
    Doubtful(Doubt),
    /// Another conference: it stands beside the one that is kept.
    OtherConference,
}

/// Why a new version is not taken without asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// It has no sessions.
    Empty,
    /// It has less than half of the sessions.
    MuchSmaller,
    /// It says that it is the same conference, and hardly a session is the same.
    LittleInCommon,
}

impl Matching {
    /// What the new version is to the old one that it was matched with.
    ///
    /// Sessions speak loudest: three quarters of the smaller version are enough. One quarter is where the name or the days agree.
    /// Where there are fewer, name and days must agree, and then it is still doubtful: an edition of another year has the
    /// same name, and another conference the same days.
    pub fn verdict(&self, old: &Program, new: &Program) -> Verdict {
        let smaller = old.sessions.len().min(new.sessions.len());
        let quarters = (self.kept() * 4).checked_div(smaller).unwrap_or(0);
        let same_name = old.id == new.id || title::normal(&old.title) == title::normal(&new.title);
        // A program that lost its sessions may have lost its days.
        let same_days = smaller == 0 || days_meet(old, new);
        let is_same = quarters >= 3 || quarters >= 1 && (same_name || same_days);
        match () {
            () if is_unchanged(old, new) => Verdict::Unchanged,
            () if !(is_same || same_name && same_days) => Verdict::OtherConference,
            () if new.sessions.is_empty() => Verdict::Doubtful(Doubt::Empty),
            () if new.sessions.len() * 2 < old.sessions.len() => Verdict::Doubtful(Doubt::MuchSmaller),
            () if !is_same && !old.sessions.is_empty() => Verdict::Doubtful(Doubt::LittleInCommon),
            () => Verdict::Changed,
        }
    }
}

fn is_unchanged(old: &Program, new: &Program) -> bool {
    let Program { version, .. } = old;
    *old == Program { version: version.clone(), ..new.clone() }
}

/// Whether one begins before the other is over.
fn days_meet(one: &Program, other: &Program) -> bool {
    let ends = |program: &Program| Some((program.days.first()?.date, program.days.last()?.date));
    match (ends(one), ends(other)) {
        (Some(one), Some(other)) => one.0 <= other.1 && other.0 <= one.1,
        _ => false,
    }
}
