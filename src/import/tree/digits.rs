//! Times of day without a colon, which only all of a list together make clear.

use super::super::when;
use super::maps;

/// What `930` means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Digits {
    /// 9:30
    Clock,
    /// Minutes after midnight: 15:30
    Minutes,
    /// Full hours, since none is greater.
    Hours,
    Unclear,
}

impl Digits {
    /// Returns what all of these keys can be. Rooms have numbers too, so times are those that no room has: four digits, or
    /// minutes after 05:00 in steps of five that are no clock.
    pub fn of_keys<'a>(keys: &(impl Iterator<Item = &'a str> + Clone)) -> Digits {
        let numbers = || keys.clone().filter(|key| is_short_number(key)).map(|key| (key.len(), key.parse().unwrap_or(0_i64)));
        match Digits::of(keys.clone()) {
            // 2022 is rather a year than 20:22.
            Digits::Clock if numbers().all(|(length, _)| length == 4) && !keys.clone().all(maps::is_year) => Digits::Clock,
            Digits::Minutes if numbers().all(|(_, number)| number >= 300 && number % 5 == 0) => Digits::Minutes,
            // 540 is rather 9:00 than 5:40.
            Digits::Unclear
                if numbers().all(|(_, number)| (480..1440).contains(&number) && number % 5 == 0)
                    && numbers().any(|(_, number)| number < 700) =>
            {
                Digits::Minutes
            }
            _ => Digits::Unclear,
        }
    }

    /// Returns what all of these numbers can be.
    pub fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Digits {
        let (mut are_clocks, mut are_minutes, mut are_long, mut are_any, mut greatest) = (true, true, true, false, 0);
        for text in texts.filter(|text| is_short_number(text)) {
            let number: i64 = text.parse().unwrap_or(i64::MAX);
            are_clocks &= number % 100 < 60 && number < 3000 && text.len() > 2;
            are_minutes &= number <= 1800 && !text.starts_with('0');
            are_long &= text.len() == 4;
            are_any = true;
            greatest = greatest.max(number);
        }
        match (are_clocks, are_minutes) {
            _ if are_any && greatest <= 24 => Digits::Hours,
            (true, false) => Digits::Clock,
            (false, true) => Digits::Minutes,
            // By minutes, the first would be at 16:40.
            (true, true) if are_long && are_any => Digits::Clock,
            _ => Digits::Unclear,
        }
    }

    /// Reads a time of day without a colon.
    pub fn clock(self, text: &str) -> Option<i64> {
        match self {
            _ if !is_short_number(text) => None,
            Digits::Clock => when::time(text),
            Digits::Minutes => text.parse::<i64>().ok().map(|minutes| minutes * 60),
            Digits::Hours => text.parse::<i64>().ok().map(|hours| hours * 3600),
            Digits::Unclear => None,
        }
    }
}

/// Whether a text is a number of at most four digits.
pub(super) fn is_short_number(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}
