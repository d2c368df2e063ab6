//! The time of a row in a column of times: `13:00`, `10:00~10:20`, `9h30 – 10h15`, `15-16`, `16:00 (240)`, `19`.
//!
//! In such a column a text may be read as a time that would be something else elsewhere, such as a date or a number.

use super::ranges::{SIGNS, sides};
use super::{minutes, time};

/// Longer texts are not times.
const MAX_LENGTH: usize = 60;

const DAY: i64 = 24 * 3600;

/// When a session of a row is, in seconds after midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) struct Slot {
    pub from: i64,
    pub to: Option<i64>,
    /// How long it takes in minutes, if the text says that.
    pub length: Option<i64>,
    /// Whether it cannot be a mere number.
    pub is_clear: bool,
}

/// Reads a cell of a column of times; `None` if it is not a time of day or a range of them.
pub(in crate::import) fn slot(text: &str) -> Option<Slot> {
    if text.len() > MAX_LENGTH {
        return None;
    }
    let (text, length) = without_note(text.trim());
    if let Some(from) = clock(text) {
        let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
        return Some(Slot { from, to: None, length, is_clear: !is_number || length.is_some() });
    }
    if let Some(from) = without_end(text).and_then(clock) {
        return Some(Slot { from, to: None, length, is_clear: true });
    }
    let (from, to) = sides(text, clock)?;
    Some(Slot { from: clock(&from)?, to: Some(clock(&to)?), length: None, is_clear: true })
}

/// Reads one of the times, also of the next day.
fn clock(text: &str) -> Option<i64> {
    let text = without_words(text);
    if let Some(seconds) = named(text) {
        return Some(seconds);
    }
    match of_next_day(text) {
        Some(rest) => time(rest).filter(|seconds| *seconds < DAY).map(|seconds| seconds + DAY),
        None => time(text),
    }
}

/// Reads the middle of the day and that of the night, at which what is said to end then ends.
fn named(text: &str) -> Option<i64> {
    let text = text.strip_prefix("12 ").unwrap_or(text);
    let is = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    let noon = is(&["noon", "midday", "mittag", "mittags", "midi", "mediodía", "mezzogiorno", "meio-dia"]);
    let midnight = || is(&["midnight", "mitternacht", "minuit", "자정"]);
    if noon { Some(DAY / 2) } else { midnight().then_some(DAY) }
}

/// Returns a time without what says that it is of the next day: `00:30 (+1)`, `익일 01:00`.
fn of_next_day(text: &str) -> Option<&str> {
    const BEFORE: [&str; 5] = ["익일", "다음날", "翌日", "翌", "次日"];
    const AFTER: [&str; 6] = ["(+1d)", "(+1)", "+1d", "+1", "(익일)", "(next day)"];
    let before = || BEFORE.iter().find_map(|word| text.strip_prefix(word));
    before().or_else(|| AFTER.iter().find_map(|word| text.strip_suffix(word))).map(str::trim)
}

/// Returns the start of a range without an end: `13:30-`, `22:00 - late`.
fn without_end(text: &str) -> Option<&str> {
    const OPEN: [&str; 11] = ["late", "open end", "end", "close", "ende", "fin", "끝", "종료", "..", "…", "?"];
    let without = |word: &&str| {
        let (start, end) = text.split_at_checked(text.len().checked_sub(word.len())?)?;
        end.eq_ignore_ascii_case(word).then(|| start.trim_end())
    };
    let text = OPEN.iter().find_map(without).unwrap_or(text);
    let start = text.trim_end_matches(SIGNS);
    (start.len() < text.len()).then(|| start.trim_end())
}

/// Removes a note in brackets from the end. If it is a number of minutes, that is the length.
fn without_note(text: &str) -> (&str, Option<i64>) {
    let Some((rest, note)) = text.strip_suffix([')', '）']).and_then(|text| text.rsplit_once(['(', '（'])) else {
        return (text, None);
    };
    if rest.trim().is_empty() || of_next_day(text).is_some() {
        return (text, None);
    }
    (rest.trim_end(), minutes(note).filter(|minutes| *minutes > 0))
}

