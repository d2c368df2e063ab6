//! Where times stand in a grid: in proportion, but for stretches in which nothing happens.

use crate::program::{Date, Moment, Program};

/// Nothing for longer than this is drawn shorter, in minutes.
const EMPTY: i64 = 90;
/// How long it is drawn then, in minutes.
const SQUEEZED: i64 = 30;

/// Time from top to bottom. One unit of height is a minute, except where nothing happens for long.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// For what happens between the given minutes since 1970, in order of their starts, on a program day.
    pub(super) fn new(program: &Program, date: Date, spans: &[(i64, i64)]) -> Axis {
        let mut axis = Axis { height: 0, hours: Vec::new(), squeezes: Vec::new(), knots: Vec::new() };
        let Some((first, _)) = spans.first() else { return axis };
        let zone = |minute: i64| offset(program, minute);
        let start = first - (first + zone(*first)).rem_euclid(60);
        axis.knots.push((start, 0));
        let mut busy_until = *first;
        for (from, to) in spans {
            if from - busy_until > EMPTY {
                let top = axis.top_of(busy_until);
                axis.knots.extend([(busy_until, top), (*from, top + SQUEEZED)]);
                axis.squeezes.push(Squeeze { top, height: SQUEEZED, minutes: from - busy_until });
            }
            busy_until = busy_until.max(*to);
        }
        axis.height = axis.top_of(busy_until);
        axis.knots.push((busy_until, axis.height));
        axis.hours = axis.hours(date, &zone);
        axis
    }

    fn hours(&self, date: Date, zone: &dyn Fn(i64) -> i64) -> Vec<Hour> {
        let (Some((start, _)), Some((end, _))) = (self.knots.first(), self.knots.last()) else { return Vec::new() };
        let mut hours = Vec::new();
        // A clock that is put back or forward within the day does so by full quarters of an hour.
        for minute in (*start..=*end).step_by(15).filter(|minute| (minute + zone(*minute)).rem_euclid(60) == 0) {
            let top = self.top_of(minute);
            let is_squeezed = self.squeezes.iter().any(|squeeze| squeeze.top < top && top < squeeze.top + squeeze.height);
            if let Some(moment) = Moment::new(minute * 60, (zone(minute) * 60) as i32).filter(|_| !is_squeezed) {
                hours.push(Hour { top, clock: moment.clock(), after_midnight: moment.date() > date });
            }
        }
        hours
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

/// The venue's offset at a minute since 1970, in minutes: that of the last session that has begun, else of the first.
fn offset(program: &Program, minute: i64) -> i64 {
    let begun = program.sessions.partition_point(|session| session.span.start.unix() <= minute * 60);
    program.sessions.get(begun.saturating_sub(1)).map_or(0, |session| i64::from(session.span.start.offset()) / 60)
}
