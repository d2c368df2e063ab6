//! The kinds of RRULE that conferences use: daily, weekly, on weekdays; bounded.

use crate::program::Date;

/// The most repetitions of an event. A conference takes some days; a rule without an end is a mistake or an attack.
pub(super) const MAX_TIMES: usize = 60;

/// A supported rule.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Rule {
    /// Days from one period to the next: 1 or 7 times the interval.
    step: i64,
    /// Days of the week, Monday 0, if the rule lists them.
    weekdays: Vec<i64>,
    is_weekly: bool,
    count: Option<usize>,
    /// The last date, usually with a time.
    pub until: Option<String>,
}

impl Rule {
    /// Reads a rule; `None` if it has unsupported parts.
    pub fn parse(text: &str) -> Option<Rule> {
        let mut rule = Rule { step: 0, weekdays: Vec::new(), is_weekly: false, count: None, until: None };
        let mut interval = 1;
        for field in text.split(';').map(str::trim).filter(|field| !field.is_empty()) {
            let (key, value) = field.split_once('=')?;
            match key.to_uppercase().as_str() {
                "FREQ" => {
                    rule.is_weekly = value.eq_ignore_ascii_case("weekly");
                    rule.step = if rule.is_weekly { 7 } else { i64::from(value.eq_ignore_ascii_case("daily")) };
                }
                "INTERVAL" => interval = value.parse::<i64>().ok().filter(|interval| (1..=366).contains(interval))?,
                "COUNT" => rule.count = Some(value.parse().ok()?),
                "UNTIL" => rule.until = Some(value.trim().to_owned()),
                "WKST" => {}
                "BYDAY" => rule.weekdays = value.split(',').map(weekday).collect::<Option<_>>()?,
                _ => return None,
            }
        }
        rule.step *= interval;
        (rule.step > 0).then_some(rule)
    }

    /// Returns the days after the first one on which it is repeated, including 0, and whether there would be more. `is_over`
    /// returns whether that many days later is after the end.
    pub fn days(&self, date: Date, is_over: impl Fn(i64) -> bool) -> (Vec<i64>, bool) {
        let start = date.days_since_epoch();
        // 1970-01-01 was a Thursday.
        let weekday = |day: i64| (day + 3).rem_euclid(7);
        let week = start - weekday(start);
        let limit = self.count.unwrap_or(usize::MAX);
        let mut days = Vec::new();
        // A rule may list a weekday that never occurs.
        for day in start..start + 366 * 3 {
            let is_round = if self.is_weekly { (day - week) / 7 % (self.step / 7) == 0 } else { (day - start) % self.step == 0 };
            let is_day = match self.weekdays.as_slice() {
                [] => !self.is_weekly || weekday(day) == weekday(start),
                weekdays => weekdays.contains(&weekday(day)),
            };
            if !(is_round && is_day) {
                continue;
            }
            if days.len() >= limit || is_over(day - start) {
                return (days, false);
            }
            if days.len() == MAX_TIMES {
                return (days, true);
            }
            days.push(day - start);
        }
        (days, false)
    }
}

fn weekday(text: &str) -> Option<i64> {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].iter().position(|name| text.trim().eq_ignore_ascii_case(name)).map(|at| at as i64)
}
