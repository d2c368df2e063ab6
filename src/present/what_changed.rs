//! What changed between two versions of a program, as rows and in words.

use crate::messages::Language;
use crate::plan::{Change, Pick};
use crate::program::versions::{Difference, Matching};
use crate::program::{Program, SessionId};

/// One session that is not as before.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The session in the old version.
    pub before: Pick,
    /// What is different.
    pub changes: Vec<Change>,
    /// The session in the new version, if it is in it.
    pub after: Option<Pick>,
    /// The sessions of the new version that it could be, where that is unclear.
    pub candidates: Vec<Pick>,
}

/// Everything that changed.
#[derive(Debug, Clone, PartialEq)]
pub struct WhatChanged {
    /// In the order of the old version.
    pub rows: Vec<Row>,
    /// The sessions that only the new version has.
    pub added: Vec<Pick>,
}

impl WhatChanged {
    /// What changed for everyone, whatever they picked.
    pub fn for_everyone(old: &Program, new: &Program, matching: &Matching, language: Language) -> WhatChanged {
        let differences = matching.differences(old, new);
        let added = differences.iter().filter(|row| row.before.is_none()).filter_map(|difference| difference.after);
        let added = added.map(|session| Pick::of(new, session, language.tag())).collect();
        let rows = differences.iter().filter_map(|difference| Row::of(difference, old, new, language)).collect();
        WhatChanged { rows, added }
    }

    /// A line for each of them; none if nothing changed.
    pub fn sentences(&self, language: Language) -> Vec<String> {
        let rows = self.rows.iter().flat_map(|row| row.sentences(language));
        rows.chain(self.added.iter().map(|pick| added_sentence(pick, language))).collect()
    }
}

impl Row {
    fn of(difference: &Difference<'_>, old: &Program, new: &Program, language: Language) -> Option<Row> {
        let candidate = |id: &SessionId| new.session(id).map(|session| Pick::of(new, session, language.tag()));
        Some(Row {
            before: Pick::of(old, difference.before?, language.tag()),
            changes: difference.changes.clone(),
            after: difference.after.map(|session| Pick::of(new, session, language.tag())),
            candidates: difference.candidates.iter().filter_map(candidate).collect(),
        })
    }

    /// What is different, what it was and what it is; below it a line for each candidate.
    pub fn sentences(&self, language: Language) -> Vec<String> {
        let texts = language.command_line();
        let mut words: Vec<&str> = self.changes.iter().map(|change| (texts.change)(*change)).collect();
        words.extend(self.after.iter().filter(|after| after.session != self.before.session).map(|_| texts.followed));
        let before = format!("{}: {}", words.join(", "), told(&self.before, language));
        let line = match &self.after {
            Some(after) if after.title != self.before.title => format!("{before} → {}", told(after, language)),
            Some(after) if place(after, language) != place(&self.before, language) => {
                format!("{before} → {}", place(after, language))
            }
            _ => before,
        };
        let line = match &self.after {
            Some(after) if self.changes.contains(&Change::Speakers) => {
                format!("{line} ({} → {})", self.before.speakers.join(", "), after.speakers.join(", "))
            }
            _ => line,
        };
        let candidates = self.candidates.iter().map(|candidate| format!("  ? {}", told(candidate, language)));
        std::iter::once(line).chain(candidates).collect()
    }
}

/// The line of a session that only the new version has.
pub fn added_sentence(pick: &Pick, language: Language) -> String {
    format!("{}: {}", language.command_line().added, told(pick, language))
}

/// When it is, as in `Sat 18 Aug 13:00–13:25`.
pub fn time(pick: &Pick, language: Language) -> String {
    let date = (language.messages().date)(pick.span.start.date());
    format!("{date} {}–{}", pick.span.start.clock(), pick.span.end.clock())
}

fn told(pick: &Pick, language: Language) -> String {
    format!("{:?}, {}", pick.title, place(pick, language))
}

/// When and where, as in `Sat 18 Aug 13:00–13:25, 101`.
fn place(pick: &Pick, language: Language) -> String {
    let mut words = vec![time(pick, language)];
    words.extend(pick.rooms.iter().cloned());
    words.join(", ")
}
