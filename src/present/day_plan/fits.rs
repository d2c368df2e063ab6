//! Sessions that fit a gap: completely, or if the user comes late or leaves early.

use super::walking::{rooms_of, way};
use crate::plan::{Entry, Gap};
use crate::present::{SessionSet, filter::planned};
use crate::program::{Kind, Program, RoomId, Session, Ways};

/// Less than half of a session is worth attending from this many minutes on.
const WORTH_IT: i64 = 30;

/// A session that could be attended in a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fit {
    /// Its index in the program.
    pub session: usize,
    /// How many minutes of its beginning would be missed.
    pub late: i64,
    /// How many minutes of its end would be missed.
    pub early: i64,
    /// How many minutes walking to it takes from the entry before.
    pub walk: i64,
}

impl Fit {
    /// Whether nothing of it would be missed.
    pub fn is_whole(&self) -> bool {
        self.late == 0 && self.early == 0
    }
}

/// Returns the sessions that fit a gap of the plan: those that fit completely, then by minutes missed; the closer ones first,
/// breaks last.
///
/// `entries` are those that the gap was found in, `shown` the sessions that are not hidden, `walking` the minutes between
/// rooms if the program does not state them. Cancelled and planned sessions are left out, and so are those of which less than
/// half and less than half an hour could be attended.
pub fn fits(gap: Gap, entries: &[Entry], program: &Program, shown: &SessionSet, walking: i64) -> Vec<Fit> {
    let before = entries[..gap.before].iter().rev().find(|entry| entry.span.end == gap.start);
    let from = before.map(|entry| rooms_of(entry, program)).unwrap_or_default();
    let to = entries.get(gap.before).map(|entry| rooms_of(entry, program)).unwrap_or_default();
    let ways = Ways::of(program);
    let mut fits: Vec<Fit> = Vec::new();
    let planned = planned(entries, program);
    for (index, session) in program.sessions.iter().enumerate().filter(|(index, _)| shown.contains(*index)) {
        let is_planned = planned.contains(index);
        if session.cancelled || session.span.end < gap.start || session.span.start > gap.end || is_planned {
            continue;
        }
        let rooms: Vec<&RoomId> = session.rooms.iter().collect();
        let (walk, back) = (way(&from, &rooms, &ways, walking), way(&rooms, &to, &ways, walking));
        if let Some(fit) = fit(index, session, gap, walk, back) {
            let at = fits.partition_point(|better| order(better, program) <= order(&fit, program));
            fits.insert(at, fit);
        }
    }
    fits
}

fn order(fit: &Fit, program: &Program) -> (bool, bool, i64, i64) {
    (!fit.is_whole(), program.sessions[fit.session].kind == Kind::Break, fit.late + fit.early, fit.walk)
}

fn fit(index: usize, session: &Session, gap: Gap, walk: i64, back: i64) -> Option<Fit> {
    let minute = |unix: i64| unix.div_euclid(60);
    let (arrive, leave) = (minute(gap.start.unix()) + walk, minute(gap.end.unix()) - back);
    let (start, end) = (minute(session.span.start.unix()), minute(session.span.end.unix()));
    let (late, early) = ((arrive - start).max(0), (end - leave).max(0));
    let heard = end - start - late - early;
    let is_worth_it = heard >= WORTH_IT || heard * 2 >= end - start;
    // A session without an end has no length, but must begin within the gap.
    let is_there = if start == end { arrive <= start && start < leave } else { heard > 0 };
    (is_there && is_worth_it).then_some(Fit { session: index, late, early, walk })
}
