//! Where times stand on a page that draws a day in proportion.

use crate::program::{Date, Moment, Program, Span};

/// How long a stretch is drawn in which nothing happens for too long, in minutes.
const SQUEEZED: i64 = 30;
/// Height of what has no known end, in minutes.
pub(super) const WITHOUT_END: i64 = 15;
/// Nothing is drawn longer, in minutes.
pub(super) const LONGEST: i64 = 24 * 60;

/// So many hours are written at most: no program day has more, whatever a program says.
const MOST_HOURS: usize = 100;

/// Time from top to bottom. One unit of height is a minute, except where nothing happens for long.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Axis {
    /// Height of the whole, in minutes as drawn.
    pub height: i64,
    /// Full hours on the venue's clock.
    pub hours: Vec<Hour>,
    /// Stretches that are drawn shorter than they are.
    pub squeezes: Vec<Squeeze>,
    /// Minutes since 1970 and their tops, both rising; in between all is in proportion.
    knots: Vec<(i64, i64)>,
}

/// A full hour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hour {
    /// Where it stands.
    pub top: i64,
    /// `13:00`.
    pub clock: String,
    /// Whether midnight lies between the program day's date and it.
    pub after_midnight: bool,
}

/// A stretch in which nothing happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Squeeze {
    /// Where it begins.
    pub top: i64,
    /// How high it is drawn.
    pub height: i64,
    /// How long it is.
    pub minutes: i64,
}

impl Axis {
    /// For what happens between the given minutes since 1970, in order of their starts, on a program day. Stretches of more
    /// than `empty` minutes without anything are squeezed.
    pub(super) fn new(program: &Program, date: Date, spans: &[(i64, i64)], empty: i64) -> Axis {
        let mut axis = Axis::default();
        let Some((first, _)) = spans.first() else { return axis };
        let zone = |minute: i64| at_venue(program, minute * 60).map_or(0, |moment| i64::from(moment.offset()) / 60);
        let start = first - (first + zone(*first)).rem_euclid(60);
        axis.knots.push((start, 0));
        let mut busy_until = *first;
        // Where something happens, so that hours are written only there.
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
        // A clock that is put back or forward within the day does so by full quarters of an hour.
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

    /// Where a minute since 1970 stands; beyond the ends in proportion.
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

    /// Where the line for a moment stands, none before and after the grid.
    pub fn line(&self, now: Moment) -> Option<i64> {
        let minute = now.unix().div_euclid(60);
        let (first, last) = (self.knots.first()?.0, self.knots.last()?.0);
        (first..=last).contains(&minute).then(|| self.top_of(minute))
    }
}

/// From when to when something is drawn, in minutes since 1970.
pub(super) fn drawn(span: Span) -> (i64, i64) {
    let from = span.start.unix().div_euclid(60);
    let length = match span.minutes() {
        0 => WITHOUT_END,
        minutes => minutes.min(LONGEST),
    };
    (from, from + length)
}

/// The instant (in seconds since 1970) as the venue's clock shows it: with the offset of the last session that has begun by then,
/// else of the first. None for a program without sessions.
pub fn at_venue(program: &Program, unix: i64) -> Option<Moment> {
    let begun = program.sessions.partition_point(|session| session.span.start.unix() <= unix);
    Moment::new(unix, program.sessions.get(begun.saturating_sub(1))?.span.start.offset())
}
