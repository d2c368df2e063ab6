//! Reading dates, times of day and lengths in the forms that people and programs write.

mod dates;
mod days;
mod pasted;
mod ranges;
mod several_days;
mod short_dates;
mod slots;
mod weekdays;

pub(super) use dates::{Order, date, has_figures, readings};
pub(super) use days::{DayWord, day_word, heading, heading_word};
pub(super) use pasted::{stated_zone, typed, without_zone};
pub(super) use ranges::{range, written};
pub(super) use several_days::{days_of_span, first_of_span, is_span, without_last_day};
pub(super) use short_dates::Century;
pub(super) use slots::{Slot, slot};
pub(super) use weekdays::{after_weekday, weekday};

use super::accents::unaccented;
use crate::program::{Date, Moment};

/// No date and time of day are longer.
const MAX_LENGTH: usize = 200;

/// A moment as stated by a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// Local time at the venue, in seconds after 1970-01-01T00:00:00.
    Local(i64),
    /// With an offset that is the venue's unless its time zone contradicts.
    Stated(Moment),
    /// An instant that does not tell the venue's local time: seconds after 1970-01-01T00:00:00Z.
    Utc(i64),
}

impl When {
    /// Returns the local time `seconds` after midnight of the date; more than a day leads into the next.
    pub fn local(date: Date, seconds: i64) -> When {
        When::Local(date.days_since_epoch() * 86_400 + seconds)
    }

    /// Returns the local time this many seconds after midnight on the same date, or on the next one if that is at most half a
    /// day later. An even earlier time of day is a mistake and is not changed.
    pub fn next(self, clock: i64) -> When {
        let (local, offset) = match self {
            When::Local(local) => (local, 0),
            When::Stated(moment) => (moment.unix() + i64::from(moment.offset()), i64::from(moment.offset())),
            When::Utc(unix) => (unix, 0),
        };
        let ahead = local.div_euclid(86_400) * 86_400 + clock - local;
        let ahead = if (-86_400..=-43_200).contains(&ahead) { ahead + 86_400 } else { ahead };
        match self {
            When::Local(_) => When::Local(local + ahead),
            When::Utc(_) => When::Utc(local + ahead),
            When::Stated(moment) => Moment::new(moment.unix() + ahead, offset as i32).map_or(self, When::Stated),
        }
    }
}

/// Reads a time of day as seconds after midnight: `9:40`, `09:40:00`, `1:30 PM`, `오후 1:30`, `13시 30분`, `24:00`, and up to
/// `29:59` for the hours after midnight that still belong to the day before.
pub(super) fn clock(text: &str) -> Option<i64> {
    let text = text.trim().to_lowercase();
    if matches!(text.as_str(), "정오" | "正午") {
        return Some(12 * 3600);
    }
    let (text, half) = half_of_day(&text);
    if has_apart_numbers(text) {
        return None;
    }
    let has_hour = text.contains(['시', '時', '点', '點']);
    let text = text.replace(['시', '時', '点', '點'], ":").replace(['반', '半'], "30").replace(['분', '分'], "").replace(' ', "");
    let text = text.strip_suffix(':').unwrap_or(&text);
    let mut parts = text.split(':');
    let hour = number(parts.next()?)?;
    let minute = parts.next().map_or(Some(0), number)?;
    let second = parts.next().map_or(Some(0), number)?;
    let hour = match half {
        _ if parts.next().is_some() || minute > 59 || second > 59 => return None,
        // A number alone is a time only with AM, PM, 시 or the like.
        None if !text.contains(':') && !has_hour => return None,
        None if hour <= 29 => hour,
        Some(afternoon) if (1..=12).contains(&hour) => hour % 12 + if afternoon { 12 } else { 0 },
        // "13:30 PM" is a mistake, but it is not ambiguous.
        Some(true) if (13..=23).contains(&hour) => hour,
        _ => return None,
    };
    Some(hour * 3600 + minute * 60 + second)
}

