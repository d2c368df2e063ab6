//! Repeated events: RRULE and RDATE add repetitions, EXDATE and RECURRENCE-ID remove them.

use super::super::draft::{Draft, DraftRow, End, Start};
use super::super::when::{self, When};
use super::super::{MAX_SESSIONS, line};
use super::lines::Component;
use super::repeat::{MAX_TIMES, Rule};
use super::{Clock, Style, row};
use crate::messages::import::{Place, Remark};
use crate::program::Date;
use std::collections::BTreeSet;

const DAY: i64 = 86_400;

/// The data needed to repeat the events of a file.
pub(super) struct Series<'a> {
    clock: &'a Clock,
    /// UID and start of the repetitions that have a separate event.
    replaced: BTreeSet<(String, i64)>,
}

impl<'a> Series<'a> {
    pub fn of(events: &[&Component], clock: &'a Clock) -> Series<'a> {
        let key = |event: &&Component| {
            let start = clock.when(event.get("RECURRENCE-ID")?)?;
            Some((event.text("UID")?, clock.instant(start)))
        };
        Series { clock, replaced: events.iter().filter_map(key).collect() }
    }

    /// Adds the rows of an event: one for each time that it takes place.
    pub fn add(&self, event: &Component, style: &Style, draft: &mut Draft) {
        let row = row(event, style, self.clock);
        let is_series = ["RRULE", "RDATE"].iter().any(|name| event.get(name).is_some()) && event.get("RECURRENCE-ID").is_none();
        let Start::At(start) = row.start else { return draft.add(row) };
        if !is_series {
            return draft.add(row);
        }
        let shifts = self.shifts(event, start, &row.title, draft);
        let dates = || event.all("EXDATE").flat_map(|property| property.value.split(',').map(move |text| (text, property)));
        let moments = dates().filter_map(|(text, property)| self.clock.at(text, property.parameter("TZID")));
        let mut excluded: BTreeSet<i64> = BTreeSet::new();
        excluded.extend(moments.map(|when| self.clock.instant(when)));
        let mut days: BTreeSet<&str> = BTreeSet::new();
        days.extend(dates().map(|(text, _)| text.trim()).filter(|text| text.len() == 8));
        let uid = event.text("UID").unwrap_or_default();
        for shift in shifts {
            if draft.rows.len() > MAX_SESSIONS {
                return;
            }
            let at = self.clock.instant(later(start, shift));
            let day = || first_date(event).and_then(|date| on(date, shift)).map(|date| date.to_string().replace('-', ""));
            let is_out = excluded.contains(&at)
                || self.replaced.contains(&(uid.clone(), at))
                || !days.is_empty() && day().is_some_and(|day| days.contains(day.as_str()));
            if !is_out {
                draft.add(moved(&row, shift));
            }
        }
    }

    /// Returns the repetitions as seconds after the first start, in local time.
    fn shifts(&self, event: &Component, start: When, title: &str, draft: &mut Draft) -> Vec<i64> {
        let mut warn = |remark| {
            let place =
                Place { line: None, title: Some(line::excerpt(title)).filter(|title| !title.is_empty()), ..Place::default() };
            draft.warn(place, remark);
        };
        let mut shifts = vec![0];
        if let (Some(rule), Some(date)) = (event.get("RRULE"), first_date(event)) {
            match Rule::parse(&rule.value) {
                None => warn(Remark::Repetition(line::excerpt(&rule.value))),
                Some(rule) => {
                    let until = self.until(&rule, event);
                    let is_over = |day: i64| until.is_some_and(|until| self.clock.instant(later(start, day * DAY)) > until);
                    let (days, more) = rule.days(date, is_over);
                    if more {
                        warn(Remark::RepetitionsCut { taken: days.len() });
                    }
                    shifts = days.into_iter().map(|day| day * DAY).collect();
                }
            }
        }
        // A period has its end after a slash.
        let texts = event.all("RDATE").flat_map(|property| property.value.split(',').map(move |text| (text, property)));
        let more = texts.filter_map(|(text, property)| {
            let when = self.clock.at(text.split('/').next()?, property.parameter("TZID"))?;
            Some(match (when, start) {
                (When::Local(when), When::Local(start)) => when - start,
                (when, start) => self.clock.instant(when) - self.clock.instant(start),
            })
        });
        let mut known: BTreeSet<i64> = BTreeSet::new();
        known.extend(shifts.iter().copied());
        shifts.extend(more.filter(|shift| !known.contains(shift)).take(MAX_TIMES).collect::<BTreeSet<i64>>());
        shifts
    }

    /// Returns the last moment at which a rule may start the event; a date without a time includes all of that day.
    fn until(&self, rule: &Rule, event: &Component) -> Option<i64> {
        let text = rule.until.as_deref()?;
        let zone = event.get("DTSTART").and_then(|start| start.parameter("TZID"));
        let until = self.clock.instant(self.clock.at(text, zone)?);
        Some(if text.len() == 8 { until + DAY - 1 } else { until })
    }
}

/// Returns the date of the first start in local time.
fn first_date(event: &Component) -> Option<Date> {
    event.get("DTSTART")?.value.trim().get(..8).and_then(when::date)
}

fn on(date: Date, shift: i64) -> Option<Date> {
    let days = date.days_since_epoch() + shift.div_euclid(DAY);
    (-719_000..2_900_000).contains(&days).then(|| Date::from_days_since_epoch(days))
}

/// Returns the time this many seconds later, in the same form.
fn later(when: When, seconds: i64) -> When {
    match when {
        When::Local(local) => When::Local(local + seconds),
        When::Utc(unix) => When::Utc(unix + seconds),
        When::Stated(moment) => moment.plus_minutes(seconds / 60).map_or(when, When::Stated),
    }
}

/// Returns the row this many seconds later.
fn moved(row: &DraftRow, seconds: i64) -> DraftRow {
    let mut row = row.clone();
    if let Start::At(when) = &mut row.start {
        *when = later(*when, seconds);
    }
    if let End::At(when) = &mut row.end {
        *when = later(*when, seconds);
    }
    row.day = row.day.and_then(|day| on(day, seconds));
    row
}
