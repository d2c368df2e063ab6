//! Start and end in one text: `13:00-13:25`, `오후 4:30 ~ 5:10`, `2026-08-15 10:00 → 10:40`.

use super::{clock, date, date_time, half_of_day};

/// Longer texts are not ranges.
const MAX_LENGTH: usize = 200;

const HOUR: i64 = 3600;

/// What separates start and end. Words stand between blanks.
pub(super) const SIGNS: [char; 8] = ['-', '–', '—', '~', '～', '〜', '→', '∼'];
const WORDS: [&str; 14] =
    [" to ", " until ", " bis ", " à ", " a ", " às ", " as ", " do ", " til ", " tot ", " alle ", " 부터 ", "부터", "から"];

/// Splits a range of times, each with or without a date, into start and end. If only one of them says AM or PM, the other one is
/// in the half of the day that makes the range shortest.
pub(in crate::import) fn range(text: &str) -> Option<(String, String)> {
    if text.len() > MAX_LENGTH || date_time(text).is_some() && !is_range_like_an_offset(text) {
        return None;
    }
    sides(text, clock)
}

/// Splits a range of which each side is, after any date, a time of day in the way that `read` reads it.
pub(super) fn sides(text: &str, read: impl Fn(&str) -> Option<i64>) -> Option<(String, String)> {
    let signs = text.char_indices().filter(|(_, letter)| SIGNS.contains(letter)).map(|(at, letter)| (at, letter.len_utf8()));
    let words = WORDS.iter().flat_map(|word| text.match_indices(word).map(|(at, word)| (at, word.len())));
    let sides = |(at, length): (usize, usize)| {
        Some((dated(&text[..at], &read)?, dated(text[at + length..].trim_start_matches(SIGNS), &read)?))
    };
    let ((day, from), (last_day, to)) = signs.chain(words).find_map(sides)?;
    let (from, to) = in_the_same_half(from, to, &read)?;
    Some((format!("{day}{from}"), format!("{last_day}{to}")))
}

/// "2026-08-15 10:00-11:00" is hardly a time eleven hours behind UTC. RFC 3339 has seconds, or a T, or both.
fn is_range_like_an_offset(text: &str) -> bool {
    let clocks = text.trim().get(11..).and_then(|rest| rest.split_once('-'));
    let clocks = clocks.filter(|_| text.trim().as_bytes().get(10) == Some(&b' '));
    let ahead = clocks.and_then(|(from, to)| Some(clock(to)? - clock(from)?));
    clocks.is_some_and(|(from, to)| from.matches(':').count() == 1 && to.contains(':'))
        && ahead.is_some_and(|ahead| (1..=12 * HOUR).contains(&ahead))
}

/// Splits a text into its date with the blank after it, or nothing, and its time of day.
fn dated(text: &str, read: impl Fn(&str) -> Option<i64>) -> Option<(&str, &str)> {
    let text = text.trim();
    if read(text).is_some() {
        return Some(("", text));
    }
    let mut splits =
        text.char_indices().filter(|(_, letter)| matches!(letter, 'T' | 't' | ' ')).map(|(at, _)| text.split_at(at + 1));
    splits.rfind(|(day, time)| clock(time).is_some() && date(&day[..day.len() - 1]).is_some())
}

fn in_the_same_half(from: &str, to: &str, read: impl Fn(&str) -> Option<i64>) -> Option<(String, String)> {
    let says_half = |text: &str| half_of_day(&text.trim().to_lowercase()).1.is_some();
    let ahead = |from: i64, to: i64| (to - from).rem_euclid(24 * HOUR);
    let halves = |text: &str| ["am", "pm"].into_iter().filter_map(|half| read(&format!("{text} {half}"))).collect::<Vec<_>>();
    let (start, end) = (read(from)?, read(to)?);
    match (says_half(from), says_half(to)) {
        (true, false) if end <= 12 * HOUR + 59 * 60 => {
            let end = halves(to).into_iter().min_by_key(|end| ahead(start, *end)).unwrap_or(end);
            Some((from.to_owned(), written(end)))
        }
        (false, true) if start <= 12 * HOUR + 59 * 60 => {
            let start = halves(from).into_iter().min_by_key(|start| ahead(*start, end)).unwrap_or(start);
            Some((written(start), to.to_owned()))
        }
        _ => Some((from.to_owned(), to.to_owned())),
    }
}

/// Writes seconds after midnight as `09:30`.
pub(in crate::import) fn written(seconds: i64) -> String {
    format!("{:02}:{:02}", seconds / HOUR, seconds % HOUR / 60)
}

#[cfg(test)]
mod tests {
    use super::super::When;
    use super::*;

    /// Returns the sides of a range, each as the seconds after midnight or of the date.
    fn sides(text: &str) -> Option<[String; 2]> {
        let (from, to) = range(text)?;
        let shown = |text: &str| match (clock(text), date_time(text)) {
            (Some(seconds), _) => written(seconds),
            (None, Some(When::Local(seconds))) => {
                format!("{} {}", seconds.div_euclid(86_400), written(seconds.rem_euclid(86_400)))
            }
            other => panic!("{text}: {other:?}"),
        };
        Some([shown(&from), shown(&to)])
    }

    #[test]
    fn ranges_are_split_into_start_and_end() {
        for (text, from, to) in [
            ("13:00 ~ 13:25", "13:00", "13:25"),
            ("17:20-18:00", "17:20", "18:00"),
            ("1:30 PM - 2:10 PM", "13:30", "14:10"),
            ("오후 4:30 ~ 5:10", "16:30", "17:10"),
            ("오후 4시 30분~5시 10분", "16:30", "17:10"),
            ("9:30 - 10:10 AM", "09:30", "10:10"),
            ("1:30 - 2:10 PM", "13:30", "14:10"),
            ("11:30 - 12:30 PM", "11:30", "12:30"),
            ("오전 11:30 ~ 12:10", "11:30", "12:10"),
            ("오전 11:30 ~ 1:10", "11:30", "13:10"),
            ("오후 11:00 ~ 1:00", "23:00", "01:00"),
            ("오후 1:00 ~ 14:00", "13:00", "14:00"),
            ("오전 10:00 → 오후 1:00", "10:00", "13:00"),
            ("1:30 ~ 2:10", "01:30", "02:10"),
            ("1970-01-02 10:00 ~ 10:40", "1 10:00", "10:40"),
            ("1970-01-02 10:00-10:40", "1 10:00", "10:40"),
            ("1970-01-02 (금) 오후 4:30 ~ 5:10", "1 16:30", "17:10"),
            ("1970년 1월 2일 오전 10:00 → 오전 10:20", "1 10:00", "10:20"),
            ("1970-01-02 22:00 – 1970-01-03 01:00", "1 22:00", "2 01:00"),
        ] {
            assert_eq!(sides(text), Some([from.to_owned(), to.to_owned()]), "{text}");
        }
        for text in [
            "13:00",
            "2018-08-18",
            "2018-08-18 13:00",
            "2018-08-18T13:00-05:00",
            "2018-08-18 13:00-05:00",
            "2018-08-18 09:00:00-10:00",
            "10:00 - late",
            "",
            &"1:00-".repeat(1000),
        ] {
            assert_eq!(range(text), None, "{text}");
        }
    }
}