/// Whether there is nothing but a blank between two figures: "10:00 10:40" are two times, and "Hall 2 10:00" has one.
fn has_apart_numbers(text: &str) -> bool {
    let mut words = text.split(' ').filter(|word| !word.is_empty());
    let mut ends_with_figure = false;
    words.any(|word| {
        let is_apart = ends_with_figure && word.starts_with(|letter: char| letter.is_ascii_digit());
        ends_with_figure = word.ends_with(|letter: char| letter.is_ascii_digit());
        is_apart
    })
}

/// Reads a time of day where the text must be one: also `14`, `930`, `1400`, `13.30 Uhr` and `13h30`.
pub(super) fn time(text: &str) -> Option<i64> {
    if let Some(seconds) = clock(text) {
        return Some(seconds);
    }
    let text = text.trim().to_lowercase();
    let text = text.trim_end_matches("uhr").trim_end();
    let text = text.strip_suffix("min").map_or(text, str::trim_end);
    // One digit after a dot may be a tenth of an hour or a number of ten minutes.
    if text.rsplit_once(['.', 'h']).is_some_and(|(_, minutes)| minutes.trim().len() == 1) {
        return None;
    }
    let text = text.replace(['.', 'h'], ":");
    let digits = text.trim_end_matches([':', ' ']);
    clock(digits).or_else(|| {
        let (hour, minute) = digits.split_at_checked(if digits.len() > 2 { digits.len() - 2 } else { digits.len() })?;
        clock(&format!("{hour}:{}", if minute.is_empty() { "00" } else { minute }))
            .filter(|_| digits.len() <= 4 && !digits.contains(' '))
    })
}

/// Returns whether a text that says no more than AM or PM, or the like, means the afternoon.
pub(super) fn half(text: &str) -> Option<bool> {
    let text = text.trim().to_lowercase();
    if text.len() > 12 {
        return None;
    }
    let (rest, half) = half_of_day(&text);
    half.filter(|_| rest.is_empty())
}

/// Removes AM or PM and the like; true for the afternoon.
fn half_of_day(text: &str) -> (&str, Option<bool>) {
    let marks = [
        ("오전", false),
        ("정오", true),
        ("한낮", true),
        ("낮", true),
        ("noon", true),
        ("오후", true),
        ("a.m.", false),
        ("p.m.", true),
        ("am", false),
        ("pm", true),
        ("아침", false),
        ("새벽", false),
        ("저녁", true),
        ("午前", false),
        ("午後", true),
        ("上午", false),
        ("下午", true),
        ("晚上", true),
        ("a. m.", false),
        ("p. m.", true),
    ];
    for (mark, afternoon) in marks {
        if let Some(rest) = text.strip_prefix(mark).or_else(|| text.strip_suffix(mark)) {
            return (rest.trim(), Some(afternoon));
        }
    }
    (text, None)
}

/// Reads a date and a time of day in one text, with or without an offset.
pub(super) fn date_time(text: &str) -> Option<When> {
    let text = text.trim();
    let text = text.strip_suffix("Uhr").map_or(text, str::trim_end);
    // Every beginning may be a date, so a cell of megabytes would take hours.
    if text.len() > MAX_LENGTH || !has_figures(text) {
        return None;
    }
    if let Some(when) = zoned(text) {
        return Some(when);
    }
    if let Some(moment) = beside_offset(text) {
        return Some(When::Stated(moment));
    }
    if let Some(rest) = text.strip_suffix(" UTC").or_else(|| text.strip_suffix(" GMT")) {
        return match date_time(rest)? {
            When::Local(seconds) => Some(When::Utc(seconds)),
            _ => None,
        };
    }
    // Fractions of a second are always dropped; some programs write them after every time.
    let text = text.rsplit_once('.').filter(|(_, fraction)| fraction.bytes().all(|byte| byte.is_ascii_digit())).map_or(
        text,
        |(rest, fraction)| {
            if rest.matches(':').count() == 2 && !fraction.is_empty() { rest } else { text }
        },
    );
    // The time begins after the last separator for which the text before it is a date.
    let splits = text.char_indices().filter(|(_, letter)| matches!(letter, 'T' | 't' | ' '));
    splits
        .filter_map(|(at, _)| Some(When::local(date(&text[..at])?, clock(&text[at + 1..])?)))
        .next_back()
        .or_else(|| compact(text))
        .or_else(|| hyphenated(text))
}

