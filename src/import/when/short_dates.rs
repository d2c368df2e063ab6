//! Dates without a year, or with the last two digits of one: `8월 15일 (토)`, `8/15`, `Aug 15`, `26.08.15`.

use super::dates::{Order, date, new};
use super::weekdays::{after_weekday, without_weekday};
use super::{clock, date_time, number, range};
use crate::program::Date;

/// Longer texts are not dates.
const MAX_LENGTH: usize = 100;

/// How to complete a short date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) struct Century {
    /// The year of the conference.
    pub year: u16,
    /// Whether 3/4 is 4 March, as in Korea, or 3 April. If it is unknown, such a date is not read.
    pub order: Option<Order>,
}

impl Century {
    /// Returns these dates with the year, if they are two numbers, one of which is the month.
    pub fn with_year(year: u16, texts: &[&str]) -> Vec<String> {
        texts
            .iter()
            .filter_map(|text| two_numbers(text))
            .map(|date| format!("{}/{year}", date.replace(['-', '.'], "/")))
            .collect()
    }

    /// Returns the text with a short date at its beginning rewritten as `2026-08-15`; `None` if it does not begin with one.
    pub fn completed(self, text: &str) -> Option<String> {
        if text.len() > MAX_LENGTH || date(text).is_some() || date_time(text).is_some() {
            return None;
        }
        let text = without_weekday(text);
        // What separated the weekday.
        let text = text.trim_start_matches([',', '.', ' ']).trim();
        if let Some(date) = self.date(text) {
            return Some(date.to_string());
        }
        let mut splits = text.match_indices(' ').map(|(at, _)| (&text[..at], text[at..].trim()));
        splits.find_map(|(day, rest)| {
            let is_time = clock(rest).is_some() || range(rest).is_some();
            is_time.then(|| self.date(day.trim())).flatten().map(|date| format!("{date} {rest}"))
        })
    }

    fn date(self, text: &str) -> Option<Date> {
        if text.bytes().any(|byte| byte.is_ascii_alphabetic()) {
            return date(&format!("{text} {}", self.year));
        }
        let separators = ['-', '/', '.', '년', '월', '일', '年', '月', '日', ' ', '\'', '’'];
        let parts: Vec<&str> = text.split(separators).filter(|part| !part.is_empty()).take(4).collect();
        if parts.iter().any(|part| part.len() > 2) {
            return None;
        }
        let parts: Vec<i64> = parts.into_iter().map(number).collect::<Option<_>>()?;
        let year = i64::from(self.year);
        let order = if text.contains(['월', '月']) { Some(Order::Month) } else { self.order };
        match parts.as_slice() {
            [first, second] => match (new(year, *first, *second), new(year, *second, *first)) {
                (Some(date), None) | (None, Some(date)) => Some(date),
                (month_first, day_first) => match order {
                    Some(Order::Month) => month_first,
                    Some(Order::Day) => day_first,
                    None => month_first.filter(|_| month_first == day_first),
                },
            },
            [first, second, third] => self.with_two_digits(*first, *second, *third, text.contains('.')),
            _ => None,
        }
    }

    /// Reads a date in which the year of the conference stands first or last.
    fn with_two_digits(self, first: i64, second: i64, third: i64, with_dots: bool) -> Option<Date> {
        let year = i64::from(self.year);
        let year_first = (2000 + first == year).then(|| new(year, second, third)).flatten();
        let day_first = new(year, second, first).filter(|_| with_dots || first > 12);
        let month_first = new(year, first, second).filter(|_| !with_dots && second > 12);
        let year_last = day_first.or(month_first).filter(|_| 2000 + third == year);
        match (year_first, year_last) {
            (Some(one), Some(other)) => Some(one).filter(|_| one == other),
            (one, other) => one.or(other),
        }
    }
}

/// Returns the two numbers at the beginning of a text, as in `17/3` and `5.3. (Fr)`.
fn two_numbers(text: &str) -> Option<&str> {
    let text = after_weekday(text);
    let end = text.find(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '/' | '-' | '.')).unwrap_or(text.len());
    let date = text[..end].trim_end_matches('.');
    let is_short = |part: &str| (1..=2).contains(&part.len());
    date.split_once(['/', '-', '.']).filter(|(first, second)| is_short(first) && is_short(second) && number(second).is_some())?;
    Some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_dates_are_completed() {
        let korean = Century { year: 2026, order: Some(Order::Month) };
        for (text, expected) in [
            ("8월 15일", "2026-08-15"),
            ("8월 15일 (토)", "2026-08-15"),
            ("8월 16일 일요일", "2026-08-16"),
            ("8/15(토)", "2026-08-15"),
            ("8.15.", "2026-08-15"),
            ("08-15", "2026-08-15"),
            ("3/4", "2026-03-04"),
            ("15/8", "2026-08-15"),
            ("Aug 15", "2026-08-15"),
            ("Sat, August 15th", "2026-08-15"),
            ("15 Aug", "2026-08-15"),
            ("Sa, 15.08.", "2026-08-15"),
            ("Sa. 15.8.", "2026-08-15"),
            ("26.08.15", "2026-08-15"),
            ("'26. 8. 15. (토)", "2026-08-15"),
            ("26년 8월 15일", "2026-08-15"),
            ("15.8.26", "2026-08-15"),
            ("8/15/26", "2026-08-15"),
            ("8/15 (토) 10:00", "2026-08-15 10:00"),
            ("8월 15일 오후 1:30 ~ 2:10", "2026-08-15 오후 1:30 ~ 2:10"),
        ] {
            assert_eq!(korean.completed(text).as_deref(), Some(expected), "{text}");
        }
        for text in
            ["2026-08-15", "10:00", "13.30", "26.26.26", "8", "25.08.15", "Day 1", "1일차", "오늘", "", "8/32", "13.30 Uhr"]
        {
            assert_eq!(korean.completed(text), None, "{text}");
        }
        let other = Century { year: 2026, order: None };
        assert_eq!((other.completed("3/4"), other.completed("8/15").as_deref()), (None, Some("2026-08-15")));
        // The eighth month of 2018, whichever number is the year.
        assert_eq!(Century { year: 2018, order: None }.completed("18.8.18").as_deref(), Some("2018-08-18"));
        assert_eq!(Century { year: 2018, order: None }.completed("18.8.19").as_deref(), Some("2018-08-19"));
    }
}
