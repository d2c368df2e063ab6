//! The calendar file before, which says what is new in this one.
//!
//! A calendar replaces an event only by one with the same UID and no lower `SEQUENCE` (RFC 5545, 3.8.7.4, and RFC 5546, 2.1.4). Only the
//! file that was handed out before tells reliably what a calendar has: a session may have moved and moved back unseen, with
//! nothing about it in the plan. So the number of an event is that of before if nothing of it changed, and else a higher one. Without
//! a file of before it comes from the plan's records. No clock decides.

use super::lines::{moment, utc};
use crate::plan::{EntryId, TAKEN_OUT};
use crate::program::{Moment, ProgramId};
use std::collections::BTreeMap;

/// The events of our own calendar file by their UIDs.
pub(super) struct Earlier(BTreeMap<String, Issue>);

/// One event as it was handed out.
struct Issue {
    sequence: u32,
    modified: Moment,
    /// The lines after those that say how new it is.
    content: String,
}

/// How new an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Revision {
    pub sequence: u32,
    pub modified: Moment,
}

impl Earlier {
    /// Reads the events of this program; others, and those that another program has rewritten, are not there.
    pub fn read(file: &str, program: &ProgramId) -> Earlier {
        let file = file.replace("\r\n", "\n").replace('\n', "\r\n");
        // Text of a program never stands at the beginning of a line.
        let blocks = file.split("\r\nBEGIN:VEVENT\r\n").skip(1).filter_map(|block| block.split_once("\r\nEND:VEVENT"));
        let mut issues = BTreeMap::new();
        for (uid, issue) in blocks.filter_map(|(block, _)| issue(block)) {
            if EntryId::of_uid(&uid).is_some_and(|(_, of)| of == *program) {
                issues.insert(uid, issue);
            }
        }
        Earlier(issues)
    }

    /// Takes out what was handed out of an event, and returns how new it is now. `least` is the least number if it has changed.
    pub fn revise(&mut self, uid: &str, content: &str, least: u32, now: Moment) -> Revision {
        match self.0.remove(uid) {
            None => Revision { sequence: least, modified: now },
            Some(issue) if issue.content == content => Revision { sequence: issue.sequence, modified: issue.modified },
            Some(issue) => Revision {
                sequence: issue.sequence.saturating_add(1).max(least),
                // A clock that went back must not make the event look older.
                modified: Moment::new(issue.modified.unix() + 1, 0).map_or(now, |later| later.max(now)),
            },
        }
    }

    /// Returns UID and content of the events that are left, as cancelled ones.
    pub fn taken_out(&self) -> Vec<(String, String)> {
        self.0.iter().map(|(uid, issue)| (uid.clone(), cancelled(&issue.content))).collect()
    }
}

/// Reads UID, DTSTAMP, SEQUENCE and LAST-MODIFIED, in the order in which [`event`] writes them, and the rest.
fn issue(block: &str) -> Option<(String, Issue)> {
    let (uid, rest) = block.strip_prefix("UID:")?.split_once("\r\nDTSTAMP:")?;
    let (_, rest) = rest.split_once("\r\nSEQUENCE:")?;
    let (sequence, rest) = rest.split_once("\r\nLAST-MODIFIED:")?;
    let (modified, content) = rest.split_once("\r\n")?;
    let issue = Issue { sequence: sequence.parse().ok()?, modified: moment(modified)?, content: format!("{content}\r\n") };
    Some((uid.replace("\r\n ", ""), issue))
}

/// Returns the lines of an event around its content.
pub(super) fn event(uid: &str, revision: Revision, stamp: Moment, content: &str) -> String {
    let mut lines = super::Lines::default();
    lines.add("BEGIN", "VEVENT");
    lines.add("UID", uid);
    lines.add("DTSTAMP", &utc(stamp));
    lines.add("SEQUENCE", &revision.sequence.to_string());
    lines.add("LAST-MODIFIED", &utc(revision.modified));
    lines.text.push_str(content);
    lines.add("END", "VEVENT");
    lines.text
}

/// Returns the content of a cancelled event: nothing rings for it.
fn cancelled(content: &str) -> String {
    let mark = format!("{TAKEN_OUT}:TRUE\r\n");
    let event = content.split_once("\r\nBEGIN:VALARM").map_or_else(|| content.to_owned(), |(event, _)| format!("{event}\r\n"));
    let event = event.replace("\r\nSTATUS:CONFIRMED\r\n", "\r\nSTATUS:CANCELLED\r\n");
    if event.ends_with(&mark) { event } else { event + &mark }
}
