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
    /// By what it calls its version it came before the one that is kept, as from a server that lags behind.
    Older,
}

impl Verdict {
    /// All that there are, with the word for each.
    const LABELS: [(Verdict, &str); 7] = [
        (Verdict::Unchanged, "unchanged"),
        (Verdict::Changed, "changed"),
        (Verdict::Doubtful(Doubt::Empty), "empty"),
        (Verdict::Doubtful(Doubt::MuchSmaller), "much-smaller"),
        (Verdict::Doubtful(Doubt::LittleInCommon), "little-in-common"),
        (Verdict::Doubtful(Doubt::Older), "older"),
        (Verdict::OtherConference, "other-conference"),
    ];

    /// The word for it.
    pub fn label(self) -> &'static str {
        Verdict::LABELS.into_iter().find(|(verdict, _)| *verdict == self).map_or("", |(_, label)| label)
    }

    /// None where the word is unknown.
    pub fn from_label(label: &str) -> Option<Verdict> {
        Verdict::LABELS.into_iter().find(|(_, known)| *known == label).map(|(verdict, _)| verdict)
    }
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
            () if is_earlier(&new.version, &old.version) => Verdict::Doubtful(Doubt::Older),
            () => Verdict::Changed,
        }
    }
}

fn is_unchanged(old: &Program, new: &Program) -> bool {
    let Program { version, .. } = old;
    *old == Program { version: version.clone(), ..new.clone() }
}

/// Whether one version comes before the other by its numbers: `1.9` before `1.10`, `2024-02-03 09:00` before `2024-02-03 18:30`.
///
/// Versions are free text, so where anything but the numbers differs nothing is known.
fn is_earlier(one: &str, other: &str) -> bool {
    let between = |version: &str| version.split(|letter: char| letter.is_ascii_digit()).collect::<String>();
    between(one) == between(other) && numbers(one) < numbers(other)
}

fn numbers(version: &str) -> Vec<u64> {
    version.split(|letter: char| !letter.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

/// Whether one begins before the other is over.
fn days_meet(one: &Program, other: &Program) -> bool {
    let ends = |program: &Program| Some((program.days.first()?.date, program.days.last()?.date));
    match (ends(one), ends(other)) {
        (Some(one), Some(other)) => one.0 <= other.1 && other.0 <= one.1,
        _ => false,
    }
}
