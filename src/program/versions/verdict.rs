//! Whether a program may replace the stored one.

use super::{Matching, Program};
use crate::program::title;

/// How a program relates to the stored one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is the same in every detail; its version label may differ.
    Unchanged,
    /// It is another version of the same conference.
    Changed,
    /// It may be another version; ask before replacing the stored one.
    Doubtful(Doubt),
    /// It is another conference and is stored separately.
    OtherConference,
}

/// Why a new version needs confirmation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// It has no sessions.
    Empty,
    /// It has less than half of the sessions.
    MuchSmaller,
    /// It has the same id, but hardly any session is the same.
    LittleInCommon,
    /// Its version label is older than that of the stored program, as from a server with an old copy.
    Older,
}

impl Verdict {
    /// All verdicts with their labels.
    const LABELS: [(Verdict, &str); 7] = [
        (Verdict::Unchanged, "unchanged"),
        (Verdict::Changed, "changed"),
        (Verdict::Doubtful(Doubt::Empty), "empty"),
        (Verdict::Doubtful(Doubt::MuchSmaller), "much-smaller"),
        (Verdict::Doubtful(Doubt::LittleInCommon), "little-in-common"),
        (Verdict::Doubtful(Doubt::Older), "older"),
        (Verdict::OtherConference, "other-conference"),
    ];

    /// Returns its label.
    pub fn label(self) -> &'static str {
        Verdict::LABELS.into_iter().find(|(verdict, _)| *verdict == self).map_or("", |(_, label)| label)
    }

    /// Returns the verdict with this label, or `None` if it is unknown.
    pub fn from_label(label: &str) -> Option<Verdict> {
        Verdict::LABELS.into_iter().find(|(_, known)| *known == label).map(|(verdict, _)| verdict)
    }
}

impl Matching {
    /// Returns how the new version relates to the old one that it was matched with.
    ///
    /// The sessions decide: three quarters of the smaller version are enough, and one quarter if the name or the days agree.
    /// With fewer, both name and days must agree, and it is still doubtful: the next year's edition has the same name, and
    /// another conference may have the same days.
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

/// Whether people who have the old version may not get the new one: it is, or may be, the same conference under another id.
pub fn strands(old: &Program, new: &Program) -> bool {
    old.id != new.id && Matching::of(old, new).verdict(old, new) != Verdict::OtherConference
}

fn is_unchanged(old: &Program, new: &Program) -> bool {
    let Program { version, .. } = old;
    *old == Program { version: version.clone(), ..new.clone() }
}

/// Whether one version label comes before the other by its numbers: `1.9` before `1.10`, `2024-02-03 09:00` before
/// `2024-02-03 18:30`.
///
/// Version labels are free text, so they are not ordered if they differ in anything but numbers.
fn is_earlier(one: &str, other: &str) -> bool {
    let between = |version: &str| version.split(|letter: char| letter.is_ascii_digit()).collect::<String>();
    between(one) == between(other) && numbers(one) < numbers(other)
}

fn numbers(version: &str) -> Vec<u64> {
    version.split(|letter: char| !letter.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

/// Whether each begins before the other has ended.
fn days_meet(one: &Program, other: &Program) -> bool {
    let ends = |program: &Program| Some((program.days.first()?.date, program.days.last()?.date));
    match (ends(one), ends(other)) {
        (Some(one), Some(other)) => one.0 <= other.1 && other.0 <= one.1,
        _ => false,
    }
}
