//! The time of an own entry, from the input of a form.

use super::axis::at_venue;
use crate::program::{Date, Moment, Program, Span};

/// When a program day begins, by convention.
const DAY_BEGINS: u8 = 4;
/// An entry that would be longer than this has start and end swapped; in minutes.
const LONGEST: i64 = 16 * 60;

/// Returns the span in venue time, where `start` and `end` are entered as `13:00` for a program day: times before 04:00 are
/// in the night after it, and an end before the start is after midnight. `None` if the input is not a time, or the entry
/// would be absurdly long.
pub fn own_span(program: &Program, day: Date, start: &str, end: &str) -> Option<Span> {
    let offset = at_venue(program, Moment::from_local(day, 12, 0, 0, 0)?.unix()).map_or(0, Moment::offset);
    let at = |typed: &str| {
        let (hour, minute) = clock(typed)?;
        let moment = Moment::from_local(day, hour, minute, 0, offset)?;
        moment.plus_minutes(if hour < DAY_BEGINS { 24 * 60 } else { 0 })
    };
    let (start, mut end) = (at(start)?, at(end)?);
    if end < start {
        end = end.plus_minutes(24 * 60)?;
    }
    Span::new(start, end).filter(|span| span.minutes() <= LONGEST)
}

/// Returns hour and minute of `13:00`, with or without seconds.
fn clock(typed: &str) -> Option<(u8, u8)> {
    let mut parts = typed.split(':').map(|part| part.parse::<u8>().ok());
    let (hour, minute) = (parts.next()??, parts.next()??);
    (hour < 24 && minute < 60).then_some((hour, minute))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::program_file;

    #[test]
    fn input_is_venue_time_of_a_program_day() {
        let program = program_file::read(
            r#"{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul",
            "days": [{"date": "2018-08-18"}], "rooms": [], "sessions": [{"id": "a", "title": "A", "day": "2018-08-18",
            "start": "2018-08-18T13:00:00+09:00", "end": "2018-08-18T14:00:00+09:00"}]}"#,
        )
        .unwrap();
        let day = Date::parse("2018-08-18").unwrap();
        for (start, end, expected) in [
            ("13:00", "13:25", Some(("2018-08-18T13:00:00+09:00", 25))),
            ("13:00:30", "13:25", Some(("2018-08-18T13:00:00+09:00", 25))),
            ("13:00", "13:00", Some(("2018-08-18T13:00:00+09:00", 0))),
            ("23:30", "00:30", Some(("2018-08-18T23:30:00+09:00", 60))),
            ("01:00", "02:00", Some(("2018-08-19T01:00:00+09:00", 60))),
            ("22:00", "05:00", Some(("2018-08-18T22:00:00+09:00", 420))),
            ("14:00", "13:00", None),
            ("25:00", "26:00", None),
            ("", "13:00", None),
            ("noon", "13:00", None),
        ] {
            let found = own_span(&program, day, start, end).map(|span| (span.start.to_string(), span.minutes()));
            assert_eq!(found, expected.map(|(start, minutes)| (start.to_owned(), minutes)), "{start}-{end}");
        }
    }
}
