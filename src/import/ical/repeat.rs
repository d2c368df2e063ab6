//! RRULE, RDATE and EXDATE as far as conferences repeat things: daily, weekly, on weekdays; bounded.

use crate::program::Date;

/// The most repetitions that are taken. A conference lasts days; a rule without an end is a mistake or an attack.
pub(super) const MAX_TIMES: usize = 60;

/// A rule that can be followed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Rule {
    /// Days from one round to the next: 1 or 7 times the interval.
    step: i64,
    /// Days of the week, Monday 0, where a weekly or daily rule names them.
    weekdays: Vec<i64>,
    is_weekly: bool,
    count: Option<usize>,
    /// Digits of the last date (and time), to be compared as text.
    until: Option<String>,
}

impl Rule {
    /// None where the rule has parts that are not known here.
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

    /// Days after the first one on which it happens again, and whether there would be more. `first` is `YYYYMMDDTHHMMSS`.
    pub fn days(&self, date: Date, time: &str) -> (Vec<i64>, bool) {
        let start = date.days_since_epoch();
        // 1970-01-01 was a Thursday.
        let weekday = |day: i64| (day + 3).rem_euclid(7);
        let week = start - weekday(start);
        let limit = self.count.unwrap_or(usize::MAX);
        let mut days = Vec::new();
        // A rule may name a weekday that never comes up.
        for day in start..start + 366 * 3 {
            let is_round = if self.is_weekly { (day - week) / 7 % (self.step / 7) == 0 } else { (day - start) % self.step == 0 };
            let is_day = match self.weekdays.as_slice() {
                [] => !self.is_weekly || weekday(day) == weekday(start),
                weekdays => weekdays.contains(&weekday(day)),
            };
            if !(is_round && is_day) {
                continue;
            }
            if days.len() >= limit || self.is_over(day, time) {
                return (days, false);
            }
            if days.len() == MAX_TIMES {
                return (days, true);
            }
            days.push(day - start);
        }
        (days, false)
    }

    fn is_over(&self, day: i64, time: &str) -> bool {
        let Some(until) = &self.until else { return false };
        let date = Date::from_days_since_epoch(day).to_string().replace('-', "");
        // An end in UTC can be off by the offset of the zone; the date decides then.
        if until.len() > 8 && !until.ends_with('Z') {
            format!("{date}T{time}") > *until
        } else {
            date.as_str() > until.get(..8).unwrap_or(until)
        }
    }
}

fn weekday(text: &str) -> Option<i64> {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].iter().position(|name| text.trim().eq_ignore_ascii_case(name)).map(|at| at as i64)
}
