//! Venue time: moments that carry the venue's offset, spans, and calendar dates.
//!
//! Programs state the UTC offset of every moment, so no time zone database is needed here, and the page has no date-time
//! library. Times are whole seconds of civil time without leap seconds, as in RFC 3339.

use std::fmt;

const DAY: i64 = 86_400;

/// A calendar date of the proleptic Gregorian calendar, years 1 to 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// Days of the week, Monday first as in ISO 8601.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Date {
    /// Creates a date, or `None` if there is no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let exists = (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month);
        exists.then_some(Date { year, month, day })
    }

    /// Reads `2018-08-18`.
    pub fn parse(text: &str) -> Option<Date> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        Date::new(digits(&bytes[..4])?, digits(&bytes[5..7])? as u8, digits(&bytes[8..])? as u8)
    }

    /// Returns the year, 1 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// Returns the month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// Returns the day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Returns the day of the week.
    pub fn weekday(self) -> Weekday {
        use Weekday::*;
        // 1970-01-01 was a Thursday.
        [Thursday, Friday, Saturday, Sunday, Monday, Tuesday, Wednesday][self.days_since_epoch().rem_euclid(7) as usize]
    }

    /// Returns the number of days since 1970-01-01, negative before.
    ///
    /// The algorithm counts years from March, so that the leap day comes last (Howard Hinnant, "chrono-compatible low-level
    /// date algorithms").
    pub fn days_since_epoch(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let month_from_march = (i64::from(self.month) + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(self.day) - 1;
        year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year - 719_468
    }

    /// Returns the date this many days after 1970-01-01; the inverse of [`Date::days_since_epoch`].
    ///
    /// # Panics
    ///
    /// Outside the years 1 to 9999.
    pub fn from_days_since_epoch(days: i64) -> Date {
        let days = days + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let day_of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Date::new(year as u16, month as u8, day as u8).expect("a year from 1 to 9999")
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// An instant, together with the venue's offset from UTC at that instant.
///
/// Two moments are equal, or one is earlier, by the instant alone.
#[derive(Clone, Copy)]
pub struct Moment {
    unix: i64,
    offset: i32,
}

/// The years 1 to 9999 minus three days at either end, so that no offset and no program day is outside them.
const UNIX_RANGE: std::ops::RangeInclusive<i64> = -62_135_337_600..=253_402_041_600;

impl Moment {
    /// Creates the instant `unix` seconds after 1970-01-01T00:00:00Z at an offset of `offset` seconds east of Greenwich.
    ///
    /// Returns `None` outside the years 1 to 9999 or if the offset is a day or more.
    pub fn new(unix: i64, offset: i32) -> Option<Moment> {
        (UNIX_RANGE.contains(&unix) && i64::from(offset).abs() < DAY).then_some(Moment { unix, offset })
    }

    /// Creates the instant at which a clock `offset` seconds east of Greenwich shows this date and time.
    pub fn from_local(date: Date, hour: u8, minute: u8, second: u8, offset: i32) -> Option<Moment> {
        if hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let seconds = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second);
        Moment::new(date.days_since_epoch() * DAY + seconds - i64::from(offset), offset)
    }

    /// Reads an RFC 3339 date-time with `Z` or an offset; fractions of a second are dropped.
    pub fn parse(text: &str) -> Option<Moment> {
        let date = Date::parse(text.get(..10)?)?;
        let bytes = text.as_bytes();
        if bytes.len() < 20 || !matches!(bytes[10], b'T' | b't' | b' ') || bytes[13] != b':' || bytes[16] != b':' {
            return None;
        }
        let (hour, minute, second) = (digits(&bytes[11..13])?, digits(&bytes[14..16])?, digits(&bytes[17..19])?);
        let fraction = match bytes[19] {
            b'.' => 1 + bytes[20..].iter().take_while(|byte| byte.is_ascii_digit()).count(),
            _ => 0,
        };
        let offset = parse_offset(&bytes[19 + fraction..])?;
        Moment::from_local(date, hour as u8, minute as u8, second as u8, offset)
    }

    /// Returns the seconds since 1970-01-01T00:00:00Z.
    pub fn unix(self) -> i64 {
        self.unix
    }

    /// Returns the venue's UTC offset at this instant in seconds, positive to the east.
    pub fn offset(self) -> i32 {
        self.offset
    }

    fn local(self) -> i64 {
        self.unix + i64::from(self.offset)
    }

    /// Returns the calendar date at the venue.
    pub fn date(self) -> Date {
        Date::from_days_since_epoch(self.local().div_euclid(DAY))
    }

    /// Returns the hour at the venue, 0 to 23.
    pub fn hour(self) -> u8 {
        (self.local().rem_euclid(DAY) / 3600) as u8
    }

    /// Returns the minute at the venue, 0 to 59.
    pub fn minute(self) -> u8 {
        (self.local().rem_euclid(3600) / 60) as u8
    }

    /// Returns the program day of this moment, which begins at 04:00; for sources that do not state one.
    pub fn program_day(self) -> Date {
        Date::from_days_since_epoch((self.local() - 4 * 3600).div_euclid(DAY))
    }

    /// Returns the moment this many minutes later (earlier if negative), at the same offset.
    pub fn plus_minutes(self, minutes: i64) -> Option<Moment> {
        Moment::new(self.unix.checked_add(minutes.checked_mul(60)?)?, self.offset)
    }

    /// Returns the time of day at the venue as `09:05`.
    pub fn clock(self) -> String {
        format!("{:02}:{:02}", self.hour(), self.minute())
    }
}

fn digits(bytes: &[u8]) -> Option<u16> {
    bytes.iter().try_fold(0_u16, |value, byte| byte.is_ascii_digit().then(|| value * 10 + u16::from(byte - b'0')))
}

fn parse_offset(bytes: &[u8]) -> Option<i32> {
    match bytes {
        [b'Z' | b'z'] => Some(0),
        [sign @ (b'+' | b'-'), rest @ ..] => {
            let (hours, minutes) = match rest.len() {
                5 if rest[2] == b':' => (digits(&rest[..2])?, digits(&rest[3..])?),
                4 => (digits(&rest[..2])?, digits(&rest[2..])?),
                _ => return None,
            };
            let seconds = i32::from(hours) * 3600 + i32::from(minutes) * 60;
            (hours <= 23 && minutes <= 59).then_some(if *sign == b'-' { -seconds } else { seconds })
        }
        _ => None,
    }
}

impl fmt::Display for Moment {
    /// Formats as RFC 3339 with the venue's offset, such as `2018-08-18T13:00:00+09:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let second = self.local().rem_euclid(60);
        let (sign, offset) = if self.offset < 0 { ('-', -self.offset) } else { ('+', self.offset) };
        write!(f, "{}T{}:{second:02}{sign}{:02}:{:02}", self.date(), self.clock(), offset / 3600, offset % 3600 / 60)
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl PartialEq for Moment {
    fn eq(&self, other: &Self) -> bool {
        self.unix == other.unix
    }
}

impl Eq for Moment {}

impl PartialOrd for Moment {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Moment {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.unix.cmp(&other.unix)
    }
}

/// From a start to an end that is not before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// When it begins.
    pub start: Moment,
    /// When it ends; the same as `start` if the source has no ends.
    pub end: Moment,
}

/// How long a session without an end is taken to last, in minutes.
const WITHOUT_END: i64 = 30;

impl Span {
    /// Creates a span, or `None` if it would end before it starts.
    pub fn new(start: Moment, end: Moment) -> Option<Span> {
        (start <= end).then_some(Span { start, end })
    }

    /// Returns when it is over: half an hour after its start if it has no end.
    pub fn until(self) -> Moment {
        if self.start == self.end { self.start.plus_minutes(WITHOUT_END).unwrap_or(self.end) } else { self.end }
    }

    /// Returns its length in whole minutes.
    pub fn minutes(self) -> i64 {
        (self.end.unix - self.start.unix) / 60
    }

    /// Returns how many minutes two spans share, rounded up, or `None` if one ends when the other begins.
    pub fn overlap_minutes(self, other: Span) -> Option<i64> {
        let seconds = self.end.min(other.end).unix - self.start.max(other.start).unix;
        (seconds > 0).then(|| (seconds + 59) / 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_convert_to_day_numbers_and_back() {
        for (text, days) in
            [("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2018-08-18", 17_761), ("0001-01-01", -719_162)]
        {
            let date = Date::parse(text).unwrap();
            assert_eq!(date.days_since_epoch(), days, "{text}");
            assert_eq!(Date::from_days_since_epoch(days), date);
        }
        for days in (-719_162..2_932_896).step_by(97) {
            assert_eq!(Date::from_days_since_epoch(days).days_since_epoch(), days);
        }
    }

    #[test]
    fn dates_that_do_not_exist_are_refused() {
        for wrong in
            ["2018-02-29", "1900-02-29", "2018-13-01", "2018-00-10", "2018-04-31", "2018-4-31", "+018-04-30", "2018-08-1８"]
        {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Date::parse("2018-08-18").unwrap().weekday(), Weekday::Saturday);
    }

    #[test]
    fn moments_read_rfc_3339_and_write_it_back() {
        for (text, written) in [
            ("2018-08-18T13:00:00+09:00", "2018-08-18T13:00:00+09:00"),
            ("2018-08-18T04:00:00Z", "2018-08-18T04:00:00+00:00"),
            ("2018-08-18 04:00:00.250-0330", "2018-08-18T04:00:00-03:30"),
        ] {
            assert_eq!(Moment::parse(text).unwrap().to_string(), written);
        }
        for wrong in [
            "2018-08-18",
            "2018-08-18T13:00+09:00",
            "2018-08-18T24:00:00Z",
            "2018-08-18T13:00:00",
            "2018-08-18T13:00:00+9",
            "한국어한국어한국어한국어",
        ] {
            assert!(Moment::parse(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn moments_compare_by_instant_at_any_offset() {
        let seoul = Moment::parse("2018-08-18T13:00:00+09:00").unwrap();
        let utc = Moment::parse("2018-08-18T04:00:00Z").unwrap();
        assert_eq!(seoul, utc);
        assert_eq!((seoul.hour(), utc.hour()), (13, 4));
        assert!(seoul < utc.plus_minutes(1).unwrap());
    }

    #[test]
    fn a_program_day_ends_at_four_in_the_morning() {
        let day = |text: &str| Moment::parse(text).unwrap().program_day().to_string();
        assert_eq!(day("2018-08-19T00:30:00+09:00"), "2018-08-18");
        assert_eq!(day("2018-08-19T03:59:59+09:00"), "2018-08-18");
        assert_eq!(day("2018-08-19T04:00:00+09:00"), "2018-08-19");
    }

    #[test]
    fn spans_that_touch_do_not_overlap() {
        let span = |from: &str, to: &str| {
            let at = |clock: &str| Moment::parse(&format!("2018-08-18T{clock}:00+09:00")).unwrap();
            Span::new(at(from), at(to)).unwrap()
        };
        assert_eq!(span("13:00", "13:40").overlap_minutes(span("13:40", "14:20")), None);
        assert_eq!(span("13:00", "13:40").overlap_minutes(span("13:25", "14:20")), Some(15));
        assert_eq!(span("13:00", "15:00").overlap_minutes(span("13:25", "14:20")), Some(55));
        assert_eq!(span("13:00", "13:00").overlap_minutes(span("12:00", "14:20")), None);
    }
}
