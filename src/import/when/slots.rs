//! The time of a row in a column of times: `13:00`, `10:00~10:20`, `9h30 – 10h15`, `15-16`, `16:00 (240)`, `19`.
//!
//! In such a column a text may be read as a time that would be something else elsewhere, such as a date or a number.

use super::ranges::sides;
use super::{minutes, time};

/// Longer texts are not times.
const MAX_LENGTH: usize = 60;

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
    let text = without_words(text);
    if let Some(from) = time(text) {
        let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
        return Some(Slot { from, to: None, length, is_clear: !is_number || length.is_some() });
    }
    let (from, to) = sides(text, |text| time(without_words(text)))?;
    let (from, to) = (time(without_words(&from))?, time(without_words(&to))?);
    Some(Slot { from, to: Some(to), length: None, is_clear: true })
}

/// Removes a note in brackets from the end. If it is a number of minutes, that is the length.
fn without_note(text: &str) -> (&str, Option<i64>) {
    let Some((rest, note)) = text.strip_suffix([')', '）']).and_then(|text| text.rsplit_once(['(', '（'])) else {
        return (text, None);
    };
    if rest.trim().is_empty() {
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
        ] {
            assert_eq!(shown(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "2026-08-15", "8/15", "8월 15일", "Room 101", "9.3", "9.5", "99", "Uhr", "()", "10:00 - late", "1/2"] {
            assert_eq!(slot(text), None, "{text}");
        }
        assert!(!slot("19").unwrap().is_clear && slot("15-16").unwrap().is_clear);
    }
}
