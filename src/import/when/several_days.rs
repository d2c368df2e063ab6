//! Texts about several days: `17.–18. März 2026`, `8월 15일 ~ 16일`.

use super::dates::date;
use super::days::heading;
use super::pasted::typed;
use super::weekdays::weekday;
use crate::program::Date;
use std::ops::Range;

/// Words and signs between the first day and the last one, or between two days.
const LINKS: [&str; 18] =
    ["–", "—", "-", "&", "bis", "und", "to", "and", "until", "au", "et", "al", "y", "e", "en", "och", "og", "do"];

/// Returns where a first day ends and where a last day ends in the words of `12 et vendredi 13 novembre 2026`, in which month or year
/// stand only once.
pub(in crate::import) fn days_of_span(words: &[&str]) -> Option<Range<usize>> {
    let day = |at: usize| {
        let word = words.get(at)?.trim_end_matches(['.', ',']);
        word.parse::<u8>().ok().filter(|day| (1..=31).contains(day) && word.len() < 3)
    };
    (1..words.len()).filter(|at| LINKS.contains(&words[*at].to_lowercase().as_str())).find_map(|at| {
        let is_weekday = words.get(at + 1).is_some_and(|word| weekday(word.trim_end_matches(',')).is_some());
        let last = at + 1 + usize::from(is_weekday);
        (day(at - 1)? < day(last)?).then_some(at..last + 1)
    })
}

/// Whether a line is about several days.
pub(in crate::import) fn is_span(text: &str) -> bool {
    if days_of_span(&text.split_whitespace().collect::<Vec<_>>()).is_some() {
        return true;
    }
    let signs = ['~', '～', '〜', '–', '—', '-', ',', '&'];
    let is_number = |text: &str| {
        let text = text.trim_start();
        text.starts_with(|letter: char| letter.is_ascii_digit())
            || text.get(..3).is_some_and(|word| date(&format!("1 {word} 2024")).is_some())
    };
    let ends_day = |text: &str| {
        let text = text.trim_end().trim_end_matches([')', '.']);
        let text = text.rsplit_once('(').map_or(text, |(day, _)| day.trim_end());
        text.ends_with(['일', '日']) || text.ends_with(|letter: char| letter.is_ascii_digit())
    };
    let is_dash = |at: usize, sign: char| {
        let blanks = text[..at].ends_with(' ') || text[at + sign.len_utf8()..].starts_with(' ');
        sign != '-' || blanks || text.contains(char::is_alphabetic) && !text.contains(['월', '년'])
    };
    let year_only = |text: &str| {
        let text = text.trim();
        text.len() >= 4 && text.bytes().take(4).all(|byte| byte.is_ascii_digit()) && text.len() < 7
    };
    text.char_indices().filter(|(_, letter)| signs.contains(letter)).any(|(at, sign)| {
        let (before, after) = (&text[..at], &text[at + sign.len_utf8()..]);
        is_dash(at, sign)
            && !is_in_date(text, at)
            && ends_day(before)
            && is_number(after)
            && !(sign == ',' && year_only(after))
            && date(text).is_none()
    })
}

/// Leaves the last day out of `17. – 18. März 2026` and `March 17–18, 2026`, in which month or year stand only once.
pub(in crate::import) fn without_last_day(text: &str) -> String {
    let spaced = text.replace(['–', '—'], " – ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let Some(last) = days_of_span(&words) else { return text.to_owned() };
    let kept = words[..last.start].iter().chain(&words[last.end..]);
    kept.copied().collect::<Vec<_>>().join(" ")
}

/// Returns the first of several days that a text is about.
pub(in crate::import) fn first_of_span(text: &str) -> Option<Date> {
    if !is_span(text) {
        return None;
    }
    let text = without_last_day(&typed(text));
    let before = text.split(['~', '～', '〜']).next()?;
    heading(before, date).or_else(|| heading(&text, date))
}

/// Whether a sign at this place is one within a date: "Day 1 2026-08-15".
fn is_in_date(text: &str, at: usize) -> bool {
    let before = text[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
    let word = text[at - before.len()..].split_whitespace().next().unwrap_or_default();
    date(word.trim_matches(['(', ')', ','])).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_several_days_is_found() {
        let first = |text: &str| first_of_span(text).map(|date| date.to_string());
        assert_eq!(first("22 y 23 de octubre de 2026").as_deref(), Some("2026-10-22"));
        assert_eq!(first("Moths 2026, March 17–18, 2026").as_deref(), Some("2026-03-17"));
        assert_eq!(first("2026년 8월 15일 ~ 16일").as_deref(), Some("2026-08-15"));
        assert_eq!(first("22 de octubre de 2026"), None);
        assert_eq!(first("Moths 1 – 2"), None);
    }

    #[test]
    fn a_date_behind_words_is_no_span() {
        for text in ["첫째 날 2026-08-29", "Day 1 (2026-08-29)", "2026-08-29"] {
            assert!(!is_span(text), "{text}");
        }
        for text in ["2026-08-29 - 30", "8월 15일 ~ 16일", "17.–18. März 2026"] {
            assert!(is_span(text), "{text}");
        }
    }
}
