//! The time axis of a page that draws a day to scale.

use crate::program::{Date, Moment, Program, Span};

/// The drawn length of a long empty stretch, in minutes.
const SQUEEZED: i64 = 30;
/// Height of a session without an end, in minutes.
pub(super) const WITHOUT_END: i64 = 15;
/// The greatest height of a session, in minutes.
pub(super) const LONGEST: i64 = 24 * 60;

/// The most hours that are labelled: no program day has more, whatever its program says.
const MOST_HOURS: usize = 100;

/// Time from top to bottom. One unit of height is a minute, except in squeezed stretches.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Axis {
    /// The total height, in minutes as drawn.
    pub height: i64,
    /// Full hours in venue time.
    pub hours: Vec<Hour>,
    /// Long empty stretches, which are drawn shorter.
    pub squeezes: Vec<Squeeze>,
    /// Minutes since 1970 with their tops, both ascending; positions in between are interpolated.
    knots: Vec<(i64, i64)>,
}

/// A full hour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hour {
    /// Its distance from the top.
    pub top: i64,
    /// `13:00`.
    pub clock: String,
    /// Whether it is on another date than the program day.
    pub after_midnight: bool,
}

/// A long stretch without sessions, which is drawn shorter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Squeeze {
    /// Its distance from the top.
    pub top: i64,
    /// Its drawn height.
    pub height: i64,
    /// Its real length in minutes.
    pub minutes: i64,
}

impl Axis {
    /// Creates the axis of a program day for spans in minutes since 1970, sorted by start. Empty stretches of more than
    /// `empty` minutes are squeezed.
    pub(super) fn new(program: &Program, date: Date, spans: &[(i64, i64)], empty: i64) -> Axis {
        let mut axis = Axis::default();
        let Some((first, _)) = spans.first() else { return axis };
        let zone = |minute: i64| at_venue(program, minute * 60).map_or(0, |moment| i64::from(moment.offset()) / 60);
        let start = first - (first + zone(*first)).rem_euclid(60);
        axis.knots.push((start, 0));
        let mut busy_until = *first;
        // The stretches with sessions, since only these have labelled hours.
        let mut busy = Vec::new();
        let mut busy_from = start;
        for (from, to) in spans {
            if from - busy_until > empty {
                let top = axis.top_of(busy_until);
                axis.knots.extend([(busy_until, top), (*from, top + SQUEEZED)]);
                axis.squeezes.push(Squeeze { top, height: SQUEEZED, minutes: from - busy_until });
                busy.push((busy_from, busy_until));
                busy_from = *from;
            }
            busy_until = busy_until.max(*to);
        }
        busy.push((busy_from, busy_until));
        axis.height = axis.top_of(busy_until);
        axis.knots.push((busy_until, axis.height));
        axis.hours = axis.hours(date, &busy, &zone);
        axis
    }

    fn hours(&self, date: Date, busy: &[(i64, i64)], zone: &dyn Fn(i64) -> i64) -> Vec<Hour> {
        // The clock changes within a day, if at all, by multiples of a quarter of an hour.
        let quarters = |(from, to): &(i64, i64)| {
            let first = from + (-(from + zone(*from))).rem_euclid(15);
            (first..=*to).step_by(15)
        };
        let full =
            busy.iter().flat_map(quarters).take(MOST_HOURS * 4).filter(|minute| (minute + zone(*minute)).rem_euclid(60) == 0);
        let hour = |minute: i64| {
            let offset = i32::try_from(zone(minute) * 60).ok()?;
            let moment = Moment::new(minute * 60, offset)?;
            Some(Hour { top: self.top_of(minute), clock: moment.clock(), after_midnight: moment.date() > date })
        };
        full.filter_map(hour).collect()
    }

    /// Returns the distance of a minute since 1970 from the top; before the start and after the end it is extrapolated.
    pub(super) fn top_of(&self, minute: i64) -> i64 {
        let at = self.knots.partition_point(|(known, _)| *known <= minute);
        let Some((from, top)) = at.checked_sub(1).map(|before| self.knots[before]) else {
            return self.knots.first().map_or(0, |(first, top)| top + minute - first);
        };
        match self.knots.get(at) {
            Some((to, bottom)) => top + (minute - from) * (bottom - top) / (to - from),
            None => top + minute - from,
        }
    }

    /// Returns the position of the line of a moment, or `None` before and after the axis.
    pub fn line(&self, now: Moment) -> Option<i64> {
        let minute = now.unix().div_euclid(60);
        let (first, last) = (self.knots.first()?.0, self.knots.last()?.0);
        (first..=last).contains(&minute).then(|| self.top_of(minute))
    }
}

/// Returns the start and end at which something is drawn, in minutes since 1970.
pub(super) fn drawn(span: Span) -> (i64, i64) {
    let from = span.start.unix().div_euclid(60);
    let length = match span.minutes() {
        0 => WITHOUT_END,
        minutes => minutes.min(LONGEST),
    };
    (from, from + length)
}

/// Converts seconds since 1970 to venue time, with the offset of the last session that has begun by then, or else of the
/// first one. `None` for a program without sessions.
pub fn at_venue(program: &Program, unix: i64) -> Option<Moment> {
    let begun = program.sessions.partition_point(|session| session.span.start.unix() <= unix);
    Moment::new(unix, program.sessions.get(begun.saturating_sub(1))?.span.start.offset())
}
