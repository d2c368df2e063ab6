//! Days as keys and fields state them: in full, without the year, as a weekday, or as the number of the day.

use super::super::when::{self, Century, DayWord, Order, When};
use crate::program::{Date, Weekday};
use std::borrow::Cow;
use std::cell::Cell;

/// What the file and the person say about its days.
#[derive(Debug, Default)]
pub(super) struct Days {
    /// The first day of the program.
    pub first: Option<Date>,
    /// The day that the person gave, or on which the conference is, which is the only one where nothing else says anything about days.
    pub only: Option<Date>,
    /// The year of days without one.
    pub year: Option<u16>,
    /// The order of day and month in dates that end with the year.
    pub order: Option<Order>,
    /// A date and how it was read, if only the nearness of the dates speaks for the order.
    pub doubt: Option<(String, String)>,
    /// The same order in days like 3/4.
    pub short_order: Option<Order>,
    /// Whether the first day has the number 0.
    pub from_zero: bool,
    /// Whether numbers are days of the month: the smallest is that of the first day.
    pub are_of_month: bool,
    /// Whether the year was needed.
    pub used_year: Cell<bool>,
    /// Whether the first day was needed.
    pub used_first: Cell<bool>,
}

/// Whether a text is a day and nothing else.
pub(super) fn is_like_a_day(text: &str) -> bool {
    let text = &*spaced(text);
    let century = Century { year: 2024, order: Some(Order::Month) };
    text.len() < 60
        && (when::date(text).is_some()
            || number(text).is_some()
            || counted_weekday(text).is_some()
            || is_weekday(text)
            || century.completed(text).is_some_and(|text| when::date(&text).is_some()))
}

/// Returns a text as it would be written outside of data: `may_15`.
fn spaced(text: &str) -> Cow<'_, str> {
    if text.contains('_') { Cow::Owned(text.replace('_', " ")) } else { Cow::Borrowed(text) }
}

/// Whether a text names a day among other words.
pub(super) fn names_day(text: &str) -> bool {
    let century = Century { year: 2024, order: Some(Order::Month) };
    let read = |part: &str| when::date(part).or_else(|| when::date(&century.completed(part)?));
    text.len() < 100 && when::has_figures(text) && text.contains(char::is_alphabetic) && when::heading(text, read).is_some()
}

impl Days {
    /// Reads a day.
    pub fn read(&self, text: &str) -> Option<Date> {
        let text = &*spaced(text);
        if let Some(date) = self.exact(text) {
            return Some(date);
        }
        if let Some(date) = self.without_year(text) {
            self.used_year.set(true);
            return Some(date);
        }
        let named = when::heading(text, |part| exact(part).or_else(|| self.without_year(part)));
        if named.is_some() && names_day(text) {
            self.used_year.set(self.used_year.get() || when::heading(text, exact).is_none());
            return named;
        }
        let first = self.first?;
        let ahead = match (number(text), when::weekday(text), when::day_word(text)) {
            _ if self.from_zero && text.trim() == "0" => 0,
            (Some(number), ..) if self.from_zero && text.trim().parse::<u8>().is_ok() => number,
            (Some(number), ..) if self.are_of_month && text.trim().parse::<u8>().is_ok() => of_month(first, number)?,
            (Some(number), ..) | (_, None, Some(DayWord::Number(number))) => number - 1,
            (None, Some(day), _) if is_weekday(text) => i64::from(days_until(first.weekday(), day)),
            _ => {
                let (day, weeks) = counted_weekday(text)?;
                i64::from(days_until(first.weekday(), day)) + 7 * weeks
            }
        };
        self.used_first.set(true);
        Some(Date::from_days_since_epoch(first.days_since_epoch() + ahead))
    }

    /// Reads a day with its year, also at the beginning of a date with a time of day.
    pub fn exact(&self, text: &str) -> Option<Date> {
        exact(&self.rewritten(text))
    }

    /// Returns the text with a date of two possible orders at its beginning rewritten with the year first.
    pub fn rewritten<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.order.and_then(|order| order.rewritten(text)).map_or(Cow::Borrowed(text), Cow::Owned)
    }

    /// Returns the day of a program that says nothing about days.
    pub fn only(&self) -> Option<Date> {
        self.used_first.set(self.used_first.get() || self.only.is_some());
        self.only
    }

    fn without_year(&self, text: &str) -> Option<Date> {
        let century = Century { year: self.year?, order: self.short_order };
        let date = when::date(&century.completed(text)?)?;
        // The weekday beside it would be another one in the wrong year.
        when::weekday(text).is_none_or(|day| day == date.weekday()).then_some(date)
    }
}

/// Reads a day with its year, also at the beginning of a date with a time of day.
pub(super) fn exact(text: &str) -> Option<Date> {
    let text = text.trim();
    let beginning =
        || text.get(..10).filter(|_| matches!(text.as_bytes().get(10), Some(b'T' | b't' | b' '))).and_then(when::date);
    if text.len() > 100 { None } else { when::date(text).or_else(beginning) }
}

/// Reads a day with its year, also with a time of day or a range of them behind it.
pub(super) fn beginning(text: &str) -> Option<Date> {
    let local = || {
        let from = when::range(text).map(|(from, _)| from);
        match when::date_time(from.as_deref().unwrap_or(text))? {
            When::Local(seconds) => Some(Date::from_days_since_epoch(seconds.div_euclid(86_400))),
            _ => None,
        }
    };
    exact(text).or_else(local)
}

/// Reads `1`, `Day 1`, `day_2`, `1일차`, `第1天`.
pub(super) fn number(text: &str) -> Option<i64> {
    let text = text.trim().to_lowercase();
    let text = text.trim_start_matches("day").trim_start_matches("jour").trim_start_matches("tag").trim_start_matches('第');
    let text = text.trim_start_matches([' ', '_', '-', '#']);
    let text = text.trim_end_matches("일차").trim_end_matches('天').trim_end_matches("日目");
    let is_number = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| is_number && (1..=31).contains(number))
}

fn is_weekday(text: &str) -> bool {
    when::weekday(text).is_some() && !text.bytes().any(|byte| byte.is_ascii_digit()) && text.chars().count() < 12
}

/// Reads `saturday1` and `saturday2` as the weekday with the number of weeks before it.
fn counted_weekday(text: &str) -> Option<(Weekday, i64)> {
    let (name, number) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let number: i64 = number.parse().ok().filter(|number| (1..=9).contains(number))?;
    let name = name.trim_end_matches(['_', '-']);
    let is_name = name.len() > 2 && name.chars().all(char::is_alphabetic) && is_weekday(name);
    when::weekday(name).filter(|_| is_name).map(|day| (day, number - 1))
}

/// Returns how many days after the first one a day of the month is, which may be of the next month.
fn of_month(first: Date, number: i64) -> Option<i64> {
    let (year, month, number) = (first.year(), first.month(), u8::try_from(number).ok()?);
    let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    let days = [(year, month), next].into_iter().filter_map(|(year, month)| Date::new(year, month, number));
    { days }.map(|day| day.days_since_epoch() - first.days_since_epoch()).find(|ahead| *ahead >= 0)
}

fn days_until(from: Weekday, to: Weekday) -> u8 {
    let number = |day: Weekday| day as u8;
    (number(to) + 7 - number(from)) % 7
}

/// Whether a text says at what time something is, with or without its day.
pub(super) fn is_moment(text: &str) -> bool {
    is_time(text) || when::date_time(text).is_some()
}

/// Whether a text is a time of day or a range of them.
pub(super) fn is_time(text: &str) -> bool {
    when::clock(text).is_some() || when::range(text).is_some()
}
