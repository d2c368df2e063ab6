//! Days that are not named by their date: `Day 1`, `2일차`, `Samstag`, `Sat 18`; and dates inside a heading.

use super::super::accents::unaccented;
use super::number;
use super::weekdays::{weekday, without_weekday};
use crate::program::{Date, Weekday};

/// Longer texts are not headings of days.
const MAX_LENGTH: usize = 120;

/// The most words of a heading in which a date is looked for, and of the date.
const MAX_WORDS: usize = 12;
const MAX_DATE_WORDS: usize = 5;

/// The word "day" in lower case without accents.
const DAY: [&str; 9] = ["day", "tag", "jour", "journee", "dia", "giorno", "giornata", "dag", "d"];

/// Days by their order.
const ORDER: [(&str, i64); 17] = [
    ("첫날", 1),
    ("첫째날", 1),
    ("둘째날", 2),
    ("셋째날", 3),
    ("넷째날", 4),
    ("마지막날", 0),
    ("第一天", 1),
    ("第二天", 2),
    ("第三天", 3),
    ("第一日", 1),
    ("第二日", 2),
    ("第三日", 3),
    ("初日", 1),
    ("dayone", 1),
    ("daytwo", 2),
    ("daythree", 3),
    ("dayfour", 4),
];

/// A day without its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum DayWord {
    /// Counted from the first day of the conference, which is 1.
    Number(i64),
    Weekday(Weekday),
    /// A weekday and the day of a month.
    OfMonth(i64),
}

impl DayWord {
    /// Returns the date of this day of a conference that begins on the first; `None` if it is implausible.
    pub fn date(self, first: Date) -> Option<Date> {
        let from = first.days_since_epoch();
        match self {
            DayWord::Number(number @ 1..=60) => Some(Date::from_days_since_epoch(from + number - 1)),
            DayWord::Number(_) => None,
            DayWord::Weekday(day) => dates(from, 7).find(|date| date.weekday() == day),
            DayWord::OfMonth(day) => dates(from, 28).find(|date| i64::from(date.day()) == day),
        }
    }
}

fn dates(from: i64, count: i64) -> impl Iterator<Item = Date> {
    (from..from + count).map(Date::from_days_since_epoch)
}

/// Reads a text that names a day and nothing else.
pub(in crate::import) fn day_word(text: &str) -> Option<DayWord> {
    if text.len() > MAX_LENGTH {
        return None;
    }
    let plain = unaccented(text.trim().trim_end_matches([':', '.', ',']));
    let joined: String = plain.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '#' | '.')).collect();
    if let Some((_, day)) = ORDER.iter().find(|(word, _)| *word == joined) {
        return Some(DayWord::Number(*day)).filter(|_| *day > 0);
    }
    let day = |digits: &str| number(digits).filter(|day| (1..=60).contains(day)).map(DayWord::Number);
    let after = DAY.iter().find_map(|word| day(joined.strip_prefix(word)?));
    let numbered = ["일차", "일째", "日目"].iter().find_map(|word| day(joined.strip_suffix(word)?));
    let chinese = || day(joined.strip_prefix('第')?.strip_suffix(['天', '日'])?);
    let before =
        || DAY.iter().find_map(|word| day(joined.strip_suffix(word)?.trim_end_matches(|letter: char| letter.is_alphabetic())));
    after.or(numbered).or_else(chinese).or_else(before).or_else(|| weekday_word(text))
}

fn weekday_word(text: &str) -> Option<DayWord> {
    let day = weekday(text)?;
    let rest = without_weekday(text);
    let rest = rest.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '.' | ',' | '(' | ')' | ':'));
    if rest.is_empty() {
        return Some(DayWord::Weekday(day));
    }
    let digits = rest.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let is_ordinal = ["", ".", "st", "nd", "rd", "th", "er", "일", "日", "º"].contains(&&rest[digits.len()..]);
    number(digits).filter(|day| is_ordinal && (1..=31).contains(day)).map(DayWord::OfMonth)
}

/// Returns the day without its date in a heading: `Day 2 – Room A`.
pub(in crate::import) fn heading_word(text: &str) -> Option<DayWord> {
    parts(text).find_map(day_word)
}

