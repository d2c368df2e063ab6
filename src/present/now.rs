//! Which sessions are running, next and past at a moment, in venue time.

#[cfg(test)]
mod tests;

use super::SessionSet;
use crate::messages::Messages;
use crate::messages::find::FindMessages;
use crate::program::{Date, Moment, Program, Session, Span};

/// A longer session does not count when deciding whether a day is over; in minutes.
const LONG: i64 = 12 * 60;
/// A longer session is not what users mean by now; in minutes.
pub(super) const LONG_ON: i64 = 4 * 60;
/// When a program day begins, by convention.
const DAY_BEGINS: u8 = 4;

/// The phase of the conference at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Before its first day.
    Before,
    /// From the morning of its first day to its end.
    During,
    /// After its end.
    After,
}

/// The program at a moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Now {
    /// Before, during or after.
    pub phase: Phase,
    /// The day that a visit opens: during the conference the first that is not over, otherwise the first of all. `None`
    /// without sessions.
    pub opens: Option<Date>,
    /// Indices of the running sessions, in program order.
    pub running: Vec<usize>,
    /// The next session of each room on the opened day, in program order. Sessions without a room count as one room.
    pub next: Vec<usize>,
    /// Where to scroll the list during the conference: to the first session of the latest running slot, or else to the line
    /// of now. Sessions of several hours do not count as a slot.
    pub here: Option<usize>,
    /// The past sessions, which are collapsed.
    pub past: SessionSet,
    /// During the conference the first session of the opened day that has not begun: the line of now is before it. `None` if
    /// all have begun, so that the line is at the day's end, and outside the conference.
    pub line: Option<usize>,
}

impl Now {
    /// Computes it for an instant in seconds since 1970, for the shown sessions.
    pub fn new(program: &Program, shown: &SessionSet, unix: i64) -> Now {
        let phase = phase(program, unix);
        let opens = opens(program, shown, unix, phase);
        let session = |index: &usize| &program.sessions[*index];
        let running: Vec<usize> = shown.iter().filter(|index| is_running(session(index), unix)).collect();
        let of_day = |index: &usize| Some(session(index).day) == opens && session(index).span.start.unix() > unix;
        let line = shown.iter().find(of_day).filter(|_| phase == Phase::During);
        Now {
            phase,
            opens,
            next: next(program, shown.iter().filter(of_day)),
            past: SessionSet::of(program.sessions.len(), shown.iter().filter(|index| end(session(index).span) <= unix)),
            here: slot_on(program, &running).filter(|_| phase == Phase::During).or(line),
            running,
            line,
        }
    }

    /// Returns how many sessions of a day are past, for a message such as "12 past sessions".
    pub fn past_of(&self, program: &Program, date: Date) -> usize {
        self.past.iter().filter(|index| program.sessions[*index].day == date).count()
    }
}

/// Returns when a span is over, in seconds since 1970.
pub(super) fn end(span: Span) -> i64 {
    span.until().unix()
}

/// Whether the moment (in seconds since 1970) is within the span.
pub(super) fn is_on(span: Span, unix: i64) -> bool {
    span.start.unix() <= unix && unix < end(span)
}

fn is_running(session: &Session, unix: i64) -> bool {
    !session.cancelled && is_on(session.span, unix)
}

fn phase(program: &Program, unix: i64) -> Phase {
    let mut begins = program.sessions.iter().map(|session| morning(session.day, session.span.start.offset()));
    if begins.all(|begin| unix < begin) {
        Phase::Before
    } else if program.sessions.iter().all(|session| end(session.span) <= unix) {
        Phase::After
    } else {
        Phase::During
    }
}

/// Returns when the day begins at the venue, in seconds since 1970.
fn morning(day: Date, offset: i32) -> i64 {
    Moment::from_local(day, DAY_BEGINS, 0, 0, offset).map_or(i64::MIN, Moment::unix)
}

fn opens(program: &Program, shown: &SessionSet, unix: i64, phase: Phase) -> Option<Date> {
    let sessions = || shown.iter().map(|index| &program.sessions[index]);
    let first = sessions().map(|session| session.day).min();
    if phase != Phase::During {
        return first;
    }
    let is_to_come = |session: &&Session| {
        let next_morning = morning(session.day, session.span.start.offset()) + 86_400;
        let is_long = session.span.minutes() > LONG;
        unix < if is_long { end(session.span).min(next_morning) } else { end(session.span) }
    };
    sessions().filter(is_to_come).map(|session| session.day).min().or_else(|| sessions().map(|session| session.day).max())
}

/// Returns the first running session, in program order, that began at the same time as the latest one.
fn slot_on(program: &Program, running: &[usize]) -> Option<usize> {
    let start = |index: &&usize| program.sessions[**index].span.start;
    let is_short = |index: &&usize| program.sessions[**index].span.minutes() <= LONG_ON;
    let last = running.iter().rev().find(is_short)?;
    running.iter().filter(is_short).find(|index| start(index) == start(&last)).copied()
}

/// Returns the first session of each room; sessions are in program order.
fn next(program: &Program, coming: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut seen = vec![false; program.rooms.len()];
    let mut seen_without = false;
    coming
        .filter(|index| {
            let session = &program.sessions[*index];
            if session.cancelled {
                return false;
            }
            if session.rooms.is_empty() {
                return !std::mem::replace(&mut seen_without, true);
            }
            let mut is_new = false;
            for room in session.rooms.iter().filter_map(|room| program.rooms.index_of(room.as_str())) {
                is_new |= !std::mem::replace(&mut seen[room], true);
            }
            is_new
        })
        .collect()
}

/// Returns the same time in the phone's time zone with its name, as a second line; `None` if both clocks show the same.
///
/// `offset` is the phone's at that time, in minutes east of Greenwich; `zone` is the name of its time zone, if known.
pub fn phone_time(span: Span, offset: i32, zone: &str, messages: &Messages, find_messages: &FindMessages) -> Option<String> {
    if span.start.offset() == offset * 60 {
        return None;
    }
    let start = Moment::new(span.start.unix(), offset * 60)?;
    let end = Moment::new(span.end.unix(), offset * 60)?;
    let mut clock = start.clock();
    if start.date() != span.start.date() {
        clock = format!("{} {clock}", (messages.date)(start.date()));
    }
    if start != end {
        clock = format!("{clock}–{}", end.clock());
    }
    let name = if zone.is_empty() { zone_of(offset) } else { zone.to_owned() };
    Some((find_messages.phone_time)(&clock, &name))
}

/// Returns the name of an offset: `UTC+5:30`.
fn zone_of(offset: i32) -> String {
    let (hours, minutes) = (offset.abs() / 60, offset.abs() % 60);
    let sign = if offset < 0 { '−' } else { '+' };
    if minutes == 0 { format!("UTC{sign}{hours}") } else { format!("UTC{sign}{hours}:{minutes:02}") }
}