/// Reads `2018-08-18-1300`.
fn hyphenated(text: &str) -> Option<When> {
    let (day, time) = text.rsplit_once('-').filter(|(day, time)| day.len() == 10 && time.len() == 4)?;
    Some(When::local(date(day)?, self::time(time)?))
}

/// Reads `20180818T130000`, with or without seconds and `Z`. An hour may have one digit: `20190206T90000` is 9:00.
pub(super) fn compact(text: &str) -> Option<When> {
    let (day, time) = text.trim().split_once(['T', 't'])?;
    let date = date(day).filter(|_| day.len() == 8)?;
    let (digits, is_utc) = time.strip_suffix(['Z', 'z']).map_or((time, false), |digits| (digits, true));
    let digits = if digits.len() % 2 == 1 { format!("0{digits}") } else { digits.to_owned() };
    let part = |from: usize| digits.get(from..from + 2).map_or(Some(0), number);
    let (hour, minute, second) = (part(0)?, part(2)?, part(4)?);
    let is_time = matches!(digits.len(), 4 | 6) && hour <= 24 && minute < 60 && second <= 60;
    let seconds = date.days_since_epoch() * 86_400 + hour * 3600 + minute * 60 + second;
    is_time.then_some(if is_utc { When::Utc(seconds) } else { When::Local(seconds) })
}

/// Reads RFC 3339 with `Z` or an offset; seconds may be missing.
fn zoned(text: &str) -> Option<When> {
    let moment = Moment::parse(text).or_else(|| Moment::parse(&format!("{}:00{}", text.get(..16)?, text.get(16..)?)))?;
    let is_utc = text.ends_with(['Z', 'z']);
    Some(if is_utc { When::Utc(moment.unix()) } else { When::Stated(moment) })
}

/// Reads `2018-8-18 9:00 +0900`, as Ruby and Git write it.
fn beside_offset(text: &str) -> Option<Moment> {
    let (rest, offset) = text.rsplit_once(' ').filter(|(_, offset)| offset.starts_with(['+', '-']))?;
    let digits = offset[1..].replace(':', "");
    let is_offset = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let Some(When::Local(seconds)) = is_offset.then(|| date_time(rest)).flatten() else { return None };
    let (day, clock) = (Date::from_days_since_epoch(seconds.div_euclid(86_400)), written(seconds.rem_euclid(86_400)));
    Moment::parse(&format!("{day}T{clock}:00{}{}:{}", &offset[..1], &digits[..2], &digits[2..]))
}

/// Reads a length in minutes: `25`, `25 min`, `25분`, `1:30`, `1:30:00`, `1시간 30분`, `1h 30m`.
pub(super) fn minutes(text: &str) -> Option<i64> {
    let text = text.trim().to_lowercase();
    if text.starts_with("pt") {
        return period(&text);
    }
    let text = text.trim_end_matches('.').replace(' ', "");
    let units = [
        (
            "h",
            &[
                "시간", "時間", "小时", "小時", "hours", "hour", "hrs", "hr", "stunden", "stunde", "std", "heures", "heure",
                "horas", "hora",
            ][..],
        ),
        ("m", &["分钟", "分鐘", "분", "分", "minutes", "minuten", "minutos", "minuti", "minute", "mins", "min", "'", "′", "’"]),
    ];
    let text = units.iter().fold(text, |text, (unit, words)| words.iter().fold(text, |text, word| text.replace(word, unit)));
    if let Some(hours) = text.strip_suffix('h').filter(|hours| hours.contains(['.', ','])) {
        return tenths(hours).map(|tenths| tenths * 6);
    }
    if let Some((hours, minutes)) = text.split_once(['h', ':']) {
        // Spreadsheets write seconds.
        let minutes = minutes.trim_end_matches('m');
        let minutes = minutes.strip_suffix(":00").unwrap_or(minutes);
        let minutes = if minutes.is_empty() { 0 } else { number(minutes)? };
        return Some(number(hours)? * 60 + minutes);
    }
    number(text.strip_suffix('m').unwrap_or(&text))
}