/// Removes the words around a time: `von 10 Uhr`, `kl. 9.30`, `10시부터`, `as 14h`.
fn without_words(text: &str) -> &str {
    const BEFORE: [&str; 10] = ["von", "from", "at", "um", "kl.", "kl", "de", "da", "dalle", "as"];
    const AFTER: [&str; 8] = ["uur", "hrs", "hours", "horas", "ore", "부터", "까지", "から"];
    let mut text = text.trim();
    for word in BEFORE {
        let rest = text.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word)).map(|_| &text[word.len()..]);
        text = rest.filter(|rest| rest.starts_with([' ', '\u{A0}'])).unwrap_or(text).trim_start();
    }
    for word in AFTER {
        text = text.strip_suffix(word).unwrap_or(text).trim_end();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_a_column_of_times_are_read() {
        let shown = |text: &str| {
            let clock = |seconds: i64| format!("{:02}:{:02}", seconds / 3600, seconds % 3600 / 60);
            let slot = slot(text)?;
            let to = slot.to.map_or_else(String::new, |to| format!("-{}", clock(to)));
            let length = slot.length.map_or_else(String::new, |minutes| format!(" {minutes}"));
            Some(format!("{}{to}{length}", clock(slot.from)))
        };
        for (text, expected) in [
            ("13:00", "13:00"),
            ("19", "19:00"),
            ("15시", "15:00"),
            ("13시 30분", "13:30"),
            ("오후 4:30 ~ 5:10", "16:30-17:10"),
            ("10:00~10:20", "10:00-10:20"),
            ("15-16", "15:00-16:00"),
            ("17-18:30", "17:00-18:30"),
            ("9h30 – 10h15", "09:30-10:15"),
            ("9h-10h", "09:00-10:00"),
            ("9.30-10.15", "09:30-10:15"),
            ("9.30 – 10.15 Uhr", "09:30-10:15"),
            ("9 Uhr bis 10 Uhr", "09:00-10:00"),
            ("von 9 bis 10.30 Uhr", "09:00-10:30"),
            ("de 9h à 10h30", "09:00-10:30"),
            ("dalle 9.30 alle 10.15", "09:30-10:15"),
            ("09:30 to 10:15", "09:30-10:15"),
            ("kl. 9.30", "09:30"),
            ("9.30 uur", "09:30"),
            ("1:30 PM – 2:10 PM", "13:30-14:10"),
            ("9-10 AM", "09:00-10:00"),
            ("10時〜11時半", "10:00-11:30"),
            ("10시부터 11시까지", "10:00-11:00"),
            ("下午 1:30", "13:30"),
            ("16:00 (240)", "16:00 240"),
            ("16:00 (45 min)", "16:00 45"),
            ("10:00-10:40 (40분)", "10:00-10:40"),
            ("10:00 (GMT+9)", "10:00"),
            ("13:30-", "13:30"),
            ("오후 3시 ~", "15:00"),
            ("22:00 - late", "22:00"),
            ("noon - 1:00 p.m.", "12:00-13:00"),
            ("10 pm - midnight", "22:00-24:00"),
            ("12 noon", "12:00"),
            ("00:30 (+1)", "24:30"),
            ("익일 01:00", "25:00"),
            ("23:30 - 00:30 (+1)", "23:30-24:30"),
        ] {
            assert_eq!(shown(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "2026-08-15", "8/15", "8월 15일", "Room 101", "9.3", "9.5", "99", "Uhr", "()", "- late", "~", "1/2"] {
            assert_eq!(slot(text), None, "{text}");
        }
        assert!(!slot("19").unwrap().is_clear && slot("15-16").unwrap().is_clear);
    }
}