/// Returns a heading and its parts in brackets or between signs.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    let is_digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    // In 00:30-03:00 nothing is a date.
    let is_of_clock = move |at: usize| bytes[at] == b':' && is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
    let signs = text.match_indices(['(', ')', '[', ']', '（', '）', '|', '·', ':', '–', '—']);
    let signs = signs.filter(move |(at, _)| !is_of_clock(*at)).map(|(at, sign)| (at, at + sign.len()));
    let ends = signs.clone().map(|(at, _)| at).chain([text.len()]);
    let parts = std::iter::once(0).chain(signs.map(|(_, end)| end)).zip(ends).map(|(from, to)| &text[from..to]);
    std::iter::once(text).chain(parts).map(str::trim).filter(|part| !part.is_empty())
}

/// Returns the day in a heading: `1일차 (8/15)`, `Schedule – Saturday, 15 August 2026`, `Day 2`. `read` reads a date.
pub(in crate::import) fn heading(text: &str, read: impl Fn(&str) -> Option<Date>) -> Option<Date> {
    if text.len() > MAX_LENGTH {
        return None;
    }
    let words = text.split(|letter: char| letter.is_whitespace() || "()[]（）|·:–—,".contains(letter));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).take(MAX_WORDS).collect();
    let lengths = (1..=MAX_DATE_WORDS.min(words.len())).rev();
    let windows = lengths.flat_map(|length| words.windows(length)).map(|words| words.join(" ")).filter(|text| names_a_day(text));
    parts(text).map(str::to_owned).chain(windows).find_map(|text| read(&text))
}

/// Whether a part of a heading is more than two numbers with a sign between them, which may be a version or a fraction.
fn names_a_day(text: &str) -> bool {
    let has_year = text.split(|letter: char| !letter.is_ascii_digit()).any(|digits| digits.len() == 4);
    let is_word = |word: &str| word.chars().all(char::is_alphabetic) && word.chars().count() > 2;
    has_year && text.len() > 4
        || text.contains(['월', '月'])
        || text.split([' ', '.']).any(is_word) && text.contains(|letter: char| letter.is_ascii_digit())
        || text.contains(['차', '째', '目', '第'])
}

#[cfg(test)]
mod tests {
    use super::super::date;
    use super::*;

    #[test]
    fn days_are_counted_from_the_first() {
        let first = Date::parse("2026-08-14").unwrap();
        let date = |text: &str| day_word(text).and_then(|day| day.date(first)).map(|date| date.to_string());
        for text in [
            "Day 2",
            "day 2:",
            "DAY-2",
            "2일차",
            "2 일차",
            "둘째 날",
            "Tag 2",
            "2. Tag",
            "Jour 2",
            "Día 2",
            "Giorno 2",
            "Dag 2",
            "2日目",
            "第2天",
            "第二天",
            "2nd day",
            "Day two",
            "토",
            "(토)",
            "토요일",
            "Saturday",
            "Sat",
            "Samstag",
            "samedi",
            "sábado",
            "sabato",
            "zaterdag",
            "Lørdag",
            "土曜日",
            "星期六",
            "Sat 15",
            "Saturday 15th",
            "15일 (토)",
        ] {
            assert_eq!(date(text).as_deref(), Some("2026-08-15"), "{text}");
        }
        assert_eq!(date("Tue 1").as_deref(), Some("2026-09-01"));
        for text in ["", "Day", "2", "Day 0", "Day 99", "day of code", "Sat 32", "Saturday night", "10:00", "8/15", "마지막 날"]
        {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn dates_are_found_in_headings() {
        let found = |text: &str| heading(text, date).map(|date| date.to_string());
        for text in [
            "2026-08-15",
            "1일차 (2026-08-15)",
            "한빛 콘퍼런스 2026 1일차 (2026.8.15)",
            "Schedule – Saturday, 15 August 2026",
            "Programme of Saturday August 15 2026, morning",
            "2026년 8월 15일 토요일 시간표",
            "Day 1: 15 août 2026",
        ] {
            assert_eq!(found(text).as_deref(), Some("2026-08-15"), "{text}");
        }
        for text in ["", "Python 3.12", "Track 8/15", "Meeting 2026", &"2026-08-15 ".repeat(30)] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