/// Reads `1.5`, `1,5` as tenths.
fn tenths(text: &str) -> Option<i64> {
    let (whole, tenths) = text.split_once(['.', ','])?;
    Some(number(whole)? * 10 + number(tenths).filter(|_| tenths.len() == 1)?)
}

/// Reads a length in minutes as in `schedule.xml`: `HH:MM`, `H:MM`, or three parts with days first (EMF 2024 has "2:06:00"),
/// not seconds last. Also RFC 5545's `PT1H30M`, and a number of minutes.
pub(super) fn duration(text: &str) -> Option<i64> {
    let text = text.trim();
    if text.starts_with(['P', 'p', '+', '-']) {
        return period(text);
    }
    let parts: Vec<i64> = text.split(':').map(|part| number(part.trim())).collect::<Option<_>>()?;
    match parts.as_slice() {
        [minutes] => Some(*minutes),
        [hours, minutes] => Some(hours * 60 + minutes),
        // A day does not have 30 hours, so the last part is seconds.
        [hours, minutes @ 24..60, 0..60] => Some(hours * 60 + minutes),
        [days, hours, minutes] => Some((days * 24 + hours) * 60 + minutes),
        _ => None,
    }
}

/// Reads `P1DT2H30M`, `PT45M`, `P1W`; seconds are dropped.
fn period(text: &str) -> Option<i64> {
    let text = text.strip_prefix('+').unwrap_or(text).to_uppercase();
    let (days, time) = text.strip_prefix('P')?.split_once('T').map_or((text.get(1..)?, ""), |(days, time)| (days, time));
    let mut minutes = 0;
    for (part, units) in [(days, &[('W', 10_080), ('D', 1_440)][..]), (time, &[('H', 60), ('M', 1), ('S', 0)][..])] {
        let mut rest = part;
        while let Some(at) = rest.find(|letter: char| letter.is_ascii_alphabetic()) {
            let (_, length) = units.iter().find(|(unit, _)| rest[at..].starts_with(*unit))?;
            minutes += number(&rest[..at])? * length;
            rest = &rest[at + 1..];
        }
        if !rest.is_empty() {
            return None;
        }
    }
    Some(minutes)
}

/// Reads a number of at most six digits, so that computing with it cannot overflow.
fn number(text: &str) -> Option<i64> {
    let valid = (1..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    valid.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_are_read() {
        let check = |text: &str, hour: i64, minute: i64| assert_eq!(clock(text), Some(hour * 3600 + minute * 60), "{text}");
        check("9:40", 9, 40);
        check(" 09:40:00", 9, 40);
        check(" 1:30 PM", 13, 30);
        check("12:10 a.m.", 0, 10);
        check("12:10pm", 12, 10);
        check("9 am", 9, 0);
        check("오후 1:30", 13, 30);
        check("오전 9시", 9, 0);
        check("13시 30분", 13, 30);
        check("15시", 15, 0);
        check("15時", 15, 0);
        check("오후 1시 반", 13, 30);
        check("저녁 7시", 19, 0);
        check("24:00", 24, 0);
        check("25:30", 25, 30);
        for wrong in ["", "9", "0940", "9:60", "30:00", "0:30 pm", "9:40:00:1", "-9:40", "noon", "９:40", "10:00 10:40", "1 0:30"]
        {
            assert_eq!(clock(wrong), None, "{wrong}");
        }
        for (text, minutes) in [
            ("14", 840),
            ("1400", 840),
            ("930", 570),
            ("0940", 580),
            ("9:40", 580),
            (" 9 ", 540),
            ("13.30 Uhr", 810),
            ("1.30pm", 810),
            ("13h30", 810),
            ("13 h", 780),
        ] {
            assert_eq!(time(text), Some(minutes * 60), "{text}");
        }
        for wrong in ["", "31", "9999", "14000", "1a", "99", "가나"] {
            assert_eq!(time(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn dates_with_times_keep_their_zone() {
        let local = Moment::parse("2018-08-18T13:00:00Z").unwrap().unix();
        for text in [
            "2018-08-18T13:00",
            "2018-08-18 13:00:00",
            "2018. 8. 18. 오후 1:00",
            "2018/08/18 1:00 PM",
            "2018-08-18T13:00:00.000",
            "2018-08-18-1300",
        ] {
            assert_eq!(date_time(text), Some(When::Local(local)), "{text}");
        }
        assert_eq!(date_time("2018-08-18T13:00Z"), Some(When::Utc(local)));
        assert_eq!(date_time("2018-08-18 13:00:00 UTC"), Some(When::Utc(local)));
        let stated = Moment::parse("2018-08-18T13:00:00+09:00").unwrap();
        for text in ["2018-08-18T13:00:00+09:00", "2018-08-18T13:00+09:00", "2018-08-18 13:00:00.5+0900"] {
            assert_eq!(date_time(text), Some(When::Stated(stated)), "{text}");
        }
        assert_eq!(date_time("2018-08-18"), None);
        assert_eq!(date_time("가나다라마바사아자차카타파하 13:00"), None);
        assert_eq!(date_time(&"a ".repeat(3_000_000)), None);
    }

    #[test]
    fn compact_times_may_lack_a_zero() {
        let at = |clock: i64| Some(When::local(date("2019-02-06").unwrap(), clock * 60));
        for (text, minutes) in [("20190206T090000", 540), ("20190206T90000", 540), ("20190206T930", 570), ("20190206T1730", 1050)]
        {
            assert_eq!(compact(text), at(minutes), "{text}");
        }
        assert!(matches!(compact("20190206T080000Z"), Some(When::Utc(_))));
        for wrong in ["20190206", "20190206T", "20190206T9", "20190206T99000", "20190206T1234567", "2019-02-06T0900"] {
            assert_eq!(compact(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn lengths_are_read() {
        for (text, expected) in [
            ("25", 25),
            ("25 min", 25),
            ("25분", 25),
            ("1:30", 90),
            ("1시간 30분", 90),
            ("2h", 120),
            ("1 hour 5 minutes", 65),
            ("0:45:00", 45),
            ("1.5 hours", 90),
            ("0,5 Std.", 30),
        ] {
            assert_eq!(minutes(text), Some(expected), "{text}");
        }
        assert_eq!((minutes("soon"), minutes("-5"), minutes("99999999")), (None, None, None));
        for (text, expected) in [
            ("00:25", 25),
            ("1:30", 90),
            ("2:06:00", 2 * 1440 + 360),
            ("01:30:00", 90),
            ("45", 45),
            ("PT45M", 45),
            ("P1DT1H30M", 1530),
            ("P1W", 10_080),
            ("PT1H0S", 60),
        ] {
            assert_eq!(duration(text), Some(expected), "{text}");
        }
        for wrong in ["", "a", "1:2:3:4", "-1:00", "-PT5M", "P1H", "PT", "P", "PT5"] {
            assert!(duration(wrong).is_none_or(|minutes| minutes == 0), "{wrong}");
        }
    }
}
